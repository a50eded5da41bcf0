/** The log as acts write it: a leaf for each minute, checkpoints over them, receipts, and the alarm when it was changed. */
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setGuards } from "../../../db/guards.ts";
import {
  commitmentTo,
  consistencyProof,
  findCheckpoint,
  findLeaf,
  hashOfLeaf,
  inclusionProof,
  logSize,
  rootOf,
  sha256,
} from "../../../db/store/log.ts";
import { fromHex, readCheckpoint, readNote } from "../../../domain/record/checkpoint.ts";
import { minuteBody } from "../../../domain/record/leaf.ts";
import { rootFromInclusion, rootsFromConsistency } from "../../../domain/record/log-tree.ts";
import type { Minute } from "../../../domain/record/minute.ts";
import { compareWithKept, keepLog, writeCheckpoint } from "../../../server/record/checkpoints.ts";
import { isSigned, loadLogKey, newLogKey } from "../../../server/record/log-key.ts";
import { isReceiptSigned } from "../../../server/record/receipts.ts";
import { castFields, givenOpen, givenPositions, type OpenBallot } from "../../given/ballot.ts";
import { candidateFields, givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
let open: OpenBallot;
let folder: string;
beforeAll(async () => {
  regime = await givenRegime();
  open = await givenOpen(regime);
  folder = await mkdtemp(join(tmpdir(), "plenary-log-"));
}, 120_000);
afterAll(async () => {
  await regime.close();
  await rm(folder, { recursive: true, force: true });
});

const minutesAndLeaves = () =>
  regime.db.read(async (tx) => ({
    minutes: await tx.select().from(tx.t.minutes).orderBy(asc(tx.t.minutes.sequence)),
    leaves: await tx.select().from(tx.t.leaves).orderBy(asc(tx.t.leaves.sequence)),
  }));

describe("leaves", () => {
  test("[T3] every minute has one, in the same order and without a gap", async () => {
    const { minutes, leaves } = await minutesAndLeaves();
    expect(leaves.map((leaf) => leaf.sequence)).toEqual(minutes.map((_, index) => index + 1));
    expect(minutes.map((minute) => minute.sequence)).toEqual(leaves.map((leaf) => leaf.sequence));
    for (const [index, { sequence: _, ...minute }] of minutes.entries()) {
      const { salt, stream, commitment, hash } = leaves[index]!;
      expect(commitmentTo(salt, minuteBody(minute as Minute)).equals(commitment)).toBe(true);
      expect(hashOfLeaf({ stream, type: minute.type, at: minute.at, commitment }).equals(hash)).toBe(true);
    }
    expect(new Set(leaves.map((leaf) => leaf.salt.toString("hex"))).size).toBe(leaves.length);
  });

  test("[T3] each is proved to be in the tree at each size", async () => {
    await regime.db.read(async (tx) => {
      const size = await logSize(tx);
      for (let index = 0; index < size; index += 7) {
        const proof = await inclusionProof(tx, index, size);
        const root = rootFromInclusion(sha256, { index, size }, (await findLeaf(tx, index))!.hash, proof);
        expect(Buffer.from(root!).equals(await rootOf(tx, size))).toBe(true);
      }
    });
  });

  test("[T1 T3] a refused act leaves none, and acts at once leave one each", async () => {
    const before = await regime.db.read(logSize);
    await regime.refused(regime.observer, "propose-candidate", candidateFields(regime));
    expect(await regime.db.read(logSize)).toBe(before);
    const titles = Array.from({ length: 12 }, (_, index) => `Technology number ${index}`);
    await Promise.all(
      titles.map((title) => regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime, { title }))),
    );
    expect(await regime.db.read(logSize)).toBe(before + titles.length);
  });
});

