/** The page of the log, its proofs and its files: to whom they answer, and what they show of whom. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CheckStep, checkLog, readAsked } from "../../app/components/record/check-log.ts";
import { type Actor, thePublic } from "../../domain/membership/role.ts";
import { writeReceiptFile } from "../../domain/record/receipt.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { ballotExportFile, receiptFile } from "../../server/queries/ballot/ballot-export-file.ts";
import { ballotPage } from "../../server/queries/ballot/ballot-page.ts";
import { logPage } from "../../server/queries/record/log-page.ts";
import { checkpointFile, logConsistencyFile, logProofFile } from "../../server/queries/record/log-proof-file.ts";
import { newLogKey } from "../../server/record/log-key.ts";
import { castFields } from "../given/ballot.ts";
import { givenCertified, verify } from "../given/export.ts";
import { candidateFields, givenRegime, type Regime } from "../given/regime.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

let regime: Regime;
let story: Awaited<ReturnType<typeof givenCertified>>;
let door: FrontDoor;
let folder: string;

beforeAll(async () => {
  regime = await givenRegime();
  story = await givenCertified(regime);
  folder = await mkdtemp(join(tmpdir(), "plenary-log-page-"));
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door?.close();
  await regime?.close();
  await rm(folder, { recursive: true, force: true });
});

const given = <T>(page: T): Exclude<T, Refusal> => {
  if (isRefusal(page)) throw new Error(page.reason);
  return page as Exclude<T, Refusal>;
};
const pageFor = async (who: Actor, params = {}) => given(await logPage(door.product.context, who, params));

describe("the page", () => {
  it("[T3 Z3] shows everybody the hashes, the committee what its minutes say, and the public no act of it", async () => {
    const open = await pageFor(thePublic);
    expect(open.leaves).toHaveLength(25);
    expect(open.size).toBe(open.leaves[0]!.index + 1);
    expect(open.leaves.every(({ head, body, hash }) => head === null && body === null && hash.length === 64)).toBe(
      true,
    );
    expect(JSON.stringify(open)).not.toMatch(/position|ballot-/);
    const chair = await pageFor(regime.chair);
    expect(chair.leaves.map(({ hash }) => hash)).toEqual(open.leaves.map(({ hash }) => hash));
    expect(chair.leaves.find(({ head }) => head?.type === "ballot-certified")?.body?.text).toContain("adopted");
    const reviewer = await pageFor(regime.reviewers.JP);
    expect(reviewer.leaves.find(({ head }) => head?.type === "position-cast")).toMatchObject({ body: null });
    expect((await pageFor(regime.stranger)).leaves.every(({ head }) => head === null)).toBe(true);
  });

  it("[T4] pages by leaf and shows the signed heads", async () => {
    const page = await pageFor(thePublic);
    expect(page.checkpoints[0]!.note).toContain(`\n${page.checkpoints[0]!.size}\n`);
    const earlier = await pageFor(thePublic, { before: String(page.earlier) });
    expect(earlier.leaves[0]!.index).toBe(page.earlier! - 1);
    expect((await pageFor(thePublic, { before: "x" })).leaves[0]!.index).toBe(page.size - 1);
  });

  it("[T3] is there for everybody over the front door, proofs and heads too", async () => {
    for (const path of [
      "/records/log",
      "/records/log?check=3",
      "/records/log/proof.json?leaf=3",
      "/records/log/consistency.json?from=2",
    ])
      expect((await door.ask(path)).status, path).toBe(200);
    const head = await door.ask("/records/log/checkpoint.txt");
    expect(head.headers["content-type"]).toContain("text/plain");
    expect(head.body).toContain("\u2014 ");
    for (const path of [
      "/records/log/proof.json?leaf=99999",
      "/records/log/proof.json?leaf=x",
      "/records/log/checkpoint.txt?size=1",
    ])
      expect((await door.ask(path)).status, path).toBe(404);
  });
});

describe("the check in the reader's browser", () => {
  const { fetch } = globalThis;
  beforeAll(() => {
    globalThis.fetch = ((address: string) => fetch(new URL(address, door.origin))) as typeof fetch;
  });
  afterAll(() => {
    globalThis.fetch = fetch;
  });
  const check = async (pasted: string, key = door.product.context.logKey.verifierKey) =>
    (await checkLog(key, pasted)).map(({ name, holds }: CheckStep) => [name, holds]);

  it("[P20] finds a position's receipt in the log, and each way in which it may be off", async () => {
    const key = regime.context.logKey.verifierKey;
    const file = writeReceiptFile(story.receipt);
    expect(await check(file, key)).toEqual([
      ["receiptKey", true],
      ["receiptSigned", true],
      ["leafSame", true],
      ["leafIncluded", true],
      ["leafWords", true],
      ["headSigned", true],
    ]);
    const own = given(await ballotPage(regime.context, regime.holders.US, { ballot: story.reference }));
    const said = (await checkLog(key, file)).find(({ name }) => name === "leafWords");
    expect(said?.values?.words).toBe(own.receipt!.words.join(" "));
    expect(await check(file.replace('"United States"', '"Norway"'), key)).toContainEqual(["receiptSigned", false]);
    expect(await check(file.replace(/"leafIndex": \d+/, '"leafIndex": 2'), key)).toContainEqual(["leafSame", false]);
    expect(await check(file, newLogKey("x").verifierKey)).toContainEqual(["receiptKey", false]);
  });

  it("[T4] shows that the log continues a head that was kept, or does not", async () => {
    const key = regime.context.logKey.verifierKey;
    expect(await check(story.early.note, key)).toEqual([
      ["keptSigned", true],
      ["headSigned", true],
      ["continued", true],
    ]);
    const more = story.early.note.replace(/\n\d+\n/, "\n99999\n");
    expect(await check(more, key)).toContainEqual(["logShorter", false]);
    const other = story.early.note.replace(/\n(\d+)\n.{4}/, "\n$1\nAAAA");
    expect(await check(other, key)).toEqual([
      ["keptSigned", false],
      ["headSigned", true],
      ["continued", false],
    ]);
  });

  it("[T3] takes the number of a leaf, and says what it cannot read", async () => {
    const key = regime.context.logKey.verifierKey;
    expect(await check(" 7 ", key)).toEqual([
      ["leafIncluded", true],
      ["leafWords", true],
      ["headSigned", true],
    ]);
    expect(await check("99999", key)).toEqual([["leafAbsent", false]]);
    expect(await check("hello", key)).toEqual([["nothingRead", false]]);
    await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime, { title: "Just now" }));
    const { size } = await pageFor(thePublic);
    expect(await check(String(size - 1), key)).toEqual([["leafWaits", "unknown"]]);
    expect(readAsked(story.early.note.replaceAll("\n", "\r\n"))).toMatchObject({ kind: "checkpoint" });
  });
});

describe("the files of a ballot", () => {
  it("[P20] a seat's own receipt is on its page and can be kept; nobody else's is", async () => {
    const own = given(await ballotPage(regime.context, regime.holders.US, { ballot: story.reference }));
    expect(own.receipt).toMatchObject({ seat: "United States", leafIndex: story.receipt.leafIndex });
    expect(own.receipt!.words).toHaveLength(6);
    const file = given(await receiptFile(regime.context, regime.alternates.US, { ballot: story.reference }));
    expect(file.characters).toBe(writeReceiptFile(story.receipt));
    for (const who of [regime.observer, regime.stranger, thePublic])
      expect(await receiptFile(regime.context, who, { ballot: story.reference })).toMatchObject({ code: "not-found" });
  });

  it("[T5] the chairs and the secretariat take the export, which the verifier finds whole", async () => {
    for (const who of [regime.chair, regime.viceChair, regime.secretariat]) {
      const file = given(await ballotExportFile(regime.context, who, { ballot: story.reference }));
      await writeFile(join(folder, file.name), file.characters);
      expect((await verify(join(folder, file.name))).output).toContain("Everything holds.");
      expect(given(await ballotPage(regime.context, who, { ballot: story.reference })).mayExport).toBe(true);
    }
    const asked = (who: Actor) => ballotExportFile(regime.context, who, { ballot: story.reference });
    expect(await asked(regime.holders.JP)).toMatchObject({ code: "role", rule: "T5" });
    expect(await asked(regime.observer)).toMatchObject({ code: "role" });
    expect(await asked(thePublic)).toMatchObject({ code: "not-found" });
    expect(await ballotExportFile(regime.context, regime.chair, { ballot: "qtac-b-9" })).toMatchObject({
      code: "not-found",
    });
    const cast = await regime.refused(regime.holders.JP, "cast-position", castFields(story, "yes"));
    expect(cast.code).toBe("late");
  });

  it("[T4] every head is there as text, by its size", async () => {
    const { size } = story.early;
    expect(given(await checkpointFile(regime.context, thePublic, { size: String(size) })).note).toBe(story.early.note);
    expect(given(await logConsistencyFile(regime.context, thePublic, { from: String(size) })).proof).not.toBeNull();
    expect(given(await logProofFile(regime.context, thePublic, { leaf: null })).proof).not.toBeNull();
    expect(await logConsistencyFile(regime.context, thePublic, { from: "0" })).toMatchObject({ code: "not-found" });
  });
});
