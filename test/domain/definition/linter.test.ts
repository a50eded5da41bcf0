import { describe, expect, it } from "vitest";
import { canonicalClause } from "../../../domain/definition/canonical-text.ts";
import type { Bracket, Clause, ControlText, Inline, Parameter } from "../../../domain/definition/control-text.ts";
import { faultCodes, type KnownAround, lint, openFaults, type Waiver } from "../../../domain/definition/linter.ts";

function text(rows: [string, Inline[], Partial<Clause>?][], more: Partial<ControlText> = {}): ControlText {
  const clauses = rows.map(
    ([nid, content, other]): Clause => ({
      nid,
      level: 1,
      kind: "item",
      marking: "AMBER",
      caveat: [],
      content,
      ...other,
    }),
  );
  return { format: "plenary-control-text/1", reference: "4A906", title: "X", terms: [], clauses, ...more };
}

function param(quantity: string, comparator: Parameter["comparator"], value: Parameter["value"], unit: string): Inline {
  return { param: { quantity, comparator, value, unit, raw: "…" } };
}

function bracket(delegations: string[], words: string, more: Partial<Bracket> = {}): Inline {
  return { bracket: { delegations, content: [{ text: words }], ...more } };
}

const nothing: KnownAround = { terms: [], entries: [] };

function told(given: ControlText, known = nothing): string[] {
  return lint(given, known).map(({ code, nid }) => `${code} ${nid}`);
}

