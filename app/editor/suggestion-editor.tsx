/**
 * The editor of a fork, for a page to place. It runs in a browser only: a page loads this module with `import()` in an
 * effect, so that the server never does.
 */
import { type MouseEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import "prosemirror-view/style/prosemirror.css";
import "./editor.css";
import type { ClauseChange } from "../../domain/definition/amendment-change.ts";
import {
  type Clause,
  type ClauseKind,
  clauseKinds,
  clauseLevelMax,
  clauseLevelMin,
} from "../../domain/definition/control-text.ts";
import { addClause, changeKind, changeLevel, deleteClauses } from "./clause-commands.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { SuggestionSession } from "./suggestion-session.ts";

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
      <Tool act={() => session.move("up")}>{t("tools.moveUp")}</Tool>
      <Tool act={() => session.move("down")}>{t("tools.moveDown")}</Tool>
      <Tool act={() => session.run(addClause(newIdentifier))}>{t("tools.add")}</Tool>
      <Tool act={() => session.run(deleteClauses)}>{t("tools.delete")}</Tool>
      <Tool isOff={!snapshot.canUndo} act={() => session.undo()}>
        {t("tools.undo")}
      </Tool>
      <Tool isOff={!snapshot.canRedo} act={() => session.redo()}>
        {t("tools.redo")}
      </Tool>
      <p className="editor-tools-hint">{t("tools.keys")}</p>
    </div>
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
