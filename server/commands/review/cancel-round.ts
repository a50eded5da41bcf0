/**
 * Ends a round that should not go on, before it decides anything. Rule R11, table V: the recommendation stays transmitted, and
 * the secretariat may prepare another round. Who: the chair, with a reason and the second's consent
 * (W7). Minute: round-cancelled.
 */
import { z } from "zod";
import {
  findRoundOf,
  loadRoundAccount,
  loadRoundMembers,
  type RoundRow,
  roundThing,
  saveRoundEnd,
} from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import type { RoundAccount } from "../../../domain/review/round.ts";
import { handle, optionalProse } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = { round: RoundRow; account: RoundAccount | null };

export const cancelRound = twoPersonCommand({
  act: "cancel-round",
  rules: ["R11"],
  input: z.object({ round: handle, reason: optionalProse(2000) }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
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
    return {
      object: ["round", round.id],
      role: roleOf(answer),
      committeeId: recommendation.committeeId,
      candidateId: recommendation.candidateId,
      values: { reference: round.reference, was: round.state, reason: input.reason },
      matter: { round, account },
    };
  },
  async carryOut(tx, { matter: { round, account }, ...examined }) {
    await saveRoundEnd(tx, round.id, { state: "cancelled", endedAt: tx.now, account });
    return { value: { reference: round.reference }, minute: examined };
  },
});
