/**
 * Recognises thresholds while somebody types. After a short pause the clause with the caret is read, all others in idle
 * time; what is found is underlined and offered. Nothing is changed by itself.
 */
import { type EditorState, NodeSelection, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { whenIdle } from "./idle.ts";
import { isParam, parameterOf } from "./param-commands.ts";
import type { ParamDesk } from "./param-desk.ts";
import { isReadAlready, offerAtCaret, offersAt, offersOfClause } from "./param-finding.ts";
import { isHidden } from "./schema.ts";

const offersKey = new PluginKey<DecorationSet>("param-offers");

const pauseMilliseconds = 300;

function underlines(state: EditorState): DecorationSet {
  const decorations: Decoration[] = [];
  state.doc.forEach((clause, start) => {
    if (isHidden(clause) || !isReadAlready(clause)) return;
    for (const { from, to, offer } of offersAt(clause, start)) {
      const kind = offer.fault === undefined ? "param-offer" : "param-offer param-offer-faulty";
      decorations.push(Decoration.inline(from, to, { class: kind }, { inclusiveStart: false, inclusiveEnd: false }));
    }
  });
  return DecorationSet.create(state.doc, decorations);
}

/** Reads and offers in the pauses of one open editor. */
class OfferWatch {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private stopReading: (() => void) | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly desk: ParamDesk,
  ) {
    this.wait();
  }

  update(view: EditorView, before: EditorState): void {
    const { state } = view;
    const isSameText = before.doc === state.doc;
    if (isSameText && before.selection.eq(state.selection)) return;
    const { selection } = state;
    const chosen = selection instanceof NodeSelection && isParam(selection.node) ? selection.node : null;
    this.desk.choose(chosen === null ? null : parameterOf(chosen));
    // An offer is never left standing beside words that are no longer those.
    const { offer } = this.desk.current();
    const at = offer === null || !isSameText ? null : offerAtCaret(state);
    if (offer !== null && (at === null || at.from !== offer.from)) this.desk.offer(null);
    this.wait();
  }

  destroy(): void {
    clearTimeout(this.pause);
    this.stopReading?.();
  }

  private wait(): void {
    clearTimeout(this.pause);
    this.stopReading?.();
    this.pause = setTimeout(() => this.look(), pauseMilliseconds);
  }

  private look(): void {
    const { view } = this;
    if (view.composing) this.wait();
    if (view.composing || !view.editable) return;
    this.desk.offer(view.state.selection.empty && view.hasFocus() ? offerAtCaret(view.state) : null);
    this.stopReading = whenIdle(
      view.state.doc.children.filter((clause) => !isReadAlready(clause)),
      offersOfClause,
      () => this.underline(),
    );
  }

  private underline(): void {
    const { view } = this;
    if (view.isDestroyed || view.composing) return;
    const wanted = underlines(view.state);
    const shown = offersKey.getState(view.state)?.find() ?? [];
    const places = (all: Decoration[]) => all.map(({ from, to }) => `${from}-${to}`).join(" ");
    if (places(shown) === places(wanted.find())) return;
    view.updateState(view.state.apply(view.state.tr.setMeta(offersKey, wanted)));
  }
}

export function paramOffers(desk: ParamDesk): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: offersKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, held) {
        const told = transaction.getMeta(offersKey) as DecorationSet | undefined;
        return told ?? held.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations(state) {
        return offersKey.getState(state);
      },
    },
    view: (view) => new OfferWatch(view, desk),
  });
}
