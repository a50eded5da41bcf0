/**
 * The account of a ballot: all numbers, each condition with both sides, and the outcome. Rules B10 to B35 and X8: a pure
 * function of the ballot record, its positions and its events.
 */
import { writeInstant } from "../instant.ts";
import type { Refusal, RefusalCode } from "../refusal.ts";
import { approval } from "./approval.ts";
import { type BallotCase, eventsOf } from "./ballot-case.ts";
import { type BallotType, isAboutOptions } from "./ballot-type.ts";
import { closingTime } from "./closing.ts";
import { type Condition, decidingConditions, type OptionResult, voidConditions } from "./conditions.ts";
import { instantRunoff } from "./instant-runoff.ts";
import { hearPositions, type IndexedPosition, standingPositions } from "./position.ts";
import { type Figures, figuresOf, type RollCallLine, rollCall } from "./roll-call.ts";
import { schulze } from "./schulze.ts";

export const ballotOutcomes = ["adopted", "not-adopted", "void", "advisory"] as const;
export type BallotOutcome = (typeof ballotOutcomes)[number];

/** Counts of the types decided by words, and of those about options. */
export type WordCounts = Pick<Figures, "R" | "X" | "E" | "Y" | "O" | "D" | "N" | "A" | "S">;
export type OptionCounts = Pick<Figures, "R" | "X" | "E" | "P" | "A" | "S">;
export type Counts = WordCounts | OptionCounts;

/** What belongs to some types only. Without a winner `winner` is null, and in an instant run-off `order` too. */
export type TypeResult = {
  weights?: { wY: number; wE: number };
  approvals?: Record<string, number>;
  /** Seats with a set that is not empty (V of rule B24), and how many options may be adopted. */
  voters?: number;
  atMost?: number;
  adoptedOptions?: string[];
  rounds?: Record<string, number>[];
  pairwise?: number[][];
  order?: string[] | string[][] | null;
  winner?: string | null;
};

export type Account = TypeResult & {
  type: BallotType;
  outcome: BallotOutcome;
  /** Ids of the conditions not met; of a void ballot only those that make it void (rule B12). */
  failing: string[];
  counts: Counts;
  conditions: Condition[];
  /** Indices into the positions, rising. */
  refused: { index: number; code: RefusalCode }[];
  duplicates: { index: number; of: number }[];
  /** The same refusals with rule and reason. */
  refusals: (Refusal & { index: number })[];
  /** What each seat counts as, in order of the roll. */
  rollCall: RollCallLine[];
  /** When the ballot closes, if that is not the frozen closing time (rules B8, B9, B47). */
  closesAt?: string;
  /** Whether a direct interest became known after close; then the account with those seats recused stands beside (X8). */
  flagged: boolean;
  recount?: { outcome: BallotOutcome; failing: string[]; counts: Counts };
};

/** The account of a ballot, as of all its positions and events. */
export function account(ballot: BallotCase): Account {
  const closesAt = closingTime(ballot);
  const roll = new Set(ballot.roll.map((one) => one.seat));
  const found = eventsOf(ballot.events, "interest-found").filter((one) => one.at >= closesAt && roll.has(one.seat));
  const first = compute(ballot, ballot.recused, closesAt);
  const moved = closesAt === ballot.closesAt ? {} : { closesAt: writeInstant(closesAt) };
  if (found.length === 0) return { ...first, ...moved, flagged: false };
  const { outcome, failing, counts } = compute(ballot, [...ballot.recused, ...found.map((one) => one.seat)], closesAt);
  return { ...first, ...moved, flagged: true, recount: { outcome, failing, counts } };
}

