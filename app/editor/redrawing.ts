/** Bringing the editor to a text it does not show, clause by clause, with the caret where it was. */
import type { Node as EditorNode } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { AttrStep } from "prosemirror-transform";
import { splitsCharacter } from "./local-units.ts";
import { clauseAt } from "./text-index.ts";

/** The transaction that makes the editor show `wanted`, or null when it does. Clauses that agree are left alone. */
export function transactionTo(state: EditorState, wanted: EditorNode): Transaction | null {
  const shown = state.doc;
  const most = Math.min(shown.childCount, wanted.childCount);
  let head = 0;
  let start = 0;
  while (head < most && shown.child(head).eq(wanted.child(head))) start += shown.child(head++).nodeSize;
  if (head === shown.childCount && head === wanted.childCount) return null;
  let tail = 0;
  let end = shown.content.size;
  const last = (doc: EditorNode) => doc.child(doc.childCount - 1 - tail);
  while (tail < most - head && last(shown).eq(last(wanted))) {
    end -= last(shown).nodeSize;
    tail += 1;
  }
  const clauses = wanted.children.slice(head, wanted.childCount - tail);
  const transaction = state.tr.replaceWith(start, end, clauses);
  return keepSelection(state, transaction);
}

/** A caret stays in its clause, as far from its beginning as it was; where the clause is gone, beside what was there. */
function keepSelection(state: EditorState, transaction: Transaction): Transaction {
  const { doc } = transaction;
  const place = (position: number) => {
    const { clause, start } = clauseAt(state.doc, position);
    const found = startOfClause(doc, clause.attrs.nid);
    if (found === null) return doc.resolve(transaction.mapping.map(position, -1));
    return doc.resolve(found + 1 + Math.min(Math.max(position - start - 1, 0), doc.nodeAt(found)!.content.size));
  };
  return transaction.setSelection(TextSelection.between(place(state.selection.anchor), place(state.selection.head)));
}

function startOfClause(doc: EditorNode, nid: string | null): number | null {
  let found: number | null = null;
  doc.forEach((clause, start) => {
    if (found === null && clause.attrs.nid === nid) found = start;
  });
  return found;
}

/**
 * Whether a local transaction did something in the text that it did not do in the editor: it left half a character,
 * which the text replaces, or changed a field of an identifier that stands twice.
 */
export function changesMoreThanItShows(transaction: Transaction): boolean {
  let hasHalf = false;
  const fieldIds = new Set<string>();
  transaction.steps.forEach((step, index) => {
    const doc = transaction.docs[index + 1] ?? transaction.doc;
    if (step instanceof AttrStep) {
      const node = doc.nodeAt(step.pos);
      fieldIds.add(node?.attrs.nid ?? node?.attrs.pid);
    }
    step.getMap().forEach((_from, _to, from, to) => {
      const [left, right] = [Math.max(from - 1, 0), Math.min(to + 1, doc.content.size)];
      const start = splitsCharacter(doc, left) ? left - 1 : left;
      const words = doc.textBetween(start, splitsCharacter(doc, right) ? right + 1 : right, "\n", "\n");
      if (/\p{Cs}/u.test(words)) hasHalf = true;
    });
  });
  return hasHalf || (fieldIds.size > 0 && standsTwice(transaction.doc, fieldIds));
}

function standsTwice(doc: EditorNode, ids: Set<string>): boolean {
  let count = 0;
  doc.descendants((node) => {
    if (ids.has(node.attrs.nid ?? node.attrs.pid)) count += 1;
  });
  return count > ids.size;
}
