/**
 * A fork of a text in the browser, in which a change is suggested: the same editor over a text of its own, with no
 * connection. What differs from the text as it stands are the changes of an amendment. It holds no React.
 */
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import { type ClauseChange, changesBetween } from "../../domain/definition/amendment-change.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import { applyChanges } from "../../protocol/change-text.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readDefinition, writeClauses } from "../../protocol/definition-text.ts";
import { ClauseView, clauseLabels } from "./clause-view.ts";
import { clipboard } from "./clipboard.ts";
import { type CurrentClause, currentClause } from "./editor-snapshot.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { housekeeping } from "./housekeeping.ts";
import { editorKeys } from "./keys.ts";
import { LiveBinding } from "./live-binding.ts";
import { projectionOf } from "./projection.ts";
import { moveSelection, runCommand } from "./text-acts.ts";

export type SuggestionSnapshot = {
  /** What would be proposed, against the text that the fork was made of. */
  changes: ClauseChange[];
  current: CurrentClause;
  canUndo: boolean;
  canRedo: boolean;
};

const quiet_ms = 120;

export class SuggestionSession {
  readonly doc = new Y.Doc();
  readonly view: EditorView;
  readonly binding: LiveBinding;
  private readonly listeners = new Set<() => void>();
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private shownSnapshot: SuggestionSnapshot;

  /** `base` is the text as it stands; the fork begins with the changes `begun`. */
  constructor(
    place: HTMLElement,
    private readonly base: Clause[],
    begun: ClauseChange[],
    label: string,
  ) {
    definitionRoots(this.doc);
    writeClauses(this.doc, base);
    if (begun.length > 0) applyChanges(this.doc, begun, begun, newIdentifier);
    this.view = this.createView(place, label);
    const host = {
      state: () => this.view.state,
      show: (state: EditorState) => {
        this.view.updateState(state);
        this.noticeSoon();
      },
    };
    this.binding = new LiveBinding(this.doc, host, newIdentifier, (reason) => console.error(reason));
    this.shownSnapshot = this.takeSnapshot();
  }

  destroy(): void {
    clearTimeout(this.waiting);
    this.binding.destroy();
    this.view.destroy();
    this.doc.destroy();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): SuggestionSnapshot => this.shownSnapshot;

  run(command: Command): void {
    runCommand(this, command);
  }

  move(direction: "up" | "down"): boolean {
    return moveSelection(this, direction);
  }

  undo(): void {
    this.binding.undoManager.undo();
    this.view.focus();
  }

  redo(): void {
    this.binding.undoManager.redo();
    this.view.focus();
  }

  /** The changes as they stand now, whatever the last snapshot says. */
  changesNow(): ClauseChange[] {
    return changesBetween(this.base, readDefinition(this.doc).clauses);
  }

  private createView(place: HTMLElement, label: string): EditorView {
    const state = EditorState.create({
      doc: projectionOf(this.doc),
      plugins: [
        editorKeys(
          newIdentifier,
          () => this.binding.undoManager,
          (direction) => this.move(direction),
        ),
        clipboard(newIdentifier),
        housekeeping(newIdentifier),
        clauseLabels(),
      ],
    });
    return new EditorView(place, {
      state,
      nodeViews: { clause: (node) => new ClauseView(node) },
      dispatchTransaction: (transaction) => this.binding.dispatch(transaction),
      attributes: { class: "law", role: "textbox", "aria-multiline": "true", "aria-label": label, spellcheck: "true" },
    });
  }

  private takeSnapshot(): SuggestionSnapshot {
    const { state } = this.view;
    return {
      changes: this.changesNow(),
      current: currentClause(state),
      canUndo: this.binding.undoManager.canUndo(),
      canRedo: this.binding.undoManager.canRedo(),
    };
  }

  /** Many keystrokes are compared once, a moment after the last. */
  private noticeSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.shownSnapshot = this.takeSnapshot();
      for (const listener of this.listeners) listener();
    }, quiet_ms);
  }
}
