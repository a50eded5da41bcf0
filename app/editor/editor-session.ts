/**
 * One open editor: the text, the connection, the view, and what the page shows of them. It holds no React; the page
 * subscribes to a snapshot that is replaced whenever something in it changes.
 */
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import type { ClauseKind } from "../../domain/definition/control-text.ts";
import type { Marking } from "../../domain/record/marking.ts";
import { closeCodes } from "../../protocol/close-codes.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import type { PresentPerson } from "../../protocol/presence.ts";
import { caretsKey, clausesOfPeople, othersCarets } from "./carets.ts";
import { moveOfSelection } from "./clause-moves.ts";
import { selectedClauses } from "./clause-selection.ts";
import { ClauseView, clauseLabels } from "./clause-view.ts";
import { clipboard } from "./clipboard.ts";
import {
  type AnchoredComment,
  type AnchorStanding,
  anchorOfSelection,
  type CommentAnchor,
  commentAnchors,
  commentDecorations,
  commentsKey,
  findAnchor,
} from "./comment-anchors.ts";
import { goToNextFault } from "./fault-acts.ts";
import { FaultDesk } from "./fault-desk.ts";
import { faultKeys } from "./fault-keys.ts";
import { faultWatch } from "./fault-watch.ts";
import { finding } from "./finding.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { housekeeping } from "./housekeeping.ts";
import { editorKeys } from "./keys.ts";
import { LiveBinding } from "./live-binding.ts";
import { type ConnectionState, LiveConnection } from "./live-connection.ts";
import { hasSameOutline, type OutlineClause, outlineOf, plainTextOf } from "./outline.ts";
import { Panels } from "./panels.ts";
import { ParamChip } from "./param-chip.ts";
import { ParamDesk } from "./param-desk.ts";
import { paramKeys } from "./param-keys.ts";
import { paramOffers } from "./param-offers.ts";
import type { Say } from "./param-words.ts";
import { PresenceLink } from "./presence-link.ts";
import { projectionOf } from "./projection.ts";
import { ReferenceDesk } from "./reference-desk.ts";
import { followNaming } from "./reference-follow.ts";
import { referencePlugin } from "./reference-plugin.ts";
import { ReferenceViews } from "./reference-views.ts";
import type { SavingState } from "./saving.ts";
import { scrollRoom } from "./scroll-room.ts";
import { StateWatch } from "./state-watch.ts";
import { clauseAt } from "./text-index.ts";

export type PersonPresent = PresentPerson & { nid: string | null };

/** The clause with the caret. */
export type CurrentClause = { nid: string | null; level: number; kind: ClauseKind; marking: Marking; stray: boolean };

export type EditorSnapshot = {
  /** False until the text has arrived for the first time. */
  loaded: boolean;
  editable: boolean;
  connection: ConnectionState;
  saving: SavingState;
  outline: OutlineClause[];
  current: CurrentClause;
  people: PersonPresent[];
  canUndo: boolean;
  canRedo: boolean;
  /** What others did last: the clause and the people known to have written, for a polite announcement. */
  remote: { count: number; nid: string | null; names: string[] };
};

export type SessionOptions = {
  socketUrl: string;
  roomName: string;
  mayWrite: boolean;
  label: string;
  /** The words of the catalogue, for what is drawn within the text. */
  say: Say;
  comments: AnchoredComment[];
  onSelectComment: (commentId: string) => void;
};

const idleMilliseconds = 2_000;
const flushMilliseconds = 40;
const tickMilliseconds = 1_000;

export class EditorSession {
  readonly doc = new Y.Doc();
  readonly params = new ParamDesk();
  readonly faults = new FaultDesk();
  readonly references = new ReferenceDesk();
  readonly panels = new Panels();
  readonly watch = new StateWatch();
  readonly view: EditorView;
  readonly binding: LiveBinding;
  readonly connection: LiveConnection;
  private readonly presence: PresenceLink;
  private readonly listeners = new Set<() => void>();
  private readonly ticker: ReturnType<typeof setInterval>;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private flush: ReturnType<typeof setTimeout> | undefined;
  private placeSigns: ReturnType<typeof setTimeout> | undefined;
  private shownSnapshot: EditorSnapshot;
  private outlined: { doc: EditorState["doc"]; outline: OutlineClause[] };
  private loaded = false;
  private mayWrite: boolean;
  private comments: AnchoredComment[];
  /** Clauses in which I wrote something that is not on disk yet. */
  private readonly unsavedNids = new Set<string>();
  private remote: EditorSnapshot["remote"] = { count: 0, nid: null, names: [] };

