/** Somebody's page as a test drives it: the Yjs websocket client as the browser uses it, and a bare socket for the rest. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import {
  isUpdateFrame,
  messageAcknowledgement,
  messageKeepAlive,
  messageSync,
  readAcknowledgement,
  syncStepOne,
  syncStepTwo,
  syncUpdate,
} from "../../protocol/messages.ts";
import { cookieOf } from "./committee.ts";

export type Address = { url: string; origin: string };

/** Waits until `holds` holds; throws with the given sentence after `patience_ms`. */
export async function until(holds: () => boolean, what: string, patience_ms = 10_000): Promise<void> {
  const end = Date.now() + patience_ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A page with the stock client. `unsaved` counts the frames of text that are not acknowledged. */
export function openPage(address: Address, personId: string, options: { definitionId?: string; doc?: Y.Doc } = {}) {
  const { definitionId = "d1", doc = new Y.Doc() } = options;
  const roots = definitionRoots(doc);
  const count = { socket: 0, sent: 0, durable: 0 };
  /** On the present socket the server has asked for everything and was answered: before that, offline work waits unsent. */
  let hasAnswered = false;
  class CountingSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin: address.origin, cookie: cookieOf(personId) } });
      count.socket += 1;
      count.sent = 0;
      count.durable = 0;
      hasAnswered = false;
    }
    override send(data: Uint8Array): void {
      if (isUpdateFrame(data)) count.sent += 1;
      if (data[0] === messageSync && data[1] === syncStepTwo) hasAnswered = true;
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(address.url, definitionId, doc, {
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 150 + Math.random() * 100,
  });
  provider.messageHandlers[messageAcknowledgement] = (_encoder, decoder) => {
    count.durable = readAcknowledgement(decoder);
  };
  provider.messageHandlers[messageKeepAlive] = () => undefined;
  const isSaved = () => provider.synced && hasAnswered && count.sent === count.durable;
  const closes: number[] = [];
  provider.on("connection-close", (event) => void closes.push(event?.code ?? 0));
  return {
    doc,
    ...roots,
    provider,
    closes,
    /** Sockets so far; frames of text sent and acknowledged on the present one. */
    count,
    unsaved: () => count.sent - count.durable,
    isSaved,
    synced: () => until(() => provider.synced, `${personId} in step`),
    saved: () => until(isSaved, `all of ${personId} saved`),
    leave() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** A bare socket: sends any bytes, keeps what comes. */
export async function openSocket(
  address: Address,
  { cookie = cookieOf("eve"), definitionId = "d1", origin = address.origin as string | null } = {},
) {
  const headers: Record<string, string> = { cookie };
  if (origin !== null) headers.origin = origin;
  const socket = new WebSocket(`${address.url}/${definitionId}`, { headers });
  const heard: Uint8Array[] = [];
  const end: { code: number | null; status: number | null } = { code: null, status: null };
  socket.on("message", (data: Buffer) => heard.push(data));
  socket.on("close", (code) => {
    end.code = code;
  });
  socket.on("error", () => undefined);
  socket.on("unexpected-response", (request, response) => {
    end.status = response.statusCode ?? 0;
    request.destroy();
  });
  await until(() => socket.readyState === WebSocket.OPEN || end.code !== null || end.status !== null, "a socket opens");
  return {
    socket,
    heard,
    end,
    send: (bytes: Uint8Array) => socket.send(bytes),
    closed: async () => {
      await until(() => end.code !== null, "the socket is closed");
      return end.code;
    },
    durable: () => {
      const told = heard.filter((message) => message[0] === messageAcknowledgement).at(-1);
      if (told === undefined) return 0;
      const decoder = decoding.createDecoder(told);
      decoding.readVarUint(decoder);
      return readAcknowledgement(decoder);
    },
  };
}

export function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export const updateFrame = (update: Uint8Array) => syncFrame(syncUpdate, update);
export const question = () => syncFrame(syncStepOne, Y.encodeStateVector(new Y.Doc()));
