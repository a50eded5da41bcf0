/** The frame of a panel over the text: a title, a way to close it, Escape. The text stays in sight and can be worked in. */
import type { ReactNode, RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import { CloseSign } from "./panel-signs.tsx";
import type { PanelName } from "./panels.ts";

export function closePanel(session: EditorSession): void {
  session.panels.close();
  session.view.focus();
}

type PanelProps = {
  session: EditorSession;
  name: PanelName;
  title: string;
  /** The element itself, for who places it. */
  place?: RefObject<HTMLDivElement>;
  children: ReactNode;
};

export function Panel({ session, name, title, place, children }: PanelProps) {
  const { t } = useTranslation("editor");
  return (
    <div
      ref={place}
      className={`panel panel-${name}`}
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        closePanel(session);
      }}
    >
      <div className="panel-head">
        <h2>{title}</h2>
        <button type="button" className="panel-close" onClick={() => closePanel(session)} aria-label={t("panel.close")}>
          <CloseSign />
        </button>
      </div>
      {children}
    </div>
  );
}
