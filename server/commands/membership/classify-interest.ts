/**
 * Says whether a disputed interest is direct or sectoral. Rule X6: chair and vice-chair each say it; agreeing they have decided,
 * disagreeing the committee does, by a question of procedure. One of them who takes the word back says the other.
 * Who: the chair and the vice-chair. Minute: interest-classified.
 */
import { z } from "zod";
import { saveDispute } from "../../../db/store/interest.ts";
import { afterWords, disputedClasses } from "../../../domain/membership/interest-dispute.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords } from "../../fields.ts";
import { decideDispute, readDispute, standingValues } from "../../interest-act.ts";

export const classifyInterest = command({
  act: "classify-interest",
  rules: ["X6", "X3"],
  input: z.object({ dispute: handle, class: oneOfWords(disputedClasses) }),
  async decide(tx, actor, input) {
    const read = await readDispute(tx, input.dispute);
    if (!read || actor.kind !== "person") return notFound();
    const { dispute, candidate, thing } = read;
    const answer = powers["classify-interest"](actor, thing);
    if (isRefusal(answer)) return answer;
    if (dispute.personId === actor.personId)
      return refuse("recused", "X6", "The disputed interest is your own; you do not classify it.");
    if (dispute.state === "decided")
      return refuse("state", "X6", `It was decided already that this interest is ${dispute.decidedClass}.`);
    if (dispute.state === "procedure")
      return refuse("state", "X6", "The chairs differ on this interest; a question of procedure decides it now.");
    const isVice = answer.role === "vice-chair";
    const said = isVice ? { viceChairSays: input.class } : { chairSays: input.class };
    const after = afterWords({
      chair: isVice ? dispute.chairSays : input.class,
      viceChair: isVice ? input.class : dispute.viceChairSays,
    });
    if (after.class !== null) await decideDispute(tx, dispute, after.class, said);
    else await saveDispute(tx, dispute.id, { ...said, state: after.state });
    return {
      value: { state: after.state },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: {
          ...{ reference: candidate.reference, dispute: dispute.id, says: input.class, state: after.state },
          ...(await standingValues(tx, dispute, after.class)),
        },
      },
    };
  },
});
