/** Rows of what happens to a ballot beside positions ⇄ domain values: evidence, disputes, the accounts before, outages. */
import { and, asc, count, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Instant } from "../../domain/instant.ts";
import type { Outage } from "../../domain/review/outage.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";

export type DisputeRow = Tables["positionDisputes"]["$inferSelect"];
export type OutageRow = Tables["outages"]["$inferSelect"];
export type BallotOutageRow = Tables["ballotOutages"]["$inferSelect"];

/** The disputes of a ballot's positions, by the id of the position (rule P10). */
export async function loadDisputes(tx: Reader, ballotId: string): Promise<Map<string, DisputeRow>> {
  const { positionDisputes, positions } = tx.t;
  const rows = await tx
    .select({ dispute: positionDisputes })
    .from(positionDisputes)
    .innerJoin(positions, eq(positions.id, positionDisputes.positionId))
    .where(eq(positions.ballotId, ballotId));
  return new Map(rows.map(({ dispute }) => [dispute.positionId, dispute]));
}

/** Where and how the ballot's recorded positions were received, by the id of the position (rule P9). */
export async function loadEvidence(tx: Reader, ballotId: string): Promise<Map<string, string>> {
  const { positionEvidence, positions } = tx.t;
  const rows = await tx
    .select({ positionId: positionEvidence.positionId, evidence: positionEvidence.evidence })
    .from(positionEvidence)
    .innerJoin(positions, eq(positions.id, positionEvidence.positionId))
    .where(eq(positions.ballotId, ballotId));
  return new Map(rows.map((row) => [row.positionId, row.evidence]));
}

/** Saves a dispute; the seat's latest position that stands is its current one again, or it has none (rules P4, P10). */
export async function saveDispute(
  tx: Tx,
  position: Pick<Tables["positions"]["$inferSelect"], "id" | "ballotId" | "seatId">,
  dispute: { personId: string; reason: string },
): Promise<void> {
  const { positionDisputes, positions, currentPositions } = tx.t;
  const { id: positionId, ballotId, seatId } = position;
  await tx.insert(positionDisputes).values({ positionId, ...dispute, at: tx.now });
  const own = and(eq(currentPositions.ballotId, ballotId), eq(currentPositions.seatId, seatId));
  const [latest] = await tx
    .select({ id: positions.id })
    .from(positions)
    .leftJoin(positionDisputes, eq(positionDisputes.positionId, positions.id))
    .where(and(eq(positions.ballotId, ballotId), eq(positions.seatId, seatId), isNull(positionDisputes.positionId)))
    .orderBy(desc(positions.sequence))
    .limit(1);
  if (latest === undefined) await tx.delete(currentPositions).where(own);
  else await tx.update(currentPositions).set({ positionId: latest.id }).where(own);
}

/** Keeps the account that a later one takes the place of. */
export async function keepReplacedAccount(tx: Tx, ballotId: string, account: string): Promise<void> {
  const { replacedAccounts } = tx.t;
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(replacedAccounts)
    .where(eq(replacedAccounts.ballotId, ballotId));
  await tx.insert(replacedAccounts).values({ ballotId, number: taken + 1, account, at: tx.now });
}

/** The accounts that stood before the one in force, in their order. */
export async function loadReplacedAccounts(tx: Reader, ballotId: string): Promise<string[]> {
  const { replacedAccounts } = tx.t;
  const rows = await tx
    .select({ account: replacedAccounts.account })
    .from(replacedAccounts)
    .where(eq(replacedAccounts.ballotId, ballotId))
    .orderBy(asc(replacedAccounts.number));
  return rows.map((row) => row.account);
}

/** The outages that moved the close of a ballot, as far as each was known when it did (rule B47). */
export async function loadBallotOutages(tx: Reader, ballotId: string): Promise<BallotOutageRow[]> {
  const { ballotOutages } = tx.t;
  return tx.select().from(ballotOutages).where(eq(ballotOutages.ballotId, ballotId)).orderBy(asc(ballotOutages.number));
}

export type RecordedOutage = Outage & { id: string; reason: string; recordedAt: Instant };

/** Every outage on record that had not ended by this instant, with its end where one is known; the oldest first. */
export async function loadOutages(tx: Reader, since: Instant): Promise<RecordedOutage[]> {
  const { outages, outageEnds } = tx.t;
  const rows = await tx
    .select({ outage: outages, endedAt: outageEnds.toAt })
    .from(outages)
    .leftJoin(outageEnds, eq(outageEnds.outageId, outages.id))
    .where(
      or(gt(outages.toAt, since), and(isNull(outages.toAt), or(isNull(outageEnds.toAt), gt(outageEnds.toAt, since)))),
    )
    .orderBy(asc(outages.fromAt), asc(outages.id));
  return rows.map(({ outage: { id, fromAt, toAt, reason, at }, endedAt }) => ({
    id,
    from: fromAt,
    to: toAt ?? endedAt,
    reason,
    recordedAt: at,
  }));
}
