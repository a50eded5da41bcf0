/** A member's limited non-application of an entry. Rules S1 to S5, table S. */
import type { ScopeRow } from "../candidate/candidate.ts";
import { day_ms, type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, firstRefusal, isRefusal, type Refusal, refuse } from "../refusal.ts";
import { controlApplies, isWithin, type ScopeLists, scopeCheck, type Transfer } from "./scope.ts";

/** Longest time from entry to sunset (rule S2). */
export const sunsetMax_ms = 730 * day_ms;
/** After adoption, and after a change of law, a reservation may be entered this long (rule S3). */
export const afterAdoption_ms = 30 * day_ms;
export const afterChangeOfLaw_ms = 60 * day_ms;
export const renewalsMax = 1;

export const reservationStates = ["active", "withdrawn", "expired"] as const;
export type ReservationState = (typeof reservationStates)[number];

/** `contested` is a mark beside `active`, not a state of its own (rule S6). */
export type ReservationMove = {
  from: readonly ReservationState[];
  act: string;
  to: ReservationState;
  who: readonly ("government-reviewer" | "same-member" | "other-member" | "clock")[];
  rules: readonly string[];
};

/** Table S. */
export const reservationMoves = [
  { from: [], act: "enter-reservation", to: "active", who: ["government-reviewer"], rules: ["S1", "S3"] },
  { from: ["active"], act: "narrow-reservation", to: "active", who: ["same-member"], rules: ["S5"] },
  { from: ["active"], act: "renew-reservation", to: "active", who: ["same-member"], rules: ["S2"] },
  { from: ["active"], act: "contest-reservation", to: "active", who: ["other-member"], rules: ["S6"] },
  { from: ["active"], act: "withdraw-reservation", to: "withdrawn", who: ["same-member"], rules: ["S5"] },
  { from: ["active"], act: "sunset-reached", to: "expired", who: ["clock"], rules: ["S2"] },
] as const satisfies readonly ReservationMove[];

export type ReservationAct = (typeof reservationMoves)[number]["act"];

/** The row of table S by which the act moves a reservation from this state, or a refusal that names both. */
export function reservationMove(state: ReservationState, act: ReservationAct): ReservationMove | Refusal {
  const rows: readonly ReservationMove[] = reservationMoves.filter((row) => row.act === act);
  const row = rows.find((one) => one.from.includes(state));
  if (row) return row;
  return refuse("state", rows[0]!.rules[0]!, `The reservation is ${state}; ${act} needs an active one.`);
}

/** What a member enters. `sunsetAt` and `entry` are null where the form leaves them out. */
export type NewReservation = {
  entry: string | null;
  rows: readonly ScopeRow[];
  reason: string;
  sunsetAt: Instant | null;
};

/** When a reservation may be entered: dispatch, adoption and change of law, each null until it is. Rule S3. */
export type ReservationTimes = {
  dispatchedAt: Instant | null;
  adoptedAt: Instant | null;
  lawChangedAt: Instant | null;
};

/**
 * Whether a reservation is taken. Refusals: `malformed`, `reason-missing`, `word` (S1, with R2 and R3), `duration` (S2),
 * `state` before dispatch and `late` after the time (S3). `lists` are the committee's.
 */
export function reservationCheck(
  entered: NewReservation,
  times: ReservationTimes,
  lists: ScopeLists,
  now: Instant,
): Answer {
  return firstRefusal(partsCheck(entered, lists), sunsetCheck(entered.sunsetAt, now), entryTimeCheck(times, now));
}

function partsCheck({ entry, rows, reason, sunsetAt }: NewReservation, lists: ScopeLists): Answer {
  if (!entry) return refuse("malformed", "S1", "A reservation names the entry it is about; none is given.", "entry");
  if (reason.trim() === "")
    return refuse("reason-missing", "S1", "A reservation needs a reason; the reason given is empty.", "reason");
  if (sunsetAt === null) return refuse("malformed", "S1", "A reservation needs a sunset; none is given.", "sunset");
  // The reason of a reservation says why, so a row of "all" in every column needs no second statement.
  const answer = scopeCheck(rows, lists, reason);
  return isRefusal(answer) && answer.code === "malformed" ? { ...answer, rule: "S1" } : answer;
}

