/**
 * Remembers that a person has looked at the text of a ballot, so that the next redline begins there. It is asked for by the
 * page's script once the end of the text was in sight, or by a form; opening the address alone, as a scanner of mail does, is
 * no look. It is no act of the committee and writes no minute: who read what is nobody else's to see.
 */
import { saveLook } from "../db/store/attention.ts";
import { findBallot, findFrozen } from "../db/store/ballot.ts";
import { loadPerson } from "../db/store/membership.ts";
import { type Actor, isInCircle } from "../domain/membership/role.ts";
import { notFound, type Refusal } from "../domain/refusal.ts";
import type { Context } from "./context.ts";

export async function rememberLook(
  context: Context,
  actor: Actor,
  handle: string,
): Promise<{ looked: true } | Refusal> {
  if (actor.kind !== "person") return notFound();
  return context.db.write(async (tx) => {
    const person = await loadPerson(tx, actor.personId);
    const ballot = await findBallot(tx, handle);
    if (!person || !ballot || !isInCircle(person, ballot.committeeId)) return notFound();
    const version = (await findFrozen(tx, ballot.versionId))!;
    await saveLook(tx, { personId: person.personId, definitionId: version.definitionId, versionId: version.id });
    return { looked: true as const };
  });
}
