/** The fields with which a question is drafted, and what stands against asking it. Rules B1, B5, B23 to B29, B36, C10, M6. */
import { z } from "zod";
import type { Reader } from "../db/open.ts";
import { findBallotsOf, notAdoptedAt, type VersionRow } from "../db/store/ballot.ts";
import { isTypeChosen } from "../db/store/ballot-question.ts";
import { presentRoll } from "../db/store/ballot-roll.ts";
import { isBallotOver } from "../domain/ballot/ballot-life.ts";
import { ballotTypes, typeRule } from "../domain/ballot/ballot-type.ts";
import { durationCheck, questionCheck, reballotCheck, rollCheck } from "../domain/ballot/opening.ts";
import {
  type BallotSubject,
  ballotSubjects,
  markedRoll,
  marksCheck,
  partsCheck,
  type QuestionParts,
  type RollMarks,
} from "../domain/ballot/question.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import { isFinal } from "../domain/candidate/candidate-life.ts";
import { day_ms } from "../domain/instant.ts";
import { type Answer, allowed, firstRefusal, isRefusal, refuse } from "../domain/refusal.ts";
import { handle, line, oneOfWords, optionalHandle, separated, wholeNumber } from "./fields.ts";

/** A longer ballot would outlive the interests that it was opened under (rule X7). */
const daysMax = 120;

const left = z.literal("").transform(() => undefined);
/** One option a line, or the field several times. More are read than may be, so that the rule names their number. */
const optionLines = separated(line(200), /\r?\n/)
  .optional()
  .transform((lines) => lines ?? []);

const mark = z.object({
  seat: handle,
  class: oneOfWords(["P", "O"]).or(left).optional(),
  weight: left.or(wholeNumber(0, 1_000_000)).optional(),
});

const questionFields = z.object({
  candidate: optionalHandle,
  /** Named where no candidate is. */
  committee: optionalHandle,
  /** Left out, it is the text of the candidate, or procedure of the committee. */
  subject: left.or(oneOfWords(ballotSubjects)).optional(),
  type: left.or(oneOfWords(ballotTypes)).optional(),
  mode: left.or(oneOfWords(["RECORDED"])).optional(),
  /** Left out, it is put in plain words by the server where that is possible. */
  question: line(300).or(z.literal("")).optional(),
  /** Whole days of 24 h from the opening; left out, the least of the type (rule B5). */
  days: left.or(wholeNumber(1, daysMax)).optional(),
  options: optionLines,
  /** Left out, the order of the options (rule B26). */
  tieOrder: optionLines,
  atMost: left.or(wholeNumber(1, 100)).optional(),
  chosenType: left.or(oneOfWords(ballotTypes)).optional(),
  marks: z.array(mark).max(100, "at most 100 may be given").optional(),
});

/** A question is put about a candidate, or by a committee. */
export const questionInput = questionFields.superRefine(({ candidate, committee }, issues) => {
  if (candidate === null && committee === null)
    issues.addIssue({ code: "custom", path: ["candidate"], message: "it is missing, and no committee is named" });
});
export type QuestionInput = z.output<typeof questionInput>;

/** The question as it is kept: nothing left to guess. */
export type Question = QuestionParts & { mode: "RECORDED"; days: number; marks: RollMarks | null };

/** Fills in what was left out. */
export function questionOf(input: QuestionInput): Question {
  const type = input.type ?? "recommendation";
  const subject: BallotSubject = input.subject ?? (input.candidate === null ? "procedure" : "text");
  const options = input.options.length > 0 ? input.options : undefined;
  const tieOrder = input.tieOrder.length > 0 ? input.tieOrder : type === "ranked-irv" ? options : undefined;
  const marks = (input.marks ?? []).map(({ seat, class: seatClass, weight }) => {
    return [seat, { ...(seatClass && { class: seatClass }), ...(weight !== undefined && { weight }) }] as const;
  });
  return {
    type,
    subject,
    mode: input.mode ?? "RECORDED",
    days: input.days ?? Math.ceil(typeRule(type).durationMin_ms / day_ms),
    marks: marks.length > 0 ? Object.fromEntries(marks) : null,
    ...(options && { options }),
    ...(tieOrder && { tieOrder }),
    ...(input.atMost !== undefined && { atMost: input.atMost }),
    ...(input.chosenType && { chosenType: input.chosenType }),
  };
}

