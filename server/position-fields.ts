/** What a position says, as forms bring it and minutes name it; and what taking and recording one ask alike. Rules P1, P7, P12. */
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "../db/open.ts";
import type { PositionRow } from "../db/store/ballot.ts";
import { type Choice, optionsMax, rankingOf } from "../domain/ballot/question.ts";
import type { ControlText } from "../domain/definition/control-text.ts";
import type { MinuteValue } from "../domain/record/minute.ts";
import { type Answer, allowed, refuse } from "../domain/refusal.ts";
import { line, several, wholeNumber } from "./fields.ts";

/** An option that is left without a place. */
const notRanked = z
  .literal("")
  .or(z.null())
  .transform(() => null);

/** The fields in which a form says a position. */
export const saidFields = {
  /** A word of the type; or `set` with the options chosen, or `ranking` with the place of each option in their order. */
  word: line(40),
  set: several(line(200))
    .optional()
    .transform((options) => options ?? []),
  places: z
    .array(notRanked.or(wholeNumber(1, optionsMax)))
    .max(100, "at most 100 may be given")
    .default([]),
};
const said = z.object(saidFields);
type SaidGiven = z.output<typeof said>;

/** Whether the person has declared an interest that a recusal may rest on (rules P12, X1); "none" is not one. */
export async function hasInterest(tx: Reader, candidateId: string | null, personId: string): Promise<boolean> {
  if (candidateId === null) return false;
  const { interests } = tx.t;
  const [one] = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(and(eq(interests.candidateId, candidateId), eq(interests.personId, personId), ne(interests.kind, "none")))
    .limit(1);
  return one !== undefined;
}

/** What was chosen among the options: they are named by the ballot's own words, and tested by P1. */
export function choiceOf({ word, set, places }: SaidGiven, options: readonly string[] | null): Choice | null {
  if (word === "set") return { set };
  return word === "ranking" ? { ranking: rankingOf(options ?? [], places) } : null;
}

/** What a position says as its minute names it: a set or a ranking in place of the word. */
export function saidValues({ word, choice }: Pick<PositionRow, "word" | "choice">): Record<string, MinuteValue> {
  if (choice === null) return { word };
  if ("set" in choice) return { set: [...choice.set] };
  return { ranking: choice.ranking.map((place) => (typeof place === "string" ? place : [...place])) };
}

/** A clause that is named stands in the text of the ballot (rule P7). */
export function clauseCheck(version: { text: string } | null, nid: string): Answer {
  if (nid === "") return allowed;
  const { clauses } = version === null ? { clauses: [] } : (JSON.parse(version.text) as ControlText);
  if (clauses.some((clause) => clause.nid === nid)) return allowed;
  return refuse("reason-missing", "P7", `The text of this ballot has no clause "${nid}".`, "clause");
}

/** The key as it is stored: none where it was left out, or where a disputed position, which counts as never made, still holds it (P6, P10). */
export function freeKey(
  before: readonly Pick<PositionRow, "seatId" | "key">[],
  { seatId, key }: { seatId: string; key: string },
): string | null {
  const isTaken = before.some((row) => row.seatId === seatId && row.key === key);
  return key === "" || isTaken ? null : key;
}
