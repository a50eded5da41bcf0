/** Which systems fall in, from both sides of each threshold of the two texts that matter most, and of made-up ones. */
import { describe, expect, test } from "vitest";
import { conditionsOf, quantitiesOf } from "../../../../domain/definition/consequences/conditions.ts";
import { readThreshold, thresholdsIn, withThreshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { compareSides, meets, verdictOn } from "../../../../domain/definition/consequences/verdict.ts";
import type { Clause, ClauseKind } from "../../../../domain/definition/control-text.ts";
import { numbers } from "../../../../domain/definition/numbering.ts";
import type { Figure } from "../../../../domain/definition/system.ts";
import { entryClauses } from "../../../../server/library/entry-clauses.ts";
import { library } from "../../../../server/library/published-lists.ts";

function entry(code: string): Clause[] {
  let number = 0;
  return entryClauses(library().find("us", code)!.published!, { nextNid: () => `n${++number}`, terms: [] });
}

const source = { source: "s", address: "https://example.org", sourceDate: "2026", note: "" };
const figure = (quantity: string, value: string, unit: string): Figure => ({ quantity, value, unit, ...source });

function system(figures: Figure[]) {
  return { figures };
}

function computer(qubits: string | null, error: string | null) {
  return system([
    ...(qubits === null ? [] : [figure("physical qubits", qubits, "qubits")]),
    ...(error === null ? [] : [figure("C-NOT error", error, "1")]),
  ]);
}

function circuit(tpp: string | null, density: string | null) {
  return system([
    ...(tpp === null ? [] : [figure("total processing performance", tpp, "TPP")]),
    ...(density === null ? [] : [figure("performance density", density, "TPP/mm²")]),
  ]);
}

const line = (nid: string, level: number, text: string, kind: ClauseKind = "item"): Clause => ({
  nid,
  level,
  kind,
  marking: "AMBER",
  caveat: [],
  content: [{ text }],
});

describe("4A906: qubits against error", () => {
  const clauses = entry("4A906");
  const conditions = conditionsOf(clauses);
  const labels = numbers(clauses);
  const verdict = (qubits: string | null, error: string | null) => {
    const found = verdictOn(computer(qubits, error), conditions);
    return found === null ? null : [found.word, ...found.by.map((nid) => labels.get(nid)!)].join(" ");
  };

  test.each([
    ["33", "0.00001", "out"],
    ["34", "0.0001", "in a.1."],
    ["34", "0.000100000000000000000001", "out"],
    ["99", "0.0001", "in a.1."],
    ["99", "0.00011", "out"],
    ["100", "0.001", "in a.2."],
    ["100", "0.0010000001", "out"],
    ["199", "0.001", "in a.2."],
    ["200", "0.002", "in a.3."],
    ["200", "0.0021", "out"],
    ["349", "0.0021", "out"],
    ["350", "0.003", "in a.4."],
    ["499", "0.0031", "out"],
    ["500", "0.004", "in a.5."],
    ["700", "0.005", "in a.6."],
    ["1099", "0.0051", "out"],
    ["1100", "0.006", "in a.7."],
    ["1999", "0.0061", "out"],
    ["2000", "0.5", "in a.8."],
  ])("[D3] %s qubits with an error of %s: %s", (qubits, error, expected) => {
    expect(verdict(qubits, error)).toBe(expected);
  });

  test("[D3] what no figure tells is not known, unless the others decide", () => {
    expect(verdict("127", null)).toBe("not-known");
    expect(verdictOn(computer("127", null), conditions)!.missing).toEqual(["C-NOT error"]);
    expect(verdict("20", null)).toBe("out");
    expect(verdict("2500", null)).toBe("in a.8.");
    expect(verdict(null, "0.0001")).toBe("not-known");
    // With an error of one half only the number of qubits can still decide.
    expect(verdict(null, "0.5")).toBe("not-known");
    expect(verdictOn(circuit("4800", null), conditions)).toBeNull();
  });

  test("[D3] names what it asks, what can be moved, and what it says in no numbers", () => {
    expect(quantitiesOf(conditions).map(({ quantity }) => quantity)).toEqual(["physical qubits", "C-NOT error"]);
    const movable = thresholdsIn(conditions).filter(({ key }) => key === "physicalqubits");
    expect(movable.map(({ value, places }) => [value, places.length])).toEqual([
      ["34", 1],
      ["100", 2],
      ["200", 2],
      ["350", 2],
      ["500", 2],
      ["700", 2],
      ["1100", 2],
      ["2000", 2],
    ]);
    expect(conditions.notInNumbers.map((nid) => labels.get(nid))).toEqual(["b.", "c."]);
  });

  test("[D13] a rung that ends lower lets the next one begin lower, and says who changes sides", () => {
    const seam = thresholdsIn(conditions).find(({ value, key }) => value === "100" && key === "physicalqubits")!;
    const lower = withThreshold(conditions, seam, "98");
    const machines = [computer("98", "0.00079"), computer("97", "0.00079"), computer("105", "0.0033")];
    expect(compareSides(machines, conditions, lower).map(({ before, after }) => [before, after])).toEqual([
      ["out", "in"],
      ["out", "out"],
      ["out", "out"],
    ]);
    expect(verdictOn(computer("97", "0.0001"), lower)!.word).toBe("in");
    expect(verdictOn(computer("98", "0.0001"), lower)!.word).toBe("in");
  });
});

describe("3A090: processing performance against its density", () => {
  const clauses = entry("3A090");
  const a = clauses.slice(
    0,
    clauses.findIndex(({ kind }) => kind === "note"),
  );
  const conditions = conditionsOf(a);
  const verdict = (tpp: string | null, density: string | null) => verdictOn(circuit(tpp, density), conditions)!.word;

  test.each([
    ["4800", "0.1", "in"],
    ["4799.999", "5.91999", "out"],
    ["4799.999", "5.92", "in"],
    ["1600", "5.92", "in"],
    ["1599.99", "20", "out"],
    ["1600", "5.9199999999", "out"],
    ["4992", "6.0436", "in"],
    ["2368", "2.9091", "out"],
  ])("[D3] %s TPP at %s TPP/mm²: %s", (tpp, density, expected) => {
    expect(verdict(tpp, density)).toBe(expected);
  });

  test("[D3] without a density only the first threshold can be judged", () => {
    expect(verdict("4800", null)).toBe("in");
    expect(verdict("4400", null)).toBe("not-known");
    expect(verdict("1599", null)).toBe("out");
    expect(verdict(null, "5")).toBe("not-known");
  });

  test("[D3] the whole entry asks the same of a circuit; its notes are not judged", () => {
    const whole = conditionsOf(clauses);
    for (const [tpp, density] of [
      ["4800", "1"],
      ["1600", "5.92"],
    ] as const)
      expect(verdictOn(circuit(tpp, density), whole)!.word).toBe("in");
  });
});

describe("how items join what they ask", () => {
  const asks = (clauses: Clause[]) => {
    const labels = numbers(clauses);
    return conditionsOf(clauses).ways.map(({ nid, conditions }) => [labels.get(nid), conditions.map(({ key }) => key)]);
  };

  test("[D3] all of the following: every sub-item is asked", () => {
    const clauses = [
      line("a", 1, "Pumps having all of the following:"),
      line("b", 2, "A pumping speed of 500 l/s or more; and"),
      line("c", 2, "A mass of less than 5 kg."),
    ];
    expect(asks(clauses)).toEqual([["a.2.", ["pumpingspeed", "mass"]]]);
    const pump = (speed: string, mass: string) =>
      system([figure("pumping speed", speed, "l/s"), figure("mass", mass, "g")]);
    const conditions = conditionsOf(clauses);
    expect(verdictOn(pump("500", "4999"), conditions)!.word).toBe("in");
    expect(verdictOn(pump("500", "5000"), conditions)!.word).toBe("out");
    expect(verdictOn(pump("499", "4999"), conditions)!.word).toBe("out");
  });

  test("[D3] where the item does not say, the last but one sub-item says it", () => {
    const pump = (joint: string) => [
      line("a", 1, "Pumps, having:"),
      line("b", 2, `A pumping speed of 500 l/s or more; ${joint}`),
      line("c", 2, "A mass of less than 5 kg."),
    ];
    expect(asks(pump("and"))).toHaveLength(1);
    expect(asks(pump("or"))).toHaveLength(2);
  });

  test("[D3] an or within a clause begins another way; what stands above is asked of each", () => {
    const clauses = [
      line("a", 1, "Lasers with a wavelength of less than 400 nm, having any of the following:"),
      line("b", 2, "An output power exceeding 10 W, or a pulse energy exceeding 2 J;"),
      line("c", 2, "A beam quality which is excellent."),
    ];
    expect(asks(clauses).map(([, keys]) => keys)).toEqual([
      ["wavelength", "outputpower"],
      ["wavelength", "pulseenergy"],
    ]);
    expect(conditionsOf(clauses).notInNumbers).toEqual(["c"]);
  });

  test("[D3] is not asked of another kind of thing, and the items of a note are the note's", () => {
    const clauses = [
      line("a", 1, "Computers of 34 qubits or more;"),
      line("b", 1, "Refrigerators with a cooling power exceeding 600 µW;"),
      line("n", 1, "Item b. does not apply to:", "note"),
      line("c", 2, "Refrigerators of less than 30 kg."),
    ];
    expect(verdictOn(computer("40", null), conditionsOf(clauses))).toMatchObject({ word: "in", by: ["a"] });
    expect(asks(clauses)).toHaveLength(2);
  });

  test("[D3] a figure in another unit is converted exactly; one of another dimension tells nothing", () => {
    const parameter = { quantity: "mass", comparator: "<" as const, value: "5", unit: "kg", raw: "" };
    expect(meets({ value: "4999.999", unit: "g" }, parameter)).toBe(true);
    expect(meets({ value: "5000", unit: "g" }, parameter)).toBe(false);
    expect(meets({ value: "1", unit: "m" }, parameter)).toBeNull();
    const outside = { min: "1", min_inclusive: false, max: "2", max_inclusive: true };
    const both = { quantity: "q", comparator: "outside" as const, value: outside, unit: "1", raw: "" };
    expect(["0.9", "1", "1.5", "2", "2.1"].map((value) => meets({ value, unit: "1" }, both))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});

test.each([
  ["1,600", "1600"],
  ["5 × 10⁻⁴", "0.0005"],
  ["10⁻³", "0.001"],
  ["2e-3", "0.002"],
  ["5.92", "5.92"],
  ["10^-4", "0.0001"],
  ["0", null],
  ["-3", null],
  ["many", null],
])("[D3] a person may type %s: %s", (typed, value) => {
  expect(readThreshold(typed)).toBe(value);
});
