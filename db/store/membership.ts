/** Rows of membership ⇄ domain values. */
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";

import {
  type Interest,
  interestsInForce,
  isBarred,
  isRecused,
  type SeatStanding,
} from "../../domain/membership/interest.ts";
import type { HeldRole, Person } from "../../domain/membership/role.ts";
import type { Reader } from "../open.ts";
import { loadDeclarations } from "./interest.ts";

/** Roles in force at the transaction's time. */
export function inForce(tx: Reader) {
  const { roles } = tx.t;
  return and(lte(roles.fromAt, tx.now), or(isNull(roles.toAt), gt(roles.toAt, tx.now)));
}

/** The person with the roles in force now, or null if unknown. */
export async function loadPerson(tx: Reader, personId: string): Promise<Person | null> {
  const { people, roles } = tx.t;
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (!person) return null;
  const held = await tx
    .select({ role: roles.role, committeeId: roles.committeeId, seatId: roles.seatId, memberId: roles.memberId })
    .from(roles)
    .where(and(eq(roles.personId, personId), inForce(tx)));
  return { kind: "person", personId, name: person.name, memberId: person.memberId, roles: held as HeldRole[] };
}

export async function findCommittee(tx: Reader, idOrCode: string) {
  const { committees } = tx.t;
  const [committee] = await tx
    .select()
    .from(committees)
    .where(or(eq(committees.id, idOrCode), eq(committees.code, idOrCode.toUpperCase())));
  return committee ?? null;
}

export async function findCommittees(tx: Reader) {
  return tx.select().from(tx.t.committees).orderBy(asc(tx.t.committees.name));
}

export async function findMembers(tx: Reader) {
  return tx.select().from(tx.t.members).orderBy(asc(tx.t.members.name));
}

export async function findMember(tx: Reader, idOrCode: string) {
  const { members } = tx.t;
  const [member] = await tx
    .select()
    .from(members)
    .where(or(eq(members.id, idOrCode), eq(members.code, idOrCode.toUpperCase())));
  return member ?? null;
}

export async function findSeat(tx: Reader, seatId: string) {
  const [seat] = await tx.select().from(tx.t.seats).where(eq(tx.t.seats.id, seatId));
  return seat ?? null;
}

export type SeatWithPeople = SeatStanding & { name: string; memberId: string; number: number; createdAt: number };

/** The seats of a committee that are filled now, with holder and alternates. */
export async function loadFilledSeats(tx: Reader, committeeId: string): Promise<SeatWithPeople[]> {
  const { seats, roles } = tx.t;
  const rows = await tx
    .select({ seat: seats, personId: roles.personId })
    .from(seats)
    .innerJoin(roles, and(eq(roles.seatId, seats.id), inArray(roles.role, ["holder", "alternate"]), inForce(tx)))
    .where(eq(seats.committeeId, committeeId))
    .orderBy(asc(seats.name));
  const filled = new Map<string, SeatWithPeople>();
  for (const { seat, personId } of rows) {
    const known = filled.get(seat.id);
    if (known) known.people.push(personId);
    else
      filled.set(seat.id, {
        seatId: seat.id,
        kind: seat.kind,
        organisationId: seat.organisationId,
        people: [personId],
        name: seat.name,
        memberId: seat.memberId,
        number: seat.number,
        createdAt: seat.createdAt,
      });
  }
  return [...filled.values()];
}

/** Every declaration for the candidate, oldest first, in the classes that count now. */
export async function loadInterests(tx: Reader, candidateId: string | null): Promise<Interest[]> {
  // Interests are declared in candidates (rule X1); a question of the committee alone has none.
  return candidateId === null ? [] : loadDeclarations(tx, candidateId);
}

export type Recusals = {
  barredPeople: string[];
  recusedSeats: string[];
  answeredPeople: string[];
  /** Whether somebody is chair whom no interest bars; else the vice-chair presides (rule B46). */
  chairPresides: boolean;
};

/** Who may not cast or preside on the candidate, and which seats leave its count (rules X3, X4). */
export async function loadRecusals(tx: Reader, committeeId: string, candidateId: string | null): Promise<Recusals> {
  const { roles } = tx.t;
  const current = interestsInForce(await loadInterests(tx, candidateId), tx.now);
  const seats = await loadFilledSeats(tx, committeeId);
  const chairs = await tx
    .select({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.committeeId, committeeId), eq(roles.role, "chair"), inForce(tx)));
  return {
    chairPresides: chairs.some(({ personId }) => !isBarred(personId, current)),
    barredPeople: [...current.keys()].filter((person) => isBarred(person, current)),
    recusedSeats: seats.filter((seat) => isRecused(seat, current)).map((seat) => seat.seatId),
    answeredPeople: [...current.keys()],
  };
}

/** Names of people by their ids; those of nobody are left out. */
export async function namesOfPeople(tx: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const { people } = tx.t;
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whether all of these people are registered. */
export async function peopleExist(tx: Reader, ids: string[]): Promise<boolean> {
  return (await namesOfPeople(tx, ids)).size === new Set(ids).size;
}
