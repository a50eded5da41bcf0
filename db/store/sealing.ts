/** Rows of sealed ballots ⇄ domain values: holders and their shares, sealed positions, and what opened them. */
import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { RecordedSealing } from "../../domain/ballot/ballot-record.ts";
import type { SealState } from "../../domain/ballot/sealing.ts";
import type { SignedReceipt } from "../../domain/record/receipt.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";

export type SealedRow = Tables["sealedPositions"]["$inferSelect"];

/** A holder of a share, with the share as far as it has come. */
export type HolderLine = {
  number: number;
  personId: string;
  name: string;
  seatId: string;
  seat: string;
  holderKey: string | null;
  sealedShare: string | null;
  commitment: string | null;
  confirmedAt: number | null;
  /** In clear, once it was handed in after the close. */
  share: string | null;
};

export type Sealing = { needed: number; publicKey: string | null; givenBy: string | null; holders: HolderLine[] };

/** How a ballot is sealed; null where it is not. */
export async function loadSealing(tx: Reader, ballotId: string): Promise<Sealing | null> {
  const { sealings, shareHolders, people, seats, submittedShares } = tx.t;
  const [sealing] = await tx.select().from(sealings).where(eq(sealings.ballotId, ballotId));
  if (!sealing) return null;
  const rows = await tx
    .select({ holder: shareHolders, name: people.name, seat: seats.name, share: submittedShares.share })
    .from(shareHolders)
    .innerJoin(people, eq(people.id, shareHolders.personId))
    .innerJoin(seats, eq(seats.id, shareHolders.seatId))
    .leftJoin(
      submittedShares,
      and(eq(submittedShares.ballotId, shareHolders.ballotId), eq(submittedShares.number, shareHolders.number)),
    )
    .where(eq(shareHolders.ballotId, ballotId))
    .orderBy(asc(shareHolders.number));
  const { needed, publicKey, givenBy } = sealing;
  const holders = rows.map(({ holder: { ballotId: _, ...holder }, name, seat, share }) => ({
    ...{ ...holder, name, seat, share },
  }));
  return { needed, publicKey, givenBy, holders };
}

export function sealStateOf(sealing: Sealing | null): SealState | null {
  if (sealing === null) return null;
  const holders = sealing.holders.map(({ name, confirmedAt }) => ({ name, confirmed: confirmedAt !== null }));
  return { given: sealing.publicKey !== null, holders };
}

/** What of a complete seal goes into the ballot's record (rule B2). */
export function recordedSealing({ publicKey, needed, holders }: Sealing): RecordedSealing {
  return {
    publicKey: publicKey!,
    needed,
    holders: holders.map(({ number, personId, seatId, commitment }) => ({
      ...{ number, person: personId, seat: seatId, commitment: commitment! },
    })),
  };
}

export type HolderKey = { id: string; publicKey: string };

/** The key that each of these people registered last. */
export async function loadHolderKeys(tx: Reader, personIds: readonly string[]): Promise<Map<string, HolderKey>> {
  if (personIds.length === 0) return new Map();
  const { holderKeys } = tx.t;
  const rows = await tx
    .select()
    .from(holderKeys)
    .where(inArray(holderKeys.personId, [...personIds]))
    .orderBy(asc(holderKeys.at), asc(holderKeys.id));
  return new Map(rows.map(({ id, personId, publicKey }) => [personId, { id, publicKey }]));
}

/** Names the holders anew: shares that were given before are gone with the key that they were of. */
export async function saveSealing(
  tx: Tx,
  ballotId: string,
  needed: number,
  holders: readonly { personId: string; seatId: string }[],
): Promise<void> {
  const { sealings, shareHolders } = tx.t;
  await tx.delete(shareHolders).where(eq(shareHolders.ballotId, ballotId));
  await tx.delete(sealings).where(eq(sealings.ballotId, ballotId));
  await tx.insert(sealings).values({ ballotId, needed, publicKey: null, givenBy: null });
  const none = { holderKey: null, sealedShare: null, commitment: null, confirmedAt: null };
  await tx
    .insert(shareHolders)
    .values(holders.map(({ personId, seatId }, at) => ({ ballotId, number: at + 1, personId, seatId, ...none })));
}

export type SavedShare = { number: number; holderKey: string; sealedShare: string; commitment: string };

