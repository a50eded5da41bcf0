/**
 * The log: a leaf for each minute, in the order of their transactions, and the tree over them (rule T3). Hashes of subtrees
 * stand with the leaf that finished them, so that a root or a proof reads a few dozen rows at any size.
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { desc, eq, inArray, lte } from "drizzle-orm";
import { leafContent, minuteBody, streamOf } from "../../domain/record/leaf.ts";
import {
  consistencyRanges,
  endsOnTheLeft,
  finishedSubtrees,
  type Hash,
  hashOfRange,
  inclusionRanges,
  innerPreimage,
  lastLeafOf,
  leafPreimage,
  type Range,
  type Subtree,
  subtreesOf,
} from "../../domain/record/log-tree.ts";
import type { Minute } from "../../domain/record/minute.ts";
import type { Reader, Tx } from "../open.ts";
import { placeholders, prepared } from "../prepared.ts";
import type { Tables } from "../tables.ts";

export type LeafRow = Tables["leaves"]["$inferSelect"];
export type CheckpointRow = Tables["checkpoints"]["$inferSelect"];

const saltBytes = 32;
const hashBytes = 32;
const emptyBytes = Buffer.alloc(0);

let salts = Buffer.alloc(0);
const saltsAtOnce = 128;

/** Random bytes for one leaf; they are drawn for many at once, since each drawing asks the system. */
function newSalt(): Buffer {
  if (salts.length === 0) salts = randomBytes(saltsAtOnce * saltBytes);
  const salt = salts.subarray(0, saltBytes);
  salts = salts.subarray(saltBytes);
  return salt;
}

/** The tree counts its leaves from 0, the record its minutes from 1. */
export const sequenceOf = (index: number) => index + 1;
export const indexOf = ({ sequence }: { sequence: number }) => sequence - 1;

export const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();

/** The commitment to a body: HMAC-SHA-256 under the record's own salt. */
export function commitmentTo(salt: Uint8Array, body: string): Buffer {
  return createHmac("sha256", salt).update(body).digest();
}

/** The hash of a leaf with this commitment. */
export function hashOfLeaf(of: { stream: string; type: string; at: number; commitment: Uint8Array }): Buffer {
  const content = leafContent({ ...of, commitment: Buffer.from(of.commitment).toString("hex") });
  return Buffer.from(sha256(leafPreimage(Buffer.from(content))));
}

/** Of a row the subtree of this level: the leaf itself, or one that it finished. */
function subtreeAt({ hash, finished }: Pick<LeafRow, "hash" | "finished">, level: number): Uint8Array {
  return level === 0 ? hash : finished.subarray((level - 1) * hashBytes, level * hashBytes);
}

/** What of a leaf others are joined with. */
function treeColumns({ t: { leaves } }: Reader) {
  const { sequence, hash, finished } = leaves;
  return { sequence, hash, finished };
}

const lastLeaf = prepared("last_leaf", (tx: Reader) =>
  tx.select(treeColumns(tx)).from(tx.t.leaves).orderBy(desc(tx.t.leaves.sequence)).limit(1),
);
const insertLeaf = prepared("insert_leaf", (tx: Tx) => tx.insert(tx.t.leaves).values(placeholders(tx.t.leaves)));

/**
 * The leaf of a minute that is written in this transaction: the next of the log, with the subtrees that it finishes. It is
 * written behind its minute, under the same number.
 */
export async function nextLeaf(tx: Tx, minute: Minute): Promise<LeafRow> {
  const { leaves } = tx.t;
  const [last] = await lastLeaf(tx).execute();
  const index = last?.sequence ?? 0;
  const ends = endsOnTheLeft(index);
  const further = ends.slice(1).map(sequenceOf);
  const rows =
    further.length === 0 ? [] : await tx.select(treeColumns(tx)).from(leaves).where(inArray(leaves.sequence, further));
  const byIndex = new Map([...rows, ...(last ? [last] : [])].map((row) => [indexOf(row), row]));
  const salt = newSalt();
  const stream = streamOf(minute);
  const commitment = commitmentTo(salt, minuteBody(minute));
  const hash = hashOfLeaf({ stream, type: minute.type, at: minute.at, commitment });
  const finished = finishedSubtrees(sha256, index, hash, (level) => subtreeAt(byIndex.get(ends[level]!)!, level));
  return {
    ...{ sequence: sequenceOf(index), stream, salt, commitment, hash },
    finished: finished.length === 0 ? emptyBytes : Buffer.concat(finished),
  };
}

export async function saveLeaf(tx: Tx, leaf: LeafRow): Promise<void> {
  await insertLeaf(tx).execute(leaf);
}

/** How many leaves the log has. */
export async function logSize(tx: Reader): Promise<number> {
  const { leaves } = tx.t;
  const [last] = await tx.select({ sequence: leaves.sequence }).from(leaves).orderBy(desc(leaves.sequence)).limit(1);
  return last?.sequence ?? 0;
}

