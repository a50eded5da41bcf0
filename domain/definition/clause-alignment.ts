/**
 * Which clause of one text is which clause of another. Within a definition the nid says so (rule D1). Texts of different
 * origin share no nids, or share them by chance, and then what the clauses say decides: a label never does, for what is
 * 2B352.i in one list is 2B352.j in another.
 */
import { type Clause, clauseText } from "./control-text.ts";
import { plainWords } from "./plain-words.ts";

/** Indices into the two lists of clauses. */
export type Pair = { before: number; after: number };

/** From this likeness on two clauses are held to be one; below it, one went and the other came. */
const likenessMin = 0.5;
/** Comparing each with each stops being useful and quick beyond this many cells. */
const cellsMax = 4_000_000;

type Reading = { clause: Clause; key: string; counts: Map<string, number>; weight: number };

const smallWords = new Set("a an the of or and in to for by with as any is are be from that this which".split(" "));

function weightOf(word: string): number {
  return smallWords.has(word) ? 0.25 : 1;
}

function read(clause: Clause): Reading {
  const words = plainWords(clauseText(clause));
  const counts = new Map<string, number>();
  let weight = 0;
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    weight += weightOf(word);
  }
  return { clause, key: `${clause.kind} ${words.join(" ")}`, counts, weight };
}

/** From 0 (no word in common) to 1 (the same words). A change of kind makes two clauses less alike. */
function likeness(one: Reading, other: Reading): number {
  const sum = one.weight + other.weight;
  const factor = one.clause.kind === other.clause.kind ? 1 : 0.8;
  if (sum === 0) return factor;
  if (2 * Math.min(one.weight, other.weight) < likenessMin * sum) return 0;
  const [few, many] = one.counts.size <= other.counts.size ? [one.counts, other.counts] : [other.counts, one.counts];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0) * weightOf(word);
  return ((2 * common) / sum) * factor;
}

function indexByOnly(readings: Reading[], keyOf: (reading: Reading) => string): Map<string, number> {
  const seen = new Map<string, number>();
  readings.forEach((reading, at) => {
    const key = keyOf(reading);
    seen.set(key, seen.has(key) ? -1 : at);
  });
  for (const [key, at] of seen) if (at < 0) seen.delete(key);
  return seen;
}

/**
 * Whether equal nids mean equal clauses. They do unless more texts stand under another nid than under their own, or most
 * clauses with equal nids have nothing to do with each other.
 */
function nidsAgree(before: Reading[], after: Reading[]): boolean {
  const oldKeys = indexByOnly(before, ({ key }) => key);
  const newNids = new Map(after.map((reading) => [reading.clause.nid, reading]));
  const oldNids = new Set(before.map(({ clause }) => clause.nid));
  let agreeing = 0;
  let contrary = 0;
  for (const [key, at] of indexByOnly(after, (reading) => reading.key)) {
    const old = oldKeys.get(key);
    if (old === undefined) continue;
    const { nid } = before[old]!.clause;
    if (nid === after[at]!.clause.nid) agreeing += 1;
    else if (newNids.has(nid) && oldNids.has(after[at]!.clause.nid)) contrary += 1;
  }
  if (contrary > agreeing) return false;
  const shared = before.filter(({ clause }) => newNids.has(clause.nid));
  const alike = shared.filter((reading) => likeness(reading, newNids.get(reading.clause.nid)!) >= likenessMin);
  return shared.length < 4 || 2 * alike.length >= shared.length;
}

type Open = { before: number[]; after: number[] };

function stillOpen(before: Reading[], after: Reading[], pairs: Pair[]): Open {
  const oldTaken = new Set(pairs.map((pair) => pair.before));
  const newTaken = new Set(pairs.map((pair) => pair.after));
  return {
    before: before.map((_, at) => at).filter((at) => !oldTaken.has(at)),
    after: after.map((_, at) => at).filter((at) => !newTaken.has(at)),
  };
}

