/**
 * Freezes the text as it stands as a version; drafting goes on behind it. Rules D9 to D11: canonical JSON, SHA-256, chained to
 * the version before; an equal text makes none. Who: the chair. Minute: version-frozen.
 */
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { freezeHead } from "../../freeze-head.ts";

export const freezeVersion = command({
  act: "freeze-version",
  rules: ["D9", "D10", "D11"],
  input: z.object({ candidate: handle, reason: optionalProse(500) }),
  async decide(tx, actor, { candidate: named, reason }, context) {
    const candidate = await findCandidate(tx, named);
    if (!candidate) return notFound();
    const answer = powers["freeze-version"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const frozen = await freezeHead(tx, context.newId, { candidate, actor, reason });
    if (isRefusal(frozen)) return frozen;
    if (!frozen.isNew)
      return refuse(
        "state",
        "D11",
        `The text is equal to version ${frozen.number}; an equal text makes no new version.`,
      );
    return {
      value: { id: frozen.id, number: frozen.number, textHash: frozen.textHash },
      minute: {
        object: ["version", frozen.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference: candidate.reference, version: frozen.number, textHash: frozen.textHash },
      },
    };
  },
});
