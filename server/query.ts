/** The one shape of a query: what one page shows to this actor, with the answers of `powers`, from one reading transaction. */
import type { Reader } from "../db/open.ts";
import { loadPerson } from "../db/store/membership.ts";
import type { Actor } from "../domain/membership/role.ts";
import { notFound, type Refusal } from "../domain/refusal.ts";
import type { Context } from "./context.ts";

export type Query<Params, Page> = (context: Context, actor: Actor, params: Params) => Promise<Page | Refusal>;

/**
 * Wraps the reading in a transaction and reads the actor's roles in it. A page that the actor may not see is answered
 * with the refusal "not found", as an absent one (rule W2).
 */
export function query<Params, Page>(
  read: (tx: Reader, actor: Actor, params: Params, context: Context) => Promise<Page | Refusal>,
): Query<Params, Page> {
  return (context, actor, params) =>
    context.db.read(async (tx) => {
      const asking = actor.kind === "person" ? await loadPerson(tx, actor.personId) : actor;
      return asking ? read(tx, asking, params, context) : notFound();
    });
}
