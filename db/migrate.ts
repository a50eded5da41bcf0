/** Brings a database to this version: forward migrations by their chosen names, then the guards. */

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { setGuards } from "./guards.ts";
import { type Database, type OpenOptions, openDatabase } from "./open.ts";

const folder = (engine: string) => fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url));

/**
 * A migration that rebuilds a SQLite table drops the old one, and with foreign keys on that would delete the rows of its
 * children without a word. So they are off while migrating, and every reference is checked before the product opens.
 * `migrations` is another folder of migrations only where a test tells how the next one would go.
 */
export function migrateSqliteFile(path: string, migrations = folder("sqlite")): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = new Sqlite(path);
  try {
    raw.pragma("journal_mode = WAL");
    raw.pragma("foreign_keys = OFF");
    migrateSqlite(drizzleSqlite(raw), { migrationsFolder: migrations });
    const broken = raw.pragma("foreign_key_check") as { table: string }[];
    if (broken[0]) throw new Error(`After migrating, ${broken.length} rows of ${broken[0].table} refer to nothing.`);
  } finally {
    raw.close();
  }
}

async function migratePostgresDatabase(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await migratePostgres(drizzlePostgres(pool), { migrationsFolder: folder("postgres") });
  } finally {
    await pool.end();
  }
}

/** Migrates, opens, and sets the guards: the one way in which the product, its tests and its commands get a database. */
export async function openMigrated(options: OpenOptions): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(options.url)) await migratePostgresDatabase(options.url);
  else migrateSqliteFile(options.url);
  const db = await openDatabase(options);
  await setGuards(db);
  return db;
}
