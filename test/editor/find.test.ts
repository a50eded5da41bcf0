/** Finding and replacing in one text that several people write. */
import { EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { type Hit, hitsOf, type Question, replaceHits } from "../../app/editor/find.ts";
import { ask, finding, findingOf, goOn, replaceAll, replaceOne } from "../../app/editor/finding.ts";
import { projectionOf } from "../../app/editor/projection.ts";
import { clauseText } from "../../domain/definition/control-text.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";

const asked = (words: string, more: Partial<Question> = {}): Question => ({
  words,
  matchCase: false,
  wholeWords: false,
  ...more,
});
const said = (copy: Copy) => readDefinition(copy.doc).clauses.map(clauseText);
const hits = (copy: Copy, question: Question) => hitsOf(copy.state.doc, question);
const at = (copy: Copy, { from, to }: Hit) => copy.state.doc.textBetween(from, to);

function pair(...texts: string[]): [Copy, Copy] {
  return copiesOf(
    texts.map((text, index) => itemClause(`c${index}`, text)),
    ["x", "y"],
  ) as [Copy, Copy];
}

function replaceEvery(copy: Copy, question: Question, words: string): number {
  const transaction = copy.state.tr;
  const count = replaceHits(transaction, hits(copy, question), words);
  copy.dispatch(transaction);
  return count;
}

describe("find", () => {
  it("finds by case and by whole words, quotation marks and spaces in every shape", () => {
    const [x] = pair("The qubit and the ‘Qubit’ of 34\u00a0qubits", "no QUBIT");
    expect(hits(x, asked("qubit"))).toHaveLength(4);
    expect(hits(x, asked("qubit", { matchCase: true }))).toHaveLength(2);
    expect(hits(x, asked("qubit", { wholeWords: true }))).toHaveLength(3);
    expect(hits(x, asked("'qubit'")).map((hit) => at(x, hit))).toEqual(["‘Qubit’"]);
    expect(hits(x, asked("34 qubits"))).toHaveLength(1);
    expect(hits(x, asked("(.*"))).toEqual([]);
    expect(hits(x, asked(""))).toEqual([]);
  });

  it("goes round the hits, and the caret goes along", () => {
    const [x] = pair("one two one", "one");
    let state = EditorState.create({ doc: x.state.doc, plugins: [finding()] });
    state = state.apply(ask(state, asked("one")));
    const seen = [0, 1, 2, 3].map(() => {
      const { from } = state.selection;
      state = state.apply(goOn(state, 1));
      return from;
    });
    expect(seen).toEqual([1, 9, 14, 1]);
    state = state.apply(goOn(state, -1));
    expect(findingOf(state)).toMatchObject({ current: 0, isOpen: true });
  });

  it("replaces one and looks at the next, which is never what was just written", () => {
    const [x] = pair("a a a");
    let state = EditorState.create({ doc: x.state.doc, plugins: [finding()] });
    state = state.apply(ask(state, asked("a")));
    state = state.apply(replaceOne(state, "aa").transaction);
    expect(state.doc.textContent).toBe("aa a a");
    expect(state.selection.from).toBe(4);
    const { transaction, replaced, kept } = replaceAll(state, "b");
    expect([replaced, kept]).toEqual([4, 0]);
    expect(state.apply(transaction).doc.textContent).toBe("bb b b");
  });

  it("replaces all beside a colleague who types, keeps every key, and is one undo", () => {
    const [x, y] = pair("the qubit, a qubit", "some qubit or other", "qubit");
    y.dispatch(y.state.tr.insertText("All ", 1));
    const [, , third] = hits(y, asked("qubit"));
    y.dispatch(y.state.tr.insertText("s", third!.to));
    expect(replaceEvery(x, asked("qubit"), "physical qubit")).toBe(4);
    deliverAll([x, y]);
    const wanted = ["All the physical qubit, a physical qubit", "some physical qubits or other", "physical qubit"];
    for (const copy of [x, y]) {
      expect(said(copy)).toEqual(wanted);
      expect(copy.mends).toEqual([]);
      expect(copy.state.doc.toJSON()).toEqual(projectionOf(copy.doc).toJSON());
    }
    x.binding.undoManager.undo();
    deliverAll([x, y]);
    expect(said(y)).toEqual(["All the qubit, a qubit", "some qubits or other", "qubit"]);
    x.binding.undoManager.redo();
    deliverAll([x, y]);
    expect(said(y)).toEqual(wanted);
  });

  it("leaves parameters, terms and references whole, and what reaches over the edge of a bracket", () => {
    const parameter = { quantity: "qubits", comparator: ">=" as const, value: "34", unit: "1", raw: "34 or more" };
    const clause = {
      ...itemClause("a", ""),
      content: [
        { text: "more than " },
        { param: parameter },
        { text: " of " },
        { bracket: { id: "k", delegations: ["JP"], content: [{ text: "more" }, { text: " logical" }] } },
        { text: " qubits, more" },
      ],
    };
    const [x] = copiesOf([clause], ["x"]) as [Copy];
    expect(hits(x, asked("more")).map(({ fixed }) => fixed)).toEqual([null, "embed", null, null]);
    expect(hits(x, asked("logical qubits")).map(({ fixed }) => fixed)).toEqual(["bracket"]);
    expect(replaceEvery(x, asked("more"), "less")).toBe(3);
    expect(said(x)).toEqual(["less than 34 or more of [less logical] qubits, less"]);
    expect(replaceEvery(x, asked("less "), "")).toBe(2);
    expect(said(x)).toEqual(["than 34 or more of [logical] qubits, less"]);
  });

  it("writes no line break and no half character into a clause", () => {
    const [x] = pair("a \u{1d703} b \u{1d704}");
    expect(replaceEvery(x, asked("\u{1d703}"), "one\ntwo")).toBe(1);
    expect(said(x)).toEqual(["a one two b \u{1d704}"]);
    x.dispatch(x.state.tr.setSelection(TextSelection.atEnd(x.state.doc)));
    expect(x.binding.check()).toBe(true);
  });

  it("answers at once in a text of 500 clauses, also while somebody types", () => {
    const line =
      "Computers having 34 or more physical qubits and error rates less than 10⁻⁴ for every two-qubit gate; ";
    const [x] = copiesOf(
      Array.from({ length: 500 }, (_, index) => itemClause(`n${index}`, line.repeat(2))),
      ["x"],
    ) as [Copy];
    const question = asked("qubit");
    hits(x, question);
    x.dispatch(x.state.tr.insertText("k", 5));
    const start = performance.now();
    expect(hits(x, question)).toHaveLength(2000);
    expect(performance.now() - start).toBeLessThan(50);
    expect(replaceEvery(x, question, "qudit")).toBe(2000);
    expect(x.mends).toEqual([]);
  });
});
