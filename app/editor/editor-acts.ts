/**
 * Every act of the editor with its keys, in one list that the palette, the map of keys and the titles of the buttons read.
 *
 * Ctrl-K is the palette, so terms and references have keys of their own: the quotation mark that a term stands in, and the
 * key beside it. Ctrl-F is taken over while the caret stands in the text, because the browser's search replaces nothing and
 * knows no bracket; pressed again in the panel it is the browser's.
 */
import { addClause, changeLevel, deleteClauses } from "./clause-commands.ts";
import type { DefinitionEditorProps } from "./definition-editor.tsx";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { goToNextFault } from "./fault-acts.ts";
import { goOn } from "./finding.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { keyWords } from "./key-names.ts";

export type EditorPlace = { session: EditorSession; snapshot: EditorSnapshot; editor: DefinitionEditorProps };

export const actGroups = ["text", "clauses", "find", "page"] as const;
export type ActGroup = (typeof actGroups)[number];

export type EditorAct = {
  /** Its words stand under `acts` of the catalogue. */
  name: string;
  group: ActGroup;
  /** As `Mod-Shift-z`; `Mod` is Ctrl, or Command. The first is the one shown beside the act. */
  keys: string[];
  /** Null where only the key does it. */
  run: ((place: EditorPlace) => void) | null;
  /** Where its key is heard by the page: in the text, everywhere on the page, or not here because the editor's own keys do it. */
  hears: "text" | "page" | "elsewhere";
  isOff?: (place: EditorPlace) => boolean;
};

const cannotWrite = ({ snapshot }: EditorPlace) => !snapshot.editable;

export const editorActs: EditorAct[] = [
  {
    name: "undo",
    group: "text",
    keys: ["Mod-z"],
    hears: "elsewhere",
    run: ({ session }) => session.undo(),
    isOff: ({ snapshot }) => !snapshot.editable || !snapshot.canUndo,
  },
  {
    name: "redo",
    group: "text",
    keys: ["Mod-y", "Mod-Shift-z"],
    hears: "elsewhere",
    run: ({ session }) => session.redo(),
    isOff: ({ snapshot }) => !snapshot.editable || !snapshot.canRedo,
  },
  {
    name: "bracket",
    group: "text",
    keys: ["Mod-["],
    hears: "text",
    run: ({ session }) => session.panels.show("bracket"),
    isOff: cannotWrite,
  },
  {
    name: "term",
    group: "text",
    keys: ["Mod-'"],
    hears: "text",
    run: ({ session }) => session.panels.show("term"),
    isOff: cannotWrite,
  },
  {
    name: "reference",
    group: "text",
    keys: ["Mod-;"],
    hears: "text",
    run: ({ session }) => session.panels.show("reference"),
    isOff: cannotWrite,
  },
  { name: "openParameter", group: "text", keys: ["F2"], hears: "elsewhere", run: null },
  { name: "acceptOffer", group: "text", keys: ["Mod-."], hears: "elsewhere", run: null },
  { name: "follow", group: "text", keys: ["Enter"], hears: "elsewhere", run: null },
  {
    name: "comment",
    group: "text",
    keys: ["Mod-Shift-m"],
    hears: "text",
    run: ({ session, editor }) => {
      const anchor = session.commentAnchor();
      if (anchor !== null) editor.onComment?.(anchor);
    },
    isOff: ({ editor, snapshot }) => !editor.mayComment || !editor.onComment || snapshot.current.nid === null,
  },
  { name: "selectAll", group: "text", keys: ["Mod-a"], hears: "elsewhere", run: null },
  { name: "split", group: "clauses", keys: ["Enter"], hears: "elsewhere", run: null },
  { name: "join", group: "clauses", keys: ["Backspace", "Delete"], hears: "elsewhere", run: null },
  {
    name: "add",
    group: "clauses",
    keys: [],
    hears: "elsewhere",
    run: ({ session }) => session.run(addClause(newIdentifier)),
    isOff: cannotWrite,
  },
  {
    name: "deeper",
    group: "clauses",
    keys: ["Tab", "Alt-ArrowRight"],
    hears: "elsewhere",
    run: ({ session }) => session.run(changeLevel(1)),
    isOff: cannotWrite,
  },
  {
    name: "shallower",
    group: "clauses",
    keys: ["Shift-Tab", "Alt-ArrowLeft"],
    hears: "elsewhere",
    run: ({ session }) => session.run(changeLevel(-1)),
    isOff: cannotWrite,
  },
  {
    name: "moveUp",
    group: "clauses",
    keys: ["Alt-ArrowUp"],
    hears: "elsewhere",
    run: ({ session }) => void session.move("up"),
    isOff: cannotWrite,
  },
  {
    name: "moveDown",
    group: "clauses",
    keys: ["Alt-ArrowDown"],
    hears: "elsewhere",
    run: ({ session }) => void session.move("down"),
    isOff: cannotWrite,
  },
  {
    name: "delete",
    group: "clauses",
    keys: [],
    hears: "elsewhere",
    run: ({ session }) => session.run(deleteClauses),
    isOff: cannotWrite,
  },
  {
    name: "find",
    group: "find",
    keys: ["Mod-f"],
    hears: "text",
    run: ({ session }) => session.panels.show("find"),
  },
  {
    name: "findNext",
    group: "find",
    keys: ["Mod-g", "F3"],
    hears: "text",
    run: ({ session }) => session.binding.dispatch(goOn(session.view.state, 1)),
  },
  {
    name: "findBefore",
    group: "find",
    keys: ["Mod-Shift-g", "Shift-F3"],
    hears: "text",
    run: ({ session }) => session.binding.dispatch(goOn(session.view.state, -1)),
  },
  {
    name: "faultNext",
    group: "find",
    keys: ["F8"],
    hears: "elsewhere",
    run: ({ session }) => void goToNextFault(session, 1),
  },
  {
    name: "faultBefore",
    group: "find",
    keys: ["Shift-F8"],
    hears: "elsewhere",
    run: ({ session }) => void goToNextFault(session, -1),
  },
  { name: "leave", group: "page", keys: ["Escape"], hears: "elsewhere", run: null },
  {
    name: "goToText",
    group: "page",
    keys: [],
    hears: "elsewhere",
    run: ({ session }) => session.view.focus(),
  },
  {
    name: "palette",
    group: "page",
    keys: ["Mod-k"],
    hears: "page",
    run: ({ session }) => session.panels.show("palette"),
  },
  {
    name: "keys",
    group: "page",
    keys: ["?", "Mod-/"],
    hears: "page",
    run: ({ session }) => session.panels.show("keys"),
  },
];

export function actNamed(name: string): EditorAct {
  const found = editorActs.find((act) => act.name === name);
  if (found === undefined) throw new Error(`There is no act ${name}.`);
  return found;
}

/** The title of a button: what it does, and the key that does the same. */
export function titleWithKey(words: string, name: string): string {
  const [key] = actNamed(name).keys;
  return key === undefined ? words : `${words} (${keyWords(key)})`;
}