  constructor(
    place: HTMLElement,
    private readonly options: SessionOptions,
  ) {
    this.mayWrite = options.mayWrite;
    this.comments = options.comments;
    definitionRoots(this.doc);
    this.view = this.createView(place);
    const host = {
      state: () => this.view.state,
      show: (state: EditorState, isMine: boolean) => this.show(state, isMine),
    };
    this.binding = new LiveBinding(this.doc, host, newIdentifier, (reason) => console.error(reason));
    const isComposing = () => this.view.composing;
    this.connection = new LiveConnection(
      this.doc,
      options.socketUrl,
      options.roomName,
      isComposing,
      () => this.refresh(),
      () => this.unsavedNids.clear(),
      () => this.readCaret(),
    );
    this.connection.provider.on("sync", (isSynced) => this.noticeSync(isSynced));
    this.presence = new PresenceLink(this.doc, this.connection.provider.awareness, host.state, () => this.showCarets());
    this.doc.on("afterTransaction", this.noticeRemote);
    this.view.dom.addEventListener("compositionend", this.noticeCompositionEnd);
    this.outlined = { doc: this.view.state.doc, outline: outlineOf(this.view.state.doc) };
    this.shownSnapshot = this.takeSnapshot();
    this.ticker = setInterval(() => this.refresh(), tickMilliseconds);
    window.addEventListener("beforeunload", this.holdUnsaved);
  }

  destroy(): void {
    clearInterval(this.ticker);
    clearTimeout(this.idle);
    clearTimeout(this.flush);
    clearTimeout(this.placeSigns);
    window.removeEventListener("beforeunload", this.holdUnsaved);
    this.doc.off("afterTransaction", this.noticeRemote);
    this.presence.destroy();
    this.connection.destroy();
    this.binding.destroy();
    this.view.destroy();
    this.doc.destroy();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): EditorSnapshot => this.shownSnapshot;

  /** Runs a command on the selection and gives the focus back to the text. */
  run(command: Command): void {
    if (!this.isEditable()) return;
    this.readCaret();
    command(this.view.state, (transaction) => this.binding.dispatch(transaction), this.view);
    this.view.focus();
  }

  /** Moves the selected clauses with what hangs on them one step; false where there is nowhere to go. */
  move(direction: "up" | "down"): boolean {
    this.readCaret();
    const move = this.isEditable() ? moveOfSelection(this.view.state, direction) : null;
    if (move === null) return false;
    this.binding.move(move);
    this.binding.dispatch(this.view.state.tr.scrollIntoView());
    this.view.focus();
    return true;
  }

  undo(): void {
    if (this.isEditable()) this.binding.undoManager.undo();
    this.view.focus();
  }

  redo(): void {
    if (this.isEditable()) this.binding.undoManager.redo();
    this.view.focus();
  }

  setMayWrite(mayWrite: boolean): void {
    this.mayWrite = mayWrite;
    this.view.setProps({});
    this.refresh();
  }

  setComments(comments: AnchoredComment[]): void {
    this.comments = comments;
    this.showComments();
  }

