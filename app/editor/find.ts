/**
 * Finding and replacing words in the text shown. What is looked for is looked for clause by clause; the words of each clause
 * are kept beside the clause itself, so that typing makes only one clause be read anew.
 */
import type { Node as EditorNode, Mark } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { leafWordsIn } from "./reference-labels.ts";
import { editorSchema, isHidden } from "./schema.ts";

export type Question = { words: string; matchCase: boolean; wholeWords: boolean };

/**
 * Where the words stand. Why they cannot be replaced, where they cannot: they hold a parameter, term or reference
 * (`embed`), or reach over the edge of a bracket, whose attribution would be lost (`bracket`).
 */
export type Hit = { from: number; to: number; fixed: "embed" | "bracket" | null };

type ClauseWords = { words: string; offsets: number[]; inlines: EditorNode[] };

const read = new WeakMap<EditorNode, ClauseWords>();

/** For each character of the words of a clause: the offset of its unit, and the node that it belongs to. */
function wordsOf(clause: EditorNode, leafWords: (node: EditorNode) => string): ClauseWords {
  const known = read.get(clause);
  if (known !== undefined) return known;
  const found: ClauseWords = { words: "", offsets: [], inlines: [] };
  let isKept = true;
  clause.forEach((node, offset) => {
    // A reference is read as a number that changes without its clause.
    if (node.type.name === "xref") isKept = false;
    const words = node.isText ? (node.text ?? "") : leafWords(node);
    found.words += words;
    for (let at = 0; at < words.length; at++) {
      found.offsets.push(node.isText ? offset + at : offset);
      found.inlines.push(node);
    }
  });
  if (isKept) read.set(clause, found);
  return found;
}

/** Quotation marks and spaces come in many shapes that look the same to whoever types the question. */
function patternOf(words: string): string {
  return words
    .replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
    .replace(/\s/g, "\\s");
}

/** The question as an expression without repetition, so its time grows with the text only; null when nothing is asked. */
function expressionOf({ words, matchCase, wholeWords }: Question): RegExp | null {
  if (words === "") return null;
  const pattern = patternOf(words);
  const bounded = wholeWords ? `(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])` : pattern;
  return new RegExp(bounded, matchCase ? "gu" : "giu");
}

function bracketKey(node: EditorNode): string {
  const mark = editorSchema.marks.bracket!.isInSet(node.marks);
  return mark === undefined ? "" : JSON.stringify(mark.attrs.value);
}

function fixedBy(inlines: EditorNode[]): Hit["fixed"] {
  const nodes = new Set(inlines);
  if ([...nodes].some((node) => !node.isText)) return "embed";
  return new Set([...nodes].map(bracketKey)).size > 1 ? "bracket" : null;
}

/** Every place of the words in the clauses that are shown, first to last. */
export function hitsOf(doc: EditorNode, question: Question): Hit[] {
  const expression = expressionOf(question);
  if (expression === null) return [];
  const hits: Hit[] = [];
  const leafWords = leafWordsIn(doc);
  doc.forEach((clause, start) => {
    if (isHidden(clause)) return;
    const { words, offsets, inlines } = wordsOf(clause, leafWords);
    for (const match of words.matchAll(expression)) {
      const [first, last] = [match.index, match.index + match[0].length - 1];
      const from = start + 1 + offsets[first]!;
      const end = inlines[last]!;
      const to = start + 1 + offsets[last]! + (end.isText ? 1 : end.nodeSize);
      hits.push({ from, to, fixed: fixedBy(inlines.slice(first, last + 1)) });
    }
  });
  return hits;
}

/** The first hit at or behind a position, and from the end on the first of all; -1 where there is none. */
export function hitFrom(hits: Hit[], position: number): number {
  if (hits.length === 0) return -1;
  const found = hits.findIndex(({ from }) => from >= position);
  return found < 0 ? 0 : found;
}

/** The marks that all of the words have. */
function sharedMarks(doc: EditorNode, { from, to }: Hit): readonly Mark[] {
  let shared: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isInline) return true;
    shared = shared === null ? node.marks : shared.filter((mark) => mark.isInSet(node.marks));
    return false;
  });
  return shared ?? [];
}

/**
 * Replaces hits in one transaction, from the last to the first so that the places of those in front hold; what colleagues
 * write between them is not touched. Returns how many were replaced; those that are fixed stay.
 */
export function replaceHits(transaction: Transaction, hits: Hit[], words: string): number {
  const characters = clauseCharacters(words);
  const { doc } = transaction;
  const free = hits.filter(({ fixed }) => fixed === null);
  for (const hit of free.toReversed()) {
    if (characters === "") transaction.delete(hit.from, hit.to);
    else transaction.replaceWith(hit.from, hit.to, editorSchema.text(characters, sharedMarks(doc, hit)));
  }
  if (free.length > 0) transaction.setMeta("structure", true);
  return free.length;
}
