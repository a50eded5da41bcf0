/**
 * Checks the log in the reader's browser (rules T3, T4, P20): fetches a proof and folds it with WebCrypto. What the server
 * says is believed of nothing but the proof itself.
 */
import {
  fromBase64,
  fromHex,
  keyIdPreimage,
  readCheckpoint,
  readNote,
  readVerifierKey,
  toHex,
} from "../../../domain/record/checkpoint.ts";
import { consistencySides, inclusionSides, innerPreimage, type Side } from "../../../domain/record/log-tree.ts";
import { readReceipt, receiptText, type SignedReceipt } from "../../../domain/record/receipt.ts";

/** `unknown` where this browser cannot check it. `name` is the step's name in the catalogue. */
export type CheckStep = { name: string; holds: boolean | "unknown"; values?: Record<string, string | number> };

export type Asked =
  | { kind: "receipt"; receipt: SignedReceipt }
  | { kind: "checkpoint"; note: string }
  | { kind: "leaf"; index: number }
  | { kind: "none" };

/** What was pasted: a receipt, a checkpoint, or the number of a leaf. */
export function readAsked(pasted: string): Asked {
  const receipt = readReceipt(pasted);
  if (receipt !== null) return { kind: "receipt", receipt };
  if (/^\s*[0-9]{1,12}\s*$/.test(pasted)) return { kind: "leaf", index: Number(pasted) };
  const note = `${pasted.trim().replaceAll("\r\n", "\n")}\n`;
  const read = readNote(note);
  return read && readCheckpoint(read.text) ? { kind: "checkpoint", note } : { kind: "none" };
}

const sha256 = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice()));
const sameBytes = (one: Uint8Array, other: Uint8Array) => toHex(one) === toHex(other);

function joinedOn(side: Side, known: Uint8Array, other: Uint8Array): Promise<Uint8Array> {
  return sha256(side === "left" ? innerPreimage(other, known) : innerPreimage(known, other));
}

