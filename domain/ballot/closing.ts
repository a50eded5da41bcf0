/** When a ballot closes. Rules B3, B6, B8, B9, B44, B47 and the time of P10. */
import { day_ms, hour_ms, type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import { type OutageSpan, outageMin_ms, outagesUntil, overlaps } from "../review/outage.ts";
import { type BallotCase, eventsOf } from "./ballot-case.ts";

/** An extension is made at least this long before the closing time in force, and moves it by at most so much (rule B8). */
export const extensionNotice_ms = day_ms;
export const extensionMax_ms = 336 * hour_ms;
export const extensionsMax = 2;
/** A recorded position may be disputed until this long after close (rule P10). */
export const disputeTime_ms = 48 * hour_ms;
/** A result without an open challenge is certified this long after close or unsealing (rule B44). */
export const challengeTime_ms = 72 * hour_ms;
/** Seals not opened this long after close make the ballot void (rule B41). */
export const unsealingTime_ms = 240 * hour_ms;
/** An outage in this time before close moves the close by as much after its end (rule B47). */
const outageWatch_ms = day_ms;

export type ExtensionQuestion = {
  opensAt: Instant;
  /** The closing time in force, and the extensions that were valid so far. */
  closesAt: Instant;
  extensions: number;
  by: readonly string[];
  newClosesAt: Instant;
  now: Instant;
};

/** Whether an extension is valid (rule B8); if not, the old closing time stands. Only an open ballot is extended (table B2). */
export function extensionCheck(question: ExtensionQuestion): Answer {
  const { opensAt, closesAt, extensions, by, newClosesAt, now } = question;
  if (now < opensAt) return refuse("state", "B8", `The ballot opens at ${sayInstant(opensAt)}; it is not open yet.`);
  if (new Set(by).size < 2)
    return refuse("second-person", "B8", `An extension takes two persons; given: ${by.join(", ") || "nobody"}.`);
  if (now > closesAt - extensionNotice_ms)
    return refuse(
      "late",
      "B8",
      `An extension is made 24 hours before the closing time ${sayInstant(closesAt)} or earlier.`,
    );
  if (extensions >= extensionsMax)
    return refuse("limit", "B8", `The ballot was extended ${extensions} times already; ${extensionsMax} are the most.`);
  if (newClosesAt <= closesAt || newClosesAt - closesAt > extensionMax_ms) {
    const reason = `An extension is by more than 0 and at most 336 hours; from ${sayInstant(closesAt)} to ${sayInstant(newClosesAt)} is not.`;
    return refuse("duration", "B8", reason, "closesAt");
  }
  return allowed;
}

/**
 * The closing time in the end (rule B3): the frozen one, moved in order of time by valid extensions (B8) and by outages
 * (B47), which take effect when they end, or brought forward by B9. Nothing else moves it.
 */
export function closingTime(
  ballot: Pick<BallotCase, "opensAt" | "closesAt" | "events" | "outages" | "closedEarlyAt">,
): Instant {
  const outages = outagesUntil(ballot.outages ?? [], Number.POSITIVE_INFINITY);
  const steps = [
    ...outages.map((outage) => ({ at: outage.to, outage, extension: null })),
    ...eventsOf(ballot.events, "extend").map((extension) => ({ at: extension.at, outage: null, extension })),
  ].sort((a, b) => a.at - b.at);
  let closesAt = ballot.closesAt;
  let extensions = 0;
  for (const { outage, extension } of steps) {
    if (outage) closesAt = afterOutage(outage, closesAt);
    if (!extension) continue;
    const question = { opensAt: ballot.opensAt, closesAt, extensions, by: extension.by, now: extension.at };
    if (extensionCheck({ ...question, newClosesAt: extension.closesAt }) !== allowed) continue;
    closesAt = extension.closesAt;
    extensions += 1;
  }
  return Math.min(closesAt, ballot.closedEarlyAt ?? closesAt);
}

/** The closing time after an outage (rule B47); one too short to count (V16) only keeps the ballot open while it lasts. */
export function afterOutage(outage: OutageSpan, closesAt: Instant): Instant {
  if (outage.to - outage.from < outageMin_ms)
    return outage.from < closesAt && outage.to > closesAt ? outage.to : closesAt;
  return overlaps(outage, closesAt - outageWatch_ms, closesAt) ? outage.to + outageWatch_ms : closesAt;
}

/** Whether two persons may close before the time: every seat of E has a current position and no Discuss is open (rule B9). */
export function earlyCloseCheck(counts: { S: number; D: number }, by: readonly string[]): Answer {
  if (new Set(by).size < 2)
    return refuse("second-person", "B9", `Closing early takes two persons; given: ${by.join(", ") || "nobody"}.`);
  if (counts.S > 0)
    return refuse("state", "B9", `Closing early waits for every seat; without a position: ${counts.S}.`);
  if (counts.D > 0) return refuse("state", "B9", `Closing early waits for every Discuss to end; open: ${counts.D}.`);
  return allowed;
}

/** What was wrong at the opening of a ballot that two persons declare void (rule B37). */
export const voidGrounds = ["roll", "text", "options"] as const;
export type VoidGround = (typeof voidGrounds)[number];
