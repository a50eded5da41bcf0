/**
 * Events of the live text → steps of the editor: one replacement for each insertion or deletion, mark steps for
 * formats, attribute steps for keys of the map. Positions are found anew after every step, which costs the number of
 * clauses and keeps the arithmetic in one place.
 */
import { type Node as EditorNode, Fragment, Slice } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import type * as Y from "yjs";
import { readEmbed, readKey } from "../../protocol/definition-shape.ts";
import { attributesFromMap, type Formats, inlineNodeOf, marksAfter, marksOf } from "./inline-units.ts";
import { splitsCharacter } from "./local-units.ts";
import { attributesOfNewClause, editorSchema, newClause } from "./schema.ts";
import { hasVirtualClause, positionAt } from "./text-index.ts";

export type TextDelta = { insert?: unknown; delete?: number; retain?: number; attributes?: Formats }[];

/**
 * The transaction that brings the editor to where the text went. `fields` is the map after the change, `keys` are its
 * keys that changed. The caret stays beside the unit on its left.
 */
export function remoteTransaction(
  state: EditorState,
  delta: TextDelta,
  keys: Iterable<string>,
  fields: Y.Map<unknown>,
): Transaction {
  const transaction = state.tr;
  let index = 0;
  for (const part of delta) {
    breakCharacter(transaction, index);
    if (part.retain !== undefined) {
      if (part.attributes !== undefined) breakCharacter(transaction, index + part.retain);
      if (part.attributes !== undefined) changeMarks(transaction, index, index + part.retain, part.attributes);
      index += part.retain;
    } else if (part.delete !== undefined) {
      breakCharacter(transaction, index + part.delete);
      removeUnits(transaction, index, index + part.delete);
    } else index += insertUnits(transaction, index, part.insert, part.attributes, fields);
  }
  changeFields(transaction, keys, fields);
  return keepCaret(state, transaction);
}

function replace(transaction: Transaction, from: number, to: number, slice: Slice): void {
  transaction.step(new ReplaceStep(from, to, slice));
}

/** The text turns both halves of a surrogate pair that is cut into replacement characters; no editor of ours cuts one. */
function breakCharacter(transaction: Transaction, index: number): void {
  const position = positionAt(transaction.doc, index);
  if (!splitsCharacter(transaction.doc, position)) return;
  const { marks } = transaction.doc.nodeAt(position)!;
  const broken = Fragment.from(editorSchema.text("\ufffd\ufffd", marks));
  replace(transaction, position - 1, position + 1, new Slice(broken, 0, 0));
}

function insertUnits(
  transaction: Transaction,
  index: number,
  insert: unknown,
  formats: Formats | undefined,
  fields: Y.Map<unknown>,
): number {
  const embed = readEmbed(insert);
  if (embed !== null && "clause" in embed) {
    insertClause(transaction, index, embed.clause, fields);
    return 1;
  }
  const marks = marksOf(formats);
  const node = typeof insert === "string" ? editorSchema.text(insert, marks) : inlineNodeOf(insert, fields, marks);
  const content = Fragment.from(node);
  const needsVirtual = index === 0 && !hasVirtualClause(transaction.doc);
  const position = positionAt(transaction.doc, index);
  const slice = needsVirtual ? Fragment.from(newClause({}, content)) : content;
  replace(transaction, position, position, new Slice(slice, 0, 0));
  return node.nodeSize;
}

/** A clause begins: in front of all others, or out of the tail of the one in which its embed arrived. */
function insertClause(transaction: Transaction, index: number, nid: string, fields: Y.Map<unknown>): void {
  const clause = newClause({ nid, ...attributesFromMap(fields, nid) });
  const position = positionAt(transaction.doc, index);
  if (index > 0) {
    const head = newClause(attributesOfNewClause);
    replace(transaction, position, position, new Slice(Fragment.from([head, clause]), 1, 1));
  } else if (hasVirtualClause(transaction.doc)) {
    for (const [name, value] of Object.entries(clause.attrs)) transaction.setNodeAttribute(0, name, value);
  } else replace(transaction, 0, 0, new Slice(Fragment.from(clause), 0, 0));
}

/** Units vanish. Where the first embed goes, what is left of its clause is shown as virtual clause, or not at all. */
function removeUnits(transaction: Transaction, from: number, to: number): void {
  const start = positionAt(transaction.doc, from);
  const end = positionAt(transaction.doc, to);
  const slice = start === 0 ? new Slice(Fragment.from(newClause({})), 0, 1) : Slice.empty;
  replace(transaction, start, end, slice);
  const first = transaction.doc.firstChild!;
  if (first.attrs.nid === null && first.content.size === 0 && transaction.doc.childCount > 1) {
    replace(transaction, 0, first.nodeSize, Slice.empty);
  }
}

function changeMarks(transaction: Transaction, from: number, to: number, changed: Formats): void {
  const start = positionAt(transaction.doc, from);
  const end = positionAt(transaction.doc, to);
  const pieces: { from: number; to: number; node: EditorNode }[] = [];
  transaction.doc.nodesBetween(start, end, (node, position) => {
    if (!node.isInline) return true;
    pieces.push({ from: Math.max(start, position), to: Math.min(end, position + node.nodeSize), node });
    return false;
  });
  for (const piece of pieces) {
    const marks = marksAfter(piece.node.marks, changed);
    for (const type of Object.values(editorSchema.marks)) {
      const mark = type.isInSet(marks);
      if (mark) transaction.addMark(piece.from, piece.to, mark);
      else transaction.removeMark(piece.from, piece.to, type);
    }
  }
}

/** Keys of the map change attributes of every clause or parameter that bears the identifier. */
function changeFields(transaction: Transaction, keys: Iterable<string>, fields: Y.Map<unknown>): void {
  const clauses = new Set<string>();
  const params = new Set<string>();
  for (const key of keys) {
    const known = readKey(key);
    if (known?.field === "param") params.add(known.id);
    else if (known !== null) clauses.add(known.id);
  }
  if (clauses.size + params.size === 0) return;
  transaction.doc.descendants((node, position) => {
    if (node.type.name === "clause" && node.attrs.nid !== null && clauses.has(node.attrs.nid)) {
      changeAttributes(transaction, position, node, attributesFromMap(fields, node.attrs.nid));
    }
    if (node.type.name === "param" && params.has(node.attrs.pid)) {
      const value = inlineNodeOf({ param: node.attrs.pid }, fields, []).attrs.value;
      changeAttributes(transaction, position, node, { value });
    }
    return params.size > 0;
  });
}

function changeAttributes(transaction: Transaction, position: number, node: EditorNode, wanted: object): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (JSON.stringify(node.attrs[name]) !== JSON.stringify(value)) transaction.setNodeAttribute(position, name, value);
  }
}

/** A caret is bound to the unit on its left, so a colleague who types at the same place does not push it along. */
function keepCaret(state: EditorState, transaction: Transaction): Transaction {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !transaction.docChanged) return transaction;
  const anchor = transaction.mapping.map(selection.anchor, -1);
  const head = transaction.mapping.map(selection.head, -1);
  const doc = transaction.doc;
  return transaction.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}
