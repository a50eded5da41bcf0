import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importEntry, type ListEntry } from "../../domain/definition/import-entry.ts";
import { runClassifyChanges } from "../../server/command-line/classify-changes.ts";
import { entryCodes } from "../../server/command-line/entry-codes.ts";
import { runLint } from "../../server/command-line/lint.ts";
import { runParseParameters } from "../../server/command-line/parse-parameters.ts";

const example = {
  format: "plenary-control-text/1",
  reference: "4A906",
  title: "Quantum computers",
  terms: [{ term: "C-NOT error", definition: "The mean error of a gate." }],
  clauses: [
    {
      nid: "c1",
      level: 1,
      kind: "item",
      marking: "AMBER",
      caveat: [],
      content: [
        { text: "Quantum computers supporting " },
        { param: { quantity: "physical qubits", comparator: ">=", value: "34", unit: "qubit", raw: "34 or more" } },
        { termRef: "C-NOT error" },
        { xref: "4D906" },
        { bracket: { delegations: ["JP"], content: [{ text: "…" }] } },
      ],
    },
  ],
};

type File = Record<string, unknown>;

function inputs(files: File) {
  return async (file: string): Promise<string> => {
    const found = files[file];
    if (found === undefined) throw new Error("no such file");
    return typeof found === "string" ? found : JSON.stringify(found);
  };
}

describe("plenary lint", () => {
  it("[D7] prints the faults of the example of the format", async () => {
    const done = await runLint(inputs({ "a.json": example }), ["a.json"]);
    expect(done.exitCode).toBe(0);
    expect(JSON.parse(done.output)).toEqual({
      faults: [{ code: "open-bracket", nid: "c1", detail: "“…” is not agreed (JP)." }],
    });
  });

  it("[D5] knows the published lists", () => {
    expect(entryCodes.length).toBeGreaterThan(600);
    expect(entryCodes).toContain("4D906");
    expect(new Set(entryCodes).size).toBe(entryCodes.length);
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "$"],
    ["a list", [], "$"],
    ["another format", { ...example, format: "x" }, "$.format"],
    ["no clauses", { ...example, clauses: undefined }, "$.clauses"],
    ["a level of 7", { ...example, clauses: [{ ...example.clauses[0], level: 7 }] }, "$.clauses[0].level"],
    ["an unknown kind", { ...example, clauses: [{ ...example.clauses[0], kind: "chapter" }] }, "$.clauses[0].kind"],
    ["a doubled nid", { ...example, clauses: [example.clauses[0], example.clauses[0]] }, "$.clauses[1].nid"],
    [
      "an unknown part",
      { ...example, clauses: [{ ...example.clauses[0], content: [{ image: "x" }] }] },
      "$.clauses[0].content[0]",
    ],
    [
      "a number for a decimal",
      {
        ...example,
        clauses: [
          {
            ...example.clauses[0],
            content: [{ param: { quantity: "q", comparator: ">=", value: 34, unit: "1", raw: "" } }],
          },
        ],
      },
      "$.clauses[0].content[0].param.value",
    ],
  ])("[D1] refuses %s with the path", async (_, file, path) => {
    const done = await runLint(inputs({ "-": file }), ["-"]);
    expect([done.exitCode, done.output]).toEqual([2, ""]);
    expect(done.fault).toContain(`at ${path}`);
  });

  it("[D1] says which file it cannot read", async () => {
    const done = await runLint(inputs({}), ["gone.json"]);
    expect([done.exitCode, done.fault]).toEqual([2, "Cannot read gone.json: no such file.\n"]);
  });
});

describe("plenary parse-parameters", () => {
  it("[D3] answers line by line", async () => {
    const done = await runParseParameters(
      inputs({ "-": "34 or more, but fewer than 100\n\nnothing here\n193 nm or less\n" }),
      [],
    );
    const lines = done.output.split("\n");
    expect(lines).toHaveLength(5);
    expect(lines.slice(1, 3)).toEqual(["[]", "[]"]);
    expect(JSON.parse(lines[0]!)).toEqual([
      {
        raw: "34 or more, but fewer than 100",
        subject: null,
        comparator: "between",
        value: { min: "34", min_inclusive: true, max: "100", max_inclusive: false },
        unit: null,
        value_si: { min: "34", min_inclusive: true, max: "100", max_inclusive: false },
        unit_si: "1",
      },
    ]);
    expect(JSON.parse(lines[3]!)[0].value_si).toBe("0.000000193");
    expect(lines[4]).toBe("");
  });
});

describe("plenary classify-changes", () => {
  it("[D12] prints the classes between two texts", async () => {
    const after = structuredClone(example);
    const content = after.clauses[0]!.content[1]!;
    if ("param" in content && content.param) content.param.value = "100";
    const done = await runClassifyChanges(inputs({ a: example, b: after }), ["a", "b"]);
    expect(JSON.parse(done.output)).toEqual({
      changes: [{ nid: "c1", class: "loosened", detail: "physical qubits ≥ 34 → ≥ 100" }],
    });
  });

  it("[D12] compares whole real entries", async () => {
    const given: { ccl: ListEntry[]; eu: ListEntry[] } = JSON.parse(
      readFileSync(new URL("../domain/definition/entries.json", import.meta.url), "utf8"),
    );
    const text = (list: ListEntry[]) => {
      let last = 0;
      return importEntry(list.find(({ eccn, code }) => (eccn ?? code) === "2B352")!, { nextNid: () => `c${++last}` });
    };
    const done = await runClassifyChanges(inputs({ eu: text(given.eu), us: text(given.ccl) }), ["eu", "us"]);
    const { changes } = JSON.parse(done.output);
    expect(new Set(changes.map((change: { class: string }) => change.class)).size).toBeGreaterThan(3);
  });

  it("[D12] wants two files", async () => {
    expect((await runClassifyChanges(inputs({}), ["a"])).exitCode).toBe(2);
    expect((await runClassifyChanges(inputs({ a: example, b: "[]" }), ["a", "b"])).fault).toContain(
      "b: Expected an object at $",
    );
  });
});
