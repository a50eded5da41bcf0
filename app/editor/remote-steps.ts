/**
 * Events of the live text → steps of the editor: one replacement for each insertion or deletion, mark steps for
 * formats, attribute steps for keys of the map; and where clauses came to stand elsewhere, they are taken there.
 */
import { type Node as EditorNode, Fragment, Slice } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import type * as Y from "yjs";
import type { Layout } from "../../protocol/clause-layout.ts";
import { readEmbed, readKey } from "../../protocol/definition-shape.ts";
import {
  append,
  cut,
  FollowedText,
  type Gap,
  grow,
  type Stretch,
  seenAt,
  seenLength,
  shrink,
} from "./followed-text.ts";
import { attributesFromMap, type Formats, inlineNodeOf, marksAfter, marksOf } from "./inline-units.ts";
import { splitsCharacter } from "./local-units.ts";
import { takeToPlaces } from "./reordering.ts";
import { attributesOfNewClause, editorSchema, newClause } from "./schema.ts";

export type TextDelta = { insert?: unknown; delete?: number; retain?: number; attributes?: Formats }[];

export type TextChange = {
  delta: TextDelta;
  /** Keys of the map that changed. */
  keys: Iterable<string>;
  /** The map after the change. */
  fields: Y.Map<unknown>;
  /** The layout that the editor shows, and that to which the text has come. */
  before: Layout;
  after: Layout;
};

/** The transaction that brings the editor to where the text went. The caret stays beside the unit on its left. */
export function remoteTransaction(state: EditorState, change: TextChange): Transaction {
  const follower = new Follower(state, change);
  follower.follow(change.delta);
  changeFields(follower.transaction, change.keys, change.fields);
  const wanted = change.after.shown.map((segment) => follower.text.stretches[change.after.segments.indexOf(segment)]!);
  return takeToPlaces(keepCaret(state, follower.transaction), follower.text.shown, wanted);
}

class Follower {
  readonly transaction: Transaction;
  readonly text: FollowedText;
  private readonly fields: Y.Map<unknown>;

  constructor(state: EditorState, { before, fields }: TextChange) {
    this.transaction = state.tr;
    this.text = new FollowedText(before, state.doc);
    this.fields = fields;
  }

  follow(delta: TextDelta): void {
    let index = 0;
    for (const part of delta) {
      this.breakCharacter(index);
      if (part.retain !== undefined) {
        if (part.attributes !== undefined) this.changeMarks(index, part.retain, part.attributes);
        index += part.retain;
      } else if (part.delete !== undefined) {
        this.breakCharacter(index + part.delete);
        this.remove(index, part.delete);
      } else index += this.insert(index, part.insert, part.attributes);
    }
  }

  /** Where the clause of a stretch starts; null when it is not shown. */
  private startOf(stretch: Stretch): number | null {
    const { doc } = this.transaction;
    let start = 0;
    for (let child = 0; child < doc.childCount; child++) {
      if (this.text.shown[child] === stretch) return start;
      start += doc.child(child).nodeSize;
    }
    return null;
  }

  private positionOf({ stretch, offset }: Gap): number {
    const start = this.startOf(stretch);
    return start === null ? 0 : start + 1 + seenAt(stretch, offset);
  }

  private replace(from: number, to: number, content: Fragment | null, open = 0): void {
    const slice = content === null ? Slice.empty : new Slice(content, open, open);
    this.transaction.step(new ReplaceStep(from, to, slice));
  }

  /** The text turns both halves of a surrogate pair that is cut into replacement characters; no editor of ours cuts one. */
  private breakCharacter(index: number): void {
    const position = this.positionOf(this.text.gapAt(index));
    const { doc } = this.transaction;
    if (!splitsCharacter(doc, position)) return;
    const { marks } = doc.nodeAt(position)!;
    this.replace(position - 1, position + 1, Fragment.from(editorSchema.text("\ufffd\ufffd", marks)));
  }

  private insert(index: number, insert: unknown, formats: Formats | undefined): number {
    const embed = readEmbed(insert);
    const gap = this.text.gapAt(index);
    if (embed !== null && "clause" in embed) {
      this.insertClause(gap, embed.clause);
      return 1;
    }
    if (embed !== null && "place" in embed) {
      grow(gap.stretch, gap.offset, 1);
      gap.stretch.places = [...gap.stretch.places, gap.offset].sort((one, other) => one - other);
      return 1;
    }
    const marks = marksOf(formats);
    const node =
      typeof insert === "string" ? editorSchema.text(insert, marks) : inlineNodeOf(insert, this.fields, marks);
    if (this.startOf(gap.stretch) === null) {
      this.replace(0, 0, Fragment.from(newClause({}, Fragment.from(node))));
      this.text.shown.unshift(gap.stretch);
    } else {
      const position = this.positionOf(gap);
      this.replace(position, position, Fragment.from(node));
    }
    grow(gap.stretch, gap.offset, node.nodeSize);
    return node.nodeSize;
  }

