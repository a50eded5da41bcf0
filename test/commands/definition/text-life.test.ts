/** From an empty text to a version that can be balloted, told by commands. */
import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findVersion, loadVersionHeads } from "../../../db/store/definition.ts";
import { loadTextClients } from "../../../db/store/definition-text.ts";
import { type ControlText, clauseText } from "../../../domain/definition/control-text.ts";
import { clausePaths } from "../../../domain/definition/numbering.ts";
import { readDefinition } from "../../../protocol/definition-text.ts";
import { readHeadText, sha256 } from "../../../server/freeze-head.ts";
import { typeInto } from "../../given/definition.ts";
import { givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

async function headOf(candidateId: string) {
  return regime.db.read(async (tx) => (await readHeadText(tx, (await findCandidate(tx, candidateId))!))!);
}

const oneClause = (words: string): ControlText => ({
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    { nid: "h", level: 1, kind: "heading", marking: "AMBER", caveat: [], content: [{ text: "Quantum computers" }] },
    { nid: "a", level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text: words }] },
  ],
});

describe("start-definition", () => {
  it("[D1] begins from 4A906 with its published numbering, as an update that is nobody's", async () => {
    const { id } = await givenDrafting(regime);
    const started = await regime.done(regime.holders.NO, "start-definition", { candidate: id, entry: "4a906" });
    const { text, definition } = await headOf(id);
    expect(text.clauses.length).toBe(started.clauses);
    expect(text.clauses[0]).toMatchObject({ kind: "heading", level: 1 });
    const paths = clausePaths("4A906", text.clauses);
    const eighth = text.clauses.find((clause) => paths.get(clause.nid) === "4A906.a.8")!;
    expect(clauseText(eighth)).toMatch(/^Quantum computers supporting 2,000 or more/);
    expect(text.terms.map(({ term }) => term)).toContain("specially designed");
    const clients = await regime.db.read((tx) => loadTextClients(tx, definition.id));
    expect(clients).toEqual([{ clientId: expect.any(Number), personId: null, sessionId: null }]);
    const again = await regime.refused(regime.holders.NO, "start-definition", { candidate: id, entry: "4A003" });
    expect(again).toMatchObject({ code: "state", rule: "D1" });
  });

  it("[D1] begins from a European entry and from control text as JSON", async () => {
    const european = await givenDrafting(regime);
    await regime.done(regime.alternates.FR, "start-definition", { candidate: european.id, list: "eu", entry: "4A001" });
    expect((await headOf(european.id)).text.clauses.length).toBeGreaterThan(5);
    const drafted = await givenDrafting(regime);
    const text = JSON.stringify(oneClause("34 or more qubits;"));
    await regime.done(regime.chair, "start-definition", { candidate: drafted.id, text });
    expect((await headOf(drafted.id)).text.clauses.map(clauseText)).toEqual([
      "Quantum computers",
      "34 or more qubits;",
    ]);
  });

  it("[D5] is refused without an entry that the library holds in full, and has then written nothing", async () => {
    const { id } = await givenDrafting(regime);
    const before = await rowCounts(regime.db);
    const unknown = await regime.refused(regime.holders.NO, "start-definition", { candidate: id, entry: "9Z999" });
    expect(unknown.reason).toContain("9Z999");
    const bare = await regime.refused(regime.holders.NO, "start-definition", { candidate: id, entry: "0A002" });
    expect(bare.reason).toContain("only the heading");
    expect(await regime.refused(regime.holders.NO, "start-definition", { candidate: id })).toMatchObject({
      code: "malformed",
    });
    const wrong = await regime.refused(regime.holders.NO, "start-definition", {
      candidate: id,
      text: '{"format":"x"}',
    });
    expect(wrong).toMatchObject({ code: "malformed", field: "$.format" });
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[W8] is refused to the secretariat, to reviewers and to strangers", async () => {
    const { id } = await givenDrafting(regime);
    const fields = { candidate: id, entry: "4A906" };
    expect((await regime.refused(regime.secretariat, "start-definition", fields)).code).toBe("role");
    expect((await regime.refused(regime.reviewers.JP, "start-definition", fields)).code).toBe("role");
    expect((await regime.refused(regime.stranger, "start-definition", fields)).code).toBe("not-found");
  });
});

