/** The types about options a second time: by looking at every option, by recursion, and by walking every path. Rules B24 to B28. */

/** B24, option by option: with `atMost`, one stays only if fewer than so many others have at least as much. */
export function slowApproval(options: readonly string[], sets: (readonly string[])[], atMost: number | undefined) {
  const approvals: Record<string, number> = {};
  for (const option of options) approvals[option] = sets.filter((set) => set.includes(option)).length;
  const V = sets.filter((set) => set.length > 0).length;
  const passed = options.filter((option) => approvals[option]! > V - approvals[option]!);
  const stays = (option: string) =>
    atMost === undefined || passed.filter((other) => approvals[other]! >= approvals[option]!).length <= atMost;
  return { approvals, adoptedOptions: passed.filter(stays) };
}

type Rounds = Record<string, number>[];
type Runoff = { rounds: Rounds; order: string[] | null; winner: string | null };

/** B25 and B26 by recursion: one round, then the same with one option fewer. */
export function slowRunoff(
  standing: readonly string[],
  tie: readonly string[],
  ballots: string[][],
  past: Rounds,
): Runoff {
  if (standing.length <= 1)
    return standing[0] === undefined
      ? { rounds: [], order: null, winner: null }
      : { rounds: [], order: [standing[0]], winner: standing[0] };
  const firsts = ballots.map((ballot) => ballot.filter((option) => standing.includes(option))[0]);
  const votes: Record<string, number> = {};
  for (const option of standing) votes[option] = firsts.filter((first) => first === option).length;
  const known = [...past, votes];
  if (standing.length === 2 && votes[standing[0]!] === votes[standing[1]!])
    return { rounds: [votes], order: null, winner: null };
  // `one` goes before `other` if it has fewer now, or fewer in the first round that tells them apart, or stands later.
  const goesBefore = (one: string, other: string) => {
    for (const round of [votes, ...known]) if (round[one] !== round[other]) return round[one]! < round[other]!;
    return tie.indexOf(one) > tie.indexOf(other);
  };
  const leaving = standing.find((one) => standing.every((other) => one === other || goesBefore(one, other)))!;
  const rest = slowRunoff(
    standing.filter((option) => option !== leaving),
    tie,
    ballots,
    known,
  );
  return { ...rest, rounds: [votes, ...rest.rounds], order: rest.order && [...rest.order, leaving] };
}

/** B27: the strongest of all simple paths, found by walking every one of them. */
function strongest(d: number[][], from: number, to: number, seen: number[]): number {
  let best = 0;
  for (const next of d.keys()) {
    if (seen.includes(next) || d[from]![next]! <= d[next]![from]!) continue;
    const further = next === to ? d[from]![next]! : Math.min(d[from]![next]!, strongest(d, next, to, [...seen, next]));
    best = Math.max(best, further);
  }
  return best;
}

/** B27 and B28. */
export function slowSchulze(options: readonly string[], rankings: (readonly (string | readonly string[])[])[]) {
  const isAbove = (ranking: (typeof rankings)[number], one: string, other: string) => {
    for (const place of ranking) {
      const here = [place].flat();
      if (here.includes(one)) return !here.includes(other);
      if (here.includes(other)) return false;
    }
    return false;
  };
  const d = options.map((one) => options.map((other) => rankings.filter((all) => isAbove(all, one, other)).length));
  const p = d.map((row, i) => row.map((_, j) => (i === j ? 0 : strongest(d, i, j, [i]))));
  const order: string[][] = [];
  const left = new Set(options.keys());
  while (left.size > 0) {
    const unbeaten = [...left].filter((i) => ![...left].some((j) => p[j]![i]! > p[i]![j]!));
    order.push(unbeaten.map((i) => options[i]!));
    for (const i of unbeaten) left.delete(i);
  }
  return { pairwise: d, order, winner: order[0]?.length === 1 ? order[0][0]! : null };
}
