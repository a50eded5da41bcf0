/** What a ballot asks about, and whether it can be asked so. Rules B1, B17, B22 to B26, B29, M5, M6. */
import { type Answer, allowed, firstRefusal, refuse } from "../refusal.ts";
import type { Ranking, RollSeat } from "./ballot-case.ts";
import { type BallotType, isAboutOptions, typeRule } from "./ballot-type.ts";

/** A frozen version; procedure, of a candidate or of the committee; or who holds an office (rules B1, M6). */
export const ballotSubjects = ["text", "procedure", "office"] as const;
export type BallotSubject = (typeof ballotSubjects)[number];

/** What a position names beside a word. */
export type Choice = { set: readonly string[] } | { ranking: Ranking };

/** Class or weight of seats, by their ids. */
export type RollMark = Pick<RollSeat, "class" | "weight">;
export type RollMarks = Record<string, RollMark>;

export const optionsMin = 2;
export const optionsMax = 20;

/** Types that adopt text only where a question of procedure chose them before (rule B29). */
export const chosenTypes = ["iso", "two-thirds", "consensus", "weighted"] as const satisfies BallotType[];

/** The parts of a question that belong to some types only; what is absent is undefined. */
export type QuestionParts = {
  type: BallotType;
  subject: BallotSubject;
  options?: readonly string[];
  tieOrder?: readonly string[];
  atMost?: number;
  chosenType?: BallotType;
};

/** Whether type and parts fit each other; the field of the first that does not is named. */
export function partsCheck(parts: QuestionParts): Answer {
  return firstRefusal(
    subjectCheck(parts),
    optionsCheck(parts),
    tieOrderCheck(parts),
    atMostCheck(parts),
    chosenTypeCheck(parts),
  );
}

/** A recommendation is of a text; an office is filled by a ranked ballot and ended by two thirds (rule M6). */
export function subjectCheck({ type, subject }: Pick<QuestionParts, "type" | "subject">): Answer {
  if (type === "recommendation" && subject !== "text")
    return refuse("state", "B1", `A recommendation ballot asks about a frozen version, not about ${subject}.`, "type");
  if (subject !== "office" || officeTypes.includes(type)) return allowed;
  const reason = `An office is filled by ranked-irv and ended by two-thirds; a ${type} ballot decides none.`;
  return refuse("state", "M6", reason, "type");
}

const officeTypes: readonly BallotType[] = ["ranked-irv", "two-thirds", "straw-poll"];

function optionsCheck({ type, options }: QuestionParts): Answer {
  if (options === undefined) {
    if (!isAboutOptions(type, options)) return allowed;
    return refuse("limit", "B1", `A ${type} ballot asks about options; none is given.`, "options");
  }
  if (!isAboutOptions(type, options))
    return refuse("word", "B1", `A ${type} ballot is decided by words; it has no options.`, "options");
  if (options.length < optionsMin || options.length > optionsMax) {
    const reason = `A ballot has ${optionsMin} to ${optionsMax} options; given: ${options.length}.`;
    return refuse("limit", "B1", reason, "options");
  }
  const twice = options.find((option, index) => options.indexOf(option) !== index);
  return twice === undefined ? allowed : refuse("word", "B1", `The option "${twice}" stands twice.`, "options");
}

/** The tie order names every option once (rule B26); only an instant run-off asks for it. */
function tieOrderCheck({ type, options = [], tieOrder }: QuestionParts): Answer {
  if (tieOrder === undefined) return allowed;
  if (type !== "ranked-irv")
    return refuse("word", "B26", `A ${type} ballot has no tie order; only ranked-irv has one.`, "tieOrder");
  const isWhole = tieOrder.length === options.length && options.every((option) => tieOrder.includes(option));
  if (isWhole) return allowed;
  const reason = `The tie order names each option once; given: ${tieOrder.join(", ") || "nothing"}.`;
  return refuse("word", "B26", reason, "tieOrder");
}

