/** One committee: its seats with holders and alternates, its offices, and the secretariat's forms for both. */
import { and, asc, eq } from "drizzle-orm";
import { findCommittee, findMembers } from "../../../db/store/membership.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";
import { roleInForce } from "./members-page.ts";

const peopleMax = 500;

export const committeePage = query(async (tx, actor, params: { committee: string; place?: string | null }) => {
  const committee = await findCommittee(tx, params.committee);
  if (!committee || actor.kind === "public") return notFound();
  const { seats, roles, people, organisations, members } = tx.t;
  const held = await tx
    .select({
      id: roles.id,
      seatId: roles.seatId,
      role: roles.role,
      name: people.name,
      personId: people.id,
      colour: people.colour,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.committeeId, committee.id), roleInForce(tx)))
    .orderBy(asc(people.name));
  const rows = await tx
    .select({ seat: seats, organisation: organisations.name })
    .from(seats)
    .leftJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(seats.committeeId, committee.id))
    .orderBy(asc(seats.name));
  const may = asRefusals({
    "create-seat": powers["create-seat"](actor, { committeeId: committee.id }),
    "give-role": powers["give-role"](actor, { committeeId: committee.id }),
  });
  const keeps = may["give-role"] === null;
  const offices = ["chair", "vice-chair", "secretariat", "observer"];
  return {
    committee,
    seats: rows.map(({ seat, organisation }) => ({
      id: seat.id,
      name: seat.name,
      kind: seat.kind,
      organisation,
      people: held
        .filter((one) => one.seatId === seat.id)
        .map(({ id, name, role, colour }) => ({ id, name, role, colour })),
    })),
    offices: held
      .filter((one) => offices.includes(one.role))
      .map(({ id, name, role, colour }) => ({ id, name, role, colour })),
    members: keeps ? (await findMembers(tx)).map(({ code, name }) => ({ code, name })) : [],
    organisations: keeps ? await tx.select().from(organisations).orderBy(asc(organisations.name)) : [],
    /** The seat, or `office`, at which a role is being given; everybody is read only then. */
    place: params.place ?? null,
    people:
      keeps && params.place
        ? await tx
            .select({ id: people.id, name: people.name, member: members.name })
            .from(people)
            .leftJoin(members, eq(members.id, people.memberId))
            .orderBy(asc(people.name))
            .limit(peopleMax)
        : [],
    /** Whether this person belongs to the committee and may look into its lists. */
    isInside: isInCircle(actor, committee.id),
    may,
    topics: [`committee:${committee.id}`],
  };
});
