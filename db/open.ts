/**
 * The doors of the database: `read` and `write`, and `record` for writes that stand in the log. Nothing else in the product opens a connection.
 * SQLite: one writer whose writes queue up, readers of their own. PostgreSQL: serializable transactions, run again when
 * the engine asks for it; therefore the callback of `write` has no effect outside the database.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { isRefusal } from "../domain/refusal.ts";
import type { Engine } from "./dialect.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

/** What a store function is handed: query builders, the tables, and the database's time for this transaction (rule B7). */
export type Reader = Pick<BaseSQLiteDatabase<"async", unknown>, "select" | "selectDistinct"> & {
  t: Tables;
  engine: Engine;
  /** Which connection this is: what may be kept for the next transaction on it is kept under this. */
  connection: object;
  /** Milliseconds since 1970 UTC, taken once when the transaction began. */
  now: number;
};

export type Tx = Reader & Pick<BaseSQLiteDatabase<"async", unknown>, "insert" | "update" | "delete">;

export type Database = {
  engine: Engine;
  t: Tables;
  read<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  /** Runs the work in one transaction; a refusal rolls it back, so that a refused act has written nothing. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for work that writes a minute: one after the other, as the leaves of the log follow each other (rule T3). */
  record<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs one statement outside drizzle; for migrations, guards and tests of tampering only. */
  raw(statement: string): Promise<unknown[]>;
  close(): Promise<void>;
};

/** Moves the committee's clock. Only tests and the seed hold one: the production entry passes none. */
export type MovableClock = { offset_ms: number };

export type OpenOptions = {
  /** `postgres://…`, or the path of a SQLite file. */
  url: string;
  clock?: MovableClock;
};

/** What an engine brings; `open` puts the doors in front of it. */
export type EngineConnection = {
  engine: Engine;
  t: Tables;
  withReader<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  /** `inLine`: after all others that say so. */
  withWriter<T>(work: (tx: Tx) => Promise<T>, keep: (result: T) => boolean, inLine: boolean): Promise<T>;
  raw(statement: string): Promise<unknown[]>;
  close(): Promise<void>;
};

/** Opens the connection without migrating; see migrate.ts for the start of the product. */
export async function openDatabase({ url, clock = { offset_ms: 0 } }: OpenOptions): Promise<Database> {
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  const connection = isPostgres ? await openPostgres(url, clock) : openSqlite(url, clock);
  const insideWrite = new AsyncLocalStorage<true>();
  function write<T>(work: (tx: Tx) => Promise<T>, inLine: boolean): Promise<T> {
    // A write inside a write would wait for itself for ever on SQLite and be a second transaction on PostgreSQL.
    if (insideWrite.getStore()) throw new Error("A write was begun inside a write.");
    return insideWrite.run(true, () => connection.withWriter(work, (result) => !isRefusal(result), inLine));
  }
  return {
    engine: connection.engine,
    t: connection.t,
    read: (work) => connection.withReader(work),
    write: (work) => write(work, false),
    record: (work) => write(work, true),
    raw: (statement) => connection.raw(statement),
    close: () => connection.close(),
  };
}
