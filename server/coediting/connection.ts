/** One socket in a room: what it may do, what it is owed, and what becomes of one message from it. */
import type { Duplex } from "node:stream";
import * as decoding from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import { type CloseName, closeCodes } from "../../protocol/close-codes.ts";
import {
  bufferedOutBytesMax,
  frameBytesMax,
  framesBurstMax,
  framesPerSecondMax,
  pasteFrameBytesMax,
  presencePerSecondMax,
} from "../../protocol/limits.ts";
import {
  encodeAcknowledgement,
  encodeKeepAlive,
  messageAwareness,
  messageQueryAwareness,
  messageSync,
  syncStepOne,
  syncStepTwo,
  syncUpdate,
} from "../../protocol/messages.ts";
import type { PresentPerson } from "../../protocol/presence.ts";
import { type Allowance, createAllowance, take } from "./allowance.ts";
import type { Participant } from "./host.ts";
import type { Rights } from "./rights.ts";
import { type LiveRoom, leave, submit } from "./room.ts";
import { answer, presenceChanged } from "./telling.ts";
import { frameMessage } from "./wire.ts";

export type Connection = {
  socket: WebSocket;
  /** What the socket writes to. Nothing is compressed, so a frame written here keeps its place in the order. */
  stream: Duplex;
  room: LiveRoom;
  participant: Participant;
  personId: string;
  person: PresentPerson;
  rights: Rights;
  frames: Allowance;
  presence: Allowance;
  /** It has asked for the text, and hears of every change from then on. */
  synced: boolean;
  /** It has been asked for all it has, and has not answered yet. */
  asked: boolean;
  /** Frames that rested on unknown units since its last whole answer; they count once that answer is stored. */
  owed: number;
  /** Frames of text that are on disk, and the count that it was told. */
  durable: number;
  acknowledged: number;
  /** Something came from it since the last look. */
  alive: boolean;
  ended: boolean;
  /** What may wait to be read by it: one answer with the whole text, and the usual limit on top. */
  bufferedBytesMax: number;
};

/** Larger frames are not even read; ws ends the socket with 1009. */
export const frameReadBytesMax = 2 * pasteFrameBytesMax;
const bytesPerShare = 64 * 1024;
const pasteShares = 40;
const closeWait_ms = 2_000;

export function createConnection(
  socket: WebSocket,
  stream: Duplex,
  room: LiveRoom,
  participant: Participant,
  rights: Rights,
): Connection {
  const now = performance.now();
  const { framesPerSecond = framesPerSecondMax, framesBurst = framesBurstMax } = room.options;
  return {
    socket,
    stream,
    room,
    participant,
    personId: participant.personId,
    person: room.presence.personOf(participant),
    rights,
    frames: createAllowance(framesPerSecond, framesBurst, now),
    presence: createAllowance(presencePerSecondMax, presencePerSecondMax * 4, now),
    synced: false,
    asked: false,
    owed: 0,
    durable: 0,
    acknowledged: 0,
    alive: true,
    ended: false,
    bufferedBytesMax: bufferedOutBytesMax,
  };
}

/** Sends a message, unless the socket has more waiting than it may: then it is cut and comes back. */
export function send(connection: Connection, message: Uint8Array): void {
  sendFramed(connection, frameMessage(message));
}

/** Sends what `frameMessage` made; the same bytes may go to any number of sockets. */
export function sendFramed(connection: Connection, frame: Buffer): void {
  const { socket, stream } = connection;
  if (connection.ended || socket.readyState !== socket.OPEN) return;
  if (stream.writableLength > connection.bufferedBytesMax) end(connection, "comeBack");
  else stream.write(frame);
}

/** Closes a socket with the code of a reason. Whoever does not answer the close is cut. */
export function closeSocket(socket: WebSocket, name: CloseName): void {
  socket.close(closeCodes[name].code, name);
  setTimeout(() => socket.terminate(), closeWait_ms).unref();
}

/** Ends a connection: nothing that it sends from now on is taken. */
export function end(connection: Connection, name: CloseName): void {
  if (connection.ended) return;
  connection.ended = true;
  closeSocket(connection.socket, name);
  leave(connection);
}

/** Tells how many frames are on disk, when that is news. */
export function acknowledge(connection: Connection): void {
  if (connection.durable === connection.acknowledged) return;
  connection.acknowledged = connection.durable;
  send(connection, encodeAcknowledgement(connection.durable));
}

/** Every 15 seconds: a data message for the client, a ping for the server; who has been silent twice is cut. */
export function keepAlive(connection: Connection): void {
  const { socket } = connection;
  if (!connection.alive) {
    socket.terminate();
    return;
  }
  connection.alive = false;
  if (socket.bufferedAmount < bufferedOutBytesMax) connection.bufferedBytesMax = bufferedOutBytesMax;
  send(connection, encodeKeepAlive());
  if (socket.readyState === socket.OPEN) socket.ping();
}

/** Charges work to a connection: makes it wait, or ends it. */
export function charge(connection: Connection, shares: number): void {
  const taken = take(connection.frames, shares, performance.now());
  if (taken === "too-fast") end(connection, "tooFast");
  else if (taken.wait_ms > 0) pause(connection, taken.wait_ms);
}

function pause({ socket }: Connection, wait_ms: number): void {
  if (socket.isPaused || socket.readyState !== socket.OPEN) return;
  socket.pause();
  setTimeout(() => socket.resume(), wait_ms).unref();
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** What becomes of one message. Never throws. */
export function receive(connection: Connection, data: RawData, isBinary: boolean): void {
  if (connection.ended) return;
  connection.alive = true;
  const message = bytesOf(data);
  const bytesMax = connection.room.options.pasteBytesMax ?? pasteFrameBytesMax;
  if (!isBinary) end(connection, "notInSchema");
  else if (message.length > bytesMax) end(connection, "tooLarge");
  else {
    try {
      receiveBytes(connection, decoding.createDecoder(message));
    } catch {
      end(connection, "notInSchema");
    }
  }
}

function receiveBytes(connection: Connection, decoder: decoding.Decoder): void {
  const kind = decoding.readVarUint(decoder);
  if (kind === messageSync) receiveSync(connection, decoder);
  else if (kind === messageAwareness) receivePresence(connection, decoding.readVarUint8Array(decoder));
  else if (kind === messageQueryAwareness) receiveQuery(connection);
  else end(connection, "notInSchema");
}

function receiveSync(connection: Connection, decoder: decoding.Decoder): void {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  charge(connection, payload.length > frameBytesMax ? pasteShares : 1 + payload.length / bytesPerShare);
  if (connection.ended) return;
  if (step === syncStepOne) {
    const sent = answer(connection, payload);
    charge(connection, sent / bytesPerShare);
  } else if (step === syncStepTwo || step === syncUpdate) {
    submit(connection, payload, step === syncStepTwo);
  } else end(connection, "notInSchema");
}

/** Presence that comes too fast is left out: the next one says where the caret is then. */
function receivePresence(connection: Connection, bytes: Uint8Array): void {
  const { room } = connection;
  if (take(connection.presence, 0, performance.now()) === "too-fast" || connection.presence.left < 1) return;
  if (!room.presence.hear(connection, connection.person, bytes)) return;
  take(connection.presence, 1, performance.now());
  presenceChanged(room);
}

function receiveQuery(connection: Connection): void {
  charge(connection, 1);
  const all = connection.room.presence.all(connection);
  if (all !== null) send(connection, all);
}
