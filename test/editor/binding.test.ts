import { Fragment, Slice } from "prosemirror-model";
import { AllSelection, TextSelection } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { changeKind, deleteClauses, joinBackward, splitClause } from "../../app/editor/clause-commands.ts";
import { clausesOfLines } from "../../app/editor/clipboard.ts";
import { anchorOfSelection, findAnchor } from "../../app/editor/comment-anchors.ts";
import { plainTextOf } from "../../app/editor/outline.ts";
import { bracketMark, editorSchema, newClause } from "../../app/editor/schema.ts";
import { positionAt, textIndexAt } from "../../app/editor/text-index.ts";
import { layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";

function caret(copy: Copy, clauseIndex: number, offset: number, length = 0): void {
  let start = 0;
  for (let index = 0; index < clauseIndex; index++) start += copy.state.doc.child(index).nodeSize;
  const { doc, tr } = copy.state;
  copy.dispatch(tr.setSelection(TextSelection.create(doc, start + 1 + offset, start + 1 + offset + length)));
}

const type = (copy: Copy, words: string) => copy.dispatch(copy.state.tr.insertText(words));
const press = (copy: Copy, command: ReturnType<typeof splitClause>) => command(copy.state, copy.dispatch);
const words = (copy: Copy) => copy.state.doc.children.map((clause) => clause.textContent);
const nids = (copy: Copy) => copy.state.doc.children.map((clause) => clause.attrs.nid);

const inline = (line: string) => Fragment.from(editorSchema.text(line));

function pair(...lines: string[]): [Copy, Copy] {
  const clauses = lines.map((line, index) => itemClause(`c${index}`, line));
  return copiesOf(clauses, ["A", "B"]) as [Copy, Copy];
}

function meet(...copies: Copy[]): string[] {
  deliverAll(copies);
  for (const copy of copies) {
    expect(copy.binding.check()).toBe(true);
    expect(copy.mends).toEqual([]);
    expect(words(copy)).toEqual(words(copies[0]!));
  }
  return words(copies[0]!);
}

describe("two at once", () => {
  it("split and type in the tail: both kept, the typing in the tail", () => {
    const [a, b] = pair("abcd");
    caret(a, 0, 2);
    press(a, splitClause(a.newId));
    caret(b, 0, 4);
    type(b, "X");
    expect(meet(a, b)).toEqual(["ab", "cdX"]);
  });

  it("split and split at two places: three clauses, nothing twice", () => {
    const [a, b] = pair("abcd");
    caret(a, 0, 1);
    press(a, splitClause(a.newId));
    caret(b, 0, 3);
    press(b, splitClause(b.newId));
    expect(meet(a, b)).toEqual(["a", "bc", "d"]);
  });

  it("join and type in the second clause: the typing is kept", () => {
    const [a, b] = pair("ab", "cd");
    caret(a, 1, 0);
    press(a, joinBackward);
    caret(b, 1, 2);
    type(b, "X");
    expect(meet(a, b)).toEqual(["abcdX"]);
  });

  it("delete a clause and type in it: the typing comes to light as a stray and not in the clause above", () => {
    const [a, b] = pair("ab", "cd", "ef");
    caret(a, 1, 0);
    press(a, deleteClauses);
    caret(b, 1, 1);
    type(b, "X");
    expect(meet(a, b)).toEqual(["ab", "X", "ef"]);
    const reading = readDefinition(a.doc);
    expect(reading.clauses.map((clause) => clause.nid)).toEqual(["c0", "c2"]);
    expect(reading.strays.map((clause) => clause.content)).toEqual([[{ text: "X" }]]);
  });

  it("typing in a stray makes it a clause again, also when it is emptied by hand", () => {
    const [a, b] = pair("ab", "cd");
    caret(a, 1, 0);
    press(a, deleteClauses);
    caret(b, 1, 1);
    type(b, "X");
    meet(a, b);
    caret(a, 1, 0, 1);
    a.dispatch(a.state.tr.deleteSelection());
    meet(a, b);
    expect(a.state.doc.child(1).attrs.gone).toBe(false);
    expect(readDefinition(b.doc).clauses.map((clause) => clause.nid)).toEqual(["c0", "c1"]);
  });

  it("replacing a whole clause does not revive what a colleague deleted, and keeps the rest", () => {
    const [a, b] = pair("one two three");
    caret(a, 0, 4, 4);
    a.dispatch(a.state.tr.deleteSelection());
    caret(b, 0, 0, 13);
    b.dispatch(b.state.tr.insertText("one two three four"));
    expect(meet(a, b)).toEqual(["one three four"]);
  });

  it("a step that writes two clauses anew does not undo a colleague's join of them", () => {
    const [a, b] = pair("abcd", "efgh");
    const clauses = [newClause({ nid: "c0" }, inline("XX")), newClause({ nid: "c1", kind: "item" }, inline("YY"))];
    a.dispatch(a.state.tr.step(new ReplaceStep(3, 9, new Slice(Fragment.from(clauses), 1, 1))));
    caret(b, 1, 0);
    press(b, joinBackward);
    expect(meet(a, b)).toEqual(["abXXYYgh"]);
  });

  it("undo of a split keeps what a colleague typed in the new clause", () => {
    const [a, b] = pair("abcd");
    caret(a, 0, 2);
    press(a, splitClause(a.newId));
    meet(a, b);
    caret(b, 1, 2);
    type(b, "X");
    meet(a, b);
    a.binding.undoManager.undo();
    expect(meet(a, b)).toEqual(["abcdX"]);
  });

  it("undo leaves a kind that a colleague has changed since", () => {
    const [a, b] = pair("ab");
    caret(a, 0, 0);
    press(a, changeKind("note"));
    meet(a, b);
    caret(b, 0, 0);
    press(b, changeKind("exclusion"));
    meet(a, b);
    a.binding.undoManager.undo();
    meet(a, b);
    expect(a.state.doc.child(0).attrs.kind).toBe("exclusion");
  });

  it("a colleague who types at my caret does not push it along", () => {
    const [a, b] = pair("ab");
    caret(a, 0, 1);
    caret(b, 0, 1);
    type(b, "XY");
    meet(a, b);
    expect(a.state.selection.head).toBe(2);
  });
});

describe("one alone", () => {
  it("splits at the start by putting the new clause in front, so the text keeps its identifier", () => {
    const [a] = pair("ab");
    caret(a, 0, 0);
    press(a, splitClause(a.newId));
    expect(words(a)).toEqual(["", "ab"]);
    expect(nids(a)).toEqual(["A1", "c0"]);
  });

  it("replaces one half of a surrogate pair without breaking the character", () => {
    const [a, b] = pair("x😀y");
    const { tr } = a.state;
    a.dispatch(tr.insertText("\ude01", 3, 4));
    expect(meet(a, b)).toEqual(["x😁y"]);
  });

  it("does not cut a bracket in two by a split", () => {
    const [a, b] = pair("abcd");
    caret(a, 0, 1, 2);
    const { from, to } = a.state.selection;
    a.dispatch(a.state.tr.addMark(from, to, bracketMark({ delegations: ["Japan"] })));
    caret(a, 0, 2);
    press(a, splitClause(a.newId));
    caret(a, 1, 0);
    press(a, joinBackward);
    meet(a, b);
    const bracket = { delegations: ["Japan"], content: [{ text: "bc" }] };
    expect(readDefinition(b.doc).clauses[0]?.content).toEqual([{ text: "a" }, { bracket }, { text: "d" }]);
  });

  it("gives the first words of an empty definition a clause of their own", () => {
    const [a, b] = pair();
    expect(nids(a)).toEqual([null]);
    type(a, "first");
    expect(meet(a, b)).toEqual(["first"]);
    expect(readDefinition(b.doc)).toMatchObject({
      before: [],
      clauses: [{ kind: "text", content: [{ text: "first" }] }],
    });
  });

  it("keeps one clause when everything is deleted", () => {
    const [a, b] = pair("ab", "cd");
    a.dispatch(a.state.tr.setSelection(new AllSelection(a.state.doc)));
    a.dispatch(a.state.tr.deleteSelection());
    expect(meet(a, b)).toEqual([""]);
    caret(a, 0, 0);
    type(a, "new");
    expect(meet(a, b)).toEqual(["new"]);
    expect(readDefinition(a.doc).before).toEqual([]);
  });

  it("pastes lines as clauses of the kind around, and one line as words", () => {
    const [a] = pair("ab");
    caret(a, 0, 1);
    press(a, changeKind("note"));
    const lines = clausesOfLines("1\r\n\n2\n3\n", { level: 1, kind: "note" }, a.newId);
    a.dispatch(a.state.tr.replaceSelection(lines));
    expect(words(a)).toEqual(["a1", "2", "3b"]);
    expect(a.state.doc.children.map((clause) => clause.attrs.kind)).toEqual(["note", "note", "note"]);
    expect(new Set(nids(a)).size).toBe(3);
    expect(clausesOfLines(" one line\n", {}, a.newId).content.firstChild?.text).toBe(" one line");
  });

  it("never keeps the identifier of a clause that stands elsewhere", () => {
    const [a, b] = pair("ab", "cd");
    const copied = a.state.doc.slice(0, a.state.doc.content.size);
    const { doc, tr } = a.state;
    a.dispatch(tr.replace(doc.content.size, doc.content.size, copied));
    expect(meet(a, b)).toEqual(["ab", "cd", "ab", "cd"]);
    expect(new Set(nids(a)).size).toBe(4);
  });

  it("shows a place embed of a later version as nothing and keeps it", () => {
    const [a, b] = pair("ab");
    definitionRoots(b.doc).text.insertEmbed(2, { place: "p1" });
    meet(a, b);
    caret(a, 0, 0);
    type(a, "X");
    expect(meet(a, b)).toEqual(["Xab"]);
    expect(JSON.stringify(definitionRoots(a.doc).text.toDelta())).toContain('{"place":"p1"}');
  });
});

describe("moves", () => {
  const move = (copy: Copy, from: number, to: number, before: number) => copy.binding.move({ from, to, before });

  it("and typing in the moved clause: the typing goes along", () => {
    const [a, b] = pair("ab", "cd", "ef");
    move(a, 0, 1, 3);
    caret(b, 0, 1);
    type(b, "X");
    expect(meet(a, b)).toEqual(["cd", "ef", "aXb"]);
    expect(readDefinition(a.doc).clauses.map(({ nid }) => nid)).toEqual(["c1", "c2", "c0"]);
  });

  it("and a split of the moved clause: both halves go", () => {
    const [a, b] = pair("abcd", "ef");
    move(a, 0, 1, 2);
    caret(b, 0, 2);
    press(b, splitClause(b.newId));
    expect(meet(a, b)).toEqual(["ef", "ab", "cd"]);
  });

  it("and a move of the same clause elsewhere: it stands once, where one of the two wants it", () => {
    const [a, b] = pair("ab", "cd", "ef", "gh");
    move(a, 1, 2, 0);
    move(b, 1, 2, 4);
    const met = meet(a, b);
    expect(met.filter((one) => one === "cd")).toHaveLength(1);
    expect(met.toSorted()).toEqual(["ab", "cd", "ef", "gh"]);
  });

  it("and its deletion: it is deleted", () => {
    const [a, b] = pair("ab", "cd", "ef");
    move(a, 1, 2, 3);
    caret(b, 1, 0);
    press(b, deleteClauses);
    meet(a, b);
    expect(readDefinition(a.doc).clauses.map(({ nid }) => nid)).toEqual(["c0", "c2"]);
  });

  it("are undone by their author only, and leave a colleague's typing where the clause stood", () => {
    const [a, b] = pair("ab", "cd", "ef");
    move(a, 0, 1, 3);
    meet(a, b);
    caret(b, 2, 2);
    type(b, "X");
    meet(a, b);
    a.binding.undoManager.undo();
    expect(meet(a, b)).toEqual(["abX", "cd", "ef"]);
    a.binding.undoManager.redo();
    expect(meet(a, b)).toEqual(["cd", "ef", "abX"]);
  });

  it("keep the caret in the clause, and what is split behind a moved clause stays behind it", () => {
    const [a, b] = pair("ab", "cd", "ef");
    caret(a, 0, 1);
    move(a, 0, 1, 3);
    type(a, "X");
    expect(meet(a, b)).toEqual(["cd", "ef", "aXb"]);
    press(a, splitClause(a.newId));
    move(a, 0, 1, 4);
    expect(meet(a, b)).toEqual(["ef", "aX", "b", "cd"]);
  });

  it("leave in place what was written behind the clause that goes", () => {
    const [a, b] = pair("abcd", "ef");
    caret(a, 0, 2);
    press(a, splitClause(a.newId));
    move(a, 0, 1, 3);
    expect(meet(a, b)).toEqual(["cd", "ef", "ab"]);
  });

  it("of one clause many times leave every word once", () => {
    const [a, b] = pair("a", "b", "c", "d");
    for (const [from, before] of [
      [0, 4],
      [3, 0],
      [1, 4],
      [3, 1],
      [2, 0],
      [0, 3],
    ] as const)
      move(a, from, from + 1, before);
    const met = meet(a, b);
    expect(met.toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  it("then joined on the screen with a clause that is far away in the text: the words come over", () => {
    const [a, b] = pair("ab", "cd", "ef");
    move(a, 2, 3, 1);
    expect(meet(a, b)).toEqual(["ab", "ef", "cd"]);
    caret(a, 1, 0);
    press(a, joinBackward);
    expect(meet(a, b).filter((one) => one !== "")).toEqual(["abef", "cd"]);
  });
});

describe("index and position", () => {
  it("are each other's inverse for every unit, with and without a virtual clause", () => {
    for (const virtual of [false, true]) {
      const [a] = pair("a😀", "", "cd");
      if (virtual) definitionRoots(a.doc).text.insert(0, "zz");
      const { doc } = a.state;
      const layout = layoutOf(a.doc);
      expect(layout.length).toBe(definitionRoots(a.doc).text.length);
      for (let index = 0; index <= layout.length; index++) {
        expect(textIndexAt(layout, doc, positionAt(layout, doc, index))).toBe(index);
      }
      expect(() => positionAt(layout, doc, layout.length + 1)).toThrow("no unit");
    }
  });
});

describe("anchors of comments", () => {
  function anchored() {
    const [a, b] = pair("devices specially designed for devices");
    caret(a, 0, 31, 7);
    return { a, b, anchor: anchorOfSelection(a.doc, a.state)! };
  }
  const at = (copy: Copy, anchor: Parameters<typeof findAnchor>[2]) => {
    const found = findAnchor(copy.doc, copy.state.doc, anchor);
    return { standing: found.standing, words: copy.state.doc.textBetween(found.from, found.to) };
  };

  it("stay with the words through typing in front and a split", () => {
    const { a, b, anchor } = anchored();
    expect(anchor.quote).toBe("devices");
    caret(b, 0, 0);
    type(b, "All ");
    caret(b, 0, 12);
    press(b, splitClause(b.newId));
    meet(a, b);
    const found = findAnchor(a.doc, a.state.doc, anchor);
    expect(found.standing).toBe("quote");
    caret(a, 0, 0);
    expect(at(a, anchor).words).toBe("devices");
  });

  it("stand on the right one of two like words", () => {
    const { a, anchor } = anchored();
    const found = findAnchor(a.doc, a.state.doc, anchor);
    expect([found.standing, found.from]).toEqual(["place", 32]);
  });

  it("fall back to the clause when the words are gone, and to nothing when the clause is", () => {
    const { a, anchor } = anchored();
    a.dispatch(a.state.tr.insertText("parts", 1, a.state.doc.content.size - 1));
    expect(at(a, anchor).standing).toBe("clause");
    expect(findAnchor(a.doc, a.state.doc, { ...anchor, nid: "nowhere", quote: "?" }).standing).toBeNull();
    expect(findAnchor(a.doc, a.state.doc, { ...anchor, place: "%%%" }).standing).toBe("clause");
  });
});

describe("text to copy", () => {
  it("has numbers, levels, and the words of parameters", () => {
    const [a] = pair("Computers:", "first");
    caret(a, 1, 0);
    const value = { quantity: "qubits", comparator: ">=", value: "34", unit: "1", raw: "34 qubits" };
    a.dispatch(a.state.tr.insert(a.state.selection.head, editorSchema.nodes.param!.create({ pid: "p", value })));
    a.dispatch(a.state.tr.setNodeAttribute(a.state.doc.child(0).nodeSize, "level", 2));
    expect(plainTextOf(a.state.doc, null)).toBe("a. Computers:\n  a.1. 34 qubitsfirst");
    expect(plainTextOf(a.state.doc, new Set(["c0"]))).toBe("a. Computers:");
  });
});
