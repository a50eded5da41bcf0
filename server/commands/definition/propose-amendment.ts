/**
 * Proposes a change of the text with a reason. Rules A1, A2, A6, A8: against the text as it stands, over one clause or
 * several; it may name the amendment that it amends, or two that it combines. Seats are given 72 hours to object (A3).
 * Who: seats and government reviewers. Minute: amendment-proposed.
 */
import { z } from "zod";
import { loadNamed } from "../../../db/store/amendment.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { checkNamed } from "../../../domain/definition/amendment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { clausesFromChanges, clausesFromForm, triedChanges } from "../../amendment-text.ts";
import { command } from "../../command.ts";
import { handle, prose, several, wholeNumber } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { amendedFields } from "./amendment-of.ts";
import { saveProposal } from "./amendment-proposal.ts";

export const proposeAmendment = command({
  act: "propose-amendment",
  rules: ["A1", "A2", "A3", "A8"],
  input: z.object({
    candidate: handle,
    reason: prose(4000),
    /** Numbers of the amendment that this one amends, or of the two that it combines. */
    names: several(wholeNumber(1, 1_000_000), 2)
      .optional()
      .transform((value) => value ?? []),
    ...amendedFields,
  }),
  async decide(tx, actor, { candidate: named, reason, names, changes, clauses }, context) {
    const candidate = await findCandidate(tx, named);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["propose-amendment"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, candidate);
    if (!head) return notFound();
    const numbers = [...new Set(names)];
    const others = await loadNamed(tx, candidate.id, numbers);
    if (others === null)
      return refuse("word", "A2", `There is no amendment ${numbers.join(" and ")} to this text.`, "names");
    const once = checkNamed(others);
    if (isRefusal(once)) return once;
    const after = changes
      ? clausesFromChanges(head.text.clauses, changes)
      : clausesFromForm(head.text.clauses, clauses, { newId: context.newId });
    if (isRefusal(after)) return after;
    const tried = triedChanges(head, after, context.newId);
    if (isRefusal(tried)) return tried;
    return saveProposal(tx, context.newId, {
      candidate,
      head,
      standing: answer,
      personId: actor.personId,
      memberId: answer.memberId ?? actor.memberId,
      reason,
      names: numbers,
      restores: null,
      changes: tried,
    });
  },
});
