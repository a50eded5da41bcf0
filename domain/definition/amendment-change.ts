/**
 * What an amendment changes, clause by clause: each clause before and after, and where a new or moved clause stands.
 * Pure comparison of two texts whose clauses carry the same identifiers. Rules A1, A5, A6.
 */
import { canonicalClause, canonicalJson } from "./canonical-text.ts";
import { type Clause, clauseText } from "./control-text.ts";
import { wordDiff } from "./word-diff.ts";

export type ClauseChange = {
  nid: string;
  /** Null for a clause that the amendment adds. */
  before: Clause | null;
  /** Null for a clause that it takes away. */
  after: Clause | null;
  /** The clause behind which an added or moved clause stands, `""` at the front of the text; null where the place stays. */
  behind: string | null;
};

/** What an amendment rests on in a clause: words, kind and level. Markings are not an amendment's to change (rule Z5). */
export function clauseKey(clause: Clause): string {
  return canonicalJson([clause.level, canonicalClause(clause)]);
}

/** Whether two clauses say the same at the same level. */
export function isSameClause(one: Clause, other: Clause): boolean {
  return clauseKey(one) === clauseKey(other);
}

/** Of the common clauses those that keep their order: the longest rising run of places; the others were moved. */
function inOrder(places: number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  places.forEach((place, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[tails[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) kept.add(at);
  return kept;
}

/**
 * The changes that turn one text into the other, in the order of the later text; what is taken away comes last. The
 * marking and caveat of a clause stay those of the text.
 */
export function changesBetween(before: Clause[], after: Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause, place) => [clause.nid, { clause, place }]));
  const common = after.filter(({ nid }) => old.has(nid));
  const kept = inOrder(common.map(({ nid }) => old.get(nid)!.place));
  const moved = new Set(common.filter((_, at) => !kept.has(at)).map(({ nid }) => nid));
  const changes: ClauseChange[] = [];
  after.forEach((clause, at) => {
    const known = old.get(clause.nid)?.clause;
    const behind = at === 0 ? "" : after[at - 1]!.nid;
    if (known === undefined) changes.push({ nid: clause.nid, before: null, after: clause, behind });
    else if (moved.has(clause.nid) || !isSameClause(known, clause)) {
      const { marking, caveat } = known;
      changes.push({
        nid: clause.nid,
        before: known,
        after: { ...clause, marking, caveat },
        behind: moved.has(clause.nid) ? behind : null,
      });
    }
  });
  const standing = new Set(after.map(({ nid }) => nid));
  for (const clause of before)
    if (!standing.has(clause.nid)) changes.push({ nid: clause.nid, before: clause, after: null, behind: null });
  return changes;
}

/** The text as it would read with these changes. A place that is gone falls back to the end. */
export function withChanges(clauses: Clause[], changes: ClauseChange[]): Clause[] {
  const byNid = new Map(changes.map((change) => [change.nid, change]));
  const out = clauses.flatMap((clause) => {
    const change = byNid.get(clause.nid);
    if (change === undefined) return [clause];
    return change.after === null || change.behind !== null ? [] : [change.after];
  });
  for (const { after, behind } of changes) {
    if (after === null || behind === null) continue;
    const at = behind === "" ? 0 : out.findIndex(({ nid }) => nid === behind) + 1;
    out.splice(behind !== "" && at === 0 ? out.length : at, 0, after);
  }
  return out;
}

/** The number of changed characters of one clause (rule A5): those that go and those that come. */
export function changeDistance({ before, after }: ClauseChange): number {
  const runs = wordDiff(before ? clauseText(before) : "", after ? clauseText(after) : "");
  return runs.reduce((sum, { kind, text }) => sum + (kind === "same" ? 0 : [...text].length), 0);
}

export type ChangeKind = "added" | "removed" | "moved" | "changed";

export function changeKind({ before, after, behind }: ClauseChange): ChangeKind {
  if (before === null) return "added";
  if (after === null) return "removed";
  return behind !== null && isSameClause(before, after) ? "moved" : "changed";
}
