/**
 * What a ballot still needs to pass, as parts with their numbers: the least that does. Rules B12 to B28. Read from the
 * account and, where classes or weights decide, from the roll.
 */
import type { Account, WordCounts } from "./account.ts";
import type { RollSeat } from "./ballot-case.ts";
import { typeRule } from "./ballot-type.ts";
import { ceilingOf, eligibleMin, supportNeeded } from "./conditions.ts";
import { missingForOptions } from "./missing-options.ts";
import type { CountedAs } from "./roll-call.ts";

/**
 * One thing that is missing. Numbers are of seats, the least that does: `assent` yes or no objection (B13, B15),
 * `support` those that must say yes (B14, B17 to B22), whether among the former or instead of no objection, `turn` seats
 * that said no and must turn, `discuss` seats whose Discuss is open (B16), `position` seats that must take any position
 * (B12c), `recusals` a ballot void whatever is said (B12a, B12b), `roll` two thirds of the roll that are out of reach
 * (B20), `no-p-members` no P-member left (B17), `weight` weight of yes seats, or so many more seats instead (B22).
 */
export type MissingPart =
  | { kind: "recusals"; eligible: number; needed: number }
  | { kind: "roll"; eligible: number; needed: number }
  | { kind: "no-p-members" }
  | { kind: "assent"; seats: number }
  | { kind: "support"; seats: number; amongAssent: boolean; ofP?: number }
  | { kind: "turn"; seats: number; ofP?: number; heaviest?: boolean }
  | { kind: "weight"; weight: number; orSeats: number | null }
  | { kind: "discuss"; seats: string[]; mayBeOverridden: boolean }
  | { kind: "position"; seats: number }
  | { kind: "approval"; option: string | null; seats: number; voters: number }
  | { kind: "apart"; options: string[] }
  | { kind: "last-two"; options: string[] }
  | { kind: "first-place"; options: string[] };

/** Seats of E with what they count as, their class and their weight. */
type Voice = RollSeat & { as: CountedAs };

/** What is missing, in the order in which it is said; of a straw poll nothing, as it decides nothing (rule B30). */
export function missingParts(account: Account, roll: readonly RollSeat[]): MissingPart[] {
  if (account.type === "straw-poll") return [];
  const { counts } = account;
  const eligibleNeeded = Math.max(eligibleMin, ceilingOf(counts.R, 2));
  if (counts.E < eligibleNeeded) return [{ kind: "recusals", eligible: counts.E, needed: eligibleNeeded }];
  if (!("Y" in counts)) return missingForOptions(account, counts);
  const parts = wordParts(account, counts, voicesOf(account, roll));
  const open = account.rollCall.filter((line) => line.discuss === "open").map((line) => line.seat);
  if (open.length === 0) return parts;
  return [...parts, { kind: "discuss", seats: open, mayBeOverridden: account.type !== "consensus" }];
}

function voicesOf({ rollCall }: Account, roll: readonly RollSeat[]): Voice[] {
  const onRoll = new Map(roll.map((line) => [line.seat, line]));
  return rollCall
    .filter((line) => line.countedAs !== "recuse")
    .map(({ seat, countedAs }) => ({ ...(onRoll.get(seat) ?? { seat }), as: countedAs }));
}

function wordParts({ type }: Account, counts: WordCounts, voices: Voice[]): MissingPart[] {
  switch (type) {
    case "recommendation":
      return assentParts(counts);
    case "iso":
      return isoParts(counts, voices);
    case "two-thirds":
      return twoThirdsParts(counts);
    case "weighted":
      return weightedParts(counts, voices);
    case "consensus":
      return withPositions(supportParts(Math.max(0, supportNeeded(counts.E) - counts.Y)), counts, true);
    default:
      return withPositions(majorityParts(counts), counts, typeRule(type).quorum);
  }
}

function supportParts(seats: number): MissingPart[] {
  return seats > 0 ? [{ kind: "support", seats, amongAssent: false }] : [];
}

function turnParts(seats: number): MissingPart[] {
  return seats > 0 ? [{ kind: "turn", seats }] : [];
}

/** Those who still say yes may be seats without a position, so they count towards the quorum too (rule B12c). */
function withPositions(parts: MissingPart[], { E, S }: WordCounts, quorum: boolean, silentSupport = Infinity) {
  if (!quorum) return parts;
  const support = parts.reduce((sum, part) => sum + (part.kind === "support" ? part.seats : 0), 0);
  const taken = Math.min(support, S, silentSupport);
  const position = Math.max(0, Math.floor(E / 2) + 1 - (E - S) - taken);
  return position > 0 ? [...parts, { kind: "position", seats: position } as const] : parts;
}

