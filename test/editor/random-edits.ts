/** Edits of many kinds, each at a random place: what people, and now and then a hostile writer, may do to a copy. */
import { Fragment, Slice } from "prosemirror-model";
import { AllSelection, TextSelection } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import {
  addClause,
  changeKind,
  changeLevel,
  deleteAll,
  deleteClauses,
  joinBackward,
  joinForward,
  keepStray,
  splitClause,
} from "../../app/editor/clause-commands.ts";
import { moveOfSelection } from "../../app/editor/clause-moves.ts";
import { freshPaste } from "../../app/editor/fresh-ids.ts";
import { splitsCharacter } from "../../app/editor/local-units.ts";
import { bracketMark, editorSchema, newClause } from "../../app/editor/schema.ts";
import { positionAt } from "../../app/editor/text-index.ts";
import { clauseKinds } from "../../domain/definition/control-text.ts";
import { layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots, keyOf } from "../../protocol/definition-shape.ts";
import type { Chance } from "./chance.ts";
import type { Copy } from "./copies.ts";

/** A source of characters each of which is used once in a run: half of them are surrogate pairs. */
export class FreshCharacters {
  private count = 0;

  next(): string {
    this.count += 1;
    return String.fromCodePoint((this.count % 2 === 0 ? 0x4e00 : 0x20000) + this.count);
  }

  run(length: number): string {
    return Array.from({ length }, () => this.next()).join("");
  }
}

export type Scene = { copy: Copy; chance: Chance; characters: FreshCharacters };
type Edit = (scene: Scene) => void;

/** A place for a caret that does not stand between the halves of a surrogate pair. */
function randomPlace({ copy, chance }: Scene, within?: { from: number; to: number }): number {
  const { doc } = copy.state;
  const from = within?.from ?? 0;
  const at = chance.between(from, within?.to ?? doc.content.size);
  const place = TextSelection.near(doc.resolve(at)).head;
  const $place = doc.resolve(place);
  const next = $place.textOffset > 0 ? ($place.nodeAfter?.text ?? "") : "";
  return (next.charCodeAt(0) & 0xfc00) === 0xdc00 ? place + 1 : place;
}

function select(scene: Scene, anchor: number, head: number): void {
  const { doc, tr } = scene.copy.state;
  scene.copy.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}

function placeCaret(scene: Scene): void {
  const at = randomPlace(scene);
  select(scene, at, at);
}

/** A short stretch, mostly within one clause, now and then across several. */
function selectStretch(scene: Scene): void {
  const from = randomPlace(scene);
  const length = scene.chance.happens(0.25) ? 30 : 5;
  select(scene, from, randomPlace(scene, { from, to: Math.min(from + length, scene.copy.state.doc.content.size) }));
}

const type: Edit = (scene) => {
  const { copy, characters, chance } = scene;
  if (chance.happens(0.5)) placeCaret(scene);
  const { from, to } = copy.state.selection;
  copy.dispatch(copy.state.tr.insertText(characters.run(chance.between(1, 3)), from, to));
};

const replaceStretch: Edit = (scene) => {
  selectStretch(scene);
  scene.copy.dispatch(scene.copy.state.tr.insertText(scene.characters.run(2)));
};

const deleteStretch: Edit = (scene) => {
  selectStretch(scene);
  scene.copy.dispatch(scene.copy.state.tr.deleteSelection());
};

const command =
  (make: (scene: Scene) => Parameters<typeof run>[1], stretch = false): Edit =>
  (scene) => {
    if (stretch) selectStretch(scene);
    else placeCaret(scene);
    run(scene, make(scene));
  };

function run({ copy }: Scene, act: ReturnType<typeof splitClause>): void {
  act(copy.state, copy.dispatch);
}

/** The caret goes to one end of a clause, where the joins apply. */
const joinAtEdge: Edit = (scene) => {
  const { doc } = scene.copy.state;
  const $place = doc.resolve(randomPlace(scene));
  const backward = scene.chance.happens(0.5);
  const at = backward ? $place.start() : $place.end();
  select(scene, at, at);
  run(scene, backward ? joinBackward : joinForward);
};

