/**
 * Where comments stand in the text. An anchor is a clause, a quotation and a place; where the words at the place are no
 * longer those of the quotation, the quotation is looked for in the clause, and else the clause as a whole is the anchor.
 */
import type { Node as EditorNode } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type * as Y from "yjs";
import { type Layout, layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { quoteCharactersMax } from "../../protocol/limits.ts";
import { leafWords } from "./outline.ts";
import { clauseAt, positionAt, textIndexAt } from "./text-index.ts";
import { encodePlace, indexOfPlace } from "./text-selection.ts";

/** `place` is a relative position in base64 in front of the quotation; an empty quotation means the clause as a whole. */
export type CommentAnchor = { nid: string; quote: string; place: string };
export type AnchoredComment = CommentAnchor & { id: string };

/** How an anchor was found: at its place, by its words, or only its clause; null when the clause is gone too. */
export type AnchorStanding = "place" | "quote" | "clause" | null;

export const commentsKey = new PluginKey<DecorationSet>("comments");

type Words = { words: string; positions: number[] };

/** The words of a clause, and for each character the position in the editor where it stands. */
function wordsOf(clause: EditorNode, start: number): Words {
  const found: Words = { words: "", positions: [] };
  clause.forEach((node, offset) => {
    const words = node.isText ? (node.text ?? "") : leafWords(node);
    found.words += words;
    for (let index = 0; index < words.length; index++)
      found.positions.push(start + 1 + offset + (node.isText ? index : 0));
  });
  return found;
}

function nearest(words: Words, quote: string, wanted: number | null): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  for (let at = words.words.indexOf(quote); at >= 0; at = words.words.indexOf(quote, at + 1)) {
    const found = { from: words.positions[at]!, to: words.positions[at + quote.length - 1]! + 1 };
    const isNearer = best === null || Math.abs(found.from - (wanted ?? 0)) < Math.abs(best.from - (wanted ?? 0));
    if (isNearer) best = found;
  }
  return best;
}

export type FoundAnchor = { standing: AnchorStanding; from: number; to: number };

/**
 * Looks an anchor up in the text as it is now. `from` and `to` are positions of the editor; who looks for many hands over
 * the layout of the text, which is the same for all.
 */
export function findAnchor(
  doc: Y.Doc,
  shown: EditorNode,
  anchor: CommentAnchor,
  layout: Layout = layoutOf(doc),
): FoundAnchor {
  let found: { clause: EditorNode; start: number } | null = null;
  shown.forEach((clause, start) => {
    if (found === null && clause.attrs.nid === anchor.nid) found = { clause, start };
  });
  const index = indexOfPlace(doc, anchor.place);
  const place = index === null ? null : positionAt(layout, shown, index);
  // After a join or split the words may stand in another clause than the one they were quoted from.
  const around = place === null ? null : clauseAt(shown, place);
  for (const here of [found, around]) {
    const { clause, start } = (here ?? {}) as { clause?: EditorNode; start?: number };
    if (clause === undefined || start === undefined || anchor.quote === "") continue;
    const range = nearest(wordsOf(clause, start), anchor.quote, place);
    if (range !== null) return { standing: range.from === place ? "place" : "quote", ...range };
  }
  if (found === null) return { standing: null, from: 0, to: 0 };
  const { clause, start } = found as { clause: EditorNode; start: number };
  return { standing: "clause", from: start, to: start + clause.nodeSize };
}

/** The anchor for a new comment on the selection; across clauses, what is selected of the first. */
export function anchorOfSelection(doc: Y.Doc, state: EditorState): CommentAnchor | null {
  const { from, to } = state.selection;
  const { clause, start } = clauseAt(state.doc, from);
  if (clause.attrs.nid === null) return null;
  const [first, last] = [Math.max(from, start + 1), Math.min(to, start + 1 + clause.content.size)];
  const quote = state.doc.textBetween(first, Math.max(first, last), "", leafWords).slice(0, quoteCharactersMax);
  const index = textIndexAt(layoutOf(doc), state.doc, first);
  return { nid: clause.attrs.nid, quote, place: encodePlace(definitionRoots(doc).text, index) };
}

/** The decorations of all comments; a comment on a clause as a whole marks the clause. */
export function commentDecorations(doc: Y.Doc, shown: EditorNode, comments: AnchoredComment[]): DecorationSet {
  const layout = layoutOf(doc);
  const decorations = comments.flatMap((comment) => {
    const { standing, from, to } = findAnchor(doc, shown, comment, layout);
    const attributes = { class: "comment-anchor", "data-comment": comment.id };
    if (standing === null) return [];
    if (standing === "clause") return [Decoration.node(from, to, { class: "clause-commented" })];
    return [Decoration.inline(from, to, attributes, { inclusiveStart: false, inclusiveEnd: false })];
  });
  return DecorationSet.create(shown, decorations);
}

/** Shows the anchors; a click on one names its comment. */
export function commentAnchors(onSelect: (commentId: string) => void): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: commentsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, held) {
        const told = transaction.getMeta(commentsKey) as DecorationSet | undefined;
        return told ?? held.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations: (state) => commentsKey.getState(state),
      handleClick(_view, _position, event) {
        const anchor = event.target instanceof Element ? event.target.closest("[data-comment]") : null;
        const id = anchor?.getAttribute("data-comment");
        if (id) onSelect(id);
        return false;
      },
    },
  });
}
