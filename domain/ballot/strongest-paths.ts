/**
 * The Schulze count told pair by pair: who beats whom, over which path, and which link of it is the weakest. Rules B27 and
 * B28. It is read from the pairwise numbers of the account.
 */
import { strengthsOf } from "./schulze.ts";

/** More ballots rank `from` above `to` than the other way round: `votes` against `against`. Its strength is `votes`. */
export type Link = { from: string; to: string; votes: number; against: number };

/** A strongest path; among equally strong ones the shortest, then the one that goes over earlier options. */
export type Path = { strength: number; links: Link[]; weakest: Link };

/** Two options in the order of the ballot. */
export type PairStory = {
  one: string;
  other: string;
  /** Ballots that rank `one` above `other`, and the reverse; those that rank them equal are in neither. */
  oneAbove: number;
  otherAbove: number;
  /** Null where no path leads that way. */
  forth: Path | null;
  back: Path | null;
  /** The option whose path is stronger; null where both are equal: neither beats the other. */
  beats: string | null;
};

export type PathStory = { links: Link[]; pairs: PairStory[] };

/** All links, the strongest first, and all pairs in order of the options. */
export function strongestPathStory(options: readonly string[], pairwise: readonly (readonly number[])[]): PathStory {
  const strengths = strengthsOf(pairwise);
  const pairs = options.flatMap((one, i) =>
    options.slice(i + 1).map((other, more): PairStory => {
      const j = i + 1 + more;
      const [forth, back] = [strengths[i]![j]!, strengths[j]![i]!];
      return {
        one,
        other,
        oneAbove: pairwise[i]![j]!,
        otherAbove: pairwise[j]![i]!,
        forth: pathOf(options, pairwise, i, j, forth),
        back: pathOf(options, pairwise, j, i, back),
        beats: forth === back ? null : forth > back ? one : other,
      };
    }),
  );
  return { links: linksOf(options, pairwise), pairs };
}

const indices = (pairwise: readonly unknown[]) => [...pairwise.keys()];

function linksOf(options: readonly string[], pairwise: readonly (readonly number[])[]): Link[] {
  const all = indices(pairwise).flatMap((i) => indices(pairwise).map((j) => linkBetween(options, pairwise, i, j)));
  return all.filter((link) => link.votes > link.against).sort((one, other) => other.votes - one.votes);
}

function linkBetween(
  options: readonly string[],
  pairwise: readonly (readonly number[])[],
  from: number,
  to: number,
): Link {
  return { from: options[from]!, to: options[to]!, votes: pairwise[from]![to]!, against: pairwise[to]![from]! };
}

/** Searched in widening circles over the links that are strong enough, so that the first path found is a shortest one. */
function pathOf(
  options: readonly string[],
  pairwise: readonly (readonly number[])[],
  from: number,
  to: number,
  strength: number,
): Path | null {
  if (strength === 0) return null;
  const isStrong = (i: number, j: number) =>
    pairwise[i]![j]! >= strength && pairwise[i]![j]! > pairwise[j]![i]! && i !== j;
  const cameFrom = new Map<number, number>([[from, from]]);
  for (const at of cameFrom.keys())
    for (const next of indices(pairwise)) if (isStrong(at, next) && !cameFrom.has(next)) cameFrom.set(next, at);
  const links: Link[] = [];
  for (let at = to; at !== from; at = cameFrom.get(at)!)
    links.unshift(linkBetween(options, pairwise, cameFrom.get(at)!, at));
  const weakest = links.reduce((least, link) => (link.votes < least.votes ? link : least));
  return { strength, links, weakest };
}
