/** Rows of recommendations, rounds, replies and reservations ⇄ domain values. Members are cited by their id. */
import { and, asc, desc, eq, inArray, isNotNull, lt, lte, or } from "drizzle-orm";
import { canonicalJson } from "../../domain/definition/canonical-text.ts";
import { instantOf } from "../../domain/instant.ts";
import { referenceOf } from "../../domain/record/reference.ts";
import { type CertifyingAct, certifyingAct } from "../../domain/review/certification.ts";
import type { Outage } from "../../domain/review/outage.ts";
import { replyingRole } from "../../domain/review/reply.ts";
import type { RoundThing } from "../../domain/review/review-powers.ts";
import { certification_ms, type Round, type RoundAccount, roundAccount } from "../../domain/review/round.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";
import { loadOutages } from "./ballot-life.ts";
import { loadRecusals } from "./membership.ts";

export type Recommendation = Tables["recommendations"]["$inferSelect"];
export type RoundRow = Tables["rounds"]["$inferSelect"];
export type RoundMemberRow = Tables["roundMembers"]["$inferSelect"];
export type ReplyRow = Tables["replies"]["$inferSelect"];
export type ReservationRow = Tables["reservations"]["$inferSelect"];

/** By id, by reference (`QTAC/R/4`) or by its address form (`qtac-r-4`); null if unknown. */
export async function findRecommendation(tx: Reader, handle: string): Promise<Recommendation | null> {
  const { recommendations } = tx.t;
  const [row] = await tx
    .select()
    .from(recommendations)
    .where(or(eq(recommendations.id, handle), eq(recommendations.reference, referenceOf(handle))));
  return row ?? null;
}

/** By id, by reference (`ROUND/12`) or by its address form (`round-12`); null if unknown. */
export async function findRound(tx: Reader, handle: string): Promise<RoundRow | null> {
  const { rounds } = tx.t;
  const [row] = await tx
    .select()
    .from(rounds)
    .where(or(eq(rounds.id, handle), eq(rounds.reference, referenceOf(handle))));
  return row ?? null;
}

/** A round with the recommendation that it puts to the members; null if unknown. */
export async function findRoundOf(
  tx: Reader,
  handle: string,
): Promise<{ round: RoundRow; recommendation: Recommendation } | null> {
  const round = await findRound(tx, handle);
  if (!round) return null;
  const recommendation = await findRecommendation(tx, round.recommendationId);
  return { round, recommendation: recommendation! };
}

/** The rounds of a recommendation, the latest first. */
export async function findRoundsOf(tx: Reader, recommendationId: string): Promise<RoundRow[]> {
  const { rounds } = tx.t;
  return tx
    .select()
    .from(rounds)
    .where(eq(rounds.recommendationId, recommendationId))
    .orderBy(desc(rounds.preparedAt), desc(rounds.id));
}

export async function loadRoundMembers(tx: Reader, roundId: string): Promise<RoundMemberRow[]> {
  const { roundMembers } = tx.t;
  return tx.select().from(roundMembers).where(eq(roundMembers.roundId, roundId)).orderBy(asc(roundMembers.name));
}

/** Every reply of the round in its sequence. */
export async function loadReplies(tx: Reader, roundId: string): Promise<ReplyRow[]> {
  const { replies } = tx.t;
  return tx.select().from(replies).where(eq(replies.roundId, roundId)).orderBy(asc(replies.number));
}

/** What the powers of a round are asked about. */
export async function roundThing(
  tx: Reader,
  round: RoundRow,
  recommendation: Pick<Recommendation, "committeeId" | "candidateId">,
  members: readonly RoundMemberRow[],
): Promise<RoundThing & { barredPeople: string[]; chairPresides: boolean }> {
  const { barredPeople, chairPresides } = await loadRecusals(
    tx,
    recommendation.committeeId,
    recommendation.candidateId,
  );
  return {
    committeeId: recommendation.committeeId,
    state: round.state,
    members: members.map((one) => one.memberId),
    barredPeople,
    chairPresides,
  };
}

/** The round as the rules read it, as of now; null before its dispatch. */
export function roundCase(
  tx: Reader,
  round: RoundRow,
  members: readonly RoundMemberRow[],
  replies: readonly ReplyRow[],
  outages: readonly Outage[],
): Round | null {
  if (round.dispatchedAt === null) return null;
  return {
    kind: round.kind,
    dispatchedAt: round.dispatchedAt,
    asOf: tx.now,
    ...(round.lengthenedAt === null ? {} : { lengthenedAt: round.lengthenedAt }),
    members: members.map(({ memberId, zone, weekend, holidays, extraWorkingDays, deliveredAt }) => ({
      member: memberId,
      zone,
      weekend,
      holidays,
      extraWorkingDays,
      deliveredAt,
    })),
    replies: replies.map(({ memberId, word, at }) => ({ member: memberId, word, at, by: replyingRole })),
    outages,
  };
}

/** The account of a dispatched round as of now, from its rows (rule V20: always computed anew). */
export async function loadRoundAccount(tx: Reader, round: RoundRow): Promise<RoundAccount | null> {
  const members = await loadRoundMembers(tx, round.id);
  const outages = await loadOutages(tx, round.dispatchedAt ?? tx.now);
  const found = roundCase(tx, round, members, await loadReplies(tx, round.id), outages);
  return found && roundAccount(found);
}

/** Rounds that run now: an outage may move their end (rule V17). */
export async function findRunningRounds(tx: Reader): Promise<RoundRow[]> {
  const { rounds } = tx.t;
  return tx.select().from(rounds).where(eq(rounds.state, "running")).orderBy(asc(rounds.id));
}