const paste: Edit = (scene) => {
  const { copy, chance, characters } = scene;
  if (chance.happens(0.3)) selectStretch(scene);
  else placeCaret(scene);
  const clauses = Array.from({ length: chance.between(1, 3) }, () =>
    newClause({ nid: "old", level: 2, kind: "note" }, Fragment.from(editorSchema.text(characters.run(2)))),
  );
  const slice = freshPaste(new Slice(Fragment.from(clauses), 1, 1), copy.newId);
  copy.dispatch(copy.state.tr.replaceSelection(slice));
};

/** Cut and dropped elsewhere in one transaction, identifiers and all: the net in `withFreshIds` must catch them. */
const drag: Edit = (scene) => {
  selectStretch(scene);
  const { copy } = scene;
  const slice = copy.state.selection.content();
  const transaction = copy.state.tr.deleteSelection();
  const at = TextSelection.near(transaction.doc.resolve(scene.chance.between(0, transaction.doc.content.size))).head;
  copy.dispatch(transaction.replace(at, at, slice));
};

const bracket: Edit = (scene) => {
  selectStretch(scene);
  const { from, to } = scene.copy.state.selection;
  const delegations = [scene.chance.pick(["Japan", "Finland"])];
  scene.copy.dispatch(scene.copy.state.tr.addMark(from, to, bracketMark({ delegations })));
};

const unbracket: Edit = (scene) => {
  selectStretch(scene);
  const { from, to } = scene.copy.state.selection;
  scene.copy.dispatch(scene.copy.state.tr.removeMark(from, to, editorSchema.marks.bracket));
};

const parameter = { quantity: "qubits", comparator: ">=", unit: "1", raw: "34 or more qubits" } as const;

const insertInline: Edit = (scene) => {
  placeCaret(scene);
  const { param, termRef, xref } = editorSchema.nodes;
  const nodes = [
    param!.create({ pid: scene.copy.newId(), value: { ...parameter, value: String(scene.chance.between(1, 9)) } }),
    termRef!.create({ term: "qubit" }),
    xref!.create({ target: "4A906" }),
  ];
  scene.copy.dispatch(scene.copy.state.tr.replaceSelectionWith(scene.chance.pick(nodes), false));
};

const changeParameter: Edit = ({ copy, chance }) => {
  let at = -1;
  copy.state.doc.descendants((node, position) => {
    if (node.type.name === "param" && (at < 0 || chance.happens(0.5))) at = position;
  });
  const value = { ...parameter, value: String(chance.between(10, 99)) };
  if (at >= 0) copy.dispatch(copy.state.tr.setNodeAttribute(at, "value", value));
};

/** What an editor does that replaces one surrogate pair by another of which the first half is the same. */
const replaceHalfCharacter: Edit = ({ copy, chance }) => {
  const places: number[] = [];
  copy.state.doc.descendants((node, position) => {
    for (let at = 0; at < (node.text?.length ?? 0); at++) {
      if ((node.text!.charCodeAt(at) & 0xfc00) === 0xdc00) places.push(position + at);
    }
  });
  if (places.length === 0) return;
  const at = chance.pick(places);
  const marks = copy.state.doc.nodeAt(at)!.marks;
  // Half a character that no token of the run has.
  const half = editorSchema.text("\udfff", marks);
  copy.binding.dispatch(copy.state.tr.step(new ReplaceStep(at, at + 1, new Slice(Fragment.from(half), 0, 0))));
};

const replaceAll: Edit = (scene) => {
  const { copy, characters } = scene;
  copy.dispatch(copy.state.tr.setSelection(new AllSelection(copy.state.doc)));
  if (scene.chance.happens(0.5)) run(scene, deleteAll);
  else copy.dispatch(copy.state.tr.deleteSelection());
  copy.dispatch(copy.state.tr.insertText(characters.run(1)));
};

/** One step that writes several clauses anew under the identifiers that they have: their embeds must be left alone. */
const rewriteAcross: Edit = (scene) => {
  const { copy, characters } = scene;
  const from = randomPlace(scene);
  const to = randomPlace(scene, { from, to: Math.min(from + 12, copy.state.doc.content.size) });
  const taken = copy.state.doc.slice(from, Math.max(from, to));
  if (taken.openStart !== 1 || taken.openEnd !== 1) return;
  const clauses = taken.content.content.map((clause) =>
    clause.copy(Fragment.from(editorSchema.text(characters.run(1)))),
  );
  copy.dispatch(copy.state.tr.step(new ReplaceStep(from, to, new Slice(Fragment.from(clauses), 1, 1))));
};