/** The order-keeping pairs with the greatest sum of likeness. */
function pairInOrder(open: Open, like: (x: number, y: number) => number): Pair[] {
  const width = open.after.length + 1;
  const best = new Float64Array((open.before.length + 1) * width);
  for (let x = open.before.length - 1; x >= 0; x--) {
    for (let y = open.after.length - 1; y >= 0; y--) {
      const matched = like(open.before[x]!, open.after[y]!);
      const skipping = Math.max(best[(x + 1) * width + y]!, best[x * width + y + 1]!);
      best[x * width + y] = matched > 0 ? Math.max(skipping, matched + best[(x + 1) * width + y + 1]!) : skipping;
    }
  }
  const pairs: Pair[] = [];
  let x = 0;
  let y = 0;
  while (x < open.before.length && y < open.after.length) {
    const here = best[x * width + y]!;
    const matched = like(open.before[x]!, open.after[y]!);
    if (matched > 0 && here === matched + best[(x + 1) * width + y + 1]!) {
      pairs.push({ before: open.before[x]!, after: open.after[y]! });
      x += 1;
      y += 1;
    } else if (here === best[(x + 1) * width + y]!) x += 1;
    else y += 1;
  }
  return pairs;
}

/** The likest first, wherever they stand: what is paired here has moved. */
function pairByLikeness(open: Open, like: (x: number, y: number) => number): Pair[] {
  const scored = open.before.flatMap((before) =>
    open.after.flatMap((after) => {
      const score = like(before, after);
      return score > 0 ? [{ before, after, score }] : [];
    }),
  );
  scored.sort((one, other) => other.score - one.score || one.before - other.before || one.after - other.after);
  const oldTaken = new Set<number>();
  const newTaken = new Set<number>();
  return scored.flatMap(({ before, after }) => {
    if (oldTaken.has(before) || newTaken.has(after)) return [];
    oldTaken.add(before);
    newTaken.add(after);
    return [{ before, after }];
  });
}

/**
 * Which of two texts is read first does not matter for what belongs together, so both comparisons of a pair of texts read
 * them in one and the same order: true when the later one goes first.
 */
export function readTurned(before: Clause[], after: Clause[]): boolean {
  if (before.length !== after.length) return before.length > after.length;
  for (const [at, clause] of before.entries()) {
    const one = `${clause.kind} ${clause.nid} ${clauseText(clause)}`;
    const other = `${after[at]!.kind} ${after[at]!.nid} ${clauseText(after[at]!)}`;
    if (one !== other) return one > other;
  }
  return false;
}

export function turnedPair({ before, after }: Pair): Pair {
  return { before: after, after: before };
}

/** The pairs of clauses that are one clause in two texts, in the order of `after`; each clause is in at most one pair. */
export function alignClauses(before: Clause[], after: Clause[]): Pair[] {
  const pairs = readTurned(before, after) ? alignInOrder(after, before).map(turnedPair) : alignInOrder(before, after);
  return pairs.sort((one, other) => one.after - other.after);
}

/** A text has one heading; where both have one left over, it is the same heading in other words. */
function pairedHeading(before: Clause[], after: Clause[], open: Open): Pair | null {
  const old = open.before.filter((at) => before[at]!.kind === "heading");
  const now = open.after.filter((at) => after[at]!.kind === "heading");
  return old.length === 1 && now.length === 1 ? { before: old[0]!, after: now[0]! } : null;
}

function alignInOrder(before: Clause[], after: Clause[]): Pair[] {
  const old = before.map(read);
  const now = after.map(read);
  const pairs: Pair[] = [];
  if (nidsAgree(old, now)) {
    const oldNids = indexByOnly(old, ({ clause }) => clause.nid);
    for (const [nid, at] of indexByOnly(now, ({ clause }) => clause.nid)) {
      const found = oldNids.get(nid);
      if (found !== undefined) pairs.push({ before: found, after: at });
    }
  }
  const left = stillOpen(old, now, pairs);
  const oldKeys = indexByOnly(
    left.before.map((at) => old[at]!),
    ({ key }) => key,
  );
  for (const [key, at] of indexByOnly(
    left.after.map((index) => now[index]!),
    (reading) => reading.key,
  )) {
    const found = oldKeys.get(key);
    if (found !== undefined) pairs.push({ before: left.before[found]!, after: left.after[at]! });
  }
  const like = (x: number, y: number): number => {
    const score = likeness(old[x]!, now[y]!);
    return score >= likenessMin ? score : 0;
  };
  const rest = stillOpen(old, now, pairs);
  if (rest.before.length * rest.after.length <= cellsMax) {
    pairs.push(...pairInOrder(rest, like));
    pairs.push(...pairByLikeness(stillOpen(old, now, pairs), like));
  }
  const heads = pairedHeading(before, after, stillOpen(old, now, pairs));
  if (heads !== null) pairs.push(heads);
  return pairs;
}
