/**
 * The editor of a fork, for a page to place. It runs in a browser only: a page loads this module with `import()` in an
 * effect, so that the server never does.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import "prosemirror-view/style/prosemirror.css";
import "./editor.css";
import type { ClauseChange } from "../../domain/definition/amendment-change.ts";
import { type Clause, clauseLevelMax, clauseLevelMin } from "../../domain/definition/control-text.ts";
import { addClause, changeLevel, deleteClauses } from "./clause-commands.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { SuggestionSession } from "./suggestion-session.ts";
import { KindSelect, Tool } from "./tools.tsx";

export type SuggestionEditorProps = {
  /** The text as it stands. */
  clauses: Clause[];
  /** Changes with which the fork begins. */
  begun: ClauseChange[];
  onChanges: (changes: ClauseChange[]) => void;
  onReady?: (changesNow: () => ClauseChange[]) => void;
};

export function SuggestionEditor(props: SuggestionEditorProps) {
  const { t } = useTranslation("amendment");
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [session, setSession] = useState<SuggestionSession | null>(null);
  const label = t("suggest.label");
  useEffect(() => {
    const { clauses, begun } = latest.current;
    const opened = new SuggestionSession(place.current!, clauses, begun, label);
    setSession(opened);
    latest.current.onReady?.(() => opened.changesNow());
    return () => {
      setSession(null);
      opened.destroy();
    };
  }, [label]);
  return (
    <div className="definition-editor suggestion-editor">
      {session ? <Tools session={session} onChanges={(changes) => latest.current.onChanges(changes)} /> : null}
      <div className="editor-law" ref={place} />
    </div>
  );
}

function Tools({ session, onChanges }: { session: SuggestionSession; onChanges: SuggestionEditorProps["onChanges"] }) {
  const { t } = useTranslation("editor");
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const { current, changes } = snapshot;
  const tell = useRef(onChanges);
  tell.current = onChanges;
  useEffect(() => tell.current(changes), [changes]);
  return (
    <div className="editor-tools" role="toolbar" aria-label={t("tools.label")}>
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
      <Tool act={() => session.run(deleteClauses)}>{t("tools.delete")}</Tool>
      <Tool named="undo" isOff={!snapshot.canUndo} act={() => session.undo()}>
        {t("tools.undo")}
      </Tool>
      <Tool named="redo" isOff={!snapshot.canRedo} act={() => session.redo()}>
        {t("tools.redo")}
      </Tool>
      <p className="editor-tools-hint">{t("tools.keys")}</p>
    </div>
  );
}
