/** What the pages of a text, its versions and its comments show, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as commentsCsv } from "../../app/routes/candidates.$candidate.comments[.]csv.ts";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { textHashWords } from "../../domain/definition/text-hash-words.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { commentsFile } from "../../server/queries/definition/comments-file.ts";
import { commentsPage } from "../../server/queries/definition/comments-page.ts";
import { definitionPage } from "../../server/queries/definition/definition-page.ts";
import { versionPage } from "../../server/queries/definition/version-page.ts";
import { typeInto } from "../given/definition.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    { nid: "h", level: 1, kind: "heading", marking: "AMBER", caveat: [], content: [{ text: "Quantum computers" }] },
    { nid: "a", level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text: "34 qubits or more;" }] },
    {
      nid: "b",
      level: 1,
      kind: "item",
      marking: "AMBER",
      caveat: [],
      content: [{ text: "Parts specially designed;" }],
    },
  ],
};

async function givenText(): Promise<string> {
  const { id } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  return id;
}

const definition = (actor: Actor, candidate: string) => definitionPage(regime.context, actor, { candidate });

describe("the room of a text", () => {
  it("[W2] answers not found to whoever is outside the committee", async () => {
    const candidate = await givenText();
    for (const actor of [regime.stranger, thePublic]) {
      expect(await definition(actor, candidate)).toMatchObject({ code: "not-found" });
      expect(await versionPage(regime.context, actor, { candidate, version: "1" })).toMatchObject({
        code: "not-found",
      });
      expect(await commentsPage(regime.context, actor, { candidate })).toMatchObject({ code: "not-found" });
      expect(await commentsFile(regime.context, actor, { candidate, as: "json" })).toMatchObject({ code: "not-found" });
    }
    expect(await definition(regime.chair, "qtac-2000-999")).toMatchObject({ code: "not-found" });
  });

  it("[W1] offers each act to those who may, and says to the others why not", async () => {
    const candidate = await givenText();
    const chair = await shown(definition(regime.chair, candidate));
    expect(Object.values(chair.may).filter((refusal) => refusal !== null)).toEqual([]);
    const observer = await shown(definition(regime.observer, candidate));
    expect(observer.may["edit-definition"]).toMatchObject({ code: "role", rule: "W8" });
    expect(observer.may["make-comment"]).toMatchObject({ code: "state", rule: "K1" });
    expect(observer.clauses).toHaveLength(3);
  });

  it("[D7] [D8] names the faults with their clause, and the waiver that ends one", async () => {
    const candidate = await givenText();
    const before = await shown(definition(regime.chair, candidate));
    expect(before.faults).toMatchObject([
      { code: "specially-designed-unexplained", nid: "b", clause: { label: "b" }, waiver: null },
    ]);
    expect(before.waiting).toEqual({ faults: 1, brackets: 0, comments: 0 });
    const { code, nid, detail } = before.faults[0]!;
    await regime.done(regime.chair, "waive-fault", { candidate, code, nid, detail, reason: "As usual." });
    const after = await shown(definition(regime.holders.JP, candidate));
    expect(after.faults[0]!.waiver).toMatchObject({ reason: "As usual.", personName: "Holder CA" });
    expect(after.waiting.faults).toBe(0);
  });

  it("[D11] says whether the text is equal to its latest version", async () => {
    const candidate = await givenText();
    expect((await shown(definition(regime.chair, candidate))).equalTo).toBeNull();
    const { textHash } = await regime.done(regime.chair, "freeze-version", { candidate, reason: "First reading" });
    const frozen = await shown(definition(regime.chair, candidate));
    expect(frozen.equalTo).toBe(1);
    expect(frozen.versions).toMatchObject([{ number: 1, textHash, words: textHashWords(textHash) }]);
    await typeInto(regime, candidate, " And more.");
    expect((await shown(definition(regime.chair, candidate))).equalTo).toBeNull();
  });

  it("[K10] shows the chair why a comment of the own delegation is another's to dispose of", async () => {
    const candidate = await givenText();
    const said = { candidate, nid: "a", type: "editorial" as const, body: "Plural." };
    await regime.done(regime.alternates.CA, "make-comment", said);
    await regime.done(regime.holders.JP, "make-comment", { ...said, quote: "34", body: "Digits." });
    const { comments, lastOwnComment } = await shown(definition(regime.chair, candidate));
    expect(lastOwnComment).toBe(0);
    expect(comments[0]!.may["dispose-comment"]).toMatchObject({ code: "own-delegation", rule: "K10" });
    expect(comments[1]!.may["dispose-comment"]).toBeNull();
    expect(comments[1]).toMatchObject({ clause: { label: "a", gone: false }, by: { speaksFor: "Japan" }, own: false });
    const commenter = await shown(definition(regime.holders.JP, candidate));
    expect(commenter.lastOwnComment).toBe(2);
    expect(commenter.comments[1]!.may["withdraw-comment"]).toBeNull();
  });

  it("[D1] offers the entries that the candidate touches while the text is empty", async () => {
    const { id } = await givenDrafting(regime, { touches: ["4A906", "0A002"] });
    const empty = await shown(definition(regime.holders.NO, id));
    expect(empty.startingEntries).toMatchObject([{ list: "us", code: "4A906" }]);
    expect(empty.clauses).toEqual([]);
  });
});

describe("a version", () => {
  it("[D12] is compared with another, the earlier one first, with the class of each change", async () => {
    const candidate = await givenText();
    await regime.done(regime.chair, "freeze-version", { candidate });
    await typeInto(regime, candidate, "50", { nid: "a", instead: "34" });
    await regime.done(regime.chair, "freeze-version", { candidate });
    const ask = (version: string, other: string) =>
      shown(versionPage(regime.context, regime.reviewers.NL, { candidate, version, with: other }));
    for (const page of [await ask("2", "1"), await ask("1", "2")]) {
      expect(page.comparison).toMatchObject({ before: 1, after: 2, counts: [{ class: "loosened", count: 1 }] });
      expect(page.comparison!.changes).toMatchObject([{ nid: "a", clause: { label: "a" } }]);
    }
    const alone = await ask("2", "nonsense");
    expect(alone.comparison).toBeNull();
    expect(alone.version).toMatchObject({ number: 2, isWhole: true });
    for (const version of ["3", "0", "1.0", "x", ""])
      expect(await versionPage(regime.context, regime.chair, { candidate, version })).toMatchObject({
        code: "not-found",
      });
  });
});

describe("the table of comments", () => {
  let candidate: string;
  beforeAll(async () => {
    candidate = await givenText();
    await regime.done(regime.chair, "open-comment-round", { candidate });
    const technical = { type: "technical" as const, proposedChange: "50 qubits" };
    const { id } = await regime.done(regime.holders.JP, "make-comment", {
      ...technical,
      candidate,
      nid: "a",
      quote: "34",
      body: '=HYPERLINK("http://x","50 is better")',
    });
    await regime.done(regime.holders.NL, "make-comment", { candidate, nid: "b", type: "editorial", body: "Plural." });
    await regime.done(regime.observer, "make-comment", { candidate, type: "general", body: 'He said "no", twice.' });
    await regime.done(regime.chair, "dispose-comment", { comment: id, word: "rejected", reason: "34 is in force." });
  });
  const table = (params: object, actor: Actor = regime.chair) =>
    shown(commentsPage(regime.context, actor, { candidate, ...params }));

  it("[K1] is filtered by state, type and clause, and goes on behind a number", async () => {
    const numbers = async (params: object) => (await table(params)).rows.map(({ number }) => number);
    expect(await numbers({})).toEqual([1, 2, 3]);
    expect(await numbers({ states: ["disposed"] })).toEqual([1]);
    expect(await numbers({ states: ["no-state"], type: "editorial" })).toEqual([2]);
    expect(await numbers({ clause: "a" })).toEqual([1]);
    expect(await numbers({ member: "NL" })).toEqual([2]);
    expect(await numbers({ member: "XX", only: ["late"] })).toEqual([]);
    expect(await numbers({ only: ["mine"] })).toEqual([]);
    expect(await numbers({ after: "1" })).toEqual([2, 3]);
    expect((await table({})).counts).toMatchObject({ open: 2, disposed: 1 });
  });

  it("[K4] offers dispositions to those who preside", async () => {
    expect((await table({})).presides).toBe(true);
    expect((await table({}, regime.holders.JP)).presides).toBe(false);
  });

  it("[K1] is taken as a file whose cells are quoted and never read as formulas", async () => {
    const answer = await commentsCsv({
      params: { candidate },
      request: new Request("http://127.0.0.1/candidates/x/comments.csv?type=technical&type=general"),
      context: {
        viewer: {},
        queries: { commentsFile: (params: never) => commentsFile(regime.context, regime.chair, params) },
      },
    } as unknown as Parameters<typeof commentsCsv>[0]);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="qtac-\d{4}-\d{3}-comments\.csv"$/,
    );
    const [head, first, ...others] = (await answer.text()).replace("\ufeff", "").trimEnd().split("\r\n");
    expect(head).toMatch(/^"ID","MB\/NC","Clause","Paragraph, quoted text","Type","Comment"/);
    expect(first).toMatch(/^"QTAC\/\d{4}\/\d{3}#1","JP","a","34","te",/);
    expect(first).toContain('"\'=HYPERLINK(""http://x"",""50 is better"")","50 qubits","Rejected: 34 is in force."');
    expect(first).toContain('"disposed"');
    expect(others).toEqual([]);
  });
});
