/** Parameters in the editor without a browser: found in words, made, changed, undone, by several people at once. */
import { NodeSelection, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import {
  acceptOffer,
  acceptOfferAtCaret,
  changeParameter,
  chooseParam,
  findParam,
  isParam,
  parameterAsText,
} from "../../app/editor/param-commands.ts";
import { offerAtCaret, offersAt, offersOfClause } from "../../app/editor/param-finding.ts";
import { bracketMark } from "../../app/editor/schema.ts";
import type { Inline, Parameter } from "../../domain/definition/control-text.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";

const sentence = "Computers with 34 qubits or more";

function pair(...lines: string[]): [Copy, Copy] {
  const clauses = lines.map((line, index) => itemClause(`c${index}`, line));
  return copiesOf(clauses, ["A", "B"]) as [Copy, Copy];
}

function meet(...copies: Copy[]): Inline[][] {
  deliverAll(copies);
  for (const copy of copies) {
    expect(copy.binding.check()).toBe(true);
    expect(copy.mends).toEqual([]);
    expect(readDefinition(copy.doc)).toEqual(readDefinition(copies[0]!.doc));
  }
  return readDefinition(copies[0]!.doc).clauses.map(({ content }) => content);
}

/** Where the words stand in the only clause. */
function caretBehind(copy: Copy, words: string): void {
  const { doc, tr } = copy.state;
  const at = doc.textBetween(0, doc.content.size, "", "?").indexOf(words) + words.length;
  copy.dispatch(tr.setSelection(TextSelection.create(doc, 1 + at)));
}

const accept = (copy: Copy) => acceptOfferAtCaret(copy.newId)(copy.state, copy.dispatch);
const offers = (copy: Copy) => offersOfClause(copy.state.doc.child(0)).map(({ offer }) => offer.parameter.raw);
const words = (copy: Copy) =>
  copy.state.doc.textBetween(0, copy.state.doc.content.size, "|", (node) => `<${node.attrs.value.raw}>`);
const qubits: Parameter = {
  quantity: "qubits",
  comparator: ">=",
  value: "34",
  unit: "qubits",
  raw: "34 qubits or more",
};

describe("words that state a threshold", () => {
  it("[D3] become a parameter in one step of undo, and words again with all that stood there", () => {
    const [a, b] = pair(sentence);
    caretBehind(a, sentence);
    expect(offerAtCaret(a.state)?.offer.parameter).toEqual(qubits);
    expect(accept(a)).toBe(true);
    expect(meet(a, b)).toEqual([[{ text: "Computers with " }, { param: qubits }]]);
    expect(a.state.selection.head).toBe(1 + "Computers with ".length + 1);
    a.binding.undoManager.undo();
    expect(meet(a, b)).toEqual([[{ text: sentence }]]);
    a.binding.undoManager.redo();
    expect(meet(a, b)).toEqual([[{ text: "Computers with " }, { param: qubits }]]);
  });

  it("[D3] are never changed by themselves, and no more offered once they are a parameter", () => {
    const [a] = pair(sentence);
    expect(offers(a)).toEqual(["34 qubits or more"]);
    expect(words(a)).toBe(sentence);
    caretBehind(a, sentence);
    accept(a);
    expect(offers(a)).toEqual([]);
  });

  it("[D3] are not made a parameter when they changed since they were offered", () => {
    const [a, b] = pair(sentence);
    const [offer] = offersAt(a.state.doc.child(0), 0);
    caretBehind(b, "Computers with 3");
    b.dispatch(b.state.tr.insertText("9"));
    meet(a, b);
    expect(acceptOffer(offer!, a.newId)(a.state, a.dispatch)).toBe(false);
    expect(words(a)).toBe("Computers with 394 qubits or more");
  });

  it("[D3] are not offered as one unit where a bracket ends within them, nor accepted while they contradict themselves", () => {
    const [a] = pair(sentence);
    a.dispatch(a.state.tr.addMark(16, 18, bracketMark({ delegations: ["JP"] })));
    expect(offers(a)).toEqual([]);
    const [c] = pair("A mass of 500 kg (1 302 lb) or less");
    caretBehind(c, "or less");
    expect(offerAtCaret(c.state)?.offer.fault).toBe("500 kg and 1 302 lb are not the same value.");
    expect(accept(c)).toBe(false);
  });

  it("[D3] keep the bracket that they stand in", () => {
    const [a, b] = pair(sentence);
    a.dispatch(a.state.tr.addMark(16, 33, bracketMark({ delegations: ["JP"] })));
    caretBehind(a, sentence);
    accept(a);
    expect(meet(a, b)[0]).toMatchObject([{ text: "Computers with " }, { bracket: { content: [{ param: qubits }] } }]);
  });
});

describe("two people at once", () => {
  it("[D3] one makes a parameter while the other types in its words: what was typed stays beside it", () => {
    const [a, b] = pair(sentence);
    caretBehind(a, sentence);
    accept(a);
    caretBehind(b, "Computers with 34 ");
    b.dispatch(b.state.tr.insertText("physical "));
    const [content] = meet(a, b);
    expect(content!.filter((part) => "param" in part)).toEqual([{ param: qubits }]);
    expect(JSON.stringify(content)).toContain("physical ");
    a.binding.undoManager.undo();
    meet(a, b);
    expect(words(b).replace("physical ", "")).toBe(sentence);
  });

  it("[D3] both change one parameter: one of the two values, never a mixture", () => {
    const [a, b] = pair(sentence);
    caretBehind(a, sentence);
    accept(a);
    meet(a, b);
    const pid = a.state.doc.child(0).child(1).attrs.pid;
    const mine: Parameter = { ...qubits, value: "40", raw: "40 qubits or more" };
    const theirs: Parameter = { ...qubits, comparator: "<", value: "100", raw: "fewer than 100 qubits" };
    changeParameter(pid, mine)(a.state, a.dispatch);
    changeParameter(pid, theirs)(b.state, b.dispatch);
    const [content] = meet(a, b);
    expect([mine, theirs]).toContainEqual((content![1] as { param: Parameter }).param);
    expect(content).toHaveLength(2);
  });

  it("[D3] undo of a changed value leaves a value that a colleague gave since", () => {
    const [a, b] = pair(sentence);
    caretBehind(b, sentence);
    accept(b);
    meet(a, b);
    const pid = a.state.doc.child(0).child(1).attrs.pid;
    changeParameter(pid, { ...qubits, value: "40", raw: "40 qubits or more" })(a.state, a.dispatch);
    meet(a, b);
    changeParameter(pid, { ...qubits, value: "50", raw: "50 qubits or more" })(b.state, b.dispatch);
    meet(a, b);
    a.binding.undoManager.undo();
    meet(a, b);
    expect(words(b)).toBe("Computers with <50 qubits or more>");
  });

  it("[D3] one turns a parameter into words while the other changes it: the words stay, no text is lost", () => {
    const [a, b] = pair(`${sentence} in all`);
    caretBehind(a, sentence);
    accept(a);
    meet(a, b);
    const pid = a.state.doc.child(0).child(1).attrs.pid;
    parameterAsText(pid)(a.state, a.dispatch);
    changeParameter(pid, { ...qubits, value: "40", raw: "40 qubits or more" })(b.state, b.dispatch);
    expect(meet(a, b)).toEqual([[{ text: `${sentence} in all` }]]);
    expect(findParam(b.state.doc, pid)).toBeNull();
  });
});

describe("a parameter under the keys", () => {
  it("is chosen by Backspace behind it and by Delete before it, and only then deleted", () => {
    const [a, b] = pair(`${sentence} in all`);
    caretBehind(a, sentence);
    accept(a);
    expect(chooseParam(-1)(a.state, a.dispatch)).toBe(true);
    expect(a.state.selection).toBeInstanceOf(NodeSelection);
    expect(isParam((a.state.selection as NodeSelection).node)).toBe(true);
    a.dispatch(a.state.tr.setSelection(TextSelection.create(a.state.doc, 16)));
    expect(chooseParam(-1)(a.state, a.dispatch)).toBe(false);
    expect(chooseParam(1)(a.state, a.dispatch)).toBe(true);
    a.dispatch(a.state.tr.deleteSelection());
    expect(meet(a, b)).toEqual([[{ text: "Computers with  in all" }]]);
    a.binding.undoManager.undo();
    expect(meet(a, b)[0]).toMatchObject([{ text: "Computers with " }, { param: qubits }, { text: " in all" }]);
  });
});