function atMostCheck({ type, options = [], atMost }: QuestionParts): Answer {
  if (atMost === undefined) return allowed;
  if (type !== "approval")
    return refuse("word", "B24", `A ${type} ballot adopts no number of options; only approval does.`, "atMost");
  if (atMost >= 1 && atMost <= options.length) return allowed;
  return refuse("limit", "B24", `Between 1 and ${options.length} options may be adopted; given: ${atMost}.`, "atMost");
}

/** A type is chosen for a text by simple majority, as a question of procedure (rule B29). */
function chosenTypeCheck({ type, subject, chosenType }: QuestionParts): Answer {
  if (chosenType === undefined) return allowed;
  if (type !== "simple-majority" || subject !== "procedure") {
    const reason = `The type of a text's ballot is chosen by simple majority as a question of procedure, not by ${type} of ${subject}.`;
    return refuse("state", "B29", reason, "chosenType");
  }
  if ((chosenTypes as readonly BallotType[]).includes(chosenType)) return allowed;
  const reason = `A question of procedure chooses one of ${chosenTypes.join(", ")}; given: ${chosenType}.`;
  return refuse("word", "B29", reason, "chosenType");
}

/** What a seat of the roll is marked with: its class (B17, M5), or its weight (B22). */
export type MarkKind = "class" | "weight" | null;

export function markOf(type: BallotType): MarkKind {
  if (type === "iso") return "class";
  return type === "weighted" ? "weight" : null;
}

/** The seats of the roll with what belongs to the type. A seat without a class is a P-member. */
export function markedRoll<Seat extends { seatId: string }>(
  type: BallotType,
  roll: readonly Seat[],
  marks: RollMarks | null,
): (Seat & RollMark)[] {
  const kind = markOf(type);
  return roll.map((seat): Seat & RollMark => {
    const mark = marks?.[seat.seatId];
    if (kind === "class") return { ...seat, class: mark?.class ?? "P" };
    return kind === "weight" && mark?.weight !== undefined ? { ...seat, weight: mark.weight } : seat;
  });
}

/** Whether the roll is marked as the type needs: a P-member for iso, a weight on every seat for weighted. */
export function marksCheck(type: BallotType, roll: readonly (RollMark & { name: string })[]): Answer {
  const kind = markOf(type);
  if (kind === "class" && !roll.some((seat) => seat.class === "P"))
    return refuse("limit", "B17", "An iso ballot needs a seat of class P; the roll has none.", "marks");
  if (kind !== "weight") return allowed;
  const without = roll.filter((seat) => seat.weight === undefined).map((seat) => seat.name);
  if (without.length > 0) {
    const reason = `In a weighted ballot every seat of the roll has a weight; without one: ${without.join(", ")}.`;
    return refuse("limit", "B22", reason, "marks");
  }
  if (roll.some((seat) => seat.weight !== 0)) return allowed;
  return refuse("limit", "B22", "Every seat has the weight 0, so weights would decide nothing.", "marks");
}

/**
 * A ranking from the places that a form gives the options, in their order; null or nothing: not ranked. A place for an option
 * that the ballot does not have keeps its number, so that P1 refuses it.
 */
export function rankingOf(options: readonly string[], places: readonly (number | null)[]): Ranking {
  const ranked = places.flatMap((place, index) => {
    return place === null ? [] : [{ option: options[index] ?? `#${index + 1}`, place }];
  });
  const inOrder = [...new Set(ranked.map((one) => one.place))].sort((one, other) => one - other);
  return inOrder.map((place) => {
    const group = ranked.filter((one) => one.place === place).map((one) => one.option);
    return group.length === 1 ? group[0]! : group;
  });
}

/** Whether the type lets options share a place (rules B25, B27). */
export function mayShare(type: BallotType): boolean {
  return typeRule(type).equalPlaces;
}
