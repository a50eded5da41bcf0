/**
 * Ends a round that should not go on, before it decides anything. Rule R11, table V: the recommendation stays transmitted, and
 * the secretariat may prepare another round. Who: the chair, with a reason; the second person of W7 is
 * not asked for yet. Minute: round-cancelled.
 */
import { z } from "zod";
import { findRoundOf, loadRoundAccount, loadRoundMembers, roundThing, saveRoundEnd } from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";

export const cancelRound = command({
  act: "cancel-round",
  rules: ["R11"],
  input: z.object({ round: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, input) {
    const found = await findRoundOf(tx, input.round);
    if (!found) return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["cancel-round"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    if (input.reason === "")
      return refuse("reason-missing", "R11", "Cancelling a round needs a reason; the reason given is empty.", "reason");
    const account = await loadRoundAccount(tx, round);
    if (account && account.outcome !== "dispatched" && account.endsAt !== null && tx.now >= Date.parse(account.endsAt))
      return refuse("late", "R11", `The round ended at ${account.endsAt}; its outcome is ${account.outcome}.`);
    await saveRoundEnd(tx, round.id, { state: "cancelled", endedAt: tx.now, account });
    return {
      value: { reference: round.reference },
      minute: {
        object: ["round", round.id],
        role: roleOf(answer),
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: { reference: round.reference, was: round.state, reason: input.reason },
      },
    };
  },
});
