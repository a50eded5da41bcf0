/** The words of a clause as one string, with the way back from a place in the words to a position in the clause. */
import type { Node as EditorNode } from "prosemirror-model";
import type { WordPiece } from "../../domain/definition/parameters/offered-parameters.ts";
import { leafWords } from "./outline.ts";

/** `offset` is the position of the piece behind the opening token of the clause. */
export type ClausePiece = WordPiece & { from: number; to: number; offset: number; node: EditorNode };

export function piecesOfClause(clause: EditorNode): ClausePiece[] {
  const pieces: ClausePiece[] = [];
  let from = 0;
  clause.forEach((node, offset) => {
    const words = node.isText ? (node.text ?? "") : leafWords(node);
    const kind = node.isText ? "text" : node.type.name === "param" ? "param" : "other";
    pieces.push({ words, kind, from, to: from + words.length, offset, node });
    from += words.length;
  });
  return pieces;
}

/** The position within the clause of the character at `place`, which stands in plain words; null where none does. */
export function offsetOfStart(pieces: ClausePiece[], place: number): number | null {
  const piece = pieces.find(({ kind, from, to }) => kind === "text" && from <= place && place < to);
  return piece === undefined ? null : piece.offset + place - piece.from;
}

/** The position within the clause just behind the character before `place`. */
export function offsetOfEnd(pieces: ClausePiece[], place: number): number | null {
  const piece = pieces.find(({ kind, from, to }) => kind === "text" && from < place && place <= to);
  return piece === undefined ? null : piece.offset + place - piece.from;
}