/** Whether the key signed the text; `unknown` where the browser does not know Ed25519. */
async function isSigned(key: string, text: string, signature: Uint8Array): Promise<boolean | "unknown"> {
  const read = readVerifierKey(key);
  if (read === null) return false;
  const id = (await sha256(keyIdPreimage(read.name, read.publicKey))).slice(0, 4);
  if (!sameBytes(id, read.keyId)) return false;
  try {
    const publicKey = await crypto.subtle.importKey("raw", read.publicKey.slice(), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", publicKey, signature.slice(), new TextEncoder().encode(text));
  } catch {
    return "unknown";
  }
}

async function isNoteSigned(key: string, note: string): Promise<boolean | "unknown"> {
  const read = readNote(note);
  if (read === null) return false;
  const answers = await Promise.all(read.signatures.map(({ signature }) => isSigned(key, read.text, signature)));
  return answers.find((answer) => answer === true) ?? answers.find((answer) => answer === "unknown") ?? false;
}

const checkpointOf = (note: string) => {
  const read = readNote(note);
  return read && readCheckpoint(read.text);
};

async function ask<T>(address: string): Promise<T | null> {
  const response = await fetch(address);
  return response.ok ? ((await response.json()) as T) : null;
}

type Proved = { leafHash: string; proof: string[] | null; checkpoint: string | null };

/** The hash in words, to be compared with those on the ballot's page; the list of words is fetched only now. */
async function wordsOf(hash: string): Promise<string> {
  const { textHashWords } = await import("../../../domain/definition/text-hash-words.ts");
  return textHashWords(hash).join(" ");
}

/** Checks that a leaf is in the tree of the latest checkpoint. `expected` is its hash by a receipt. */
async function checkLeaf(key: string, index: number, expected?: string): Promise<CheckStep[]> {
  const proved = await ask<Proved>(`/records/log/proof.json?leaf=${index}`);
  if (proved === null) return [{ name: "leafAbsent", holds: false, values: { index } }];
  const steps: CheckStep[] = [];
  if (expected !== undefined) steps.push({ name: "leafSame", holds: proved.leafHash === expected, values: { index } });
  if (proved.proof === null || proved.checkpoint === null)
    return [...steps, { name: "leafWaits", holds: "unknown", values: { index } }];
  const checkpoint = checkpointOf(proved.checkpoint);
  const leaf = fromHex(expected ?? proved.leafHash);
  if (checkpoint === null || leaf === null) return [...steps, { name: "proofUnreadable", holds: false }];
  const sides = inclusionSides(index, checkpoint.size);
  let root = leaf;
  for (const [at, hash] of proved.proof.entries())
    root = await joinedOn(sides[at] ?? "left", root, fromHex(hash) ?? leaf);
  const holds = sides.length === proved.proof.length && sameBytes(root, checkpoint.root);
  return [
    ...steps,
    { name: "leafIncluded", holds, values: { index, size: checkpoint.size, hashes: proved.proof.length } },
    { name: "leafWords", holds: true, values: { words: await wordsOf(expected ?? proved.leafHash) } },
    { name: "headSigned", holds: await isNoteSigned(key, proved.checkpoint), values: { size: checkpoint.size } },
  ];
}

async function checkReceipt(key: string, receipt: SignedReceipt): Promise<CheckStep[]> {
  const { signature, ...said } = receipt;
  const bytes = fromBase64(signature);
  return [
    { name: "receiptKey", holds: receipt.key === key },
    { name: "receiptSigned", holds: bytes !== null && (await isSigned(receipt.key, receiptText(said), bytes)) },
    ...(await checkLeaf(key, receipt.leafIndex, receipt.leafHash)),
  ];
}

type Continued = { proof: string[] | null; checkpoint: string };

/** Checks that the log's latest checkpoint continues one that was kept. */
async function checkContinued(key: string, note: string): Promise<CheckStep[]> {
  const first = checkpointOf(note)!;
  const steps: CheckStep[] = [
    { name: "keptSigned", holds: await isNoteSigned(key, note), values: { size: first.size } },
  ];
  const answer = await ask<Continued>(`/records/log/consistency.json?from=${first.size}`);
  const second = answer && checkpointOf(answer.checkpoint);
  if (!answer || !second) return [...steps, { name: "proofUnreadable", holds: false }];
  const values = { first: first.size, second: second.size };
  steps.push({ name: "headSigned", holds: await isNoteSigned(key, answer.checkpoint), values: { size: second.size } });
  if (answer.proof === null) return [...steps, { name: "logShorter", holds: false, values }];
  if (first.size === second.size)
    return [...steps, { name: "continued", holds: sameBytes(first.root, second.root), values }];
  const { startsWithFirstRoot, sides } = consistencySides(first.size, second.size);
  const hashes = answer.proof.map((hash) => fromHex(hash) ?? new Uint8Array());
  const start = startsWithFirstRoot ? first.root : hashes[0];
  const further = startsWithFirstRoot ? hashes : hashes.slice(1);
  if (start === undefined || further.length !== sides.length)
    return [...steps, { name: "continued", holds: false, values }];
  let [old, young] = [start, start];
  for (const [at, hash] of further.entries()) {
    if (sides[at] === "left") old = await joinedOn("left", old, hash);
    young = await joinedOn(sides[at]!, young, hash);
  }
  return [...steps, { name: "continued", holds: sameBytes(old, first.root) && sameBytes(young, second.root), values }];
}

/** Checks what was pasted against the log, under the key that the reader holds to be the log's. */
export async function checkLog(key: string, pasted: string): Promise<CheckStep[]> {
  if (globalThis.crypto?.subtle === undefined) return [{ name: "noCrypto", holds: "unknown" }];
  const asked = readAsked(pasted);
  if (asked.kind === "receipt") return checkReceipt(key, asked.receipt);
  if (asked.kind === "checkpoint") return checkContinued(key, asked.note);
  if (asked.kind === "leaf") return checkLeaf(key, asked.index);
  return [{ name: "nothingRead", holds: false }];
}
