/** What the pages of term lists and of the table of systems show, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { definitionPage } from "../../server/queries/definition/definition-page.ts";
import { systemsFile, systemsImportPage, systemsPage } from "../../server/queries/definition/systems-page.ts";
import { termsPage } from "../../server/queries/definition/terms-page.ts";
import { committeePage } from "../../server/queries/membership/committee-page.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let committee: string;
let reference: string;
beforeAll(async () => {
  regime = await givenRegime();
  committee = regime.committee.code;
  const proposed = await givenDrafting(regime);
  reference = proposed.reference;
  const text: ControlText = {
    format: "plenary-control-text/1",
    reference: "",
    title: "",
    terms: [],
    clauses: [
      {
        ...{ nid: "a", level: 1, kind: "item", marking: "AMBER", caveat: [] },
        content: [{ text: "Machines of high " }, { termRef: "cooling power" }, { text: ", see " }, { xref: "4D906" }],
      },
      {
        ...{ nid: "b", level: 2, kind: "item", marking: "AMBER", caveat: [] },
        content: [{ text: "Parts of them, " }, { termRef: "specially designed" }],
      },
    ],
  };
  await regime.done(regime.chair, "start-definition", { candidate: proposed.id, text: { ...text } });
});
afterAll(() => regime?.close());

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

describe("the page of terms", () => {
  it("[D4] says where each term is used, and which are used and defined by nobody", async () => {
    const page = await shown(termsPage(regime.context, regime.chair, { committee }));
    expect(page.undefinedTerms).toMatchObject([
      { term: "cooling power", usedIn: [{ reference, clauses: [{ nid: "a" }] }] },
    ]);
    const common = page.terms.find(({ term }) => term === "specially designed");
    expect(common).toMatchObject({ isCommon: true, usedIn: [{ reference, clauses: [{ nid: "b", label: "a.1." }] }] });
    const definition = "Heat taken away at 20 mK.";
    const term = { committee: regime.committee.id, candidate: "", term: "Cooling power", definition };
    await regime.done(regime.holders.NO, "define-term", term);
    const after = await shown(termsPage(regime.context, regime.chair, { committee }));
    expect(after.undefinedTerms).toEqual([]);
    expect(after.terms.find((one) => one.term === "Cooling power")).toMatchObject({
      definition,
      isCommon: false,
      now: { personName: "Holder NO" },
      usedIn: [{ reference }],
    });
  });

  it("[D5] says which texts refer to an entry, and gives the editor what can be referred to", async () => {
    const page = await shown(termsPage(regime.context, regime.chair, { committee }));
    expect(page.references).toMatchObject([
      { target: "4D906", usedIn: [{ reference, clauses: [{ nid: "a", label: "a." }] }] },
    ]);
    const other = await givenDrafting(regime, { title: "Dilution refrigerators" });
    const room = await shown(definitionPage(regime.context, regime.chair, { candidate: reference }));
    expect(room.references).toContainEqual({
      target: "4D906",
      kind: "published",
      title: expect.stringMatching(/software/i),
      to: "/library/4D906",
    });
    expect(room.references).toContainEqual(expect.objectContaining({ target: other.reference, kind: "candidate" }));
    expect(room.terms.map(({ term }) => term)).toContain("specially designed");
  });

  it("[W2] is read within the committee only; [W8] the secretariat reads it and words nothing", async () => {
    for (const actor of [regime.stranger, thePublic]) {
      expect(await termsPage(regime.context, actor, { committee })).toMatchObject({ code: "not-found" });
      expect(await systemsPage(regime.context, actor, { committee })).toMatchObject({ code: "not-found" });
      expect(await systemsFile(regime.context, actor, { committee })).toMatchObject({ code: "not-found" });
      expect(await systemsImportPage(regime.context, actor, { committee })).toMatchObject({ code: "not-found" });
    }
    const page = await shown(termsPage(regime.context, regime.secretariat, { committee }));
    expect(page.may["define-term"]).toMatchObject({ code: "role", rule: "W8" });
    expect((await shown(committeePage(regime.context, regime.stranger, { committee }))).isInside).toBe(false);
  });
});

const head = "area,name,maker,country,kind,year,quantity,value,unit,source,address,source date,note";
const row = (name: string, value: string) =>
  `a,${name},Maker,NO,ions,2026,physical qubits,${value},qubits,Paper,https://example.org/p,2026-05,`;

describe("the pages of systems", () => {
  it("[D3] show of each row what it would do before it is done, and do just that", async () => {
    const table = [head, row("One", "34"), row("Two", "many"), row("One", "35")].join("\n");
    const before = await shown(systemsImportPage(regime.context, regime.chair, { committee, table }));
    expect(before.rows!.map(({ fate, faults }) => [fate, Object.keys(faults)])).toEqual([
      ["new-system", []],
      ["left-out", ["value"]],
      ["correction", []],
    ]);
    expect((await shown(systemsPage(regime.context, regime.chair, { committee }))).systems).toEqual([]);
    await regime.done(regime.chair, "import-systems", { committee: regime.committee.id, table, area: "" });
    const page = await shown(systemsPage(regime.context, regime.chair, { committee }));
    expect(page.systems).toMatchObject([{ name: "One", figures: [{ value: "35" }] }]);
    const system = page.systems[0]!.id;
    const { chosen } = await shown(systemsPage(regime.context, regime.chair, { committee, system }));
    expect(chosen!.past.map(({ value, reason }) => [value, reason])).toEqual([
      ["35", "Imported from a table."],
      ["34", ""],
    ]);
    const file = await shown(systemsFile(regime.context, regime.chair, { committee }));
    const again = await shown(systemsImportPage(regime.context, regime.chair, { committee, table: file.characters }));
    expect(again.rows!.map(({ fate }) => fate)).toEqual(["unchanged"]);
  });

  it("[D3] refuse what is no table with its reason, and page by key", async () => {
    const bad = await shown(systemsImportPage(regime.context, regime.chair, { committee, table: "x" }));
    expect(bad).toMatchObject({ rows: null, fault: { code: "malformed" } });
    const rows = Array.from({ length: 60 }, (_, at) => row(`Machine ${String(at).padStart(2, "0")}`, String(at + 1)));
    const table = [head, ...rows].join("\n");
    await regime.done(regime.chair, "import-systems", { committee: regime.committee.id, table, area: "" });
    const first = await shown(systemsPage(regime.context, regime.chair, { committee, area: "a" }));
    expect(first.systems).toHaveLength(50);
    const second = await shown(systemsPage(regime.context, regime.chair, { committee, area: "a", after: first.next }));
    expect(second.systems).toHaveLength(11);
    expect(second.next).toBeNull();
  });
});