describe("freeze-version", () => {
  it("[D9] writes canonical JSON, its SHA-256, the hash before it, plain words and the state of the text", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", { candidate: id, entry: "4A906" });
    const first = await regime.done(regime.chair, "freeze-version", { candidate: id, reason: "First reading" });
    await typeInto(regime, id, " And more.");
    const second = await regime.done(regime.chair, "freeze-version", { candidate: id });
    const { definition } = await headOf(id);
    const [one, two] = await regime.db.read((tx) => loadVersionHeads(tx, definition.id));
    expect(one).toMatchObject({
      number: 1,
      textHash: first.textHash,
      previousHash: "0".repeat(64),
      reason: "First reading",
    });
    expect(two).toMatchObject({ number: 2, textHash: second.textHash, previousHash: first.textHash });
    const kept = await regime.db.read((tx) => findVersion(tx, definition.id, 2));
    expect(sha256(kept!.text)).toBe(second.textHash);
    const [row] = await regime.db.read((tx) => tx.select().from(tx.t.versions).where(eq(tx.t.versions.id, second.id)));
    expect(row!.plainText).toContain("a.8. Quantum computers supporting 2,000 or more");
    const doc = new Y.Doc();
    Y.applyUpdate(doc, gunzipSync(row!.state));
    expect(readDefinition(doc).clauses.map(clauseText)).toEqual(
      (JSON.parse(kept!.text) as ControlText).clauses.map(clauseText),
    );
  });

  it("[D10] keeps a version as it is: neither changed nor deleted", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", {
      candidate: id,
      text: { ...oneClause("34 or more qubits;") },
    });
    const { id: version } = await regime.done(regime.chair, "freeze-version", { candidate: id });
    await expect(regime.db.raw(`UPDATE versions SET text = '{}' WHERE id = '${version}'`)).rejects.toThrow();
    await expect(regime.db.raw(`DELETE FROM versions WHERE id = '${version}'`)).rejects.toThrow();
  });

  it("[D11] makes no new version of an equal text", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", {
      candidate: id,
      text: { ...oneClause("34 or more qubits;") },
    });
    await regime.done(regime.chair, "freeze-version", { candidate: id });
    const before = await rowCounts(regime.db);
    const same = await regime.refused(regime.chair, "freeze-version", { candidate: id });
    expect(same).toMatchObject({ code: "state", rule: "D11" });
    expect(await rowCounts(regime.db)).toEqual(before);
    await regime.done(regime.chair, "open-comment-round", { candidate: id });
    const { definition } = await headOf(id);
    const heads = await regime.db.read((tx) => loadVersionHeads(tx, definition.id));
    expect(heads.map(({ number }) => number)).toEqual([1]);
  });

  it("[D1] refuses a text without clauses; the chair alone freezes", async () => {
    const { id } = await givenDrafting(regime);
    expect((await regime.refused(regime.chair, "freeze-version", { candidate: id })).code).toBe("faults");
    expect((await regime.refused(regime.holders.JP, "freeze-version", { candidate: id })).code).toBe("role");
    expect((await regime.refused(regime.viceChair, "freeze-version", { candidate: id })).code).toBe("role");
  });
});

describe("comment round and ready", () => {
  it("[C6] lasts fourteen days or the longer time given, on a version frozen with it", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", {
      candidate: id,
      text: { ...oneClause("34 or more qubits;") },
    });
    const short = await regime.refused(regime.chair, "open-comment-round", { candidate: id, days: 13 });
    expect(short).toMatchObject({ code: "malformed", field: "days" });
    const epoch = (await headOf(id)).loaded.head.epoch;
    await regime.done(regime.chair, "open-comment-round", { candidate: id, days: 20 });
    const candidate = (await regime.db.read((tx) => findCandidate(tx, id)))!;
    expect(candidate.state).toBe("commenting");
    expect((candidate.dueAt! - (await regime.now())) / 86_400_000).toBeCloseTo(20, 2);
    const { definition, loaded } = await headOf(id);
    expect(loaded.head.epoch).toBe(epoch + 1);
    expect(await regime.db.read((tx) => loadVersionHeads(tx, definition.id))).toHaveLength(1);
    const early = await regime.refused(regime.chair, "close-comment-round", { candidate: id });
    expect(early).toMatchObject({ code: "duration", rule: "C6" });
    regime.pass({ days: 20 });
    await regime.byClock("close-comment-round", { candidate: id });
  });

  it("[D7] [D8] is not ready while a fault stands; a waiver ends with the words it was given for", async () => {
    const { id } = await givenDrafting(regime);
    const words = "Magnets specially designed for these;";
    await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...oneClause(words) } });
    await regime.done(regime.chair, "open-comment-round", { candidate: id });
    regime.pass({ days: 14 });
    await regime.byClock("close-comment-round", { candidate: id });
    const faulty = await regime.refused(regime.chair, "mark-ready", { candidate: id });
    expect(faulty).toMatchObject({ code: "faults", rule: "D7" });
    expect(faulty.reason).toContain("specially-designed-unexplained");
    const fault = {
      candidate: id,
      code: "specially-designed-unexplained" as const,
      nid: "a",
      detail: "“specially designed” stands here as plain words and not as a reference to the term.",
      reason: "The ordinary meaning is meant.",
    };
    expect((await regime.refused(regime.holders.NO, "waive-fault", fault)).code).toBe("role");
    expect((await regime.refused(regime.chair, "waive-fault", { ...fault, nid: "h" })).rule).toBe("D8");
    expect((await regime.refused(regime.chair, "waive-fault", { ...fault, reason: "" })).field).toBe("reason");
    await regime.done(regime.chair, "waive-fault", fault);
    expect((await regime.refused(regime.chair, "waive-fault", fault)).reason).toContain("already");
    await typeInto(regime, id, " and the like.");
    expect((await regime.refused(regime.chair, "mark-ready", { candidate: id })).code).toBe("faults");
    await regime.done(regime.chair, "waive-fault", fault);
    await regime.done(regime.chair, "mark-ready", { candidate: id });
    const { definition } = await headOf(id);
    const heads = await regime.db.read((tx) => loadVersionHeads(tx, definition.id));
    expect(heads.map(({ reason }) => reason)).toEqual(["For comment", "For the ballot"]);
    expect((await regime.refused(regime.chair, "freeze-version", { candidate: id })).code).toBe("frozen");
  });
});
