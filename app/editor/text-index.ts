/**
 * Text index ⇄ position in the editor. The text counts one unit for the embed that begins a clause and one for each
 * character or inline embed; the editor counts an opening and a closing token for each clause. A virtual clause (nid
 * null, only ever the first) shows units that stand before the first embed, so its opening token has no unit.
 */
import type { Node as EditorNode } from "prosemirror-model";

/** Whether the first clause shows text that no embed begins. */
export function hasVirtualClause(doc: EditorNode): boolean {
  return doc.firstChild?.attrs.nid === null;
}

function openingUnits(clause: EditorNode): number {
  return clause.attrs.nid === null ? 0 : 1;
}

/** The number of units of the text wholly in front of a position. */
export function textIndexAt(doc: EditorNode, position: number): number {
  let clausesInFront = 0;
  let end = 0;
  for (let index = 0; index < doc.childCount; index++) {
    end += doc.child(index).nodeSize;
    if (end > position) break;
    clausesInFront += 1;
  }
  return position - clausesInFront - (position > 0 && hasVirtualClause(doc) ? 1 : 0);
}

/** The position just behind unit `index - 1`, inside its clause; for index 0 the front of the text. */
export function positionAt(doc: EditorNode, index: number): number {
  if (index === 0) return hasVirtualClause(doc) ? 1 : 0;
  let units = 0;
  let start = 0;
  for (let child = 0; child < doc.childCount; child++) {
    const clause = doc.child(child);
    const opening = openingUnits(clause);
    const length = opening + clause.content.size;
    if (index <= units + length) return start + 1 - opening + (index - units);
    units += length;
    start += clause.nodeSize;
  }
  throw new Error(`The text shown holds ${units} units, there is no unit ${index}.`);
}

/** The length of the text in units. */
export function textLength(doc: EditorNode): number {
  return doc.content.size - 2 * doc.childCount + doc.childCount - (hasVirtualClause(doc) ? 1 : 0);
}

/** The clause that a position stands in or in front of, with the position where it starts. */
export function clauseAt(doc: EditorNode, position: number): { clause: EditorNode; start: number; index: number } {
  let start = 0;
  for (let index = 0; index < doc.childCount; index++) {
    const clause = doc.child(index);
    if (position < start + clause.nodeSize || index === doc.childCount - 1) return { clause, start, index };
    start += clause.nodeSize;
  }
  throw new Error("A definition shows at least one clause.");
}
