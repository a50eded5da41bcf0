/**
 * Records a patent for the interest graph: who holds it, who invented it, and the words that it is about.
 * Rule X2: it proposes matches and recuses nobody. Who: the secretariat. Minute: patent-recorded.
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

export const recordPatent = command({
  act: "record-patent",
  rules: ["X2"],
  input: z.object({
    /** On whose page it is recorded; it is known on every candidate's. */
    candidate: handle,
    number: line(40),
    office: line(80),
    title: line(300),
    holder: handle,
    inventors: several(handle, 20),
    keywords: separated(line(80), /[,;\n]/, 30),
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["record-patent"](actor, candidate);
    if (isRefusal(answer)) return answer;
    const { number, office, title, inventors, keywords } = input;
    if (!(await organisationExists(tx, input.holder)) || !(await peopleExist(tx, inventors))) return notFound();
    if (keywords.length === 0)
      return refuse("reason-missing", "X2", "A patent is found by its words; none is given.", "keywords");
    const { patents } = tx.t;
    const [known] = await tx
      .select({ id: patents.id })
      .from(patents)
      .where(and(eq(patents.number, number), eq(patents.office, office)));
    if (known) return refuse("state", "X2", `The patent ${office} ${number} is on record already.`, "number");
    const id = context.newId();
    await tx.insert(patents).values({
      ...{ id, number, office, title, holderId: input.holder, inventors, keywords },
      ...{ recordedBy: actor.personId, recordedAt: tx.now },
    });
    return {
      value: { id },
      minute: {
        object: ["organisation", input.holder],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { patent: id, office, number, inventors, keywords },
      },
    };
  },
});
