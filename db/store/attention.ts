/** Rows of reminders and of texts looked at ⇄ plain values; and which seats of a ballot have not answered. */
import { and, asc, count, desc, eq, inArray, max, ne } from "drizzle-orm";
import type { ReminderAbout } from "../../domain/ballot/reminder.ts";
import type { Instant } from "../../domain/instant.ts";
import { interestsInForce } from "../../domain/membership/interest.ts";
import type { Reader, Tx } from "../open.ts";
import { type Ballot, loadRoll } from "./ballot.ts";
import { presentRoll } from "./ballot-roll.ts";
import { inForce, loadInterests, loadRecusals } from "./membership.ts";

export type SilentSeat = { seatId: string; name: string; memberId: string };

/** Seats of the roll, as it is frozen or as it would be now, that have not answered what the ballot asks; recused ones owe nothing. */
export async function loadSilentSeats(tx: Reader, ballot: Ballot, about: ReminderAbout): Promise<SilentSeat[]> {
  const only = ({ seatId, name, memberId }: SilentSeat): SilentSeat => ({ seatId, name, memberId });
  if (about === "interests") {
    const answered = interestsInForce(await loadInterests(tx, ballot.candidateId), tx.now);
    const roll = await presentRoll(tx, ballot.committeeId);
    return roll.filter((seat) => !seat.people.some((person) => answered.has(person))).map(only);
  }
  const { currentPositions } = tx.t;
  const said = await tx
    .select({ seatId: currentPositions.seatId })
    .from(currentPositions)
    .where(eq(currentPositions.ballotId, ballot.id));
  const { recusedSeats } = await loadRecusals(tx, ballot.committeeId, ballot.candidateId);
  const done = new Set([...said.map((row) => row.seatId), ...recusedSeats]);
  return (await loadRoll(tx, ballot.id)).filter((line) => !done.has(line.seatId)).map(only);
}

export type SeatPerson = { seatId: string; name: string; email: string; role: string; zone: string; city: string };

/** The holder and then the alternates of each of these seats, as they are now. */
export async function loadSeatPeople(tx: Reader, seatIds: string[]): Promise<SeatPerson[]> {
  if (seatIds.length === 0) return [];
  const { roles, people } = tx.t;
  const rows = await tx
    .select({
      seatId: roles.seatId,
      role: roles.role,
      name: people.name,
      email: people.email,
      zone: people.zone,
      city: people.city,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(inArray(roles.seatId, seatIds), inArray(roles.role, ["holder", "alternate"]), inForce(tx)))
    .orderBy(desc(roles.role), asc(people.name));
  return rows.map((row) => ({ ...row, seatId: row.seatId! }));
}

/** When each seat was last reminded on this ballot of this. */
export async function loadLastReminders(
  tx: Reader,
  ballotId: string,
  about: ReminderAbout,
): Promise<Map<string, Instant>> {
  const { seatReminders } = tx.t;
  const rows = await tx
    .select({ seatId: seatReminders.seatId, at: max(seatReminders.at) })
    .from(seatReminders)
    .where(and(eq(seatReminders.ballotId, ballotId), eq(seatReminders.about, about)))
    .groupBy(seatReminders.seatId);
  return new Map(rows.map((row) => [row.seatId, Number(row.at)]));
}

/** When these seats were last reminded, by ballot and seat; for the desk. */
export async function loadRemindersOf(
  tx: Reader,
  seatIds: string[],
  ballotIds: string[],
): Promise<Map<string, Instant>> {
  if (seatIds.length === 0 || ballotIds.length === 0) return new Map();
  const { seatReminders } = tx.t;
  const rows = await tx
    .select({ ballotId: seatReminders.ballotId, seatId: seatReminders.seatId, at: max(seatReminders.at) })
    .from(seatReminders)
    .where(and(inArray(seatReminders.seatId, seatIds), inArray(seatReminders.ballotId, ballotIds)))
    .groupBy(seatReminders.ballotId, seatReminders.seatId);
  return new Map(rows.map((row) => [`${row.ballotId} ${row.seatId}`, Number(row.at)]));
}

export async function saveReminder(
  tx: Tx,
  reminder: { ballotId: string; seatId: string; about: ReminderAbout; personId: string },
): Promise<void> {
  const { seatReminders } = tx.t;
  const { ballotId, seatId } = reminder;
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(seatReminders)
    .where(and(eq(seatReminders.ballotId, ballotId), eq(seatReminders.seatId, seatId)));
  await tx.insert(seatReminders).values({ ...reminder, number: taken + 1, at: tx.now });
}

export type Look = { number: number; at: Instant };

/** The versions of a text that a person has looked at, the highest number first. */
export async function loadLooks(tx: Reader, personId: string, definitionId: string): Promise<Look[]> {
  const { personLooks, versions } = tx.t;
  return tx
    .select({ number: versions.number, at: personLooks.at })
    .from(personLooks)
    .innerJoin(versions, eq(versions.id, personLooks.versionId))
    .where(and(eq(personLooks.personId, personId), eq(personLooks.definitionId, definitionId)))
    .orderBy(desc(versions.number));
}

/** Remembers that the person looked at the version now. */
export async function saveLook(
  tx: Tx,
  look: { personId: string; definitionId: string; versionId: string },
): Promise<void> {
  const { personLooks } = tx.t;
  await tx
    .insert(personLooks)
    .values({ ...look, at: tx.now })
    .onConflictDoUpdate({
      target: [personLooks.personId, personLooks.versionId],
      set: { at: tx.now },
      setWhere: ne(personLooks.at, tx.now),
    });
}
