/**
 * Moving clauses: the text stays where it is and the place at which clauses are shown changes. A move writes a place at
 * the target and names it for each clause moved. What followed a moved clause and is to stay is tied to where it stands.
 */
import type * as Y from "yjs";
import { contentStart, type Layout, type Segment } from "../../protocol/clause-layout.ts";
import { isId, keyOf } from "../../protocol/definition-shape.ts";
import { EditList } from "./edit-list.ts";
import type { TextOperation } from "./text-operation.ts";

/** Clauses `from` up to, without, `to` as the editor shows them go in front of the clause that is at `before` now. */
export type Move = { from: number; to: number; before: number };

/** The operations of a move; none where it moves nothing or would take something in front of the virtual clause. */
export function moveOperations(
  layout: Layout,
  fields: Y.Map<unknown>,
  { from, to, before }: Move,
  newId: () => string,
): TextOperation[] {
  const { shown } = layout;
  const run = shown.slice(from, to);
  if (run.length === 0 || (before >= from && before <= to)) return [];
  if (run.some(({ nid }) => nid === null) || (before === 0 && shown[0]!.nid === null)) return [];
  const edits = new EditList();
  const moving = new Set(run);
  pinFollowers(layout, fields, moving, edits);
  const target = placesOf(layout, before, moving);
  for (const part of risingParts(layout, run)) putAt(newPlace(target, newId, edits), part, edits);
  if (target.rest.length > 0) putAt(newPlace(target, newId, edits), target.rest, edits);
  return edits.operations();
}

type Target = {
  /** Index in the text where new places go, each behind the one before. */
  at: number;
  /** Clauses of the same old place that have to stand behind what is moved there. */
  rest: Segment[];
};

function placesOf(layout: Layout, before: number, moving: Set<Segment>): Target {
  const front = layout.shown[before - 1];
  if (front === undefined) return { at: 0, rest: [] };
  if (front.at === null) return { at: endOfOwnWords(front), rest: [] };
  const place = front.at;
  const together = layout.shown.filter((segment) => segment.at === place);
  const rest = together.slice(together.indexOf(front) + 1).filter((segment) => !moving.has(segment));
  return { at: indexBehindPlace(layout, place), rest };
}

/** Behind the words of a clause and in front of the first place that shows something there. */
function endOfOwnWords(segment: Segment): number {
  const other = segment.places.find(({ shownCount }) => shownCount > 0);
  if (other === undefined) return contentStart(segment) + segment.size;
  return contentStart(segment) + other.offset;
}

function indexBehindPlace({ segments }: Layout, id: string): number {
  for (const segment of segments) {
    const unit = segment.places.find((place) => place.id === id);
    if (unit !== undefined) return contentStart(segment) + unit.offset + 1;
  }
  throw new Error(`The text holds no place ${id}.`);
}

function newPlace(target: Target, newId: () => string, edits: EditList): string {
  const place = newId();
  edits.insert({ act: "embed", at: target.at, embed: { place }, formats: {} });
  return place;
}

function putAt(place: string, segments: Segment[], edits: EditList): void {
  edits.set(segments.map(({ nid }) => ({ act: "set", key: keyOf(nid!, "at"), value: place })));
}

/** A place shows its clauses in the order of the text: what is to stand in another order needs a place for each part. */
function risingParts({ segments }: Layout, run: Segment[]): Segment[][] {
  const parts: Segment[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const segment of run) {
    const rank = segments.indexOf(segment);
    if (rank < last) parts.push([segment]);
    else parts.at(-1)!.push(segment);
    last = rank;
  }
  return parts;
}

/** Clauses that are shown where a moved one is, by having been written behind it, are tied to where they stand now. */
function pinFollowers({ segments }: Layout, fields: Y.Map<unknown>, moving: Set<Segment>, edits: EditList): void {
  const moved = new Set([...moving].map(({ nid }) => nid));
  for (const { nid, at } of segments) {
    if (nid === null || moved.has(nid) || !follows(fields, nid, moved)) continue;
    if (at === null) edits.set([{ act: "set", key: keyOf(nid, "from"), value: undefined }]);
    else edits.set([{ act: "set", key: keyOf(nid, "at"), value: at }]);
  }
}

function follows(fields: Y.Map<unknown>, nid: string, moved: Set<string | null>): boolean {
  const seen = new Set<string>();
  for (let next: unknown = nid; isId(next) && !seen.has(next); next = fields.get(keyOf(next, "from"))) {
    if (moved.has(next)) return true;
    if (isId(fields.get(keyOf(next, "at")))) return false;
    seen.add(next);
  }
  return false;
}