/** What stands against asking this of the committee or of the candidate now. `version` is the latest frozen one. */
export async function askingCheck(
  tx: Reader,
  question: Question,
  committeeId: string,
  candidate: Candidate | null,
  version: VersionRow | null,
): Promise<Answer> {
  const about = await aboutCheck(tx, question, candidate, version);
  if (isRefusal(about)) return about;
  const duration = durationCheck(question.type, 0, question.days * day_ms);
  return firstRefusal(
    partsCheck(question),
    isRefusal(duration) ? { ...duration, field: "days" } : duration,
    await rollOfTypeCheck(tx, question, committeeId),
  );
}

async function aboutCheck(
  tx: Reader,
  { subject, type, mode }: Question,
  candidate: Candidate | null,
  version: VersionRow | null,
): Promise<Answer> {
  const office = subject === "office";
  if (subject !== "text") {
    if (office && candidate !== null)
      return refuse("state", "M6", `An office is no question about ${candidate.reference}.`, "subject");
    if (candidate !== null && isFinal(candidate.state))
      return refuse("state", "B1", `${candidate.reference} is ${candidate.state}; nothing is asked about it any more.`);
    return questionCheck(type, mode, { aboutText: false, chosenBefore: false, office });
  }
  if (candidate === null)
    return refuse("state", "B1", "A question of text is about a candidate; none is named.", "candidate");
  const chosenBefore = await isTypeChosen(tx, candidate.id, type);
  return firstRefusal(
    await placeCheck(tx, candidate),
    questionCheck(type, mode, { aboutText: true, chosenBefore, office }),
    version === null
      ? refuse("state", "B1", "The definition has no frozen version; a ballot asks about one.")
      : reballotCheck(await notAdoptedAt(tx, candidate.id, version.textHash), tx.now),
  );
}

/** A candidate that is ready has one place for a ballot on its text (rules B1, C10). */
async function placeCheck(tx: Reader, candidate: Candidate): Promise<Answer> {
  const live = (await findBallotsOf(tx, candidate.id)).find(
    (one) => one.subject === "text" && !isBallotOver(one.state),
  );
  if (live) return refuse("limit", "C10", `${live.reference} is ${live.state}; a candidate has one ballot at a time.`);
  if (candidate.state === "ready") return allowed;
  return refuse("state", "B1", `The candidate is ${candidate.state}; its ballot is drafted while it is ready.`);
}

/** Whether the roll that the ballot would have now fits its type (rules B17, B22, B23). */
async function rollOfTypeCheck(tx: Reader, { type, marks }: Question, committeeId: string): Promise<Answer> {
  const roll = await presentRoll(tx, committeeId);
  const strange = Object.keys(marks ?? {}).find((seatId) => !roll.some((seat) => seat.seatId === seatId));
  if (strange !== undefined)
    return refuse("seat", "M4", `The seat "${strange}" would not be on the roll of this ballot.`, "marks");
  return firstRefusal(rollCheck(type, roll.length), marksCheck(type, markedRoll(type, roll, marks)));
}

/** The question in plain words, where its kind says it whole; null where a person must put it. */
export function plainQuestion({ subject, type, chosenType }: Question, version: VersionRow | null): string | null {
  if (chosenType) return `Shall the text of this definition be adopted by a ballot of the type ${chosenType}?`;
  if (subject !== "text" || version === null) return null;
  const end = type === "recommendation" ? "be recommended to the members" : `be adopted by a ${type} ballot`;
  return `Shall version ${version.number} of this definition ${end}?`;
}
