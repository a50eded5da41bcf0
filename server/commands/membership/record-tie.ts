/**
 * Records how two bodies hang together: one is part of the other, or supplies it.
 * Rule X2: the graph reads a tie both ways; it proposes matches and recuses nobody. Who: the secretariat. Minute: tie-recorded.
 */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import { organisationExists } from "../../../db/store/interest.ts";
import { tieKinds } from "../../../domain/membership/interest-graph.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords } from "../../fields.ts";

export const recordTie = command({
  act: "record-tie",
  rules: ["X2"],
  input: z.object({
    /** On whose page it is recorded; it is known on every candidate's. */
    candidate: handle,
    from: handle,
    kind: oneOfWords(tieKinds),
    to: handle,
  }),
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["record-tie"](actor, candidate);
    if (isRefusal(answer)) return answer;
    const { from, kind, to } = input;
    if (!(await organisationExists(tx, from)) || !(await organisationExists(tx, to))) return notFound();
    if (from === to) return refuse("word", "X2", `A body cannot be tied to itself as "${kind}".`, "to");
    const { organisationTies } = tx.t;
    const [known] = await tx
      .select({ id: organisationTies.id })
      .from(organisationTies)
      .where(and(eq(organisationTies.fromId, from), eq(organisationTies.kind, kind), eq(organisationTies.toId, to)));
    if (known) return refuse("state", "X2", `This tie ("${kind}") is on record already.`, "kind");
    const id = context.newId();
    await tx.insert(organisationTies).values({
      ...{ id, fromId: from, kind, toId: to, recordedBy: actor.personId, recordedAt: tx.now },
    });
    return {
      value: { id },
      minute: {
        object: ["organisation", from],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { tie: id, kind, to },
      },
    };
  },
});
