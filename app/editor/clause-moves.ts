/** Which clauses a move takes and where they go: those of the selection with all that hangs on them. */
import type { EditorState } from "prosemirror-state";
import { moveDown, moveUp } from "../../domain/definition/subtree.ts";
import type { Move } from "../../protocol/clause-moves.ts";
import { selectedSubtrees, shownIndices } from "./clause-selection.ts";
import { clauseAttributes } from "./schema.ts";

/** The move of the selected subtrees one step up or down; null where there is nowhere to go. */
export function moveOfSelection(state: EditorState, direction: "up" | "down"): Move | null {
  const run = selectedSubtrees(state);
  if (run === null) return null;
  const shown = shownIndices(state);
  const levels = shown.map((index) => clauseAttributes(state.doc.child(index)));
  const [from, to] = [shown.indexOf(run.from), shown.indexOf(run.to - 1) + 1];
  const move = direction === "up" ? moveUp(levels, from, to) : moveDown(levels, from, to);
  if (move === null) return null;
  const before = move.before < shown.length ? shown[move.before]! : state.doc.childCount;
  return { ...run, before };
}
