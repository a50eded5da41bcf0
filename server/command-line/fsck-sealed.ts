/** `plenary fsck` of sealed ballots: envelopes, their minutes and receipts, and that what was opened is what is inside (rules P3, P20, B39). */
import type { Reader } from "../../db/open.ts";
import type { Ballot, PositionRow } from "../../db/store/ballot.ts";
import {
  findUnsealing,
  loadSealedPositions,
  loadSealedReceipts,
  loadSealing,
  type SealedRow,
} from "../../db/store/sealing.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { sha256 } from "../freeze-head.ts";
import { isReceiptSigned } from "../record/receipts.ts";
import { openPositions, positionFrom } from "../unsealing.ts";

/** The envelopes of the ballot by the hash that their minutes name. */
export async function loadEnvelopes(tx: Reader, ballotId: string): Promise<Map<string, SealedRow>> {
  return new Map((await loadSealedPositions(tx, ballotId)).map((row) => [sha256(row.sealed), row]));
}

/** Every envelope has its minute and its signed receipt; those of an opened ballot open to the positions that are counted. */
export async function checkEnvelopes(
  tx: Reader,
  ballot: Ballot,
  toldHashes: readonly unknown[],
  positions: readonly PositionRow[],
  wrong: (detail: string) => void,
): Promise<void> {
  const envelopes = await loadEnvelopes(tx, ballot.id);
  const rows = [...envelopes.values()];
  if (toldHashes.length !== rows.length || toldHashes.some((hash) => !envelopes.has(String(hash))))
    wrong(`There are ${rows.length} sealed positions, and ${toldHashes.length} minutes of them name others (P3).`);
  const receipts = await loadSealedReceipts(
    tx,
    rows.map((row) => row.id),
  );
  for (const { id, sequence } of rows) {
    const receipt = receipts.get(id);
    if (!receipt || !isReceiptSigned(receipt) || receipt.sequence !== sequence)
      wrong(`Sealed position ${sequence} has no receipt that is signed for it (P20).`);
  }
  if (ballot.unsealedAt === null) return;
  const sealing = await loadSealing(tx, ballot.id);
  const opened = sealing === null ? null : await openPositions(tx, ballot, sealing);
  if (opened === null || isRefusal(opened))
    return wrong("The shares that were handed in do not open the ballot (B39).");
  if ((await findUnsealing(tx, ballot.id))?.openedHash !== opened.hash)
    wrong("What the envelopes hold is not what was read at the unsealing (B39).");
  for (const line of opened.lines) {
    const counted = positions.find((row) => row.id === line.row.id);
    const { word, reason, nid } = positionFrom(line, ballot);
    if (counted?.word !== word || counted.reason !== reason || counted.nid !== nid)
      wrong(`Position ${line.sequence} is not what its envelope says (B39).`);
  }
}
