/**
 * Text index ⇄ position in the editor. The text counts one unit for the embed that begins a clause and one for each
 * character or inline embed; the editor counts an opening and a closing token for each clause, and shows clauses in
 * another order than the text where some were moved. A virtual clause (nid null, only ever the first) shows units that
 * stand before the first embed, so its opening token has no unit.
 */
import type { Node as EditorNode } from "prosemirror-model";
import {
  contentStart,
  indexOfGap,
  type Layout,
  type Segment,
  seenBefore,
  seenSize,
  segmentAt,
} from "../../protocol/clause-layout.ts";

/**
 * The segment of each clause shown. Clauses are found by their identifier, the second of a doubled one in the order of
 * the screen, because in the middle of an edit the editor may show a clause less than the text holds.
 */
export function segmentsOfClauses({ shown, segments }: Layout, doc: EditorNode): Segment[] {
  if (doc.childCount === shown.length) {
    const isSame = shown.every((segment, index) => segment.nid === doc.child(index).attrs.nid);
    if (isSame) return shown;
  }
  const byNid = new Map<string | null, Segment[]>([[null, [segments[0]!]]]);
  for (const segment of shown) {
    if (segment.nid === null) continue;
    const same = byNid.get(segment.nid);
    if (same) same.push(segment);
    else byNid.set(segment.nid, [segment]);
  }
  return doc.children.map((clause) => {
    const segment = byNid.get(clause.attrs.nid)?.shift();
    if (segment === undefined) throw new Error(`The text holds no clause ${clause.attrs.nid}.`);
    return segment;
  });
}

/** Whether the editor shows the clauses of the layout in its order, each at its length. */
export function showsLayout({ shown }: Layout, doc: EditorNode): boolean {
  if (shown.length !== doc.childCount) return false;
  return shown.every((segment, index) => {
    const clause = doc.child(index);
    return clause.attrs.nid === segment.nid && clause.content.size === seenSize(segment);
  });
}

/** The text index of a position; between two clauses, that of the end of the one in front. */
export function textIndexAt(layout: Layout, doc: EditorNode, position: number): number {
  const segments = segmentsOfClauses(layout, doc);
  let start = 0;
  for (let index = 0; index < doc.childCount; index++) {
    const size = doc.child(index).nodeSize;
    if (position <= start) return index === 0 ? 0 : indexOfGap(segments[index - 1]!, doc.child(index - 1).content.size);
    if (position < start + size) return indexOfGap(segments[index]!, position - start - 1);
    start += size;
  }
  return indexOfGap(segments.at(-1)!, doc.lastChild!.content.size);
}

/** The position just behind unit `index - 1`, inside its clause; for the front of the text the first position there is. */
export function positionAt(layout: Layout, doc: EditorNode, index: number): number {
  if (index > layout.length) throw new Error(`The text holds ${layout.length} units, there is no unit ${index}.`);
  const segment = segmentAt(layout.segments, index);
  let start = 0;
  const segments = segmentsOfClauses(layout, doc);
  for (let child = 0; child < doc.childCount; child++) {
    if (segments[child] === segment) return start + 1 + seenBefore(segment, index - contentStart(segment));
    start += doc.child(child).nodeSize;
  }
  return 0;
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
