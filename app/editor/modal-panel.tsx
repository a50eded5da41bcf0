/** A panel that stands before all else: the browser keeps the keyboard in it, closes it on Escape and makes the rest inert. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import { CloseSign } from "./panel-signs.tsx";
import type { PanelName } from "./panels.ts";

type Props = { session: EditorSession; name: PanelName; title: string; children: ReactNode };

export function ModalPanel({ session, name, title, children }: Props) {
  const { t } = useTranslation("editor");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      // Whoever took the keyboard meanwhile keeps it.
      if (before instanceof HTMLElement && !before.contains(document.activeElement) && isNowhere()) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal-panel modal-${name}`}
      aria-label={title}
      onClose={() => session.panels.close()}
      onClick={(event) => {
        if (event.target === dialog.current) session.panels.close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="modal-body">
        <div className="panel-head">
          <h2>{title}</h2>
          <button
            type="button"
            className="panel-close"
            onClick={() => session.panels.close()}
            aria-label={t("panel.close")}
          >
            <CloseSign />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.isConnected;
}
