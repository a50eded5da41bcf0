/**
 * The editor of a fork, for a page to place. It runs in a browser only: a page loads this module with `import()` in an
 * effect, so that the server never does.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import "prosemirror-view/style/prosemirror.css";
import "./editor.css";
import type { ClauseChange } from "../../domain/definition/amendment-change.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import { SuggestionSession } from "./suggestion-session.ts";
import { ClauseTools } from "./tools.tsx";

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
  const { changes } = snapshot;
  const tell = useRef(onChanges);
  tell.current = onChanges;
  useEffect(() => tell.current(changes), [changes]);
  return (
    <div className="editor-tools" role="toolbar" aria-label={t("tools.label")}>
      <ClauseTools session={session} snapshot={snapshot} />
      <p className="editor-tools-hint">{t("tools.keys")}</p>
    </div>
  );
}
