/** All rooms of this process, and what concerns all of them: loading, draining, asking again, closing. */
import { setTimeout as sleep } from "node:timers/promises";
import { findTextHeads } from "../../db/store/definition-text.ts";
import { type Connection, end, keepAlive } from "./connection.ts";
import { BrokenText } from "./head.ts";
import type { LiveTextHost } from "./host.ts";
import { askRights, type Rights } from "./rights.ts";
import { type LiveRoom, loadRoom, lookAtLog, type RoomOptions, work } from "./room.ts";
import { saveSnapshot } from "./snapshot.ts";

type Entry =
  | { state: "loading"; loaded: Promise<LiveRoom | null> }
  | { state: "live"; room: LiveRoom }
  | { state: "draining"; drained: Promise<void> }
  | { state: "set-aside"; until: number };

/** A text that does not verify is not read again for so long: its log may be long, and everybody comes back. */
const setAside_ms = 30_000;
const databaseAway_ms = 3_000;
const tryAgain_ms = 250;

export class Rooms {
  readonly #host: LiveTextHost;
  readonly #options: RoomOptions;
  readonly #entries = new Map<string, Entry>();
  #asking: Promise<void> | null = null;
  #askOnceMore = false;
  #timesAsked = 0;

  constructor(host: LiveTextHost, options: RoomOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** How often `askAgain` was called: whoever enters meanwhile has to be asked again. */
  get timesAsked(): number {
    return this.#timesAsked;
  }

  liveRooms(): LiveRoom[] {
    return [...this.#entries.values()].flatMap((entry) => (entry.state === "live" ? [entry.room] : []));
  }

  #isLive(room: LiveRoom): boolean {
    const entry = this.#entries.get(room.definitionId);
    return entry?.state === "live" && entry.room === room;
  }

  /** Drains a room that nobody is in: what waits is stored, and a snapshot if it has grown. */
  #drain(room: LiveRoom): void {
    if (!this.#isLive(room) || room.connections.size > 0 || room.expected > 0) return;
    const drained = (async () => {
      await work(room);
      const enough = (room.options.updatesPerSnapshot ?? 500) / 10;
      if (this.#entries.get(room.definitionId)?.state === "draining" && room.updatesSinceSnapshot >= enough) {
        await saveSnapshot(room);
      }
      this.#forget(room);
      if (this.#entries.get(room.definitionId)?.state === "draining") this.#entries.delete(room.definitionId);
    })();
    this.#entries.set(room.definitionId, { state: "draining", drained });
  }

  #forget(room: LiveRoom): void {
    if (room.presenceTimer !== null) clearTimeout(room.presenceTimer);
    room.doc.destroy();
  }

  #breakOff(room: LiveRoom, fault: unknown): void {
    this.#host.report(`Live text of definition ${room.definitionId} was broken off.`, fault);
    const broken = fault instanceof BrokenText;
    if (broken) this.#entries.set(room.definitionId, { state: "set-aside", until: Date.now() + setAside_ms });
    else this.#entries.delete(room.definitionId);
    room.waiting = [];
    for (const connection of [...room.connections]) end(connection, "comeBack");
    this.#forget(room);
  }

