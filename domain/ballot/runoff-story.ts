/**
 * An instant run-off told round by round: what each option has, who leaves and why, and where those ballots go. Rules B25
 * and B26. It is read from the rounds of the account: only the ballots of the option that left can have moved in between.
 */

/** Votes of the options still standing, as the account gives them. */
export type RoundVotes = Readonly<Record<string, number>>;

/** What the story is told from; `ballots` is the number of rankings counted, which the account gives as P − A. */
export type RunoffAccount = {
  rounds: readonly RoundVotes[];
  tieOrder: readonly string[];
  ballots: number;
};

/** One look back at an earlier round: what those tied had there, and who still had the fewest. */
export type TieStep = { round: number; votes: Record<string, number>; fewest: string[] };

/**
 * Why an option leaves: alone with the fewest; of several with the fewest by an earlier round or, where all rounds are
 * alike, by the frozen tie order. The last two with equal votes leave nobody as winner.
 */
export type LeavingReason =
  | { kind: "fewest" }
  | { kind: "earlier-round"; tied: string[]; steps: TieStep[] }
  | { kind: "tie-order"; tied: string[]; steps: TieStep[]; lastInOrder: string[] };

export type Leaving = {
  option: string;
  votes: number;
  why: LeavingReason;
  /** Where its ballots go next, the largest first; nothing goes on from the last round. */
  transfers: { to: string; ballots: number }[];
  /** Its ballots that name no option still standing. */
  exhausts: number;
};

export type RunoffRound = {
  /** Counted from 1. */
  number: number;
  /** The options standing, the most votes first, equal ones in the frozen tie order. */
  standing: { option: string; votes: number }[];
  /** Ballots without a standing option, those exhausted in earlier rounds included. */
  exhausted: number;
  /** Null where the last two are equal: then there is no winner. */
  leaving: Leaving | null;
};

/** The rounds of the account as a story; empty where only one option stood. */
export function runoffStory(account: RunoffAccount): RunoffRound[] {
  const { rounds, ballots, tieOrder } = account;
  return rounds.map((votes, index) => {
    const standing = tieOrder
      .filter((option) => votes[option] !== undefined)
      .map((option) => ({ option, votes: votes[option]! }))
      .sort((one, other) => other.votes - one.votes);
    const counted = standing.reduce((sum, one) => sum + one.votes, 0);
    return { number: index + 1, standing, exhausted: ballots - counted, leaving: leavingOf(account, index) };
  });
}

function leavingOf({ rounds, tieOrder }: RunoffAccount, index: number): Leaving | null {
  const votes = rounds[index]!;
  const after = rounds[index + 1];
  const fewest = withFewest(Object.keys(votes), votes);
  if (after === undefined && fewest.length > 1) return null;
  const reasoned = whoLeaves(fewest, rounds.slice(0, index + 1), tieOrder);
  const transfers = after === undefined ? [] : gainsBetween(votes, after);
  const moved = transfers.reduce((sum, one) => sum + one.ballots, 0);
  const has = votes[reasoned.option]!;
  return { ...reasoned, votes: has, transfers, exhausts: after === undefined ? 0 : has - moved };
}

/** The rule B26 with each of its steps kept: every earlier round, from the first on, until one option is left. */
function whoLeaves(
  fewest: string[],
  rounds: readonly RoundVotes[],
  tieOrder: readonly string[],
): { option: string; why: LeavingReason } {
  if (fewest.length === 1) return { option: fewest[0]!, why: { kind: "fewest" } };
  const steps: TieStep[] = [];
  let tied = fewest;
  for (const [index, votes] of rounds.slice(0, -1).entries()) {
    const left = withFewest(tied, votes);
    if (left.length === tied.length) continue;
    steps.push({
      round: index + 1,
      votes: Object.fromEntries(tied.map((option) => [option, votes[option]!])),
      fewest: left,
    });
    tied = left;
    if (left.length === 1) return { option: left[0]!, why: { kind: "earlier-round", tied: fewest, steps } };
  }
  const inOrder = [...tied].sort((one, other) => tieOrder.indexOf(one) - tieOrder.indexOf(other));
  return { option: inOrder.at(-1)!, why: { kind: "tie-order", tied: fewest, steps, lastInOrder: inOrder } };
}

function withFewest(options: readonly string[], votes: RoundVotes): string[] {
  const least = Math.min(...options.map((option) => votes[option]!));
  return options.filter((option) => votes[option] === least);
}

function gainsBetween(before: RoundVotes, after: RoundVotes): { to: string; ballots: number }[] {
  return Object.entries(after)
    .map(([to, votes]) => ({ to, ballots: votes - before[to]! }))
    .filter((one) => one.ballots > 0)
    .sort((one, other) => other.ballots - one.ballots);
}
