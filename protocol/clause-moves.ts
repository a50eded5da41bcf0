/**
 * Moving clauses: the text stays where it is and the place at which clauses are shown changes. A move writes a place at
 * the target and names it for each clause moved. What followed a moved clause and is to stay is tied to where it stands.
 */
import type * as Y from "yjs";
import { contentStart, type Layout, type Segment } from "./clause-layout.ts";
import { definitionRoots, isId, keyOf } from "./definition-shape.ts";

/** Clauses `from` up to, without, `to` as they are shown go in front of the clause that is at `before` now. */
export type Move = { from: number; to: number; before: number };

export type MoveEdits = {
  /** New places, one behind the other, from this index of the text on. */
  at: number;
  places: string[];
  /** Keys of the map; undefined takes one away. */
  keys: { key: string; value: string | undefined }[];
};

/** What a move writes; null where it moves nothing or would take something in front of words that no clause holds. */
export function editsOfMove(
  layout: Layout,
  fields: Y.Map<unknown>,
  { from, to, before }: Move,
  newId: () => string,
): MoveEdits | null {
  const { shown } = layout;
  const run = shown.slice(from, to);
  if (run.length === 0 || (before >= from && before <= to)) return null;
  if (run.some(({ nid }) => nid === null) || (before === 0 && shown[0]!.nid === null)) return null;
  const moving = new Set(run);
  const { at, rest } = targetOf(layout, before, moving);
  const edits: MoveEdits = { at, places: [], keys: pinsOfFollowers(layout, fields, moving) };
  for (const part of rest.length > 0 ? [...risingParts(layout, run), rest] : risingParts(layout, run)) {
    const place = newId();
    edits.places.push(place);
    edits.keys.push(...part.map(({ nid }) => ({ key: keyOf(nid!, "at"), value: place })));
  }
  return edits;
}

type Target = {
  at: number;
  /** Clauses of the same old place that have to stand behind what is moved there. */
  rest: Segment[];
};

function targetOf(layout: Layout, before: number, moving: Set<Segment>): Target {
  const front = layout.shown[before - 1];
  if (front === undefined) return { at: 0, rest: [] };
  if (front.at === null) return { at: endOfOwnWords(front), rest: [] };
  const together = layout.shown.filter((segment) => segment.at === front.at);
  const rest = together.slice(together.indexOf(front) + 1).filter((segment) => !moving.has(segment));
  return { at: indexBehindPlace(layout, front.at), rest };
}

/** Behind the words of a clause and in front of the first place that shows something there. */
function endOfOwnWords(segment: Segment): number {
  const other = segment.places.find(({ shownCount }) => shownCount > 0);
  return contentStart(segment) + (other === undefined ? segment.size : other.offset);
}

function indexBehindPlace({ segments }: Layout, id: string): number {
  for (const segment of segments) {
    const unit = segment.places.find((place) => place.id === id);
    if (unit !== undefined) return contentStart(segment) + unit.offset + 1;
  }
  throw new Error(`The text holds no place ${id}.`);
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
function pinsOfFollowers({ segments }: Layout, fields: Y.Map<unknown>, moving: Set<Segment>): MoveEdits["keys"] {
  const moved = new Set([...moving].map(({ nid }) => nid));
  return segments.flatMap(({ nid, at }): MoveEdits["keys"] => {
    if (nid === null || moved.has(nid) || !follows(fields, nid, moved)) return [];
    return at === null ? [{ key: keyOf(nid, "from"), value: undefined }] : [{ key: keyOf(nid, "at"), value: at }];
  });
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

/** Writes a move, inside a transaction of the caller. */
export function applyMove(doc: Y.Doc, { at, places, keys }: MoveEdits): void {
  const { text, clauses: fields } = definitionRoots(doc);
  for (const [count, place] of places.entries()) text.insertEmbed(at + count, { place }, {});
  for (const { key, value } of keys) {
    if (value === undefined) fields.delete(key);
    else fields.set(key, value);
  }
}
