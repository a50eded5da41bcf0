/**
 * Agrees to the confirmation of a flagged ballot whose second account has another outcome; only now it is confirmed. Rule X9.
 * Who: the vice-chair, who is not the one who asked. Minute: confirmation-agreed.
 */
import { z } from "zod";
import { saveFlagDecision } from "../../../db/store/ballot-flag.ts";
import { agreementCheck } from "../../../domain/ballot/found-interest.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { readFlagged } from "../../flag-act.ts";

export const agreeConfirmation = command({
  act: "agree-confirmation",
  rules: ["X9"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, { ballot: named }) {
    const read = await readFlagged(tx, named);
    if (!read || actor.kind !== "person") return notFound();
    const { ballot, thing, flag } = read;
    const answer = powers["agree-confirmation"](actor, thing);
    if (isRefusal(answer)) return answer;
    const may = agreementCheck(flag, actor.personId);
    if (isRefusal(may)) return may;
    const { reason } = flag.decisions.at(-1)!;
    await saveFlagDecision(tx, ballot, flag, { word: "confirmed", personId: actor.personId, reason });
    return {
      value: { reference: ballot.reference },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: { reference: ballot.reference, outcome: flag.outcome, recount: flag.recount, askedBy: flag.askedBy },
      },
    };
  },
});
