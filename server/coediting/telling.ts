/** What a room tells its connections: the text they lack, changes after their commit, and who is present. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { bufferedOutBytesMax } from "../../protocol/limits.ts";
import { messageSync, syncStepOne, syncStepTwo, syncUpdate } from "../../protocol/messages.ts";
import { type Connection, send, sendFramed } from "./connection.ts";
import type { LiveRoom } from "./room.ts";
import { frameMessage } from "./wire.ts";

const presenceWait_ms = 40;
/** Answers to the same state are written once until the text changes: a thousand people come back at the same time. */
const answersKept = 16;
const stateVectorClientsMax = 100_000;

function syncMessage(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** Asks a connection for all that the room does not have. One question at a time. */
export function askForAll(connection: Connection): void {
  if (connection.asked) return;
  connection.asked = true;
  send(connection, syncMessage(syncStepOne, Y.encodeStateVector(connection.room.doc)));
}

/**
 * Answers the question for the text: what the connection lacks, then the room's own question, without which offline
 * work would never leave the page.
 * @returns bytes sent
 */
export function answer(connection: Connection, stateVector: Uint8Array): number {
  const { room } = connection;
  const key = Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.byteLength).toString("latin1");
  let message = room.answers.get(key);
  if (message === undefined) {
    const clients = decoding.readVarUint(decoding.createDecoder(stateVector));
    if (clients > stateVectorClientsMax) throw new Error("Too many clients.");
    message = syncMessage(syncStepTwo, Y.encodeStateAsUpdate(room.doc, stateVector));
    if (room.answers.size < answersKept && key.length < 4_096) room.answers.set(key, message);
  }
  connection.bufferedBytesMax = Math.max(connection.bufferedBytesMax, message.length + bufferedOutBytesMax);
  send(connection, message);
  connection.synced = true;
  askForAll(connection);
  return message.length;
}

/** One update and the connection that wrote it; null when it came from elsewhere. */
export type Told = { bytes: Uint8Array; from: Connection | null };

/**
 * Passes committed updates on to all who follow the text, but not to their authors. Who wrote none of them gets all
 * in one message.
 */
export function broadcast(room: LiveRoom, told: Told[]): void {
  if (told.length === 0) return;
  room.answers.clear();
  const authors = new Set(told.map(({ from }) => from));
  const single = new Map<Told, Buffer>();
  const frameOf = (one: Told) => {
    const frame = single.get(one) ?? frameMessage(syncMessage(syncUpdate, one.bytes));
    single.set(one, frame);
    return frame;
  };
  const all =
    told.length === 1
      ? frameOf(told[0]!)
      : frameMessage(syncMessage(syncUpdate, Y.mergeUpdates(told.map((one) => one.bytes))));
  for (const connection of room.connections) {
    if (!connection.synced) continue;
    if (!authors.has(connection)) sendFramed(connection, all);
    else for (const one of told) if (one.from !== connection) sendFramed(connection, frameOf(one));
  }
}

/** Tells of changed presence a moment later, so that many carets make one message. */
export function presenceChanged(room: LiveRoom): void {
  if (room.presenceTimer !== null || !room.presence.hasChanges) return;
  room.presenceTimer = setTimeout(() => {
    room.presenceTimer = null;
    const messageFor = room.presence.takeChanges();
    for (const connection of room.connections) {
      const message = messageFor(connection);
      if (message !== null) send(connection, message);
    }
  }, presenceWait_ms);
}
