/** Opt-in after two broken rounds: the text is adopted for those who join. Rules V22, V23. */
import { day_ms, type Instant, writeInstant } from "../instant.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import { firstFreeInstant, isOutageOpen, type Outage } from "./outage.ts";
import { clockOfRound, optInLengthDays, type RoundMember } from "./round-clock.ts";

export const brokenRoundsMin = 2;
export const joinersMin = 3;
/** After an opt-in that failed, the recommendation stays out of review this long (rule V23). */
export const pauseAfterOptIn_ms = 180 * day_ms;

export type OptIn = {
  brokenRounds: number;
  asOf: Instant;
  members: readonly RoundMember[];
  joins: readonly { member: string; at: Instant }[];
  outages: readonly Outage[];
};

export type OptInOutcome = "dispatched" | "running" | "adopted-in-part" | "failed" | "refused";

export type OptInAccount = {
  outcome: OptInOutcome;
  failing: string[];
  /** In order of the members. */
  joined: string[];
  startsAt: string | null;
  endsAt: string | null;
};

/** Whether an opt-in may be opened (rule V22). */
export function optInCheck(brokenRounds: number): Answer {
  if (brokenRounds >= brokenRoundsMin) return allowed;
  const reason = `Opt-in opens after ${brokenRoundsMin} broken rounds on one candidate; there were ${brokenRounds}.`;
  return refuse("state", "V22", reason);
}

/** The account of an opt-in as of `optIn.asOf`. */
export function optInAccount(optIn: OptIn): OptInAccount {
  const { members, outages, asOf } = optIn;
  const none = { joined: [], startsAt: null, endsAt: null };
  if (optInCheck(optIn.brokenRounds) !== allowed) return { ...none, outcome: "refused", failing: ["V22"] };
  const clock = clockOfRound(members, optInLengthDays, outages, asOf);
  const joined = joinedUntil(optIn, Math.min(asOf + 1, clock?.endsAt ?? Number.POSITIVE_INFINITY));
  if (clock === null) return { ...none, outcome: "dispatched", failing: ["V4"], joined };
  const known = { joined, startsAt: writeInstant(clock.startsAt), endsAt: writeInstant(clock.endsAt) };
  const waiting = isOutageOpen(outages, asOf) ? ["V18"] : [];
  if (asOf < clock.endsAt) return { ...known, outcome: "running", failing: waiting };
  if (joined.length < joinersMin) return { ...known, outcome: "failed", failing: ["V23"] };
  if (firstFreeInstant(outages, clock.endsAt, asOf) === null) return { ...known, outcome: "running", failing: waiting };
  return { ...known, outcome: "adopted-in-part", failing: [] };
}

/** Members that said `join` before the instant. */
function joinedUntil({ members, joins }: OptIn, before: Instant): string[] {
  const names = new Set(joins.filter((join) => join.at < before).map((join) => join.member));
  return members.map((one) => one.member).filter((name) => names.has(name));
}
