import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { type EntryNode, importEntry, importSeed, type ListEntry } from "../../../domain/definition/import-entry.ts";
import { clausePaths, clausePlaces, numbers } from "../../../domain/definition/numbering.ts";

type Seed = { id: string; title: string; definition: EntryNode[] };
type PublishedNode = EntryNode & { path?: string; children?: PublishedNode[] };

const given: { ccl: ListEntry[]; eu: ListEntry[]; seeds: Seed[] } = JSON.parse(
  readFileSync(new URL("./entries.json", import.meta.url), "utf8"),
);

function counter(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

function entry(list: "ccl" | "eu", code: string): ListEntry {
  return given[list].find((one) => (one.eccn ?? one.code) === code)!;
}

/** `a.1` with the words `to a.5. [Reserved]` is five reserved items. */
const plainText = ({ text }: EntryNode) => text.trim().replace(/^to \S+ (?=\[Reserved\]$)/, "");

/** Published paths of all items, by their text. */
function published(nodes: PublishedNode[]): [string, string][] {
  return nodes.flatMap((node) => [
    ...(node.type === "item" ? [[node.path!.replace(/\.$/, ""), plainText(node)] as [string, string]] : []),
    ...published(node.children ?? []),
  ]);
}

describe("importEntry", () => {
  it("[D1] makes heading, related controls, items and notes of 4A906", () => {
    const text = importEntry(entry("ccl", "4A906"), { nextNid: counter() });
    expect(text.reference).toBe("4A906");
    expect(text.clauses.slice(0, 4).map(({ nid, kind, level }) => [nid, kind, level])).toEqual([
      ["n1", "heading", 1],
      ["n2", "related-control", 1],
      ["n3", "item", 1],
      ["n4", "item", 2],
    ]);
    expect(clauseText(text.clauses[3]!)).toMatch(/^Quantum computers supporting 34 or more/);
    expect(text.clauses.every(({ marking, caveat }) => marking === "AMBER" && caveat.length === 0)).toBe(true);
    const paths = clausePaths(text.reference, text.clauses);
    expect(paths.get("n4")).toBe("4A906.a.1");
  });

  it.each([
    ["ccl", "4A906"],
    ["ccl", "3B001"],
    ["ccl", "2B352"],
    ["ccl", "3A002"],
    ["ccl", "1C007"],
    ["ccl", "3A090"],
    ["eu", "6A004"],
    ["eu", "2B352"],
    ["eu", "1C351"],
  ] as const)("[D2] computes the published numbers of %s %s", (list, code) => {
    const text = importEntry(entry(list, code), { nextNid: counter() });
    const paths = clausePaths(code, text.clauses);
    const computed = new Set(text.clauses.map((clause) => `${paths.get(clause.nid)} ${clauseText(clause)}`));
    const wrong = published(entry(list, code).items).filter(([path, words]) => !computed.has(`${path} ${words}`));
    expect(wrong).toEqual([]);
  });

  it("[D2] keeps a note and its items with the paragraph it is about", () => {
    const text = importEntry(entry("eu", "6A004"), { nextNid: counter() });
    const places = clausePlaces(text.clauses);
    const note = text.clauses.find((clause) => clauseText(clause).startsWith("6A004.e. does not control"))!;
    const subject = text.clauses.find(({ nid }) => nid === places.get(note.nid)!.subject)!;
    expect(clauseText(subject)).toMatch(/^'Aspheric optical elements'/);
    const after = text.clauses[text.clauses.indexOf(note) + 1]!;
    expect([after.kind, places.get(after.nid)!.label, places.get(after.nid)!.parent]).toEqual(["item", "a.", note.nid]);
  });

  it("[D1] gives every clause a level from 1 to 6 and its own nid", () => {
    for (const one of [...given.ccl, ...given.eu]) {
      const { clauses } = importEntry(one, { nextNid: counter() });
      expect(new Set(clauses.map(({ nid }) => nid)).size).toBe(clauses.length);
      expect(clauses.filter(({ level }) => level < 1 || level > 6)).toEqual([]);
    }
  });

  it("[D4] turns quoted terms that it knows into references and lists them", () => {
    const terms = [
      { term: "specially designed", definition: "Made so that its properties achieve the controlled performance." },
      { term: "never used", definition: "Nothing." },
    ];
    const text = importEntry(entry("ccl", "4A906"), { nextNid: counter(), terms });
    expect(text.terms.map(({ term }) => term)).toEqual(["specially designed"]);
    const references = text.clauses.filter(({ content }) => content.some((part) => "termRef" in part));
    expect(references.length).toBeGreaterThanOrEqual(2);
    expect(clauseText(references[0]!)).toContain("'specially designed'");
  });
});

describe("importSeed", () => {
  it("[D1] reads the drafted tree of a candidate", () => {
    const seed = given.seeds[0]!;
    const text = importSeed({ reference: seed.id, ...seed }, { nextNid: counter() });
    expect(text.title).toBe(seed.title);
    const labels = numbers(text.clauses);
    expect(text.clauses.map(({ nid }) => labels.get(nid))).toEqual([
      "",
      "a.",
      "a.1.",
      "a.2.",
      "a.3.",
      "a.4.",
      "b.",
      "c.",
      "Note 1",
      "Note 2",
      "Technical Note",
    ]);
  });

  it("[D3] types a parameter only where the words state exactly the same", () => {
    const [quantum, cryogenic] = given.seeds.map((seed) =>
      importSeed({ reference: seed.id, ...seed }, { nextNid: counter() }),
    );
    const typed = [...quantum!.clauses, ...cryogenic!.clauses].flatMap(({ content }) =>
      content.flatMap((part) => ("param" in part ? [part.param] : [])),
    );
    expect(typed).toContainEqual({
      quantity: "physical qubits",
      comparator: ">=",
      value: "2000",
      unit: "qubits",
      raw: "2,000 or more",
    });
    expect(typed).toContainEqual({
      quantity: "ambient temperature",
      comparator: "<=",
      value: "4.5",
      unit: "K",
      raw: "4.5 K or less",
    });
    // "From 34 up to 99" is not the drafted range from 34 to less than 100.
    expect(typed.some(({ value }) => typeof value !== "string" && value.max === "100")).toBe(false);
    quantum!.clauses.slice(1).forEach((clause, at) => {
      const texts = (nodes: EntryNode[]): string[] =>
        nodes.flatMap((node) => [node.text, ...texts(node.children ?? [])]);
      expect(clauseText(clause)).toBe(texts(given.seeds[0]!.definition)[at]);
    });
  });
});
