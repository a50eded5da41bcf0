import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Clause, clauseKinds, type Inline } from "../../domain/definition/control-text.ts";
import { markings } from "../../domain/record/marking.ts";
import { definitionRoots, keyOf, readEmbed, readKey, readParameter } from "../../protocol/definition-shape.ts";
import { definitionWords, readDefinition, writeClauses } from "../../protocol/definition-text.ts";

const parameter = { quantity: "qubits", comparator: ">=", value: "34", unit: "1", raw: "34 or more qubits" } as const;

function clause(nid: string, content: Inline[], more: Partial<Clause> = {}): Clause {
  return { nid, level: 1, kind: "item", marking: "AMBER", caveat: [], content, ...more };
}

function written(clauses: Clause[]): Y.Doc {
  const doc = new Y.Doc();
  writeClauses(doc, clauses);
  return doc;
}

/** Neighbouring texts read as one, so that what is generated is already in the form in which it is read. */
const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "≥", "😀", "量"), minLength: 1, maxLength: 8 });
const plainInline: fc.Arbitrary<Inline> = fc.oneof(
  fc.constant<Inline>({ param: { ...parameter } }),
  words.map((termRef) => ({ termRef })),
  words.map((xref) => ({ xref })),
);
const spaced = (parts: Inline[]) => parts.flatMap((part, index) => (index % 2 === 0 ? [{ text: "a" }, part] : [part]));
const bracketed = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), fc.array(plainInline, { minLength: 1, maxLength: 3 }))
  .map(([delegations, content]) => ({ bracket: { delegations, content: spaced(content) } }));
const content = fc.array(fc.oneof(plainInline, bracketed), { maxLength: 5 }).map(spaced);

