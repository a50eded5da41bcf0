/** F8 goes to the next fault, Shift-F8 to the one before. */
import { keydownHandler } from "prosemirror-keymap";
import { Plugin } from "prosemirror-state";

export function faultKeys(goTo: (direction: -1 | 1) => boolean): Plugin {
  return new Plugin({ props: { handleKeyDown: keydownHandler({ F8: () => goTo(1), "Shift-F8": () => goTo(-1) }) } });
}
