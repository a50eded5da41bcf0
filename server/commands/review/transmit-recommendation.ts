/**
 * Hands a drafted recommendation to the governments: its candidate is under review from now on. Rule R10, with X9: not while
 * its ballot is flagged and undecided. Who: the secretariat. Minute: recommendation-transmitted.
 */
import { z } from "zod";
import { findBallot } from "../../../db/store/ballot.ts";
import { loadFlag } from "../../../db/store/ballot-flag.ts";
import { findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { findRecommendation, saveRecommendationState } from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const transmitRecommendation = command({
  act: "transmit-recommendation",
  rules: ["R10"],
  input: z.object({ recommendation: handle }),
  async decide(tx, actor, input) {
    const recommendation = await findRecommendation(tx, input.recommendation);
    if (!recommendation) return notFound();
    const answer = powers["transmit-recommendation"](actor, recommendation);
    if (isRefusal(answer)) return answer;
    const ballot = (await findBallot(tx, recommendation.ballotId))!;
    const committee = (await findCommittee(tx, recommendation.committeeId))!;
    if ((await loadFlag(tx, ballot, committee.zone)).isUndecided)
      return refuse(
        "state",
        "X9",
        `The ballot ${ballot.reference} is flagged; the chair confirms it or opens a new one first.`,
      );
    const candidate = (await findCandidate(tx, recommendation.candidateId))!;
    const moved = await moveCandidate(tx, candidate, "transmit-recommendation", { actor });
    if (isRefusal(moved)) return moved;
    await saveRecommendationState(tx, recommendation.id, { state: "transmitted", transmittedAt: tx.now });
    return {
      value: { reference: recommendation.reference },
      minute: {
        object: ["recommendation", recommendation.id],
        role: roleOf(answer),
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: { reference: recommendation.reference, candidate: candidate.reference },
      },
    };
  },
});
