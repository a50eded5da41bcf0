/**
 * Lets the result of a flagged ballot stand. Rules X9, B45: where the second account has another outcome it needs a reason and
 * awaits the vice-chair's agreement, and the time runs on meanwhile. Who: the chair. Minute: ballot-confirmed.
 */
import { z } from "zod";
import { saveFlagDecision } from "../../../db/store/ballot-flag.ts";
import { confirmCheck, needsAgreement } from "../../../domain/ballot/found-interest.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { readFlagged } from "../../flag-act.ts";

export const confirmBallot = command({
  act: "confirm-ballot",
  rules: ["X9"],
  input: z.object({ ballot: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, { ballot: named, reason }) {
    const read = await readFlagged(tx, named);
    if (!read || actor.kind !== "person") return notFound();
    const { ballot, thing, flag } = read;
    const answer = powers["confirm-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const may = confirmCheck(flag, reason);
    if (isRefusal(may)) return may;
    const awaits = needsAgreement(flag);
    const word = awaits ? "confirm-asked" : "confirmed";
    await saveFlagDecision(tx, ballot, flag, { word, personId: actor.personId, reason });
    return {
      value: { reference: ballot.reference, awaits },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: {
          ...{ reference: ballot.reference, outcome: flag.outcome, recount: flag.recount },
          ...{ awaits: awaits ? "vice-chair" : null, hasReason: reason !== "" },
        },
      },
    };
  },
});
