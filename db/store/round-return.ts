/** The rows by which a broken round returns its recommendation to the committee (rules V12, V15, V21). */
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { RoundAccount } from "../../domain/review/round.ts";
import type { Tx } from "../open.ts";
import { moveCandidate } from "./candidate.ts";
import { type Recommendation, type RoundRow, saveRecommendationState, saveRoundEnd } from "./review.ts";

type BrokenRound = {
  round: RoundRow;
  recommendation: Recommendation;
  candidate: Candidate;
  account: RoundAccount;
  reason: string;
};

/** Round broken, recommendation and candidate returned, in the transaction of the act; a refusal where table C has no row. */
export async function returnToCommitteeRows(tx: Tx, actor: Actor, broken: BrokenRound): Promise<Refusal | null> {
  const { round, recommendation, candidate, account, reason } = broken;
  const moved = await moveCandidate(tx, candidate, "return-to-committee", { actor, reason });
  if (isRefusal(moved)) return moved;
  const endedAt = Date.parse(account.brokenAt!);
  await saveRoundEnd(tx, round.id, { state: "broken", endedAt, account });
  await saveRecommendationState(tx, recommendation.id, { state: "returned", decidedAt: tx.now });
  return null;
}
