import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Clause, type ControlText, clauseText } from "../../../domain/definition/control-text.ts";
import { importEntry, type ListEntry } from "../../../domain/definition/import-entry.ts";
import { redline } from "../../../domain/definition/redline.ts";
import { wordDiff } from "../../../domain/definition/word-diff.ts";

const given: { ccl: ListEntry[]; eu: ListEntry[] } = JSON.parse(
  readFileSync(new URL("./entries.json", import.meta.url), "utf8"),
);

function text(...rows: [string, string, Partial<Clause>?][]): ControlText {
  const clauses = rows.map(
    ([nid, words, more]): Clause => ({
      nid,
      level: 1,
      kind: "item",
      marking: "AMBER",
      caveat: [],
      content: [{ text: words }],
      ...more,
    }),
  );
  return { format: "plenary-control-text/1", reference: "X", title: "X", terms: [], clauses };
}

function told(before: ControlText, after: ControlText): [string, string][] {
  return redline(before, after).map(({ nid, status }) => [nid, status]);
}

function imported(list: "ccl" | "eu", code: string, prefix: string): ControlText {
  let last = 0;
  const entry = given[list].find((one) => (one.eccn ?? one.code) === code)!;
  return importEntry(entry, { nextNid: () => `${prefix}${++last}` });
}

const words = fc
  .array(fc.constantFrom("qubits", "of", "34", "0,5", " ", "  ", ",", "“more”", "nm", "\u{1f600}", "é"))
  .map((list) => list.join(""));

