/**
 * Ties an editor to the live text: local transactions become operations, events become transactions. It knows no page
 * and no socket, so many copies of it can be run against each other in a test.
 */
import type { EditorState, Transaction } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import * as Y from "yjs";
import { type Layout, layoutOf } from "../../protocol/clause-layout.ts";
import { applyMove, editsOfMove, type Move } from "../../protocol/clause-moves.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { withFreshIds } from "./fresh-ids.ts";
import { remoteMeta } from "./housekeeping.ts";
import { operationsOfStep } from "./local-operations.ts";
import { projectionOf } from "./projection.ts";
import { changesMoreThanItShows, transactionTo } from "./redrawing.ts";
import { remoteTransaction, type TextDelta } from "./remote-steps.ts";
import { showsLayout } from "./text-index.ts";
import { applyOperations } from "./text-operation.ts";
import { type PlacedSelection, placeSelection, selectionAt } from "./text-selection.ts";

/** Where the editor's state lives: in a view, or in a test without one. `isMine` when a person here brought it about. */
export type EditorHost = { state: () => EditorState; show: (state: EditorState, isMine: boolean) => void };

type Pending = { delta: TextDelta; keys: Set<string> };

/** The origin of my moves: they reach the editor as what others do reaches it, and are undone as what I do. */
const moves = Symbol("moves");

/** Edits within this time are taken back by one undo. */
const undoGroupMilliseconds = 500;

export class LiveBinding {
  readonly undoManager: Y.UndoManager;
  private pending: Pending | null = null;
  /** What is being shown comes from my undoing or redoing. */
  private undoes = false;
  /** Where clauses stand in the text that the editor shows. */
  private layout: Layout;
  private selectionBefore: PlacedSelection | null = null;
  private readonly roots: ReturnType<typeof definitionRoots>;

  /** `onMend` is told when editor and text did not agree and the editor was drawn anew: a bug, never an everyday event. */
  constructor(
    readonly doc: Y.Doc,
    private readonly host: EditorHost,
    private readonly newId: () => string,
    private readonly onMend: (reason: string) => void,
  ) {
    this.roots = definitionRoots(doc);
    this.layout = layoutOf(doc);
    this.undoManager = new Y.UndoManager([this.roots.text, this.roots.clauses], {
      doc,
      trackedOrigins: new Set([this, moves]),
      captureTimeout: undoGroupMilliseconds,
    });
    this.roots.text.observe(this.noticeText);
    this.roots.clauses.observe(this.noticeFields);
    doc.on("afterTransaction", this.takeOver);
    this.undoManager.on("stack-item-added", this.rememberSelection);
    this.undoManager.on("stack-item-popped", this.restoreSelection);
  }

  destroy(): void {
    this.roots.text.unobserve(this.noticeText);
    this.roots.clauses.unobserve(this.noticeFields);
    this.doc.off("afterTransaction", this.takeOver);
    this.undoManager.destroy();
  }

  /** Applies a transaction of the editor and writes what it did to the text. */
  dispatch(transaction: Transaction): void {
    const state = this.host.state();
    const isRemote = transaction.getMeta(remoteMeta) !== undefined;
    const safe = isRemote ? transaction : withFreshIds(state, transaction, this.newId);
    const { state: next, transactions } = state.applyTransaction(safe);
    const local = transactions.filter((one) => one.docChanged && one.getMeta(remoteMeta) === undefined);
    if (local.length > 0) {
      const changesClauses = next.doc.childCount !== state.doc.childCount;
      this.write(local, state, changesClauses || transaction.getMeta("structure") !== undefined);
    }
    this.host.show(next, !isRemote || this.undoes);
    // Joining clauses that are far apart in the text leaves one of them there, deleted: the text says how it looks.
    if (local.length > 0 && !showsLayout(this.layout, next.doc)) this.redraw();
    else if (local.some((one) => changesMoreThanItShows(one))) this.redraw();
  }

  /** Moves clauses, one act of undo. Text stays where it is, so typing, splits, authors and anchors follow the clause. */
  move(move: Move): void {
    const edits = editsOfMove(this.layout, this.roots.clauses, move, this.newId);
    if (edits === null) return;
    this.selectionBefore = placeSelection(this.roots.text, this.layout, this.host.state());
    this.undoManager.stopCapturing();
    this.doc.transact(() => applyMove(this.doc, edits), moves);
    this.undoManager.stopCapturing();
  }

  private write(local: Transaction[], before: EditorState, isStructure: boolean): void {
    this.selectionBefore = placeSelection(this.roots.text, this.layout, before);
    if (isStructure) this.undoManager.stopCapturing();
    this.doc.transact(() => {
      for (const transaction of local) this.writeSteps(transaction);
    }, this);
    if (isStructure) this.undoManager.stopCapturing();
  }

  private writeSteps({ steps, docs, doc }: Transaction): void {
    steps.forEach((step, index) => {
      const [before, after] = [docs[index]!, docs[index + 1] ?? doc];
      applyOperations(this.doc, operationsOfStep(step, before, after, this.layout, this.newId));
      this.layout = layoutOf(this.doc);
    });
  }

  /** Compares editor and text as wholes (5 to 20 ms): for idle moments and tests. True when they agree. */
  check(): boolean {
    if (!this.redraw()) return true;
    this.onMend("The editor showed another text than the live one.");
    return false;
  }

  private noticeText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return;
    this.pending = { delta: event.delta as TextDelta, keys: this.pending?.keys ?? new Set() };
  };

  private noticeFields = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return;
    this.pending = { delta: this.pending?.delta ?? [], keys: event.keysChanged };
  };

  private takeOver = (cause: Y.Transaction): void => {
    if (this.pending === null) return;
    const { delta, keys } = this.pending;
    this.pending = null;
    this.undoes = cause.origin === this.undoManager || cause.origin === moves;
    const before = this.layout;
    this.layout = layoutOf(this.doc);
    // A text that arrives as a whole is shown as a whole: to follow it unit by unit takes a tenth of a second for 500 clauses.
    if (before.length === 0 && !this.undoes) {
      this.redraw();
      return;
    }
    try {
      const change = { delta, keys, fields: this.roots.clauses, before, after: this.layout };
      this.dispatch(remoteTransaction(this.host.state(), change).setMeta(remoteMeta, true));
    } catch (fault) {
      this.mend(String(fault));
    }
    if (!showsLayout(this.layout, this.host.state().doc)) this.mend("The clauses of text and editor differ.");
  };

  private mend(reason: string): void {
    this.onMend(reason);
    this.redraw();
  }

  /** Draws those clauses anew that differ from the text, which is the truth. True when there were any. */
  private redraw(): boolean {
    const state = this.host.state();
    const transaction = transactionTo(state, projectionOf(this.doc));
    if (transaction === null) return false;
    this.host.show(state.apply(transaction.setMeta(remoteMeta, true)), false);
    return true;
  }

  private rememberSelection = (event: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    event.stackItem.meta.set(this, this.selectionBefore);
  };

  private restoreSelection = (event: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    const placed = event.stackItem.meta.get(this) as PlacedSelection | null | undefined;
    const state = this.host.state();
    const found = placed ? selectionAt(this.doc, state.doc, placed) : null;
    if (found === null) return;
    const selection = TextSelection.between(state.doc.resolve(found.anchor), state.doc.resolve(found.head));
    this.host.show(state.apply(state.tr.setSelection(selection).scrollIntoView()), true);
  };
}
