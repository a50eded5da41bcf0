/**
 * Where the others are: a caret and a tinted selection in the text, and their initials in the margin beside the clause
 * they are in. No flag with a name covers legal text.
 */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { PresentPerson } from "../../protocol/presence.ts";
import { clauseAt } from "./text-index.ts";

export type Caret = { clientId: number; person: PresentPerson; anchor: number; head: number };

type CaretState = { carets: Caret[]; decorations: DecorationSet };

export const caretsKey = new PluginKey<CaretState>("carets");

function drawCaret(person: PresentPerson): HTMLElement {
  const element = document.createElement("span");
  element.className = `caret person-${person.colour}`;
  element.setAttribute("aria-hidden", "true");
  return element;
}

function drawMargin(people: PresentPerson[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "margin-people";
  element.contentEditable = "false";
  for (const person of people) {
    const disc = document.createElement("span");
    disc.className = `disc person-${person.colour}`;
    disc.textContent = person.initials;
    disc.title = `${person.name}, ${person.delegation}`;
    element.append(disc);
  }
  return element;
}

function decorationsOf(state: EditorState, carets: Caret[]): DecorationSet {
  const decorations: Decoration[] = [];
  const margins = new Map<number, PresentPerson[]>();
  for (const { clientId, person, anchor, head } of carets) {
    const key = `caret-${clientId}-${person.colour}`;
    decorations.push(Decoration.widget(head, () => drawCaret(person), { key, side: -1, ignoreSelection: true }));
    if (anchor !== head) {
      const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
      decorations.push(Decoration.inline(from, to, { class: `selection-of person-${person.colour}` }));
    }
    const { start } = clauseAt(state.doc, head);
    margins.set(start, [...(margins.get(start) ?? []), person]);
  }
  for (const [start, people] of margins) {
    const key = `margin-${people.map((person) => `${person.personId}-${person.colour}`).join("-")}`;
    decorations.push(Decoration.widget(start, () => drawMargin(people), { key, side: -1, ignoreSelection: true }));
  }
  return DecorationSet.create(state.doc, decorations);
}

/** Holds the others' carets; between two words from them they are carried along with the text. */
export function othersCarets(): Plugin<CaretState> {
  return new Plugin<CaretState>({
    key: caretsKey,
    state: {
      init: () => ({ carets: [], decorations: DecorationSet.empty }),
      apply(transaction, held, _old, state) {
        const told = transaction.getMeta(caretsKey) as Caret[] | undefined;
        if (told === undefined && !transaction.docChanged) return held;
        const within = (position: number) => Math.min(Math.max(position, 0), state.doc.content.size);
        const carets = (told ?? held.carets).map((caret) =>
          told === undefined
            ? {
                ...caret,
                anchor: transaction.mapping.map(caret.anchor, -1),
                head: transaction.mapping.map(caret.head, -1),
              }
            : { ...caret, anchor: within(caret.anchor), head: within(caret.head) },
        );
        return { carets, decorations: decorationsOf(state, carets) };
      },
    },
    props: { decorations: (state) => caretsKey.getState(state)?.decorations },
  });
}

/** The clause that each person present is in, by client id. */
export function clausesOfPeople(state: EditorState): Map<number, string | null> {
  const carets = caretsKey.getState(state)?.carets ?? [];
  return new Map(carets.map(({ clientId, head }) => [clientId, clauseAt(state.doc, head).clause.attrs.nid]));
}
