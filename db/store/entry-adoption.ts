/** The rows by which an adopted recommendation becomes an entry of the list and a new edition (rules V14, V20, L1 to L3, L6). */
import { eq } from "drizzle-orm";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import { day_ms, instantOf } from "../../domain/instant.ts";
import { nextEntryCode } from "../../domain/list/edition.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { sunsetMax_ms } from "../../domain/review/reservation.ts";
import type { RoundAccount } from "../../domain/review/round.ts";
import type { Tx } from "../open.ts";
import { moveCandidate } from "./candidate.ts";
import { carryReservations, findEntry, loadGivenCodes, publishEdition } from "./list.ts";
import { findCommittee } from "./membership.ts";
import { loadReplies, type Recommendation, type RoundRow, saveRecommendationState, saveRoundEnd } from "./review.ts";

export type Adoption = {
  act: "adopt-by-silence" | "adopt-in-part";
  round: RoundRow;
  recommendation: Recommendation;
  candidate: Candidate;
  account: RoundAccount;
};

type Adopted = { code: string; edition: number; editionHash: string; adoptedAt: string };

/** Candidate listed, recommendation and round adopted, entry written, edition published; a refusal where table C has no row. */
export async function adoptEntry(
  tx: Tx,
  actor: Actor,
  adoption: Adoption,
  ids: { newId(): string },
): Promise<Adopted | Refusal> {
  const { act, round, recommendation, candidate, account } = adoption;
  const moved = await moveCandidate(tx, candidate, act, { actor });
  if (isRefusal(moved)) return moved;
  const state = act === "adopt-by-silence" ? "adopted" : "adopted-in-part";
  await saveRoundEnd(tx, round.id, { state, endedAt: instantOf(account.endsAt!), account });
  await saveRecommendationState(tx, recommendation.id, { state, decidedAt: instantOf(account.adoptedAt!) });
  await reserveAbsent(tx, adoption, ids);
  const code = await saveEntry(tx, adoption, ids);
  const { number, hash } = await publishEdition(tx);
  return { code, edition: number, editionHash: hash, adoptedAt: account.adoptedAt! };
}

/** Each member that cannot join stands with a reservation of full scope, for the reason of its reply (rule V14). */
async function reserveAbsent(
  tx: Tx,
  { round, recommendation, candidate, account }: Adoption,
  ids: { newId(): string },
) {
  if (account.absent.length === 0) return;
  const replies = await loadReplies(tx, round.id);
  const adoptedAt = instantOf(account.adoptedAt!);
  await tx.insert(tx.t.reservations).values(
    account.absent.map((memberId) => {
      const reply = replies.findLast((one) => one.memberId === memberId && one.word === "cannot-join")!;
      return {
        id: ids.newId(),
        candidateId: candidate.id,
        recommendationId: recommendation.id,
        memberId,
        rows: null,
        reason: reply.reason,
        enteredAt: tx.now,
        enteredBy: reply.personId,
        sunsetAt: adoptedAt + sunsetMax_ms,
        state: "active" as const,
      };
    }),
  );
}

/** Writes the new entry, or the text that amends a standing one, whose code stays (rule L3). */
async function saveEntry(tx: Tx, adoption: Adoption, ids: { newId(): string }): Promise<string> {
  const { round, recommendation, candidate, account } = adoption;
  const { entries } = tx.t;
  const adoptedAt = instantOf(account.adoptedAt!);
  const adopted = {
    candidateId: candidate.id,
    versionId: recommendation.versionId,
    recommendationId: recommendation.id,
    roundId: round.id,
    adoptedAt,
    reviewBy: adoptedAt + recommendation.scope.reviewByDays * day_ms,
    absent: account.absent,
  };
  const amended = round.entryCode === null ? null : await findEntry(tx, round.entryCode);
  if (amended) {
    await carryReservations(tx, amended, { candidateId: candidate.id, recommendationId: recommendation.id });
    await tx.update(entries).set(adopted).where(eq(entries.id, amended.id));
    return amended.code;
  }
  const { committeeId } = recommendation;
  const committee = (await findCommittee(tx, committeeId))!;
  const code = nextEntryCode(committee.listCode, await loadGivenCodes(tx, committeeId));
  await tx.insert(entries).values({ id: ids.newId(), code, committeeId, ...adopted });
  return code;
}
