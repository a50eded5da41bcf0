/** Acts on an open text, the live one and a fork alike: at the caret as the browser shows it, and the focus goes back there. */
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { moveOfSelection } from "./clause-moves.ts";
import type { LiveBinding } from "./live-binding.ts";
import { readCaret } from "./text-signs.ts";

export type OpenText = { view: EditorView; binding: LiveBinding };

export function runCommand({ view, binding }: OpenText, command: Command): void {
  readCaret(view);
  command(view.state, (transaction) => binding.dispatch(transaction), view);
  view.focus();
}

/** Moves the selected clauses with what hangs on them one step; false where there is nowhere to go. */
export function moveSelection({ view, binding }: OpenText, direction: "up" | "down"): boolean {
  readCaret(view);
  const move = moveOfSelection(view.state, direction);
  if (move === null) return false;
  binding.move(move);
  binding.dispatch(view.state.tr.scrollIntoView());
  view.focus();
  return true;
}
