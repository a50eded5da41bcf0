/** The faults that stand in an open editor: found in quiet moments, shown in the margin, told to the page. */
import type { EditorView } from "prosemirror-view";
import type { FaultSurroundings, LiveFault } from "./fault-finding.ts";

export class FaultDesk {
  /** Null until the text was judged for the first time. */
  private held: LiveFault[] | null = null;
  private known: FaultSurroundings | null = null;
  private readonly listeners = new Set<() => void>();
  private lookAgain: (() => void) | null = null;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): LiveFault[] | null => this.held;

  named(key: string): LiveFault | null {
    return this.held?.find((fault) => fault.key === key) ?? null;
  }

  /** Null where the page handed nothing over: then nothing is judged. */
  surroundings(): FaultSurroundings | null {
    return this.known;
  }

  surround(known: FaultSurroundings): void {
    this.known = known;
    this.lookAgain?.();
  }

  /** True when they are other faults than before. */
  found(faults: LiveFault[]): boolean {
    if (JSON.stringify(faults) === JSON.stringify(this.held)) return false;
    this.held = faults;
    for (const listener of this.listeners) listener();
    return true;
  }

  watchedBy(look: (() => void) | null): void {
    this.lookAgain = look;
  }

  /** Looks at once, after a fix: whether the fault is gone is what a person waits for. */
  look(): void {
    this.lookAgain?.();
  }

  /** The next fault behind the caret, or the one before it; round the end to the other. */
  neighbour(view: EditorView, direction: -1 | 1): LiveFault | null {
    const here = view.state.selection.$head.index(0);
    const placed = (this.held ?? []).filter(({ at }) => at >= 0);
    if (direction > 0) return placed.find(({ at }) => at > here) ?? placed[0] ?? null;
    return placed.findLast(({ at }) => at < here) ?? placed.at(-1) ?? null;
  }
}
