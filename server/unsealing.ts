/** Opening a sealed ballot on the server: the key from the shares, every position from its envelope. Rules B39, P1, P4. */
import type { Reader, Tx } from "../db/open.ts";
import { type Ballot, type PositionRow, savePosition } from "../db/store/ballot.ts";
import { loadSealedPositions, loadSealedReceipts, type SealedRow, type Sealing } from "../db/store/sealing.ts";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import type { KeyPair } from "../protocol/sealing/key-pair.ts";
import { keyFrom } from "../protocol/sealing/key-shares.ts";
import {
  type OpenedPosition,
  openedHash,
  positionOpener,
  type SaidInside,
} from "../protocol/sealing/sealed-position.ts";

export type OpenedLine = OpenedPosition & { row: SealedRow };

export type Opening = {
  pair: KeyPair;
  /** Numbers of the shares that gave the key. */
  used: number[];
  lines: OpenedLine[];
  hash: string;
};

/** Opens every sealed position with the shares that were handed in, or says why they do not open it. */
export async function openPositions(tx: Reader, ballot: Ballot, sealing: Sealing): Promise<Opening | Refusal> {
  const found = await ballotKey(sealing);
  if (isRefusal(found)) return found;
  const rows = await loadSealedPositions(tx, ballot.id);
  const open = await positionOpener(found.pair);
  const lines: OpenedLine[] = [];
  for (const row of rows) {
    const { sequence, seatId, sealed } = row;
    lines.push({ sequence, seatId, inside: await open({ identity: ballot.recordHash!, seatId }, sealed), row });
  }
  const hash = await openedHash(lines.map(({ row: _, ...line }) => line));
  return { ...found, lines, hash };
}

/** The ballot's key from the shares that were handed in, and the numbers of those that gave it. */
export async function ballotKey({
  needed,
  publicKey,
  holders,
}: Sealing): Promise<{ pair: KeyPair; used: number[] } | Refusal> {
  const submitted = holders.filter((holder) => holder.share !== null);
  if (submitted.length < needed)
    return refuse("state", "B39", `${needed} shares open this ballot; ${submitted.length} are handed in.`);
  const found = await keyFrom(
    publicKey!,
    needed,
    submitted.map((holder) => holder.share!),
  );
  if (found === null)
    return refuse("frozen", "B39", `The ${submitted.length} shares handed in do not give the key of this ballot.`);
  return { pair: found.pair, used: found.used.map((index) => submitted[index]!.number) };
}

/** The columns that what was said becomes; what did not read is kept as a word of no type, which the account then refuses. */
export function columnsOf(
  inside: SaidInside | null,
): Pick<PositionRow, "word" | "choice" | "reason" | "nid" | "change"> {
  if (inside === null) return { word: "unreadable", choice: null, reason: "", nid: null, change: null };
  const { said, reason, clause } = inside;
  const rest = { reason, nid: clause || null, change: null };
  if ("word" in said) return { word: said.word, choice: null, ...rest };
  return { word: "set" in said ? "set" : "ranking", choice: said, ...rest };
}

/** The position that an opened envelope becomes: the same id, place and time. */
export function positionFrom({ inside, row }: OpenedLine, ballot: Ballot): PositionRow {
  const { id, ballotId, seatId, sequence, personId, textHash, key, at } = row;
  return {
    ...{
      id,
      ballotId,
      seatId,
      sequence,
      personId,
      recordedBy: personId,
      versionId: ballot.versionId,
      textHash,
      key,
      at,
    },
    ...columnsOf(inside),
  };
}

/** Writes the opened positions in their sequence, each with the receipt that its seat was given. */
export async function savePositionsOpened(tx: Tx, ballot: Ballot, lines: readonly OpenedLine[]): Promise<void> {
  const receipts = await loadSealedReceipts(
    tx,
    lines.map((line) => line.row.id),
  );
  for (const line of lines) {
    await savePosition(tx, positionFrom(line, ballot));
    await tx.insert(tx.t.receipts).values({ positionId: line.row.id, receipt: receipts.get(line.row.id)! });
  }
}
