/**
 * Roles, and the person who acts in them. A role is held in a committee, for a seat or a member, from a time to a time
 * (rule W4). A role without a committee is held in the whole regime: government reviewers, and the secretariat that keeps
 * the register of members and people.
 */

export const roleNames = [
  "holder",
  "alternate",
  "chair",
  "vice-chair",
  "secretariat",
  "observer",
  "government-reviewer",
] as const;
export type RoleName = (typeof roleNames)[number];

export type HeldRole = {
  role: RoleName;
  committeeId: string | null;
  /** The seat of a holder or alternate. */
  seatId: string | null;
  /** The member for whom a holder, alternate or government reviewer speaks. */
  memberId: string | null;
};

export type Person = {
  kind: "person";
  personId: string;
  name: string;
  /** The delegation a person belongs to; null for secretariat and observers. */
  memberId: string | null;
  /** Only the roles in force now: the store leaves out ended and future ones. */
  roles: HeldRole[];
};

/** The server when a time has come. */
export type Clock = { kind: "clock" };

/** Anyone without a session. */
export type Public = { kind: "public" };

export type Actor = Person | Clock | Public;

export const theClock: Clock = { kind: "clock" };
export const thePublic: Public = { kind: "public" };

/** The role of that name which the actor holds in the committee, or in the whole regime; else undefined. */
export function roleIn(actor: Actor, committeeId: string | null, ...names: RoleName[]): HeldRole | undefined {
  if (actor.kind !== "person") return undefined;
  return actor.roles.find(
    (held) => names.includes(held.role) && (held.committeeId === committeeId || held.committeeId === null),
  );
}

/** The seats of the committee on which the actor acts, as holder first and then as alternate. */
export function seatsOf(actor: Actor, committeeId: string): HeldRole[] {
  if (actor.kind !== "person") return [];
  return actor.roles
    .filter((held) => held.committeeId === committeeId && (held.role === "holder" || held.role === "alternate"))
    .sort((one, other) => (one.role === other.role ? 0 : one.role === "holder" ? -1 : 1));
}

/** The members for which the actor reviews as a government official. */
export function membersReviewedBy(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return actor.roles
    .filter((held) => held.role === "government-reviewer" && held.memberId !== null)
    .map((held) => held.memberId as string);
}

/** Whether the actor belongs to the committee at all: a seat, an office, an observer's chair, or a government's review. */
export function isInCircle(actor: Actor, committeeId: string): boolean {
  if (actor.kind === "clock") return true;
  if (actor.kind === "public") return false;
  return actor.roles.some(
    (held) => held.committeeId === committeeId || (held.committeeId === null && held.role !== "observer"),
  );
}
