/** The template from which the election of a secret ballot is set up (rule B43). */
import { findBallot, loadRoll } from "../../../db/store/ballot.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { templateOf } from "../../secret-election.ts";

/** For everybody of the committee: it holds nothing secret. */
export const secretTemplateFile = query(async (tx, actor, params: { ballot: string }) => {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot || !isInCircle(actor, ballot.committeeId) || ballot.mode !== "SECRET" || ballot.recordHash === null)
    return notFound();
  const roll = await loadRoll(tx, ballot.id);
  return {
    name: `${slugOf(ballot.reference)}-election.json`,
    characters: `${JSON.stringify(templateOf(ballot, roll.length), null, 2)}\n`,
  };
});
