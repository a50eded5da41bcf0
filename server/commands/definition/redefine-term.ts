/**
 * Gives a term of the committee's list, or one that all lists share, another definition. Rules D4, D10: the definition before
 * it is kept, and versions frozen with it keep it. Who: holders of seats, their alternates and the chairs. Minute: term-redefined.
 */
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { findTerm, saveTerm, saveTermDefinition } from "../../../db/store/term.ts";
import { commonTerms } from "../../../domain/definition/common-terms.ts";
import { termKey } from "../../../domain/definition/term-list.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, line, optionalHandle, prose } from "../../fields.ts";

export const redefineTerm = command({
  act: "redefine-term",
  rules: ["D4"],
  input: z.object({
    committee: handle,
    candidate: optionalHandle,
    term: line(120),
    definition: prose(4000),
    reason: prose(2000),
  }),
  async decide(tx, actor, input, context) {
    const committee = await findCommittee(tx, input.committee);
    if (!committee) return notFound();
    const answer = powers["redefine-term"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    const candidate = input.candidate === null ? null : await findCandidate(tx, input.candidate);
    if (input.candidate !== null && candidate?.committeeId !== committee.id) return notFound();
    const candidateId = candidate?.id ?? null;
    const known = await findTerm(tx, candidateId ?? committee.id, input.term);
    const common = commonTerms.find(({ term }) => termKey(term) === termKey(input.term));
    if (!known && (!common || candidate))
      return refuse("state", "D4", `"${input.term}" is not defined yet; define it first.`, "term");
    const { definition, reason } = input;
    if (definition === (known ?? common)?.definition)
      return refuse("state", "D4", `"${input.term}" has this definition already.`, "definition");
    const id = known?.id ?? context.newId();
    const term = known?.term ?? common!.term;
    if (!known) await saveTerm(tx, { id, committeeId: committee.id, candidateId, term });
    const personId = actor.kind === "person" ? actor.personId : "";
    await saveTermDefinition(tx, { termId: id, number: (known?.number ?? 0) + 1, definition, reason, personId });
    return {
      value: { id, term },
      minute: {
        object: ["term", id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId,
        values: { term, scope: candidate ? candidate.reference : "committee", reason },
      },
    };
  },
});