/**
 * Locks the round for this transaction, so that replies and the end stand in one line. SQLite has one writer anyway;
 * PostgreSQL runs whoever waited again, with a new time.
 */
export async function lockRound(tx: Tx, round: Pick<RoundRow, "id" | "state">): Promise<void> {
  await tx.update(tx.t.rounds).set({ state: round.state }).where(eq(tx.t.rounds.id, round.id));
}

/** Computes T0, Z and the clock's time from the rows, and writes them into the round (rules V4, V7, V20). */
export async function saveRoundClock(tx: Tx, round: RoundRow): Promise<RoundAccount> {
  const account = (await loadRoundAccount(tx, round))!;
  if (account.startsAt === null || account.endsAt === null) return account;
  const endsAt = instantOf(account.endsAt);
  await tx
    .update(tx.t.rounds)
    .set({
      state: "running",
      startedAt: instantOf(account.startsAt),
      lengthenedAt: round.lengthenedAt,
      endsAt,
      dueAt: endsAt + certification_ms,
    })
    .where(eq(tx.t.rounds.id, round.id));
  return account;
}

/** Ends a round with its account; the clock has nothing more to do with it. */
export async function saveRoundEnd(
  tx: Tx,
  roundId: string,
  end: { state: RoundRow["state"]; endedAt: number; account: RoundAccount | null },
): Promise<void> {
  const account = end.account && canonicalJson(end.account);
  await tx
    .update(tx.t.rounds)
    .set({ state: end.state, endedAt: end.endedAt, dueAt: null, account })
    .where(eq(tx.t.rounds.id, roundId));
}

export async function saveRecommendationState(
  tx: Tx,
  recommendationId: string,
  change: Partial<Pick<Recommendation, "state" | "transmittedAt" | "decidedAt">>,
): Promise<void> {
  await tx.update(tx.t.recommendations).set(change).where(eq(tx.t.recommendations.id, recommendationId));
}

/** Rounds whose time has come, the earliest first, each with the act of the clock that its account asks for. */
export async function findDueRounds(
  tx: Reader,
  most: number,
): Promise<{ roundId: string; act: CertifyingAct | null }[]> {
  const { rounds } = tx.t;
  const due = await tx
    .select()
    .from(rounds)
    .where(and(isNotNull(rounds.dueAt), lte(rounds.dueAt, tx.now)))
    .orderBy(asc(rounds.dueAt), asc(rounds.id))
    .limit(most);
  const found: { roundId: string; act: CertifyingAct | null }[] = [];
  for (const round of due) {
    const account = await loadRoundAccount(tx, round);
    found.push({ roundId: round.id, act: account && certifyingAct(account.outcome) });
  }
  return found;
}

export async function findReservation(tx: Reader, id: string): Promise<ReservationRow | null> {
  const [row] = await tx.select().from(tx.t.reservations).where(eq(tx.t.reservations.id, id));
  return row ?? null;
}

/** The reservations made to a recommendation, the oldest first, with the member's registered name. */
export async function loadReservations(
  tx: Reader,
  recommendationIds: readonly string[],
): Promise<(ReservationRow & { member: string })[]> {
  if (recommendationIds.length === 0) return [];
  const { reservations, members } = tx.t;
  const rows = await tx
    .select({ reservation: reservations, member: members.name })
    .from(reservations)
    .innerJoin(members, eq(members.id, reservations.memberId))
    .where(inArray(reservations.recommendationId, [...recommendationIds]))
    .orderBy(asc(reservations.enteredAt), asc(reservations.id));
  return rows.map(({ reservation, member }) => ({ ...reservation, member }));
}

/** How a page by key continues: the time of its last row and that row's id. */
export type PageKey = { at: number; id: string };

/** Recommendations of these committees, the latest drafted first: a page by key. */
export async function findRecommendations(
  tx: Reader,
  filter: { committeeIds: string[]; after?: PageKey; most: number },
): Promise<(Recommendation & { title: string })[]> {
  if (filter.committeeIds.length === 0) return [];
  const { recommendations, candidates } = tx.t;
  const { after } = filter;
  const rows = await tx
    .select({ recommendation: recommendations, title: candidates.title })
    .from(recommendations)
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(
      and(
        inArray(recommendations.committeeId, filter.committeeIds),
        after
          ? or(
              lt(recommendations.draftedAt, after.at),
              and(eq(recommendations.draftedAt, after.at), lt(recommendations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(recommendations.draftedAt), desc(recommendations.id))
    .limit(filter.most);
  return rows.map(({ recommendation, title }) => ({ ...recommendation, title }));
}

/** Rounds of these committees, the latest prepared first: a page by key. */
export async function findRounds(
  tx: Reader,
  filter: { committeeIds: string[]; after?: PageKey; most: number },
): Promise<(RoundRow & { title: string; recommendation: string; committeeId: string })[]> {
  if (filter.committeeIds.length === 0) return [];
  const { rounds, recommendations, candidates } = tx.t;
  const { after } = filter;
  const rows = await tx
    .select({
      round: rounds,
      title: candidates.title,
      recommendation: recommendations.reference,
      committeeId: recommendations.committeeId,
    })
    .from(rounds)
    .innerJoin(recommendations, eq(recommendations.id, rounds.recommendationId))
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(
      and(
        inArray(recommendations.committeeId, filter.committeeIds),
        after
          ? or(lt(rounds.preparedAt, after.at), and(eq(rounds.preparedAt, after.at), lt(rounds.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(rounds.preparedAt), desc(rounds.id))
    .limit(filter.most);
  return rows.map(({ round, ...named }) => ({ ...round, ...named }));
}
