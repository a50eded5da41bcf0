import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangeClass, classifyChanges } from "../../../domain/definition/change-class.ts";
import {
  type Clause,
  type ControlText,
  clauseText,
  type Inline,
  type Parameter,
} from "../../../domain/definition/control-text.ts";
import { importEntry, type ListEntry } from "../../../domain/definition/import-entry.ts";

function text(...rows: [string, string | Inline[], Partial<Clause>?][]): ControlText {
  const clauses = rows.map(
    ([nid, content, more]): Clause => ({
      nid,
      level: 1,
      kind: "item",
      marking: "AMBER",
      caveat: [],
      content: typeof content === "string" ? [{ text: content }] : content,
      ...more,
    }),
  );
  return { format: "plenary-control-text/1", reference: "4A906", title: "X", terms: [], clauses };
}

function told(before: ControlText, after: ControlText): string[] {
  return classifyChanges(before, after).map((change) => `${change.nid} ${change.class}`);
}

function one(before: string | Inline[], after: string | Inline[]) {
  const changes = classifyChanges(text(["c1", before]), text(["c1", after]));
  expect(changes.length).toBeLessThanOrEqual(1);
  return changes[0] ?? null;
}

function param(comparator: Parameter["comparator"], value: Parameter["value"], unit = "qubit", raw = "…"): Inline[] {
  return [{ text: "Computers of " }, { param: { quantity: "qubits", comparator, value, unit, raw } }];
}

const mirrored: Record<ChangeClass, ChangeClass> = {
  added: "removed",
  removed: "added",
  moved: "moved",
  editorial: "editorial",
  loosened: "tightened",
  tightened: "loosened",
  narrowed: "widened",
  widened: "narrowed",
  rewritten: "rewritten",
};

