/**
 * The faults beside the text: those of the editor where it is live, else those that the server found. A waiver holds as
 * long as the clause reads as it did when the chair gave it (rule D8).
 */
import type { FaultFix, LiveFault } from "~/editor/fault-finding.ts";
import { canonicalClause } from "../../../domain/definition/canonical-text.ts";
import type { ClauseNameData, DefinitionPageData, FaultData } from "./definition-types.ts";

export type ShownFault = {
  key: string;
  code: LiveFault["code"];
  nid: string;
  detail: string;
  /** What takes the place of `detail` in the sentence for trouble with live text. */
  words: string;
  clause: ClauseNameData;
  waiver: FaultData["waiver"];
  /** The fault as it stands on disk, which alone can be waived; null for one that is newer. */
  onDisk: FaultData | null;
  fixes: FaultFix[];
};

function nameOf({ code, nid, detail }: { code: string; nid: string; detail: string }): string {
  return `${code} ${nid} ${detail}`;
}

function storedFault(fault: FaultData): ShownFault {
  const { code, nid, detail, clause, waiver } = fault;
  return { key: nameOf(fault), code, nid, detail, words: "", clause, waiver, onDisk: fault, fixes: [] };
}

/** What the room shows; `live` is null until the editor has judged the text. */
export function shownFaults(
  page: Pick<DefinitionPageData, "faults" | "clauses">,
  live: LiveFault[] | null,
): ShownFault[] {
  if (live === null) return page.faults.map(storedFault);
  const stored = new Map(page.faults.map((fault) => [nameOf(fault), fault]));
  const clauses = new Map(page.clauses.map((clause) => [clause.nid, clause]));
  return live.map((fault) => {
    const onDisk = stored.get(nameOf(fault)) ?? null;
    const clause = clauses.get(fault.nid);
    const isAsItWas = fault.nid === "" || (clause !== undefined && canonicalClause(clause) === fault.clauseText);
    const name = { label: fault.label, kind: fault.kind, gone: false };
    const { key, code, nid, detail, words, fixes } = fault;
    const waiver = isAsItWas ? (onDisk?.waiver ?? null) : null;
    return { key, code, nid, detail, words, fixes, waiver, onDisk: isAsItWas ? onDisk : null, clause: name };
  });
}
