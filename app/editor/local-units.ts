/** A stretch of the editor as the units of the text, so that two states of it can be compared unit by unit. */
import { type Node as EditorNode, Mark } from "prosemirror-model";
import { embedOf } from "./inline-units.ts";

export type Unit =
  /** `child` is which clause of the editor it is; `offset` where in its content the unit stands. */
  | { kind: "clause"; node: EditorNode; child: number; size: 1 }
  | { kind: "character"; character: string; marks: readonly Mark[]; child: number; offset: number; size: number }
  | { kind: "embed"; node: EditorNode; marks: readonly Mark[]; child: number; offset: number; size: 1 };

/** The units whose tokens lie in the range. Characters are whole: a surrogate pair is one unit of size 2. */
export function unitsBetween(doc: EditorNode, from: number, to: number): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (let child = 0; child < doc.childCount && start < to; child++) {
    const clause = doc.child(child);
    if (start + clause.nodeSize > from) {
      if (start >= from && clause.attrs.nid !== null) units.push({ kind: "clause", node: clause, child, size: 1 });
      pushInlineUnits(units, clause, child, from - start - 1, to - start - 1);
    }
    start += clause.nodeSize;
  }
  return units;
}

function pushInlineUnits(units: Unit[], clause: EditorNode, child: number, from: number, to: number): void {
  let offset = 0;
  for (let index = 0; index < clause.childCount && offset < to; index++) {
    const node = clause.child(index);
    if (node.isText) {
      let at = Math.max(from, offset);
      const words = (node.text ?? "").slice(at - offset, Math.max(to - offset, 0));
      for (const character of words) {
        units.push({ kind: "character", character, marks: node.marks, child, offset: at, size: character.length });
        at += character.length;
      }
    } else if (offset >= from) units.push({ kind: "embed", node, marks: node.marks, child, offset, size: 1 });
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

export type Part = { kept: { before: Unit; after: Unit } } | { kept: null; removed: Unit[]; inserted: Unit[] };

/**
 * Pairs the units of both states: what both begin and end with is kept, and so is each clause embed that stands on both
 * sides in the same order. An embed that is taken out and put in again would undo a colleague's join.
 */
export function alignedParts(before: Unit[], after: Unit[]): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < before.length && start < after.length && isSameUnit(before[start]!, after[start]!)) {
    parts.push({ kept: { before: before[start]!, after: after[start]! } });
    start += 1;
  }
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && isSameUnit(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail += 1;
  const oldMiddle = before.slice(start, before.length - tail);
  const newMiddle = after.slice(start, after.length - tail);
  const anchor = firstSharedClause(oldMiddle, newMiddle);
  if (anchor === null) {
    if (oldMiddle.length + newMiddle.length > 0) parts.push({ kept: null, removed: oldMiddle, inserted: newMiddle });
  } else {
    parts.push(...alignedParts(oldMiddle.slice(0, anchor.old), newMiddle.slice(0, anchor.new)));
    parts.push(...alignedParts(oldMiddle.slice(anchor.old), newMiddle.slice(anchor.new)));
  }
  for (let index = tail; index > 0; index--) {
    parts.push({ kept: { before: before[before.length - index]!, after: after[after.length - index]! } });
  }
  return parts;
}

function firstSharedClause(before: Unit[], after: Unit[]): { old: number; new: number } | null {
  const places = new Map<string, number>();
  before.forEach((unit, index) => {
    if (unit.kind === "clause") places.set(unit.node.attrs.nid, index);
  });
  for (let index = 0; index < after.length; index++) {
    const unit = after[index]!;
    const old = unit.kind === "clause" ? places.get(unit.node.attrs.nid) : undefined;
    if (old !== undefined) return { old, new: index };
  }
  return null;
}

/** Cuts units into runs that one operation inserts: characters of the same marks together, all others alone. */
export function runsOf(units: Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1);
    const joins = last?.kind === "character" && unit.kind === "character" && Mark.sameSet(last.marks, unit.marks);
    if (joins) runs.at(-1)!.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

/** Whether a position stands between the two halves of a surrogate pair. */
export function splitsCharacter(doc: EditorNode, position: number): boolean {
  const place = doc.resolve(position);
  if (place.textOffset === 0) return false;
  const words = place.parent.child(place.index()).text ?? "";
  const isHigh = (words.charCodeAt(place.textOffset - 1) & 0xfc00) === 0xd800;
  return isHigh && (words.charCodeAt(place.textOffset) & 0xfc00) === 0xdc00;
}
