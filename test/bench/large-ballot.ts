/** A ballot as large as any will be: 400 seats, 9,000 positions, 1,000 events; how long its account takes. */
import { account } from "../../domain/ballot/account.ts";
import type { BallotCase, BallotEvent, Position } from "../../domain/ballot/ballot-case.ts";
import { day_ms, hour_ms } from "../../domain/instant.ts";
import { spreadOf } from "./pages.ts";

export const largeSeats = 400;
export const largePositions = 9000;
const largeEvents = 1000;
const length_ms = 30 * day_ms;
const opensAt = Date.UTC(2026, 8, 1);
const words = ["yes", "no-objection", "no", "abstain", "yes"];

/** Every seat says something often; every fifth makes its Discuss in the end, which is answered, renewed or overridden. */
export function largeBallot(): BallotCase {
  const seats = Array.from({ length: largeSeats }, (_, index) => `Seat ${index + 1}`);
  const positions = Array.from({ length: largePositions }, (_, index): Position => {
    const seat = index % largeSeats;
    const isLate = index >= largePositions - largeSeats;
    const word = isLate && seat % 5 === 0 ? "discuss" : words[(index + seat) % words.length]!;
    const at = opensAt + Math.floor((index * 10 * day_ms) / largePositions);
    return { seat: seats[seat]!, said: { word }, reason: "A reason.", key: `key-${index}`, at };
  });
  const events = Array.from({ length: largeEvents }, (_, index): BallotEvent => {
    const seat = seats[(index * 5) % largeSeats]!;
    const at = opensAt + 11 * day_ms + index * hour_ms * 0.25;
    if (index % 4 === 3)
      return { type: "override", seat, announcedAt: at, at: at + 48 * hour_ms, for: seats.slice(0, 240), against: [] };
    return { type: index % 4 === 2 ? "renew" : "answer", seat, at };
  });
  const frozen = { type: "recommendation", mode: "RECORDED", opensAt, closesAt: opensAt + length_ms } as const;
  return { ...frozen, roll: seats.map((seat) => ({ seat })), recused: [], positions, events };
}

/** The account is computed at every look at an open ballot, so it has its own limit. */
export const accountMax_ms = 20;

export function benchAccount(runs: number) {
  const ballot = largeBallot();
  const took = Array.from({ length: runs }, () => {
    const begun = performance.now();
    account(ballot);
    return performance.now() - begun;
  });
  const { p50, p95 } = spreadOf(took);
  const measure = `account of ${largeSeats} seats, ${largePositions} positions, ${largeEvents} events`;
  return { measure, p50_ms: p50, p95_ms: p95, limit_ms: accountMax_ms, over: p95 > accountMax_ms };
}
