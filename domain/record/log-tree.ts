/**
 * The arithmetic of the log's tree, as RFC 6962 and RFC 9162 define it (rule T3): hashes of leaves and inner nodes, which
 * subtrees a root or a proof is made of, and how a proof is folded. The hash function is handed in; numbers count leaves.
 */

/** SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** A complete subtree of 2^level leaves; it begins at leaf `index` · 2^level. Level 0 is a leaf. */
export type Subtree = { level: number; index: number };

/** Leaves from `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** On which side of what is known so far the next hash of a proof stands. */
export type Side = "left" | "right";

function joined(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What is hashed for a leaf: 0x00 before its content. */
export function leafPreimage(content: Uint8Array): Uint8Array {
  return joined(Uint8Array.of(0), content);
}

/** What is hashed for an inner node: 0x01 before its two children. */
export function innerPreimage(left: Uint8Array, right: Uint8Array): Uint8Array {
  return joined(Uint8Array.of(1), left, right);
}

/** The largest power of two below `count`, which is 2 or more: where a range is split. */
function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/**
 * The complete subtrees that a new leaf at `index` finishes: level 1 upwards, none for an even index. `leftOf` gives the
 * subtree that stands to the left at a level; it ends at leaf `index` − 2^level.
 */
export function finishedSubtrees(
  hash: Hash,
  index: number,
  leaf: Uint8Array,
  leftOf: (level: number) => Uint8Array,
): Uint8Array[] {
  const finished: Uint8Array[] = [];
  let right = leaf;
  for (let level = 0, rest = index; rest % 2 === 1; level += 1, rest = Math.floor(rest / 2)) {
    right = hash(innerPreimage(leftOf(level), right));
    finished.push(right);
  }
  return finished;
}

/** The last leaves of the subtrees that a new leaf at `index` is joined with, level 0 upwards. */
export function endsOnTheLeft(index: number): number[] {
  const ends: number[] = [];
  for (let width = 1, rest = index; rest % 2 === 1; width *= 2, rest = Math.floor(rest / 2)) ends.push(index - width);
  return ends;
}

/** The last leaf of a complete subtree: when it came, the subtree was finished. */
export function lastLeafOf({ level, index }: Subtree): number {
  return (index + 1) * 2 ** level - 1;
}

/** The complete subtrees that make up a range, from left to right. A range of a proof begins where one may begin. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The hash of a range from those of its complete subtrees; of an empty one the hash of nothing. */
export function hashOfRange(hash: Hash, subtrees: readonly Uint8Array[]): Uint8Array {
  const last = subtrees.at(-1);
  if (last === undefined) return hash(new Uint8Array());
  return subtrees.slice(0, -1).reduceRight((right, left) => hash(innerPreimage(left, right)), last);
}

/** The ranges whose hashes prove that a leaf is in the tree of `size` leaves, from the leaf up to the root. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** The ranges whose hashes prove that the tree of `first` leaves is the beginning of that of `second` leaves. */
export function consistencyRanges(first: number, second: number): Range[] {
  if (first === 0 || first >= second) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, second];
  while (to !== first) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The whole first tree need not be given: its root is what is being proved.
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}

/** How an inclusion proof is folded onto the leaf's hash; its length is the length a proof must have. */
export function inclusionSides(index: number, size: number): Side[] {
  return inclusionRanges(index, size).map(({ from }) => (from <= index ? "left" : "right"));
}

/**
 * How a consistency proof is folded. The walk begins with the first root where `startsWithFirstRoot`, else with the proof's
 * first hash; each further hash joins the new tree, and where it stands on the left the old one too.
 */
export function consistencySides(first: number, second: number): { startsWithFirstRoot: boolean; sides: Side[] } {
  const ranges = consistencyRanges(first, second);
  const startsWithFirstRoot = first === 1 || splitOf(first) * 2 === first;
  const further = startsWithFirstRoot ? ranges : ranges.slice(1);
  return { startsWithFirstRoot, sides: further.map(({ from }) => (from < first ? "left" : "right")) };
}

/** The root to which a leaf's hash and its proof lead; null where the proof has not the length it must have. */
export function rootFromInclusion(
  hash: Hash,
  { index, size }: { index: number; size: number },
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (index < 0 || index >= size) return null;
  const sides = inclusionSides(index, size);
  if (sides.length !== proof.length) return null;
  return proof.reduce((known, other, step) => joinedOn(hash, sides[step]!, known, other), leaf);
}

function joinedOn(hash: Hash, side: Side, known: Uint8Array, other: Uint8Array): Uint8Array {
  return hash(side === "left" ? innerPreimage(other, known) : innerPreimage(known, other));
}

/** The two roots to which a consistency proof leads, to be compared with both checkpoints; null where it is malformed. */
export function rootsFromConsistency(
  hash: Hash,
  { first, second }: { first: number; second: number },
  firstRoot: Uint8Array,
  proof: readonly Uint8Array[],
): { first: Uint8Array; second: Uint8Array } | null {
  if (first < 1 || first > second) return null;
  if (first === second) return proof.length === 0 ? { first: firstRoot, second: firstRoot } : null;
  const { startsWithFirstRoot, sides } = consistencySides(first, second);
  const start = startsWithFirstRoot ? firstRoot : proof[0];
  const further = startsWithFirstRoot ? proof : proof.slice(1);
  if (start === undefined || further.length !== sides.length) return null;
  let [old, young] = [start, start];
  for (const [step, other] of further.entries()) {
    if (sides[step] === "left") old = hash(innerPreimage(other, old));
    young = joinedOn(hash, sides[step]!, young, other);
  }
  return { first: old, second: young };
}
