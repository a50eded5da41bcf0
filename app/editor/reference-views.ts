/** How terms and references are drawn: a reference under the number of its clause, kept in step as clauses move. */
import type { Node as EditorNode } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { EditorView, NodeView } from "prosemirror-view";
import { hasSameOutline } from "./outline.ts";
import type { ReferenceDesk } from "./reference-desk.ts";

/** A sentence of the catalogue. */
type Say = (key: string, values?: Record<string, string>) => string;

/** All terms and references that are drawn now. */
export class ReferenceViews {
  private readonly drawn = new Set<NamingView>();

  constructor(
    readonly desk: ReferenceDesk,
    readonly say: Say,
  ) {}

  create = (node: EditorNode, view: EditorView): NodeView => {
    const naming = new NamingView(node, view, this);
    this.drawn.add(naming);
    return naming;
  };

  forget(naming: NamingView): void {
    this.drawn.delete(naming);
  }

  redraw(): void {
    for (const naming of this.drawn) naming.draw();
  }

  /** Draws them anew when clauses were renumbered, or when something was learnt of a target. */
  plugin(): Plugin {
    return new Plugin({
      view: (view) => {
        const stop = this.desk.subscribe(this.whenLearnt(() => this.redraw()));
        // Those that were drawn with the view saw the state before it.
        this.redraw();
        return {
          update: (_view, before) => {
            if (!hasSameOutline(before.doc, view.state.doc)) this.redraw();
          },
          destroy: stop,
        };
      },
    });
  }

  private whenLearnt(act: () => void): () => void {
    let { learnt } = this.desk;
    return () => {
      if (learnt === this.desk.learnt) return;
      learnt = this.desk.learnt;
      act();
    };
  }
}

class NamingView implements NodeView {
  readonly dom = document.createElement("span");

  constructor(
    private node: EditorNode,
    private readonly view: EditorView,
    private readonly views: ReferenceViews,
  ) {
    this.dom.setAttribute("role", "link");
    this.draw();
  }

  update(node: EditorNode): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.draw();
    return true;
  }

  destroy(): void {
    this.views.forget(this);
  }

  ignoreMutation(): boolean {
    return true;
  }

  draw(): void {
    const { desk, say } = this.views;
    const meaning = desk.meaningOf(this.view.state.doc, this.node);
    const name = this.node.type.name;
    const isBroken = meaning.kind === "broken";
    const words = name === "termRef" ? `‘${this.node.attrs.term}’` : meaning.label;
    const key = `${name === "termRef" ? "term" : "reference"}.${isBroken ? "broken" : "to"}`;
    this.dom.className = `inline-${name}${isBroken ? " naming-broken" : ""}`;
    this.dom.dataset.inline = name;
    if (this.dom.textContent !== words) this.dom.textContent = words;
    this.dom.setAttribute("aria-label", say(key, { label: meaning.label }));
  }
}