const nameOf = ({ level, index }: Subtree) => `${level}/${index}`;

/** The hashes of ranges. Throws where a row is missing: then the log is not whole, and nothing may be proved from it. */
async function hashesOf(tx: Reader, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const { leaves } = tx.t;
  const wanted = ranges.map(subtreesOf);
  const ends = [...new Set(wanted.flat().map(lastLeafOf))];
  const { sequence, hash, finished } = leaves;
  const rows =
    ends.length === 0
      ? []
      : await tx
          .select({ sequence, hash, finished })
          .from(leaves)
          .where(inArray(sequence, ends.map(sequenceOf)));
  const byIndex = new Map(rows.map((row) => [indexOf(row), row]));
  return wanted.map((subtrees) =>
    hashOfRange(
      sha256,
      subtrees.map((subtree) => {
        const row = byIndex.get(lastLeafOf(subtree));
        const found = row && subtreeAt(row, subtree.level);
        if (found?.length !== hashBytes) throw new Error(`The log lacks the subtree ${nameOf(subtree)}.`);
        return found;
      }),
    ),
  );
}

/** The root of the first `size` leaves. */
export async function rootOf(tx: Reader, size: number): Promise<Uint8Array> {
  const [root] = await hashesOf(tx, [{ from: 0, to: size }]);
  return root!;
}

/** Proves that a leaf is in the tree of the first `size` leaves. */
export function inclusionProof(tx: Reader, index: number, size: number): Promise<Uint8Array[]> {
  return hashesOf(tx, inclusionRanges(index, size));
}

/**
 * Proves leaves by the hundred, to be asked batch by batch: neighbours share most of their proofs, so each range is read
 * and hashed once. The proofs are those of `inclusionProof`.
 */
export function inclusionProver(tx: Reader, size: number): (indices: readonly number[]) => Promise<Uint8Array[][]> {
  const known = new Map<string, Uint8Array>();
  const keyOf = ({ from, to }: Range) => `${from}-${to}`;
  return async (indices) => {
    const wanted = indices.map((index) => inclusionRanges(index, size));
    const missing = new Map(wanted.flat().map((range) => [keyOf(range), range]));
    for (const key of known.keys()) missing.delete(key);
    const hashes = await hashesOf(tx, [...missing.values()]);
    for (const [at, key] of [...missing.keys()].entries()) known.set(key, hashes[at]!);
    return wanted.map((ranges) => ranges.map((range) => known.get(keyOf(range))!));
  };
}

/** Proves that the tree of the first `first` leaves is the beginning of that of `second`. */
export function consistencyProof(tx: Reader, first: number, second: number): Promise<Uint8Array[]> {
  return hashesOf(tx, consistencyRanges(first, second));
}

/** The latest checkpoint, or the latest of at most this size; null before the first. */
export async function findCheckpoint(tx: Reader, sizeMax = Number.MAX_SAFE_INTEGER): Promise<CheckpointRow | null> {
  const { checkpoints } = tx.t;
  const [row] = await tx
    .select()
    .from(checkpoints)
    .where(lte(checkpoints.size, sizeMax))
    .orderBy(desc(checkpoints.size))
    .limit(1);
  return row ?? null;
}

export async function saveCheckpoint(tx: Tx, checkpoint: CheckpointRow): Promise<void> {
  await tx.insert(tx.t.checkpoints).values(checkpoint);
}

/** A leaf by its index; null where the log is shorter. */
export async function findLeaf(tx: Reader, index: number): Promise<LeafRow | null> {
  const { leaves } = tx.t;
  const [row] = await tx
    .select()
    .from(leaves)
    .where(eq(leaves.sequence, sequenceOf(index)));
  return row ?? null;
}

/** The tree of leaves that are added one after the other, computed from their hashes alone: what the stored one must be. */
export function endedSubtrees() {
  /** The complete subtrees of the leaves so far, the largest first, each with its level. */
  let peaks: { level: number; hash: Uint8Array }[] = [];
  return {
    /** Adds a leaf; gives the subtrees that it finished, as they are stored. */
    add(leaf: Uint8Array): Buffer {
      const finished: Uint8Array[] = [];
      let peak = { level: 0, hash: leaf };
      while (peaks.at(-1)?.level === peak.level) {
        peak = { level: peak.level + 1, hash: sha256(innerPreimage(peaks.at(-1)!.hash, peak.hash)) };
        peaks = peaks.slice(0, -1);
        finished.push(peak.hash);
      }
      peaks.push(peak);
      return Buffer.concat(finished);
    },
    root: (): Buffer =>
      Buffer.from(
        hashOfRange(
          sha256,
          peaks.map(({ hash }) => hash),
        ),
      ),
  };
}