function assentParts({ Y, O, N, E, A, S, D }: WordCounts): MissingPart[] {
  const needed = ceilingOf(2 * E, 3);
  const uncommitted = A + S + D;
  // A seat that turns from no to yes adds to one side and takes from the other; the fewest turns that do are taken.
  let turn = 0;
  while (turn < N && Math.max(needed, 3 * (N - turn)) - (Y + O + turn) > uncommitted) turn += 1;
  const assent = Math.max(0, needed - (Y + O + turn), 3 * (N - turn) - (Y + O + turn));
  const support = Math.max(0, supportNeeded(E) - Y - turn);
  return [
    ...turnParts(turn),
    ...(assent > 0 ? [{ kind: "assent", seats: assent } as const] : []),
    ...(support > 0 ? [{ kind: "support", seats: support, amongAssent: assent >= support } as const] : []),
  ];
}

/** Rule B19: more yes than no. */
function majorityParts({ Y, N, A, S }: WordCounts): MissingPart[] {
  const short = (turn: number) => Math.max(0, N - turn - (Y + turn) + 1);
  let turn = 0;
  while (turn < N && short(turn) > A + S) turn += 1;
  return [...turnParts(turn), ...supportParts(short(turn))];
}

/** Rule B20: recused seats stay in R, so that two thirds may be out of reach. */
function twoThirdsParts({ R, E, Y, A, S }: WordCounts): MissingPart[] {
  const needed = ceilingOf(2 * R, 3);
  if (needed > E) return [{ kind: "roll", eligible: E, needed }];
  const short = Math.max(0, needed - Y);
  const support = Math.min(short, A + S);
  return [...turnParts(short - support), ...supportParts(support)];
}

/** Rules B17, B18: the fewest seats that turn, then the fewest that say yes; of both, those that must be P-members. */
function isoParts(counts: WordCounts, voices: readonly Voice[]): MissingPart[] {
  const of = (as: CountedAs[], onlyP: boolean) =>
    voices.filter((voice) => as.includes(voice.as) && (!onlyP || voice.class === "P")).length;
  if (!voices.some((voice) => voice.class === "P")) return [{ kind: "no-p-members" }];
  const [Yp, Np, freeP] = [of(["yes"], true), of(["no"], true), of(["abstain", "none"], true)];
  const { Y, N, A, S } = counts;
  for (let turn = 0; turn <= N; turn += 1)
    for (let ofP = Math.max(0, turn - (N - Np)); ofP <= Math.min(turn, Np); ofP += 1) {
      const needP = Math.max(0, 2 * (Np - ofP) - (Yp + ofP), Yp + Np > 0 ? 0 : 1);
      const needed = Math.max(needP, 3 * (N - turn) - (Y + turn));
      if (needP > freeP || needed > A + S) continue;
      const silentP = of(["none"], true);
      const bySilentP = Math.min(needP, silentP);
      const silentSupport = bySilentP + Math.min(needed - needP, S - bySilentP);
      const turns: MissingPart[] = turn > 0 ? [{ kind: "turn", seats: turn, ofP }] : [];
      const support: MissingPart[] =
        needed > 0 ? [{ kind: "support", seats: needed, amongAssent: false, ofP: needP }] : [];
      return withPositions([...turns, ...support], counts, true, silentSupport);
    }
  throw new Error("An iso ballot in which every seat says yes passes.");
}

/** Rules B21, B22: seats, and either weight or all but three seats. The heaviest seats that said no turn first. */
function weightedParts({ Y, E }: WordCounts, voices: readonly Voice[]): MissingPart[] {
  const weigh = (some: readonly Voice[]) => some.reduce((sum, voice) => sum + (voice.weight ?? 0), 0);
  const as = (...words: CountedAs[]) => voices.filter((voice) => words.includes(voice.as));
  const free = as("abstain", "none");
  const against = as("no").sort((one, other) => (other.weight ?? 0) - (one.weight ?? 0));
  const seatsNeeded = ceilingOf(11 * E, 20);
  const weightNeeded = ceilingOf(13 * weigh(voices), 20);
  for (let turn = 0; turn <= against.length; turn += 1) {
    const yes = Y + turn;
    const weight = Math.max(0, weightNeeded - weigh(as("yes")) - weigh(against.slice(0, turn)));
    const support = Math.max(0, seatsNeeded - yes);
    const orSeats = Math.max(0, E - 3 - yes);
    const byWeight = weight <= weigh(free);
    if (support > free.length || (!byWeight && orSeats > free.length)) continue;
    const turns: MissingPart[] = turn > 0 ? [{ kind: "turn", seats: turn, heaviest: true }] : [];
    if (weight === 0 || orSeats <= support) return [...turns, ...supportParts(support)];
    if (!byWeight) return [...turns, ...supportParts(orSeats)];
    const instead = orSeats <= free.length ? orSeats : null;
    return [...turns, ...supportParts(support), { kind: "weight", weight, orSeats: instead }];
  }
  throw new Error("A weighted ballot in which every seat says yes passes.");
}
