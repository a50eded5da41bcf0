/** Makes the signed receipt of a position, and keeps it so that the same key gives the same one back (rules P6, P20). */
import { eq } from "drizzle-orm";
import type { Reader, Tx } from "../../db/open.ts";
import type { Ballot, PositionRow } from "../../db/store/ballot.ts";
import { indexOf, type LeafRow } from "../../db/store/log.ts";
import { fromBase64, toBase64, toHex } from "../../domain/record/checkpoint.ts";
import { type Receipt, receiptText, receiptTime, type SignedReceipt } from "../../domain/record/receipt.ts";
import { isSigned, type LogKey } from "./log-key.ts";

type Received = { ballot: Ballot; position: Pick<PositionRow, "id" | "sequence" | "at">; seat: string; leaf: LeafRow };

/** Signs the receipt of a position whose minute has this leaf, and saves it. */
export async function giveReceipt(tx: Tx, key: LogKey, received: Received): Promise<SignedReceipt> {
  const receipt = signReceipt(key, received);
  await tx.insert(tx.t.receipts).values({ positionId: received.position.id, receipt });
  return receipt;
}

/** The signed receipt of a position, open or sealed. */
export function signReceipt(key: LogKey, { ballot, position, seat, leaf }: Received): SignedReceipt {
  const said: Receipt & { key: string } = {
    format: "plenary-receipt/1",
    origin: key.name,
    ballot: ballot.reference,
    ballotHash: ballot.recordHash!,
    seat,
    sequence: position.sequence,
    time: receiptTime(position.at),
    leafIndex: indexOf(leaf),
    leafHash: toHex(leaf.hash),
    commitment: toHex(leaf.commitment),
    key: key.verifierKey,
  };
  return { ...said, signature: toBase64(key.sign(receiptText(said))) };
}

/** The receipt that was given for a position. */
export async function findReceipt(tx: Reader, positionId: string): Promise<SignedReceipt> {
  const { receipts } = tx.t;
  const [row] = await tx
    .select({ receipt: receipts.receipt })
    .from(receipts)
    .where(eq(receipts.positionId, positionId));
  if (row === undefined) throw new Error(`The position ${positionId} has no receipt.`);
  return row.receipt;
}

/** Whether the receipt carries the signature of the key it names. */
export function isReceiptSigned({ signature, ...receipt }: SignedReceipt): boolean {
  const bytes = fromBase64(signature);
  return bytes !== null && isSigned(receipt.key, receiptText(receipt), bytes);
}
