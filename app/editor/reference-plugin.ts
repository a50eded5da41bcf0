/** Keys, clicks, pointing and offers of terms and references. It stands before the keys of clauses: Enter follows and splits nothing. */
import { keydownHandler } from "prosemirror-keymap";
import { type Command, NodeSelection, Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { acceptReference, chosenNaming, isNaming, referenceOfferAt } from "./reference-commands.ts";
import type { ReferenceDesk } from "./reference-desk.ts";

const offerKey = new PluginKey("reference-offer");

/** So long a pointer rests before the card comes, and so long the card stays for the pointer to reach it. */
const hoverMilliseconds = 250;
const leaveMilliseconds = 350;
const pauseMilliseconds = 200;

export function referencePlugin(desk: ReferenceDesk, follow: (position: number) => void): Plugin {
  const followChosen: Command = (state) => {
    if (chosenNaming(state.selection) === null) return false;
    follow(state.selection.from);
    return true;
  };
  const accept: Command = (state, dispatch) => {
    const offer = referenceOfferAt(state.doc, state.selection, desk);
    return offer !== null && acceptReference(offer)(state, dispatch);
  };
  const dismiss: Command = () => {
    const { offer, card } = desk.current();
    if (offer !== null) desk.waveAway(offer);
    if (card !== null) desk.show(null);
    return offer !== null || card !== null;
  };
  const handle = keydownHandler({ Enter: followChosen, "Mod-.": accept, Escape: dismiss });
  return new Plugin({
    key: offerKey,
    props: {
      handleKeyDown: (view, event) => handle(view, event),
      /** What is typed while one is chosen comes behind it: a reference is not typed over by accident. */
      handleTextInput(view, _from, _to, words) {
        const { selection, tr } = view.state;
        if (chosenNaming(selection) === null) return false;
        tr.setSelection(TextSelection.create(tr.doc, selection.to)).insertText(words);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      /** Who writes chooses it with a click, and its card says where it leads; who only reads is led there at once. */
      handleClickOn(view, _position, node, nodePosition, event, direct) {
        if (!direct || !isNaming(node) || event.button !== 0) return false;
        if (view.editable && !event.ctrlKey && !event.metaKey)
          view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePosition)));
        else follow(nodePosition);
        return true;
      },
      decorations(state) {
        const { offer } = desk.current();
        if (offer === null || offer.to > state.doc.content.size) return null;
        const at = referenceOfferAt(state.doc, state.selection, desk);
        if (at === null) return null;
        return DecorationSet.create(state.doc, [Decoration.inline(at.from, at.to, { class: "param-offer" })]);
      },
    },
    view: (view) => new ReferenceWatch(view, desk),
  });
}

/** Looks after the pauses of typing and the rests of the pointer. */
class ReferenceWatch {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private hover: ReturnType<typeof setTimeout> | undefined;
  private readonly stop: () => void;

  constructor(
    private readonly view: EditorView,
    private readonly desk: ReferenceDesk,
  ) {
    view.dom.addEventListener("pointerover", this.point);
    view.dom.addEventListener("pointerout", this.leave);
    let { learnt } = desk;
    this.stop = desk.subscribe(() => {
      if (learnt === desk.learnt) return;
      learnt = desk.learnt;
      this.look();
    });
  }

  update(view: EditorView, before: { doc: unknown; selection: { eq(other: never): boolean } }): void {
    const { state } = view;
    if (before.doc === state.doc && before.selection.eq(state.selection as never)) return;
    const chosen = chosenNaming(state.selection);
    if (chosen !== null) this.desk.show({ position: state.selection.from, byKey: true });
    else if (this.desk.current().card !== null) this.desk.show(null);
    clearTimeout(this.pause);
    this.desk.offer(null);
    this.pause = setTimeout(() => this.look(), pauseMilliseconds);
  }

  destroy(): void {
    clearTimeout(this.pause);
    clearTimeout(this.hover);
    this.stop();
    this.view.dom.removeEventListener("pointerover", this.point);
    this.view.dom.removeEventListener("pointerout", this.leave);
  }

  private look(): void {
    const { view, desk } = this;
    if (view.isDestroyed || view.composing || !view.editable) return;
    const before = desk.current().offer;
    desk.offer(view.hasFocus() ? referenceOfferAt(view.state.doc, view.state.selection, desk) : null);
    if (desk.current().offer !== before) view.setProps({});
  }

  private point = (event: PointerEvent): void => {
    const element = event.target instanceof Element ? event.target.closest("[data-inline]") : null;
    if (element === null || event.pointerType === "touch") return;
    const position = this.view.posAtDOM(element, 0);
    if (!isNaming(this.view.state.doc.nodeAt(position))) return;
    clearTimeout(this.hover);
    this.hover = setTimeout(() => this.desk.show({ position, byKey: false }), hoverMilliseconds);
  };

  private leave = (): void => {
    clearTimeout(this.hover);
    const { card } = this.desk.current();
    if (card === null || card.byKey) return;
    this.hover = setTimeout(() => {
      if (document.querySelector(".reference-card:hover") === null) this.desk.show(null);
    }, leaveMilliseconds);
  };
}
