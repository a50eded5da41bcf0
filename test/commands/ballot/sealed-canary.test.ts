/** What a reader of everything learns of a sealed ballot before it is opened: database, its log files, a backup, pages and logs. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backupSqlite } from "../../../db/backup.ts";
import { findBallot } from "../../../db/store/ballot.ts";
import { type Actor, thePublic } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { fromBase64 } from "../../../protocol/sealing/sealing-bytes.ts";
import { runExport } from "../../../server/command-line/export.ts";
import { queries } from "../../../server/queries.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";
import { givenSealedOpen, givenSharesIn, type SealedBallot, sealedFields } from "../../given/sealing.ts";

let regime: Regime;
let ballot: SealedBallot;
let logged = "";

/** Words that stand nowhere else in the story. */
const canaries = {
  CA: { word: "yes", reason: "Zephyr of the chair" },
  JP: { word: "no", reason: "Quokka of Japan" },
  US: { word: "no-objection", reason: `Marzipan, at greater length: ${"more and more of it. ".repeat(200)}` },
  TW: { word: "abstain", reason: "Obelisk of Taiwan" },
} as const;
const traces = ["Zephyr", "Quokka", "Marzipan", "Obelisk"];

beforeAll(async () => {
  regime = await givenRegime();
  const logger = pino(
    { level: "trace" },
    {
      write(line: string) {
        logged += line;
      },
    },
  );
  regime.context.onAnnounce((minutes) => logger.trace({ minutes }, "announced"));
  ballot = await givenSealedOpen(regime);
  for (const [code, { word, reason }] of Object.entries(canaries)) {
    const seat = code as keyof typeof canaries;
    const fields = await sealedFields(ballot, regime.seats[seat].id, { word }, { reason, clause: "c2" });
    await regime.done(regime.holders[seat], "cast-sealed-position", fields);
  }
}, 120_000);
afterAll(() => regime.close());

/** The bytes of every file of the database, its log included, and of a backup. */
async function everyByte(): Promise<Buffer> {
  const backup = join(regime.folder, `backup-${Date.now()}.sqlite`);
  await backupSqlite(regime.url, backup);
  const names = (await readdir(regime.folder)).filter((name) => name.includes("sqlite"));
  expect(names.length).toBeGreaterThanOrEqual(2);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(regime.folder, name)))));
}

const onSqlite = process.env.PLENARY_TEST_POSTGRES === undefined;

async function holdsNothing() {
  const { sealedPositions, positions, currentPositions, minutes, receipts } = regime.db.t;
  const found = await regime.db.read(async (tx) => ({
    sealed: await tx.select().from(sealedPositions).where(eq(sealedPositions.ballotId, ballot.ballot)),
    open: await tx.select().from(positions).where(eq(positions.ballotId, ballot.ballot)),
    current: await tx.select().from(currentPositions).where(eq(currentPositions.ballotId, ballot.ballot)),
    receipts: await tx.select().from(receipts),
    minutes: await tx
      .select()
      .from(minutes)
      .where(and(eq(minutes.objectId, ballot.ballot), eq(minutes.type, "sealed-position-cast"))),
  }));
  expect([found.open, found.current, found.receipts]).toEqual([[], [], []]);
  expect(found.sealed).toHaveLength(4);
  expect(new Set(found.sealed.map((row) => row.sealed.length)).size).toBe(1);
  expect(new Set(found.sealed.map((row) => fromBase64(row.sealed)!.length)).size).toBe(1);
  // Rows of the ballot and its minutes are alike but for what is random or given: their sizes tell nothing.
  const size = (row: object) => JSON.stringify(row).length;
  expect(new Set(found.minutes.map(({ values }) => size(values))).size).toBe(1);
  for (const { values } of found.minutes)
    expect(Object.keys(values).sort()).toEqual(["reference", "sealedHash", "sequence", "textHash"]);
  return found;
}

