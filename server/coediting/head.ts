/** The text of a definition as the database holds it. Commands that freeze or judge a text read it here. */
import * as Y from "yjs";
import type { Reader } from "../../db/open.ts";
import {
  findTextHead,
  findTextSnapshot,
  firstBrokenUpdate,
  hashOfSnapshot,
  loadTextUpdates,
  startOfChain,
  type TextHead,
} from "../../db/store/definition-text.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { createText } from "./known.ts";

/** A text whose log does not verify. It is set aside until somebody has looked at it; other texts go on. */
export class BrokenText extends Error {}

/** `bytes` is about the size of the text's state. */
export type LoadedText = { doc: Y.Doc; head: TextHead; updatesSinceSnapshot: number; bytes: number };

/**
 * Loads the newest snapshot and what came behind it into a copy with untyped roots.
 * @returns null when there is no such definition
 * @throws BrokenText when a hash does not follow from the one before it, or the text does not hold together
 */
export async function loadText(tx: Reader, definitionId: string): Promise<LoadedText | null> {
  const head = await findTextHead(tx, definitionId);
  if (head === null) return null;
  const snapshot = await findTextSnapshot(tx, definitionId, head.sequence);
  if (snapshot !== null && hashOfSnapshot(snapshot.sequenceHash, snapshot.state) !== snapshot.hash) {
    throw new BrokenText(`Snapshot ${snapshot.sequence} of definition ${definitionId} is not what was written.`);
  }
  const from = snapshot ?? { sequence: 0, sequenceHash: startOfChain };
  const updates = await loadTextUpdates(tx, definitionId, from.sequence);
  const broken = firstBrokenUpdate(from.sequenceHash, from.sequence, updates);
  const last = updates.at(-1) ?? { sequence: from.sequence, hash: from.sequenceHash };
  if (broken !== null) throw new BrokenText(`Update ${broken} of definition ${definitionId} does not follow.`);
  if (last.sequence !== head.sequence || last.hash !== head.hash) {
    throw new BrokenText(
      `The log of definition ${definitionId} ends at ${last.sequence}, its head is ${head.sequence}.`,
    );
  }
  const doc = createText();
  const parts = [...(snapshot === null ? [] : [snapshot.state]), ...updates.map((update) => update.bytes)];
  applyAll(doc, parts);
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return { doc, head, updatesSinceSnapshot: updates.length, bytes };
}

/** Applies updates in one go. Units that wait for others mean that the log has lost some. */
export function applyAll(doc: Y.Doc, updates: Uint8Array[]): void {
  Y.transact(doc, () => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new BrokenText("The text waits for units that its log does not hold.");
  }
}

/**
 * The text of a definition at its head, in the transaction of the command that asks; null if there is none.
 * Never taken from a live room: the database holds all that people see.
 */
export async function readHead(tx: Reader, definitionId: string): Promise<LoadedText | null> {
  const loaded = await loadText(tx, definitionId);
  if (loaded !== null) definitionRoots(loaded.doc);
  return loaded;
}