describe("lint", () => {
  it("[D7] finds nothing in a clean text", () => {
    const clean = text(
      [
        ["c1", [{ text: "Quantum computers" }], { kind: "heading" }],
        [
          "c2",
          [
            { text: "Computers of " },
            param("qubits", ">=", "34", "qubit"),
            { text: " with " },
            { termRef: "C-NOT error" },
          ],
        ],
        ["c3", [{ text: "Parts of " }, { xref: "c2" }, { text: " and of " }, { xref: "4D906.a" }], { level: 1 }],
        ["c4", [{ text: "This covers chips." }], { kind: "note" }],
      ],
      { terms: [{ term: "c-not Error", definition: "The mean error of a gate." }] },
    );
    expect(lint(clean, { terms: [], entries: ["4D906"] })).toEqual([]);
  });

  it("[D4] undefined-term: a term stands in this text or in the committee's list", () => {
    const given = text([
      [
        "c1",
        [
          { termRef: "gate" },
          bracket(["JP"], ""),
          { bracket: { delegations: ["JP"], content: [{ termRef: "fidelity" }] } },
        ],
      ],
    ]);
    expect(told(given).filter((line) => line.startsWith("undefined"))).toEqual([
      "undefined-term c1",
      "undefined-term c1",
    ]);
    const faults = lint(given, { terms: ["Gate"], entries: [] }).filter(({ code }) => code === "undefined-term");
    expect(faults.map(({ detail }) => detail)).toEqual(["The term “fidelity” has no entry in the term list."]);
  });

  it("[D5] dangling-xref: a reference leads to a clause, an entry or a candidate", () => {
    const given = text([["c1", [{ xref: "c2" }, { xref: "3A001.b.4" }, { xref: "QTAC/2026/014" }]]]);
    expect(told(given)).toEqual(["dangling-xref c1", "dangling-xref c1", "dangling-xref c1"]);
    expect(told(given, { terms: [], entries: ["3A001", "QTAC/2026/014"] })).toEqual(["dangling-xref c1"]);
    expect(lint(given, nothing)[0]!.detail).toContain("“c2”");
  });

  it.each([
    ["", true],
    ["furlong", true],
    ["1", false],
    ["qubit", false],
    ["nm", false],
    ["W/cm2", false],
    ["dB/km", false],
    ["Cel", false],
    ["%", false],
  ])("[D3] parameter-without-unit: %o is a fault: %s", (unit, isFault) => {
    const given = text([["c1", [param("width", ">=", "3", unit)]]]);
    expect(told(given)).toEqual(isFault ? ["parameter-without-unit c1"] : []);
  });

  it.each<[Parameter["comparator"], Parameter["value"], string, Parameter["comparator"], string, string, boolean]>([
    [">=", "100", "nm", "<", "0.1", "um", true],
    [">=", "100", "nm", "<=", "0.1", "um", false],
    [">", "100", "nm", "<=", "0.1", "um", true],
    ["=", "0.1", "1", "=", "0.10", "1", false],
    ["=", "0.3", "1", "=", "0.30000000000000004", "1", true],
    [
      "between",
      { min: "34", min_inclusive: true, max: "100", max_inclusive: false },
      "qubit",
      ">=",
      "100",
      "qubit",
      true,
    ],
    [
      "between",
      { min: "34", min_inclusive: true, max: "100", max_inclusive: true },
      "qubit",
      ">=",
      "100",
      "qubit",
      false,
    ],
    ["outside", { min: "1", min_inclusive: false, max: "2", max_inclusive: false }, "m", "=", "1.5", "m", true],
    [">", "300", "K", "<", "20", "Cel", true],
    [">", "290", "K", "<", "20", "Cel", false],
    [">", "3", "m", "<", "2", "s", false],
  ])(
    "[D3] contradictory-threshold: %s %o %s with %s %s %s: %s",
    (one, value, unit, other, second, secondUnit, isFault) => {
      const inOne = text([["c1", [param("Width", one, value, unit), param("width", other, second, secondUnit)]]]);
      expect(told(inOne)).toEqual(isFault ? ["contradictory-threshold c1"] : []);
      const inTwo = text([
        ["c1", [param("width", one, value, unit)]],
        ["c2", [{ text: "x" }], { level: 2 }],
        ["c3", [param("width", other, second, secondUnit)], { level: 3 }],
      ]);
      expect(told(inTwo)).toEqual(isFault ? ["contradictory-threshold c3"] : []);
    },
  );

  it("[D3] contradictory-threshold: sisters may differ, and so may alternatives in brackets", () => {
    const sisters = text([
      ["c1", [{ text: "any of" }]],
      ["c2", [param("width", "<", "1", "m")], { level: 2 }],
      ["c3", [param("width", ">", "2", "m")], { level: 2 }],
    ]);
    expect(told(sisters)).toEqual([]);
    const alternative: Inline = {
      bracket: { delegations: ["JP"], alternativeOf: "b1", content: [param("width", ">", "2", "m")] },
    };
    expect(told(text([["c1", [param("width", "<", "1", "m"), alternative]]]))).toEqual(["open-bracket c1"]);
  });

  it("[D5] circular-reference: references, items that contain each other, terms", () => {
    const each = text([
      ["c1", [{ xref: "c2" }]],
      ["c2", [{ xref: "c3" }]],
      ["c3", [{ xref: "c1" }]],
      ["c4", [{ xref: "c1" }]],
    ]);
    expect(lint(each, nothing)).toEqual([
      {
        code: "circular-reference",
        nid: "c1",
        detail: "The references go in a circle: clause c1 → clause c2 → clause c3 → clause c1.",
      },
    ]);
    const inside = text([
      ["c1", [{ text: "Filters" }]],
      ["c2", [{ text: "Parts of " }, { xref: "c1" }], { level: 2 }],
    ]);
    expect(told(inside)).toEqual(["circular-reference c1"]);
    const terms = [
      { term: "gate", definition: "What changes a 'qubit'." },
      { term: "qubit", definition: "What a gate changes." },
    ];
    expect(
      told(
        text(
          [
            ["c1", [{ text: "x" }]],
            ["c2", [{ termRef: "qubit" }]],
          ],
          { terms },
        ),
      ),
    ).toEqual(["circular-reference c2"]);
    expect(told(text([["c1", [{ xref: "c1" }]]]))).toEqual(["circular-reference c1"]);
  });

  it("[D5] circular-reference: a note may cite the item it is about", () => {
    expect(
      told(
        text([
          ["c1", [{ text: "x" }]],
          ["c2", [{ xref: "c1" }], { kind: "note" }],
        ]),
      ),
    ).toEqual([]);
  });

  it("[D1] note-without-subject: an item stands before it at a smaller or equal level", () => {
    const note = (level: number): [string, Inline[], Partial<Clause>] => [
      "c2",
      [{ text: "x" }],
      { kind: "note", level },
    ];
    const item = (level: number): [string, Inline[], Partial<Clause>] => ["c1", [{ text: "x" }], { level }];
    expect(told(text([note(1), item(1)]))).toEqual(["note-without-subject c2"]);
    expect(told(text([item(2), note(1)]))).toEqual(["note-without-subject c2"]);
    expect(told(text([item(2), note(2)]))).toEqual([]);
    expect(told(text([["c1", [], { kind: "heading" }], note(3)]))).toEqual(["note-without-subject c2"]);
    expect(told(text([["c2", [{ text: "x" }], { kind: "nota-bene" }]]))).toEqual([]);
  });

  it("[D4] specially-designed-unexplained: the words need the term reference", () => {
    const terms = [
      { term: "specially designed", definition: "…" },
      { term: "required", definition: "…" },
    ];
    const words = (content: Inline[], more: Partial<ControlText> = {}) =>
      told(text([["c1", content]], { terms, ...more }));
    expect(words([{ text: "Parts “Specially  designed” for it" }])).toEqual(["specially-designed-unexplained c1"]);
    expect(words([{ text: "Parts " }, { termRef: "specially designed" }])).toEqual([]);
    expect(words([{ text: "Technology required for it" }])).toEqual(["specially-designed-unexplained c1"]);
    expect(words([{ text: "Technology " }, { termRef: "required" }])).toEqual([]);
    expect(words([{ text: "The time required" }])).toEqual([]);
    expect(words([{ text: "What is required" }], { reference: "4E906" })).toEqual([
      "specially-designed-unexplained c1",
    ]);
  });

  it("[D6] unattributed-bracket and open-bracket", () => {
    expect(told(text([["c1", [bracket([], "5 nm")]]]))).toEqual(["unattributed-bracket c1", "open-bracket c1"]);
    expect(lint(text([["c1", [bracket(["JP", "AU"], "5 nm")]]]), nothing)).toEqual([
      { code: "open-bracket", nid: "c1", detail: "“5 nm” is not agreed (JP, AU)." },
    ]);
  });

  it("[D7] names every code of table D", () => {
    expect(faultCodes).toHaveLength(9);
  });
});

