/** Which clauses an act is about: those that the selection touches, and with them what hangs on them. */
import type { Node as EditorNode } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { endOfSubtree } from "../../domain/definition/subtree.ts";
import { clauseAttributes, isHidden } from "./schema.ts";
import { clauseAt } from "./text-index.ts";

export type PlacedClause = { clause: EditorNode; start: number; index: number };

/** The clauses that the selection touches and that are shown, first to last. */
export function selectedClauses(state: EditorState): PlacedClause[] {
  const { from, to } = state.selection;
  const found: PlacedClause[] = [];
  state.doc.forEach((clause, start, index) => {
    if (start <= to && start + clause.nodeSize > from && !isHidden(clause)) {
      if (from < to || clauseAt(state.doc, from).index === index) found.push({ clause, start, index });
    }
  });
  return found;
}

/** The clauses that are shown, by index in the editor. */
export function shownIndices(state: EditorState): number[] {
  return state.doc.children.flatMap((clause, index) => (isHidden(clause) ? [] : [index]));
}

/** The clauses of the selection and their subtrees, by index in the editor; deleted ones, which nobody sees, count too. */
export function selectedSubtrees(state: EditorState): { from: number; to: number } | null {
  const chosen = selectedClauses(state);
  if (chosen.length === 0) return null;
  const shown = shownIndices(state);
  const levels = shown.map((index) => clauseAttributes(state.doc.child(index)));
  const ends = chosen.map(({ index }) => endOfSubtree(levels, shown.indexOf(index)));
  return { from: chosen[0]!.index, to: shown[Math.max(...ends) - 1]! + 1 };
}
