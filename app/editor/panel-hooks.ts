/** Hooks of the panels: what the editor holds now, which panel is open, and the keys that open one. */
import { keydownHandler } from "prosemirror-keymap";
import type { Command, EditorState } from "prosemirror-state";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type EditorAct, type EditorPlace, editorActs } from "./editor-acts.ts";
import type { EditorSession } from "./editor-session.ts";
import { isWritingPlace, singleKeysAreOn } from "./key-names.ts";
import type { PanelName } from "./panels.ts";

/** The state of the editor, followed key by key. */
export function useEditorState(session: EditorSession): EditorState {
  const read = () => session.view.state;
  return useSyncExternalStore(session.watch.subscribe, read, read);
}

export function useOpenPanel(session: EditorSession): { panel: PanelName | null; asked: number } {
  const { panels } = session;
  const panel = useSyncExternalStore(panels.subscribe, panels.current, panels.current);
  const asked = useSyncExternalStore(panels.subscribe, panels.askedCount, panels.askedCount);
  return { panel, asked };
}

const isSingle = (key: string) => [...key].length === 1;

function hearing(acts: EditorAct[], place: () => EditorPlace, accepts: (key: string) => boolean) {
  const commands: Record<string, Command> = {};
  for (const act of acts) {
    for (const key of act.keys.filter(accepts)) {
      commands[key] = () => {
        if (act.run === null || act.isOff?.(place())) return false;
        act.run(place());
        return true;
      };
    }
  }
  return keydownHandler(commands);
}

/** Hears the keys of the acts: those of the text while the caret is in it, those of the page everywhere. */
export function useActKeys(place: EditorPlace): void {
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const read = () => latest.current;
    const onPage = editorActs.filter(({ hears }) => hears === "page");
    const inText = editorActs.filter(({ hears }) => hears === "text");
    const chords = (key: string) => !isSingle(key);
    const hearText = hearing([...inText, ...onPage], read, chords);
    const hearPage = hearing(onPage, read, chords);
    const hearSingle = hearing(onPage, read, isSingle);
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // In a dialog its own keys hold, and nothing behind it is reached.
      if (document.querySelector("dialog[open]") !== null) return;
      const { view } = latest.current.session;
      const isInText = event.target instanceof Node && view.dom.contains(event.target);
      // Escape in the text closes what stands over it; the next Tab then leaves the text, as always.
      if (isInText && event.key === "Escape") latest.current.session.panels.close();
      const isSingleKey = !isWritingPlace(event.target) && singleKeysAreOn() && hearSingle(view, event);
      if (isSingleKey || (isInText ? hearText : hearPage)(view, event)) event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