describe("openFaults", () => {
  const given = text([
    ["c1", [{ xref: "c9" }]],
    ["c2", [{ xref: "c8" }]],
  ]);
  const hashOf = (now: ControlText) => (nid: string) => {
    const clause = now.clauses.find((one) => one.nid === nid);
    return clause === undefined ? null : canonicalClause(clause);
  };
  const waiver: Waiver = {
    code: "dangling-xref",
    nid: "c1",
    clauseTextHash: hashOf(given)("c1")!,
    reason: "Comes later.",
  };

  it("[D8] a waiver ends one fault on one clause text", () => {
    expect(openFaults(lint(given, nothing), [waiver], hashOf(given)).map(({ nid }) => nid)).toEqual(["c2"]);
    expect(openFaults(lint(given, nothing), [{ ...waiver, code: "open-bracket" }], hashOf(given))).toHaveLength(2);
    expect(openFaults(lint(given, nothing), [{ ...waiver, detail: "Another." }], hashOf(given))).toHaveLength(2);
  });

  it("[D8] a changed clause text ends its waiver", () => {
    const changed = text([
      ["c1", [{ text: "Now " }, { xref: "c9" }]],
      ["c2", [{ text: "x" }]],
    ]);
    expect(openFaults(lint(changed, nothing), [waiver], hashOf(changed)).map(({ nid }) => nid)).toEqual(["c1"]);
  });
});
