/**
 * Steps of the editor → operations on the live text. Each step is translated through the ranges of its own map; whole
 * documents are never compared, because a comparison guesses, and a wrong guess revives what a colleague deleted.
 */
import type { Node as EditorNode } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { Step } from "prosemirror-transform";
import { keyOf } from "../../protocol/definition-shape.ts";
import { commonFormats, embedOf, type Formats, formatsOf } from "./inline-units.ts";
import { isSameUnit, sizeOf, splitsCharacter, type Unit, unitsBetween } from "./local-units.ts";
import { markOperations } from "./mark-operations.ts";
import { type ClauseAttributes, clauseAttributes } from "./schema.ts";
import { textIndexAt } from "./text-index.ts";
import type { TextOperation } from "./text-operation.ts";

/** The operations that say in the text what a transaction did in the editor. */
export function operationsOf(transaction: Transaction): TextOperation[] {
  return transaction.steps.flatMap((step, index) => {
    const before = transaction.docs[index]!;
    return operationsOfStep(step, before, transaction.docs[index + 1] ?? transaction.doc);
  });
}

type Range = { from: number; to: number; newFrom: number; newTo: number };

function operationsOfStep(step: Step, before: EditorNode, after: EditorNode): TextOperation[] {
  const ranges: Range[] = [];
  step.getMap().forEach((from, to, newFrom, newTo) => {
    ranges.push(wholeCharacters({ from, to, newFrom, newTo }, before, after));
  });
  if (ranges.length === 0) return markOperations(before, after);
  // From the last range to the first, so that the indices of the ranges in front still hold.
  return ranges.reverse().flatMap((range) => operationsOfRange(range, before, after));
}

/** Widens a range that cuts a surrogate pair: half a character written into the text becomes a broken one. */
function wholeCharacters(range: Range, before: EditorNode, after: EditorNode): Range {
  const wide = { ...range };
  if (splitsCharacter(before, wide.from) || splitsCharacter(after, wide.newFrom)) {
    wide.from -= 1;
    wide.newFrom -= 1;
  }
  if (splitsCharacter(before, wide.to) || splitsCharacter(after, wide.newTo)) {
    wide.to += 1;
    wide.newTo += 1;
  }
  return wide;
}

function operationsOfRange(range: Range, before: EditorNode, after: EditorNode): TextOperation[] {
  const operations: TextOperation[] = [];
  const fields: TextOperation[] = [];
  let at = textIndexAt(before, range.from);
  for (const part of alignedParts(
    unitsBetween(before, range.from, range.to),
    unitsBetween(after, range.newFrom, range.newTo),
  )) {
    if (part.kept !== null) {
      at += part.kept.after.size;
      fields.push(...fieldOperations(part.kept.before, part.kept.after));
      continue;
    }
    const length = sizeOf(part.removed);
    if (length > 0) operations.push({ act: "delete", at, length });
    for (const run of runsOf(part.inserted)) {
      operations.push(insertOperation(run, at, after));
      fields.push(...fieldOperations(null, run[0]!));
      at += sizeOf(run);
    }
  }
  return [...operations, ...fields];
}

type Part = { kept: { before: Unit; after: Unit } } | { kept: null; removed: Unit[]; inserted: Unit[] };

/**
 * Pairs the units of both states: what both begin and end with is kept, and so is each clause embed that stands on both
 * sides in the same order. An embed that is taken out and put in again would undo a colleague's join.
 */
function alignedParts(before: Unit[], after: Unit[]): Part[] {
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
function runsOf(units: Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1);
    const joins =
      last?.kind === "character" && unit.kind === "character" && last.marks.length === unit.marks.length
        ? last.marks.every((mark, index) => mark.eq(unit.marks[index]!))
        : false;
    if (joins) runs.at(-1)!.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function insertOperation(run: Unit[], at: number, after: EditorNode): TextOperation {
  const first = run[0]!;
  if (first.kind === "clause") {
    const formats = formatsAround(after, first.position);
    return { act: "embed", at, embed: { clause: first.node.attrs.nid }, formats };
  }
  const formats = formatsOf(first.marks);
  if (first.kind === "embed") return { act: "embed", at, embed: embedOf(first.node), formats };
  const words = run.map((unit) => (unit.kind === "character" ? unit.character : "")).join("");
  return { act: "insert", at, words: words.replace(/\p{Cs}/gu, "\ufffd"), formats };
}

/** The formats on both sides of the start of a clause: an embed without them would cut a bracket in two. */
function formatsAround(doc: EditorNode, start: number): Formats {
  const { nodeBefore, nodeAfter } = doc.resolve(start);
  const left = nodeBefore?.lastChild;
  const right = nodeAfter?.firstChild;
  return left && right ? commonFormats(formatsOf(left.marks), formatsOf(right.marks)) : {};
}

const fieldsOfClause = ["level", "kind", "marking", "caveat", "gone"] as const;

/** What the map must say anew of a clause or parameter; `before` null means that it was not there. */
export function fieldOperations(before: Unit | null, after: Unit): TextOperation[] {
  if (after.kind === "clause") {
    return attributeOperations(before === null ? null : clauseAttributes((before as typeof after).node), after.node);
  }
  if (after.kind !== "embed" || after.node.type.name !== "param" || after.node.attrs.value === null) return [];
  if (before?.kind === "embed" && JSON.stringify(before.node.attrs.value) === JSON.stringify(after.node.attrs.value)) {
    return [];
  }
  return [{ act: "set", key: keyOf(after.node.attrs.pid, "param"), value: after.node.attrs.value }];
}

/** Keys for the attributes of a clause that changed. An empty caveat and a clause that is not gone have no key. */
export function attributeOperations(before: ClauseAttributes | null, clause: EditorNode): TextOperation[] {
  const after = clauseAttributes(clause);
  const nid = after.nid;
  if (nid === null) return [];
  return fieldsOfClause.flatMap((field): TextOperation[] => {
    const isAbsent = (field === "gone" && !after.gone) || (field === "caveat" && after.caveat.length === 0);
    if (before === null && isAbsent) return [];
    if (before !== null && JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
    return [{ act: "set", key: keyOf(nid, field), value: isAbsent ? undefined : after[field] }];
  });
}
