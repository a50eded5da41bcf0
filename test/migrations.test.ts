/** The migrations of both engines: in order, nothing pending, and a rebuilt table loses no row and no guard. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingGuards } from "../db/guards.ts";
import { migrateSqliteFile, openMigrated } from "../db/migrate.ts";
import * as postgresSchema from "../db/schema.postgres.ts";
import * as sqliteSchema from "../db/schema.sqlite.ts";
import { tables } from "../db/tables.ts";
import { createContext } from "../server/create-context.ts";
import { newLogKey } from "../server/record/log-key.ts";
import { givenRegime, type Regime, rowCounts } from "./given/regime.ts";
import { root } from "./source-files.ts";

type Journal = { entries: { idx: number; when: number; tag: string }[] };

const folderOf = (engine: string) => join(root, "db/migrations", engine);
const journalOf = (engine: string) =>
  JSON.parse(readFileSync(join(folderOf(engine), "meta/_journal.json"), "utf8")) as Journal;

describe.each(["sqlite", "postgres"])("migrations of %s", (engine) => {
  const { entries } = journalOf(engine);

  test("`when` rises: one that is older than the newest applied would be skipped in silence", () => {
    const times = entries.map((entry) => entry.when);
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((when, at) => at > 0 && when <= times[at - 1]!)).toEqual([]);
    expect(entries.map((entry) => entry.idx)).toEqual(times.map((_, at) => at));
  });

  test("every file has a chosen name, stands in the journal, and holds no empty statement", () => {
    const files = readdirSync(folderOf(engine))
      .filter((name) => name.endsWith(".sql"))
      .sort();
    expect(files).toEqual(entries.map((entry) => `${entry.tag}.sql`));
    for (const [at, name] of files.entries()) {
      expect(name).toMatch(new RegExp(`^${String(at).padStart(4, "0")}_[a-z]+(_[a-z]+)+\\.sql$`));
      const statements = readFileSync(join(folderOf(engine), name), "utf8").split("--> statement-breakpoint");
      expect(statements.filter((statement) => statement.trim() === "")).toEqual([]);
    }
  });
});

function latestSnapshot(engine: string) {
  const { idx } = journalOf(engine).entries.at(-1)!;
  return JSON.parse(readFileSync(join(folderOf(engine), `meta/${String(idx).padStart(4, "0")}_snapshot.json`), "utf8"));
}

describe("nothing is pending", () => {
  test("the description of SQLite's tables is what its newest migration ends in", async () => {
    const described = await generateSQLiteDrizzleJson({ ...sqliteSchema.schema });
    expect(await generateSQLiteMigration(latestSnapshot("sqlite"), described)).toEqual([]);
  });

  test("the description of PostgreSQL's tables is what its newest migration ends in", async () => {
    const described = generateDrizzleJson({ ...postgresSchema.schema });
    expect(await generateMigration(latestSnapshot("postgres"), described)).toEqual([]);
  });

  test("what the tool reads to write migrations names every table, for it reads exports only", () => {
    for (const [engine, schema] of [
      ["sqlite", sqliteSchema],
      ["postgres", postgresSchema],
    ] as const)
      expect(Object.keys(schema).filter((name) => name !== "schema")).toEqual(Object.keys(tables(engine)));
  });
});

let folder: string;
let regime: Regime | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plenary-rebuild-"));
});
afterEach(async () => {
  await regime?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The regime of the stories in a SQLite file, whichever engine the other suites run on. */
async function givenFile(): Promise<Regime> {
  const clock = { offset_ms: 0 };
  const url = join(folder, "plenary.sqlite");
  const db = await openMigrated({ url, clock });
  return givenRegime({
    stage: { db, context: createContext(db, newLogKey("regime.example/log")), clock, url, close: () => db.close() },
  });
}

