/** The table of real systems: recorded, corrected without loss, imported row by row, withdrawn with a reason. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSystems, loadFigurePast } from "../../../db/store/system.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { figureTable, readFigureTable } from "../../../server/figure-table.ts";
import { libraryAreas, librarySystems } from "../../../server/library/published-systems.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

const head = "area,name,maker,country,kind,year,quantity,value,unit,source,address,source date,note";
const row = (name: string, quantity: string, value: string, unit: string) =>
  `quantum computers,${name},Fjord,NO,trapped ions,2026,${quantity},${value},${unit},A paper,https://example.org/p,2026-05,`;

const system = {
  area: "quantum computers",
  name: "Fjord One",
  maker: "Fjord Quantum AS",
  country: "NO",
  kind: "trapped ions",
  year: "2026",
};
const figure = {
  quantity: "C-NOT error",
  value: "1.5e-3",
  unit: "1",
  source: "A paper",
  address: "https://example.org/paper",
  sourceDate: "2026-05",
  note: "",
};
const listed = () =>
  regime.context.db.read((tx) => findSystems(tx, regime.committee.id, { most: 100, withdrawnToo: true }));

describe("the table of real systems", () => {
  it("[D3] keeps a figure exactly, and the figure before a correction in the record", async () => {
    const committee = regime.committee.id;
    const { id } = await regime.done(regime.holders.NO, "record-system", { committee, ...system, ...figure });
    expect((await listed())[0]).toMatchObject({ maker: "Fjord Quantum AS", figures: [{ value: "0.0015", unit: "1" }] });
    const again = { committee, ...system, name: "fjord  one", ...figure };
    expect(await regime.refused(regime.chair, "record-system", again)).toMatchObject({ code: "state", field: "name" });
    const corrected = { system: id, ...figure, value: "0.0012" };
    expect(await regime.refused(regime.chair, "correct-figure", { ...corrected, reason: "" })).toMatchObject({
      code: "reason-missing",
      field: "reason",
    });
    await regime.done(regime.chair, "correct-figure", { ...corrected, reason: "The printed paper says so." });
    await regime.done(regime.chair, "correct-figure", {
      system: id,
      ...figure,
      quantity: "physical qubits",
      value: "40",
      unit: "qubits",
      reason: "",
    });
    const past = await regime.context.db.read((tx) => loadFigurePast(tx, id));
    expect(past.map(({ quantity, value, number }) => [quantity, value, number])).toEqual([
      ["physical qubits", "40", 1],
      ["C-NOT error", "0.0012", 2],
      ["C-NOT error", "0.0015", 1],
    ]);
    const [now] = await listed();
    expect(now!.figures.map(({ value }) => value).sort()).toEqual(["0.0012", "40"]);
    await regime.done(regime.chair, "withdraw-system", { system: id, reason: "It was never built." });
    expect((await listed())[0]).toMatchObject({ withdrawnReason: "It was never built." });
    expect(await regime.refused(regime.chair, "correct-figure", { ...corrected, reason: "Again." })).toMatchObject({
      code: "state",
    });
  });

  it("[D3] takes the good rows of a table and leaves the bad ones out, each with its fault", async () => {
    const committee = regime.committee.id;
    const table = [
      head,
      row("Alpha", "physical qubits", "34", "qubits"),
      row("Alpha", "C-NOT error", "about 1 %", "1"),
      row("Beta", "physical qubits", "33", "furlongs of qubit"),
      row("Alpha", "C-NOT error", "0.0001", "1"),
    ].join("\n");
    const read = readFigureTable(table);
    if (isRefusal(read)) throw new Error(read.reason);
    expect(read.map(({ line, faults }) => [line, faults])).toEqual([
      [2, {}],
      [3, { value: '"about 1 %" is no positive number such as 0.0015.' }],
      [4, { unit: '"furlongs of qubit" is no known unit; a pure number has the unit 1.' }],
      [5, {}],
    ]);
    const done = await regime.done(regime.holders.NO, "import-systems", { committee, table, area: "" });
    expect(done).toEqual({ systems: 1, figures: 2, corrected: 0, leftOut: 2 });
    expect(await regime.refused(regime.holders.NO, "import-systems", { committee, table, area: "" })).toMatchObject({
      code: "state",
    });
    const changed = [head, row("Alpha", "C-NOT error", "0.0002", "1")].join("\r\n");
    expect(await regime.done(regime.holders.NO, "import-systems", { committee, table: changed, area: "" })).toEqual({
      systems: 0,
      figures: 0,
      corrected: 1,
      leftOut: 0,
    });
    expect(
      await regime.refused(regime.chair, "import-systems", { committee, table: "a,b\n1,2", area: "" }),
    ).toMatchObject({
      code: "malformed",
      field: "table",
    });
  });

  it("[D3] comes back out as the table that went in, formulas marked as text", async () => {
    const written = figureTable([
      { ...{ id: "s", area: "a", name: "=1+1", maker: "M", country: null, kind: "k", year: 2020 }, figures: [figure] },
    ]);
    expect(written).toContain(`"'=1+1"`);
    const read = readFigureTable(written);
    if (isRefusal(read)) throw new Error(read.reason);
    expect(read[0]!.read?.system).toMatchObject({ name: "=1+1", country: null });
  });

  it("[D3] holds published figures only: every row of the library's own table reads, with source and date", async () => {
    const counts = libraryAreas().map((area) => {
      const read = readFigureTable(librarySystems(area)!);
      if (isRefusal(read)) throw new Error(read.reason);
      expect(read.filter(({ faults }) => Object.keys(faults).length > 0)).toEqual([]);
      return [area, new Set(read.map(({ cells }) => `${cells.maker} ${cells.name}`)).size];
    });
    expect(Object.fromEntries(counts)).toMatchObject({
      "quantum computers": expect.any(Number),
      "advanced computing circuits": expect.any(Number),
    });
    expect(Object.fromEntries(counts)["quantum computers"]).toBeGreaterThanOrEqual(25);
    expect(Object.fromEntries(counts)["advanced computing circuits"]).toBeGreaterThanOrEqual(35);
    const taken = await regime.done(regime.viceChair, "import-systems", {
      committee: regime.committee.id,
      table: "",
      area: "quantum computers",
    });
    expect(taken).toMatchObject({ leftOut: 0, corrected: 0 });
    const unknown = { committee: regime.committee.id, table: "", area: "steam engines" };
    expect(await regime.refused(regime.viceChair, "import-systems", unknown)).toMatchObject({
      code: "word",
      field: "area",
    });
  });

  it("[W8] is kept by seats and chairs", async () => {
    const fields = { committee: regime.committee.id, ...system, ...figure };
    expect(await regime.refused(regime.secretariat, "record-system", fields)).toMatchObject({
      code: "role",
      rule: "W8",
    });
    expect(await regime.refused(regime.stranger, "record-system", fields)).toMatchObject({ code: "not-found" });
  });
});
