/** Two control texts side by side, clause by clause and word by word (rules D12, L5). */

import { canonicalClause } from "./canonical-text.ts";
import { alignClauses, type Pair, readTurned, turnedPair } from "./clause-alignment.ts";
import { type Clause, type ControlText, inlineText, type ReferenceWords } from "./control-text.ts";
import { clausePlaces, referenceWords } from "./numbering.ts";
import { type Run, wordDiff } from "./word-diff.ts";

export type RedlineStatus = "same" | "added" | "removed" | "changed" | "moved";

export type ClauseRedline = {
  /** The nid in the later text, or in the earlier one for what was removed. */
  nid: string;
  /** `changed` goes before `moved`: what was moved and changed is `changed`. */
  status: RedlineStatus;
  /** True when the clause stands in another place, whatever became of its words. */
  moved: boolean;
  before?: Clause;
  after?: Clause;
  /** Same and deleted runs give the words before, same and inserted runs those after. */
  runs: Run[];
};

/** The pairs that keep their order: of those that do not, the fewest that must have moved are left out. */
function pairsInOrder(pairs: Pair[]): Set<Pair> {
  const tails: number[] = [];
  const previous = new Array<number>(pairs.length).fill(-1);
  pairs.forEach((pair, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.before < pair.before) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[at] = tails[low - 1]!;
    tails[low] = at;
  });
  const kept = new Set<Pair>();
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = previous[at]!) kept.add(pairs[at]!);
  return kept;
}

function outOfOrder(before: Clause[], after: Clause[], pairs: Pair[]): Set<Pair> {
  if (!readTurned(before, after)) {
    const kept = pairsInOrder(pairs);
    return new Set(pairs.filter((pair) => !kept.has(pair)));
  }
  const turned = pairs.map((pair) => ({ ...turnedPair(pair), pair })).sort((one, other) => one.after - other.after);
  const kept = pairsInOrder(turned);
  return new Set(turned.filter((pair) => !kept.has(pair)).map(({ pair }) => pair));
}

/** Out of order, or under another item. Where the holder itself came or went, its items have not moved by that. */
function movedPairs(before: Clause[], after: Clause[], pairs: Pair[]): Set<Pair> {
  const strays = outOfOrder(before, after, pairs);
  const oldPlaces = clausePlaces(before);
  const newPlaces = clausePlaces(after);
  const successor = new Map(pairs.map((pair) => [before[pair.before]!.nid, after[pair.after]!.nid]));
  const kept = new Set(successor.values());
  return new Set(
    pairs.filter((pair) => {
      if (strays.has(pair)) return true;
      const old = before[pair.before]!;
      const now = after[pair.after]!;
      // Notes on the whole entry hang on its last item by position only, so for them just the level counts.
      if (now.kind !== "item" || old.kind !== "item") return old.level !== now.level;
      const oldParent = oldPlaces.get(old.nid)?.parent ?? null;
      const newParent = newPlaces.get(now.nid)?.parent ?? null;
      if (oldParent !== null && !successor.has(oldParent)) return false;
      if (newParent !== null && !kept.has(newParent)) return false;
      return (oldParent === null ? null : successor.get(oldParent)) !== newParent;
    }),
  );
}

function pairRedline(before: Clause, after: Clause, moved: boolean, wordsFor: ReferenceWords): ClauseRedline {
  const changed = canonicalClause(before) !== canonicalClause(after);
  const status: RedlineStatus = changed ? "changed" : moved ? "moved" : "same";
  return {
    nid: after.nid,
    status,
    moved,
    before,
    after,
    runs: wordDiff(inlineText(before.content, wordsFor), inlineText(after.content, wordsFor)),
  };
}

function wholeRun(kind: Run["kind"], text: string): Run[] {
  return text === "" ? [] : [{ kind, text }];
}

/** Every clause of both texts once, in the order of the later one; what was removed stands after what it followed. */
export function redline(before: ControlText, after: ControlText): ClauseRedline[] {
  const pairs = alignClauses(before.clauses, after.clauses);
  const moved = movedPairs(before.clauses, after.clauses, pairs);
  const pairOfNew = new Map(pairs.map((pair) => [pair.after, pair]));
  const paired = new Set(pairs.map((pair) => pair.before));
  // A reference that was only renumbered is the same reference: both sides are read with the numbers of the later text.
  const wordsFor = referenceWords(after.clauses, before.clauses);
  const out: ClauseRedline[] = [];
  /** Removed clauses that follow a given old clause, so that they are shown right behind it. */
  const removedAfter = (at: number): void => {
    for (let next = at + 1; next < before.clauses.length && !paired.has(next); next++) {
      const clause = before.clauses[next]!;
      const runs = wholeRun("deleted", inlineText(clause.content, wordsFor));
      out.push({ nid: clause.nid, status: "removed", moved: false, before: clause, runs });
    }
  };
  removedAfter(-1);
  after.clauses.forEach((clause, at) => {
    const pair = pairOfNew.get(at);
    if (pair === undefined) {
      const runs = wholeRun("inserted", inlineText(clause.content, wordsFor));
      out.push({ nid: clause.nid, status: "added", moved: false, after: clause, runs });
      return;
    }
    out.push(pairRedline(before.clauses[pair.before]!, clause, moved.has(pair), wordsFor));
    removedAfter(pair.before);
  });
  return out;
}
