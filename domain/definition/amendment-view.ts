/**
 * How the changes of an amendment are shown: word by word inside each clause, with the class of each change in a word and a
 * sentence (rules A1, D12). Browser and server show the same.
 */
import type { ClauseChange } from "./amendment-change.ts";
import { type ChangeKind, changeKind, withChanges } from "./amendment-change.ts";
import { type ChangeClass, classifyRedline } from "./change-class.ts";
import { type Clause, type ClauseKind, type ControlText, clauseText } from "./control-text.ts";
import { numbers } from "./numbering.ts";
import type { ClauseRedline } from "./redline.ts";
import { type Run, wordDiff } from "./word-diff.ts";

export type ChangeView = {
  nid: string;
  change: ChangeKind;
  /** The clause's number where the text gives it one, without the point at its end. */
  label: string;
  kind: ClauseKind;
  level: number;
  /** Null where nothing but the level changed, which no class of D12 names. */
  class: ChangeClass | null;
  detail: string;
  runs: Run[];
  /** Before and after, where they differ. */
  levels: [number, number] | null;
  kinds: [ClauseKind, ClauseKind] | null;
  /** The clause behind which it would stand; `nid` is empty at the front. Null where it stays in its place. */
  place: { nid: string; label: string } | null;
};

function lineOf(change: ClauseChange): ClauseRedline {
  const { nid, before, after, behind } = change;
  const status = { added: "added", removed: "removed", moved: "moved", changed: "changed" } as const;
  return {
    nid,
    status: status[changeKind(change)],
    moved: before !== null && behind !== null,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    runs: wordDiff(before ? clauseText(before) : "", after ? clauseText(after) : ""),
  };
}

const asText = (clauses: Clause[]): ControlText => ({
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses,
});

const known = new WeakMap<Clause[], ReadonlyMap<string, string>>();

/** The numbers of a text, which many amendments of one list ask for. */
function labelsOf(text: Clause[]): ReadonlyMap<string, string> {
  const labels = known.get(text) ?? numbers(text);
  known.set(text, labels);
  return labels;
}

/** Whether any number of the text may be another after the change. */
function changesNumbers({ before, after, behind }: ClauseChange): boolean {
  return behind !== null || before?.level !== after?.level || before?.kind !== after?.kind;
}

/**
 * The changes as they are shown, in their order. `text` are the clauses that they rest on, or, for an amendment of the past,
 * those of the text as it stands now: its clauses keep their identifiers, and their numbers are those of today.
 */
export function viewChanges(changes: ClauseChange[], text: Clause[]): ChangeView[] {
  const lines = changes.map(lineOf);
  const side = (name: "before" | "after") => asText(changes.flatMap((change) => change[name] ?? []));
  const classes = new Map(classifyRedline(side("before"), side("after"), lines).map((one) => [one.nid, one]));
  const oldLabels = labelsOf(text);
  const newLabels = changes.some(changesNumbers) ? numbers(withChanges(text, changes)) : oldLabels;
  const labelOf = (nid: string, removed = false) => {
    const label = removed ? oldLabels.get(nid) : (newLabels.get(nid) ?? oldLabels.get(nid));
    return (label ?? "").replace(/\.$/, "");
  };
  return changes.map((change, at) => {
    const { nid, before: old, after: now, behind } = change;
    const clause = (now ?? old)!;
    const classed = classes.get(nid);
    return {
      nid,
      change: changeKind(change),
      label: labelOf(nid, now === null),
      kind: clause.kind,
      level: clause.level,
      class: classed?.class ?? null,
      detail: classed?.detail ?? "",
      runs: lines[at]!.runs,
      levels: old && now && old.level !== now.level ? [old.level, now.level] : null,
      kinds: old && now && old.kind !== now.kind ? [old.kind, now.kind] : null,
      place: behind === null ? null : { nid: behind, label: behind === "" ? "" : labelOf(behind) },
    };
  });
}
