/**
 * The conditions of table B, each with both sides as whole numbers. Rules B12 to B28, B31 to B34: a condition is met
 * only as written, so a tie fails and nobody has a casting vote.
 */
import type { BallotType, ConditionId } from "./ballot-type.ts";
import { typeRule } from "./ballot-type.ts";
import type { Figures } from "./roll-call.ts";

export type Relation = "≥" | ">" | "≤" | "=";

export type Comparison = { left: number; relation: Relation; right: number; met: boolean };

/** `met` is that of the whole condition; `further` is its second comparison, joined by "and" or "or" (B17, B22). */
export type Condition = Comparison & {
  id: ConditionId;
  name: string;
  further?: Comparison & { joinedBy: "and" | "or" };
};

const relations: Record<Relation, (left: number, right: number) => boolean> = {
  "≥": (left, right) => left >= right,
  ">": (left, right) => left > right,
  "≤": (left, right) => left <= right,
  "=": (left, right) => left === right,
};

function compare(left: number, relation: Relation, right: number): Comparison {
  return { left, relation, right, met: relations[relation](left, right) };
}

function condition(id: ConditionId, name: string, left: number, relation: Relation, right: number): Condition {
  return { id, name, ...compare(left, relation, right) };
}

function joined(first: Condition, joinedBy: "and" | "or", second: Comparison): Condition {
  const met = joinedBy === "and" ? first.met && second.met : first.met || second.met;
  return { ...first, met, further: { ...second, joinedBy } };
}

/** ceil(a/b) on whole numbers (rule B33). */
export function ceilingOf(a: number, b: number): number {
  return (a + b - 1 - ((a + b - 1) % b)) / b;
}

/** The least number of seats of E (rule B12a), and the least support (rule B14). */
export const eligibleMin = 5;
export const supportMin = 3;

/** Yes seats that a recommendation or consensus needs (rule B14). */
export function supportNeeded(eligible: number): number {
  return Math.max(supportMin, ceilingOf(eligible, 5));
}

/** What makes a ballot void (rule B12); a straw poll is never void (rule B30). */
export function voidConditions(type: BallotType, { R, E, P }: Figures): Condition[] {
  if (type === "straw-poll") return [];
  const always = [
    condition("B12a", "seats free to decide", E, "≥", eligibleMin),
    condition("B12b", "half of the roll is free to decide", 2 * E, "≥", R),
  ];
  return typeRule(type).quorum
    ? [...always, condition("B12c", "more than half took a position", 2 * P, ">", E)]
    : always;
}

/** The conditions of the types that are decided by words. */
const wordConditions: Partial<Record<ConditionId, (figures: Figures) => Condition>> = {
  B13: ({ Y, O, E }) => condition("B13", "assent", 3 * (Y + O), "≥", 2 * E),
  B14: ({ Y, E }) => condition("B14", "support", Y, "≥", supportNeeded(E)),
  B15: ({ N, Y, O }) => condition("B15", "opposition", 3 * N, "≤", Y + O),
  B16: ({ D }) => condition("B16", "no open Discuss", D, "=", 0),
  B17: ({ Yp, Np }) =>
    joined(condition("B17", "P-members in favour", 3 * Yp, "≥", 2 * (Yp + Np)), "and", compare(Yp + Np, "≥", 1)),
  B18: ({ N, Y }) => condition("B18", "negative votes", 4 * N, "≤", Y + N),
  B19: ({ Y, N }) => condition("B19", "majority", Y, ">", N),
  B20: ({ Y, R }) => condition("B20", "two thirds of the roll", 3 * Y, "≥", 2 * R),
  B21: ({ Y, E }) => condition("B21", "seats in favour", 20 * Y, "≥", 11 * E),
  B22: ({ wY, wE, E, Y }) =>
    joined(condition("B22", "weight in favour", 20 * wY, "≥", 13 * wE), "or", compare(E - Y, "≤", 3)),
};

/** Results of the types about options, as far as their conditions ask. */
export type OptionResult = { adoptedOptions?: readonly string[]; lastRound?: readonly number[]; firstGroup?: number };

/** The conditions that decide if the ballot is not void, in the order of table B. */
export function decidingConditions(type: BallotType, figures: Figures, result: OptionResult): Condition[] {
  if (type === "approval") return [condition("B24", "options adopted", result.adoptedOptions!.length, "≥", 1)];
  if (type === "ranked-irv") return [runoffCondition(result.lastRound!)];
  if (type === "ranked-schulze") return [condition("B28", "options in the first place", result.firstGroup!, "=", 1)];
  return typeRule(type).conditions.map((id) => wordConditions[id]!(figures));
}

/** A single option remains without a round (rule B25); else the last two must differ (rule B26). */
function runoffCondition(lastRound: readonly number[]): Condition {
  if (lastRound.length < 2) return condition("B25", "an option remains", 1, "=", 1);
  return condition("B26", "the last two differ", Math.max(...lastRound), ">", Math.min(...lastRound));
}
