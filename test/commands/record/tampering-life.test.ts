/** The same operator at what one person does in a ballot's life: each change is found by fsck and by the verifier. */
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMigrated } from "../../../db/migrate.ts";
import { createContext } from "../../../server/create-context.ts";
import { writeCheckpoint } from "../../../server/record/checkpoints.ts";
import { newLogKey } from "../../../server/record/log-key.ts";
import { givenEventful } from "../../given/export.ts";
import { givenRegime } from "../../given/regime.ts";
import { findingsOf } from "../../given/tampering.ts";

const key = newLogKey("regime.example/log", Buffer.alloc(32, 9));
let folder: string;
let reference: string;
let kept: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenary-tampering-life-"));
  const clock = { offset_ms: 0 };
  const db = await openMigrated({ url: at("honest.sqlite"), clock });
  const context = createContext(db, key);
  const stage = { db, context, clock, url: at("honest.sqlite"), folder, close: () => db.close() };
  reference = (await givenEventful(await givenRegime({ stage }))).reference;
  kept = (await writeCheckpoint(context))!.note;
  await writeFile(at("kept.txt"), kept);
  await db.raw("PRAGMA wal_checkpoint(TRUNCATE)");
  await db.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const findings = (url: string) => findingsOf({ url, reference, kept, keptFile: at("kept.txt"), key });

test("[T4] the honest database has nothing to say", async () => {
  await copyFile(at("honest.sqlite"), at("copy.sqlite"));
  expect(await findings(at("copy.sqlite"))).toBe("");
});

const ways: [string, string, string][] = [
  ["P9", "evidence", "UPDATE position_evidence SET evidence = 'Said by telephone, we think.'"],
  ["P9", "evidence that is gone", "DELETE FROM position_evidence"],
  ["P10", "a dispute that is gone", "DELETE FROM position_disputes WHERE rowid = 1"],
  ["P10", "when it was disputed", "UPDATE position_disputes SET at = at + 1000"],
  [
    "P10",
    "a dispute that nobody made",
    "INSERT INTO position_disputes SELECT id, person_id, '', at + 1 FROM positions WHERE sequence = 1",
  ],
  ["B34", "the account before the dispute", "DELETE FROM replaced_accounts"],
  [
    "P17",
    "who said for an override",
    "UPDATE ballot_events SET event_values = replace(event_values, '\"Japan\"', '\"Norway\"') WHERE type = 'override'",
  ],
  [
    "P17",
    "a voice",
    "UPDATE ballot_events SET event_values = replace(event_values, 'against', 'for') WHERE type = 'voice'",
  ],
  ["P21", "an explanation", "UPDATE ballot_events SET event_values = '{\"text\":\"Always.\"}' WHERE type = 'explain'"],
  [
    "B44",
    "a challenge",
    "UPDATE ballot_events SET event_values = replace(event_values, 'M4', 'B1') WHERE type = 'challenge'",
  ],
  ["B44", "an answer that is gone", "DELETE FROM ballot_events WHERE type = 'answer-challenge'"],
  ["B47", "an outage that is gone", "DELETE FROM ballot_outages"],
  ["B47", "an outage that is longer", "UPDATE ballot_outages SET to_at = to_at + 3600000"],
];

test.each(ways)("[T4 T5] %s names a change of %s", async (rule, _, statement) => {
  const url = at(`changed-${ways.findIndex(([, , one]) => one === statement)}.sqlite`);
  await copyFile(at("honest.sqlite"), url);
  const raw = new Sqlite(url);
  for (const trigger of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all())
    raw.exec(`DROP TRIGGER ${trigger as string}`);
  raw.pragma("foreign_keys = OFF");
  expect(raw.prepare(statement).run().changes).toBeGreaterThan(0);
  raw.close();
  const said = await findings(url);
  expect(said).toContain(`verifier: ${rule}`);
  expect(said).toMatch(/^(ballot|position): /m);
});