/** The migrations as they are, and one more that rebuilds these tables as the tool does when a check changes. */
function migrationsThatRebuild(path: string, rebuilt: string[]): string {
  const migrations = join(folder, "migrations");
  cpSync(folderOf("sqlite"), migrations, { recursive: true });
  const raw = new Sqlite(path, { readonly: true });
  const statements = rebuilt.flatMap((table) => {
    const { sql } = raw.prepare("select sql from sqlite_master where type = 'table' and name = ?").get(table) as {
      sql: string;
    };
    const [, columns] = /^[^(]*\(([\s\S]*)\)\s*$/.exec(sql)!;
    return [
      "PRAGMA foreign_keys=OFF;",
      `CREATE TABLE \`__new_${table}\` (${columns!.replaceAll(`"${table}".`, `"__new_${table}".`)}, CONSTRAINT "rebuilt_${table}" CHECK(1 = 1));`,
      `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
      `DROP TABLE \`${table}\`;`,
      `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
      "PRAGMA foreign_keys=ON;",
    ];
  });
  raw.close();
  const { entries } = journalOf("sqlite");
  const next = { idx: entries.length, when: entries.at(-1)!.when + 1, tag: "9999_rebuild_tables" };
  writeFileSync(join(migrations, `${next.tag}.sql`), statements.join("\n--> statement-breakpoint\n"));
  const journal = {
    version: "7",
    dialect: "sqlite",
    entries: [...entries, next].map((entry) => ({ ...entry, version: "6", breakpoints: true })),
  };
  writeFileSync(join(migrations, "meta/_journal.json"), JSON.stringify(journal));
  return migrations;
}

test("a rebuilt table loses no row of its children, and its guards stand again after the next start", async () => {
  regime = await givenFile();
  const before = await rowCounts(regime.db);
  expect(before.members).toBe(7);
  await regime.db.close();

  migrateSqliteFile(regime.url, migrationsThatRebuild(regime.url, ["members", "people", "minutes", "seats"]));
  const raw = new Sqlite(regime.url, { readonly: true });
  const standing = raw.prepare("select count(*) as guards from sqlite_master where name like 'minutes_no_%'").get();
  raw.close();
  expect(standing).toEqual({ guards: 0 });

  const db = await openMigrated({ url: regime.url });
  regime = { ...regime, db, close: () => db.close() };
  expect(await rowCounts(db)).toEqual(before);
  expect(await missingGuards(db)).toEqual([]);
  const rebuilt = await db.raw("SELECT name FROM sqlite_master WHERE sql LIKE '%rebuilt_members%'");
  expect(rebuilt).toEqual([{ name: "members" }]);
  await expect(db.raw("DELETE FROM minutes")).rejects.toThrow("minutes are never deleted");
});

/** The migrations as they were first released. */
function firstMigration(): string {
  const migrations = join(folder, "first");
  cpSync(folderOf("sqlite"), migrations, { recursive: true });
  const path = join(migrations, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  return migrations;
}

/** Writes a row with all that its table needs, after the rows that it refers to; `given` says what words may not be made up. */
function writeRow(raw: Sqlite.Database, table: string, given: Record<string, Record<string, unknown>>): string {
  type Column = { name: string; type: string; notnull: number; pk: number };
  const columns = raw.pragma(`table_info(${table})`) as Column[];
  const parents = raw.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
  const row: Record<string, unknown> = {};
  for (const { name, type, notnull, pk } of columns) {
    if (!notnull && !pk) continue;
    const parent = parents.find((one) => one.from === name);
    row[name] = parent ? writeRow(raw, parent.table, given) : type.toLowerCase() === "integer" ? 1 : `${table}-${name}`;
  }
  Object.assign(row, given[table]);
  const names = Object.keys(row);
  const holes = names.map(() => "?").join(", ");
  raw
    .prepare(`INSERT INTO ${table} ("${names.join(`", "`)}") VALUES (${holes}) ON CONFLICT DO NOTHING`)
    .run(Object.values(row));
  return String(row.id);
}

test("[B3 P3] a ballot and its positions from before ballots asked about more than texts keep every value", async () => {
  const url = join(folder, "old.sqlite");
  migrateSqliteFile(url, firstMigration());
  const given = {
    candidates: { state: "ready", class: "emerging" },
    seats: { kind: "delegation" },
    ballots: { state: "open", type: "recommendation", record: "{}", record_hash: "00", candidate_id: "candidates-id" },
    positions: { word: "yes", reason: "Clear." },
  };
  const read = () => {
    const raw = new Sqlite(url);
    const rows = ["ballots", "positions", "current_positions"].map((table) =>
      raw.prepare(`SELECT * FROM ${table}`).all(),
    );
    raw.close();
    return rows as Record<string, unknown>[][];
  };
  const raw = new Sqlite(url);
  writeRow(raw, "current_positions", given);
  raw.close();
  const before = read();
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 1]);
  const db = await openMigrated({ url });
  await db.close();
  expect(read()).toMatchObject(before);
  expect(read()[0]![0]).toMatchObject({ subject: "text", options: null, chosen_type: null });
});

test("a migration that leaves rows without their parents is not opened", async () => {
  regime = await givenFile();
  await regime.db.close();
  const raw = new Sqlite(regime.url);
  raw.pragma("foreign_keys = OFF");
  raw.exec("DELETE FROM seats WHERE kind = 'industry'");
  raw.close();
  await expect(openMigrated({ url: regime.url })).rejects.toThrow("1 rows of roles refer to nothing");
});
