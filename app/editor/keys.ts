/** The keys of the editor. Tab changes the level; Escape first lets the next Tab leave the editor. */
import { baseKeymap } from "prosemirror-commands";
import { keydownHandler } from "prosemirror-keymap";
import { type Command, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { UndoManager } from "yjs";
import { changeLevel, deleteAll, joinBackward, joinForward, splitClause } from "./clause-commands.ts";

function firstOf(...commands: Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

const keysThatJoinOrSplit = new Set(["Enter", "Backspace", "Delete", "Tab"]);

/**
 * Takes over where the browser says the caret is. After a key that moved it the browser tells so a moment late, and a
 * key pressed in that moment would act at the old place or be left to the browser, which joins clauses its own way.
 */
function takeCaret(view: EditorView): void {
  const shown = view.dom.ownerDocument.getSelection();
  const { state } = view;
  if (!shown?.isCollapsed || !shown.anchorNode || !view.dom.contains(shown.anchorNode) || view.composing) return;
  if (!(state.selection instanceof TextSelection) || !state.selection.empty) return;
  const place = state.doc.resolve(view.posAtDOM(shown.anchorNode, shown.anchorOffset));
  if (!place.parent.inlineContent || place.pos === state.selection.head) return;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.pos)));
}

export function editorKeys(
  newId: () => string,
  undoManager: () => UndoManager,
  move: (direction: "up" | "down") => boolean,
): Plugin {
  const undo: Command = () => undoManager().undo() !== null || true;
  const redo: Command = () => undoManager().redo() !== null || true;
  const moveBy = (direction: "up" | "down"): Command => {
    return () => {
      move(direction);
      // At the end of the way the key still is this one's: it would else move the caret or leave the page.
      return true;
    };
  };
  const backward = firstOf(deleteAll, joinBackward, baseKeymap.Backspace!);
  const forward = firstOf(deleteAll, joinForward, baseKeymap.Delete!);
  const handle = keydownHandler({
    Enter: splitClause(newId),
    "Shift-Enter": splitClause(newId),
    Backspace: backward,
    "Mod-Backspace": backward,
    "Shift-Backspace": backward,
    Delete: forward,
    "Mod-Delete": forward,
    Tab: changeLevel(1),
    "Shift-Tab": changeLevel(-1),
    "Alt-ArrowUp": moveBy("up"),
    "Alt-ArrowDown": moveBy("down"),
    "Alt-ArrowRight": changeLevel(1),
    "Alt-ArrowLeft": changeLevel(-1),
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-a": baseKeymap["Mod-a"]!,
  });
  let leavesWithTab = false;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const leaves = leavesWithTab && event.key === "Tab";
        if (event.key !== "Shift") leavesWithTab = event.key === "Escape";
        if (leaves || !view.editable) return false;
        if (keysThatJoinOrSplit.has(event.key) || event.altKey) takeCaret(view);
        return handle(view, event);
      },
    },
  });
}
