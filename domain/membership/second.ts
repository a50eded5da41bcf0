/** The second person of a two-person act: who it is, how long a request lasts, and what ends it. Rules W6, W7. */
import { canonicalJson } from "../definition/canonical-text.ts";
import { hour_ms, type Instant, sayInstant } from "../instant.ts";
import type { MinuteValue } from "../record/minute.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";

/** The acts that need a second (rule W7), as far as the product has them. */
export const twoPersonActs = [
  "open-ballot",
  "extend-ballot",
  "close-ballot",
  "void-ballot",
  "dispatch-round",
  "lengthen-round",
  "cancel-round",
] as const;
export type TwoPersonAct = (typeof twoPersonActs)[number];

export function isTwoPersonAct(act: string): act is TwoPersonAct {
  return (twoPersonActs as readonly string[]).includes(act);
}

/** A request lasts so long (rule W6). */
export const requestTime_ms = 24 * hour_ms;

export const requestStates = ["pending", "consented", "declined", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** Somebody who might be the second. `since` is when an expert took the seat; null for the chairs. */
export type SecondCandidate = {
  personId: string;
  memberId: string | null;
  office: "chair" | "vice-chair" | "expert";
  since: Instant | null;
  barred: boolean;
};

/**
 * Who may be the second to what this person asks (rule W6): chair or vice-chair, whoever is not asking; where an interest
 * bars them, or they are of the asker's member, or there are none, the longest-seated expert that is neither.
 */
export function secondsFor(
  asker: { personId: string; memberId: string | null },
  candidates: readonly SecondCandidate[],
): SecondCandidate[] {
  const free = candidates.filter(
    (one) =>
      !one.barred &&
      one.personId !== asker.personId &&
      (one.memberId === null || asker.memberId === null || one.memberId !== asker.memberId),
  );
  const chairs = free.filter((one) => one.office !== "expert");
  if (chairs.length > 0) return chairs;
  const experts = free
    .filter((one) => one.office === "expert")
    .sort((one, other) => one.since! - other.since! || (one.personId < other.personId ? -1 : 1));
  return experts.slice(0, 1);
}

export type RequestThing = {
  state: RequestState;
  expiresAt: Instant;
  /** What the asker saw and wanted; consent is given to exactly this. */
  values: Record<string, MinuteValue>;
};

/** Whether a request still stands at an instant: asked, not answered, not expired (rule W6). */
export function requestCheck(request: Pick<RequestThing, "state" | "expiresAt">, now: Instant): Answer {
  if (request.state !== "pending")
    return refuse("state", "W6", `The request is ${request.state}; it can be answered no more.`);
  if (now >= request.expiresAt)
    return refuse("late", "W6", `The request expired at ${sayInstant(request.expiresAt)}; it has to be asked again.`);
  return allowed;
}

/** The first value that is not what it was when the request was made; null while all are (rule W6). */
export function changedValue(
  asked: Record<string, MinuteValue>,
  present: Record<string, MinuteValue>,
): { name: string; was: MinuteValue; is: MinuteValue } | null {
  const text = (value: MinuteValue) => canonicalJson(value);
  for (const name of new Set([...Object.keys(asked), ...Object.keys(present)])) {
    const [was, is] = [asked[name] ?? null, present[name] ?? null];
    if (text(was) !== text(is)) return { name, was, is };
  }
  return null;
}

/** A changed value ends the request (rule W6); the refusal shows both. */
export function unchangedCheck(asked: Record<string, MinuteValue>, present: Record<string, MinuteValue>): Answer {
  const changed = changedValue(asked, present);
  if (changed === null) return allowed;
  const shown = (value: MinuteValue) => JSON.stringify(value).slice(0, 120);
  const { name, was, is } = changed;
  return refuse(
    "second-person",
    "W6",
    `What was asked for has changed: "${name}" was ${shown(was)} and is ${shown(is)}. The request has ended; it has to be asked again.`,
  );
}
