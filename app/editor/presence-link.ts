/** Carets over the wire: mine goes out when it moves, the others' are looked up when they move. */
import type { EditorState } from "prosemirror-state";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { type PresentPerson, readPresence } from "../../protocol/presence.ts";
import type { Caret } from "./carets.ts";
import { placeSelection, selectionAt } from "./text-selection.ts";

/** The server hears at most ten words of presence a second. */
const tellMilliseconds = 150;

export class PresenceLink {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly doc: Y.Doc,
    private readonly awareness: Awareness,
    private readonly state: () => EditorState,
    private readonly onOthers: () => void,
  ) {
    awareness.setLocalState({ cursor: null });
    awareness.on("change", this.notice);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.awareness.off("change", this.notice);
  }

  /** Tells where my caret is, a moment later, so that a run of keys is one word. */
  tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const { anchor, head } = placeSelection(definitionRoots(this.doc).text, layoutOf(this.doc), this.state());
      const told = this.awareness.getLocalState()?.cursor;
      if (told?.anchor === anchor && told?.head === head) return;
      this.awareness.setLocalStateField("cursor", { anchor, head });
    }, tellMilliseconds);
  }

  /** The others in the room, each once, whether or not they have a caret. */
  people(): PresentPerson[] {
    const people = new Map<string, PresentPerson>();
    for (const [clientId, state] of this.awareness.getStates()) {
      const { person } = readPresence(state);
      if (clientId !== this.doc.clientID && person !== null) people.set(person.personId, person);
    }
    return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  /** The others' carets at positions of the editor. */
  carets(): Caret[] {
    const shown = this.state().doc;
    return [...this.awareness.getStates()].flatMap(([clientId, state]): Caret[] => {
      const { person, cursor } = readPresence(state);
      if (clientId === this.doc.clientID || person === null || cursor === null) return [];
      const found = selectionAt(this.doc, shown, cursor);
      return found === null ? [] : [{ clientId, person, ...found }];
    });
  }

  /** The person behind a client id, when present. */
  personOf(clientId: number): PresentPerson | null {
    return readPresence(this.awareness.getStates().get(clientId)).person;
  }

  private notice = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>): void => {
    const changed = [...added, ...updated, ...removed];
    if (changed.some((clientId) => clientId !== this.doc.clientID)) this.onOthers();
  };
}
