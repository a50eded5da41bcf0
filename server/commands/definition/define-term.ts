/**
 * Enters a term into the committee's list, for all its texts or for the text of one candidate. Rule D4: one definition for
 * each term. Who: holders of seats, their alternates and the chairs. Minute: term-defined.
 */
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { findTerm, loadOwnTerms, saveTerm, saveTermDefinition, termsMax } from "../../../db/store/term.ts";
import { commonTerms } from "../../../domain/definition/common-terms.ts";
import { termKey } from "../../../domain/definition/term-list.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, line, optionalHandle, prose } from "../../fields.ts";

export const defineTerm = command({
  act: "define-term",
  rules: ["D4"],
  input: z.object({ committee: handle, candidate: optionalHandle, term: line(120), definition: prose(4000) }),
  async decide(tx, actor, input, context) {
    const committee = await findCommittee(tx, input.committee);
    if (!committee) return notFound();
    const answer = powers["define-term"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    const candidate = input.candidate === null ? null : await findCandidate(tx, input.candidate);
    if (input.candidate !== null && candidate?.committeeId !== committee.id) return notFound();
    const key = termKey(input.term);
    if (key === "") return refuse("word", "D4", `"${input.term}" holds no word.`, "term");
    const known = await findTerm(tx, candidate?.id ?? committee.id, input.term);
    const isCommon = candidate === null && commonTerms.some(({ term }) => termKey(term) === key);
    if (known || isCommon)
      return refuse("state", "D4", `"${input.term}" is defined already; define it anew, with a reason.`, "term");
    if ((await loadOwnTerms(tx, { committeeId: committee.id, id: null })).length >= termsMax)
      return refuse("limit", "D4", `A list holds at most ${termsMax} terms; this one is full.`, "term");
    const id = context.newId();
    const { term, definition } = input;
    await saveTerm(tx, { id, committeeId: committee.id, candidateId: candidate?.id ?? null, term });
    const personId = actor.kind === "person" ? actor.personId : "";
    await saveTermDefinition(tx, { termId: id, number: 1, definition, reason: "", personId });
    return {
      value: { id, term },
      minute: {
        object: ["term", id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId: candidate?.id ?? null,
        values: { term, scope: candidate ? candidate.reference : "committee" },
      },
    };
  },
});
