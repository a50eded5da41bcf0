/** Keys and clicks on parameters. It stands before the other keys: Enter on a chosen parameter opens it and splits nothing. */
import { keydownHandler } from "prosemirror-keymap";
import { type Command, NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { acceptOfferAtCaret, chooseParam, isParam } from "./param-commands.ts";
import type { ParamDesk } from "./param-desk.ts";

function chosenPid(selection: unknown): string | null {
  return selection instanceof NodeSelection && isParam(selection.node) ? selection.node.attrs.pid : null;
}

const keysAtCaret = new Set(["ArrowLeft", "ArrowRight", "Backspace", "Delete", "Enter", "F2"]);

/**
 * Reads where the browser's caret is. It tells of a moved caret a moment late, and a quick second key would pass by a
 * parameter that the first one reached.
 */
function readCaret(view: EditorView): void {
  (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
}

export function paramKeys(desk: ParamDesk, newId: () => string): Plugin {
  const open: Command = (state, _dispatch, view) => {
    const pid = chosenPid(state.selection);
    return pid !== null && view !== undefined && desk.show(view, pid);
  };
  const waveAway: Command = () => {
    const { offer } = desk.current();
    if (offer !== null) desk.waveAway(offer);
    return offer !== null;
  };
  const handle = keydownHandler({
    "Mod-.": acceptOfferAtCaret(newId),
    Enter: open,
    F2: open,
    Escape: waveAway,
    Backspace: chooseParam(-1),
    Delete: chooseParam(1),
  });
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!view.editable) return false;
        if (keysAtCaret.has(event.key) && !view.composing) readCaret(view);
        return handle(view, event);
      },
      /** What is typed while a parameter is chosen comes behind it: a threshold is not typed over by accident. */
      handleTextInput(view, _from, _to, words) {
        const { selection, tr } = view.state;
        if (chosenPid(selection) === null) return false;
        tr.setSelection(TextSelection.create(tr.doc, selection.to)).insertText(words);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      handleClickOn(view, _position, node, nodePosition, _event, direct) {
        if (!direct || !isParam(node)) return false;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePosition)));
        desk.show(view, node.attrs.pid);
        return true;
      },
    },
  });
}
