import { useTranslation } from "react-i18next";
import { clauseLevelMax, clauseLevelMin } from "../../domain/definition/control-text.ts";
import { addClause, changeLevel, deleteClauses, keepStray } from "./clause-commands.ts";
import type { DefinitionEditorProps } from "./definition-editor.tsx";
import { actNamed, type EditorPlace } from "./editor-acts.ts";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { KindSelect, Tool } from "./tools.tsx";

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

function ClauseTools({ session, snapshot }: { session: EditorSession; snapshot: EditorSnapshot }) {
  const { t } = useTranslation("editor");
  const { current } = snapshot;
  return (
    <>
      <KindSelect kind={current.kind} run={(command) => session.run(command)} />
      <Tool named="shallower" isOff={current.level <= clauseLevelMin} act={() => session.run(changeLevel(-1))}>
        {t("tools.shallower")}
      </Tool>
      <Tool named="deeper" isOff={current.level >= clauseLevelMax} act={() => session.run(changeLevel(1))}>
        {t("tools.deeper")}
      </Tool>
      <Tool named="moveUp" act={() => session.move("up")}>
        {t("tools.moveUp")}
      </Tool>
      <Tool named="moveDown" act={() => session.move("down")}>
        {t("tools.moveDown")}
      </Tool>
      <Tool act={() => session.run(addClause(newIdentifier))}>{t("tools.add")}</Tool>
      {current.stray && <Tool act={() => session.run(keepStray)}>{t("tools.keepStray")}</Tool>}
      <Tool act={() => session.run(deleteClauses)}>{t("tools.delete")}</Tool>
      <Tool named="undo" isOff={!snapshot.canUndo} act={() => session.undo()}>
        {t("tools.undo")}
      </Tool>
      <Tool named="redo" isOff={!snapshot.canRedo} act={() => session.redo()}>
        {t("tools.redo")}
      </Tool>
    </>
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
