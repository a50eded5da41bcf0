/** What the page shows of parameters: the offer at the caret, the form that is open, and what a screen reader hears. */
import type { EditorView } from "prosemirror-view";
import type { Parameter } from "../../domain/definition/control-text.ts";
import { findParam, parameterOf } from "./param-commands.ts";
import type { PlacedOffer } from "./param-finding.ts";

/** The form of one parameter; `value` is what stood when it was opened. */
export type OpenParam = { pid: string; value: Parameter | null; field: "value" | "unit" };

export type ParamDeskState = {
  offer: PlacedOffer | null;
  open: OpenParam | null;
  /** The parameter that is chosen in the text, for it to be said aloud. */
  chosen: Parameter | null;
};

const nothing: ParamDeskState = { offer: null, open: null, chosen: null };

export class ParamDesk {
  private held = nothing;
  private readonly listeners = new Set<() => void>();
  /** Offers that somebody waved away here; their words stay underlined and the key still makes them a parameter. */
  private readonly waved = new Set<string>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): ParamDeskState => this.held;

  show(view: EditorView, pid: string, field: OpenParam["field"] = "value"): boolean {
    const found = findParam(view.state.doc, pid);
    if (found === null) return false;
    this.hold({ open: { pid, value: parameterOf(found.node), field }, offer: null });
    return true;
  }

  close(): void {
    this.hold({ open: null });
  }

  offer(offer: PlacedOffer | null): void {
    const shown = offer === null || this.waved.has(wordsOf(offer)) || this.held.open !== null ? null : offer;
    this.hold({ offer: shown });
  }

  waveAway(offer: PlacedOffer): void {
    this.waved.add(wordsOf(offer));
    this.hold({ offer: null });
  }

  choose(chosen: Parameter | null): void {
    this.hold({ chosen });
  }

  private hold(change: Partial<ParamDeskState>): void {
    const next = { ...this.held, ...change };
    if (next.offer === this.held.offer && next.open === this.held.open && next.chosen === this.held.chosen) return;
    this.held = next;
    for (const listener of this.listeners) listener();
  }
}

const wordsOf = ({ offer }: PlacedOffer) => `${offer.parameter.quantity} ${offer.parameter.raw}`;
