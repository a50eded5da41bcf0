/** Reminding a seat that has not answered: of what, and how often. Rules B4, B39, B46. */
import { day_ms, type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import type { BallotMode } from "./ballot-type.ts";

/** While a ballot is drafted seats are asked for their interests; while it is open, for their position. */
export const reminderAbouts = ["interests", "position"] as const;
export type ReminderAbout = (typeof reminderAbouts)[number];

/** A seat is reminded at most once in so long. */
export const reminderRest_ms = day_ms;

/** What a ballot in this state asks of the seats; null where it asks nothing. */
export function askedBy(state: string): ReminderAbout | null {
  if (state === "drafted") return "interests";
  return state === "open" ? "position" : null;
}

export type ReminderQuestion = {
  mode: BallotMode;
  about: ReminderAbout;
  seat: string;
  /** Whether the seat still owes the answer. */
  isSilent: boolean;
  lastRemindedAt: Instant | null;
  now: Instant;
};

/** Whether the seat may be reminded now. Of a sealed ballot nobody is told which seats are silent, only how many. */
export function reminderCheck({ mode, about, seat, isSilent, lastRemindedAt, now }: ReminderQuestion): Answer {
  if (about === "position" && mode !== "RECORDED")
    return refuse("state", "B39", `The ballot is ${mode}; until it is opened nobody learns which seats have answered.`);
  if (!isSilent) {
    const done = about === "position" ? "has a position" : "has answered the interest question";
    return refuse("state", "B46", `${seat} ${done}; there is nothing to remind it of.`, "seat");
  }
  if (lastRemindedAt !== null && now < lastRemindedAt + reminderRest_ms)
    return refuse(
      "limit",
      "B46",
      `${seat} was reminded at ${sayInstant(lastRemindedAt)}; a seat is reminded once in 24 hours.`,
      "seat",
    );
  return allowed;
}
