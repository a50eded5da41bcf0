/** Snapshots shorten loading. They are written between two commits, when the text in memory is the head of the log. */
import * as Y from "yjs";
import { saveTextSnapshot } from "../../db/store/definition-text.ts";
import type { LiveRoom } from "./room.ts";

export function countNodes(doc: Y.Doc): number {
  let nodes = 0;
  for (const structs of doc.store.clients.values()) nodes += structs.length;
  return nodes;
}

/** Writes the state out and takes its size. What was pasted and deleted again counts no more. */
export function measure(room: LiveRoom): Uint8Array {
  const state = Y.encodeStateAsUpdate(room.doc);
  room.bytes = state.length;
  room.nodes = countNodes(room.doc);
  room.measuredAt = room.head.sequence;
  return state;
}

/** Writes a snapshot at the room's head. A failure is reported and changes nothing: the log holds all. */
export async function saveSnapshot(room: LiveRoom): Promise<void> {
  const state = measure(room);
  room.updatesSinceSnapshot = 0;
  try {
    await room.host.db.write((tx) => saveTextSnapshot(tx, room.head, state));
  } catch (fault) {
    room.host.report("A snapshot of live text was not written.", fault);
  }
}
