/** Rows of ballots ⇄ domain values: the ballot, its roll, positions and events. Seats are cited by the names of the roll. */
import { and, asc, count, desc, eq, inArray, or } from "drizzle-orm";
import type { BallotCase, BallotEvent, Position } from "../../domain/ballot/ballot-case.ts";
import type { RollMark } from "../../domain/ballot/question.ts";
import { type Instant, instantOf } from "../../domain/instant.ts";
import { referenceOf } from "../../domain/record/reference.ts";
import type { OutageSpan } from "../../domain/review/outage.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";
import { type DisputeRow, loadBallotOutages, loadDisputes } from "./ballot-life.ts";
import { frozenParts, saidOf } from "./ballot-question.ts";
import { loadSealedTurnouts } from "./sealing.ts";

export type Ballot = Tables["ballots"]["$inferSelect"];
export type PositionRow = Tables["positions"]["$inferSelect"];
export type EventRow = Tables["ballotEvents"]["$inferSelect"];
export type VersionRow = Pick<
  Tables["versions"]["$inferSelect"],
  "id" | "definitionId" | "number" | "text" | "textHash" | "frozenAt"
>;
/** A line of the frozen roll. */
export type RollLine = { seatId: string; name: string; memberId: string } & RollMark;

/** By id, by reference (`QTAC/B/4`) or by its address form (`qtac-b-4`); null if unknown. */
export async function findBallot(tx: Reader, handle: string): Promise<Ballot | null> {
  const { ballots } = tx.t;
  const [row] = await tx
    .select()
    .from(ballots)
    .where(or(eq(ballots.id, handle), eq(ballots.reference, referenceOf(handle))));
  return row ?? null;
}

/** The ballots of a candidate, the latest first. */
export async function findBallotsOf(tx: Reader, candidateId: string): Promise<Ballot[]> {
  const { ballots } = tx.t;
  return tx
    .select()
    .from(ballots)
    .where(eq(ballots.candidateId, candidateId))
    .orderBy(desc(ballots.draftedAt), desc(ballots.id));
}

function versionColumns({ t: { versions } }: Reader) {
  const { id, definitionId, number, text, textHash, frozenAt } = versions;
  return { id, definitionId, number, text, textHash, frozenAt };
}

/** The frozen version that a ballot asks about, with its canonical text; null where it asks about none. */
export async function findFrozen(tx: Reader, versionId: string | null): Promise<VersionRow | null> {
  if (versionId === null) return null;
  const { versions } = tx.t;
  const [row] = await tx.select(versionColumns(tx)).from(versions).where(eq(versions.id, versionId));
  return row ?? null;
}

/** The latest frozen version of a candidate's definition, or null before the first. */
export async function findLatestFrozen(tx: Reader, candidateId: string): Promise<VersionRow | null> {
  const { versions, definitions } = tx.t;
  const [row] = await tx
    .select(versionColumns(tx))
    .from(versions)
    .innerJoin(definitions, eq(definitions.id, versions.definitionId))
    .where(eq(definitions.candidateId, candidateId))
    .orderBy(desc(versions.number))
    .limit(1);
  return row ?? null;
}

/** When a text with this hash was not adopted, for rule B36. */
export async function notAdoptedAt(tx: Reader, candidateId: string, textHash: string): Promise<Instant[]> {
  const { ballots, versions } = tx.t;
  const rows = await tx
    .select({ closedAt: ballots.closedAt })
    .from(ballots)
    .innerJoin(versions, eq(versions.id, ballots.versionId))
    .where(
      and(eq(ballots.candidateId, candidateId), eq(ballots.outcome, "not-adopted"), eq(versions.textHash, textHash)),
    );
  return rows.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]));
}

/** The frozen roll in its order; empty before opening. */
export async function loadRoll(tx: Reader, ballotId: string): Promise<RollLine[]> {
  const { rollSeats, seats } = tx.t;
  const { seatId, name, class: seatClass, weight } = rollSeats;
  const rows = await tx
    .select({ seatId, name, memberId: seats.memberId, seatClass, weight })
    .from(rollSeats)
    .innerJoin(seats, eq(seats.id, rollSeats.seatId))
    .where(eq(rollSeats.ballotId, ballotId))
    .orderBy(asc(rollSeats.number));
  return rows.map(({ seatClass, weight, ...line }) => ({ ...line, ...markedWith(seatClass, weight) }));
}

function markedWith(seatClass: "P" | "O" | null, weight: number | null): RollMark {
  return { ...(seatClass === null ? {} : { class: seatClass }), ...(weight === null ? {} : { weight }) };
}

/** Every position of the ballot in its sequence. */
export async function loadPositions(tx: Reader, ballotId: string): Promise<PositionRow[]> {
  const { positions } = tx.t;
  return tx.select().from(positions).where(eq(positions.ballotId, ballotId)).orderBy(asc(positions.sequence));
}

export async function loadEvents(tx: Reader, ballotId: string): Promise<EventRow[]> {
  const { ballotEvents } = tx.t;
  return tx.select().from(ballotEvents).where(eq(ballotEvents.ballotId, ballotId)).orderBy(asc(ballotEvents.number));
}

/** Number of seats with a current position, for each of these ballots that has any. */
export async function loadTurnouts(tx: Reader, ballotIds: string[]): Promise<Map<string, number>> {
  if (ballotIds.length === 0) return new Map();
  const { currentPositions } = tx.t;
  const rows = await tx
    .select({ ballotId: currentPositions.ballotId, seats: count() })
    .from(currentPositions)
    .where(inArray(currentPositions.ballotId, ballotIds))
    .groupBy(currentPositions.ballotId);
  const opened = new Map(rows.map((row) => [row.ballotId, row.seats]));
  return new Map([...opened, ...(await loadSealedTurnouts(tx, ballotIds))]);
}

