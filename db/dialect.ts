/**
 * One description of the schema, two engines. The builders of both engines stand under the same names and are typed as
 * SQLite's, so that tables, stores and queries are written once. Instants are whole milliseconds since 1970 UTC on both:
 * one arithmetic, and no driver's idea of a time zone between the rule book and the row.
 */
import * as postgres from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

export type Engine = "sqlite" | "postgres";

const sqliteBuilders = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  instant: (name: string) => sqlite.integer(name),
  bytes: (name: string) => sqlite.blob(name, { mode: "buffer" }),
  json: (name: string) => sqlite.text(name, { mode: "json" }),
  /** A number that the database gives, rising with each row. */
  serial: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
};

export type Dialect = typeof sqliteBuilders;

const bytea = postgres.customType<{ data: Buffer }>({ dataType: () => "bytea" });

const postgresBuilders = {
  table: postgres.pgTable,
  text: (name: string) => postgres.text(name),
  integer: (name: string) => postgres.bigint(name, { mode: "number" }),
  boolean: (name: string) => postgres.boolean(name),
  instant: (name: string) => postgres.bigint(name, { mode: "number" }),
  bytes: (name: string) => bytea(name),
  json: (name: string) => postgres.jsonb(name),
  serial: (name: string) => postgres.bigserial(name, { mode: "number" }).primaryKey(),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  check: postgres.check,
};

export function dialect(engine: Engine): Dialect {
  return engine === "sqlite" ? sqliteBuilders : (postgresBuilders as unknown as Dialect);
}
