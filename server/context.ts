/** The handles that commands and queries are given, and nothing else. */
import type { Database } from "../db/open.ts";
import type { Minute } from "../domain/record/minute.ts";
import type { LogKey } from "./record/log-key.ts";

export type Context = {
  db: Database;
  /** Signs checkpoints and receipts (rules T4, P20). */
  logKey: LogKey;
  /** Why nothing more is written: the log is not what was signed before (rule T4). Null while it is. */
  alarm: string | null;
  /** A new opaque id of 128 random bits. */
  newId(): string;
  /** Tells listeners of minutes whose transaction has committed. */
  announce(minutes: Minute[]): void;
  /** Listens to announcements; returns the way to stop. A listener must not throw. */
  onAnnounce(listener: (minutes: Minute[]) => void): () => void;
};