  async #load(definitionId: string): Promise<LiveRoom | null> {
    try {
      const room = await loadRoom(this.#host, definitionId, this.#options, {
        onEmpty: (empty) => this.#drain(empty),
        onBroken: (broken, fault) => this.#breakOff(broken, fault),
      });
      if (room === null) this.#entries.delete(definitionId);
      else this.#entries.set(definitionId, { state: "live", room });
      return room;
    } catch (fault) {
      const broken = fault instanceof BrokenText;
      if (broken) this.#entries.set(definitionId, { state: "set-aside", until: Date.now() + setAside_ms });
      else this.#entries.delete(definitionId);
      this.#host.report(`Live text of definition ${definitionId} could not be loaded.`, fault);
      throw fault;
    }
  }

  /**
   * The room of a definition, loaded if need be; it stays until `release` is called.
   * @returns null when there is no such definition, "set-aside" when its log does not verify
   */
  async enter(definitionId: string): Promise<LiveRoom | null | "set-aside"> {
    for (;;) {
      const entry = this.#entries.get(definitionId);
      if (entry === undefined) {
        const loaded = this.#load(definitionId);
        this.#entries.set(definitionId, { state: "loading", loaded });
        if ((await loaded) === null) return null;
      } else if (entry.state === "loading") {
        if ((await entry.loaded) === null) return null;
      } else if (entry.state === "draining") await entry.drained;
      else if (entry.state === "live") {
        entry.room.expected += 1;
        return entry.room;
      } else if (entry.until > Date.now()) return "set-aside";
      else this.#entries.delete(definitionId);
    }
  }

  /** Whoever entered has taken a place, or has gone. */
  release(room: LiveRoom): void {
    room.expected -= 1;
    this.#drain(room);
  }

  async #askOne(room: LiveRoom): Promise<void> {
    const connections = [...room.connections];
    const rights = await this.#host.db.read(async (tx) => {
      const bySession = new Map<string, Rights>();
      for (const { participant } of connections) {
        if (bySession.has(participant.sessionId)) continue;
        bySession.set(participant.sessionId, await askRights(this.#host, tx, participant, room.definitionId));
      }
      return bySession;
    });
    for (const connection of connections) applyRights(connection, rights.get(connection.participant.sessionId)!);
  }

  async #askAll(): Promise<void> {
    const rooms = this.liveRooms();
    if (rooms.length === 0) return;
    const heads = await this.#host.db.read((tx) =>
      findTextHeads(
        tx,
        rooms.map((room) => room.definitionId),
      ),
    );
    const byId = new Map(heads.map((head) => [head.definitionId, head]));
    // Rooms whose epoch has risen come first: there somebody must be cut soon.
    const raised = (room: LiveRoom) => byId.get(room.definitionId)?.epoch !== room.head.epoch;
    for (const room of [...rooms.filter(raised), ...rooms.filter((other) => !raised(other))]) {
      if (byId.get(room.definitionId)?.sequence !== room.head.sequence) lookAtLog(room);
      await this.#askOne(room);
      if (room.head.epoch !== byId.get(room.definitionId)?.epoch) lookAtLog(room);
    }
  }

  /** Asks, and asks again for a while when the database does not answer; then everybody is sent away. */
  async #askUntilAnswered(): Promise<void> {
    const from = performance.now();
    for (;;) {
      try {
        return await this.#askAll();
      } catch (fault) {
        if (performance.now() - from < databaseAway_ms) await sleep(tryAgain_ms);
        else {
          for (const room of this.liveRooms()) this.#breakOff(room, fault);
          return;
        }
      }
    }
  }

  /** Every room asks the powers of everybody in it again, and looks whether its text has grown elsewhere. */
  askAgain(): Promise<void> {
    this.#timesAsked += 1;
    if (this.#asking !== null) {
      this.#askOnceMore = true;
      return this.#asking;
    }
    this.#asking = (async () => {
      do {
        this.#askOnceMore = false;
        await this.#askUntilAnswered();
      } while (this.#askOnceMore);
      this.#asking = null;
    })();
    return this.#asking;
  }

  /** Reads the heads of all open texts: other processes write into the same log. */
  async lookAtLogs(): Promise<void> {
    const rooms = this.liveRooms();
    if (rooms.length === 0) return;
    const ids = rooms.map((room) => room.definitionId);
    const heads = await this.#host.db.read((tx) => findTextHeads(tx, ids)).catch(() => []);
    for (const head of heads) {
      const room = rooms.find((one) => one.definitionId === head.definitionId);
      if (room === undefined || !this.#isLive(room)) continue;
      if (head.sequence !== room.head.sequence) lookAtLog(room);
      if (head.epoch !== room.head.epoch) void this.askAgain();
    }
  }

  keepAllAlive(): void {
    for (const room of this.liveRooms()) for (const connection of [...room.connections]) keepAlive(connection);
  }

  /** Stores what waits, closes every socket with "restarting", and lets the rooms go. */
  async close(): Promise<void> {
    const rooms = this.liveRooms();
    for (const room of rooms) for (const { socket } of room.connections) socket.pause();
    await Promise.all(rooms.map((room) => work(room)));
    for (const room of rooms) {
      for (const connection of [...room.connections]) {
        connection.socket.resume();
        end(connection, "restarting");
      }
    }
    for (;;) {
      const draining = [...this.#entries.values()].flatMap((entry) =>
        entry.state === "draining" ? [entry.drained] : [],
      );
      if (draining.length === 0) break;
      await Promise.all(draining);
    }
    await this.#asking;
  }
}

function applyRights(connection: Connection, rights: Rights): void {
  const had = connection.rights;
  connection.rights = rights;
  if (rights.reads !== null) end(connection, rights.reads);
  // The page of a writer must know that it is one no more; it comes back as a reader.
  else if (had.writes === null && rights.writes !== null) end(connection, rights.writes);
}