/** Whether the sunset lies after the entry by at most 730 × 24 h (rule S2). */
export function sunsetCheck(sunsetAt: Instant | null, enteredAt: Instant): Answer {
  if (sunsetAt === null) return allowed;
  const given = sayInstant(sunsetAt);
  if (sunsetAt <= enteredAt)
    return refuse("duration", "S2", `The sunset ${given} is not after the reservation's entry.`, "sunset");
  if (sunsetAt - enteredAt > sunsetMax_ms) {
    const latest = sayInstant(enteredAt + sunsetMax_ms);
    return refuse(
      "duration",
      "S2",
      `The sunset ${given} is more than 730 days away; it may be ${latest} at most.`,
      "sunset",
    );
  }
  return allowed;
}

/** Whether now is a time for a new reservation (rule S3). */
export function entryTimeCheck({ dispatchedAt, adoptedAt, lawChangedAt }: ReservationTimes, now: Instant): Answer {
  if (dispatchedAt === null || now < dispatchedAt)
    return refuse("state", "S3", "A reservation may be entered from dispatch on; the round has not been dispatched.");
  if (adoptedAt === null || now < adoptedAt + afterAdoption_ms) return allowed;
  if (lawChangedAt !== null && now >= lawChangedAt && now < lawChangedAt + afterChangeOfLaw_ms) return allowed;
  const reason = `The time for reservations ended at ${sayInstant(adoptedAt + afterAdoption_ms)}; later only a change of law allows one, for 60 days.`;
  return refuse("late", "S3", reason);
}

/** Whether the member may narrow its reservation to these rows: it is never widened (rule S5). */
export function narrowCheck(current: readonly ScopeRow[], narrowed: readonly ScopeRow[], lists: ScopeLists): Answer {
  const answer = scopeCheck(narrowed, lists, "narrowed");
  if (answer !== allowed) return answer;
  if (!isWithin(narrowed, current))
    return refuse(
      "state",
      "S5",
      "The new rows reach further than the old ones; widening is a new reservation.",
      "rows",
    );
  if (isWithin(current, narrowed))
    return refuse("state", "S5", "The new rows reach as far as the old ones; nothing would be narrower.", "rows");
  return allowed;
}

/** Whether the member may renew: once, with a new reason, for 730 × 24 h at most (rule S2). */
export function renewalCheck(
  reservation: { reason: string; renewals: number },
  renewal: { reason: string; sunsetAt: Instant },
  now: Instant,
): Answer {
  if (reservation.renewals >= renewalsMax)
    return refuse(
      "limit",
      "S2",
      `The reservation was renewed ${reservation.renewals} time already; now only a silence round renews it.`,
    );
  if (renewal.reason.trim() === "" || renewal.reason.trim() === reservation.reason.trim())
    return refuse(
      "reason-missing",
      "S2",
      "A renewal needs a new reason; the one given is empty or the old one.",
      "reason",
    );
  return sunsetCheck(renewal.sunsetAt, now);
}

/** Whether the reservation's sunset has come (rule S2). */
export function isExpired(sunsetAt: Instant, now: Instant): boolean {
  return now >= sunsetAt;
}

/**
 * Whether a control applies to a transfer from this member (rules R4, S4): a reservation takes away what its rows match,
 * for its own member and for no other. `reservations` are the active ones.
 */
export function appliesFor(
  member: string,
  control: { rows: readonly ScopeRow[]; exclusions: readonly ScopeRow[] },
  reservations: readonly { member: string; rows: readonly ScopeRow[] }[],
  transfer: Transfer,
): boolean {
  const own = reservations.filter((one) => one.member === member).flatMap((one) => one.rows);
  return controlApplies(control.rows, [...control.exclusions, ...own], transfer);
}
