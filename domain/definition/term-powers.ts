/** Who may word the term list: those who may word a text, since a term's definition is part of every text (rules D4, W8). */

import type { Actor } from "../membership/role.ts";
import type { CommitteeThing } from "../membership/standing.ts";
import { inCircle, type Standing, writesFor } from "../membership/standing.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";

function writesText(actor: Actor, { committeeId }: CommitteeThing, what: string): Standing | Refusal {
  const outside = inCircle(actor, { committeeId });
  if (isRefusal(outside)) return outside;
  const who = writesFor(actor, committeeId);
  if (!isRefusal(who)) return who;
  return refuse("role", "W8", `${what} by holders of seats, their alternates and the chairs; you read it.`);
}

export const termPowers = {
  "define-term": (actor: Actor, committee: CommitteeThing) => writesText(actor, committee, "A term is defined"),
  "redefine-term": (actor: Actor, committee: CommitteeThing) => writesText(actor, committee, "A term is defined anew"),
};
