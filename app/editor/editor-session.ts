/**
 * One open editor: the text, the connection, the view, and what the page shows of them. It holds no React; the page
 * subscribes to a snapshot that is replaced whenever something in it changes.
 */
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { caretsKey, clausesOfPeople, othersCarets } from "./carets.ts";
import { ClauseView, clauseLabels } from "./clause-view.ts";
import { clipboard } from "./clipboard.ts";
import {
  type AnchoredComment,
  type AnchorStanding,
  anchorOfSelection,
  type CommentAnchor,
  commentAnchors,
} from "./comment-anchors.ts";
import { currentClause, type EditorSnapshot, isSameSnapshot, OutlineKeeper } from "./editor-snapshot.ts";
import { goToNextFault } from "./fault-acts.ts";
import { FaultDesk } from "./fault-desk.ts";
import { faultKeys } from "./fault-keys.ts";
import { faultWatch } from "./fault-watch.ts";
import { finding } from "./finding.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { housekeeping } from "./housekeeping.ts";
import { editorKeys } from "./keys.ts";
import { LiveBinding } from "./live-binding.ts";
import { LiveConnection } from "./live-connection.ts";
import { hasSameOutline, plainTextOf } from "./outline.ts";
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
import { scrollRoom } from "./scroll-room.ts";
import { StateWatch } from "./state-watch.ts";
import { moveSelection, runCommand } from "./text-acts.ts";
import { clauseAt } from "./text-index.ts";
import { readCaret, TextSigns } from "./text-signs.ts";

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
  private readonly signs: TextSigns;
  private readonly listeners = new Set<() => void>();
  private readonly ticker: ReturnType<typeof setInterval>;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private flush: ReturnType<typeof setTimeout> | undefined;
  private shownSnapshot: EditorSnapshot;
  private readonly outline: OutlineKeeper;
  private loaded = false;
  private mayWrite: boolean;
  /** Clauses in which I wrote something that is not on disk yet. */
  private readonly unsavedNids = new Set<string>();
  private remote: EditorSnapshot["remote"] = { count: 0, nid: null, names: [] };

  constructor(
    place: HTMLElement,
    private readonly options: SessionOptions,
  ) {
    this.mayWrite = options.mayWrite;
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
      () => readCaret(this.view),
    );
    this.connection.provider.on("sync", (isSynced) => this.noticeSync(isSynced));
    this.presence = new PresenceLink(this.doc, this.connection.provider.awareness, host.state, () => {
      this.signs.showCarets();
      this.refresh();
    });
    this.signs = new TextSigns(this.doc, this.view, () => this.presence.carets(), options.comments);
    this.doc.on("afterTransaction", this.noticeRemote);
    this.view.dom.addEventListener("compositionend", this.noticeCompositionEnd);
    this.outline = new OutlineKeeper(this.view.state.doc);
    this.shownSnapshot = this.takeSnapshot();
    this.ticker = setInterval(() => this.refresh(), tickMilliseconds);
    window.addEventListener("beforeunload", this.holdUnsaved);
  }

  destroy(): void {
    clearInterval(this.ticker);
    clearTimeout(this.idle);
    clearTimeout(this.flush);
    this.signs.destroy();
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
    if (this.isEditable()) runCommand(this, command);
  }

  /** Moves the selected clauses with what hangs on them one step; false where there is nowhere to go. */
  move(direction: "up" | "down"): boolean {
    return this.isEditable() && moveSelection(this, direction);
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
    this.signs.setComments(comments);
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
    const { state } = this.view;
    const found = this.signs.findComment(commentId);
    if (found === null || found.standing === null) return null;
    const selection = TextSelection.between(state.doc.resolve(found.from), state.doc.resolve(found.to));
    this.binding.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
    return found.standing;
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
      if (!hasSameOutline(before.doc, state.doc)) this.signs?.showSoon();
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
    this.signs.showComments();
    this.signs.showCarets();
    this.refresh();
  }

  private noticeCompositionEnd = (): void => {
    this.connection.release();
    setTimeout(() => this.signs.showCarets(), idleMilliseconds / 10);
  };

  /** In a quiet moment: does the editor show what the text holds, and are all anchors still where they were? */
  private lookAfter(): void {
    this.idle = undefined;
    if (this.view.composing) return;
    this.binding.check();
    this.signs.showComments();
    this.refresh();
  }

  private takeSnapshot(): EditorSnapshot {
    const { state } = this.view;
    const places = clausesOfPeople(state);
    const byPerson = new Map([...places].map(([client, at]) => [this.presence.personOf(client)?.personId, at]));
    return {
      loaded: this.loaded,
      editable: this.isEditable(),
      connection: this.connection.state,
      saving: this.connection.tracker.read(),
      outline: this.outline.read(state.doc, this.idle === undefined),
      current: currentClause(state),
      people: this.presence.people().map((person) => ({ ...person, nid: byPerson.get(person.personId) ?? null })),
      canUndo: this.binding.undoManager.canUndo(),
      canRedo: this.binding.undoManager.canRedo(),
      remote: this.remote,
    };
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
