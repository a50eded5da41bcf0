/** Ballots for tests: short ways to say a case, with everything in order unless the test says otherwise. */
import { type Account, account } from "../../../domain/ballot/account.ts";
import type { BallotCase, BallotEvent, Position } from "../../../domain/ballot/ballot-case.ts";
import { day_ms, hour_ms, instantOf } from "../../../domain/instant.ts";

export const opensAt = instantOf("2026-09-01T00:00:00Z");
export const closesAt = opensAt + 20 * day_ms;

/** Hours after opening, as an instant. */
export const hours = (count: number) => opensAt + count * hour_ms;

/** Seats S01, S02 … */
export const seats = (count: number) =>
  Array.from({ length: count }, (_, index) => `S${String(index + 1).padStart(2, "0")}`);

export const roll = (count: number) => seats(count).map((seat) => ({ seat }));

type More = Partial<Omit<Position, "said" | "seat">>;

/** A position one hour after opening; words that need a reason have one. */
export function says(seat: string, word: string, more: More = {}): Position {
  const reason = ["no", "discuss", "recuse"].includes(word) ? { reason: "a.2 catches hospital scanners" } : {};
  return { seat, said: { word }, at: hours(1), ...reason, ...more };
}

export const chooses = (seat: string, set: string[], more: More = {}): Position => ({
  seat,
  said: { set },
  at: hours(1),
  ...more,
});

export const ranks = (seat: string, ranking: (string | string[])[], more: More = {}): Position => ({
  seat,
  said: { ranking },
  at: hours(1),
  ...more,
});

/** The words of seats S01, S02 … in order: `cast({ yes: 3, no: 1 })` is four positions. */
export function cast(numbers: Record<string, number>): Position[] {
  const words = Object.entries(numbers).flatMap(([word, count]) => Array<string>(count).fill(word));
  return words
    .map((word, index) => (word === "none" ? null : says(seats(words.length)[index]!, word)))
    .filter((one) => one !== null);
}

/** A recommendation ballot of twelve seats without positions, changed as the test says. */
export function given(changes: Partial<BallotCase> = {}): BallotCase {
  return {
    type: "recommendation",
    mode: "RECORDED",
    opensAt,
    closesAt,
    roll: roll(12),
    recused: [],
    positions: [],
    events: [],
    ...changes,
  };
}

/** The account of a ballot decided by words, whose counts are named one by one. */
export function counted(changes: Partial<BallotCase>): Account & { counts: Record<string, number> } {
  return account(given(changes)) as Account & { counts: Record<string, number> };
}

export const answered = (seat: string, at: number): BallotEvent => ({ type: "answer", seat, at });
export const renewed = (seat: string, at: number): BallotEvent => ({ type: "renew", seat, at });
export const extended = (at: number, to: number, by: string[] = ["chair", "vice"]): BallotEvent => ({
  type: "extend",
  by,
  at,
  closesAt: to,
});
export const overridden = (
  seat: string,
  announcedAt: number,
  at: number,
  voices: string[],
  against: string[] = [],
): BallotEvent => ({
  type: "override",
  seat,
  announcedAt,
  at,
  for: voices,
  against,
});