const clauses = fc
  .array(
    fc.record({
      level: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom(...clauseKinds),
      marking: fc.constantFrom(...markings),
      caveat: fc.array(words, { maxLength: 2 }),
      content,
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((value, index): Clause => ({ nid: `c${index}`, ...value })));

/** Two brackets of the same delegations side by side are one bracket: the writer separates them by a text. */
function hasTwinBrackets(list: Clause[]): boolean {
  return list.some((one) =>
    one.content.some((part, index) => {
      const next = one.content[index + 1];
      return (
        next !== undefined &&
        "bracket" in part &&
        "bracket" in next &&
        part.bracket.delegations.join("\n") === next.bracket.delegations.join("\n")
      );
    }),
  );
}

describe("definition text", () => {
  it("[D1] reads back exactly the clauses that were written", () => {
    fc.assert(
      fc.property(clauses, (list) => {
        fc.pre(!hasTwinBrackets(list));
        const reading = readDefinition(written(list));
        expect(reading).toEqual({ clauses: list, strays: [], doubledNids: [], before: [], unknownCount: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it("[D1] reads the same from a copy that got the state over the wire", () => {
    const list = [clause("a", [{ text: "Computers having " }, { param: parameter }, { text: ";" }], { level: 2 })];
    const copy = new Y.Doc();
    definitionRoots(copy);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(written(list)));
    expect(readDefinition(copy).clauses).toEqual(list);
  });

  it("[D1] turns line breaks, control characters and half characters of an import into plain text", () => {
    const doc = written([clause("a", [{ text: "one\r\ntwo\u0000three\ud800" }])]);
    expect(readDefinition(doc).clauses[0]?.content).toEqual([{ text: "one two three\ufffd" }]);
  });

  it("[D6] keeps the delegations of a bracket and what it is an alternative of", () => {
    const bracket = { delegations: ["Japan"], alternativeOf: "b1", content: [{ text: "50" }] };
    const list = [clause("a", [{ text: "at least " }, { bracket }, { text: " qubits" }])];
    expect(readDefinition(written(list)).clauses).toEqual(list);
  });

  it("reports a deleted clause with typing in it as a stray, and leaves out one without", () => {
    const doc = written([clause("a", [{ text: "kept" }]), clause("b", [{ text: "late typing" }]), clause("c", [])]);
    const { clauses: fields } = definitionRoots(doc);
    fields.set(keyOf("b", "gone"), true);
    fields.set(keyOf("c", "gone"), true);
    const reading = readDefinition(doc);
    expect(reading.clauses.map((one) => one.nid)).toEqual(["a"]);
    expect(reading.strays).toEqual([clause("b", [{ text: "late typing" }])]);
  });

  it("reports doubled identifiers, text before the first clause and what it does not know", () => {
    const doc = written([clause("a", [{ text: "x" }])]);
    const { text } = definitionRoots(doc);
    text.insertEmbed(text.length, { clause: "a" });
    text.insertEmbed(text.length, { image: "?" });
    text.insertEmbed(text.length, { param: "nobody" });
    text.insertEmbed(text.length, { place: "p" });
    text.insert(0, "lost");
    const reading = readDefinition(doc);
    expect(reading.doubledNids).toEqual(["a"]);
    expect(reading.before).toEqual([{ text: "lost" }]);
    expect(reading.unknownCount).toBe(2);
    expect(reading.clauses).toHaveLength(2);
  });

  it("reads values that are none as those of new text", () => {
    const doc = written([clause("a", [{ text: "x" }], { level: 3, marking: "RED" })]);
    const { clauses: fields } = definitionRoots(doc);
    for (const [field, value] of [
      ["level", 99],
      ["kind", "song"],
      ["marking", 4],
      ["caveat", "all"],
    ] as const) {
      fields.set(keyOf("a", field), value);
    }
    expect(readDefinition(doc).clauses).toEqual([clause("a", [{ text: "x" }], { kind: "text" })]);
  });

  it("refuses to write over text, to double an identifier and to nest brackets", () => {
    const bracket = { delegations: ["Japan"], content: [{ text: "x" }] };
    expect(() => writeClauses(written([clause("a", [{ text: "x" }])]), [])).toThrow("empty text");
    expect(() => written([clause("a", []), clause("a", [])])).toThrow("one identifier");
    expect(() => written([clause("a b", [])])).toThrow("identifier");
    expect(() => written([clause("a", [], { level: 7 })])).toThrow("7 is not a level");
    expect(() => written([clause("a", [{ bracket: { ...bracket, content: [{ bracket }] } }])])).toThrow("inside");
  });

  it("gives the words one clause a line", () => {
    const doc = written([
      clause("a", [{ text: "Having " }, { param: parameter }]),
      clause("b", [{ termRef: "qubit" }]),
    ]);
    expect(definitionWords(doc)).toBe("Having 34 or more qubits\n'qubit'");
  });

  it("reads 2,000 clauses of a quarter of a million characters within 200 ms", () => {
    const line = "Computers and specially designed equipment having any of the following characteristics, and parts. ";
    const doc = written(Array.from({ length: 2000 }, (_, index) => clause(`c${index}`, [{ text: line.repeat(1) }])));
    const started = performance.now();
    expect(readDefinition(doc).clauses).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("definition shape", () => {
  it("knows its embeds and no other", () => {
    expect(readEmbed({ clause: "n1" })).toEqual({ clause: "n1" });
    expect(readEmbed({ xref: "4A906.a" })).toEqual({ xref: "4A906.a" });
    for (const odd of [
      null,
      "x",
      7,
      {},
      [],
      { clause: "" },
      { clause: "a:b" },
      { clause: "a", level: 1 },
      { xref: "\n" },
    ]) {
      expect(readEmbed(odd)).toBeNull();
    }
    expect(readEmbed({ termRef: "x".repeat(201) })).toBeNull();
  });

  it("knows its keys and no other", () => {
    expect(readKey("n1:level")).toEqual({ id: "n1", field: "level" });
    expect(readKey("p1:param")).toEqual({ id: "p1", field: "param" });
    for (const odd of ["level", ":level", "n1:", "n1:colour", "a:b:level", ""]) expect(readKey(odd)).toBeNull();
  });

  it("[D3] knows a parameter with one value and with a range", () => {
    const range = { min: "1", min_inclusive: true, max: "2", max_inclusive: false };
    expect(readParameter(parameter)).toEqual(parameter);
    expect(readParameter({ ...parameter, comparator: "between", value: range })?.value).toEqual(range);
    expect(readParameter({ ...parameter, comparator: "about" })).toBeNull();
    expect(readParameter({ ...parameter, value: 34 })).toBeNull();
  });
});
