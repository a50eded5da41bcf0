/** Who may take part in a ballot: the roll before opening, and the seats and people that interests keep out (M4, X3, X4). */
import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { BallotThing } from "../../domain/ballot/ballot-powers.ts";
import { votingRoll } from "../../domain/ballot/voting-roll.ts";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { Instant } from "../../domain/instant.ts";
import { type Interest, interestsInForce, isRecused, type SeatStanding } from "../../domain/membership/interest.ts";
import type { Reader } from "../open.ts";
import { type Ballot, loadRoll } from "./ballot.ts";

import { loadDeclarations } from "./interest.ts";
import { loadFilledSeats, loadRecusals, type SeatWithPeople } from "./membership.ts";
import { loadSealing } from "./sealing.ts";

/** The roll that a ballot of the committee would have if it opened now (rule M4). */
export async function presentRoll(tx: Reader, committeeId: string): Promise<SeatWithPeople[]> {
  return votingRoll(await loadFilledSeats(tx, committeeId));
}

/** Seats of the frozen roll with the people who held them at an instant. */
export async function rollStandings(
  tx: Reader,
  ballotId: string,
  at: Instant,
): Promise<(SeatStanding & { name: string })[]> {
  const { rollSeats, seats, roles } = tx.t;
  const onSeat = and(
    eq(roles.seatId, rollSeats.seatId),
    inArray(roles.role, ["holder", "alternate"]),
    lte(roles.fromAt, at),
    or(isNull(roles.toAt), gt(roles.toAt, at)),
  );
  const rows = await tx
    .select({ seat: seats, name: rollSeats.name, personId: roles.personId })
    .from(rollSeats)
    .innerJoin(seats, eq(seats.id, rollSeats.seatId))
    .leftJoin(roles, onSeat)
    .where(eq(rollSeats.ballotId, ballotId));
  const standings = new Map<string, SeatStanding & { name: string }>();
  for (const { seat, name, personId } of rows) {
    const { id: seatId, kind, organisationId } = seat;
    const known = standings.get(seatId) ?? { seatId, name, kind, organisationId, people: [] };
    if (personId !== null) known.people.push(personId);
    standings.set(seatId, known);
  }
  return [...standings.values()];
}

/** The interests that were in force at an instant; what was declared at or after it is not known yet (rules X4, X8). */
async function interestsAt(tx: Reader, candidateId: string | null, at: Instant): Promise<Map<string, Interest>> {
  const declared = candidateId === null ? [] : await loadDeclarations(tx, candidateId, at);
  return interestsInForce(
    declared.filter((interest) => interest.declaredAt < at),
    at,
  );
}

/** Names of the seats of the frozen roll that X4 recuses, by what was declared before the instant. */
export async function recusedOnRoll(tx: Reader, ballot: Ballot, at: Instant): Promise<string[]> {
  const inForce = await interestsAt(tx, ballot.candidateId, at);
  const standings = await rollStandings(tx, ballot.id, at);
  return standings.filter((seat) => isRecused(seat, inForce)).map((seat) => seat.name);
}

/**
 * What the powers of a ballot are asked about. Before opening the roll is the one that it would have now. Nobody sponsors a
 * question of the committee, which is about no candidate.
 */
export async function ballotThing(
  tx: Reader,
  ballot: Ballot,
  candidate: Pick<Candidate, "sponsorSeatId"> | null,
): Promise<BallotThing> {
  const { barredPeople, recusedSeats, chairPresides } = await loadRecusals(tx, ballot.committeeId, ballot.candidateId);
  const roll = ballot.opensAt === null ? await presentRoll(tx, ballot.committeeId) : await loadRoll(tx, ballot.id);
  return {
    committeeId: ballot.committeeId,
    state: ballot.state,
    roll: roll.map((seat) => seat.seatId),
    sponsorSeatId: candidate?.sponsorSeatId ?? null,
    closesAt: ballot.closesAt,
    mode: ballot.mode,
    isSealed: isStillSealed(ballot),
    shareHolders: await shareHoldersOf(tx, ballot),
    barredPeople,
    chairPresides,
    recusedSeats,
  };
}

/** Whether the positions of an opened ballot are in envelopes that nobody has opened yet (rule B39). */
export function isStillSealed({ mode, opensAt, unsealedAt }: Pick<Ballot, "mode" | "opensAt" | "unsealedAt">): boolean {
  return mode === "SEALED" && opensAt !== null && unsealedAt === null;
}

async function shareHoldersOf(tx: Reader, { id, mode }: Ballot): Promise<string[]> {
  if (mode !== "SEALED") return [];
  return ((await loadSealing(tx, id))?.holders ?? []).map((holder) => holder.personId);
}
