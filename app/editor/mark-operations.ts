/**
 * Steps that move nothing (marks and attributes) → operations on the live text. Both states have the same tokens, so
 * they are compared clause by clause, and only clauses that are not the very same value are looked at.
 */
import type { Node as EditorNode } from "prosemirror-model";
import { embedOf, formatChanges, formatsOf } from "./inline-units.ts";
import { attributeOperations, fieldOperations } from "./local-operations.ts";
import { clauseAttributes } from "./schema.ts";
import { textIndexAt } from "./text-index.ts";
import type { TextOperation } from "./text-operation.ts";

export function markOperations(before: EditorNode, after: EditorNode): TextOperation[] {
  const operations: TextOperation[] = [];
  let end = before.content.size;
  // From the last clause to the first: a clause that gets its embed moves the indices behind it.
  for (let index = before.childCount - 1; index >= 0; index--) {
    const [old, now] = [before.child(index), after.child(index)];
    end -= old.nodeSize;
    if (old === now) continue;
    const at = textIndexAt(before, end);
    const opening = old.attrs.nid === null ? 0 : 1;
    operations.push(...inlineOperations(old, now, at + opening), ...clauseOperations(old, now, at));
  }
  return operations;
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

/** Compares the inline content of a clause; `start` is the index of its first inline unit. */
function inlineOperations(old: EditorNode, now: EditorNode, start: number): TextOperation[] {
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
      operations.push(...pieceOperations(piece.node, other.node, start + from, to - from));
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
      ...fieldOperations(null, { kind: "embed", node: now, marks: now.marks, size: 1 }),
    ];
  }
  const changes = formatChanges(formatsOf(old.marks), formats);
  const operations: TextOperation[] = [];
  if (Object.keys(changes).length > 0) operations.push({ act: "format", at, length, formats: changes });
  if (old.isText) return operations;
  const unit = (node: EditorNode) => ({ kind: "embed", node, marks: node.marks, size: 1 }) as const;
  return [...operations, ...fieldOperations(unit(old), unit(now))];
}
