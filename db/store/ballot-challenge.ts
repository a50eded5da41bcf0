/** Challenges of a closed ballot among its events, and who answers the one that is open. Rule B44. */
import { and, eq, inArray } from "drizzle-orm";
import type { OpenChallenge } from "../../domain/ballot/ballot-acts-powers.ts";
import type { BallotThing } from "../../domain/ballot/ballot-powers.ts";
import type { Reader } from "../open.ts";
import { type Ballot, type EventRow, loadEvents } from "./ballot.ts";
import { inForce } from "./membership.ts";

/** The number of a challenge is that of its event. */
export type Challenge = { number: number; event: EventRow; supports: EventRow[]; answer: EventRow | null };

/** The challenges among the events, each with its supports and its answer. */
export function challengesAmong(events: readonly EventRow[]): Challenge[] {
  const about = (number: number, type: string) =>
    events.filter((row) => row.type === type && row.values.challenge === number);
  return events
    .filter((row) => row.type === "challenge")
    .map((event) => ({
      number: event.number,
      event,
      supports: about(event.number, "support"),
      answer: about(event.number, "answer-challenge")[0] ?? null,
    }));
}

/** The challenge that waits for its answer, as powers read it; null where none does. */
export async function openChallenge(
  tx: Reader,
  ballot: Ballot,
  thing: BallotThing,
): Promise<(OpenChallenge & { number: number }) | null> {
  if (ballot.state !== "challenged") return null;
  const open = challengesAmong(await loadEvents(tx, ballot.id)).findLast((one) => one.answer === null);
  if (!open) return null;
  const seatId = open.event.seatId!;
  const supporters = open.supports.map((row) => row.seatId!);
  return { number: open.number, seatId, supporters, answerer: await answererOf(tx, thing, seatId, supporters) };
}

/** Nobody answers a challenge of the own seat; support, or a chair who cannot preside, sends it to the vice-chair. */
async function answererOf(
  tx: Reader,
  thing: BallotThing,
  challengerSeatId: string,
  supporters: readonly string[],
): Promise<OpenChallenge["answerer"]> {
  const onSeat = await officesOnSeat(tx, thing.committeeId, challengerSeatId);
  if (onSeat.includes("vice-chair")) return "chair";
  const sent = supporters.length > 0 || onSeat.includes("chair") || thing.chairPresides === false;
  return sent ? "vice-chair" : "chair";
}

/** Offices of the committee whose holder acts for this seat too. */
async function officesOnSeat(tx: Reader, committeeId: string, seatId: string): Promise<string[]> {
  const { roles } = tx.t;
  const onSeat = await tx
    .select({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.seatId, seatId), inForce(tx)));
  if (onSeat.length === 0) return [];
  const held = await tx
    .select({ role: roles.role })
    .from(roles)
    .where(
      and(
        eq(roles.committeeId, committeeId),
        inArray(roles.role, ["chair", "vice-chair"]),
        inArray(
          roles.personId,
          onSeat.map((row) => row.personId),
        ),
        inForce(tx),
      ),
    );
  return held.map((row) => row.role);
}
