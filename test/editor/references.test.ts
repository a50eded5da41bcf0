/** Terms and references put into a text, and what they are read as while clauses move (rules D4, D5). */
import { NodeSelection, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { putInBrackets } from "../../app/editor/bracket-commands.ts";
import { splitClause } from "../../app/editor/clause-commands.ts";
import { hitsOf } from "../../app/editor/find.ts";
import { acceptReference, chosenNaming, insertNaming, referenceOfferAt } from "../../app/editor/reference-commands.ts";
import { ReferenceDesk } from "../../app/editor/reference-desk.ts";
import { clauseChoices, clauseLabel, leafWordsIn, referringClauses } from "../../app/editor/reference-labels.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";

const pair = (...texts: string[]) =>
  copiesOf(
    texts.map((text, index) => itemClause(`c${index + 1}`, text)),
    ["x", "y"],
  ) as [Copy, Copy];
const content = (copy: Copy, index: number) => readDefinition(copy.doc).clauses[index]!.content;

function caretAtEnd(copy: Copy): void {
  copy.dispatch(copy.state.tr.setSelection(TextSelection.atEnd(copy.state.doc)));
}

function deskWith(): ReferenceDesk {
  const desk = new ReferenceDesk();
  desk.setAround({
    terms: [{ term: "C-NOT error", definition: "The error of one gate." }],
    references: [{ target: "4A906", title: "Quantum computers", to: "/library/4A906" }],
  });
  return desk;
}

describe("references", () => {
  it("[D5] follow their clause when it is renumbered, and are broken when it is gone", () => {
    const [x, y] = pair("First", "Specified in ");
    caretAtEnd(x);
    insertNaming("xref", "c1")(x.state, x.dispatch);
    deliverAll([x, y]);
    expect(content(y, 1)).toEqual([{ text: "Specified in " }, { xref: "c1" }]);
    expect(clauseLabel(y.state.doc, "c1")).toBe("a.");
    y.dispatch(y.state.tr.setSelection(TextSelection.create(y.state.doc, 1)));
    splitClause(y.newId)(y.state, y.dispatch);
    deliverAll([x, y]);
    expect(clauseLabel(x.state.doc, "c1")).toBe("b.");
    const last = x.state.doc.lastChild!;
    expect(last.textBetween(0, last.content.size, "", leafWordsIn(x.state.doc))).toBe("Specified in b.");
    const found = hitsOf(x.state.doc, { words: "in b.", matchCase: true, wholeWords: false });
    expect(found.map(({ fixed }) => fixed)).toEqual(["embed"]);
    expect(referringClauses(x.state.doc, "c1")).toEqual(["c."]);
    const desk = deskWith();
    const node = last.lastChild!;
    expect(desk.meaningOf(x.state.doc, node)).toMatchObject({ kind: "clause", label: "b.", words: "First" });
    const gone = node.type.create({ target: "gone" });
    expect(desk.meaningOf(x.state.doc, gone)).toEqual({ kind: "broken", label: "gone" });
  });

  it("[D4] [D5] mean what the page says of them, in any case of letters", () => {
    const [x] = pair("text");
    const { doc } = x.state;
    const desk = deskWith();
    const { termRef, xref } = doc.type.schema.nodes;
    expect(desk.meaningOf(doc, termRef!.create({ term: "c-not ERROR" }))).toMatchObject({
      kind: "term",
      label: "C-NOT error",
      definition: "The error of one gate.",
    });
    expect(desk.meaningOf(doc, termRef!.create({ term: "other" })).kind).toBe("broken");
    expect(desk.meaningOf(doc, xref!.create({ target: "4A906" }))).toMatchObject({
      kind: "outer",
      title: "Quantum computers",
    });
    expect(desk.meaningOf(doc, xref!.create({ target: "3A001.b.2" })).kind).toBe("asked");
  });

  it("[D4] [D5] are offered for quoted terms of the list and codes that a list has, never made by themselves", () => {
    const desk = deskWith();
    const offerFor = (words: string) => {
      const [x] = pair(words);
      caretAtEnd(x);
      return referenceOfferAt(x.state.doc, x.state.selection, desk);
    };
    expect(offerFor("a 'c-not error'")).toMatchObject({ from: 3, to: 16, node: "termRef", value: "C-NOT error" });
    expect(offerFor("a ‘C-NOT error’, ")).toBeNull();
    expect(offerFor("a ‘C-NOT error’,")).toMatchObject({ to: 16 });
    expect(offerFor("see 4a906.")).toMatchObject({ from: 5, to: 10, node: "xref", value: "4A906" });
    expect(offerFor("see 'another'")).toBeNull();
    expect(offerFor("see 3A001")).toBeNull();
    expect(offerFor("")).toBeNull();
  });

  it("[D5] take the place of the words, stay in their bracket, and are one undo", () => {
    const [x, y] = pair("see 4A906 here");
    x.dispatch(x.state.tr.setSelection(TextSelection.create(x.state.doc, 1, 10)));
    putInBrackets("k", ["JP"])(x.state, x.dispatch);
    x.dispatch(x.state.tr.setSelection(TextSelection.create(x.state.doc, 10)));
    const offer = referenceOfferAt(x.state.doc, x.state.selection, deskWith())!;
    acceptReference(offer)(x.state, x.dispatch);
    deliverAll([x, y]);
    expect(content(y, 0)).toEqual([
      { bracket: { id: "k", delegations: ["JP"], content: [{ text: "see " }, { xref: "4A906" }] } },
      { text: " here" },
    ]);
    expect(x.state.selection.head).toBe(6);
    const chosen = NodeSelection.create(x.state.doc, 5);
    expect(chosenNaming(chosen)?.attrs.target).toBe("4A906");
    x.binding.undoManager.undo();
    deliverAll([x, y]);
    expect(content(y, 0)).toEqual([
      { bracket: { id: "k", delegations: ["JP"], content: [{ text: "see 4A906" }] } },
      { text: " here" },
    ]);
  });

  it("[D5] can lead to every clause that is shown, by number and words", () => {
    const [x] = pair("First", "Second");
    caretAtEnd(x);
    insertNaming("xref", "c1")(x.state, x.dispatch);
    expect(clauseChoices(x.state.doc)).toEqual([
      { nid: "c1", number: "a.", words: "First" },
      { nid: "c2", number: "b.", words: "Seconda." },
    ]);
  });
});
