/** Putting terms and references into the text, and following them. */
import type { Node as EditorNode } from "prosemirror-model";
import { type Command, NodeSelection, type Selection, TextSelection } from "prosemirror-state";
import { entryCodeAtEnd, quotedTermAtEnd } from "../../domain/definition/reference-target.ts";
import type { ReferenceDesk, ReferenceOffer } from "./reference-desk.ts";
import { editorSchema } from "./schema.ts";

export type NamingNode = "termRef" | "xref";

export function isNaming(node: EditorNode | null | undefined): node is EditorNode {
  return node?.type.name === "termRef" || node?.type.name === "xref";
}

/** The term or reference that is chosen in the text. */
export function chosenNaming(selection: Selection): EditorNode | null {
  return selection instanceof NodeSelection && isNaming(selection.node) ? selection.node : null;
}

function namingNode(name: NamingNode, value: string): EditorNode {
  return name === "termRef"
    ? editorSchema.nodes.termRef!.create({ term: value })
    : editorSchema.nodes.xref!.create({ target: value });
}

/**
 * Puts a term or reference in the place of the selection, within the brackets that stand there. Of a selection over several
 * clauses nothing is replaced: a word is no reason to join them.
 */
export function insertNaming(name: NamingNode, value: string, range?: { from: number; to: number }): Command {
  return (state, dispatch) => {
    const { $from, $to } = range
      ? { $from: state.doc.resolve(range.from), $to: state.doc.resolve(range.to) }
      : state.selection;
    if (!$from.parent.inlineContent) return false;
    const to = $from.sameParent($to) ? $to.pos : $from.pos;
    const marks = to > $from.pos ? (state.doc.nodeAt($from.pos)?.marks ?? []) : $from.marks();
    const bracket = editorSchema.marks.bracket!.isInSet(marks);
    const node = namingNode(name, value).mark(bracket === undefined ? [] : [bracket]);
    const transaction = state.tr.replaceRangeWith($from.pos, to, node).setMeta("structure", true);
    const behind = transaction.mapping.map(to);
    transaction.setSelection(TextSelection.create(transaction.doc, behind));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

/** As many characters before the caret are looked at for something to offer. */
const lookBack = 260;

/**
 * What the words right before the caret could become: a quoted term of the committee's list, or the code of an entry that a
 * list has. One space or mark of punctuation may stand between.
 */
export function referenceOfferAt(doc: EditorNode, selection: Selection, desk: ReferenceDesk): ReferenceOffer | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  const { parent, parentOffset, pos } = selection.$head;
  if (!parent.inlineContent || doc.childCount === 0) return null;
  const before = parent.textBetween(Math.max(0, parentOffset - lookBack), parentOffset, "", "\ufffc");
  const words = before.replace(/[\s.,;:)]$/u, "");
  const to = pos - (before.length - words.length);
  const quoted = quotedTermAtEnd(words);
  if (quoted !== null) {
    const term = desk.termNamed(quoted.term);
    const from = to - (words.length - quoted.from);
    return term && { from, to, node: "termRef", value: term.term, words: words.slice(quoted.from) };
  }
  const entry = entryCodeAtEnd(words);
  if (entry === null) return null;
  const known = desk.lookUp(entry.code);
  if (known === null || known === "waiting") return null;
  const from = to - (words.length - entry.from);
  return { from, to, node: "xref", value: entry.code, words: words.slice(entry.from) };
}

export function acceptReference(offer: ReferenceOffer): Command {
  return insertNaming(offer.node, offer.value, offer);
}
