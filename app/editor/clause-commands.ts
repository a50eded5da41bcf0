/**
 * Acts on whole clauses, as commands of the editor: each takes the state and says whether it applies. Structure is
 * marked as such, so that one undo takes back one act.
 */
import { type Node as EditorNode, Fragment, Slice } from "prosemirror-model";
import { AllSelection, type Command, TextSelection, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { type ClauseKind, clauseLevelMax, clauseLevelMin } from "../../domain/definition/control-text.ts";
import { type PlacedClause, selectedClauses, selectedSubtrees } from "./clause-selection.ts";
import { deletesMeta } from "./housekeeping.ts";
import { type ClauseAttributes, clauseAttributes, isHidden, newClause } from "./schema.ts";
import { clauseAt } from "./text-index.ts";

function structure(transaction: Transaction): Transaction {
  return transaction.setMeta("structure", true).scrollIntoView();
}

/** What a new clause takes over from the one it is written after. */
function attributesAfter(clause: EditorNode, nid: string): Partial<ClauseAttributes> {
  const { level, kind, marking, caveat } = clauseAttributes(clause);
  return { nid, level, kind: kind === "heading" ? "item" : kind, marking, caveat, gone: false };
}

function shownNeighbour(doc: EditorNode, index: number, direction: -1 | 1): PlacedClause | null {
  let found: PlacedClause | null = null;
  doc.forEach((clause, start, at) => {
    if (isHidden(clause)) return;
    if (direction < 0 && at < index) found = { clause, start, index: at };
    if (direction > 0 && at > index && found === null) found = { clause, start, index: at };
  });
  return found;
}

/** Enter. At the start of a text the new clause comes in front, so that the text keeps its clause and its comments. */
export function splitClause(newId: () => string): Command {
  return (state, dispatch) => {
    const transaction = state.tr;
    if (!state.selection.empty) transaction.deleteSelection();
    const at = transaction.selection.from;
    const { clause, start } = clauseAt(transaction.doc, at);
    const fresh = newClause(attributesAfter(clause, newId()));
    if (at === start + 1 && clause.content.size > 0 && clause.attrs.nid !== null) {
      transaction.step(new ReplaceStep(start, start, new Slice(Fragment.from(fresh), 0, 0)));
    } else {
      const slice = new Slice(Fragment.from([newClause({}), fresh]), 1, 1);
      transaction.step(new ReplaceStep(at, at, slice));
      transaction.setSelection(TextSelection.create(transaction.doc, at + 2));
    }
    dispatch?.(structure(transaction));
    return true;
  };
}

function markGone(transaction: Transaction, { clause, start }: PlacedClause): void {
  transaction.delete(start + 1, start + 1 + clause.content.size);
  transaction.setNodeAttribute(start, "gone", true).setMeta(deletesMeta, true);
}

/** Joins two shown clauses; where one of them is empty it is deleted instead, and the other keeps its identifier. */
function join(transaction: Transaction, before: PlacedClause, after: PlacedClause): void {
  const endOfBefore = before.start + 1 + before.clause.content.size;
  if (before.clause.content.size === 0 && before.clause.attrs.nid !== null) {
    markGone(transaction, before);
    transaction.setSelection(TextSelection.create(transaction.doc, after.start + 1));
  } else if (after.clause.content.size === 0) {
    markGone(transaction, after);
    transaction.setSelection(TextSelection.create(transaction.doc, endOfBefore));
  } else {
    transaction.step(new ReplaceStep(endOfBefore, after.start + 1, Slice.empty));
    transaction.setSelection(TextSelection.create(transaction.doc, endOfBefore));
  }
}

/** Backspace at the start of a clause. */
export const joinBackward: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.parentOffset > 0) return false;
  const here = clauseAt(state.doc, selection.head);
  const before = shownNeighbour(state.doc, here.index, -1);
  if (before === null) return true;
  const transaction = state.tr;
  join(transaction, before, here);
  dispatch?.(structure(transaction));
  return true;
};

