/**
 * Steps that move nothing (marks and attributes) → operations on the live text. Both states have the same tokens, so
 * they are compared clause by clause, and only clauses that are not the very same value are looked at.
 */
import type { Node as EditorNode } from "prosemirror-model";
import { contentStart, indexOfGap, indexOfUnit, type Layout, type Segment } from "../../protocol/clause-layout.ts";
import { attributeOperations, valueOperations } from "./field-operations.ts";
import { embedOf, formatChanges, formatsOf } from "./inline-units.ts";
import { clauseAttributes } from "./schema.ts";
import { segmentsOfClauses } from "./text-index.ts";
import type { TextOperation } from "./text-operation.ts";

export function markOperations(before: EditorNode, after: EditorNode, layout: Layout): TextOperation[] {
  const segments = segmentsOfClauses(layout, before);
  const changed = before.children
    .map((old, index) => ({ old, now: after.child(index), segment: segments[index]! }))
    .filter(({ old, now }) => old !== now);
  // From the last clause of the text to the first: a clause that gets its embed moves the indices behind it.
  changed.sort((one, other) => contentStart(other.segment) - contentStart(one.segment));
  return changed.flatMap(({ old, now, segment }) => [
    ...inlineOperations(old, now, segment),
    ...clauseOperations(old, now, segment.start),
  ]);
}

function clauseOperations(old: EditorNode, now: EditorNode, at: number): TextOperation[] {
  const [before, after] = [clauseAttributes(old), clauseAttributes(now)];
  if (before.nid === after.nid) return attributeOperations(before, now);
  const operations: TextOperation[] = [];
  if (before.nid !== null) operations.push({ act: "delete", at, length: 1 });
  if (after.nid !== null) operations.push({ act: "embed", at, embed: { clause: after.nid }, formats: {} });
  return [...operations, ...attributeOperations(null, now)];
}

type Piece = { from: number; to: number; node: EditorNode };

function piecesOf(clause: EditorNode): Piece[] {
  const pieces: Piece[] = [];
  clause.forEach((node, offset) => {
    pieces.push({ from: offset, to: offset + node.nodeSize, node });
  });
  return pieces;
}

/** Compares the inline content of a clause, unit by unit at the same places. */
function inlineOperations(old: EditorNode, now: EditorNode, segment: Segment): TextOperation[] {
  if (old.content === now.content) return [];
  const operations: TextOperation[] = [];
  const [oldPieces, newPieces] = [piecesOf(old), piecesOf(now)];
  let newIndex = 0;
  for (const piece of oldPieces) {
    let from = piece.from;
    while (from < piece.to) {
      while (newPieces[newIndex]!.to <= from) newIndex += 1;
      const other = newPieces[newIndex]!;
      const to = Math.min(piece.to, other.to);
      const at = indexOfUnit(segment, from);
      operations.push(...pieceOperations(piece.node, other.node, at, indexOfGap(segment, to) - at));
      from = to;
    }
  }
  return operations;
}

function pieceOperations(old: EditorNode, now: EditorNode, at: number, length: number): TextOperation[] {
  if (old === now) return [];
  const formats = formatsOf(now.marks);
  if (!old.isText && JSON.stringify(embedOf(old)) !== JSON.stringify(embedOf(now))) {
    return [
      { act: "delete", at, length: 1 },
      { act: "embed", at, embed: embedOf(now), formats },
      ...valueOperations(null, now),
    ];
  }
  const changes = formatChanges(formatsOf(old.marks), formats);
  const operations: TextOperation[] = [];
  if (Object.keys(changes).length > 0) operations.push({ act: "format", at, length, formats: changes });
  return [...operations, ...valueOperations(old, now)];
}
