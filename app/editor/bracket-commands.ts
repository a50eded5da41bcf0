/**
 * Acts on words that are not agreed (rule D6): put in brackets, set an alternative beside, agree. A bracket is a mark with
 * an `id`; whatever cuts it in several, all of it is found by that name. Each act is one step of undo.
 */
import type { Node as EditorNode, Mark } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { type BracketFormat, readBracket } from "../../protocol/definition-shape.ts";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { leafWordsIn } from "./reference-labels.ts";
import { bracketMark, editorSchema } from "./schema.ts";

type Range = { from: number; to: number };
type Piece = Range & { format: BracketFormat; words: string; nid: string | null };

/** One bracket with all its pieces, first to last. */
export type EditedBracket = { format: BracketFormat; ranges: Range[]; words: string; nid: string | null };

/** A bracket and what stands against it, in the order of the text. */
export type BracketChoice = EditedBracket[];

const bracketType = editorSchema.marks.bracket!;

function bracketOf(marks: readonly Mark[]): BracketFormat | null {
  return (bracketType.isInSet(marks)?.attrs.value as BracketFormat | undefined) ?? null;
}

/** The value with its members in the one order in which it is compared. */
function formatOf(value: BracketFormat): BracketFormat {
  const read = readBracket(value);
  if (read === null) throw new Error(`${JSON.stringify(value)} is no bracket.`);
  return read;
}

/** Every stretch under one bracket; neighbours under the same bracket are one stretch. */
function piecesOf(doc: EditorNode): Piece[] {
  const pieces: Piece[] = [];
  const leafWords = leafWordsIn(doc);
  doc.forEach((clause, start) => {
    let last: Piece | null = null;
    clause.forEach((node, offset) => {
      const format = bracketOf(node.marks);
      const from = start + 1 + offset;
      const words = node.isText ? (node.text ?? "") : leafWords(node);
      if (format !== null && last !== null && last.to === from && isSameFormat(last.format, format)) {
        last.to += node.nodeSize;
        last.words += words;
        return;
      }
      last = format === null ? null : { from, to: from + node.nodeSize, format, words, nid: clause.attrs.nid };
      if (last !== null) pieces.push(last);
    });
  });
  return pieces;
}

function isSameFormat(one: BracketFormat, other: BracketFormat): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function bracketsIn(doc: EditorNode): EditedBracket[] {
  const found: EditedBracket[] = [];
  const byId = new Map<string, EditedBracket>();
  for (const { from, to, format, words, nid } of piecesOf(doc)) {
    const whole = format.id === undefined ? undefined : byId.get(format.id);
    if (whole !== undefined) {
      whole.ranges.push({ from, to });
      whole.words += ` ${words}`;
      continue;
    }
    const bracket = { format, ranges: [{ from, to }], words, nid };
    found.push(bracket);
    if (format.id !== undefined) byId.set(format.id, bracket);
  }
  return found;
}

function touches(bracket: EditedBracket, from: number, to: number): boolean {
  return bracket.ranges.some((range) => range.from <= to && range.to >= from);
}

/** The bracket with the caret or the selection, and those it is to be chosen among; null outside of brackets. */
export function bracketChoiceAt(state: EditorState): BracketChoice | null {
  const { from, to } = state.selection;
  const brackets = bracketsIn(state.doc);
  // At the edge between two the one behind the caret is meant, in which the next key would not be typed either.
  const here = brackets.filter((one) => touches(one, from, to)).at(-1);
  if (here === undefined) return null;
  if (from < to && hasFreeWords(state)) return null;
  const firstId = here.format.alternativeOf ?? here.format.id;
  if (firstId === undefined) return [here];
  const belongs = (one: EditedBracket) => one.format.id === firstId || one.format.alternativeOf === firstId;
  return brackets.filter((one) => one === here || belongs(one));
}

/** The parts of the selection that stand in no bracket yet. */
function freeRanges(state: EditorState): Range[] {
  const { from, to } = state.selection;
  const ranges: Range[] = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return true;
    const range = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) };
    if (bracketOf(node.marks) === null && range.from < range.to) ranges.push(range);
    return false;
  });
  return ranges;
}