describe("while a ballot is sealed", () => {
  test(
    "[B39 B40] no row holds a word, and every envelope is of one size, in the table and in the minutes",
    holdsNothing,
  );

  test.runIf(onSqlite)("[B39] no byte of database, its log or a backup holds what was said", async () => {
    const bytes = await everyByte();
    expect(bytes.includes("sealed_positions")).toBe(true);
    for (const trace of traces) expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
    expect(bytes.includes('{"word":')).toBe(false);
  });

  test("[B39] neither announcements nor logs hold a word, a seat or an envelope", () => {
    expect(logged).toContain("sealed-position-cast");
    for (const trace of traces) expect(logged).not.toContain(trace);
    const announced = logged.split("\n").filter((line) => line.includes("sealed-position-cast"));
    for (const line of announced)
      for (const { id, name } of Object.values(regime.seats)) expect(line).not.toMatch(new RegExp(`${id}|"${name}"`));
  });

  test("[B40 W2] no page tells which seat took a position, but the seat's own", async () => {
    const { JP, NL, FR } = regime.holders;
    const slug = slugOf(ballot.reference);
    const candidate = slugOf(ballot.candidate.reference);
    const pages = async (actor: Actor) => ({
      ballot: await queries.ballotPage(regime.context, actor, { ballot: slug }),
      ballots: await queries.ballotsPage(regime.context, actor, {}),
      candidate: await queries.candidatePage(regime.context, actor, { candidate }),
      desk: await queries.deskPage(regime.context, actor, {}),
      log: await queries.logPage(regime.context, actor, {}),
    });
    const own = await pages(JP);
    expect(JSON.stringify(own.ballots)).toContain('"sealed"');
    for (const actor of [NL, FR, regime.chair, regime.secretariat, regime.observer, regime.reviewers.NL]) {
      const seen = await pages(actor);
      const text = JSON.stringify(seen);
      expect(seen.ballot).toMatchObject({ turnout: 4, result: null, unseen: { code: "state", rule: "B39" } });
      for (const trace of traces) expect(text).not.toContain(trace);
      // The log shows that a sealed position was cast, and not by whom.
      const { leaves } = seen.log as { leaves: { head: { type: string } | null; body: unknown }[] };
      const cast = leaves.filter((leaf) => leaf.head?.type === "sealed-position-cast");
      expect(cast.every((leaf) => leaf.body === null)).toBe(true);
      for (const part of [seen.candidate, seen.desk])
        expect(JSON.stringify(part)).not.toContain("sealed-position-cast");
    }
    expect(isRefusal(await queries.ballotPage(regime.context, thePublic, { ballot: slug }))).toBe(true);
  });

  test("[B40 T5] export and envelopes are handed to nobody, on the command line neither", async () => {
    for (const actor of [regime.chair, regime.secretariat, regime.holders.JP]) {
      expect(isRefusal(await queries.ballotExportFile(regime.context, actor, { ballot: ballot.reference }))).toBe(true);
      expect(isRefusal(await queries.sealedFile(regime.context, actor, { ballot: ballot.reference }))).toBe(true);
    }
    const place = { databaseUrl: regime.url, dataFolder: regime.folder } as Parameters<typeof runExport>[0];
    const { exitCode, fault } = await runExport(place, ["--ballot", ballot.reference]);
    expect({ exitCode, says: fault.includes("B40") }).toEqual({ exitCode: 1, says: true });
  });

  test("[B39] after the close too, until as many shares are in as are needed", async () => {
    regime.pass({ days: 15 });
    await regime.byClock("close-ballot", { ballot: ballot.ballot });
    await givenSharesIn(regime, ballot, ["NL"]);
    await holdsNothing();
    expect(isRefusal(await queries.sealedFile(regime.context, regime.holders.NL, { ballot: ballot.reference }))).toBe(
      true,
    );
    const row = await regime.db.read(async (tx) => (await findBallot(tx, ballot.reference))!);
    expect(row).toMatchObject({ account: null, outcome: null });
    if (!onSqlite) return;
    const bytes = await everyByte();
    for (const trace of traces) expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
  });
});
