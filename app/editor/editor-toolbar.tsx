import { useTranslation } from "react-i18next";
import type { DefinitionEditorProps } from "./definition-editor.tsx";
import { actNamed, type EditorPlace } from "./editor-acts.ts";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { ClauseTools, Tool } from "./tools.tsx";

type Props = { session: EditorSession; snapshot: EditorSnapshot; editor: DefinitionEditorProps };

export function EditorToolbar({ session, snapshot, editor }: Props) {
  const { t } = useTranslation("editor");
  const { current, editable } = snapshot;
  return (
    <div className="editor-tools" role="toolbar" aria-label={t("tools.label")}>
      {editable && <ClauseTools session={session} snapshot={snapshot} />}
      {editor.mayComment && editor.onComment && current.nid !== null && (
        <Tool
          named="comment"
          act={() => {
            const anchor = session.commentAnchor();
            if (anchor !== null) editor.onComment?.(anchor);
          }}
        >
          {t("tools.comment")}
        </Tool>
      )}
      <PanelTools place={{ session, snapshot, editor }} />
      {editable && current.stray && <p className="editor-tools-hint">{t("clause.strayMeaning")}</p>}
      {editable && !current.stray && <p className="editor-tools-hint">{t("tools.keys")}</p>}
    </div>
  );
}

/** Acts that open a panel, each by the name it has in the palette. */
const panelTools = ["term", "reference", "bracket", "find", "palette", "keys"];

function PanelTools({ place }: { place: EditorPlace }) {
  const { t } = useTranslation("editor");
  const offered = panelTools.map(actNamed).filter((act) => !act.isOff?.(place));
  return offered.map(({ name, run }) => (
    <Tool key={name} named={name} act={() => run?.(place)}>
      {t(`panelTools.${name}`)}
    </Tool>
  ));
}
