import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commonTerms } from "../../../domain/definition/common-terms.ts";
import { type Clause, clauseText, type Inline, inlineText } from "../../../domain/definition/control-text.ts";
import { withFoundParameters, withTypedThresholds } from "../../../domain/definition/embed-parameters.ts";
import { importEntry, type ListEntry } from "../../../domain/definition/import-entry.ts";
import { type KnownAround, lint } from "../../../domain/definition/linter.ts";

const told = (content: Inline[]) =>
  content.map((part) => {
    if ("param" in part)
      return `<${part.param.quantity} ${part.param.comparator} ${JSON.stringify(part.param.value)} ${part.param.unit}: ${part.param.raw}>`;
    return inlineText([part]);
  });

const lists = ["ccl", "eu"] as const;
const given: Record<(typeof lists)[number], ListEntry[]> = JSON.parse(
  readFileSync(new URL("./entries.json", import.meta.url), "utf8"),
);

describe("thresholds of plain words as typed parameters", () => {
  it("[D3] puts each in the place of exactly its words", () => {
    expect(
      told(
        withFoundParameters([
          { text: "Quantum computers supporting 34 or more, but fewer than 100, fully controlled physical qubits" },
        ]),
      ),
    ).toEqual([
      "Quantum computers supporting ",
      '<physical qubits between {"min":"34","min_inclusive":true,"max":"100","max_inclusive":false} qubits: 34 or more, but fewer than 100>',
      ", fully controlled physical qubits",
    ]);
  });

  it("[D3] takes the quantity from a term in front, and finds nothing twice", () => {
    const content: Inline[] = [
      { text: "A " },
      { termRef: "C-NOT error" },
      { text: " of less than or equal to 10⁻⁴; or" },
    ];
    const once = withFoundParameters(content);
    expect(told(once)).toEqual([
      "A ",
      "'C-NOT error'",
      " of ",
      '<C-NOT error <= "0.0001" 1: less than or equal to 10⁻⁴>',
      "; or",
    ]);
    expect(withFoundParameters(once)).toEqual(once);
  });

  it("[D3] leaves conditions of measurement and conversions that disagree among the words", () => {
    const words = "A noise of 2 dB or less at 20 °C and a mass of 10 kg (30 lb) or more";
    expect(told(withFoundParameters([{ text: words }]))).toEqual([
      "A noise of ",
      '<noise <= "2" dB: 2 dB or less>',
      " at 20 °C and a mass of 10 kg (30 lb) or more",
    ]);
  });

  it("[D3] reads every entry in force back in its own words, and makes no fault that it had not", () => {
    const known: KnownAround = { terms: commonTerms.map(({ term }) => term), entries: [] };
    let count = 0;
    let number = 0;
    for (const entry of lists.flatMap((list) => given[list])) {
      const text = importEntry(entry, { nextNid: () => `n${++number}`, terms: commonTerms });
      const clauses = withTypedThresholds(text.clauses);
      const words = (all: Clause[]) => all.map((clause) => clauseText(clause));
      expect(words(clauses)).toEqual(words(text.clauses));
      expect(lint({ ...text, clauses }, known)).toEqual(lint(text, known));
      count += clauses.flatMap(({ content }) => content.filter((part) => "param" in part)).length;
    }
    expect(count).toBeGreaterThan(100);
  });
});
