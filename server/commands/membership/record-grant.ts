/**
 * Records a grant for the interest graph: who gives it, who receives and leads it, and the words that it is about.
 * Rule X2: it proposes matches and recuses nobody. Who: the secretariat. Minute: grant-recorded.
 */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import { organisationExists } from "../../../db/store/interest.ts";
import { peopleExist } from "../../../db/store/membership.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, line, separated, several } from "../../fields.ts";

export const recordGrant = command({
  act: "record-grant",
  rules: ["X2"],
  input: z.object({
    /** On whose page it is recorded; it is known on every candidate's. */
    candidate: handle,
    number: line(40),
    title: line(300),
    giver: handle,
    receiver: handle,
    leaders: several(handle, 20),
    keywords: separated(line(80), /[,;\n]/, 30),
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["record-grant"](actor, candidate);
    if (isRefusal(answer)) return answer;
    const { number, title, giver, receiver, leaders, keywords } = input;
    const isKnown = (await organisationExists(tx, giver)) && (await organisationExists(tx, receiver));
    if (!isKnown || !(await peopleExist(tx, leaders))) return notFound();
    if (keywords.length === 0)
      return refuse("reason-missing", "X2", "A grant is found by its words; none is given.", "keywords");
    const { grants } = tx.t;
    const [known] = await tx
      .select({ id: grants.id })
      .from(grants)
      .where(and(eq(grants.number, number), eq(grants.giverId, giver)));
    if (known) return refuse("state", "X2", `The grant ${number} is on record already.`, "number");
    const id = context.newId();
    await tx.insert(grants).values({
      ...{ id, number, title, giverId: giver, receiverId: receiver, leaders, keywords },
      ...{ recordedBy: actor.personId, recordedAt: tx.now },
    });
    return {
      value: { id },
      minute: {
        object: ["organisation", input.receiver],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { grant: id, number, giver, leaders, keywords },
      },
    };
  },
});