/** Delete at the end of a clause. */
export const joinForward: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.empty) return false;
  const here = clauseAt(state.doc, selection.head);
  if (selection.head < here.start + 1 + here.clause.content.size) return false;
  const after = shownNeighbour(state.doc, here.index, 1);
  if (after === null) return true;
  const transaction = state.tr;
  join(transaction, here, after);
  dispatch?.(structure(transaction));
  return true;
};

/** Deleting everything empties the text of the first clause and joins the rest to it, so one clause always remains. */
export const deleteAll: Command = (state, dispatch) => {
  if (!(state.selection instanceof AllSelection)) return false;
  const end = state.doc.content.size - 1;
  dispatch?.(structure(state.tr.delete(1, end)));
  return true;
};

/**
 * Tab and Shift-Tab: the clauses of the selection one level deeper or higher, with all that hangs on them (rule D1). What
 * would go beyond levels 1 to 6 stays, and then all of it stays: half a subtree would hang elsewhere.
 */
export function changeLevel(difference: number): Command {
  return (state, dispatch) => {
    const run = selectedSubtrees(state);
    if (run === null) return true;
    const transaction = state.tr;
    let fits = true;
    state.doc.forEach((clause, start, index) => {
      if (index < run.from || index >= run.to || isHidden(clause)) return;
      const level = clauseAttributes(clause).level + difference;
      if (level < clauseLevelMin || level > clauseLevelMax) fits = false;
      else transaction.setNodeAttribute(start, "level", level);
    });
    if (fits) dispatch?.(structure(transaction));
    return true;
  };
}

export function changeKind(kind: ClauseKind): Command {
  return (state, dispatch) => {
    const transaction = state.tr;
    for (const { clause, start } of selectedClauses(state)) {
      if (clause.attrs.kind !== kind) transaction.setNodeAttribute(start, "kind", kind);
    }
    if (!transaction.docChanged) return false;
    dispatch?.(structure(transaction));
    return true;
  };
}

/**
 * Deletes the clauses of the selection: their text goes, their embeds stay and they are marked gone, so what a
 * colleague types there meanwhile comes to light as a stray. The last clause shown is only emptied.
 */
export const deleteClauses: Command = (state, dispatch) => {
  const chosen = selectedClauses(state).filter((one) => one.clause.attrs.nid !== null);
  let shownCount = 0;
  state.doc.forEach((clause) => {
    if (!isHidden(clause)) shownCount += 1;
  });
  const transaction = state.tr;
  const kept = chosen.length === shownCount ? chosen[0] : undefined;
  for (const one of chosen.toReversed()) {
    if (one === kept) transaction.delete(one.start + 1, one.start + 1 + one.clause.content.size);
    else markGone(transaction, one);
  }
  if (!transaction.docChanged) return false;
  dispatch?.(structure(transaction));
  return true;
};

/** A stray becomes a clause like the others. */
export const keepStray: Command = (state, dispatch) => {
  const transaction = state.tr;
  for (const { clause, start } of selectedClauses(state)) {
    if (clause.attrs.gone === true) transaction.setNodeAttribute(start, "gone", false);
  }
  if (!transaction.docChanged) return false;
  dispatch?.(structure(transaction));
  return true;
};

/** Adds an empty clause behind the one with the caret, or at the end where none is shown. */
export function addClause(newId: () => string): Command {
  return (state, dispatch) => {
    const { clause, start } = clauseAt(state.doc, state.selection.head);
    const behind = start + clause.nodeSize;
    const fresh = newClause(attributesAfter(clause, newId()));
    const transaction = state.tr.step(new ReplaceStep(behind, behind, new Slice(Fragment.from(fresh), 0, 0)));
    transaction.setSelection(TextSelection.create(transaction.doc, behind + 1));
    dispatch?.(structure(transaction));
    return true;
  };
}
