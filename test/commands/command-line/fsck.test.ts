import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setGuards } from "../../../db/guards.ts";
import { fsck } from "../../../server/command-line/fsck.ts";
import { seedDemo } from "../../../server/seed/seed-demo.ts";
import { givenContext, type Stage } from "../../given/regime.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await givenContext();
  await seedDemo(stage.context, stage.clock);
}, 240_000);
afterAll(() => stage.close());

const guardOff = (name: string, table: string) =>
  stage.db.raw(stage.db.engine === "sqlite" ? `DROP TRIGGER ${name}` : `DROP TRIGGER ${name} ON ${table}`);

/** Changes one row behind the product's back, looks, and puts it back. */
async function tampered({ table, set, back, where }: { table: string; set: string; back: string; where: string }) {
  await stage.db.raw(`UPDATE ${table} SET ${set} WHERE ${where}`);
  const { faults } = await fsck(stage.db);
  await stage.db.raw(`UPDATE ${table} SET ${back} WHERE ${where}`);
  return faults.filter(({ check }) => check !== "guard").map(({ check, detail }) => `${check}: ${detail}`);
}

test("[T2] a year of acts leaves a database in which nothing is off", async () => {
  const report = await fsck(stage.db);
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ ok: true, checked: { candidates: 12, editions: 1 } });
  expect(report.checked.ballots).toBeGreaterThan(5);
});

describe("what was changed behind the product's back is found", () => {
  beforeAll(async () => {
    for (const table of ["versions", "positions", "editions", "candidate_moves", "text_updates"])
      await guardOff(`${table}_no_update`, table);
    await guardOff("ballots_record_is_frozen", "ballots");
  });
  afterAll(() => setGuards(stage.db));

  test("[T2] a guard that does not stand", async () => {
    const { ok, faults } = await fsck(stage.db);
    expect(ok).toBe(false);
    expect(faults.map(({ object }) => object)).toContain("positions_no_update");
  });

  test("[D9] a word in a frozen version", async () => {
    const [row] = (await stage.db.raw("SELECT id, text FROM versions WHERE number = 1 LIMIT 1")) as {
      id: string;
      text: string;
    }[];
    const quoted = (text: string) => `text = '${text.replaceAll("'", "''")}'`;
    const found = await tampered({
      table: "versions",
      set: quoted(row!.text.replace("item", "note")),
      back: quoted(row!.text),
      where: `id = '${row!.id}'`,
    });
    expect(found).toEqual(["version: The text of version 1 does not have its hash."]);
  });

  test("[B34] a position that was turned", async () => {
    const [row] = (await stage.db.raw(
      "SELECT p.id AS id FROM positions p JOIN ballots b ON b.id = p.ballot_id WHERE p.word = 'yes' AND b.outcome = 'adopted' LIMIT 1",
    )) as { id: string }[];
    const found = await tampered({
      table: "positions",
      set: "word = 'abstain'",
      back: "word = 'yes'",
      where: `id = '${row!.id}'`,
    });
    expect(found).toContain("ballot: The stored account is not what the positions give.");
  });

  test("[B2] a question in a ballot record", async () => {
    const [row] = (await stage.db.raw("SELECT id, record FROM ballots LIMIT 1")) as { id: string; record: string }[];
    const quoted = (text: string) => `record = '${text.replaceAll("'", "''")}'`;
    const found = await tampered({
      table: "ballots",
      set: quoted(row!.record.replace("Shall", "Must")),
      back: quoted(row!.record),
      where: `id = '${row!.id}'`,
    });
    expect(found).toEqual(["ballot: The record does not have its hash."]);
  });

  test("[L1] the hash of an edition", async () => {
    const [row] = (await stage.db.raw("SELECT hash FROM editions WHERE number = 1")) as { hash: string }[];
    const found = await tampered({
      table: "editions",
      set: `hash = '${"0".repeat(64)}'`,
      back: `hash = '${row!.hash}'`,
      where: "number = 1",
    });
    expect(found).toEqual(["edition: The edition does not have its hash."]);
  });

  test("[C2] a state that no move led to", async () => {
    const found = await tampered({
      table: "candidates",
      set: "state = 'listed'",
      back: "state = 'parked'",
      where: "state = 'parked'",
    });
    expect(found).toEqual([expect.stringContaining("its path ends at parked")]);
  });

  test("[T2] an author in the log of live text", async () => {
    const [row] = (await stage.db.raw(
      "SELECT definition_id, sequence, session_id FROM text_updates WHERE session_id IS NOT NULL LIMIT 1",
    )) as { definition_id: string; sequence: number; session_id: string }[];
    const found = await tampered({
      table: "text_updates",
      set: "session_id = 'another'",
      back: `session_id = '${row!.session_id}'`,
      where: `definition_id = '${row!.definition_id}' AND sequence = ${row!.sequence}`,
    });
    expect(found[0]).toBe(`text: Update ${row!.sequence} does not follow from the one before it.`);
  });
});