export async function saveShares(
  tx: Tx,
  ballotId: string,
  key: { publicKey: string; givenBy: string },
  shares: readonly SavedShare[],
): Promise<void> {
  const { sealings, shareHolders } = tx.t;
  await tx.update(sealings).set(key).where(eq(sealings.ballotId, ballotId));
  for (const { number, ...share } of shares)
    await tx
      .update(shareHolders)
      .set({ ...share, confirmedAt: null })
      .where(and(eq(shareHolders.ballotId, ballotId), eq(shareHolders.number, number)));
}

export async function saveConfirmation(tx: Tx, ballotId: string, number: number): Promise<void> {
  const { shareHolders } = tx.t;
  await tx
    .update(shareHolders)
    .set({ confirmedAt: tx.now })
    .where(and(eq(shareHolders.ballotId, ballotId), eq(shareHolders.number, number)));
}

/** Every sealed position of the ballot in its sequence. */
export async function loadSealedPositions(tx: Reader, ballotId: string): Promise<SealedRow[]> {
  const { sealedPositions } = tx.t;
  return tx
    .select()
    .from(sealedPositions)
    .where(eq(sealedPositions.ballotId, ballotId))
    .orderBy(asc(sealedPositions.sequence));
}

/** How many sealed positions were taken: recusals, which stand among the open ones, are numbered in one series with them. */
export async function countSealedPositions(tx: Reader, ballotId: string): Promise<number> {
  const { sealedPositions } = tx.t;
  const [row] = await tx.select({ rows: count() }).from(sealedPositions).where(eq(sealedPositions.ballotId, ballotId));
  return row?.rows ?? 0;
}

/** The number of seats with a sealed or open position on each of these ballots that were not opened (rule B40). */
export async function loadSealedTurnouts(tx: Reader, ballotIds: readonly string[]): Promise<Map<string, number>> {
  const { sealedPositions, currentPositions } = tx.t;
  const seatsIn = async (table: typeof sealedPositions | typeof currentPositions) =>
    tx
      .selectDistinct({ ballotId: table.ballotId, seatId: table.seatId })
      .from(table)
      .where(inArray(table.ballotId, [...ballotIds]));
  const sealed = ballotIds.length === 0 ? [] : await seatsIn(sealedPositions);
  const concerned = new Set(sealed.map((row) => row.ballotId));
  if (concerned.size === 0) return new Map();
  const open = (await seatsIn(currentPositions)).filter((row) => concerned.has(row.ballotId));
  const seats = new Set([...sealed, ...open].map((row) => `${row.ballotId} ${row.seatId}`));
  const turnouts = new Map<string, number>();
  for (const key of seats) {
    const ballotId = key.split(" ")[0]!;
    turnouts.set(ballotId, (turnouts.get(ballotId) ?? 0) + 1);
  }
  return turnouts;
}

/** The receipts of a ballot's sealed positions, by position. */
export async function loadSealedReceipts(
  tx: Reader,
  positionIds: readonly string[],
): Promise<Map<string, SignedReceipt>> {
  if (positionIds.length === 0) return new Map();
  const { sealedReceipts } = tx.t;
  const rows = await tx
    .select()
    .from(sealedReceipts)
    .where(inArray(sealedReceipts.positionId, [...positionIds]));
  return new Map(rows.map((row) => [row.positionId, row.receipt]));
}

/** The latest sealed position of these seats on the ballot, with its receipt; null where they took none. */
export async function findLatestSealed(
  tx: Reader,
  ballotId: string,
  seatIds: readonly string[],
): Promise<{ row: SealedRow; receipt: SignedReceipt } | null> {
  if (seatIds.length === 0) return null;
  const { sealedPositions, sealedReceipts } = tx.t;
  const [found] = await tx
    .select({ row: sealedPositions, receipt: sealedReceipts.receipt })
    .from(sealedPositions)
    .innerJoin(sealedReceipts, eq(sealedReceipts.positionId, sealedPositions.id))
    .where(and(eq(sealedPositions.ballotId, ballotId), inArray(sealedPositions.seatId, [...seatIds])))
    .orderBy(desc(sealedPositions.sequence))
    .limit(1);
  return found ?? null;
}

export async function findUnsealing(tx: Reader, ballotId: string) {
  const { unsealings } = tx.t;
  const [row] = await tx.select().from(unsealings).where(eq(unsealings.ballotId, ballotId));
  return row ?? null;
}

export async function findSecretResult(tx: Reader, ballotId: string) {
  const { secretResults } = tx.t;
  const [row] = await tx.select().from(secretResults).where(eq(secretResults.ballotId, ballotId));
  return row ?? null;
}
