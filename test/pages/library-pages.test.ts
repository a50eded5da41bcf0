/** The library of published lists: what it finds, what it shows, and who may begin a text from it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clauseText } from "../../domain/definition/control-text.ts";
import { clausePaths } from "../../domain/definition/numbering.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { csvRows, library } from "../../server/library/published-lists.ts";
import { type LibraryEntryParams, libraryEntryPage } from "../../server/queries/list/library-entry-page.ts";
import { type LibraryParams, libraryPage } from "../../server/queries/list/library-page.ts";
import { type ParallelParams, parallelPage } from "../../server/queries/list/parallel-page.ts";
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
const find = (params: LibraryParams, actor: Actor = thePublic) => shown(libraryPage(regime.context, actor, params));
const entry = (params: LibraryEntryParams, actor: Actor = thePublic) =>
  shown(libraryEntryPage(regime.context, actor, params));
const codesOf = (page: Awaited<ReturnType<typeof find>>) => page.rows.map(({ list, code }) => `${list}/${code}`);

describe("the lists", () => {
  it("[D5] hold every heading once, and each published entry in full", () => {
    const { entries } = library();
    expect(new Set(entries.map(({ list, code }) => `${list}/${code}`)).size).toBe(entries.length);
    expect(entries.filter(({ published }) => published !== null).length).toBe(76 + 59);
    expect(entries.filter(({ heading }) => heading === "")).toEqual([]);
  });

  it("[D5] are read from CSV with quoted cells, line breaks and quotation marks in them", () => {
    expect(csvRows('a,b\r\n"x ""y"", z",1\r\n"two\r\nlines",\r\n')).toEqual([
      ['x "y", z', "1"],
      ["two\r\nlines", ""],
    ]);
  });
});

describe("searching", () => {
  it("[D5] finds an entry by its code, the beginning of one, its words, and words mistyped", async () => {
    expect(codesOf(await find({ words: "4a906" }))[0]).toBe("us/4A906");
    expect(codesOf(await find({ words: "4A9" }))).toContain("us/4A906");
    expect(codesOf(await find({ words: "quantum computers" }))[0]).toBe("us/4A906");
    expect(codesOf(await find({ words: "quantm computrs" }))[0]).toBe("us/4A906");
    expect(await find({ words: "zzzz qqqq" })).toMatchObject({ rows: [], total: 0 });
  });

  it("[D5] shows where the words stand when the heading does not hold them", async () => {
    const [row] = (await find({ words: "C-NOT error" })).rows;
    expect(row).toMatchObject({ code: "4A906", passage: { path: "4A906.a.1" } });
  });

  it("[D5] is narrowed by list and category, and goes on behind a key", async () => {
    const european = await find({ list: "eu", category: "4" });
    expect(european.total).toBe(european.rows.length);
    expect(new Set(european.rows.map(({ list, category }) => `${list} ${category}`))).toEqual(new Set(["eu 4"]));
    const first = await find({ list: "us" });
    const second = await find({ list: "us", after: first.next });
    expect(codesOf(second)[0]! > codesOf(first).at(-1)!).toBe(true);
    expect((await find({})).categories).toHaveLength(10);
    expect((await find({ category: "77", list: "mars" })).categories).toHaveLength(10);
  });
});

describe("an entry", () => {
  it("[D2] is numbered as it was published", async () => {
    const { entry: shownEntry } = await entry({ code: "4a906" });
    const paths = clausePaths("4A906", shownEntry.clauses!);
    const item = shownEntry.clauses!.find((clause) => paths.get(clause.nid) === "4A906.a.1")!;
    expect(clauseText(item)).toContain("34 or more, but fewer than 100");
  });

  it("[D5] stands beside its counterpart in the other list, and is not found under an unknown code", async () => {
    const both = await entry({ code: "3A001", list: "eu", both: true });
    expect(both.entry.list).toBe("eu");
    expect(both.beside).toMatchObject({ list: "us", code: "3A001" });
    expect((await entry({ code: "4A906", both: true })).beside).toBeNull();
    expect((await entry({ code: "0A002" })).entry.clauses).toBeNull();
    for (const code of ["9Z999", "../../etc", ""])
      expect(await libraryEntryPage(regime.context, thePublic, { code })).toMatchObject({ code: "not-found" });
  });

  it("[D1] begins a text only where one is empty and the reader may edit it", async () => {
    const empty = await givenDrafting(regime, { title: "Empty" });
    const begun = await givenDrafting(regime, { title: "Begun" });
    await regime.done(regime.chair, "start-definition", { candidate: begun.id, entry: "4A906" });
    const titles = async (actor: Actor) => (await entry({ code: "4A906" }, actor)).candidates.map(({ id }) => id);
    expect(await titles(regime.holders.JP)).toEqual([empty.id]);
    for (const actor of [thePublic, regime.stranger, regime.observer, regime.reviewers.JP, regime.secretariat])
      expect(await titles(actor)).toEqual([]);
  });
});

describe("an entry in two lists", () => {
  const parallel = (params: ParallelParams, actor: Actor = thePublic) => parallelPage(regime.context, actor, params);

  it("[D5] stands clause beside clause, every clause that says something once", async () => {
    const page = await shown(parallel({ code: "3A001", with: "eu/3A001" }));
    expect([page.here.list, page.there.list]).toEqual(["us", "eu"]);
    const words = ({ clauses }: typeof page.here) =>
      clauses.filter((clause) => !/^(\[Reserved\])?$/.test(clauseText(clause))).map(({ nid }) => nid);
    expect(page.rows.flatMap(({ here }) => here ?? []).sort()).toEqual(words(page.here).sort());
    expect(page.rows.flatMap(({ there }) => there ?? []).sort()).toEqual(words(page.there).sort());
    expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(page.rows.length);
    const turned = await shown(parallel({ code: "3A001", list: "eu", with: "us" }));
    expect([turned.here.list, turned.rows.length]).toEqual(["eu", page.rows.length]);
  });

  it("[D2] finds the paragraph by what it says: 2B352.i of one list is 2B352.j of the other", async () => {
    const { rows } = await shown(parallel({ code: "2B352" }));
    expect(rows.filter(({ paths }) => paths !== null && paths.here !== paths.there).length).toBeGreaterThan(0);
  });

  it("[D5] is not found where one side has no text, no list or no such entry", async () => {
    for (const params of [
      { code: "4A906" },
      { code: "3A001", with: "mars" },
      { code: "0A002" },
      { code: "3A001", with: "eu/9Z999" },
    ])
      expect(await parallel(params)).toMatchObject({ code: "not-found" });
  });

  it("[D1] begins a definition from either side", async () => {
    const { id } = await givenDrafting(regime, { title: "Empty" });
    expect((await shown(parallel({ code: "3A001", for: id }, regime.holders.JP))).candidates[0]).toMatchObject({
      id,
      chosen: true,
    });
    expect((await shown(parallel({ code: "3A001" }))).candidates).toEqual([]);
  });
});
