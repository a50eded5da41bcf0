/**
 * The receipt of a position (rule P20): what its holder keeps to show later that the position stands in the log as it was
 * taken. It names no word: the commitment covers the minute, and with it the word, under a salt that the record keeps.
 */
import { canonicalJson } from "../definition/canonical-text.ts";
import { type Instant, minute_ms, writeInstant } from "../instant.ts";

export type Receipt = {
  format: "plenary-receipt/1";
  /** The origin line of the log's checkpoints. */
  origin: string;
  /** Reference and identity (rule B2) of the ballot. */
  ballot: string;
  ballotHash: string;
  seat: string;
  sequence: number;
  /** To the minute. */
  time: string;
  leafIndex: number;
  leafHash: string;
  commitment: string;
};

export type SignedReceipt = Receipt & {
  /** The key that signed, in the form of a signed note. */
  key: string;
  /** Ed25519 over the canonical JSON of all other members, in base64. */
  signature: string;
};

/** The time of a receipt: to the minute, as one who looks over a shoulder may see it. */
export function receiptTime(at: Instant): string {
  return writeInstant(at - (at % minute_ms));
}

/** What is signed. */
export function receiptText(receipt: Receipt & { key: string }): string {
  return canonicalJson(receipt);
}

/**
 * The file that is kept: one sentence for a reader, then the receipt, which may be pasted whole. Its members are sorted, so
 * that it is the same file whichever engine kept it.
 */
export function writeReceiptFile(receipt: SignedReceipt): string {
  const body = JSON.stringify(receipt, Object.keys(receipt).sort(), 2);
  return `Receipt for the position of ${receipt.seat} on ${receipt.ballot}, number ${receipt.sequence}. Check it under /records/log.\n\n${body}\n`;
}

const members = [
  "origin",
  "ballot",
  "ballotHash",
  "seat",
  "time",
  "leafHash",
  "commitment",
  "key",
  "signature",
] as const;

/** Reads what was pasted: the file, or the receipt alone. Null where it holds none. */
export function readReceipt(pasted: string): SignedReceipt | null {
  const [from, to] = [pasted.indexOf("{"), pasted.lastIndexOf("}")];
  if (from < 0 || to < from) return null;
  try {
    const receipt = JSON.parse(pasted.slice(from, to + 1)) as SignedReceipt;
    if (receipt.format !== "plenary-receipt/1") return null;
    if (members.some((name) => typeof receipt[name] !== "string")) return null;
    return Number.isSafeInteger(receipt.leafIndex) && Number.isSafeInteger(receipt.sequence) ? receipt : null;
  } catch {
    return null;
  }
}
