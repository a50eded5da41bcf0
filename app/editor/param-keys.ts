/** Keys and clicks on parameters. It stands before the other keys: Enter on a chosen parameter opens it and splits nothing. */
import { keydownHandler } from "prosemirror-keymap";
import { type Command, NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { acceptOfferAtCaret, chooseParam, isParam } from "./param-commands.ts";
import type { ParamDesk } from "./param-desk.ts";
import { readCaret } from "./text-signs.ts";

function chosenPid(selection: unknown): string | null {
  return selection instanceof NodeSelection && isParam(selection.node) ? selection.node.attrs.pid : null;
}

const keysAtCaret = new Set(["ArrowLeft", "ArrowRight", "Backspace", "Delete", "Enter", "F2"]);

const keysThatOpen = new Set(["Enter", " ", "F2"]);

/** Who only reads has no caret to choose a parameter with: each is a stop of the Tab key then. */
function chipsAsStops(view: EditorView): { update: (view: EditorView) => void } {
  let wasEditable = false;
  const mark = ({ dom, editable }: EditorView) => {
    if (editable && wasEditable) return;
    wasEditable = editable;
    for (const chip of dom.querySelectorAll<HTMLElement>(".param-chip")) {
      if (editable) chip.removeAttribute("tabindex");
      else chip.tabIndex = 0;
    }
  };
  mark(view);
  return { update: mark };
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
    view: chipsAsStops,
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          const chip = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(".param-chip") : null;
          if (view.editable || chip === null || !keysThatOpen.has(event.key)) return false;
          event.preventDefault();
          return desk.show(view, chip.dataset.pid ?? "");
        },
      },
      handleKeyDown(view, event) {
        if (!view.editable) return false;
        // The browser tells of a moved caret a moment late; a quick second key would pass by what the first one reached.
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
