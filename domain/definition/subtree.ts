/** A clause and what hangs on it: in a flat list, the clauses that follow at a deeper level (rule D1). */

/** The index behind the last clause of the subtree that begins at `index`. */
export function endOfSubtree(clauses: readonly { level: number }[], index: number): number {
  const level = clauses[index]!.level;
  let end = index + 1;
  while (end < clauses.length && clauses[end]!.level > level) end += 1;
  return end;
}

/** Clauses `from` up to, without, `to`, and in front of which clause they go; positions in the list as it is. */
export type ClauseMove = { from: number; to: number; before: number };

/**
 * One step up: over the sibling in front with all that hangs on it, or out in front of the clause they hang on, to the end
 * of what hangs on the one before that. Null where nothing stands there that they could hang on.
 */
export function moveUp(clauses: readonly { level: number }[], from: number, to: number): ClauseMove | null {
  const level = topLevel(clauses, from, to);
  let before = from - 1;
  while (before >= 0 && clauses[before]!.level > level) before -= 1;
  if (before < 0 || (before === 0 && clauses[before]!.level < level)) return null;
  return { from, to, before };
}

/** One step down: over the sibling behind with all that hangs on it, or in under the clause that begins behind. */
export function moveDown(clauses: readonly { level: number }[], from: number, to: number): ClauseMove | null {
  if (to >= clauses.length) return null;
  const level = topLevel(clauses, from, to);
  const before = clauses[to]!.level < level ? to + 1 : endOfSubtree(clauses, to);
  return { from, to, before };
}

function topLevel(clauses: readonly { level: number }[], from: number, to: number): number {
  return Math.min(...clauses.slice(from, to).map(({ level }) => level));
}