/** Whether something of the selection can be put in brackets. */
export function hasFreeWords(state: EditorState): boolean {
  return freeRanges(state).length > 0;
}

function oneAct(transaction: Transaction): Transaction {
  return transaction.setMeta("structure", true).scrollIntoView();
}

/**
 * Puts the selection in brackets. Words that stand in another bracket stay in it: whoever is not agreed there does not agree
 * because somebody bracketed more.
 */
export function putInBrackets(id: string, delegations: string[]): Command {
  return (state, dispatch) => {
    const ranges = freeRanges(state);
    if (ranges.length === 0) return false;
    const mark = bracketMark(formatOf({ id, delegations }));
    const transaction = state.tr;
    for (const { from, to } of ranges) transaction.addMark(from, to, mark);
    dispatch?.(oneAct(transaction));
    return true;
  };
}

/** Sets other words behind the bracket with the caret, as alternative to it. A bracket without a name gets one by this. */
export function addAlternative(newId: () => string, words: string, delegations: string[]): Command {
  return (state, dispatch) => {
    const choice = bracketChoiceAt(state);
    const characters = clauseCharacters(words).trim();
    if (choice === null || characters === "") return false;
    const first = choice.find(({ format }) => format.alternativeOf === undefined) ?? choice[0]!;
    const transaction = state.tr;
    const firstId = first.format.id ?? newId();
    if (first.format.id === undefined) mark(transaction, first, { ...first.format, id: firstId });
    const end = Math.max(...choice.flatMap(({ ranges }) => ranges.map(({ to }) => to)));
    const alternative = formatOf({ id: newId(), delegations, alternativeOf: firstId });
    transaction.insert(end, editorSchema.text(characters, [bracketMark(alternative)]));
    dispatch?.(oneAct(transaction));
    return true;
  };
}

function mark(transaction: Transaction, bracket: EditedBracket, format: BracketFormat): void {
  for (const { from, to } of bracket.ranges) transaction.addMark(from, to, bracketMark(formatOf(format)));
}

/** Names other delegations as those who do not agree. */
export function attributeBracket(index: number, delegations: string[]): Command {
  return (state, dispatch) => {
    const bracket = bracketChoiceAt(state)?.[index];
    if (bracket === undefined || delegations.length === 0) return false;
    const transaction = state.tr;
    mark(transaction, bracket, { ...bracket.format, delegations });
    dispatch?.(oneAct(transaction));
    return true;
  };
}

/** Agreed: the words of one bracket stay without brackets, those that stood against it go. `index` null: all go. */
export function agreeOn(index: number | null): Command {
  return (state, dispatch) => {
    const choice = bracketChoiceAt(state);
    if (choice === null || (index !== null && choice[index] === undefined)) return false;
    const transaction = state.tr;
    const ranges = choice.flatMap((bracket, at) => bracket.ranges.map((range) => ({ ...range, stays: at === index })));
    // From the last to the first, so that the places of those in front still hold.
    ranges.sort((one, other) => other.from - one.from);
    for (const { from, to, stays } of ranges) {
      if (stays) transaction.removeMark(from, to, bracketType);
      else transaction.delete(from, to);
    }
    dispatch?.(oneAct(transaction));
    return true;
  };
}

/** Pasted brackets are brackets of their own: they keep who does not agree, and alternatives keep their bracket. */
export function freshBracketIds(newId: () => string): (node: EditorNode) => EditorNode {
  const names = new Map<string, string>();
  const fresh = (id: string) => {
    const known = names.get(id) ?? newId();
    names.set(id, known);
    return known;
  };
  return (node) => {
    const format = bracketOf(node.marks);
    if (format === null) return node;
    const { id, alternativeOf } = format;
    const renamed = formatOf({
      ...format,
      ...(id === undefined ? {} : { id: fresh(id) }),
      ...(alternativeOf === undefined ? {} : { alternativeOf: fresh(alternativeOf) }),
    });
    return node.mark(bracketMark(renamed).addToSet(node.marks));
  };
}
