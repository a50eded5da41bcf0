/** What has happened, told after commit to whoever listens: open pages, live rooms. Nothing here is kept. */

import { randomBytes } from "node:crypto";
import type { Database } from "../db/open.ts";
import type { Minute } from "../domain/record/minute.ts";
import type { Context } from "./context.ts";
import type { LogKey } from "./record/log-key.ts";

export function createContext(db: Database, logKey: LogKey): Context {
  const listeners = new Set<(minutes: Minute[]) => void>();
  return {
    db,
    logKey,
    alarm: null,
    newId: () => randomBytes(16).toString("hex"),
    announce(minutes) {
      for (const listener of listeners) listener(minutes);
    },
    onAnnounce(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
