/**
 * Declares a person's interest in a candidate; "none" is a declaration too. Rules X1, X3, X7: a direct one bars the person
 * from casting and presiding, and lasts 365 × 24 h. Who: those who take part in the decision. Minute: interest-declared.
 */
import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { interestClasses, interestKinds, interestLife_ms } from "../../../domain/membership/interest.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalHandle, optionalProse } from "../../fields.ts";

export const declareInterest = command({
  act: "declare-interest",
  rules: ["X1", "X3", "X7"],
  input: z.object({
    candidate: handle,
    kind: oneOfWords(interestKinds),
    class: oneOfWords(interestClasses),
    organisation: optionalHandle,
    statement: optionalProse(2000),
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["declare-interest"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    if ((input.kind === "none") !== (input.class === "none"))
      return refuse("word", "X3", `An interest of kind "${input.kind}" cannot be of class "${input.class}".`, "class");
    if (input.kind !== "none" && input.statement === "")
      return refuse(
        "reason-missing",
        "X1",
        "An interest needs a sentence that says what it is; none is given.",
        "statement",
      );
    const { interests, organisations } = tx.t;
    if (input.organisation !== null) {
      const [body] = await tx.select().from(organisations).where(eq(organisations.id, input.organisation));
      if (!body) return notFound();
    }
    const [{ before } = { before: 0 }] = await tx
      .select({ before: count() })
      .from(interests)
      .where(and(eq(interests.candidateId, candidate.id), eq(interests.personId, actor.personId)));
    await tx.insert(interests).values({
      id: context.newId(),
      candidateId: candidate.id,
      personId: actor.personId,
      sequence: before + 1,
      kind: input.kind,
      class: input.class,
      organisationId: input.organisation,
      statement: input.statement,
      declaredAt: tx.now,
      expiresAt: tx.now + interestLife_ms,
    });
    return {
      value: { class: input.class },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: {
          reference: candidate.reference,
          kind: input.kind,
          class: input.class,
          organisation: input.organisation,
        },
      },
    };
  },
});
