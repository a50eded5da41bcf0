/**
 * The door of live text. What is hostile is refused before the protocol changes; what a page must know is accepted and
 * closed at once with its code, because a browser that is refused earlier learns nothing and tries for ever. Nothing
 * is read from a socket, and no text is loaded for it, before it is known whose it is.
 */
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { CloseName } from "../../protocol/close-codes.ts";
import { socketsPerSessionMax } from "../../protocol/limits.ts";
import { definitionIdOfPath, liveFolder } from "../../protocol/room-name.ts";
import { closeSocket, createConnection, frameReadBytesMax, receive, send } from "./connection.ts";
import type { LiveTextHost, Participant } from "./host.ts";
import { askRights, type Rights } from "./rights.ts";
import { type LiveRoom, leave } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { presenceChanged } from "./telling.ts";

export type Door = { isClosed: boolean; socketsBySession: Map<string, number>; opening: number };

type Admission = { participant: Participant; rights: Rights; room: LiveRoom } | { close: CloseName };

const openingMax = 1_000;

/** Whether a request's target is in the folder of live text; others are somebody else's to answer. */
export function isLiveTarget(target: string | undefined): boolean {
  return target !== undefined && (target === liveFolder || target.startsWith(`${liveFolder}/`));
}

function refuseBefore(socket: Duplex, status: 403 | 404 | 503): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}

function isFull({ socketsBySession }: Door, { sessionId }: Participant): boolean {
  return (socketsBySession.get(sessionId) ?? 0) >= socketsPerSessionMax;
}

async function admit(
  host: LiveTextHost,
  rooms: Rooms,
  door: Door,
  request: IncomingMessage,
  definitionId: string,
): Promise<Admission> {
  const participant = await host.authenticate(request);
  if (participant === null) return { close: "signedOut" };
  if (isFull(door, participant)) return { close: "tooFast" };
  const ask = () => host.db.read((tx) => askRights(host, tx, participant, definitionId));
  const first = await ask();
  if (first.reads !== null) return { close: first.reads };
  const room = await rooms.enter(definitionId);
  if (room === null) return { close: "notFound" };
  if (room === "set-aside") return { close: "comeBack" };
  try {
    // Loading takes time; what was announced meanwhile reached only those who were in the room.
    const rights = await ask();
    if (rights.reads === null) return { participant, rights, room };
    rooms.release(room);
    return { close: rights.reads };
  } catch (fault) {
    rooms.release(room);
    throw fault;
  }
}

/** Opens the door: answers upgrades below `/live/`. */
export function createDoor(host: LiveTextHost, rooms: Rooms) {
  const door: Door = { isClosed: false, socketsBySession: new Map(), opening: 0 };
  const websockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload: frameReadBytesMax,
  });

  const countSession = (sessionId: string, by: 1 | -1) => {
    const count = (door.socketsBySession.get(sessionId) ?? 0) + by;
    if (count === 0) door.socketsBySession.delete(sessionId);
    else door.socketsBySession.set(sessionId, count);
  };

  function join(
    socket: WebSocket,
    stream: Duplex,
    { participant, rights, room }: Exclude<Admission, { close: CloseName }>,
  ): void {
    const connection = createConnection(socket, stream, room, participant, rights);
    room.connections.add(connection);
    rooms.release(room);
    countSession(participant.sessionId, 1);
    socket.on("message", (data, isBinary) => receive(connection, data, isBinary));
    socket.on("pong", () => {
      connection.alive = true;
    });
    socket.on("close", () => {
      countSession(participant.sessionId, -1);
      connection.ended = true;
      leave(connection);
    });
    const present = room.presence.all(connection);
    if (present !== null) send(connection, present);
    presenceChanged(room);
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer, definitionId: string): Promise<void> {
    const timesAsked = rooms.timesAsked;
    const admission = await admit(host, rooms, door, request, definitionId).catch((fault): Admission => {
      host.report("A socket of live text could not be opened.", fault);
      return { close: "comeBack" };
    });
    let joined = false;
    if (!socket.destroyed) {
      websockets.handleUpgrade(request, socket, head, (websocket) => {
        // Without a listener a single oversized frame would end the process.
        websocket.on("error", () => undefined);
        if (door.isClosed) closeSocket(websocket, "restarting");
        else if ("close" in admission) closeSocket(websocket, admission.close);
        else if (isFull(door, admission.participant)) closeSocket(websocket, "tooFast");
        else {
          joined = true;
          join(websocket, socket, admission);
          // What was announced while the door opened may not have reached this one.
          if (rooms.timesAsked !== timesAsked) void rooms.askAgain();
        }
      });
    }
    if (!joined && "room" in admission) rooms.release(admission.room);
  }

  /** Answers one upgrade. The caller has made sure that the target is one of ours. */
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => undefined);
    const definitionId = definitionIdOfPath(request.url ?? "");
    if (!host.isOwnOrigin(request)) refuseBefore(socket, 403);
    else if (definitionId === null) refuseBefore(socket, 404);
    else if (door.isClosed || door.opening >= openingMax) refuseBefore(socket, 503);
    else {
      door.opening += 1;
      void open(request, socket, head, definitionId).finally(() => {
        door.opening -= 1;
      });
    }
  }

  return { door, upgrade };
}