describe("classifyChanges", () => {
  it("[D12] lists no unchanged clause", () => {
    expect(told(text(["c1", "Lasers"]), text(["c1", "Lasers"]))).toEqual([]);
  });

  it.each<[string, string, ChangeClass, string]>([
    ["34 or more qubits", "100 or more qubits", "loosened", "qubits ≥ 34 → ≥ 100"],
    ["A noise figure less than 5 dB", "A noise figure less than 3 dB", "loosened", "noise figure < 5 dB → < 3 dB"],
    ["A noise figure less than 3 dB", "A noise figure less (better) than 5 dB", "tightened", ""],
    ["A power exceeding 10 W", "A power exceeding 5,000 mW", "tightened", "power > 10 W → > 5,000 mW"],
    ["A power exceeding 10 W", "A power of 10 W or more", "tightened", "power > 10 W → ≥ 10 W"],
    ["exceeding 10 W in power", "10 W or more in power", "tightened", "power > 10 W → ≥ 10 W"],
    ["193 nm or less", "0,193 µm or less", "editorial", ""],
    ["20 liters or greater", "20 litres or more", "editorial", ""],
    ["at least 16 channels", "16 channels or more", "editorial", ""],
    ["from 34 up to 99 qubits", "from 34 up to 199 qubits", "tightened", "qubits from 34 to 99 → from 34 to 199"],
    ["from 34 up to 99 qubits", "from 50 up to 199 qubits", "rewritten", "qubits from 34 to 99 → from 50 to 199"],
    ["10 nm or less and 5 W or more", "8 nm or less and 6 W or more", "loosened", ""],
    ["10 nm or less and 5 W or more", "12 nm or less and 6 W or more", "rewritten", ""],
    ["a width of 5 mm or more", "a width of 5 s or more", "rewritten", ""],
    ["over the whole range from 10 to 20 °C", "over the whole range from 5 to 30 °C", "loosened", ""],
    ["Sterilisable “fibre” filters", "sterilizable 'fiber' filters;", "editorial", ""],
    ["Micro-organisms, in-situ", "microorganisms in situ", "editorial", ""],
    ["Lasers;", "Lasers; and", "editorial", ""],
    ["Lasers; or", "Lasers; and", "rewritten", "“or” → “and”"],
    ["Lasers and mirrors", "Lasers or mirrors", "rewritten", "“and” → “or”"],
    ["Lasers", "Lasers, except those of class 1", "narrowed", ""],
    ["Lasers, other than diodes, and mirrors", "Lasers and mirrors", "widened", ""],
  ])("[D13] %s → %s is %s", (before, after, wanted, detail) => {
    const change = one(before, after)!;
    expect(change.class).toBe(wanted);
    if (detail !== "") expect(change.detail).toBe(detail);
    expect(one(after, before)!.class).toBe(mirrored[wanted]);
  });

  it("[D13] compares typed parameters exactly, whatever words they stand for", () => {
    expect(one(param(">=", "34"), param(">=", "100"))).toEqual({
      nid: "c1",
      class: "loosened",
      detail: "qubits ≥ 34 → ≥ 100",
    });
    expect(one(param(">=", "0.3"), param(">=", "0.30000000000000004"))!.class).toBe("loosened");
    expect(one(param(">=", "34"), param(">=", "34.0"))!.class).toBe("editorial");
    expect(one(param(">=", "34"), param(">", "34"))!.class).toBe("loosened");
    expect(one(param("<=", "34"), param(">=", "34"))!.class).toBe("rewritten");
    expect(one(param(">=", "34", "m"), param(">=", "34", "s"))!.class).toBe("rewritten");
    expect(one("Computers of 34 or more", param(">=", "100"))!.class).toBe("loosened");
  });

  it("[D12] an exclusion added narrows, one removed widens", () => {
    const without = text(["c1", "Lasers"]);
    const exclusion: [string, string, Partial<Clause>] = ["c2", "Toys", { kind: "exclusion", level: 2 }];
    const note: [string, string, Partial<Clause>] = ["c2", "4A906.a does not control toys.", { kind: "note" }];
    for (const row of [exclusion, note]) {
      expect(told(without, text(["c1", "Lasers"], row))).toEqual(["c2 narrowed"]);
      expect(told(text(["c1", "Lasers"], row), without)).toEqual(["c2 widened"]);
    }
    expect(told(without, text(["c1", "Lasers"], ["c2", "It covers diodes.", { kind: "note" }]))).toEqual(["c2 added"]);
  });

  it("[D12] tells what moved, from where to where", () => {
    const before = text(["c1", "Lasers"], ["c2", "Mirrors"], ["c3", "Gimbals"]);
    const after = text(["c2", "Mirrors"], ["c3", "Gimbals"], ["c1", "“Lasers”"]);
    expect(classifyChanges(before, after)).toEqual([{ nid: "c1", class: "moved", detail: "From 4A906.a to 4A906.c." }]);
  });

  it("[D12] a clause that became another kind is rewritten", () => {
    expect(told(text(["c1", "Lasers"]), text(["c1", "Lasers", { kind: "text" }]))).toEqual(["c1 rewritten"]);
  });

  it("[D12] tells spelling from substance between two real lists", () => {
    const given: { ccl: ListEntry[]; eu: ListEntry[] } = JSON.parse(
      readFileSync(new URL("./entries.json", import.meta.url), "utf8"),
    );
    const imported = (list: "ccl" | "eu") => {
      let last = 0;
      const entry = given[list].find((found) => (found.eccn ?? found.code) === "2B352")!;
      return importEntry(entry, { nextNid: () => `n${++last}` });
    };
    const [eu, us] = [imported("eu"), imported("ccl")];
    const changes = classifyChanges(eu, us);
    const words = new Map(us.clauses.map((clause) => [clause.nid, clauseText(clause)]));
    const classOf = (start: string) => changes.find(({ nid }) => words.get(nid)?.startsWith(start))?.class ?? "same";
    expect(classOf("A water evaporation capacity")).toMatch(/same|editorial|moved/);
    expect(classOf("Capable of being sterilized or disinfected in situ")).toMatch(/editorial|moved/);
    expect(changes.filter((change) => change.class === "editorial").length).toBeGreaterThan(3);
    const back = classifyChanges(us, eu).map((change) => mirrored[change.class]);
    expect(back.sort()).toEqual(changes.map((change) => change.class).sort());
  });

  it("[D13] swapped, each class becomes its opposite", () => {
    const threshold = fc.tuple(
      fc.constantFrom<Parameter["comparator"]>("<", "<=", "=", ">=", ">"),
      fc.integer({ min: 1, max: 4 }),
    );
    const words = fc.constantFrom(
      "Lasers of 5 W or more",
      "Lasers of 7 W or more",
      "Mirrors",
      "Mirrors except toys",
      "mirrors;",
    );
    const clauses = fc
      .tuple(
        fc.subarray(["c1", "c2", "c3", "c4"]),
        fc.array(fc.oneof(threshold, words), { minLength: 4, maxLength: 4 }),
      )
      .map(([nids, contents]) =>
        text(
          ...nids.map((nid, at): [string, string | Inline[]] => {
            const content = contents[at]!;
            return [nid, typeof content === "string" ? content : param(content[0], String(content[1]))];
          }),
        ),
      );
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const there = classifyChanges(before, after).map((change) => change.class);
        const back = classifyChanges(after, before).map((change) => mirrored[change.class]);
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 500 },
    );
  });
});
