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

/**
 * The changes as they are shown, in their order. `text` are the clauses that they rest on, or, for an amendment of the past,
 * those of the text as it stands now: its clauses keep their identifiers, and their numbers are those of today.
 */
export function viewChanges(changes: ClauseChange[], text: Clause[]): ChangeView[] {
  const own = new Map(changes.map((change) => [change.nid, change]));
  const before = text.map((clause) => own.get(clause.nid)?.before ?? clause);
  const after = withChanges(before, changes);
  const lines = changes.map(lineOf);
  const classes = new Map(
    classifyRedline(
      asText(withMissing(before, changes, "before")),
      asText(withMissing(after, changes, "after")),
      lines,
    ).map((one) => [one.nid, one]),
  );
  const [oldLabels, newLabels] = [numbers(before), numbers(after)];
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

/** Clauses that are gone from the text since stand behind it, so that the classes find them. */
function withMissing(clauses: Clause[], changes: ClauseChange[], side: "before" | "after"): Clause[] {
  const standing = new Set(clauses.map(({ nid }) => nid));
  const missing = changes.flatMap((change) => {
    const clause = change[side];
    return clause && !standing.has(clause.nid) ? [clause] : [];
  });
  return [...clauses, ...missing];
}
