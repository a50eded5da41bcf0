/** The regime: members, committees and offices; for its secretariat also people, organisations and their registers. */
import { and, asc, count, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadOutages } from "../../../db/store/ballot-life.ts";
import { findCommittees, findMembers } from "../../../db/store/membership.ts";
import { day_ms } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";

const peopleMax = 200;
/** Outages that ended longer ago are on record, and no longer on this page. */
const outagesShown_ms = 90 * day_ms;

/** Roles in force now. */
export const roleInForce = (tx: Reader) =>
  and(lte(tx.t.roles.fromAt, tx.now), or(isNull(tx.t.roles.toAt), gt(tx.t.roles.toAt, tx.now)));

async function seatsByMember(tx: Reader): Promise<Map<string, number>> {
  const { seats } = tx.t;
  const rows = await tx.select({ memberId: seats.memberId, held: count() }).from(seats).groupBy(seats.memberId);
  return new Map(rows.map((row) => [row.memberId, row.held]));
}

async function officesOf(tx: Reader) {
  const { roles, people } = tx.t;
  return tx
    .select({ committeeId: roles.committeeId, role: roles.role, name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(or(eq(roles.role, "chair"), eq(roles.role, "vice-chair"), eq(roles.role, "secretariat")), roleInForce(tx)),
    )
    .orderBy(asc(people.name));
}

async function registersOf(tx: Reader) {
  const { people, organisations, members } = tx.t;
  return {
    people: await tx
      .select({ id: people.id, name: people.name, email: people.email, title: people.title, member: members.name })
      .from(people)
      .leftJoin(members, eq(members.id, people.memberId))
      .orderBy(asc(people.name), asc(people.id))
      .limit(peopleMax),
    organisations: await tx.select().from(organisations).orderBy(asc(organisations.name)),
  };
}

export const membersPage = query(async (tx, actor, _params: Record<string, never>) => {
  if (actor.kind === "public") return notFound();
  const seats = await seatsByMember(tx);
  const offices = await officesOf(tx);
  const may = asRefusals({
    "register-member": powers["register-member"](actor),
    "register-organisation": powers["register-organisation"](actor),
    "register-person": powers["register-person"](actor),
    "found-committee": powers["found-committee"](actor),
    "record-outage": powers["record-outage"](actor),
  });
  return {
    members: (await findMembers(tx)).map(({ id, code, name, city, zone, joinedAt }) => ({
      code,
      name,
      city,
      zone,
      joinedAt,
      seats: seats.get(id) ?? 0,
    })),
    committees: (await findCommittees(tx)).map(({ id, code, name, field, city }) => ({
      code,
      name,
      field,
      city,
      offices: offices
        .filter((office) => office.committeeId === id)
        .map(({ role, name: holder }) => ({ role, name: holder })),
    })),
    registers: may["register-person"] === null ? await registersOf(tx) : null,
    outages:
      may["record-outage"] === null
        ? (await loadOutages(tx, tx.now - outagesShown_ms)).map(({ id, from, to, reason }) => ({
            id,
            from,
            to,
            reason,
          }))
        : null,
    may,
    topics: [] as string[],
  };
});
