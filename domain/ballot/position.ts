/** Whether a position is taken. Rules P1, P2, P4 to P10, P12, P13, in the order that P1 gives. */
import { type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, firstRefusal, isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { BallotCase, Position, Ranking, Said } from "./ballot-case.ts";
import { needsReason, typeRule, wordsOf } from "./ballot-type.ts";
import { disputeTime_ms } from "./closing.ts";

/** The part of the ballot record that positions are tested against; `closesAt` is the closing time in force. */
export type PositionRules = Pick<BallotCase, "type" | "mode" | "options" | "opensAt" | "closesAt"> & {
  roll: ReadonlySet<string>;
  /** Seats recused by X4; recusals by position (P12) are found among the seat's earlier positions. */
  recused: ReadonlySet<string>;
  /** Text hash of the ballot record (rule P2), where the position carries one. */
  textHash?: string;
};

/** A new position; `at` is the database's time (rule B7). What is left out is taken to be in order. */
export type NewPosition = Pick<Position, "seat" | "said" | "at" | "reason" | "key"> & {
  /** Whether the person holds the seat or is its alternate (P8), and whether X3 bars the person. */
  holdsSeat?: boolean;
  barred?: boolean;
  textHash?: string;
  /** For a Discuss: the clause and the change that would clear it (rule P7). */
  clause?: string;
  change?: string;
  /** Whether the person has declared the interest that a recusal rests on (rule P12). */
  interestDeclared?: boolean;
};

/** A position of the seat that was accepted before. */
export type EarlierPosition = Pick<Position, "said" | "at" | "key" | "recordedBy" | "disputedAt">;

/** Allowed, a refusal, or the earlier position whose receipt is given back (rule P6). */
export type PositionAnswer<Earlier extends EarlierPosition> = Answer | { duplicateOf: Earlier };

/** Whether a recorded position counts as never made, as known at `now` (rule P10). */
export function isDisputed(position: EarlierPosition, closesAt: Instant, now: Instant): boolean {
  const { recordedBy, disputedAt, at } = position;
  if (recordedBy === undefined || disputedAt === undefined) return false;
  return disputedAt >= at && disputedAt < closesAt + disputeTime_ms && disputedAt <= now;
}

/** Whether the position says this word. */
export function says(said: Said, word: string): boolean {
  return "word" in said && said.word === word;
}

/**
 * What of a seat's accepted positions later ones are tested against: those with a key (P6), and those that say `recuse`
 * (P12) or `discuss` (P13). Kept as they come, so that a seat that speaks often is not read again from its beginning.
 */
type SeatPast<Earlier extends EarlierPosition> = { byKey: Map<string, Earlier[]>; binding: Earlier[] };

function emptyPast<Earlier extends EarlierPosition>(): SeatPast<Earlier> {
  return { byKey: new Map(), binding: [] };
}

function remember<Earlier extends EarlierPosition>(past: SeatPast<Earlier>, position: Earlier): void {
  const { key, said } = position;
  if (says(said, "recuse") || says(said, "discuss")) past.binding.push(position);
  if (key === undefined) return;
  const same = past.byKey.get(key);
  if (same) same.push(position);
  else past.byKey.set(key, [position]);
}

/**
 * Tests a position in the order of P1; the first failure is the refusal. `earlier` are the seat's accepted positions.
 * Refusals: `seat` (P8), `recused` (P8 with X3), `state`, `late` (P5), `recused` (P12), `word` (P1), `frozen` (P2),
 * `reason-missing` (P7, P12), `limit` (P13).
 */
export function positionCheck<Earlier extends EarlierPosition>(
  ballot: PositionRules,
  earlier: readonly Earlier[],
  position: NewPosition,
): PositionAnswer<Earlier> {
  const past = emptyPast<Earlier>();
  for (const one of earlier) remember(past, one);
  return checkAgainst(ballot, past, position);
}

function checkAgainst<Earlier extends EarlierPosition>(
  ballot: PositionRules,
  past: SeatPast<Earlier>,
  position: NewPosition,
): PositionAnswer<Earlier> {
  const { key, at } = position;
  const sameKey = key === undefined ? undefined : past.byKey.get(key);
  const same = sameKey?.find((one) => !isDisputed(one, ballot.closesAt, at));
  if (same) return { duplicateOf: same };
  const binding = past.binding.filter((one) => !isDisputed(one, ballot.closesAt, at));
  return firstRefusal(
    seatCheck(ballot, position),
    timeCheck(ballot, position.at),
    recusalCheck(ballot, binding, position.seat),
    wordCheck(ballot, position.said),
    hashCheck(ballot, position),
    reasonCheck(position),
    limitCheck(binding, position),
  );
}

/** A sentence at least: where and how the position was received (rule P9). */
const evidenceMin = 20;

/** What is recorded for a seat names where it was received (rule P9). */
export function evidenceCheck(evidence: string): Answer {
  const { length } = evidence.trim();
  if (length >= evidenceMin && evidence.trim().includes(" ")) return allowed;
  const reason = `Say in a sentence where and how the position was received; "${evidence.trim()}" is too short.`;
  return refuse("reason-missing", "P9", reason, "evidence");
}

/** A position is recorded by another than the person whose word it is (rule P9). */
export function recorderCheck(recordedBy: string, person: string): Answer {
  if (recordedBy !== person) return allowed;
  return refuse(
    "seat",
    "P9",
    "A position that is your own is taken by yourself; recorded are those of others.",
    "person",
  );
}

function seatCheck({ roll }: PositionRules, { seat, holdsSeat, barred }: NewPosition): Answer {
  if (!roll.has(seat)) return refuse("seat", "P8", `The seat ${seat} is not on the roll of this ballot.`);
  if (holdsSeat === false) return refuse("seat", "P8", `You neither hold the seat ${seat} nor are its alternate.`);
  if (barred) return refuse("recused", "P8", `A direct interest bars you from casting for the seat ${seat} (X3).`);
  return allowed;
}

function timeCheck({ opensAt, closesAt }: PositionRules, at: Instant): Answer {
  if (at < opensAt) return refuse("state", "P5", `The ballot opens at ${sayInstant(opensAt)}; it is not open yet.`);
  if (at >= closesAt) return refuse("late", "P5", `The ballot closed at ${sayInstant(closesAt)}.`);
  return allowed;
}

function recusalCheck({ recused }: PositionRules, binding: readonly EarlierPosition[], seat: string): Answer {
  if (recused.has(seat)) return refuse("recused", "X4", `The seat ${seat} is recused from this ballot.`);
  if (binding.some((one) => says(one.said, "recuse")))
    return refuse("recused", "P12", `The seat ${seat} has recused itself; that is final for this ballot.`);
  return allowed;
}

function wordCheck(ballot: PositionRules, said: Said): Answer {
  if ("word" in said) {
    const words = wordsOf(ballot.type, ballot.mode);
    if ((words as readonly string[]).includes(said.word)) return allowed;
    const rule = said.word === "discuss" && ballot.mode === "SEALED" ? "B42" : "P1";
    const known = `the words of this ballot are ${words.join(", ")}`;
    return refuse(
      "word",
      rule,
      `"${said.word}" is no word of a ${ballot.type} ballot in ${ballot.mode} mode; ${known}.`,
    );
  }
  const fault = "set" in said ? setFault(ballot, said.set) : rankingFault(ballot, said.ranking);
  return fault === null ? allowed : refuse("word", "P1", fault);
}

function setFault({ type, options }: PositionRules, set: readonly string[]): string | null {
  if (!typeRule(type).choices.includes("set") || options === undefined)
    return `A set of options is no word of this ${type} ballot.`;
  return optionsFault(options, set);
}

function rankingFault({ type, options }: PositionRules, ranking: Ranking): string | null {
  const { choices, equalPlaces } = typeRule(type);
  if (!choices.includes("ranking") || options === undefined) return `A ranking is no word of this ${type} ballot.`;
  const places = ranking.map((place) => (typeof place === "string" ? [place] : place));
  if (places.some((place) => place.length === 0)) return "A place of the ranking holds no option.";
  const equal = places.find((place) => place.length > 1);
  if (equal && !equalPlaces) return `The options ${equal.join(", ")} share a place; in this ballot none may.`;
  return optionsFault(options, places.flat());
}

function optionsFault(options: readonly string[], named: readonly string[]): string | null {
  const strange = named.find((option) => !options.includes(option));
  if (strange !== undefined) return `"${strange}" is no option of this ballot.`;
  const twice = named.find((option, index) => named.indexOf(option) !== index);
  return twice === undefined ? null : `The option "${twice}" is named twice.`;
}

function hashCheck(ballot: PositionRules, { textHash }: NewPosition): Answer {
  if (ballot.textHash === undefined || textHash === undefined || textHash === ballot.textHash) return allowed;
  return refuse("frozen", "P2", `The position is on the text ${textHash}; the ballot is on ${ballot.textHash}.`);
}

function reasonCheck(position: NewPosition): Answer {
  const { said, reason, clause, change, interestDeclared } = position;
  if (!("word" in said) || !needsReason(said.word)) return allowed;
  const { word } = said;
  if ((reason ?? "").trim() === "") return missing(word, "P7", "a reason", "reason");
  if (word === "discuss" && clause?.trim() === "") return missing(word, "P7", "the clause it is about", "clause");
  if (word === "discuss" && change?.trim() === "")
    return missing(word, "P7", "the change that would clear it", "change");
  if (word === "recuse" && interestDeclared === false) return missing(word, "P12", "a declared interest", "interest");
  return allowed;
}

function missing(word: string, rule: string, what: string, field: string): Refusal {
  return refuse("reason-missing", rule, `The word "${word}" needs ${what}; none is given.`, field);
}

function limitCheck(binding: readonly EarlierPosition[], { said, seat }: NewPosition): Answer {
  if (!says(said, "discuss") || !binding.some((one) => says(one.said, "discuss"))) return allowed;
  return refuse("limit", "P13", `The seat ${seat} has made its one Discuss on this ballot already.`);
}

/** A position with its index in the list, which is its sequence. */
export type IndexedPosition = Position & { index: number };

export type Hearing = {
  /** In order of `at`, then sequence; those disputed later are still here. */
  accepted: IndexedPosition[];
  /** By rising index. */
  refusals: (Refusal & { index: number })[];
  duplicates: { index: number; of: number }[];
};

/** Tests all positions of a ballot, each against what was accepted from its seat before it. `closesAt` is the one in force. */
export function hearPositions(ballot: BallotCase, recused: ReadonlySet<string>, closesAt: Instant): Hearing {
  const rules: PositionRules = { ...ballot, closesAt, recused, roll: new Set(ballot.roll.map((one) => one.seat)) };
  // With the index first all copies keep one shape, which makes each later look at them several times faster.
  const inOrder = ballot.positions.map((position, index) => ({ index, ...position })).sort(byTime);
  const bySeat = new Map<string, SeatPast<IndexedPosition>>();
  const hearing: Hearing = { accepted: [], refusals: [], duplicates: [] };
  for (const position of inOrder) {
    const past = bySeat.get(position.seat) ?? emptyPast();
    const answer = checkAgainst(rules, past, position);
    if ("duplicateOf" in answer) hearing.duplicates.push({ index: position.index, of: answer.duplicateOf.index });
    else if (isRefusal(answer)) hearing.refusals.push({ ...answer, index: position.index });
    else {
      hearing.accepted.push(position);
      remember(past, position);
      bySeat.set(position.seat, past);
    }
  }
  hearing.refusals.sort((a, b) => a.index - b.index);
  hearing.duplicates.sort((a, b) => a.index - b.index);
  return hearing;
}

/** The order in which positions are tested and the latest is found (rule P4). */
export function byTime(a: { at: Instant; index: number }, b: { at: Instant; index: number }): number {
  return a.at - b.at || a.index - b.index;
}

/** The accepted positions that stand in the end: those disputed in time count as never made (rule P10). */
export function standingPositions(accepted: readonly IndexedPosition[], closesAt: Instant): IndexedPosition[] {
  return accepted.filter((one) => !isDisputed(one, closesAt, Number.POSITIVE_INFINITY));
}

/** Each seat's current position: its latest (rule P4). `standing` is in order. */
export function currentPositions(standing: readonly IndexedPosition[]): Map<string, IndexedPosition> {
  return new Map(standing.map((one) => [one.seat, one]));
}
