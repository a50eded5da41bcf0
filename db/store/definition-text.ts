/**
 * Rows of live text: the log of updates, each hash over the one before it, the snapshots that shorten loading, and the
 * client ids that prove authors. Rows of the log are never deleted: who took a word away stands only there.
 */
import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, inArray, lt, lte } from "drizzle-orm";
import type { Reader, Tx } from "../open.ts";

/** Where the log of one definition stands. Powers asked under one epoch say nothing under the next. */
export type TextHead = {
  definitionId: string;
  candidateId: string;
  epoch: number;
  /** Number of the last update; 0 before the first. */
  sequence: number;
  hash: string;
};

export type NewTextUpdate = { bytes: Uint8Array; personId: string | null; sessionId: string | null };

export type TextUpdate = {
  definitionId: string;
  sequence: number;
  bytes: Uint8Array;
  personId: string | null;
  sessionId: string | null;
  at: number;
  hash: string;
  previousHash: string;
};

export type TextSnapshot = { sequence: number; sequenceHash: string; state: Uint8Array; hash: string };

/** Whose a client id is; both null for what the server itself wrote. */
export type TextClient = { clientId: number; personId: string | null; sessionId: string | null };

/** The hash before the first update. */
export const startOfChain = "0".repeat(64);

const snapshotsKept = 2;

/** SHA-256 over the hash before, everything the row says, and the bytes. */
export function hashOfUpdate(update: Omit<TextUpdate, "hash">): string {
  const { previousHash, definitionId, sequence, personId, sessionId, at, bytes } = update;
  return createHash("sha256")
    .update(JSON.stringify([previousHash, definitionId, sequence, personId, sessionId, at]))
    .update(bytes)
    .digest("hex");
}

export function hashOfSnapshot(sequenceHash: string, state: Uint8Array): string {
  return createHash("sha256").update(sequenceHash).update(state).digest("hex");
}

/** The sequence of the first row that does not follow from the one before it, or null when all do. */
export function firstBrokenUpdate(
  previousHash: string,
  previousSequence: number,
  updates: TextUpdate[],
): number | null {
  let hash = previousHash;
  let sequence = previousSequence;
  for (const update of updates) {
    sequence += 1;
    if (update.sequence !== sequence || update.previousHash !== hash) return update.sequence;
    hash = hashOfUpdate(update);
    if (hash !== update.hash) return update.sequence;
  }
  return null;
}

/** Opens an empty live text for a candidate. */
export async function openTextDefinition(tx: Tx, id: string, candidateId: string): Promise<TextHead> {
  const row = {
    id,
    candidateId,
    epoch: 1,
    headSequence: 0,
    headHash: startOfChain,
    changedAt: tx.now,
    createdAt: tx.now,
  };
  await tx.insert(tx.t.definitions).values(row);
  return { definitionId: id, candidateId, epoch: 1, sequence: 0, hash: startOfChain };
}

function headColumns({ t: { definitions } }: Reader) {
  return {
    definitionId: definitions.id,
    candidateId: definitions.candidateId,
    epoch: definitions.epoch,
    sequence: definitions.headSequence,
    hash: definitions.headHash,
  };
}

export async function findTextHead(tx: Reader, definitionId: string): Promise<TextHead | null> {
  const { definitions } = tx.t;
  const [row] = await tx.select(headColumns(tx)).from(definitions).where(eq(definitions.id, definitionId));
  return row ?? null;
}

export async function findTextHeads(tx: Reader, definitionIds: string[]): Promise<TextHead[]> {
  const { definitions } = tx.t;
  return tx.select(headColumns(tx)).from(definitions).where(inArray(definitions.id, definitionIds));
}

/**
 * Appends updates behind the head, in their order, and moves the head. The caller has read `head` in this transaction.
 * @returns the new head
 */
export async function appendTextUpdates(tx: Tx, head: TextHead, updates: NewTextUpdate[]): Promise<TextHead> {
  const { definitionId } = head;
  const rows: (TextUpdate & { bytes: Buffer })[] = [];
  let { sequence, hash } = head;
  for (const { bytes, personId, sessionId } of updates) {
    sequence += 1;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const row = { definitionId, sequence, bytes: data, personId, sessionId, at: tx.now, previousHash: hash };
    hash = hashOfUpdate(row);
    rows.push({ ...row, hash });
  }
  if (rows.length === 0) return head;
  const { definitions, textUpdates } = tx.t;
  await tx.insert(textUpdates).values(rows);
  await tx
    .update(definitions)
    .set({ headSequence: sequence, headHash: hash, changedAt: tx.now })
    .where(eq(definitions.id, definitionId));
  return { ...head, sequence, hash };
}

/** Says whose these client ids are, once and for all: a second owner breaks the primary key. */
export async function bindTextClients(tx: Tx, definitionId: string, clients: TextClient[]): Promise<void> {
  if (clients.length === 0) return;
  await tx.insert(tx.t.textClients).values(clients.map((client) => ({ definitionId, ...client, at: tx.now })));
}

export async function loadTextClients(tx: Reader, definitionId: string): Promise<TextClient[]> {
  const { textClients } = tx.t;
  const { clientId, personId, sessionId } = textClients;
  return tx
    .select({ clientId, personId, sessionId })
    .from(textClients)
    .where(eq(textClients.definitionId, definitionId));
}

/** The updates behind a sequence, in order. */
export async function loadTextUpdates(tx: Reader, definitionId: string, behind: number): Promise<TextUpdate[]> {
  const { textUpdates } = tx.t;
  return tx
    .select()
    .from(textUpdates)
    .where(and(eq(textUpdates.definitionId, definitionId), gt(textUpdates.sequence, behind)))
    .orderBy(asc(textUpdates.sequence));
}

/** The newest snapshot at or before a sequence. */
export async function findTextSnapshot(tx: Reader, definitionId: string, upTo: number): Promise<TextSnapshot | null> {
  const { textSnapshots } = tx.t;
  const [row] = await tx
    .select()
    .from(textSnapshots)
    .where(and(eq(textSnapshots.definitionId, definitionId), lte(textSnapshots.sequence, upTo)))
    .orderBy(desc(textSnapshots.sequence))
    .limit(1);
  return row ?? null;
}

/** Keeps the state of a text at its head, and the snapshot before it; older ones go. */
export async function saveTextSnapshot(tx: Tx, head: TextHead, state: Uint8Array): Promise<void> {
  const { textSnapshots } = tx.t;
  const { definitionId, sequence, hash: sequenceHash } = head;
  const bytes = Buffer.from(state.buffer, state.byteOffset, state.byteLength);
  const hash = hashOfSnapshot(sequenceHash, bytes);
  const own = eq(textSnapshots.definitionId, definitionId);
  await tx
    .insert(textSnapshots)
    .values({ definitionId, sequence, sequenceHash, state: bytes, hash, at: tx.now })
    .onConflictDoNothing();
  const kept = await tx
    .select({ sequence: textSnapshots.sequence })
    .from(textSnapshots)
    .where(own)
    .orderBy(desc(textSnapshots.sequence))
    .limit(snapshotsKept);
  await tx.delete(textSnapshots).where(and(own, lt(textSnapshots.sequence, kept.at(-1)?.sequence ?? 0)));
}

/** Ends every right to write that was asked before: no update is appended under the old epoch after this commits. */
export async function raiseEpoch(tx: Tx, definitionId: string): Promise<void> {
  const { definitions } = tx.t;
  const head = await findTextHead(tx, definitionId);
  if (head === null) return;
  await tx
    .update(definitions)
    .set({ epoch: head.epoch + 1 })
    .where(eq(definitions.id, definitionId));
}