const move: Edit = ({ copy, chance }) => {
  const count = copy.state.doc.childCount;
  const from = chance.between(0, count - 1);
  const to = Math.min(from + (chance.happens(0.7) ? 1 : chance.between(1, 3)), count);
  copy.binding.move({ from, to, before: chance.between(0, count) });
};

const undo: Edit = ({ copy }) => void copy.binding.undoManager.undo();
const redo: Edit = ({ copy }) => void copy.binding.undoManager.redo();

export const ordinaryEdits: [weight: number, edit: Edit][] = [
  [14, type],
  [3, replaceStretch],
  [4, deleteStretch],
  [5, command(({ copy }) => splitClause(copy.newId))],
  [1, command(({ copy }) => splitClause(copy.newId), true)],
  [5, joinAtEdge],
  [2, command(({ chance }) => changeLevel(chance.pick([-1, 1])), true)],
  [2, command(({ chance }) => changeKind(chance.pick(clauseKinds)))],
  [3, command(() => deleteClauses)],
  [1, command(() => deleteClauses, true)],
  [1, command(() => keepStray)],
  [1, command(({ copy }) => addClause(copy.newId))],
  [2, paste],
  [2, bracket],
  [1, unbracket],
  [2, insertInline],
  [1, changeParameter],
  [1, replaceHalfCharacter],
  [2, rewriteAcross],
];

const moveStep: Edit = (scene) => {
  placeCaret(scene);
  const step = moveOfSelection(scene.copy.state, scene.chance.pick(["up", "down"]));
  if (step !== null) scene.copy.binding.move(step);
};

export const moveEdits: [weight: number, edit: Edit][] = [
  [5, move],
  [4, moveStep],
];

export const undoEdits: [weight: number, edit: Edit][] = [
  [4, undo],
  [2, redo],
];

/** These carry text over by cutting and writing anew, so a character of theirs may stand twice. */
export const carryingEdits: [weight: number, edit: Edit][] = [
  [1, drag],
  [0.3, replaceAll],
];

/** Yjs breaks a surrogate pair at which a format begins or ends, and tells nobody: only the check at idle finds that. */
function wholeIndex({ state, doc }: Copy, index: number): number {
  return splitsCharacter(state.doc, positionAt(layoutOf(doc), state.doc, index)) ? index + 1 : index;
}

/** Writes into the text past every editor: comments as the server does, and what no editor would write. */
const rawEdit: Edit = ({ copy, chance, characters }) => {
  const { text, clauses } = definitionRoots(copy.doc);
  const at = chance.between(0, text.length);
  const [from, to] = [wholeIndex(copy, at), wholeIndex(copy, Math.min(at + 4, text.length))];
  const nids = copy.state.doc.children.map((clause) => String(clause.attrs.nid));
  const acts = [
    () => text.format(from, to - from, { "comment:c1": chance.happens(0.7) ? true : null }),
    () => text.format(from, to - from, { "comment:c2": true, bracket: "no bracket", bold: true }),
    () => text.delete(0, Math.min(1, text.length)),
    () => text.insertEmbed(at, { place: "p1" }),
    () => text.insertEmbed(at, { picture: 1 }),
    () => text.insertEmbed(at, { param: "nobody" }),
    () => text.insertEmbed(at, { clause: chance.pick(nids) }),
    () => text.insert(0, characters.run(1)),
    () =>
      clauses.set(
        keyOf(chance.pick(nids), chance.pick(["level", "kind", "marking", "caveat", "gone", "at", "from"])),
        chance.pick([9, "odd", "p1", true, null, ["a"], ...nids]),
      ),
    () => clauses.delete(keyOf(chance.pick(nids), "level")),
    () => clauses.set("no key of ours", 1),
  ];
  copy.doc.transact(chance.pick(acts), "raw writer");
};

export const rawEdits: [weight: number, edit: Edit][] = [[6, rawEdit]];

export function pickEdit(chance: Chance, edits: [weight: number, edit: Edit][]): Edit {
  let rest = chance.next() * edits.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, edit] of edits) {
    rest -= weight;
    if (rest < 0) return edit;
  }
  return edits[0]![1];
}
