/** Instant run-off. Rules B25, B26. */

export type InstantRunoff = {
  /** Votes of the options still standing, in order of the options; rounds with two or more standing. */
  rounds: Map<string, number>[];
  /** The reverse of leaving; null without a winner. */
  order: string[] | null;
  winner: string | null;
};

/**
 * `rankings` are strict and may be incomplete; `tieOrder` holds all options. The last two with equal votes give no
 * winner; an earlier tie for the fewest is broken by the first round in which the tied differ, then by the tie order.
 */
export function instantRunoff(
  options: readonly string[],
  tieOrder: readonly string[],
  rankings: readonly (readonly string[])[],
): InstantRunoff {
  const rounds: Map<string, number>[] = [];
  const left: string[] = [];
  let standing = [...options];
  while (standing.length > 1) {
    const votes = countRound(standing, rankings);
    rounds.push(votes);
    if (standing.length === 2 && votes.get(standing[0]!) === votes.get(standing[1]!))
      return { rounds, order: null, winner: null };
    const leaving = leavingOption(standing, rounds, tieOrder);
    left.unshift(leaving);
    standing = standing.filter((option) => option !== leaving);
  }
  const winner = standing[0] ?? null;
  return { rounds, order: winner === null ? null : [winner, ...left], winner };
}

/** Each ranking counts for its first option still standing; one without is exhausted. */
function countRound(standing: readonly string[], rankings: readonly (readonly string[])[]): Map<string, number> {
  const votes = new Map(standing.map((option) => [option, 0]));
  for (const ranking of rankings) {
    const first = ranking.find((option) => votes.has(option));
    if (first !== undefined) votes.set(first, votes.get(first)! + 1);
  }
  return votes;
}

function leavingOption(standing: readonly string[], rounds: Map<string, number>[], tieOrder: readonly string[]) {
  let tied = withFewest(standing, rounds.at(-1)!);
  for (const round of rounds) tied = withFewest(tied, round);
  return tied.reduce((last, option) => (tieOrder.indexOf(option) > tieOrder.indexOf(last) ? option : last));
}

function withFewest(options: readonly string[], votes: Map<string, number>): string[] {
  const fewest = Math.min(...options.map((option) => votes.get(option)!));
  return options.filter((option) => votes.get(option) === fewest);
}