  /** Puts the caret into a clause and brings it into sight. False when it is not shown. */
  goToClause(nid: string): boolean {
    let found = -1;
    this.view.state.doc.forEach((clause, start) => {
      if (found < 0 && clause.attrs.nid === nid) found = start + 1;
    });
    if (found < 0) return false;
    const { state } = this.view;
    this.binding.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found)).scrollIntoView());
    this.view.focus();
    return true;
  }

  commentAnchor(): CommentAnchor | null {
    return anchorOfSelection(this.doc, this.view.state);
  }

  /** The clauses with my edits that are not on disk, or the whole text when there are none. */
  unsavedText(): string {
    return plainTextOf(this.view.state.doc, this.unsavedNids.size > 0 ? this.unsavedNids : null);
  }

  wholeText(): string {
    return plainTextOf(this.view.state.doc, null);
  }

  /** Where a comment stands now, with the caret put there; null when its clause is gone. */
  goToComment(commentId: string): AnchorStanding {
    const comment = this.comments.find((one) => one.id === commentId);
    if (comment === undefined) return null;
    const { state } = this.view;
    const { standing, from, to } = findAnchor(this.doc, state.doc, comment);
    if (standing === null) return null;
    const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    this.binding.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
    return standing;
  }

  /** Leaving the page would lose what is not on disk: the browser asks first. */
  private holdUnsaved = (event: BeforeUnloadEvent): void => {
    if (this.connection.tracker.isDirty) event.preventDefault();
  };

  private createView(place: HTMLElement): EditorView {
    const naming = new ReferenceViews(this.references, this.options.say);
    const state = EditorState.create({
      doc: projectionOf(this.doc),
      plugins: [
        paramKeys(this.params, newIdentifier),
        referencePlugin(this.references, (position) => followNaming(this, position)),
        editorKeys(
          newIdentifier,
          () => this.binding.undoManager,
          (direction) => this.move(direction),
        ),
        clipboard(newIdentifier),
        housekeeping(newIdentifier),
        clauseLabels(),
        othersCarets(),
        commentAnchors((id) => this.options.onSelectComment(id)),
        paramOffers(this.params),
        faultWatch(this.faults, this.options.say),
        faultKeys((direction) => goToNextFault(this, direction)),
        naming.plugin(),
        finding(),
        this.watch.plugin(),
      ],
    });
    return new EditorView(place, {
      state,
      nodeViews: {
        clause: (node) => new ClauseView(node),
        param: (node) => new ParamChip(node, this.options.say),
        termRef: naming.create,
        xref: naming.create,
      },
      editable: () => this.isEditable(),
      // The tools stand before the head of the text, so what is gone to is brought out from under them.
      scrollThreshold: scrollRoom,
      scrollMargin: scrollRoom,
      dispatchTransaction: (transaction) => this.binding.dispatch(transaction),
      attributes: {
        class: "law",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": this.options.label,
        spellcheck: "true",
      },
    });
  }

  private isEditable(): boolean {
    return this.mayWrite && this.loaded && this.connection.state.state !== "closed";
  }

  private show(state: EditorState, isMine: boolean): void {
    const before = this.view.state;
    this.view.updateState(state);
    if (before.doc !== state.doc) {
      if (isMine) this.noticeEdit(before, state);
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.lookAfter(), idleMilliseconds);
      // What is drawn at positions of a clause is lost where the clause is taken elsewhere.
      if (!hasSameOutline(before.doc, state.doc))
        this.placeSigns ??= setTimeout(() => this.drawSigns(), flushMilliseconds);
    }
    if (!before.selection.eq(state.selection) || before.doc !== state.doc) this.presence?.tell();
    this.refresh();
  }

  /** Remembers which clauses I changed, so that they can be copied when they cannot be saved. */
  private noticeEdit(before: EditorState, state: EditorState): void {
    const old = new Set(before.doc.children);
    for (const clause of state.doc.children) {
      if (!old.has(clause) && clause.attrs.nid !== null) this.unsavedNids.add(clause.attrs.nid);
    }
  }

  private noticeRemote = (transaction: Y.Transaction): void => {
    if (transaction.origin !== this.connection.provider || !this.loaded) return;
    const clientIds = [...transaction.afterState].flatMap(([client, clock]) =>
      (transaction.beforeState.get(client) ?? 0) < clock ? [client] : [],
    );
    const names = clientIds.flatMap((client) => this.presence.personOf(client)?.name ?? []);
    const caret = caretsKey.getState(this.view.state)?.carets.find((one) => clientIds.includes(one.clientId));
    const nid = caret ? clauseAt(this.view.state.doc, caret.head).clause.attrs.nid : null;
    this.remote = { count: this.remote.count + 1, nid, names: [...new Set(names)] };
    this.refresh();
  };

  private noticeSync(isSynced: boolean): void {
    if (!isSynced || this.loaded) return;
    this.loaded = true;
    this.view.setProps({});
    this.showComments();
    this.showCarets();
  }

  private noticeCompositionEnd = (): void => {
    this.connection.release();
    setTimeout(() => this.showCarets(), idleMilliseconds / 10);
  };

  /** In a quiet moment: does the editor show what the text holds, and are all anchors still where they were? */
  private lookAfter(): void {
    this.idle = undefined;
    if (this.view.composing) return;
    this.binding.check();
    this.showComments();
    this.refresh();
  }

  /**
   * A click moves the browser's caret at once, and tells of it a moment later. What comes from others in between would put
   * the caret back to where it was, and the next word would be typed there: so the caret is read first.
   */
  private readCaret(): void {
    (this.view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
  }

  private drawSigns(): void {
    this.placeSigns = undefined;
    if (this.view.composing) return;
    this.showComments();
    this.showCarets();
  }

  private showCarets(): void {
    if (!this.view.composing) {
      this.readCaret();
      this.view.updateState(this.view.state.apply(this.view.state.tr.setMeta(caretsKey, this.presence.carets())));
    }
    this.refresh();
  }

  private showComments(): void {
    this.readCaret();
    const { state } = this.view;
    const decorations = commentDecorations(this.doc, state.doc, this.comments);
    this.view.updateState(state.apply(state.tr.setMeta(commentsKey, decorations)));
  }

  private takeSnapshot(): EditorSnapshot {
    const { state } = this.view;
    const first = selectedClauses(state)[0] ?? clauseAt(state.doc, state.selection.head);
    const { nid, level, kind, marking, gone } = first.clause.attrs;
    const places = clausesOfPeople(state);
    const byPerson = new Map([...places].map(([client, at]) => [this.presence.personOf(client)?.personId, at]));
    return {
      loaded: this.loaded,
      editable: this.isEditable(),
      connection: this.connection.state,
      saving: this.connection.tracker.read(),
      outline: this.outlineNow(),
      current: { nid, level, kind, marking, stray: gone && first.clause.content.size > 0 },
      people: this.presence.people().map((person) => ({ ...person, nid: byPerson.get(person.personId) ?? null })),
      canUndo: this.binding.undoManager.canUndo(),
      canRedo: this.binding.undoManager.canRedo(),
      remote: this.remote,
    };
  }

  /** The list at once when its shape changed; first words follow in a quiet moment, so that typing draws no list. */
  private outlineNow(): OutlineClause[] {
    const { doc } = this.view.state;
    if (doc === this.outlined.doc) return this.outlined.outline;
    const isQuiet = this.idle === undefined;
    if (!isQuiet && hasSameOutline(this.outlined.doc, doc)) return this.outlined.outline;
    this.outlined = { doc, outline: outlineOf(doc) };
    return this.outlined.outline;
  }

  /** Takes a new snapshot a moment later: many changes in one moment are shown once. */
  private refresh(): void {
    this.flush ??= setTimeout(() => {
      this.flush = undefined;
      const next = this.takeSnapshot();
      if (isSameSnapshot(next, this.shownSnapshot)) return;
      const mayTypeChanged = next.editable !== this.shownSnapshot.editable;
      this.shownSnapshot = next;
      if (mayTypeChanged) this.view.setProps({});
      for (const listener of this.listeners) listener();
    }, flushMilliseconds);
  }
}

function isSameSnapshot(one: EditorSnapshot, other: EditorSnapshot): boolean {
  if (one.outline !== other.outline) return false;
  const { outline: _one, ...first } = one;
  const { outline: _other, ...second } = other;
  return JSON.stringify(first) === JSON.stringify(second);
}

/** Whether the server ended the connection because the text was frozen. */
export function isFrozen(snapshot: EditorSnapshot): boolean {
  return snapshot.connection.state === "closed" && snapshot.connection.code === closeCodes.frozen.code;
}
