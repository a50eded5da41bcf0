/**
 * Enters the outcome of the question of procedure on which the chairs differed: "Is this interest direct?". Rule X6: a certified
 * ballot of the committee by simple majority that opened after the dispute; adopted, the interest is direct, else sectoral.
 * Who: the chairs, the secretariat. Minute: classification-settled.
 */
import { z } from "zod";
import { findBallot } from "../../../db/store/ballot.ts";
import { citedBallotCheck, classOfOutcome } from "../../../domain/membership/interest-dispute.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { decideDispute, readDispute, standingValues } from "../../interest-act.ts";

export const settleClassification = command({
  act: "settle-classification",
  rules: ["X6"],
  input: z.object({ dispute: handle, ballot: handle }),
  async decide(tx, actor, input) {
    const read = await readDispute(tx, input.dispute);
    if (!read || actor.kind !== "person") return notFound();
    const { dispute, candidate, thing } = read;
    const answer = powers["settle-classification"](actor, thing);
    if (isRefusal(answer)) return answer;
    if (dispute.state !== "procedure")
      return refuse("state", "X6", `The dispute is ${dispute.state}; procedure decides where the chairs differ.`);
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    const cited = citedBallotCheck(ballot, { committeeId: candidate.committeeId, raisedAt: dispute.raisedAt });
    if (isRefusal(cited)) return cited;
    const decided = classOfOutcome(ballot.outcome);
    await decideDispute(tx, dispute, decided, { ballotId: ballot.id });
    return {
      value: { class: decided },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: {
          ...{ reference: candidate.reference, dispute: dispute.id, ballot: ballot.reference },
          ...(await standingValues(tx, dispute, decided)),
        },
      },
    };
  },
});
