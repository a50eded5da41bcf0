/** What screen readers have of the faults: the sentences that clauses point to, and news of them, politely. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionEditorProps } from "./definition-editor.tsx";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import type { LiveFault } from "./fault-finding.ts";
import { sentencesId } from "./fault-watch.ts";
import type { Say } from "./param-words.ts";
import "./faults.css";

/** The sentence of a fault: the linter's own, or for trouble with live text that of the catalogue. */
export function faultSentence(say: Say, { code, detail, words }: LiveFault): string {
  return detail === "" ? say(`faults.trouble.${code}`, { words }) : detail;
}

/** Tells the session what stands around the text, and again when the page learnt more. */
export function useFaultSurroundings(session: EditorSession | null, props: DefinitionEditorProps): void {
  const { reference, terms, references, publishedCodes } = props;
  useEffect(() => {
    if (session === null || reference === undefined) return;
    const named = (references ?? []).map(({ target }) => target);
    session.faults.surround({ reference, terms: [...(terms ?? [])], entries: [...(publishedCodes ?? []), ...named] });
  }, [session, reference, terms, references, publishedCodes]);
}

type Props = { session: EditorSession; snapshot: EditorSnapshot; onFaults?: (faults: LiveFault[]) => void };

export function FaultPanel({ session, snapshot, onFaults }: Props) {
  const { t } = useTranslation("editor");
  const { faults: desk } = session;
  const judged = useSyncExternalStore(desk.subscribe, desk.current, desk.current);
  const faults = judged ?? [];
  const tell = useRef(onFaults);
  tell.current = onFaults;
  useEffect(() => {
    if (judged !== null) tell.current?.(judged);
  }, [judged]);
  const byClause = new Map<string, LiveFault[]>();
  for (const fault of faults) {
    const id = sentencesId(fault.nid, fault.at);
    byClause.set(id, [...(byClause.get(id) ?? []), fault]);
  }
  return (
    <>
      <ul hidden>
        {[...byClause].map(([id, here]) => (
          <li key={id} id={id}>
            {here.map((fault) => faultSentence(t, fault)).join(" ")}
          </li>
        ))}
      </ul>
      {judged !== null && <News faults={judged} nid={snapshot.current.nid} />}
    </>
  );
}

/** Says the faults of the clause that the caret comes into, and how many are left when their number changes. */
function News({ faults, nid }: { faults: LiveFault[]; nid: string | null }) {
  const { t } = useTranslation("editor");
  const [said, setSaid] = useState("");
  const before = useRef({ count: faults.length, here: "" });
  const sentences = faults.filter((fault) => fault.nid === nid && nid !== null).map((fault) => faultSentence(t, fault));
  const words = sentences.join(" ");
  const here = words === "" ? "" : `${nid} ${words}`;
  const { length: count } = faults;
  useEffect(() => {
    const old = before.current;
    before.current = { count, here };
    const parts: string[] = [];
    if (here !== "" && here !== old.here) parts.push(t("faults.heard", { sentences: words }));
    if (count !== old.count) parts.push(count === 0 ? t("faults.none") : t("faults.count", { count }));
    if (parts.length > 0) setSaid(parts.join(" "));
  }, [here, words, count, t]);
  return (
    <p className="editor-unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
