/**
 * Gives a person a role: on a seat, in an office, as observer, or as government reviewer of a member. Rules M2, M6, W4, W5.
 * Who: the secretariat. Minute: role-given.
 */
import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "../../../db/open.ts";
import { findCommittee, findMember, findSeat, loadPerson } from "../../../db/store/membership.ts";
import { checkIncompatible } from "../../../domain/membership/membership-powers.ts";
import { type RoleName, roleNames } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalHandle } from "../../fields.ts";

const alternatesMax = 2;

type Place = { committeeId: string | null; seatId: string | null; memberId: string | null };

/** Where the role is held: a seat brings its committee and member with it; a reviewer is held for a member alone. */
async function placeOf(
  tx: Reader,
  role: RoleName,
  given: { committee: string | null; seat: string | null; member: string | null },
): Promise<Place | Refusal> {
  if (role === "holder" || role === "alternate") {
    const seat = given.seat === null ? null : await findSeat(tx, given.seat);
    return seat ? { committeeId: seat.committeeId, seatId: seat.id, memberId: seat.memberId } : notFound();
  }
  if (role === "government-reviewer") {
    const member = given.member === null ? null : await findMember(tx, given.member);
    return member ? { committeeId: null, seatId: null, memberId: member.id } : notFound();
  }
  if (given.committee === null && role === "secretariat") return { committeeId: null, seatId: null, memberId: null };
  const committee = given.committee === null ? null : await findCommittee(tx, given.committee);
  return committee ? { committeeId: committee.id, seatId: null, memberId: null } : notFound();
}

/** Rules M2 and M6: one holder, at most two alternates, one person in an office. */
async function checkRoom(tx: Reader, role: RoleName, place: Place): Promise<Refusal | null> {
  const { roles } = tx.t;
  const most =
    role === "holder" || role === "chair" || role === "vice-chair" ? 1 : role === "alternate" ? alternatesMax : null;
  if (most === null) return null;
  const where = place.seatId ? eq(roles.seatId, place.seatId) : eq(roles.committeeId, place.committeeId!);
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(roles)
    .where(and(where, eq(roles.role, role), isNull(roles.toAt)));
  return taken < most
    ? null
    : refuse(
        "limit",
        "M2",
        `There ${taken === 1 ? "is" : "are"} ${taken} ${role} there already; end that role first.`,
        "role",
      );
}

/** Rule M6: chair and vice-chair of a committee come from different members. */
async function checkOffices(
  tx: Reader,
  role: RoleName,
  place: Place,
  memberId: string | null,
): Promise<Refusal | null> {
  if (role !== "chair" && role !== "vice-chair") return null;
  const { roles, people } = tx.t;
  const [other] = await tx
    .select({ name: people.name, memberId: people.memberId })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(
        eq(roles.committeeId, place.committeeId!),
        eq(roles.role, role === "chair" ? "vice-chair" : "chair"),
        isNull(roles.toAt),
      ),
    );
  if (!other || other.memberId === null || other.memberId !== memberId) return null;
  return refuse(
    "own-delegation",
    "M6",
    `${other.name} holds the other office and comes from the same member; chair and vice-chair come from different ones.`,
    "person",
  );
}

export const giveRole = command({
  act: "give-role",
  rules: ["W4", "W5", "M2", "M6"],
  input: z.object({
    person: handle,
    role: oneOfWords(roleNames),
    committee: optionalHandle,
    seat: optionalHandle,
    member: optionalHandle,
  }),
  async decide(tx, actor, input, context) {
    const place = await placeOf(tx, input.role, input);
    if (isRefusal(place)) return place;
    const answer = powers["give-role"](actor, { committeeId: place.committeeId });
    if (isRefusal(answer)) return answer;
    const person = await loadPerson(tx, input.person);
    if (!person) return notFound();
    const incompatible = checkIncompatible(person.roles, input.role);
    if (isRefusal(incompatible)) return incompatible;
    if (place.memberId !== null && person.memberId !== place.memberId)
      return refuse(
        "own-delegation",
        "W4",
        `${person.name} does not belong to the member whose role this is.`,
        "person",
      );
    const full =
      (await checkRoom(tx, input.role, place)) ?? (await checkOffices(tx, input.role, place, person.memberId));
    if (full) return full;
    const id = context.newId();
    await tx
      .insert(tx.t.roles)
      .values({ id, personId: person.personId, role: input.role, ...place, fromAt: tx.now, toAt: null });
    return {
      value: { id },
      minute: {
        object: ["person", person.personId],
        role: roleOf(answer),
        committeeId: place.committeeId,
        candidateId: null,
        values: { role: input.role, seat: place.seatId, member: place.memberId },
        marking: "GREEN",
      },
    };
  },
});
