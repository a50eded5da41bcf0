/** What can be done with the clause that holds the caret. The buttons keep the selection: they never take the focus. */
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ClauseKind, clauseKinds, clauseLevelMax, clauseLevelMin } from "../../domain/definition/control-text.ts";
import { addClause, changeKind, changeLevel, deleteClauses, keepStray } from "./clause-commands.ts";
import type { DefinitionEditorProps } from "./definition-editor.tsx";
import type { EditorSession, EditorSnapshot } from "./editor-session.ts";
import { newIdentifier } from "./fresh-ids.ts";

type Props = { session: EditorSession; snapshot: EditorSnapshot; editor: DefinitionEditorProps };

export function EditorToolbar({ session, snapshot, editor }: Props) {
  const { t } = useTranslation("editor");
  const { current, editable } = snapshot;
  if (!editable && !editor.mayComment) return null;
  return (
    <div className="editor-tools" role="toolbar" aria-label={t("tools.label")}>
      {editable && <ClauseTools session={session} snapshot={snapshot} />}
      {editor.mayComment && editor.onComment && current.nid !== null && (
        <Tool
          act={() => {
            const anchor = session.commentAnchor();
            if (anchor !== null) editor.onComment?.(anchor);
          }}
        >
          {t("tools.comment")}
        </Tool>
      )}
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
      <label className="editor-kind">
        <span>{t("tools.kind")}</span>
        <select
          aria-label={t("tools.kind")}
          value={current.kind}
          onChange={(event) => session.run(changeKind(event.currentTarget.value as ClauseKind))}
        >
          {clauseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <Tool isOff={current.level <= clauseLevelMin} act={() => session.run(changeLevel(-1))}>
        {t("tools.shallower")}
      </Tool>
      <Tool isOff={current.level >= clauseLevelMax} act={() => session.run(changeLevel(1))}>
        {t("tools.deeper")}
      </Tool>
      <Tool act={() => session.run(addClause(newIdentifier))}>{t("tools.add")}</Tool>
      {current.stray && <Tool act={() => session.run(keepStray)}>{t("tools.keepStray")}</Tool>}
      <Tool act={() => session.run(deleteClauses)}>{t("tools.delete")}</Tool>
      <Tool isOff={!snapshot.canUndo} act={() => session.undo()}>
        {t("tools.undo")}
      </Tool>
      <Tool isOff={!snapshot.canRedo} act={() => session.redo()}>
        {t("tools.redo")}
      </Tool>
    </>
  );
}

function Tool({ act, isOff = false, children }: { act: () => void; isOff?: boolean; children: ReactNode }) {
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  return (
    <button type="button" disabled={isOff} onMouseDown={keepSelection} onClick={act}>
      {children}
    </button>
  );
}