describe("checkpoints", () => {
  test("[T4] are signed over size and root, and made only when the log grew", async () => {
    const { context } = regime;
    const first = (await writeCheckpoint(context))!;
    expect(await writeCheckpoint(context)).toEqual(first);
    const note = readNote(first.note)!;
    expect(isSigned(context.logKey.verifierKey, note.text, note.signatures[0]!.signature)).toBe(true);
    expect(isSigned(newLogKey("regime.example/log").verifierKey, note.text, note.signatures[0]!.signature)).toBe(false);
    expect(readCheckpoint(note.text)).toMatchObject({ origin: "regime.example/log", size: first.size });
    await givenPositions(regime, open, { CA: "yes" });
    const second = (await writeCheckpoint(context))!;
    expect(second.size).toBe(first.size + 1);
    const proof = await regime.db.read((tx) => consistencyProof(tx, first.size, second.size));
    const roots = rootsFromConsistency(sha256, { first: first.size, second: second.size }, first.root, proof)!;
    expect(Buffer.from(roots.second).equals(second.root)).toBe(true);
  });

  test("[T4] come within the time that the keeper is given, and a last one at the end", async () => {
    const end = await keepLog(regime.context, {
      folder,
      every_ms: 20,
      alarmed: (sentence) => expect(sentence).toBe(""),
    });
    await givenPositions(regime, open, { US: "yes" });
    const size = await regime.db.read(logSize);
    await expect.poll(async () => (await regime.db.read((tx) => findCheckpoint(tx)))?.size).toBe(size);
    await givenPositions(regime, open, { FR: "yes" });
    await end();
    const last = (await regime.db.read((tx) => findCheckpoint(tx)))!;
    expect(last.size).toBe(size + 1);
    expect(await readFile(join(folder, "log.checkpoint"), "utf8")).toBe(last.note);
  });

  test("[T4] a log that does not continue the head kept outside is an alarm, and nothing is written any more", async () => {
    const kept = join(folder, "log.checkpoint");
    const note = await readFile(kept, "utf8");
    await compareWithKept(regime.context, folder);
    expect(regime.context.alarm).toBeNull();
    const { leaves } = await minutesAndLeaves();
    await writeFile(kept, note.replace(/\n\d+\n/, `\n${leaves.length + 5}\n`));
    await compareWithKept(regime.context, folder);
    expect(regime.context.alarm).toContain(`The log has ${leaves.length} leaves`);
    const refusal = await regime.refused(regime.holders.NL, "cast-position", castFields(open, "yes"));
    expect(refusal).toMatchObject({ rule: "T4", code: "state" });
    expect(await writeCheckpoint(regime.context)).toBeNull();
    regime.context.alarm = null;
    await writeFile(kept, note);
  });

  test("[T4] a leaf changed beneath a checkpoint stops the next one", async () => {
    const sqlite = regime.db.engine === "sqlite";
    await regime.db.raw(sqlite ? "DROP TRIGGER leaves_no_update" : "DROP TRIGGER leaves_no_update ON leaves");
    const { size } = (await writeCheckpoint(regime.context))!;
    const set = (hash: Buffer) =>
      regime.db.raw(
        `UPDATE leaves SET hash = ${sqlite ? `x'${hash.toString("hex")}'` : `'\\x${hash.toString("hex")}'`} WHERE sequence = ${size}`,
      );
    const leaf = (await regime.db.read((tx) => findLeaf(tx, size - 1)))!;
    await set(Buffer.alloc(32));
    if (leaf.finished.length === 0) {
      expect(await writeCheckpoint(regime.context)).toBeNull();
      expect(regime.context.alarm).toContain("not those of the checkpoint");
    }
    regime.context.alarm = null;
    await set(leaf.hash);
    await setGuards(regime.db);
    expect((await writeCheckpoint(regime.context))?.size).toBe(size);
  });
});

describe("receipts", () => {
  test("[P20 P6] a position gives a signed receipt that names its leaf; the same key gives the same one", async () => {
    const fields = castFields(open, "yes", { key: "one-key" });
    const { receipt } = await regime.done(regime.holders.JP, "cast-position", fields);
    expect(isReceiptSigned(receipt)).toBe(true);
    expect(isReceiptSigned({ ...receipt, seat: "Norway" })).toBe(false);
    expect(receipt).toMatchObject({ ballot: open.reference, seat: "Japan", origin: "regime.example/log" });
    expect(receipt.time).toMatch(/:00Z$/);
    expect(JSON.stringify(receipt)).not.toContain("yes");
    const leaf = (await regime.db.read((tx) => findLeaf(tx, receipt.leafIndex)))!;
    expect(fromHex(receipt.leafHash)).toEqual(Uint8Array.from(leaf.hash));
    const again = await regime.done(regime.holders.JP, "cast-position", { ...fields, word: "abstain" });
    expect(again.receipt).toEqual(receipt);
  });

  test("[P20 P6] two hundred casts at once by one seat: one current position, one receipt a key", async () => {
    const casts = Array.from({ length: 200 }, (_, index) =>
      regime.done(regime.holders.NL, "cast-position", castFields(open, "yes", { key: `key-${index % 40}` })),
    );
    const receipts = (await Promise.all(casts)).map(({ receipt }) => receipt);
    for (let key = 0; key < 40; key += 1) {
      const ofKey = receipts.filter((_, index) => index % 40 === key).map((receipt) => receipt.signature);
      expect(new Set(ofKey).size).toBe(1);
    }
    expect(new Set(receipts.map((receipt) => receipt.leafIndex)).size).toBe(40);
    const current = await regime.db.read((tx) => tx.select().from(tx.t.currentPositions));
    expect(current.filter((row) => row.seatId === regime.seats.NL.id)).toHaveLength(1);
  }, 120_000);
});

describe("the key", () => {
  test("[T4] is made once, readable by its owner alone, and taken from the environment where it is given", async () => {
    const place = { given: undefined, folder: join(folder, "new"), origin: "https://plenary.example" };
    const made = loadLogKey(place);
    expect(made.verifierKey).toMatch(/^plenary\.example\/log\+[0-9a-f]{8}\+A/);
    expect(loadLogKey(place).verifierKey).toBe(made.verifierKey);
    const file = join(folder, "new", "log.key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const written = await readFile(file, "utf8");
    expect(loadLogKey({ ...place, folder: "/nowhere", given: written }).verifierKey).toBe(made.verifierKey);
    expect(() => loadLogKey({ ...place, given: "secret" })).toThrow(/PLENARY_LOG_KEY does not read/);
    expect(() => loadLogKey({ ...place, given: "secret" })).not.toThrow(/secret/);
  });

  test("[T4] is in no row of the database", async () => {
    const secret = Buffer.alloc(32, 7);
    const key = newLogKey("regime.example/log", secret);
    await writeCheckpoint({ ...regime.context, logKey: key });
    const rows = await regime.db.read((tx) => tx.select().from(tx.t.checkpoints));
    expect(JSON.stringify(rows)).not.toContain(secret.toString("base64"));
  });
});
