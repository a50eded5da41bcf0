/** How a Discuss ends without its holder. Rules P13 to P19. */
import { hour_ms, type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import { type BallotEvent, eventsOf, type OverrideEvent } from "./ballot-case.ts";
import type { BallotType } from "./ballot-type.ts";

/** From the answer, or from the renewal, to the lapse (rule P16). */
export const lapseTime_ms = 240 * hour_ms;
/** How long the sponsor has to answer a Discuss; the chair sees to it (rule B46). */
export const answerTime_ms = 120 * hour_ms;
/** From the announcement of an override to its decision (rule P17). */
export const overrideNotice_ms = 48 * hour_ms;
/** With more seats against, a Discuss is not overridden (rule P17). */
export const overrideAgainstMax = 2;

/** A Discuss at close: open (P14), lapsed and counted as abstain (P18), or overridden and counted as no (P19). */
export type DiscussState = "open" | "lapsed" | "overridden";

export type Discuss = { seat: string; at: Instant };

/** The clock of a Discuss: null where it was not answered or not renewed; unanswered it never lapses (rules P15, P16). */
export type DiscussClock = { answeredAt: Instant | null; renewedAt: Instant | null; lapsesAt: Instant | null };

/** Reads the clock of a Discuss from the ballot's events; only the first answer after it counts, and one renewal. */
export function discussClock(discuss: Discuss, events: readonly BallotEvent[]): DiscussClock {
  const answer = eventsOf(events, "answer").find((one) => one.seat === discuss.seat && one.at > discuss.at);
  if (!answer) return { answeredAt: null, renewedAt: null, lapsesAt: null };
  const lapsesAt = answer.at + lapseTime_ms;
  const renewal = eventsOf(events, "renew").find(
    (one) => one.seat === discuss.seat && one.at >= answer.at && one.at < lapsesAt,
  );
  if (!renewal) return { answeredAt: answer.at, renewedAt: null, lapsesAt };
  return { answeredAt: answer.at, renewedAt: renewal.at, lapsesAt: renewal.at + lapseTime_ms };
}

/** Whether the holder may renew now: once, between answer and lapse (rule P16). */
export function renewalCheck(clock: DiscussClock, now: Instant): Answer {
  if (clock.answeredAt === null || now < clock.answeredAt)
    return refuse("state", "P16", "The Discuss has not been answered; it stands without a renewal.");
  if (clock.lapsesAt !== null && now >= clock.lapsesAt)
    return refuse("late", "P16", `The Discuss lapsed at ${sayInstant(clock.lapsesAt)}.`);
  if (clock.renewedAt !== null)
    return refuse("limit", "P16", `The Discuss was renewed at ${sayInstant(clock.renewedAt)}; that is possible once.`);
  return allowed;
}

export type OverrideQuestion = {
  type: BallotType;
  discuss: Discuss;
  lapsesAt: Instant | null;
  closesAt: Instant;
  /** Seats of E at the instant of the decision, the holder among them. */
  eligible: ReadonlySet<string>;
};

/** Whether an override of this Discuss may be announced now (rule P17). */
export function announcementCheck(type: BallotType, discuss: Discuss, now: Instant): Answer {
  if (type === "consensus") return refuse("state", "P17", "A consensus ballot has no override.");
  if (now > discuss.at) return allowed;
  return refuse(
    "state",
    "P17",
    `The Discuss was made at ${sayInstant(discuss.at)}; an override is announced after it.`,
  );
}

/** Whether the notice of the announcement is over (rule P17). */
export function decisionCheck(announcedAt: Instant, now: Instant): Answer {
  const from = announcedAt + overrideNotice_ms;
  if (now >= from) return allowed;
  return refuse(
    "duration",
    "P17",
    `The override may be decided from ${sayInstant(from)} on, 48 hours after its announcement.`,
  );
}

/** Seats of E without the holder that said for or against, each counted once. */
export function overrideVoices({ discuss, eligible }: OverrideQuestion, override: OverrideEvent) {
  const counted = (seats: readonly string[]) =>
    new Set(seats.filter((seat) => seat !== discuss.seat && eligible.has(seat))).size;
  return { F: counted(override.for), U: counted(override.against) };
}

/** Whether the override decides the Discuss (rule P17); the refusal says what it lacks. */
export function overrideCheck(question: OverrideQuestion, override: OverrideEvent): Answer {
  const { type, discuss, lapsesAt, closesAt, eligible } = question;
  if (type === "consensus") return refuse("state", "P17", "A consensus ballot has no override.");
  if (override.announcedAt <= discuss.at)
    return refuse(
      "state",
      "P17",
      `The Discuss was made at ${sayInstant(discuss.at)}; an override is announced after it.`,
    );
  if (override.at - override.announcedAt < overrideNotice_ms)
    return refuse(
      "duration",
      "P17",
      `An override is announced 48 hours before it is decided; here ${sayInstant(override.announcedAt)} and ${sayInstant(override.at)}.`,
    );
  if (override.at >= closesAt) return refuse("late", "P17", `The ballot closed at ${sayInstant(closesAt)}.`);
  if (lapsesAt !== null && lapsesAt <= override.at)
    return refuse("state", "P17", `The Discuss lapsed at ${sayInstant(lapsesAt)}; it is no longer open.`);
  const { F, U } = overrideVoices(question, override);
  const others = eligible.size - 1;
  if (3 * F < 2 * others)
    return refuse("state", "P17", `An override needs two thirds of ${others} seats; ${F} are for it.`);
  if (U > overrideAgainstMax)
    return refuse(
      "state",
      "P17",
      `An override fails with more than ${overrideAgainstMax} seats against it; there are ${U}.`,
    );
  return allowed;
}

/**
 * The state at close of a Discuss that is still its seat's current position. What ended it first decides: once
 * overridden it does not lapse, once lapsed it is not overridden. `eligibleAt` gives the seats of E at an instant.
 */
export function discussState(
  question: Omit<OverrideQuestion, "eligible" | "lapsesAt">,
  events: readonly BallotEvent[],
  eligibleAt: (instant: Instant) => ReadonlySet<string>,
): DiscussState {
  const { discuss, closesAt } = question;
  const { lapsesAt } = discussClock(discuss, events);
  const overridden = eventsOf(events, "override").some((override) => {
    if (override.seat !== discuss.seat) return false;
    return overrideCheck({ ...question, lapsesAt, eligible: eligibleAt(override.at) }, override) === allowed;
  });
  if (overridden) return "overridden";
  return lapsesAt !== null && lapsesAt <= closesAt ? "lapsed" : "open";
}
