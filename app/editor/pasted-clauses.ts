/**
 * What is pasted becomes clauses with levels and kinds: the words are read like a plain text, and the clauses come to stand
 * where the caret is. A single line, or several without any label, stay what they are: words, or clauses like the one around.
 */
import { type Node as EditorNode, Fragment } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { clauseLevelMax } from "../../domain/definition/control-text.ts";
import { readLabel } from "../../domain/definition/plain-text/label.ts";
import { type Passage, passagesOf } from "../../domain/definition/plain-text/passages.ts";
import { type ClauseDraft, readPassages } from "../../domain/definition/read-plain-text.ts";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { type ClauseAttributes, clauseAttributes, editorSchema, newClause } from "./schema.ts";

/** More than this is no paste but an import, which has its own page. */
export const pasteClausesMax = 2000;

/** The passages of a pasted plain text. */
export function passagesOfText(text: string): Passage[] {
  return passagesOf(text).passages;
}

/** The clauses that passages are read as; null where nothing says that they have a structure. */
export function pastedDrafts(passages: Passage[]): ClauseDraft[] | null {
  const labelled = passages.filter(({ words }) => readLabel(words).sort !== "text").length;
  if (passages.length < 2 || labelled === 0 || passages.length > pasteClausesMax) return null;
  return readPassages(passages).clauses;
}

/** Where the caret is in a clause, which decides what becomes of it. */
function caretPlace(state: EditorState) {
  const { $from } = state.selection;
  const clause = $from.parent;
  const start = $from.before();
  return { clause, start, end: start + clause.nodeSize, isAtStart: $from.parentOffset === 0, position: $from.pos };
}

/** The levels as they stand below the clause that the caret is in. */
function shiftOf(drafts: ClauseDraft[], { clause, start }: ReturnType<typeof caretPlace>): number {
  const isFirst = start === 0 && clause.content.size === 0;
  const hasHead = drafts.some(({ kind }) => kind === "heading");
  return isFirst || hasHead ? 0 : clauseAttributes(clause).level - Math.min(...drafts.map(({ level }) => level));
}

function clausesOf(drafts: ClauseDraft[], around: ClauseAttributes, shift: number, newId: () => string): EditorNode[] {
  return drafts.map(({ level, kind, text }) => {
    const words = clauseCharacters(text);
    const attributes = {
      nid: newId(),
      level: Math.min(Math.max(level + shift, 1), clauseLevelMax),
      kind,
      marking: around.marking,
      caveat: around.caveat,
    };
    return newClause(attributes, words === "" ? Fragment.empty : Fragment.from(editorSchema.text(words)));
  });
}

/** Puts the first clause into the empty one that is there, which keeps its identifier. */
function fillEmpty(transaction: Transaction, start: number, first: EditorNode): void {
  for (const name of ["level", "kind"]) transaction.setNodeAttribute(start, name, first.attrs[name]);
  transaction.insert(start + 1, first.content);
}

/** The transaction that brings the clauses in; the caret stands behind them. */
export function insertClauses(state: EditorState, drafts: ClauseDraft[], newId: () => string): Transaction {
  const transaction = state.tr;
  if (!state.selection.empty) transaction.deleteSelection();
  const place = caretPlace(state.apply(transaction));
  const clauses = clausesOf(drafts, clauseAttributes(place.clause), shiftOf(drafts, place), newId);
  let from = place.end;
  let rest = clauses;
  if (place.clause.content.size === 0) {
    fillEmpty(transaction, place.start, clauses[0]!);
    from = place.end + clauses[0]!.content.size;
    rest = clauses.slice(1);
  } else if (place.isAtStart) from = place.start;
  else if (place.position < place.end - 1) {
    transaction.split(place.position, 1, [{ type: place.clause.type, attrs: { ...place.clause.attrs, nid: newId() } }]);
    from = place.position + 1;
  }
  transaction.insert(from, rest);
  const end = from + rest.reduce((size, clause) => size + clause.nodeSize, 0);
  return transaction
    .setSelection(TextSelection.near(transaction.doc.resolve(end), -1))
    .setMeta("paste", true)
    .setMeta("uiEvent", "paste")
    .scrollIntoView();
}
