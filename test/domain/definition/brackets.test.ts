/** What is still bracketed in a text, and what references are read as (rules D5, D6). */
import { describe, expect, it } from "vitest";
import { openQuestions } from "../../../domain/definition/brackets.ts";
import type { Bracket, Clause, Inline } from "../../../domain/definition/control-text.ts";
import { inlineText } from "../../../domain/definition/control-text.ts";
import { referenceWords } from "../../../domain/definition/numbering.ts";
import { readControlText } from "../../../domain/definition/read-control-text.ts";
import { redline } from "../../../domain/definition/redline.ts";
import { entryCodeAtEnd, quotedTermAtEnd, referenceTarget } from "../../../domain/definition/reference-target.ts";
import { isRefusal } from "../../../domain/refusal.ts";

const item = (nid: string, ...content: Inline[]): Clause => ({
  nid,
  level: 1,
  kind: "item",
  marking: "AMBER",
  caveat: [],
  content,
});
const bracket = (words: string, more: Partial<Bracket> = {}): Inline => ({
  bracket: { delegations: ["JP"], content: [{ text: words }], ...more },
});
const controlText = (clauses: Clause[]) => ({
  format: "plenary-control-text/1" as const,
  reference: "4A906",
  title: "",
  terms: [],
  clauses,
});

describe("open questions", () => {
  it("[D6] gathers the parts of a bracket and the alternatives to it", () => {
    const questions = openQuestions([
      item("a", bracket("34", { id: "k" }), bracket("50", { id: "l", delegations: ["NO"], alternativeOf: "k" })),
      item("b", bracket("or more", { id: "k", delegations: ["JP", "CA"] }), { text: " x " }, bracket("lone")),
    ]);
    expect(questions).toEqual([
      {
        bracket: { id: "k", alternativeOf: null, delegations: ["JP", "CA"], words: "34 or more", nids: ["a", "b"] },
        alternatives: [{ id: "l", alternativeOf: "k", delegations: ["NO"], words: "50", nids: ["a"] }],
      },
      {
        bracket: { id: null, alternativeOf: null, delegations: ["JP"], words: "lone", nids: ["b"] },
        alternatives: [],
      },
    ]);
  });

  it("[D6] keeps an alternative whose bracket is gone, or that names itself or another alternative", () => {
    const words = (clauses: Clause[]) => openQuestions(clauses).map((question) => question.bracket.words);
    expect(words([item("a", bracket("50", { id: "l", alternativeOf: "gone" }))])).toEqual(["50"]);
    expect(words([item("a", bracket("50", { id: "l", alternativeOf: "l" }))])).toEqual(["50"]);
    const chain = [bracket("1", { id: "k" }), bracket("2", { id: "l", alternativeOf: "k" })];
    expect(words([item("a", ...chain, bracket("3", { id: "m", alternativeOf: "l" }))])).toEqual(["1", "3"]);
  });

  it("[D6] the name of a bracket is read from files and kept through them", () => {
    const text = controlText([item("a", bracket("34", { id: "k" }))]);
    expect(readControlText(JSON.parse(JSON.stringify(text)))).toEqual(text);
    const wrong = readControlText({
      ...text,
      clauses: [{ ...text.clauses[0], content: [{ bracket: { id: 1, content: [] } }] }],
    });
    expect(isRefusal(wrong)).toBe(true);
  });
});

describe("references", () => {
  const isClause = (nid: string) => nid === "c1" || nid === "4A906";

  it("[D5] name a clause of this text, a candidate or an entry, and else nothing", () => {
    expect(referenceTarget("c1", isClause)).toEqual({ kind: "clause", nid: "c1" });
    expect(referenceTarget("QTAC/2026/014", isClause)).toEqual({ kind: "candidate", reference: "QTAC/2026/014" });
    expect(referenceTarget("3A001.b.2", isClause)).toEqual({ kind: "entry", code: "3A001", items: ".b.2" });
    expect(referenceTarget("gone", isClause)).toBeNull();
    expect(referenceTarget("", isClause)).toBeNull();
  });

  it("[D5] are seen in what is being written, at its end only", () => {
    expect(entryCodeAtEnd("see 3A001.b.2")).toEqual({ from: 4, code: "3A001.b.2" });
    expect(entryCodeAtEnd("4a906")).toEqual({ from: 0, code: "4A906" });
    expect(entryCodeAtEnd("see X4A906")).toBeNull();
    expect(entryCodeAtEnd("4A906 and")).toBeNull();
    expect(entryCodeAtEnd("34 qubits")).toBeNull();
  });

  it("[D4] terms are seen between single quotation marks, and an apostrophe is none", () => {
    expect(quotedTermAtEnd("of 'C-NOT error'")).toEqual({ from: 3, term: "C-NOT error" });
    expect(quotedTermAtEnd("‘production’")).toEqual({ from: 0, term: "production" });
    expect(quotedTermAtEnd("the members' own experts'")).toBeNull();
  });

  it("[D5] read as the number that the clause has now, also in words and comparisons", () => {
    const one = item("c1", { text: "First" });
    const two = item("c2", { text: "see " }, { xref: "c1" }, { text: " and " }, { xref: "4A906" });
    const heading = { ...item("h", { text: "Computers" }), kind: "heading" as const };
    expect(inlineText(two.content, referenceWords([one, two]))).toBe("see a. and 4A906");
    expect(inlineText(two.content, referenceWords([item("c0"), one, two]))).toBe("see b. and 4A906");
    expect(referenceWords([heading])("h")).toBe("“Computers”");
    const lines = redline(controlText([one, two]), controlText([item("c0", { text: "New" }), one, two]));
    expect(lines.at(-1)).toMatchObject({ status: "same", runs: [{ kind: "same", text: "see b. and 4A906" }] });
  });
});
