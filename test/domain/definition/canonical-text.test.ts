import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalClause, canonicalJson, canonicalText } from "../../../domain/definition/canonical-text.ts";
import type { Clause, ControlText, Inline } from "../../../domain/definition/control-text.ts";

function clause(content: Inline[], more: Partial<Clause> = {}): Clause {
  return { nid: "c1", level: 1, kind: "item", marking: "AMBER", caveat: [], content, ...more };
}

function text(clauses: Clause[], more: Partial<ControlText> = {}): ControlText {
  return {
    format: "plenary-control-text/1",
    reference: "4A906",
    title: "Quantum computers",
    terms: [],
    clauses,
    ...more,
  };
}

describe("canonicalJson", () => {
  it("[D9] writes the example of RFC 8785 byte for byte", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("[D9] sorts members by UTF-16 code units", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it("[D9] does not depend on the order in which members were written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("[D9] leaves out undefined members and refuses what JSON cannot say", () => {
    expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}');
    expect(() => canonicalJson(Number.NaN)).toThrow("NaN");
    expect(() => canonicalJson("\ud800")).toThrow("surrogate");
    expect(() => canonicalJson(() => 1)).toThrow("function");
  });
});

describe("canonicalText", () => {
  it("[D11] is the same for texts that differ only in how they were written", () => {
    const one = text([
      clause([{ text: "Cafe" }, { text: "\u0301 " }, { text: "" }, { termRef: "x" }], { caveat: ["JP", "FR"] }),
    ]);
    const other = text([clause([{ text: "Café " }, { termRef: "x" }], { caveat: ["FR", "JP", "FR"] })]);
    expect(canonicalText(other)).toBe(canonicalText(one));
  });

  it("[D9] leaves out members that the format does not know", () => {
    const plain = text([clause([{ text: "x" }])]);
    const more = { ...plain, openedBy: "somebody", clauses: [{ ...plain.clauses[0]!, authors: ["a"] }] };
    expect(canonicalText(more)).toBe(canonicalText(plain));
  });

  it("[D9] changes with a word, a level, a kind, a marking, a caveat or the order of clauses", () => {
    const base = clause([{ text: "x" }]);
    const plain = canonicalText(text([base, clause([{ text: "y" }], { nid: "c2" })]));
    const changes: Partial<Clause>[] = [
      { content: [{ text: "z" }] },
      { level: 2 },
      { kind: "note" },
      { marking: "GREEN" },
      { caveat: ["JP"] },
    ];
    for (const change of changes) {
      expect(canonicalText(text([{ ...base, ...change }, clause([{ text: "y" }], { nid: "c2" })]))).not.toBe(plain);
    }
    expect(canonicalText(text([clause([{ text: "y" }], { nid: "c2" }), base]))).not.toBe(plain);
  });

  it("[D9] keeps an attributed bracket and its alternative", () => {
    const bracket = { delegations: ["JP", "AU"], content: [{ text: "5 nm" }], alternativeOf: "b1" };
    expect(canonicalText(text([clause([{ bracket }])]))).toContain(
      '{"bracket":{"alternativeOf":"b1","content":[{"text":"5 nm"}],"delegations":["AU","JP"]}}',
    );
  });

  it("[D8] a clause's own canonical words do not change when it moves", () => {
    expect(canonicalClause(clause([{ text: "x" }], { nid: "c9", level: 4 }))).toBe(
      canonicalClause(clause([{ text: "x" }])),
    );
    expect(canonicalClause(clause([{ text: "y" }]))).not.toBe(canonicalClause(clause([{ text: "x" }])));
  });
});
