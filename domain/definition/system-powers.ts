/**
 * Who may extend the table of real systems: seats and chairs of the committee, for its figures are what a threshold is
 * argued with (rules D3, W8).
 */
import type { Actor } from "../membership/role.ts";
import type { CommitteeThing } from "../membership/standing.ts";
import { inCircle, type Standing, writesFor } from "../membership/standing.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";

function keepsFigures(actor: Actor, { committeeId }: CommitteeThing): Standing | Refusal {
  const outside = inCircle(actor, { committeeId });
  if (isRefusal(outside)) return outside;
  const who = writesFor(actor, committeeId);
  if (!isRefusal(who)) return who;
  return refuse(
    "role",
    "W8",
    "Systems and figures are recorded by holders of seats, their alternates and the chairs; you read them.",
  );
}

export const systemPowers = {
  "record-system": keepsFigures,
  "correct-figure": keepsFigures,
  "import-systems": keepsFigures,
  "withdraw-system": keepsFigures,
};
