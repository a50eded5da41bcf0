/**
 * Writes checkpoints (rule T4): the signed head of the log, once a minute while it grows, at the end, and before an export.
 * A head that does not hold what was signed before is an alarm: nothing is written any more until people have looked.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reader } from "../../db/open.ts";
import {
  type CheckpointRow,
  consistencyProof,
  findCheckpoint,
  logSize,
  rootOf,
  saveCheckpoint,
  sha256,
} from "../../db/store/log.ts";
import {
  type Checkpoint,
  checkpointText,
  readCheckpoint,
  readNote,
  writeNote,
} from "../../domain/record/checkpoint.ts";
import { rootsFromConsistency } from "../../domain/record/log-tree.ts";
import type { Context } from "../context.ts";
import type { LogKey } from "./log-key.ts";

/** Twice within the 60 s that T4 gives, so that a slow turn is none too late. */
export const checkpointEvery_ms = 30_000;

/** Outside the database stands the last head that was signed, so that a restored old backup is seen. */
const keptFile = "log.checkpoint";

/** A checkpoint as a signed note. */
export function signCheckpoint(key: LogKey, checkpoint: Checkpoint): string {
  const text = checkpointText(checkpoint);
  return writeNote({ text, signatures: [{ name: key.name, keyId: key.keyId, signature: key.sign(text) }] });
}

const sameBytes = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(other);

/** What is wrong between the log as it stands and a head that was signed before; null where it continues that head. */
export async function inconsistency(tx: Reader, earlier: { size: number; root: Uint8Array }): Promise<string | null> {
  const size = await logSize(tx);
  if (size < earlier.size) return `The log has ${size} leaves; a checkpoint of ${earlier.size} was signed.`;
  const changed = `The first ${earlier.size} leaves are not those of the checkpoint that was signed over them.`;
  try {
    const root = await rootOf(tx, size);
    if (earlier.size === 0 || earlier.size === size)
      return earlier.size === 0 || sameBytes(root, earlier.root) ? null : changed;
    const proof = await consistencyProof(tx, earlier.size, size);
    const roots = rootsFromConsistency(sha256, { first: earlier.size, second: size }, earlier.root, proof);
    return roots && sameBytes(roots.first, earlier.root) && sameBytes(roots.second, root) ? null : changed;
  } catch (fault) {
    return (fault as Error).message;
  }
}

/**
 * Signs the log's head if it grew since the last checkpoint. Raises the alarm where the log does not continue that one.
 * @returns the latest checkpoint, or null while the log is empty or the alarm stands
 */
export async function writeCheckpoint(context: Context): Promise<CheckpointRow | null> {
  if (context.alarm !== null) return null;
  const { logKey } = context;
  const outcome = await context.db.record(async (tx) => {
    const last = await findCheckpoint(tx);
    const wrong = last === null ? null : await inconsistency(tx, last);
    if (wrong !== null) return { wrong };
    const size = await logSize(tx);
    if (size === 0 || size === last?.size) return { checkpoint: last };
    const root = Buffer.from(await rootOf(tx, size));
    const note = signCheckpoint(logKey, { origin: logKey.name, size, root });
    const checkpoint = { size, root, note, key: logKey.verifierKey, at: tx.now };
    await saveCheckpoint(tx, checkpoint);
    return { checkpoint };
  });
  if (outcome.wrong === undefined) return outcome.checkpoint;
  context.alarm = outcome.wrong;
  return null;
}

/** The head that was kept outside the database; null where none was, or where it is another log's. */
function keptCheckpoint(folder: string, origin: string): Checkpoint | null {
  const file = join(folder, keptFile);
  const note = existsSync(file) ? readNote(readFileSync(file, "utf8")) : null;
  const kept = note && readCheckpoint(note.text);
  return kept?.origin === origin ? kept : null;
}

function keep(folder: string, note: string): void {
  const file = join(folder, keptFile);
  writeFileSync(`${file}.part`, note, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/**
 * Compares the log with the head kept outside the database, and raises the alarm where it does not continue it: an old backup
 * was restored, or the database was changed. An empty log is a new one; the head of the former is put aside.
 */
export async function compareWithKept(context: Context, folder: string): Promise<void> {
  const kept = keptCheckpoint(folder, context.logKey.name);
  if (kept === null) return;
  const size = await context.db.read(logSize);
  if (size === 0) renameSync(join(folder, keptFile), join(folder, `${keptFile}.of-${kept.size}`));
  else context.alarm = await context.db.read((tx) => inconsistency(tx, kept));
}

/**
 * The keeper of the log while the server runs: signs its head at once, then every so often.
 * @returns the end, which signs a last checkpoint
 */
export async function keepLog(
  context: Context,
  options: { folder: string; every_ms?: number; alarmed: (sentence: string) => void },
): Promise<() => Promise<void>> {
  const { folder, every_ms = checkpointEvery_ms, alarmed } = options;
  let told = false;
  const look = async () => {
    const latest = await writeCheckpoint(context);
    if (latest !== null) keep(folder, latest.note);
    if (context.alarm !== null && !told) alarmed(context.alarm);
    told = context.alarm !== null;
  };
  const safely = () => look().catch((fault: Error) => alarmed(`A checkpoint could not be written: ${fault.message}`));
  const before = await context.db.read((tx) => findCheckpoint(tx));
  if (before !== null && before.key !== context.logKey.verifierKey)
    alarmed(`The log was signed by the key ${before.key}; the key here is ${context.logKey.verifierKey}.`);
  let turn = look();
  await turn;
  const timer = setInterval(() => {
    turn = turn.then(safely);
  }, every_ms);
  return async () => {
    clearInterval(timer);
    await turn;
    await safely();
  };
}
