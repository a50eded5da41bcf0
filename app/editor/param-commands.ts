/** Acts on parameters, each one step of undo: words become one, its value changes, it becomes words again. */
import { type Node as EditorNode, Fragment, Mark, Slice } from "prosemirror-model";
import { type Command, NodeSelection, TextSelection, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import type { Parameter } from "../../domain/definition/control-text.ts";
import { offerAtCaret, type PlacedOffer } from "./param-finding.ts";
import { editorSchema } from "./schema.ts";

const paramType = editorSchema.nodes.param!;

function structure(transaction: Transaction): Transaction {
  return transaction.setMeta("structure", true);
}

export function isParam(node: EditorNode | null | undefined): node is EditorNode {
  return node?.type === paramType;
}

/** The value of a parameter; null where the text holds one that cannot be read. */
export function parameterOf(node: EditorNode): Parameter | null {
  return node.attrs.value as Parameter | null;
}

/** Where a parameter stands, or null when it is gone. */
export function findParam(doc: EditorNode, pid: string): { position: number; node: EditorNode } | null {
  let found: { position: number; node: EditorNode } | null = null;
  doc.descendants((node, position) => {
    if (found === null && isParam(node) && node.attrs.pid === pid) found = { position, node };
    return found === null;
  });
  return found;
}

/** The marks that all of a stretch has. */
function commonMarks(doc: EditorNode, from: number, to: number): readonly Mark[] {
  let common: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isInline) return;
    const marks: readonly Mark[] = common ?? node.marks;
    common = marks.filter((mark) => mark.isInSet(node.marks));
  });
  return common ?? Mark.none;
}

function replace(transaction: Transaction, from: number, to: number, node: EditorNode): void {
  transaction.step(new ReplaceStep(from, to, new Slice(Fragment.from(node), 0, 0)));
}

/** Puts a parameter in the place of its words. Not where they changed since it was offered, or contradict themselves. */
export function acceptOffer({ from, to, offer }: PlacedOffer, newId: () => string): Command {
  return (state, dispatch) => {
    const isStale = to > state.doc.content.size || state.doc.textBetween(from, to) !== offer.parameter.raw;
    if (isStale || offer.fault !== undefined) return false;
    const node = paramType.create({ pid: newId(), value: offer.parameter }, null, commonMarks(state.doc, from, to));
    const { head } = state.selection;
    const transaction = state.tr;
    replace(transaction, from, to, node);
    if (head >= from && head <= to) transaction.setSelection(TextSelection.create(transaction.doc, from + 1));
    dispatch?.(structure(transaction).scrollIntoView());
    return true;
  };
}

/** Ctrl-. : makes the threshold at the caret a parameter. */
export function acceptOfferAtCaret(newId: () => string): Command {
  return (state, dispatch, view) => {
    const offer = offerAtCaret(state);
    return offer !== null && acceptOffer(offer, newId)(state, dispatch, view);
  };
}

/** Gives a parameter another value; its place and its identifier stay. */
export function changeParameter(pid: string, value: Parameter): Command {
  return (state, dispatch) => {
    const found = findParam(state.doc, pid);
    if (found === null) return false;
    const transaction = state.tr.setNodeAttribute(found.position, "value", value);
    transaction.setSelection(TextSelection.create(transaction.doc, found.position + 1));
    dispatch?.(structure(transaction));
    return true;
  };
}

/** A parameter becomes the words that it stood for, and the caret stands behind them. */
export function parameterAsText(pid: string): Command {
  return (state, dispatch) => {
    const found = findParam(state.doc, pid);
    if (found === null) return false;
    const { position, node } = found;
    const words = parameterOf(node)?.raw ?? "";
    const transaction = state.tr;
    if (words === "") transaction.delete(position, position + 1);
    else replace(transaction, position, position + 1, editorSchema.text(words, node.marks));
    transaction.setSelection(TextSelection.create(transaction.doc, position + words.length));
    dispatch?.(structure(transaction));
    return true;
  };
}

/** Backspace behind a parameter, or Delete before one, first chooses it: a threshold is not lost by one key. */
export function chooseParam(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.textOffset > 0) return false;
    const node = direction < 0 ? selection.$head.nodeBefore : selection.$head.nodeAfter;
    if (!isParam(node)) return false;
    const position = direction < 0 ? selection.head - 1 : selection.head;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, position)).scrollIntoView());
    return true;
  };
}
