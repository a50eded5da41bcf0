/** Commits per second through the door `record`, each with one minute, on a database of its own. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openMigrated } from "../../db/migrate.ts";
import type { Database } from "../../db/open.ts";
import { saveMinute } from "../../db/store/record.ts";
import { spreadOf } from "./pages.ts";

export type CommitRow = {
  engine: string;
  at_once: number;
  commits: number;
  commits_per_second: number;
  p50_ms: number;
  p95_ms: number;
};

const commits = 800;

async function commitOne(db: Database, number: number): Promise<void> {
  const id = randomBytes(16).toString("hex");
  await db.record((tx) =>
    saveMinute(tx, {
      id,
      type: "committee-founded",
      secondPersonId: null,
      personId: null,
      role: null,
      committeeId: null,
      candidateId: null,
      objectKind: "committee",
      objectId: id,
      values: { number },
      rules: ["T1"],
      marking: "AMBER",
      at: tx.now,
    }),
  );
}

async function measure(db: Database, atOnce: number): Promise<CommitRow> {
  for (let number = 0; number < 20; number += 1) await commitOne(db, number);
  const took: number[] = [];
  let given = 0;
  const started = performance.now();
  const hand = async () => {
    while (given < commits) {
      given += 1;
      const begun = performance.now();
      await commitOne(db, given);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  const perSecond = Math.round((commits / (performance.now() - started)) * 1000);
  const { p50, p95 } = spreadOf(took);
  return { engine: db.engine, at_once: atOnce, commits, commits_per_second: perSecond, p50_ms: p50, p95_ms: p95 };
}

async function onDatabase(url: string): Promise<CommitRow[]> {
  const db = await openMigrated({ url });
  try {
    return [await measure(db, 1), await measure(db, 16)];
  } finally {
    await db.close();
  }
}

async function onPostgres(server: string): Promise<CommitRow[]> {
  const name = `bench_${randomBytes(6).toString("hex")}`;
  const say = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await say(`CREATE DATABASE ${name}`);
  try {
    return await onDatabase(Object.assign(new URL(server), { pathname: `/${name}` }).href);
  } finally {
    await say(`DROP DATABASE ${name}`);
  }
}

/** On SQLite, and on PostgreSQL too where `PLENARY_TEST_POSTGRES` names a server. */
export async function benchCommits(): Promise<CommitRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  try {
    const rows = await onDatabase(join(folder, "plenary.sqlite"));
    const server = process.env.PLENARY_TEST_POSTGRES;
    return server ? [...rows, ...(await onPostgres(server))] : rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
