/** An empty database after migrating, on the engine under test: exactly the tables that the product describes, with its guards. */
import { getTableName, is, Table } from "drizzle-orm";
import { getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guards, missingGuards, setGuards } from "../../db/guards.ts";
import { openMigrated } from "../../db/migrate.ts";
import { givenContext, type Stage } from "../given/regime.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await givenContext();
});
afterAll(() => stage.close());

type Shape = { columns: string[]; indices: string[] };

const described = (): Record<string, Shape> => {
  const read = (stage.db.engine === "sqlite" ? sqliteConfig : postgresConfig) as typeof sqliteConfig;
  const shapes: Record<string, Shape> = {};
  for (const table of Object.values(stage.db.t)) {
    if (!is(table, Table)) continue;
    const { columns, indexes } = read(table as never);
    shapes[getTableName(table)] = {
      columns: columns.map(({ name, notNull }) => `${name}${notNull ? " not null" : ""}`).sort(),
      indices: indexes.map(({ config }) => `${config.name}${config.unique ? " unique" : ""}`).sort(),
    };
  }
  return shapes;
};

async function standingInSqlite(): Promise<Record<string, Shape>> {
  type Row = { name: string; notnull: number; pk: number; unique: number; origin: string };
  const shapes: Record<string, Shape> = {};
  const tables = await stage.db.raw(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__drizzle%'",
  );
  for (const { name } of tables as Row[]) {
    const columns = (await stage.db.raw(`PRAGMA table_info(${name})`)) as Row[];
    const indices = (await stage.db.raw(`PRAGMA index_list(${name})`)) as Row[];
    const keys = columns.filter((column) => column.pk > 0).length;
    shapes[name] = {
      columns: columns
        // SQLite does not say NOT NULL of a single primary key that the description holds to be one.
        .map((column) => `${column.name}${column.notnull || (keys === 1 && column.pk) ? " not null" : ""}`)
        .sort(),
      indices: indices
        .filter((index) => index.origin === "c" && !index.name.endsWith("_unique"))
        .map((index) => `${index.name}${index.unique ? " unique" : ""}`)
        .sort(),
    };
  }
  return shapes;
}

async function standingInPostgres(): Promise<Record<string, Shape>> {
  type Row = { table: string; name: string; said: string };
  const shapes: Record<string, Shape> = {};
  const columns = (await stage.db.raw(
    "SELECT table_name AS table, column_name AS name, is_nullable AS said FROM information_schema.columns WHERE table_schema = 'public'",
  )) as Row[];
  const indices = (await stage.db.raw(
    `SELECT i.tablename AS table, i.indexname AS name, i.indexdef AS said FROM pg_indexes i WHERE i.schemaname = 'public'
     AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
  )) as Row[];
  const shapeOf = (table: string) => {
    shapes[table] ??= { columns: [], indices: [] };
    return shapes[table];
  };
  for (const { table, name, said } of columns)
    shapeOf(table).columns.push(`${name}${said === "NO" ? " not null" : ""}`);
  for (const { table, name, said } of indices)
    shapeOf(table).indices.push(`${name}${said.startsWith("CREATE UNIQUE") ? " unique" : ""}`);
  for (const shape of Object.values(shapes)) {
    shape.columns.sort();
    shape.indices.sort();
  }
  return shapes;
}

test("migrating an empty database gives exactly the tables that are described", async () => {
  const standing = stage.db.engine === "sqlite" ? await standingInSqlite() : await standingInPostgres();
  expect(Object.keys(standing).sort()).toEqual(Object.keys(described()).sort());
  expect(standing).toEqual(described());
});

test("[T2] every guard stands after a start, and a start makes those anew that are gone", async () => {
  expect(await missingGuards(stage.db)).toEqual([]);
  const gone = guards.slice(0, 3).map((guard) => guard.name);
  for (const [at, name] of gone.entries())
    await stage.db.raw(
      stage.db.engine === "sqlite" ? `DROP TRIGGER ${name}` : `DROP TRIGGER ${name} ON ${guards[at]!.table}`,
    );
  expect(await missingGuards(stage.db)).toEqual(gone);
  await setGuards(stage.db);
  expect(await missingGuards(stage.db)).toEqual([]);
});

test("a second start of the same database changes nothing", async () => {
  const before = described();
  const again = await openMigrated({ url: stage.url });
  expect(await missingGuards(again)).toEqual([]);
  await again.close();
  const standing = stage.db.engine === "sqlite" ? await standingInSqlite() : await standingInPostgres();
  expect(standing).toEqual(before);
});
