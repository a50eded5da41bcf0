/** One member: its calendar, its seats in every committee, its reviewers. */
import { and, asc, eq } from "drizzle-orm";
import { findMember } from "../../../db/store/membership.ts";
import { powers } from "../../../domain/powers.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";
import { roleInForce } from "./members-page.ts";

export const memberPage = query(async (tx, actor, params: { member: string }) => {
  const member = await findMember(tx, params.member);
  if (!member || actor.kind === "public") return notFound();
  const { seats, committees, roles, people, organisations } = tx.t;
  const held = await tx
    .select({ seatId: roles.seatId, role: roles.role, name: people.name, roleId: roles.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.memberId, member.id), roleInForce(tx)))
    .orderBy(asc(people.name));
  const rows = await tx
    .select({
      seat: seats,
      committee: committees.name,
      committeeCode: committees.code,
      organisation: organisations.name,
    })
    .from(seats)
    .innerJoin(committees, eq(committees.id, seats.committeeId))
    .leftJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(seats.memberId, member.id))
    .orderBy(asc(committees.name), asc(seats.name));
  return {
    member,
    seats: rows.map(({ seat, committee, committeeCode, organisation }) => ({
      id: seat.id,
      name: seat.name,
      kind: seat.kind,
      committee,
      committeeCode,
      organisation,
      people: held.filter((one) => one.seatId === seat.id).map(({ name, role }) => ({ name, role })),
    })),
    reviewers: held.filter((one) => one.role === "government-reviewer").map(({ name, roleId }) => ({ name, roleId })),
    people: await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(eq(people.memberId, member.id))
      .orderBy(asc(people.name)),
    may: asRefusals({ "give-role": powers["give-role"](actor, { committeeId: null }) }),
    topics: [`member:${member.id}`],
  };
});
