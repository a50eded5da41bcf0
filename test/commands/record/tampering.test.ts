/**
 * An operator who owns the database changes a copy of it by SQL, with the triggers dropped, in fifty random ways; the export
 * with a checkpoint that somebody kept, or fsck, finds each and names the rule. Told on SQLite files, which can be copied.
 */
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMigrated } from "../../../db/migrate.ts";
import { openDatabase } from "../../../db/open.ts";
import { commitmentTo, endedSubtrees, hashOfLeaf } from "../../../db/store/log.ts";
import { minuteBody, streamOf } from "../../../domain/record/leaf.ts";
import type { Minute } from "../../../domain/record/minute.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { acts } from "../../../server/acts.ts";
import { createContext } from "../../../server/create-context.ts";
import { sha256 } from "../../../server/freeze-head.ts";
import { compareWithKept, signCheckpoint, writeCheckpoint } from "../../../server/record/checkpoints.ts";
import { newLogKey } from "../../../server/record/log-key.ts";
import { givenCertified } from "../../given/export.ts";
import { givenRegime } from "../../given/regime.ts";
import { findingsOf } from "../../given/tampering.ts";

const key = newLogKey("regime.example/log", Buffer.alloc(32, 9));
let folder: string;
let reference: string;
/** What a member kept: the last checkpoint of the honest log. */
let kept: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenary-tampering-"));
  const clock = { offset_ms: 0 };
  const db = await openMigrated({ url: at("honest.sqlite"), clock });
  const context = createContext(db, key);
  const stage = { db, context, clock, url: at("honest.sqlite"), folder, close: () => db.close() };
  const regime = await givenRegime({ stage });
  const story = await givenCertified(regime);
  reference = story.reference;
  kept = (await writeCheckpoint(context))!.note;
  await writeFile(at("kept.txt"), kept);
  await db.raw("PRAGMA wal_checkpoint(TRUNCATE)");
  await db.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Chance = (below: number) => number;
