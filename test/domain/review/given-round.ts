/** Rounds for tests: three members in UTC, dispatched on a Tuesday, all reached an hour later, unless the test says otherwise. */
import { instantOf } from "../../../domain/instant.ts";
import type { Reply, ReplyWord } from "../../../domain/review/reply.ts";
import { type Round, type RoundAccount, roundAccount } from "../../../domain/review/round.ts";
import type { RoundMember } from "../../../domain/review/round-clock.ts";

/** `2 09:00` is the second of September 2026 at nine in UTC; days over 30 run on into October. */
export function on(text: string): number {
  const [day, time = "00:00"] = text.split(" ");
  return instantOf(`2026-09-01T${time.length === 5 ? `${time}:00` : time}Z`) + (Number(day) - 1) * 86_400_000;
}

export const member = (name: string, changes: Partial<RoundMember> = {}): RoundMember => ({
  member: name,
  zone: "Etc/UTC",
  deliveredAt: on("1 09:00"),
  ...changes,
});

export const members = ["NL", "JP", "CA"].map((name) => member(name));

export const reply = (name: string, word: ReplyWord, at: number, by = "government-reviewer"): Reply => ({
  member: name,
  word,
  at,
  by,
});

/** A correction: five working days, so it ends with Tuesday the eighth. */
export const endsAt = on("9");

export function given(changes: Partial<Round> = {}): Round {
  return {
    kind: "correction",
    dispatchedAt: on("1 08:00"),
    asOf: on("20"),
    members,
    replies: [],
    outages: [],
    ...changes,
  };
}

export function accounted(changes: Partial<Round> = {}): RoundAccount {
  return roundAccount(given(changes));
}

/** Outcome and failing rules in one line. */
export function outcome(changes: Partial<Round> = {}): string {
  const result = accounted(changes);
  return [result.outcome, ...result.failing].join(" ");
}
