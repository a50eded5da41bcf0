/** SQLite: one writer whose writes queue up, and a few read-only connections, each with a snapshot of its own. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { EngineConnection, MovableClock, Reader, Tx } from "./open.ts";
import { tables } from "./tables.ts";

const readersMax = 6;

type Connection = { raw: Sqlite.Database; now: Sqlite.Statement; handle: ReturnType<typeof drizzle> };

function connect(path: string, readonly: boolean): Connection {
  const raw = new Sqlite(path, { readonly });
  raw.pragma("busy_timeout = 5000");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("cache_size = -32000");
  if (!readonly) {
    raw.pragma("journal_mode = WAL");
    raw.pragma("synchronous = FULL");
    raw.pragma("foreign_keys = ON");
  }
  const now = raw.prepare("select cast(unixepoch('subsec') * 1000 as integer) as now");
  return { raw, now, handle: drizzle(raw) };
}

export function openSqlite(path: string, clock: MovableClock): EngineConnection {
  mkdirSync(dirname(path), { recursive: true });
  const t = tables("sqlite");
  const writer = connect(path, false);
  const idleReaders: Connection[] = [];
  const waiting: ((reader: Connection) => void)[] = [];
  let readersOpen = 0;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const time = (connection: Connection) => (connection.now.get() as { now: number }).now + clock.offset_ms;

  // The two drivers' handles share the query builders' shape; SQLite's synchronous results are awaited like the others.
  const handleOf = (connection: Connection): Tx => {
    const { handle } = connection;
    return {
      select: handle.select.bind(handle),
      selectDistinct: handle.selectDistinct.bind(handle),
      insert: handle.insert.bind(handle),
      update: handle.update.bind(handle),
      delete: handle.delete.bind(handle),
      t,
      engine: "sqlite",
      connection,
      now: time(connection),
    } as unknown as Tx;
  };

  const takeReader = (): Promise<Connection> => {
    const idle = idleReaders.pop();
    if (idle) return Promise.resolve(idle);
    if (readersOpen < readersMax) {
      readersOpen += 1;
      return Promise.resolve(connect(path, true));
    }
    return new Promise((resolve) => waiting.push(resolve));
  };

  const giveBack = (reader: Connection) => {
    const next = waiting.shift();
    if (next) next(reader);
    else idleReaders.push(reader);
  };

  return {
    engine: "sqlite",
    t,
    async withReader<T>(work: (tx: Reader) => Promise<T>): Promise<T> {
      const reader = await takeReader();
      reader.raw.exec("BEGIN");
      try {
        return await work(handleOf(reader));
      } finally {
        reader.raw.exec("COMMIT");
        giveBack(reader);
      }
    },
    // One writer: all writes stand in line anyway.
    withWriter<T>(work: (tx: Tx) => Promise<T>, keep: (result: T) => boolean): Promise<T> {
      const turn = lastWrite.then(async () => {
        writer.raw.exec("BEGIN IMMEDIATE");
        try {
          const result = await work(handleOf(writer));
          writer.raw.exec(keep(result) ? "COMMIT" : "ROLLBACK");
          return result;
        } catch (fault) {
          if (writer.raw.inTransaction) writer.raw.exec("ROLLBACK");
          throw fault;
        }
      });
      lastWrite = turn.catch(() => undefined);
      return turn;
    },
    async raw(statement) {
      await lastWrite;
      const prepared = writer.raw.prepare(statement);
      if (prepared.reader) return prepared.all();
      prepared.run();
      return [];
    },
    async close() {
      await lastWrite;
      for (const reader of idleReaders) reader.raw.close();
      writer.raw.close();
    },
  };
}
