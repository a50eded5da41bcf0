/**
 * Puts a technology before a committee, with an empty definition. Rule C1: technology, class, sponsor, rationale, evidence,
 * harms.
 * Who: the holder or alternate of a seat, or a government reviewer. Minute: candidate-proposed.
 */
import { z } from "zod";
import { saveNewCandidate } from "../../../db/store/candidate.ts";
import { openTextDefinition } from "../../../db/store/definition-text.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { candidateClasses, harms } from "../../../domain/candidate/candidate.ts";
import { powers } from "../../../domain/powers.ts";
import { markingOfNewText } from "../../../domain/record/marking.ts";
import { candidateReference } from "../../../domain/record/reference.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { chairAnswersBy } from "../../chair-answers-by.ts";
import { command } from "../../command.ts";
import { handle, line, oneOfWords, optionalProse, prose, separated, several } from "../../fields.ts";

export const proposeCandidate = command({
  act: "propose-candidate",
  rules: ["C1", "C3"],
  input: z.object({
    committee: handle,
    title: line(160),
    class: oneOfWords(candidateClasses),
    rationale: prose(),
    producers: prose(4000),
    foreignAvailability: prose(4000),
    evidence: prose(),
    harms: several(oneOfWords(harms)),
    harmsOfControl: optionalProse(4000),
    touches: separated(z.string().regex(/^[0-9A-Z]{4,8}$/, "it is no code of an entry"), /[\s,;]+/, 40),
  }),
  async decide(tx, actor, input, context) {
    const committee = await findCommittee(tx, input.committee);
    if (!committee || actor.kind !== "person") return notFound();
    const answer = powers["propose-candidate"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    if (input.harms.length === 0)
      return refuse(
        "reason-missing",
        "C1",
        "A candidate names at least one harm that it addresses; none is named.",
        "harms",
      );
    const year = new Date(tx.now).getUTCFullYear();
    const number = await nextNumber(tx, `candidate/${committee.code}/${year}`);
    const reference = candidateReference(committee.code, year, number);
    const id = context.newId();
    const { committee: _, ...said } = input;
    await saveNewCandidate(tx, {
      ...said,
      id,
      reference,
      committeeId: committee.id,
      state: "proposed",
      sponsorSeatId: answer.seatId,
      sponsorMemberId: answer.memberId,
      proposedBy: actor.personId,
      scope: null,
      marking: markingOfNewText,
      proposedAt: tx.now,
      changedAt: tx.now,
      dueAt: await chairAnswersBy(tx, committee),
    });
    await openTextDefinition(tx, context.newId(), id);
    return {
      value: { id, reference },
      minute: {
        object: ["candidate", id],
        role: answer.role,
        committeeId: committee.id,
        candidateId: id,
        values: {
          reference,
          class: input.class,
          harms: input.harms,
          touches: input.touches,
          sponsorSeat: answer.seatId,
        },
      },
    };
  },
});
