/**
 * Identifiers of clauses that a local edit brings in. They are written into the slice of a step before it is applied:
 * a pasted or dropped clause with an identifier that already stands elsewhere would be two clauses under one name, and
 * mending it afterwards would need a comparison of texts.
 */
import { type Node as EditorNode, Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { ReplaceAroundStep, ReplaceStep, type Step } from "prosemirror-transform";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { editorSchema } from "./schema.ts";

/** 96 random bits in 16 characters. */
export function newIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

function clauseIds(doc: EditorNode): Set<string> {
  const ids = new Set<string>();
  doc.forEach((clause) => {
    if (clause.attrs.nid !== null) ids.add(clause.attrs.nid);
  });
  return ids;
}

/** The clauses whose opening tokens lie in the range: these identifiers the step itself takes out. */
function idsWithin(doc: EditorNode, from: number, to: number): Set<string> {
  const ids = new Set<string>();
  doc.forEach((clause, offset) => {
    if (offset >= from && offset < to && clause.attrs.nid !== null) ids.add(clause.attrs.nid);
  });
  return ids;
}

/**
 * The words without control characters, at the same length, so that every position still holds. Half a surrogate pair
 * stays: a step may replace one half of a character whose other half stands beside it.
 */
function cleanText(node: EditorNode): EditorNode {
  const words = node.text ?? "";
  const clean = words.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  return clean === words ? node : editorSchema.text(clean, node.marks);
}

/**
 * Gives every clause of the slice an identifier that is its own. `taken` are those that stand elsewhere in the text;
 * a clause at the open start is not inserted, it only lends its content.
 */
function freshSlice(slice: Slice, taken: Set<string>, isAtFront: boolean, newId: () => string): Slice {
  const nodes = slice.content.content.map((node, index) => {
    if (node.isText) return cleanText(node);
    if (node.type.name !== "clause") return node;
    const isInserted = index > 0 || slice.openStart === 0;
    const isVirtual = node.attrs.nid === null && isAtFront && index === 0;
    let nid: string | null = node.attrs.nid;
    if (isInserted && !isVirtual && (nid === null || taken.has(nid))) nid = newId();
    if (isInserted && nid !== null) taken.add(nid);
    const content = node.children.map((child) => (child.isText ? cleanText(child) : child));
    return editorSchema.node("clause", { ...node.attrs, nid }, content);
  });
  return new Slice(Fragment.fromArray(nodes), slice.openStart, slice.openEnd);
}

function freshStep(step: Step, doc: EditorNode, newId: () => string): Step {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep) || step.slice.size === 0) return step;
  const taken = clauseIds(doc);
  for (const nid of idsWithin(doc, step.from, step.to)) taken.delete(nid);
  const slice = freshSlice(step.slice, taken, step.from === 0, newId);
  if (slice.eq(step.slice)) return step;
  if (step instanceof ReplaceStep) return new ReplaceStep(step.from, step.to, slice);
  return new ReplaceAroundStep(step.from, step.to, step.gapFrom, step.gapTo, slice, step.insert);
}

/** The same transaction with identifiers of their own for all clauses it brings in, and without control characters. */
export function withFreshIds(state: EditorState, transaction: Transaction, newId: () => string): Transaction {
  const steps = transaction.steps.map((step, index) => freshStep(step, transaction.docs[index]!, newId));
  if (steps.every((step, index) => step === transaction.steps[index])) return transaction;
  const fresh = state.tr;
  for (const step of steps) fresh.step(step);
  const { selection } = transaction;
  fresh.setSelection(selection.map(fresh.doc, fresh.mapping.slice(fresh.steps.length)));
  fresh.setStoredMarks(transaction.storedMarks);
  for (const key of ["paste", "uiEvent", "addToHistory", "pointer", "composition"]) {
    const value = transaction.getMeta(key);
    if (value !== undefined) fresh.setMeta(key, value);
  }
  return transaction.scrolledIntoView ? fresh.scrollIntoView() : fresh;
}

/** A slice from the clipboard: nothing in it keeps an identifier, a comment or an embed that only one text knows. */
export function freshPaste(slice: Slice, newId: () => string): Slice {
  const comment = editorSchema.marks.comment!;
  const inline = (node: EditorNode): EditorNode[] => {
    if (node.type.name === "unknown") return [];
    const marks = comment.removeFromSet(node.marks);
    if (node.type.name === "param") return [node.type.create({ ...node.attrs, pid: newId() }, null, marks)];
    if (!node.isText) return [node.mark(marks)];
    const words = clauseCharacters(node.text ?? "");
    return words === "" ? [] : [editorSchema.text(words, marks)];
  };
  const nodes = slice.content.content.flatMap((node) => {
    if (node.type.name !== "clause") return inline(node);
    const attributes = { ...node.attrs, nid: newId(), gone: false };
    return [editorSchema.node("clause", attributes, node.children.flatMap(inline))];
  });
  return new Slice(Fragment.fromArray(nodes), slice.openStart, slice.openEnd);
}
