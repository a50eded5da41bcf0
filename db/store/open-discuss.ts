/** The Discuss of a seat that still blocks, with its clock. Rules P13 to P16. */
import { type DiscussClock, discussClock } from "../../domain/ballot/discuss.ts";
import { sayInstant } from "../../domain/instant.ts";
import { type Refusal, type RefusalCode, refuse } from "../../domain/refusal.ts";
import type { Reader } from "../open.ts";
import { type Ballot, readBallot } from "./ballot.ts";
import { reckon } from "./ballot-account.ts";

export type OpenDiscuss = { seat: string; seatId: string; at: number; clock: DiscussClock };

/** The seat's current position if it is a Discuss that is still open, else a refusal under the rule of the act. */
export async function openDiscuss(
  tx: Reader,
  ballot: Ballot,
  seatId: string,
  rule: string,
): Promise<OpenDiscuss | Refusal> {
  const no = (code: RefusalCode, reason: string) => refuse(code, rule, reason, "seat");
  if (ballot.closesAt !== null && tx.now >= ballot.closesAt)
    return no("late", `The ballot closed at ${sayInstant(ballot.closesAt)}.`);
  const { roll, positions, ballotCase, disputes } = await readBallot(tx, ballot, []);
  const seat = roll.find((line) => line.seatId === seatId);
  if (!seat) return no("seat", "No such seat stands on the roll of this ballot.");
  const current = positions.findLast((row) => row.seatId === seatId && !disputes.has(row.id));
  if (current?.word !== "discuss") return no("state", `${seat.name} has no open Discuss on this ballot.`);
  const clock = discussClock({ seat: seat.name, at: current.at }, ballotCase.events);
  if (clock.lapsesAt !== null && clock.lapsesAt <= tx.now)
    return no("late", `The Discuss of ${seat.name} lapsed at ${sayInstant(clock.lapsesAt)}.`);
  const { account } = await reckon(tx, ballot, Math.min(ballot.closesAt!, tx.now + 1));
  if (account.rollCall.some((line) => line.seat === seat.name && line.discuss === "overridden"))
    return no("state", `The Discuss of ${seat.name} was overridden; it counts as no.`);
  return { seat: seat.name, seatId, at: current.at, clock };
}
