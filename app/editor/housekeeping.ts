/**
 * What a local edit brings with it. Only local edits do: if every copy mended what arrives from others, all would mend
 * the same thing at once.
 */
import { type EditorState, Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { clauseType, isHidden, isStray, attributesOfNewClause as virtualAttributes } from "./schema.ts";
import { clauseAt } from "./text-index.ts";

/** Set on transactions that come from the live text; they are not written back to it. */
export const remoteMeta = "from-live-text";

/** Set on transactions that delete clauses as such: a stray that is emptied by them is not wanted back. */
export const deletesMeta = "deletes-clauses";

function isLocalEdit(transaction: Transaction): boolean {
  return transaction.docChanged && transaction.getMeta(remoteMeta) === undefined;
}

/** A virtual first clause that somebody writes in gets its embed; an untouched one vanishes beside others. */
function settleFirstClause(old: EditorState, state: EditorState, transaction: Transaction, newId: () => string): void {
  const first = state.doc.firstChild!;
  if (first.attrs.nid !== null) return;
  const isWritten =
    first.content.size > 0 ? first !== old.doc.firstChild : !first.hasMarkup(clauseType, virtualAttributes);
  if (isWritten) transaction.setNodeAttribute(0, "nid", newId());
  else if (first.content.size === 0 && state.doc.childCount > 1) transaction.delete(0, first.nodeSize);
}

/** Who writes in a stray wants it to stay: it is a clause like others again, also when emptied by hand. */
function keepEditedStrays(
  old: EditorState,
  edits: readonly Transaction[],
  state: EditorState,
  transaction: Transaction,
) {
  const goneBefore = new Set<string>();
  old.doc.forEach((clause) => {
    if (isStray(clause)) goneBefore.add(clause.attrs.nid);
  });
  if (goneBefore.size === 0) return;
  const ranges = edits.flatMap((edit, index) =>
    edit.getMeta(deletesMeta) === undefined ? changedRanges(edit, edits.slice(index + 1)) : [],
  );
  state.doc.forEach((clause, offset) => {
    if (clause.attrs.gone !== true || !goneBefore.has(clause.attrs.nid)) return;
    const isEdited = ranges.some((range) => range.to > offset && range.from < offset + clause.nodeSize);
    if (isEdited) transaction.setNodeAttribute(transaction.mapping.map(offset), "gone", false);
  });
}

function changedRanges(edit: Transaction, later: Transaction[]): { from: number; to: number }[] {
  return edit.mapping.maps.flatMap((map, index) => {
    const ranges: { from: number; to: number }[] = [];
    map.forEach((_from, _to, from, to) => {
      const end = (position: number, side: number) =>
        later.reduce((at, next) => next.mapping.map(at, side), edit.mapping.slice(index + 1).map(position, side));
      ranges.push({ from: end(from, -1), to: end(to, 1) });
    });
    return ranges;
  });
}

/** The caret never stands in a clause that is not shown. */
function leaveHiddenClause(state: EditorState): Transaction | null {
  const { selection, doc } = state;
  if (!(selection instanceof TextSelection)) return null;
  const here = clauseAt(doc, selection.head);
  if (!isHidden(here.clause)) return null;
  let before = -1;
  let after = -1;
  doc.forEach((clause, offset, index) => {
    if (isHidden(clause)) return;
    if (index < here.index) before = offset + 1 + clause.content.size;
    else if (after < 0 && index > here.index) after = offset + 1;
  });
  const target = after >= 0 ? after : before;
  return target < 0 ? null : state.tr.setSelection(TextSelection.create(doc, target));
}

/** The plugin that appends all this; `newId` gives identifiers of clauses. */
export function housekeeping(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction(transactions, old, state) {
      const edits = transactions.filter(isLocalEdit);
      if (edits.length > 0) {
        const transaction = state.tr;
        keepEditedStrays(old, edits, state, transaction);
        settleFirstClause(old, state, transaction, newId);
        if (transaction.docChanged) return transaction;
      }
      return leaveHiddenClause(state);
    },
  });
}
