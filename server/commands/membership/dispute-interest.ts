/**
 * Disputes the class in which an interest stands. Rule X6: until it is decided the declared class stands; the interest of a chair
 * goes to the committee at once, since nobody judges the own. Who: a seat, the chairs, the secretariat. Minute: interest-disputed.
 */
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { loadDeclarations, loadDisputes } from "../../../db/store/interest.ts";
import { loadPerson } from "../../../db/store/membership.ts";
import { interestsInForce } from "../../../domain/membership/interest.ts";
import { firstState } from "../../../domain/membership/interest-dispute.ts";
import { roleIn } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose, wholeNumber } from "../../fields.ts";

export const disputeInterest = command({
  act: "dispute-interest",
  rules: ["X6"],
  input: z.object({
    candidate: handle,
    person: handle,
    /** Which of the person's declared interests, from 1. */
    number: wholeNumber(1, 99),
    reason: prose(2000),
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["dispute-interest"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const declared = interestsInForce(await loadDeclarations(tx, candidate.id), tx.now).get(input.person);
    const part = declared?.parts.find((one) => one.number === input.number);
    if (!part) return notFound();
    const open = (await loadDisputes(tx, candidate.id)).find(
      (one) =>
        one.state !== "decided" &&
        one.personId === input.person &&
        one.kind === part.kind &&
        one.organisationId === part.organisationId,
    );
    if (open)
      return refuse("state", "X6", "The class of this interest is disputed already and not decided yet.", "number");
    const holder = (await loadPerson(tx, input.person))!;
    const presides = roleIn(holder, candidate.committeeId, "chair", "vice-chair") !== undefined;
    const id = context.newId();
    await tx.insert(tx.t.interestDisputes).values({
      ...{ id, candidateId: candidate.id, personId: input.person, kind: part.kind },
      ...{ organisationId: part.organisationId, declaredClass: part.class, raisedBy: actor.personId },
      ...{ reason: input.reason, raisedAt: tx.now, state: firstState(presides) },
    });
    return {
      value: { id },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: {
          ...{ reference: candidate.reference, dispute: id, person: input.person, kind: part.kind },
          ...{ organisation: part.organisationId, declared: part.class, state: firstState(presides) },
        },
      },
    };
  },
});
