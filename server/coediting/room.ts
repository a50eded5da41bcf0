/**
 * A room: one definition's text in memory, those who follow it, and the frames that wait for their commit. Frames are
 * taken in the order of arrival; at once when nothing is being committed, else together with all that arrived in the
 * meantime. The text in memory is always what the database holds.
 */
import type * as Y from "yjs";
import { findTextHead, loadTextClients, type TextHead } from "../../db/store/definition-text.ts";
import { commitSome } from "./commit.ts";
import type { Connection } from "./connection.ts";
import { end } from "./connection.ts";
import { loadText } from "./head.ts";
import type { LiveTextHost } from "./host.ts";
import { Known } from "./known.ts";
import { PresenceTable } from "./presence-table.ts";
import { countNodes, saveSnapshot } from "./snapshot.ts";
import { catchUp } from "./tail.ts";
import { presenceChanged } from "./telling.ts";

/** What tests and measurements may set; the product takes the limits of the protocol. */
export type RoomOptions = {
  framesPerSecond?: number;
  framesBurst?: number;
  pasteBytesMax?: number;
  /** A snapshot is written after so many updates, and by a room that empties after a tenth of them. */
  updatesPerSnapshot?: number;
  /** Whether other processes write into the same log; by default where the database is PostgreSQL. */
  sharedLog?: boolean;
};

export type Owner = { personId: string | null; sessionId: string | null };

/** A frame of text that waits for its turn. */
export type Waiting = { connection: Connection; bytes: Uint8Array; isWhole: boolean };

export type LiveRoom = {
  definitionId: string;
  host: LiveTextHost;
  options: RoomOptions;
  doc: Y.Doc;
  known: Known;
  head: TextHead;
  owners: Map<number, Owner>;
  connections: Set<Connection>;
  /** Those who have been let in and whose sockets are being opened: the room waits for them. */
  expected: number;
  presence: PresenceTable;
  presenceTimer: NodeJS.Timeout | null;
  answers: Map<string, Uint8Array>;
  waiting: Waiting[];
  waitingBytes: number;
  /** The work under way; null when the room is idle. */
  working: Promise<void> | null;
  /** The log may hold more than the room. */
  behind: boolean;
  updatesSinceSnapshot: number;
  /** Size of the text: counted up from update to update, measured when it matters. */
  bytes: number;
  nodes: number;
  measuredAt: number;
  /** Called when the last connection has left. */
  onEmpty: (room: LiveRoom) => void;
  /** Called when the text does not hold together any more. */
  onBroken: (room: LiveRoom, fault: unknown) => void;
};

const waitingBytesMax = 16 * 1024 * 1024;

/** Loads a room; null when there is no such definition. Throws BrokenText for a log that does not verify. */
export async function loadRoom(
  host: LiveTextHost,
  definitionId: string,
  options: RoomOptions,
  events: Pick<LiveRoom, "onEmpty" | "onBroken">,
): Promise<LiveRoom | null> {
  const loaded = await host.db.read(async (tx) => {
    if ((await findTextHead(tx, definitionId)) === null) return null;
    const text = await loadText(tx, definitionId);
    return text === null ? null : { ...text, clients: await loadTextClients(tx, definitionId) };
  });
  if (loaded === null) return null;
  const { doc, head, clients, updatesSinceSnapshot, bytes } = loaded;
  return {
    definitionId,
    host,
    options,
    doc,
    known: new Known(doc),
    head,
    owners: new Map(clients.map(({ clientId, personId, sessionId }) => [clientId, { personId, sessionId }])),
    connections: new Set(),
    expected: 0,
    presence: new PresenceTable(),
    presenceTimer: null,
    answers: new Map(),
    waiting: [],
    waitingBytes: 0,
    working: null,
    behind: false,
    updatesSinceSnapshot,
    bytes,
    nodes: countNodes(doc),
    measuredAt: -1,
    ...events,
  };
}

/** Puts a frame in line. */
export function submit(connection: Connection, bytes: Uint8Array, isWhole: boolean): void {
  const { room } = connection;
  room.waiting.push({ connection, bytes, isWhole });
  room.waitingBytes += bytes.length;
  if (room.waitingBytes > waitingBytesMax) end(connection, "comeBack");
  else void work(room);
}

/** Reads what others have put into the log, before the next frame. */
export function lookAtLog(room: LiveRoom): void {
  room.behind = true;
  void work(room);
}

/** Works until nothing waits. There is never more than one at it. */
export function work(room: LiveRoom): Promise<void> {
  if (room.waiting.length === 0 && !room.behind && room.working === null) return Promise.resolve();
  room.working ??= workOff(room).catch((fault) => room.onBroken(room, fault));
  return room.working;
}

async function workOff(room: LiveRoom): Promise<void> {
  try {
    while (room.waiting.length > 0 || room.behind) {
      if (room.behind) {
        room.behind = false;
        await catchUp(room);
      } else await commitSome(room);
      if (room.updatesSinceSnapshot >= (room.options.updatesPerSnapshot ?? 500)) await saveSnapshot(room);
    }
  } finally {
    room.working = null;
  }
}

/** Takes a connection out of the room. */
export function leave(connection: Connection): void {
  const { room } = connection;
  if (!room.connections.delete(connection)) return;
  room.presence.leave(connection);
  presenceChanged(room);
  if (room.connections.size === 0) room.onEmpty(room);
}
