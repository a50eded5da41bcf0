/** What is drawn over the text at places that come from elsewhere: the anchors of comments and the others' carets. */
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import { type Caret, caretsKey } from "./carets.ts";
import {
  type AnchoredComment,
  commentDecorations,
  commentsKey,
  type FoundAnchor,
  findAnchor,
} from "./comment-anchors.ts";

const soon_ms = 40;

/**
 * A click moves the browser's caret at once, and tells of it a moment later. What comes from others in between would put
 * the caret back to where it was, and the next word would be typed there: so the caret is read first.
 */
export function readCaret(view: EditorView): void {
  (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
}

export class TextSigns {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly doc: Y.Doc,
    private readonly view: EditorView,
    private readonly carets: () => Caret[],
    private comments: AnchoredComment[],
  ) {}

  destroy(): void {
    clearTimeout(this.waiting);
  }

  setComments(comments: AnchoredComment[]): void {
    this.comments = comments;
    this.showComments();
  }

  /** Where a comment stands now; null when it is none of this text. */
  findComment(commentId: string): FoundAnchor | null {
    const comment = this.comments.find((one) => one.id === commentId);
    return comment === undefined ? null : findAnchor(this.doc, this.view.state.doc, comment);
  }

  showComments(): void {
    readCaret(this.view);
    const { state } = this.view;
    const decorations = commentDecorations(this.doc, state.doc, this.comments);
    this.view.updateState(state.apply(state.tr.setMeta(commentsKey, decorations)));
  }

  /** Not while an input method composes: what it writes in would be drawn anew under it. */
  showCarets(): void {
    if (this.view.composing) return;
    readCaret(this.view);
    this.view.updateState(this.view.state.apply(this.view.state.tr.setMeta(caretsKey, this.carets())));
  }

  /** All of it a moment later, once for many changes. */
  showSoon(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      if (this.view.composing) return;
      this.showComments();
      this.showCarets();
    }, soon_ms);
  }
}
