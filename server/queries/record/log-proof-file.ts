/** What the log proves to everybody: that a leaf is in it, that it continues an earlier head, and its signed heads. Public. */
import { consistencyProof, findCheckpoint, findLeaf, inclusionProof } from "../../../db/store/log.ts";
import { toHex } from "../../../domain/record/checkpoint.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";

const numberOf = (text: string | null) => (text !== null && /^[0-9]{1,12}$/.test(text) ? Number(text) : null);

/** A leaf's hash and its proof to the latest checkpoint; without a number, of the last leaf beneath it. */
export const logProofFile = query(async (tx, _actor, params: { leaf: string | null }) => {
  const checkpoint = await findCheckpoint(tx);
  if (checkpoint === null) return notFound();
  const index = params.leaf === null ? checkpoint.size - 1 : numberOf(params.leaf);
  const leaf = index === null ? null : await findLeaf(tx, index);
  if (index === null || leaf === null) return notFound();
  // A leaf of the last minute has no proof yet: the next checkpoint covers it.
  if (index >= checkpoint.size) return { index, leafHash: toHex(leaf.hash), proof: null, checkpoint: null };
  const proof = (await inclusionProof(tx, index, checkpoint.size)).map(toHex);
  return { index, leafHash: toHex(leaf.hash), proof, checkpoint: checkpoint.note };
});

/** The proof that the latest checkpoint continues the tree of so many leaves. */
export const logConsistencyFile = query(async (tx, _actor, params: { from: string | null }) => {
  const checkpoint = await findCheckpoint(tx);
  const from = params.from === null ? 1 : numberOf(params.from);
  if (checkpoint === null || from === null || from < 1) return notFound();
  if (from > checkpoint.size) return { from, proof: null, checkpoint: checkpoint.note };
  const proof = (await consistencyProof(tx, from, checkpoint.size)).map(toHex);
  return { from, proof, checkpoint: checkpoint.note };
});

/** A checkpoint as its signed note: of this size, or the latest. */
export const checkpointFile = query(async (tx, _actor, params: { size: string | null }) => {
  const size = params.size === null ? undefined : numberOf(params.size);
  const checkpoint = size === null ? null : await findCheckpoint(tx, size);
  if (checkpoint === null || (size !== undefined && checkpoint.size !== size)) return notFound();
  return { size: checkpoint.size, note: checkpoint.note };
});
