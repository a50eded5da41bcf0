/** What must hold before a round is dispatched or goes on without a member. Rules V2, V4, V19, V26. */
import type { Instant } from "../instant.ts";
import { sayInstant } from "../instant.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import type { RoundKind } from "./round-clock.ts";
import { type Calendar, endOfWorkingDays } from "./working-day.ts";

/** Working days of the secretariat after which a second channel is used (rule V4). */
export const secondChannelDays = 5;
/** Working days after dispatch, attempts and channels before a member may be set aside (rule V26). */
export const setAsideDays = 15;
export const attemptsMin = 3;
export const channelsMin = 2;

/** Whether a text with these change classes (rule D12) may go out as a round of this kind: a correction is only editorial (rule V2). */
export function roundKindCheck(kind: RoundKind, changeClasses: readonly string[]): Answer {
  const other = changeClasses.find((one) => one !== "editorial");
  if (kind !== "correction" || other === undefined) return allowed;
  return refuse("word", "V2", `A correction has editorial changes only; this text has one that is ${other}.`, "kind");
}

/** When the secretariat goes to the second channel for those without a proof (rule V4). */
export function secondChannelAt(dispatchedAt: Instant, secretariat: Calendar): Instant {
  return endOfWorkingDays(dispatchedAt, secondChannelDays, secretariat);
}

export type Attempt = { at: Instant; channel: string };

/** Whether the chair and a second may set a member aside that was not reached (rule V26). Working days are the secretariat's. */
export function setAsideCheck(
  member: { deliveredAt: Instant | null; attempts: readonly Attempt[] },
  dispatchedAt: Instant,
  secretariat: Calendar,
  now: Instant,
): Answer {
  if (member.deliveredAt !== null)
    return refuse(
      "state",
      "V26",
      `The member was reached at ${sayInstant(member.deliveredAt)}; it cannot be set aside.`,
    );
  const from = endOfWorkingDays(dispatchedAt, setAsideDays, secretariat);
  if (now < from)
    return refuse(
      "state",
      "V26",
      `A member may be set aside ${setAsideDays} working days after dispatch, from ${sayInstant(from)} on.`,
    );
  const attempts = member.attempts.filter((one) => one.at <= now);
  if (attempts.length < attemptsMin)
    return refuse(
      "limit",
      "V26",
      `${attemptsMin} attempts to reach the member must be on record; there are ${attempts.length}.`,
    );
  const channels = new Set(attempts.map((one) => one.channel)).size;
  if (channels < channelsMin)
    return refuse("limit", "V26", `The attempts must use ${channelsMin} channels; they used ${channels}.`);
  return allowed;
}

/** Whether the chair and a second may lengthen the round now: running, after a request for time, once (rule V19). */
export function lengthenCheck(
  round: { state: string; endsAt: Instant | null; lengthenedAt: Instant | null; timeAsked: boolean },
  now: Instant,
): Answer {
  if (round.state !== "running")
    return refuse("state", "V19", `The round is ${round.state}; it is lengthened while it is running.`);
  if (round.endsAt !== null && now >= round.endsAt)
    return refuse("late", "V19", `The round ended at ${sayInstant(round.endsAt)}.`);
  if (round.lengthenedAt !== null)
    return refuse(
      "limit",
      "V19",
      `The round was lengthened at ${sayInstant(round.lengthenedAt)}; that is possible once.`,
    );
  if (!round.timeAsked)
    return refuse(
      "state",
      "V19",
      'No member has replied "ask-time"; only such a request lets the round be lengthened.',
    );
  return allowed;
}
