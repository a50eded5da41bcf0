/**
 * The account of a silence round at an instant. Rules V1 to V20 and V26: a pure function of what was frozen at dispatch
 * and what happened since. What is later than the instant has not happened.
 */
import { hour_ms, type Instant, writeInstant } from "../instant.ts";
import { firstFreeInstant, isOutageOpen, type Outage } from "./outage.ts";
import { breaks, type Reply, type ReplyWord, replyingRole } from "./reply.ts";
import {
  clockOfRound,
  lengtheningDays,
  type RoundClock,
  type RoundKind,
  type RoundMember,
  roundLengthDays,
} from "./round-clock.ts";

/** The clock certifies an adoption this long after Z (rule V20). */
export const certification_ms = hour_ms;

export type Round = {
  kind: RoundKind;
  dispatchedAt: Instant;
  asOf: Instant;
  /** When the chair and a second lengthened the round; counts only where V19 and table V allow it. */
  lengthenedAt?: Instant;
  members: readonly RoundMember[];
  /** In order of sequence. */
  replies: readonly Reply[];
  outages: readonly Outage[];
};

export type RoundOutcome = "dispatched" | "running" | "broken" | "adopted" | "adopted-in-part";

/** Instants are written in ISO 8601; `startsAt`, `ends` and `endsAt` are null until T0. */
export type RoundAccount = {
  outcome: RoundOutcome;
  /** What broke the round (V12, V15), or what it waits for (V4, V18). */
  failing: string[];
  startsAt: string | null;
  ends: Record<string, string> | null;
  endsAt: string | null;
  /** Indices of replies at or after Z (rule V10). */
  late: number[];
  brokenAt: string | null;
  /** Members for whom the text is not adopted, or whose number broke the round (rules V14, V15). */
  absent: string[];
  /** Each member's latest reply that counts; `cannot-join` for one set aside that has not replied (rule V26). */
  words: Record<string, ReplyWord | null>;
  /** Whether the round was lengthened (rule V19), and when the text was adopted: Z, or the end of an outage (V18). */
  lengthened: boolean;
  adoptedAt: string | null;
};

type IndexedReply = Reply & { index: number };
type Course = { clock: RoundClock | null; brokenAt: Instant | null; lengthened: boolean };

/** The account of the round as of `round.asOf`. */
export function roundAccount(round: Round): RoundAccount {
  const replies = countedReplies(round);
  const course = courseOf(round, replies);
  const endsAt = course.clock?.endsAt ?? null;
  const words = latestWords(
    round,
    replies.filter((reply) => endsAt === null || reply.at < endsAt),
  );
  const decision = decide(round, course, words);
  return {
    ...decision,
    startsAt: course.clock && writeInstant(course.clock.startsAt),
    ends: course.clock && Object.fromEntries([...course.clock.ends].map(([name, at]) => [name, writeInstant(at)])),
    endsAt: endsAt === null ? null : writeInstant(endsAt),
    late: lateReplies(replies, endsAt),
    words: Object.fromEntries(words),
    lengthened: course.lengthened,
  };
}

/** Replies that happened and that V9 and table V allow, in order of time, then of sequence. */
function countedReplies({ members, replies, dispatchedAt, asOf }: Round): IndexedReply[] {
  const names = new Set(members.map((one) => one.member));
  return replies
    .map((reply, index) => ({ ...reply, index }))
    .filter((reply) => names.has(reply.member) && reply.by === replyingRole)
    .filter((reply) => reply.at >= dispatchedAt && reply.at <= asOf)
    .sort((a, b) => a.at - b.at || a.index - b.index);
}

/** Clock, break and lengthening depend on one another only backwards in time: each looks at what was before it. */
function courseOf(round: Round, replies: readonly IndexedReply[]): Course {
  const days = roundLengthDays[round.kind];
  const usual = clockOfRound(round.members, days, round.outages, round.asOf);
  const brokenBefore = firstBreak(replies, usual);
  if (!isLengthened(round, usual, brokenBefore, replies))
    return { clock: usual, brokenAt: brokenBefore, lengthened: false };
  const clock = clockOfRound(round.members, days + lengtheningDays, round.outages, round.asOf);
  return { clock, brokenAt: firstBreak(replies, clock), lengthened: true };
}

/** The first reply that breaks the round: before Z, from dispatch on (rule V12). */
function firstBreak(replies: readonly IndexedReply[], clock: RoundClock | null): Instant | null {
  const reply = replies.find((one) => breaks(one.word) && (clock === null || one.at < clock.endsAt));
  return reply?.at ?? null;
}

/** Whether the lengthening counts: made while running, after a request for time (rule V19, table V). */
function isLengthened(
  { lengthenedAt, asOf }: Round,
  clock: RoundClock | null,
  brokenAt: Instant | null,
  replies: readonly IndexedReply[],
): boolean {
  if (lengthenedAt === undefined || lengthenedAt > asOf || clock === null) return false;
  if (lengthenedAt < clock.startsAt || lengthenedAt >= clock.endsAt) return false;
  if (brokenAt !== null && brokenAt <= lengthenedAt) return false;
  return replies.some((reply) => reply.word === "ask-time" && reply.at <= lengthenedAt);
}

/** A member's latest reply counts (rule V8); one set aside that has not replied stands as `cannot-join` (rule V26). */
function latestWords({ members, asOf }: Round, inTime: readonly IndexedReply[]): Map<string, ReplyWord | null> {
  const words = new Map<string, ReplyWord | null>();
  for (const one of members) {
    const aside = one.setAsideAt !== undefined && one.setAsideAt <= asOf;
    words.set(one.member, aside ? "cannot-join" : null);
  }
  for (const reply of inTime) words.set(reply.member, reply.word);
  return words;
}

function lateReplies(replies: readonly IndexedReply[], endsAt: Instant | null): number[] {
  if (endsAt === null) return [];
  const late = replies.filter((reply) => reply.at >= endsAt);
  return late.map((reply) => reply.index).sort((a, b) => a - b);
}

type Decision = Pick<RoundAccount, "outcome" | "failing" | "brokenAt" | "absent" | "adoptedAt">;

function decide({ members, outages, asOf }: Round, course: Course, words: Map<string, ReplyWord | null>): Decision {
  const none = { failing: [], brokenAt: null, absent: [], adoptedAt: null };
  const { clock, brokenAt } = course;
  if (brokenAt !== null) return { ...none, outcome: "broken", failing: ["V12"], brokenAt: writeInstant(brokenAt) };
  if (clock === null) return { ...none, outcome: "dispatched", failing: ["V4"] };
  const waiting: Decision = { ...none, outcome: "running", failing: isOutageOpen(outages, asOf) ? ["V18"] : [] };
  if (asOf < clock.endsAt) return waiting;
  const absent = members.map((one) => one.member).filter((name) => words.get(name) === "cannot-join");
  // Breaking is no adoption, so an outage does not hold it up (V15, V18).
  if (3 * absent.length > members.length)
    return { ...none, outcome: "broken", failing: ["V15"], brokenAt: writeInstant(clock.endsAt), absent };
  const adoptedAt = firstFreeInstant(outages, clock.endsAt, asOf);
  if (adoptedAt === null) return waiting;
  const outcome = absent.length > 0 ? "adopted-in-part" : "adopted";
  return { ...none, outcome, absent, adoptedAt: writeInstant(adoptedAt) };
}