/**
 * Locks the ballot for this transaction: casts and the close stand in one line, and each sees the time at which its own
 * turn came (rule B7). SQLite has one writer anyway; PostgreSQL runs whoever waited again, with a new time.
 */
export async function lockBallot(tx: Tx, ballot: Pick<Ballot, "id" | "state">): Promise<void> {
  const { ballots } = tx.t;
  await tx.update(ballots).set({ state: ballot.state }).where(eq(ballots.id, ballot.id));
}

/** Appends a position and makes it its seat's current one (rules P3, P4). */
export async function savePosition(tx: Tx, position: PositionRow): Promise<void> {
  const { positions, currentPositions } = tx.t;
  await tx.insert(positions).values(position);
  const { ballotId, seatId, id: positionId } = position;
  await tx
    .insert(currentPositions)
    .values({ ballotId, seatId, positionId })
    .onConflictDoUpdate({ target: [currentPositions.ballotId, currentPositions.seatId], set: { positionId } });
}

/** What stands among the events of a ballot; the account reads answers, renewals, extensions, overrides and found interests of them. */
export type EventType =
  | "answer"
  | "extend"
  | "renew"
  | "announce"
  | "voice"
  | "override"
  | "explain"
  | "challenge"
  | "support"
  | "answer-challenge"
  | "interest-found";

/** Appends an event behind the last one; returns its number. */
export async function saveEvent(tx: Tx, event: Omit<EventRow, "number" | "at"> & { type: EventType }): Promise<number> {
  const { ballotEvents } = tx.t;
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(ballotEvents)
    .where(eq(ballotEvents.ballotId, event.ballotId));
  await tx.insert(ballotEvents).values({ ...event, number: taken + 1, at: tx.now });
  return taken + 1;
}

/** What the account is computed from, with the rows beside it; index i of the case's positions is row i. */
export type BallotReading = {
  ballotCase: BallotCase;
  roll: RollLine[];
  positions: PositionRow[];
  events: EventRow[];
  /** By the id of the position that was disputed (rule P10). */
  disputes: ReadonlyMap<string, DisputeRow>;
};

/**
 * Reads an opened ballot as the case of its account. `recused` are the names of the seats recused by X4;
 * `closedEarlyAt` is given where the ballot closes, or is looked at as if it closed, before its time.
 */
export async function readBallot(
  tx: Reader,
  ballot: Ballot,
  recused: readonly string[],
  closedEarlyAt?: Instant,
): Promise<BallotReading> {
  const roll = await loadRoll(tx, ballot.id);
  const positions = await loadPositions(tx, ballot.id);
  const events = await loadEvents(tx, ballot.id);
  const disputes = await loadDisputes(tx, ballot.id);
  const outages: OutageSpan[] = (await loadBallotOutages(tx, ballot.id)).map(({ fromAt, toAt }) => ({
    from: fromAt,
    to: toAt,
  }));
  const nameOf = new Map(roll.map((line) => [line.seatId, line.name]));
  const ballotCase: BallotCase = {
    type: ballot.type,
    mode: ballot.mode,
    opensAt: ballot.opensAt!,
    ...frozenParts(ballot),
    roll: roll.map(({ name, seatId: _, memberId: __, ...mark }) => ({ seat: name, ...mark })),
    recused,
    positions: positions.map((row) => positionOf(row, nameOf, disputes)),
    events: events.flatMap((row) => eventOf(row, nameOf)),
    outages,
    ...(closedEarlyAt === undefined ? {} : { closedEarlyAt }),
  };
  return { ballotCase, roll, positions, events, disputes };
}

/** A position row as the domain reads it, with the dispute of it if there is one. */
export function positionOf(
  row: PositionRow,
  nameOf: ReadonlyMap<string, string>,
  disputes: ReadonlyMap<string, DisputeRow>,
): Position {
  const dispute = disputes.get(row.id);
  const recorded =
    row.recordedBy === row.personId
      ? {}
      : { recordedBy: row.recordedBy, ...(dispute === undefined ? {} : { disputedAt: dispute.at }) };
  return {
    seat: nameOf.get(row.seatId) ?? row.seatId,
    said: saidOf(row),
    at: row.at,
    reason: row.reason,
    key: row.key,
    ...recorded,
  };
}

/** An event row as the account reads it; the others change no count. */
function eventOf(row: EventRow, nameOf: ReadonlyMap<string, string>): BallotEvent[] {
  if (row.type === "extend") {
    const { by, closesAt } = row.values as { by: string[]; closesAt: string };
    return [{ type: "extend", by, at: row.at, closesAt: instantOf(closesAt) }];
  }
  const seat = row.seatId === null ? undefined : nameOf.get(row.seatId);
  if (seat === undefined) return [];
  if (row.type === "answer" || row.type === "renew" || row.type === "interest-found")
    return [{ type: row.type, seat, at: row.at }];
  if (row.type !== "override") return [];
  const said = row.values as OverrideValues;
  const announcedAt = instantOf(said.announcedAt);
  return [{ type: "override", seat, announcedAt, at: row.at, for: said.for, against: said.against }];
}

/** What the event of an override holds; seats by the names of the roll. */
export type OverrideValues = { announcedAt: string; for: string[]; against: string[]; overridden: boolean };
