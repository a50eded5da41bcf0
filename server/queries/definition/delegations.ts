/** The delegations of a committee, to which words that are not agreed can be attributed (rule D6). */
import { asc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import type { Actor } from "../../../domain/membership/role.ts";

export type DelegationName = { code: string; name: string };

/** Every member with a seat on the committee, by name. */
export async function delegationsOf(tx: Reader, committeeId: string): Promise<DelegationName[]> {
  const { seats, members } = tx.t;
  return tx
    .selectDistinct({ code: members.code, name: members.name })
    .from(seats)
    .innerJoin(members, eq(members.id, seats.memberId))
    .where(eq(seats.committeeId, committeeId))
    .orderBy(asc(members.name));
}

/** The code of the actor's own member; null for whoever speaks for none. */
export async function ownDelegation(tx: Reader, actor: Actor): Promise<string | null> {
  if (actor.kind !== "person" || actor.memberId === null) return null;
  const { members } = tx.t;
  const [own] = await tx.select({ code: members.code }).from(members).where(eq(members.id, actor.memberId));
  return own?.code ?? null;
}
