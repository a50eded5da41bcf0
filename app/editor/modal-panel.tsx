/** A panel that stands before all else: the browser keeps the keyboard in it and makes the rest inert; Escape closes it. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import { CloseSign } from "./panel-signs.tsx";
import type { PanelName } from "./panels.ts";

const openDialog = () => document.querySelector<HTMLDialogElement>("dialog.modal-panel[open]");

/**
 * Closes the panel that stands before the page; the keyboard goes back to where it was. The browser gives the text back its
 * focus with the caret at its beginning, so the editor puts it where it stood before another key can be pressed.
 */
export function closeModal(session: EditorSession): void {
  openDialog()?.close();
  session.panels.close();
  if (document.activeElement === session.view.dom) session.view.focus();
}

type Props = { session: EditorSession; name: PanelName; title: string; children: ReactNode };

export function ModalPanel({ session, name, title, children }: Props) {
  const { t } = useTranslation("editor");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    current?.querySelector<HTMLElement>("[role=combobox]")?.focus();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal-panel modal-${name}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        closeModal(session);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) closeModal(session);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="modal-body">
        <div className="panel-head">
          <h2>{title}</h2>
          <button
            type="button"
            className="panel-close"
            onClick={() => closeModal(session)}
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