  /** A clause begins: in front of all others, or out of the tail of the one in which its embed arrived. */
  private insertClause(gap: Gap, nid: string): void {
    const { stretch, offset } = gap;
    const clause = newClause({ nid, ...attributesFromMap(this.fields, nid) });
    const start = this.startOf(stretch);
    const position = this.positionOf(gap);
    const tail = cut(stretch, offset, nid);
    this.text.addBehind(stretch, tail);
    if (start === null) {
      this.replace(0, 0, Fragment.from(clause));
      this.text.shown.unshift(tail);
    } else if (stretch.nid === null && seenLength(stretch) === 0) {
      for (const [name, value] of Object.entries(clause.attrs)) this.transaction.setNodeAttribute(start, name, value);
      this.text.shown[this.text.shown.indexOf(stretch)] = tail;
    } else {
      this.replace(position, position, Fragment.from([newClause(attributesOfNewClause), clause]), 1);
      this.text.shown.splice(this.text.shown.indexOf(stretch) + 1, 0, tail);
    }
  }

  private remove(index: number, count: number): void {
    for (let rest = count; rest > 0; ) {
      const { stretch, offset } = this.text.unitAt(index);
      if (offset < 0) {
        this.removeOpening(stretch);
        rest -= 1;
        continue;
      }
      const length = Math.min(rest, stretch.size - offset);
      const from = this.positionOf({ stretch, offset });
      const to = this.positionOf({ stretch, offset: offset + length });
      if (from < to) this.replace(from, to, null);
      shrink(stretch, offset, length);
      rest -= length;
    }
    this.hideEmptyFront();
  }

  /** The embed of a clause goes: its words belong to the clause in front of it in the text, wherever that is shown. */
  private removeOpening(stretch: Stretch): void {
    const { shown } = this.text;
    const before = this.text.before(stretch);
    const start = this.startOf(stretch)!;
    const startBefore = this.startOf(before);
    const child = shown.indexOf(stretch);
    if (startBefore === null) {
      this.becomeFront(child, start);
      shown.splice(0, 0, ...shown.splice(child, 1).map(() => before));
    } else if (shown[child - 1] === before) {
      this.replace(start - 1, start + 1, null);
      shown.splice(child, 1);
    } else {
      const clause = this.transaction.doc.child(child);
      const end = startBefore + 1 + seenLength(before);
      if (clause.content.size > 0) this.replace(end, end, clause.content);
      const moved = start > startBefore ? start + clause.content.size : start;
      this.replace(moved, moved + clause.nodeSize, null);
      shown.splice(child, 1);
    }
    append(before, stretch);
    this.text.drop(stretch);
  }

  /** The first embed of the text went: what is left of its clause is shown as virtual clause, first of all. */
  private becomeFront(child: number, start: number): void {
    const { doc } = this.transaction;
    const virtual = newClause({}, doc.child(child).content);
    if (child === 0) {
      // The words stay where they are, and with them a caret in them.
      for (const [name, value] of Object.entries(newClause({}).attrs))
        this.transaction.setNodeAttribute(start, name, value);
      return;
    }
    this.replace(start, start + virtual.nodeSize, null);
    this.replace(0, 0, Fragment.from(virtual));
  }

  /** What stands in front of all clauses is shown while it holds words, or while nothing else is there. */
  private hideEmptyFront(): void {
    const { shown, front } = this.text;
    if (shown[0] !== front || seenLength(front) > 0 || shown.length === 1) return;
    this.replace(0, this.transaction.doc.firstChild!.nodeSize, null);
    shown.shift();
  }

  private changeMarks(index: number, count: number, changed: Formats): void {
    this.breakCharacter(index + count);
    for (let rest = count, at = index; rest > 0; ) {
      const { stretch, offset } = this.text.unitAt(at);
      const length = offset < 0 ? 1 : Math.min(rest, stretch.size - offset);
      if (offset >= 0) {
        const from = this.positionOf({ stretch, offset });
        changeMarks(this.transaction, from, this.positionOf({ stretch, offset: offset + length }), changed);
      }
      rest -= length;
      at += length;
    }
  }
}

function changeMarks(transaction: Transaction, from: number, to: number, changed: Formats): void {
  const pieces: { from: number; to: number; node: EditorNode }[] = [];
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return true;
    pieces.push({ from: Math.max(from, position), to: Math.min(to, position + node.nodeSize), node });
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
