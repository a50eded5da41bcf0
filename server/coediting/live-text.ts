/** Live text on an http server: rooms, the door, and the clocks that keep sockets alive. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { keepAliveMilliseconds } from "../../protocol/limits.ts";
import type { LiveTextHost } from "./host.ts";
import type { LiveRoom, RoomOptions } from "./room.ts";
import { Rooms } from "./rooms.ts";
import { createDoor, isLiveTarget } from "./upgrade.ts";

export type LiveTextOptions = RoomOptions & {
  /** How often the heads of open texts are read for what other processes wrote; 0 for never. */
  pollMilliseconds?: number;
  keepAliveMilliseconds?: number;
};

export type LiveText = {
  /** The rooms that are open in this process. */
  liveRooms(): LiveRoom[];
  /** Asks everybody's powers again; resolves when all have been asked. */
  askAgain(): Promise<void>;
  /** Takes no more sockets, stores what waits, closes all with 1012. */
  close(): Promise<void>;
};

/** Every so many keep-alives the powers are asked again without an announcement: sessions end by themselves. */
const keepAlivesPerAsking = 4;

/** Serves live text below `/live/`; leaves upgrades of other targets alone. */
export function attachLiveText(server: Server, host: LiveTextHost, options: LiveTextOptions = {}): LiveText {
  const rooms = new Rooms(host, options);
  const { door, upgrade } = createDoor(host, rooms);
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isLiveTarget(request.url)) upgrade(request, socket, head);
  };
  server.on("upgrade", onUpgrade);
  const stopListening = host.onAnnounce(() => void rooms.askAgain());
  let beats = 0;
  const beat = setInterval(() => {
    beats += 1;
    rooms.keepAllAlive();
    if (beats % keepAlivesPerAsking === 0) void rooms.askAgain();
  }, options.keepAliveMilliseconds ?? keepAliveMilliseconds);
  const pollMilliseconds = options.pollMilliseconds ?? (host.db.engine === "postgres" ? 1_000 : 0);
  const poll = pollMilliseconds > 0 ? setInterval(() => void rooms.lookAtLogs(), pollMilliseconds) : null;
  return {
    liveRooms: () => rooms.liveRooms(),
    askAgain: () => rooms.askAgain(),
    async close() {
      door.isClosed = true;
      stopListening();
      clearInterval(beat);
      if (poll !== null) clearInterval(poll);
      await rooms.close();
      server.off("upgrade", onUpgrade);
    },
  };
}
