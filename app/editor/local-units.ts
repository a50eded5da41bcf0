/** A stretch of the editor as the units of the text, so that two states of it can be compared unit by unit. */
import { type Node as EditorNode, Mark } from "prosemirror-model";
import { embedOf } from "./inline-units.ts";

export type Unit =
  /** `position` is where the clause starts. */
  | { kind: "clause"; node: EditorNode; position: number; size: 1 }
  | { kind: "character"; character: string; marks: readonly Mark[]; size: number }
  | { kind: "embed"; node: EditorNode; marks: readonly Mark[]; size: 1 };

/** The units whose tokens lie in the range. Characters are whole: a surrogate pair is one unit of size 2. */
export function unitsBetween(doc: EditorNode, from: number, to: number): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (let index = 0; index < doc.childCount && start < to; index++) {
    const clause = doc.child(index);
    if (start + clause.nodeSize > from) {
      if (start >= from && clause.attrs.nid !== null)
        units.push({ kind: "clause", node: clause, position: start, size: 1 });
      pushInlineUnits(units, clause, from - start - 1, to - start - 1);
    }
    start += clause.nodeSize;
  }
  return units;
}

function pushInlineUnits(units: Unit[], clause: EditorNode, from: number, to: number): void {
  let offset = 0;
  for (let index = 0; index < clause.childCount && offset < to; index++) {
    const node = clause.child(index);
    if (node.isText) {
      const words = (node.text ?? "").slice(Math.max(from - offset, 0), Math.max(to - offset, 0));
      for (const character of words)
        units.push({ kind: "character", character, marks: node.marks, size: character.length });
    } else if (offset >= from) units.push({ kind: "embed", node, marks: node.marks, size: 1 });
    offset += node.nodeSize;
  }
}

/** Whether two units are the same unit of the text, whatever the map says of them. */
export function isSameUnit(one: Unit, other: Unit): boolean {
  if (one.kind === "clause") return other.kind === "clause" && one.node.attrs.nid === other.node.attrs.nid;
  if (one.kind === "character") {
    return other.kind === "character" && one.character === other.character && Mark.sameSet(one.marks, other.marks);
  }
  if (other.kind !== "embed" || !Mark.sameSet(one.marks, other.marks)) return false;
  return JSON.stringify(embedOf(one.node)) === JSON.stringify(embedOf(other.node));
}

/** The total size of units in the text. */
export function sizeOf(units: Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.size, 0);
}

/** Whether a position stands between the two halves of a surrogate pair. */
export function splitsCharacter(doc: EditorNode, position: number): boolean {
  const place = doc.resolve(position);
  if (place.textOffset === 0) return false;
  const words = place.parent.child(place.index()).text ?? "";
  const isHigh = (words.charCodeAt(place.textOffset - 1) & 0xfc00) === 0xd800;
  return isHigh && (words.charCodeAt(place.textOffset) & 0xfc00) === 0xdc00;
}