function chanceOf(seed: number): Chance {
  let state = seed * 2_654_435_769 + 7;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

type Raw = Sqlite.Database;
type Way = { name: string; expected: RegExp; change(raw: Raw, chance: Chance): void };

const columnOf = <T>(raw: Raw, statement: string) => raw.prepare(statement).pluck().all() as T[];
const pick = <T>(chance: Chance, some: T[]): T => some[chance(some.length)]!;

/** Rewrites a minute, and after it the whole log with valid leaves, tree and signatures: an operator who has the key too. */
function fork(raw: Raw, sequence: number): void {
  const minutes = raw.prepare("SELECT * FROM minutes ORDER BY sequence").all() as Record<string, unknown>[];
  const grown = endedSubtrees();
  raw.prepare("UPDATE minutes SET at = at + 1 WHERE sequence = ?").run(sequence);
  const sizes = new Set(columnOf<number>(raw, "SELECT size FROM checkpoints"));
  for (const row of minutes) {
    const minute = {
      ...{ id: row.id, type: row.type, personId: row.person_id, role: row.role, committeeId: row.committee_id },
      ...{ candidateId: row.candidate_id, objectKind: row.object_kind, objectId: row.object_id, marking: row.marking },
      values: JSON.parse(row.minute_values as string),
      rules: JSON.parse(row.rules as string),
      at: (row.at as number) + (row.sequence === sequence ? 1 : 0),
    } as unknown as Minute;
    const salt = raw.prepare("SELECT salt FROM leaves WHERE sequence = ?").pluck().get(row.sequence) as Buffer;
    const commitment = commitmentTo(salt, minuteBody(minute));
    const hash = hashOfLeaf({ stream: streamOf(minute), type: minute.type, at: minute.at, commitment });
    const finished = grown.add(hash);
    raw
      .prepare("UPDATE leaves SET commitment = ?, hash = ?, finished = ? WHERE sequence = ?")
      .run(commitment, hash, finished, row.sequence);
    const size = row.sequence as number;
    if (!sizes.has(size)) continue;
    const root = grown.root();
    const note = signCheckpoint(key, { origin: key.name, size, root });
    raw.prepare("UPDATE checkpoints SET root = ?, note = ? WHERE size = ?").run(root, note, size);
  }
}

function changeRecord(raw: Raw, set: Record<string, unknown>): void {
  const record = JSON.parse(columnOf<string>(raw, "SELECT record FROM ballots")[0]!);
  const changed = JSON.stringify({ ...record, ...set });
  raw.prepare("UPDATE ballots SET record = ?, record_hash = ?").run(changed, sha256(changed));
}

const ways: Way[] = [
  {
    name: "edit a position",
    expected: /P3|B34/,
    change(raw, chance) {
      const sequence = pick(chance, columnOf<number>(raw, "SELECT sequence FROM positions ORDER BY sequence"));
      const set = pick(chance, [
        "word = CASE word WHEN 'abstain' THEN 'yes' ELSE 'abstain' END, reason = ''",
        "reason = 'Something else.'",
        "at = at + 1000",
        "person_id = (SELECT id FROM people WHERE id <> positions.person_id ORDER BY id LIMIT 1)",
      ]);
      raw.prepare(`UPDATE positions SET ${set} WHERE sequence = ?`).run(sequence);
    },
  },
  {
    name: "delete a position",
    expected: /P3/,
    change(raw, chance) {
      const id = pick(chance, columnOf<string>(raw, "SELECT id FROM positions ORDER BY sequence"));
      raw.prepare("DELETE FROM receipts WHERE position_id = ?").run(id);
      raw.prepare("DELETE FROM current_positions WHERE position_id = ?").run(id);
      raw.prepare("DELETE FROM positions WHERE id = ?").run(id);
    },
  },
  {
    name: "reorder two positions",
    expected: /P3/,
    change(raw, chance) {
      const last = columnOf<number>(raw, "SELECT max(sequence) FROM positions")[0]!;
      const one = 1 + chance(last - 1);
      raw.prepare("UPDATE positions SET sequence = 1000 WHERE sequence = ?").run(one);
      raw.prepare("UPDATE positions SET sequence = ? WHERE sequence = ?").run(one, one + 1);
      raw.prepare("UPDATE positions SET sequence = ? WHERE sequence = 1000").run(one + 1);
    },
  },
  {
    name: "truncate the log",
    expected: /T4|fewer|signed/,
    change(raw, chance) {
      const size = columnOf<number>(raw, "SELECT count(*) FROM minutes")[0]! - 1 - chance(8);
      raw.prepare("DELETE FROM leaves WHERE sequence > ?").run(size);
      raw.prepare("DELETE FROM minutes WHERE sequence > ?").run(size);
      raw.prepare("DELETE FROM checkpoints WHERE size > ?").run(size);
    },
  },
  {
    name: "fork the log and sign it anew",
    expected: /T4/,
    change: (raw, chance) => fork(raw, 1 + chance(columnOf<number>(raw, "SELECT count(*) FROM minutes")[0]!)),
  },
  {
    name: "change the roll",
    expected: /B3|M4/,
    change(raw, chance) {
      const seat = pick(chance, columnOf<string>(raw, "SELECT seat_id FROM roll_seats ORDER BY number"));
      const change = pick(chance, [
        "DELETE FROM roll_seats",
        "UPDATE roll_seats SET name = 'Elsewhere'",
        "UPDATE roll_seats SET number = number + 20",
      ]);
      raw.prepare(`${change} WHERE seat_id = ?`).run(seat);
    },
  },
  {
    name: "change the rule",
    expected: /B2/,
    change(raw, chance) {
      const record = JSON.parse(columnOf<string>(raw, "SELECT record FROM ballots")[0]!);
      const sets = [
        { type: "simple-majority" },
        { ruleBook: "0.9" },
        { closesAt: "2030-01-01T00:00:00Z" },
        { roll: record.roll.slice(1) },
        { question: "Shall we?" },
      ];
      changeRecord(raw, pick<Record<string, unknown>>(chance, sets));
    },
  },
  {
    name: "change the result",
    expected: /B34|B6/,
    change(raw, chance) {
      const change = pick(chance, [
        "outcome = 'not-adopted'",
        "account = replace(account, '\"adopted\"', '\"not-adopted\"')",
        "closed_at = closed_at - 1000",
      ]);
      raw.prepare(`UPDATE ballots SET ${change}`).run();
    },
  },
  {
    name: "change a minute or its leaf",
    expected: /T3|T4|log|tree/,
    change(raw, chance) {
      const sequence = pick(chance, columnOf<number>(raw, "SELECT sequence FROM minutes ORDER BY sequence"));
      const changes = [
        "UPDATE minutes SET role = 'observer'",
        "UPDATE minutes SET at = at - 5",
        "UPDATE leaves SET salt = zeroblob(32)",
        "UPDATE leaves SET hash = zeroblob(32)",
        "DELETE FROM leaves",
      ];
      raw.prepare(`${pick(chance, changes)} WHERE sequence = ?`).run(sequence);
    },
  },
  {
    name: "change what was said of a Discuss, a receipt, the text or a checkpoint",
    expected: /P15|P20|D9|T4|hash|note|Position \d+ has no receipt/,
    change(raw, chance) {
      const changes = [
        'UPDATE ballot_events SET event_values = \'{"text":"Something else."}\' WHERE number = 1',
        "DELETE FROM receipts",
        "UPDATE receipts SET receipt = replace(receipt, '\"sequence\":1', '\"sequence\":2')",
        "UPDATE versions SET text = replace(text, 'qubits', 'quarks')",
        "UPDATE checkpoints SET root = zeroblob(32)",
      ];
      raw.prepare(pick(chance, changes)).run();
    },
  },
];

const findings = (url: string, checkpoint = "kept.txt") =>
  findingsOf({ url, reference, kept, keptFile: at(checkpoint), key });

test("[T4] the honest database has nothing to say", async () => {
  await copyFile(at("honest.sqlite"), at("copy.sqlite"));
  expect(await findings(at("copy.sqlite"))).toBe("");
});

describe("fifty ways", () => {
  test.each(Array.from({ length: 50 }, (_, seed) => [seed, ways[seed % ways.length]!.name] as const))(
    "[T4 T5] way %i, %s, is found and named",
    async (seed) => {
      const way = ways[seed % ways.length]!;
      const url = at(`copy-${seed}.sqlite`);
      await copyFile(at("honest.sqlite"), url);
      const raw = new Sqlite(url);
      for (const trigger of columnOf<string>(raw, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        raw.exec(`DROP TRIGGER ${trigger}`);
      raw.pragma("foreign_keys = OFF");
      way.change(raw, chanceOf(seed + 1));
      raw.close();
      expect(await findings(url)).toMatch(way.expected);
    },
  );

  test("[T4] a restored old backup is found by the checkpoint that was kept", async () => {
    const later = at("later.sqlite");
    await copyFile(at("honest.sqlite"), later);
    const db = await openDatabase({ url: later });
    const context = createContext(db, key);
    const person = { name: "Ines Late", email: "ines.late@example.org", title: "Expert", zone: "UTC", city: "Vienna" };
    const [secretariat] = await db.read((tx) => tx.select().from(tx.t.roles).where(eq(tx.t.roles.role, "secretariat")));
    const actor = { kind: "person" as const, personId: secretariat!.personId, name: "", memberId: null, roles: [] };
    expect(isRefusal(await acts["register-person"](context, actor, { ...person, member: "" }))).toBe(false);
    const { note } = (await writeCheckpoint(context))!;
    await db.close();
    await writeFile(at("kept-later.txt"), note);
    const url = at("restored.sqlite");
    await copyFile(at("honest.sqlite"), url);
    expect(await findings(url, "kept-later.txt")).toBe("verifier: T4");
    await writeFile(at("log.checkpoint"), note);
    const restored = await openDatabase({ url });
    const started = createContext(restored, key);
    await compareWithKept(started, folder);
    expect(started.alarm).toContain("was signed");
    await restored.close();
  });
});
