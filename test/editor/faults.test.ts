/** Faults found in the editor's own content: the gate's linter, its places and its fixes, without a browser. */
import type { EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { type FaultSurroundings, findFaults, type LiveFault } from "../../app/editor/fault-finding.ts";
import { commandOfFix, moveBehindItem } from "../../app/editor/fault-fixes.ts";
import { contradictingPlaces, placeOfFault } from "../../app/editor/fault-places.ts";
import { acceptOfferAtCaret } from "../../app/editor/param-commands.ts";
import type { Clause, Inline, Parameter } from "../../domain/definition/control-text.ts";
import { lint } from "../../domain/definition/linter.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { type Copy, copiesOf, deliverAll } from "./copies.ts";

const surroundings: FaultSurroundings = {
  reference: "QTAC/2026/1",
  terms: [{ term: "specially designed", definition: "Peculiarly responsible for the controlled performance." }],
  entries: ["4A906"],
};

const clause = (nid: string, content: Inline[], more: Partial<Clause> = {}): Clause => ({
  nid,
  level: 1,
  kind: "item",
  marking: "AMBER",
  caveat: [],
  content,
  ...more,
});

const mass = (comparator: Parameter["comparator"], value: string): Inline => ({
  param: { quantity: "mass", comparator, value, unit: "kg", raw: `${comparator} ${value} kg` },
});

function open(...clauses: Clause[]): [Copy, Copy] {
  return copiesOf(clauses, ["A", "B"]) as [Copy, Copy];
}

const faultsOf = (state: EditorState) => findFaults(state.doc, surroundings);
const told = (copy: Copy) => faultsOf(copy.state).map(({ code, nid }) => `${code} ${nid}`);

function fix(copy: Copy, name: string, choice: string | null = null): LiveFault {
  const fault = faultsOf(copy.state).find(({ fixes }) => fixes.some((one) => one.name === name))!;
  const chosen = fault.fixes.find((one) => one.name === name)!;
  const command = commandOfFix(fault, chosen, { surroundings, choice, newId: copy.newId })!;
  expect(command(copy.state, copy.dispatch)).toBe(true);
  return fault;
}

function meet(...copies: Copy[]): Inline[][] {
  deliverAll(copies);
  for (const copy of copies) expect([copy.binding.check(), copy.mends]).toEqual([true, []]);
  return readDefinition(copies[0]!.doc).clauses.map(({ content }) => content);
}

describe("faults of the editor", () => {
  it("[D7] are those of the gate, word for word, and in its order", () => {
    const clauses = [
      clause("n1", [{ text: "Before any item." }], { kind: "note" }),
      clause("c1", [{ text: "Parts of " }, { termRef: "wafer" }, { text: " and " }, { xref: "c9" }]),
      clause("c2", [mass(">=", "5"), { text: " and " }, mass("<", "3")]),
      clause("c3", [{ bracket: { id: "b1", delegations: [], content: [{ text: "not agreed" }] } }]),
      clause("c4", [{ text: "Specially designed parts of " }, { xref: "4A906.a" }]),
      clause("c5", [{ param: { quantity: "speed", comparator: ">", value: "3", unit: "furlong", raw: "3 furlong" } }]),
    ];
    const [a] = open(...clauses);
    const reading = readDefinition(a.doc);
    const text = {
      format: "plenary-control-text/1" as const,
      reference: "QTAC/2026/1",
      title: "",
      terms: [],
      clauses: reading.clauses,
    };
    const gate = lint(text, { terms: ["specially designed"], entries: ["4A906"] });
    expect(faultsOf(a.state).map(({ code, nid, detail }) => ({ code, nid, detail }))).toEqual(gate);
    expect(gate).toHaveLength(9 - 1);
  });

  it("[D7] undefined term and reference to nothing: plain words, or another target", () => {
    const [a, b] = open(clause("c1", [{ termRef: "wafer" }, { text: " of " }, { xref: "c9" }]), clause("c2", []));
    expect(told(a)).toEqual(["undefined-term c1", "dangling-xref c1"]);
    fix(a, "choose-target", "c2");
    expect(meet(a, b)[0]).toEqual([{ termRef: "wafer" }, { text: " of " }, { xref: "c2" }]);
    fix(a, "as-words");
    expect(meet(a, b)[0]).toEqual([{ text: "wafer of " }, { xref: "c2" }]);
    expect(told(b)).toEqual([]);
    a.binding.undoManager.undo();
    expect(meet(a, b)[0]![0]).toEqual({ termRef: "wafer" });
  });

  it("[D7] words of a term of art become a reference to it, and keep the comment-free rest", () => {
    const [a, b] = open(clause("c1", [{ text: "Parts specially designed for " }, { xref: "4A906" }]));
    const fault = fix(a, "insert-term");
    expect(fault.fixes[0]!.values).toEqual({ term: "specially designed" });
    expect(meet(a, b)[0]).toEqual([
      { text: "Parts " },
      { termRef: "specially designed" },
      { text: " for " },
      { xref: "4A906" },
    ]);
    expect(told(a)).toEqual([]);
  });

  it("[D7] a note before its items is re-levelled, or moved behind the first item with all that hangs on it", () => {
    const item = clause("c1", [{ text: "first" }]);
    const deep = open(
      clause("c0", [{ text: "head" }], { level: 2 }),
      clause("n1", [{ text: "note" }], { kind: "note" }),
      item,
    );
    expect(faultsOf(deep[0].state)[0]!.fixes).toEqual([{ name: "set-level", values: { level: 2 } }]);
    fix(deep[0], "set-level");
    meet(...deep);
    expect(told(deep[1])).toEqual([]);
    const sub = clause("c2", [{ text: "sub" }], { level: 2 });
    const [a, b] = open(
      clause("n1", [{ text: "note" }], { kind: "note" }),
      item,
      sub,
      clause("c3", [{ text: "last" }]),
    );
    const [fault] = faultsOf(a.state);
    expect(fault!.fixes).toEqual([{ name: "move-behind" }]);
    a.binding.move(moveBehindItem(a.state.doc, fault!)!);
    meet(a, b);
    expect(b.state.doc.children.map(({ attrs }) => attrs.nid)).toEqual(["c1", "c2", "n1", "c3"]);
    expect(told(b)).toEqual([]);
  });

  it("[D7] contradictory thresholds: both places are found, also in the item above", () => {
    const [a] = open(
      clause("c1", [{ text: "all with " }, mass(">", "10")]),
      clause("c2", [mass("<=", "2")], { level: 2 }),
    );
    const [fault] = faultsOf(a.state);
    expect(fault).toMatchObject({ code: "contradictory-threshold", nid: "c2" });
    const [one, other] = contradictingPlaces(a.state.doc, surroundings, fault!)!;
    expect([one, other].map(({ node }) => node!.attrs.value.raw)).toEqual(["<= 2 kg", "> 10 kg"]);
    expect(other.from).toBe(1 + "all with ".length);
  });

  it("[D7] the place of a fault is the part that it is about", () => {
    const [a] = open(clause("c1", [{ text: "of " }, { xref: "c9" }, { text: " specially designed" }]));
    const places = faultsOf(a.state).map((fault) => placeOfFault(a.state.doc, surroundings, fault)!);
    expect(places.map(({ from, to }) => [from, to])).toEqual([
      [4, 5],
      [6, 24],
    ]);
  });

  it("[D1] strays, doubled clauses and words before the first clause are shown and mended by a person", () => {
    const [a, b] = open(clause("c1", [{ text: "kept" }]), clause("c2", [{ text: "doomed" }]));
    const { text } = definitionRoots(b.doc);
    text.insertEmbed(text.length, { clause: "c1" });
    text.insert(text.length, "again");
    text.insert(0, "before ");
    meet(a, b);
    expect(told(a)).toEqual(["before-first ", "doubled-clause c1"]);
    fix(a, "new-identity");
    fix(a, "make-clause");
    meet(a, b);
    expect(told(b)).toEqual([]);
    expect(readDefinition(b.doc)).toMatchObject({ before: [], doubledNids: [], strays: [] });
  });

  it("[D1] a stray is kept or what is left of it deleted", () => {
    for (const [name, left] of [
      ["keep-clause", ["one", "X"]],
      ["delete-clause", ["one"]],
    ] as const) {
      const [a, b] = open(clause("c1", [{ text: "one" }]), clause("c2", [{ text: "two" }]));
      const start = a.state.doc.child(0).nodeSize;
      const { size } = a.state.doc.child(1).content;
      a.dispatch(a.state.tr.delete(start + 1, start + 1 + size).setNodeAttribute(start, "gone", true));
      b.dispatch(b.state.tr.insertText("X", start + 2));
      meet(a, b);
      expect(told(a)).toEqual(["stray c2"]);
      fix(a, name);
      meet(a, b);
      expect(told(b)).toEqual([]);
      expect(readDefinition(b.doc).clauses.map(({ content }) => (content[0] as { text: string }).text)).toEqual(left);
    }
  });

  it("[D3] two people who accept one offer at once make one parameter twice: it is shown, and the second taken out", () => {
    const [a, b] = open(clause("c1", [{ text: "a mass of 5 kg or more" }]));
    for (const copy of [a, b]) {
      copy.dispatch(copy.state.tr.setSelection(TextSelection.create(copy.state.doc, 23)));
      acceptOfferAtCaret(copy.newId)(copy.state, copy.dispatch);
    }
    expect(meet(a, b)[0]!.filter((part) => "param" in part)).toHaveLength(2);
    expect(told(a)).toEqual(["doubled-parameter c1"]);
    fix(a, "remove-doubled");
    expect(meet(a, b)[0]!.filter((part) => "param" in part)).toHaveLength(1);
    expect(told(b)).toEqual([]);
  });
});
