/** The handles that commands and queries are given, and nothing else. */
import type { Database } from "../db/open.ts";
import type { Minute } from "../domain/record/minute.ts";

export type Context = {
  db: Database;
  /** A new opaque id of 128 random bits. */
  newId(): string;
  /** Tells listeners of minutes whose transaction has committed. */
  announce(minutes: Minute[]): void;
  /** Listens to announcements; returns the way to stop. A listener must not throw. */
  onAnnounce(listener: (minutes: Minute[]) => void): () => void;
};
