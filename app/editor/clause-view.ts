/**
 * How a clause is drawn, and its number. Numbers are attributes of the element, written only where they changed, and
 * the editor is told to look away: decorations for 2,000 numbers cost more than all else together.
 */
import type { Node as EditorNode } from "prosemirror-model";
import { type EditorState, Plugin } from "prosemirror-state";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { hasSameOutline, outlineOf } from "./outline.ts";
import { isHidden, isStray } from "./schema.ts";
import { clauseAt } from "./text-index.ts";

export class ClauseView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;

  constructor(node: EditorNode) {
    this.dom = document.createElement("div");
    this.dom.className = "clause";
    this.contentDOM = document.createElement("div");
    this.contentDOM.className = "clause-text";
    this.dom.append(this.contentDOM);
    this.draw(node);
  }

  update(node: EditorNode): boolean {
    if (node.type.name !== "clause") return false;
    this.draw(node);
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === "attributes" && mutation.target === this.dom;
  }

  private draw(node: EditorNode): void {
    const { nid, level, kind } = node.attrs;
    this.dom.dataset.kind = kind;
    this.dom.dataset.level = String(level);
    this.dom.dataset.nid = nid ?? "";
    this.dom.hidden = isHidden(node);
    this.dom.classList.toggle("clause-stray", isStray(node));
  }
}

function clauseElements(view: EditorView): HTMLElement[] {
  return [...view.dom.children].filter((element) => element.classList.contains("clause")) as HTMLElement[];
}

function writeNumbers(view: EditorView): void {
  const entries = outlineOf(view.state.doc);
  const elements = clauseElements(view).filter((element) => !element.hidden);
  entries.forEach((entry, index) => {
    const element = elements[index];
    if (element !== undefined && element.dataset.number !== entry.number) element.dataset.number = entry.number;
  });
}

function currentIndex(state: EditorState): number {
  return clauseAt(state.doc, state.selection.head).index;
}

/** Keeps the numbers and the tint of the clause with the caret in step with the text. */
export function clauseLabels(): Plugin {
  return new Plugin({
    view(view) {
      let current: HTMLElement | undefined;
      const tint = () => {
        const next = clauseElements(view)[currentIndex(view.state)];
        if (next === current) return;
        current?.classList.remove("clause-current");
        next?.classList.add("clause-current");
        current = next;
      };
      writeNumbers(view);
      tint();
      return {
        update(_view, before) {
          if (!hasSameOutline(before.doc, view.state.doc)) writeNumbers(view);
          if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) tint();
        },
      };
    },
  });
}
