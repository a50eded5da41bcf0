/** Words that are not agreed, in copies that meet (rule D6). */
import { type Command, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import {
  addAlternative,
  agreeOn,
  attributeBracket,
  bracketChoiceAt,
  freshBracketIds,
  putInBrackets,
} from "../../app/editor/bracket-commands.ts";
import { splitClause } from "../../app/editor/clause-commands.ts";
import { projectionOf } from "../../app/editor/projection.ts";
import { openQuestions } from "../../domain/definition/brackets.ts";
import { clauseText } from "../../domain/definition/control-text.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";

const words = "having 34 or more physical qubits in one module";

/** Selects words of the text shown. */
function select(copy: Copy, wanted: string): void {
  const { doc } = copy.state;
  let found = -1;
  doc.descendants((node, position) => {
    const at = node.isTextblock && found < 0 ? node.textContent.indexOf(wanted) : -1;
    if (at >= 0) found = position + 1 + at;
    return false;
  });
  if (found < 0) throw new Error(`The text does not hold "${wanted}".`);
  const selection = TextSelection.create(doc, found, found + wanted.length);
  copy.dispatch(copy.state.tr.setSelection(selection));
}

const run = (copy: Copy, command: Command) => command(copy.state, copy.dispatch);
const read = (copy: Copy) => readDefinition(copy.doc).clauses;
const said = (copy: Copy) => read(copy).map(clauseText);

function expectEqual(copies: Copy[]): void {
  deliverAll(copies);
  const [first] = copies;
  for (const copy of copies) {
    expect(copy.mends).toEqual([]);
    expect(copy.state.doc.toJSON()).toEqual(projectionOf(copy.doc).toJSON());
    expect(read(copy)).toEqual(read(first!));
  }
}

const pair = (text = words) =>
  copiesOf([itemClause("a", text), itemClause("b", "the end")], ["x", "y"]) as [Copy, Copy];

describe("brackets", () => {
  it("[D6] name their delegations, hold across a split and are found again as one", () => {
    const [x, y] = pair();
    select(x, "34 or more physical qubits");
    run(x, putInBrackets("k1", ["JP", "NO"]));
    expect(said(x)).toEqual(["having [34 or more physical qubits] in one module", "the end"]);
    select(x, "physical");
    x.dispatch(x.state.tr.setSelection(TextSelection.create(x.state.doc, x.state.selection.from)));
    run(x, splitClause(x.newId));
    expectEqual([x, y]);
    expect(openQuestions(read(y))).toMatchObject([
      { bracket: { id: "k1", delegations: ["JP", "NO"], words: "34 or more  physical qubits" }, alternatives: [] },
    ]);
    expect(openQuestions(read(y))[0]!.bracket.nids).toHaveLength(2);
    run(x, agreeOn(0));
    expectEqual([x, y]);
    expect(openQuestions(read(y))).toEqual([]);
    expect(said(y).join("|")).toBe("having 34 or more |physical qubits in one module|the end");
  });

  it("[D6] end equal on both sides when two people bracket overlapping words at once", () => {
    const [x, y] = pair();
    select(x, "34 or more physical");
    run(x, putInBrackets("kx", ["JP"]));
    select(y, "physical qubits in one");
    run(y, putInBrackets("ky", ["NO"]));
    expectEqual([x, y]);
    const found = openQuestions(read(x)).map(({ bracket }) => [bracket.id, bracket.delegations]);
    expect(found).toEqual([
      ["kx", ["JP"]],
      ["ky", ["NO"]],
    ]);
    expect(said(x)[0]!.replace(/[[\]]/g, "")).toBe(words);
  });

  it("[D6] keep the words of another bracket in it when more is bracketed", () => {
    const [x, y] = pair();
    select(x, "physical");
    run(x, putInBrackets("k1", ["JP"]));
    select(x, "34 or more physical qubits");
    run(x, putInBrackets("k2", ["NO"]));
    expectEqual([x, y]);
    expect(said(x)[0]).toBe("having [34 or more ][physical][ qubits] in one module");
    select(x, "physical");
    expect(run(x, putInBrackets("k3", ["CA"]))).toBe(false);
  });

  it("[D6] stand beside an alternative that names them; agreeing keeps one and is one undo", () => {
    const [x, y] = pair();
    select(x, "34 or more");
    run(x, putInBrackets("k1", ["JP"]));
    run(x, addAlternative(x.newId, " 50 or\nmore ", ["NO", "CA"]));
    expectEqual([x, y]);
    expect(said(y)[0]).toBe("having [34 or more][50 or more] physical qubits in one module");
    expect(openQuestions(read(y))).toMatchObject([
      { bracket: { words: "34 or more" }, alternatives: [{ words: "50 or more", delegations: ["NO", "CA"] }] },
    ]);
    select(y, "50");
    expect(bracketChoiceAt(y.state)?.map((one) => one.words)).toEqual(["34 or more", "50 or more"]);
    run(y, attributeBracket(1, ["NO"]));
    run(y, agreeOn(1));
    expectEqual([x, y]);
    expect(said(x)[0]).toBe("having 50 or more physical qubits in one module");
    y.binding.undoManager.undo();
    expectEqual([x, y]);
    expect(openQuestions(read(x))).toMatchObject([
      { bracket: { words: "34 or more" }, alternatives: [{ words: "50 or more", delegations: ["NO"] }] },
    ]);
  });

  it("[D6] can be left out as a whole, beside a colleague who types in the clause", () => {
    const [x, y] = pair();
    select(x, " physical");
    run(x, putInBrackets("k1", ["JP"]));
    deliverAll([x, y]);
    select(x, " physical");
    run(x, agreeOn(null));
    select(y, "module");
    y.dispatch(y.state.tr.insertText("cooled ", y.state.selection.from));
    expectEqual([x, y]);
    expect(said(x)[0]).toBe("having 34 or more qubits in one cooled module");
  });

  it("[D6] without a name of their own get one with their first alternative", () => {
    const bracket = { delegations: ["JP"], content: [{ text: "34 or more" }] };
    const clause = { ...itemClause("a", ""), content: [{ text: "having " }, { bracket }, { text: " qubits" }] };
    const [x, y] = copiesOf([clause], ["x", "y"]) as [Copy, Copy];
    select(x, "34 or more");
    run(x, addAlternative(x.newId, "50 or more", ["NO"]));
    expectEqual([x, y]);
    const [question] = openQuestions(read(y));
    expect(question!.bracket.id).not.toBeNull();
    expect(question!.alternatives[0]!.alternativeOf).toBe(question!.bracket.id);
  });

  it("[D6] are brackets of their own when they are pasted, and alternatives stay with theirs", () => {
    const [x] = pair();
    select(x, "34 or more");
    run(x, putInBrackets("k1", ["JP"]));
    run(x, addAlternative(x.newId, "50 or more", ["NO"]));
    let next = 0;
    const rename = freshBracketIds(() => `fresh${++next}`);
    const values = x.state.doc
      .firstChild!.children.map(rename)
      .flatMap((node) => node.marks.map((mark) => mark.attrs.value));
    expect(values).toEqual([
      { id: "fresh1", delegations: ["JP"] },
      { id: "fresh2", delegations: ["NO"], alternativeOf: "fresh1" },
    ]);
  });
});