describe("wordDiff", () => {
  it("[D12] rebuilds both texts from its runs", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after);
        const side = (kind: string) => runs.filter((run) => run.kind === "same" || run.kind === kind);
        expect(
          side("deleted")
            .map((run) => run.text)
            .join(""),
        ).toBe(before);
        expect(
          side("inserted")
            .map((run) => run.text)
            .join(""),
        ).toBe(after);
        expect(runs.filter((run) => run.text === "")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("[D12] marks the number that changed and nothing else", () => {
    expect(wordDiff("supporting 34 or more qubits", "supporting 1,100 or more qubits")).toEqual([
      { kind: "same", text: "supporting " },
      { kind: "deleted", text: "34" },
      { kind: "inserted", text: "1,100" },
      { kind: "same", text: " or more qubits" },
    ]);
  });

  it("[D12] gathers neighbouring changed words", () => {
    expect(wordDiff("one two end", "three four end")).toEqual([
      { kind: "deleted", text: "one two" },
      { kind: "inserted", text: "three four" },
      { kind: "same", text: " end" },
    ]);
  });

  it("[D12] stays quick on long texts without a word in common", () => {
    const before = Array.from({ length: 20_000 }, (_, at) => `a${at}`).join(" ");
    const after = Array.from({ length: 20_000 }, (_, at) => `b${at}`).join("\n");
    const began = performance.now();
    expect(wordDiff(before, after).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("redline", () => {
  it("[D1] follows the nid within a definition, even where every word changed", () => {
    expect(told(text(["c1", "Lasers"], ["c2", "Mirrors"]), text(["c1", "Something else"], ["c2", "Mirrors"]))).toEqual([
      ["c1", "changed"],
      ["c2", "same"],
    ]);
  });

  it("[D12] shows added clauses, and removed ones behind what they followed", () => {
    const before = text(["c1", "Lasers"], ["c2", "Mirrors"], ["c3", "Gimbals"]);
    const after = text(["c1", "Lasers"], ["c4", "Detectors"], ["c3", "Gimbals"]);
    expect(told(before, after)).toEqual([
      ["c1", "same"],
      ["c2", "removed"],
      ["c4", "added"],
      ["c3", "same"],
    ]);
  });

  it("[D12] finds the one clause that moved", () => {
    const before = text(["c1", "Lasers"], ["c2", "Mirrors"], ["c3", "Gimbals"], ["c4", "Detectors"]);
    const after = text(["c2", "Mirrors"], ["c3", "Gimbals"], ["c1", "Lasers"], ["c4", "Detectors"]);
    expect(told(before, after)).toEqual([
      ["c2", "same"],
      ["c3", "same"],
      ["c1", "moved"],
      ["c4", "same"],
    ]);
  });

  it("[D12] holds an item moved that went under another item", () => {
    const before = text(["c1", "Lasers"], ["c2", "Mirrors"], ["c3", "Coated", { level: 2 }]);
    const after = text(["c1", "Lasers"], ["c2", "Mirrors"], ["c3", "Coated", { level: 1 }]);
    expect(told(before, after)).toEqual([
      ["c1", "same"],
      ["c2", "same"],
      ["c3", "moved"],
    ]);
  });

  it("[D12] aligns texts without common nids by what they say, not by their labels", () => {
    const us = imported("ccl", "2B352", "u");
    const eu = imported("eu", "2B352", "e");
    const lines = redline(us, eu);
    for (const start of [/^Spray.drying equipment/, /^Aerosol inhalation equipment/, /^Fermenters capable/]) {
      const line = lines.find(({ after }) => after && start.test(clauseText(after)))!;
      expect(clauseText(line.before!)).toMatch(start);
    }
    const same = lines.filter(({ before, after }) => before && after);
    expect(same.length).toBeGreaterThan(eu.clauses.length * 0.7);
  });

  it("[D12] is not misled by nids that two texts share by chance", () => {
    const lines = redline(imported("ccl", "2B352", "n"), imported("eu", "2B352", "n"));
    const apart = redline(imported("ccl", "2B352", "u"), imported("eu", "2B352", "n"));
    expect(lines.map(({ status, runs }) => [status, runs])).toEqual(apart.map(({ status, runs }) => [status, runs]));
  });

  it("[D12] turned round tells the same story backwards", () => {
    const mirrored = { same: "same", moved: "moved", changed: "changed", added: "removed", removed: "added" } as const;
    const clauses = fc
      .uniqueArray(fc.constantFrom("c1", "c2", "c3", "c4", "c5"))
      .chain((nids) =>
        fc.tuple(...nids.map((nid) => words.map((line): [string, string] => [nid, line]))).map((rows) => text(...rows)),
      );
    fc.assert(
      fc.property(clauses, clauses, (one, other) => {
        const count = (lines: [string, string][]) =>
          lines
            .filter(([, status]) => status !== "moved" && status !== "same")
            .map(([, status]) => status)
            .sort();
        const back = told(other, one).map(([nid, status]): [string, string] => [
          nid,
          mirrored[status as keyof typeof mirrored],
        ]);
        expect(count(back)).toEqual(count(told(one, other)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("[D12] names every clause of both texts exactly once", () => {
    for (const [one, other] of [
      [imported("ccl", "3B001", "u"), imported("ccl", "3A002", "v")],
      [imported("ccl", "2B352", "u"), imported("eu", "2B352", "v")],
    ] as const) {
      const lines = redline(one, other);
      const after = lines.flatMap((line) => (line.after ? [line.after.nid] : []));
      const before = lines.flatMap((line) => (line.before ? [line.before.nid] : []));
      expect(after).toEqual(other.clauses.map(({ nid }) => nid));
      expect([...before].sort()).toEqual(one.clauses.map(({ nid }) => nid).sort());
    }
  });

  it("[D12] compares 500 clauses with 500 others in bounded time", () => {
    const rows = (seed: number) =>
      text(
        ...Array.from({ length: 500 }, (_, at): [string, string] => [
          `${seed}-${at}`,
          `Equipment number ${(at * seed) % 997} having a wavelength of ${at} nm or less and a power exceeding ${at * 7} W in any mode`,
        ]),
      );
    const began = performance.now();
    redline(rows(3), rows(5));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
