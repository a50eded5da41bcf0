/** The Schulze method. Rules B27, B28. */
import type { Ranking } from "./ballot-case.ts";

export type Schulze = {
  /** `pairwise[i][j]`: ballots that rank option i above option j; both in order of the options. */
  pairwise: number[][];
  /** Groups of options that none of those left beats, each in order of the options. */
  order: string[][];
  /** The only option of the first group, else null. */
  winner: string | null;
};

/** Rankings may hold equal places; options that are not ranked are equal last. */
export function schulze(options: readonly string[], rankings: readonly Ranking[]): Schulze {
  const pairwise = comparePairs(options, rankings);
  const strength = strengthsOf(pairwise);
  const order: string[][] = [];
  let standing = options.map((_, index) => index);
  while (standing.length > 0) {
    const group = standing.filter((i) => !standing.some((j) => strength[j]![i]! > strength[i]![j]!));
    order.push(group.map((i) => options[i]!));
    standing = standing.filter((i) => !group.includes(i));
  }
  const first = order[0] ?? [];
  return { pairwise, order, winner: first.length === 1 ? first[0]! : null };
}

function comparePairs(options: readonly string[], rankings: readonly Ranking[]): number[][] {
  const pairwise = options.map(() => options.map(() => 0));
  for (const ranking of rankings) {
    const places = options.map((option) => placeOf(option, ranking));
    for (const [i, row] of pairwise.entries())
      for (const j of options.keys()) if (places[i]! < places[j]!) row[j]! += 1;
  }
  return pairwise;
}

function placeOf(option: string, ranking: Ranking): number {
  const place = ranking.findIndex((one) => (typeof one === "string" ? one === option : one.includes(option)));
  return place < 0 ? ranking.length : place;
}

/**
 * The strength of the strongest path between any two, 0 where there is none. A path is as strong as its weakest link; a
 * link counts only where more ballots go its way than against it.
 */
export function strengthsOf(pairwise: readonly (readonly number[])[]): number[][] {
  const strength = pairwise.map((row, i) => row.map((votes, j) => (votes > pairwise[j]![i]! ? votes : 0)));
  for (const k of strength.keys())
    for (const i of strength.keys())
      for (const j of strength.keys()) {
        const over = Math.min(strength[i]![k]!, strength[k]![j]!);
        if (i !== j && over > strength[i]![j]!) strength[i]![j] = over;
      }
  return strength;
}