function compute(ballot: BallotCase, recusedSeats: readonly string[], closesAt: number): Omit<Account, "flagged"> {
  const recused = new Set(recusedSeats);
  const hearing = hearPositions(ballot, recused, closesAt);
  const standing = standingPositions(hearing.accepted, closesAt);
  const lines = rollCall(ballot, recused, standing, closesAt);
  const figures = figuresOf(ballot, lines);
  const current = lines.flatMap(({ index, countedAs }) => {
    const counted = index !== null && countedAs !== "recuse";
    return counted ? [{ ...ballot.positions[index]!, index }] : [];
  });
  const { result, forConditions } = resultOf(ballot, figures, current);
  const judged = judge(ballot.type, figures, forConditions);
  return {
    type: ballot.type,
    ...judged,
    counts: countsOf(ballot, figures),
    ...(judged.outcome === "void" ? withoutDecision(result) : result),
    refused: hearing.refusals.map(({ index, code }) => ({ index, code })),
    duplicates: hearing.duplicates,
    refusals: hearing.refusals,
    rollCall: lines,
  };
}

/** Void is tested before everything else and then alone decides (rule B12). A straw poll decides nothing (rule B30). */
function judge(
  type: BallotType,
  figures: Figures,
  result: OptionResult,
): Pick<Account, "outcome" | "failing" | "conditions"> {
  if (type === "straw-poll") return { outcome: "advisory", failing: [], conditions: [] };
  const quorum = voidConditions(type, figures);
  const deciding = decidingConditions(type, figures, result);
  const conditions = [...quorum, ...deciding];
  const unmet = (some: Condition[]): string[] => some.filter((one) => !one.met).map((one) => one.id);
  if (unmet(quorum).length > 0) return { outcome: "void", failing: unmet(quorum), conditions };
  const failing = unmet(deciding);
  return { outcome: failing.length === 0 ? "adopted" : "not-adopted", failing, conditions };
}

function countsOf(ballot: BallotCase, { R, X, E, Y, O, D, N, A, S, P }: Figures): Counts {
  return isAboutOptions(ballot.type, ballot.options) ? { R, X, E, P, A, S } : { R, X, E, Y, O, D, N, A, S };
}

/** What the type computes beside its counts, from the current positions of the seats of E. */
function resultOf(
  ballot: BallotCase,
  { wY, wE }: Figures,
  current: readonly IndexedPosition[],
): { result: TypeResult; forConditions: OptionResult } {
  const options = ballot.options ?? [];
  const sets = current.flatMap(({ said }) => ("set" in said ? [said.set] : []));
  const rankings = current.flatMap(({ said }) => ("ranking" in said ? [said.ranking] : []));
  if (ballot.type === "weighted") return { result: { weights: { wY, wE } }, forConditions: {} };
  if (ballot.type === "approval") {
    const { approvals, adoptedOptions } = approval(options, sets, ballot.atMost);
    const voters = sets.filter((set) => set.length > 0).length;
    const most = ballot.atMost === undefined ? {} : { atMost: ballot.atMost };
    const result = { approvals: Object.fromEntries(approvals), adoptedOptions, voters, ...most };
    return { result, forConditions: { adoptedOptions } };
  }
  if (ballot.type === "ranked-irv") {
    const strict = rankings.map((ranking) => ranking.flat());
    const { rounds, order, winner } = instantRunoff(options, ballot.tieOrder ?? options, strict);
    const lastRound = [...(rounds.at(-1)?.values() ?? [])];
    return {
      result: { rounds: rounds.map((votes) => Object.fromEntries(votes)), order, winner },
      forConditions: { lastRound },
    };
  }
  if (ballot.type === "ranked-schulze") {
    const { pairwise, order, winner } = schulze(options, rankings);
    return { result: { pairwise, order, winner }, forConditions: { firstGroup: order[0]!.length } };
  }
  if (ballot.type === "straw-poll" && ballot.options !== undefined)
    return { result: { approvals: Object.fromEntries(approval(options, sets).approvals) }, forConditions: {} };
  return { result: {}, forConditions: {} };
}

/** A void ballot adopts nothing and has no winner; what was counted stays to be seen. */
function withoutDecision(result: TypeResult): TypeResult {
  const nothing: TypeResult = {};
  if (result.adoptedOptions) nothing.adoptedOptions = [];
  if (result.winner !== undefined) nothing.winner = null;
  if (result.rounds) nothing.order = null;
  return { ...result, ...nothing };
}
