/** Puts away a ballot that was drafted and not opened. Rule B1. Who: the chair. Minute: ballot-discarded. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { findBallot } from "../../../db/store/ballot.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const discardBallot = command({
  act: "discard-ballot",
  rules: ["B1"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["discard-ballot"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    await tx.update(tx.t.ballots).set({ state: "discarded" }).where(eq(tx.t.ballots.id, ballot.id));
    return {
      value: { reference: ballot.reference },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: { reference: ballot.reference },
      },
    };
  },
});
