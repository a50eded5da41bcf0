/**
 * Where each clause stands: in the text, and on the screen. Text is never moved: a clause that was moved keeps its words
 * where they are, and the key `<nid>:at` names the place at which it is shown. A place is an embed of the text that
 * nobody sees. Who split or wrote a clause behind another (`<nid>:from`) left it to follow that one.
 *
 * - A clause with a key `at` is shown at that place; where the place is lost, at home, in the order of the text.
 * - A clause without `at` is shown where the clause of its key `from` is, and else at home.
 * - A place shows its clauses in the order of the text.
 *
 * No clause is the parent of another, so there are no circles, and two moves of one clause end with one of the two.
 */
import * as Y from "yjs";
import { definitionRoots, isId, keyOf, readEmbed } from "./definition-shape.ts";

/** An unseen unit of the text. `offset` counts the units of its segment's content in front of it. */
export type PlaceUnit = { id: string; offset: number; shownCount: number };

/** The stretch of the text from one clause's embed to the next; the first stands in front of all embeds and has no nid. */
export type Segment = {
  nid: string | null;
  /** Index of the clause's embed; 0 for the segment in front. */
  start: number;
  /** Units of the content, places included and the clause's embed not. */
  size: number;
  places: PlaceUnit[];
  /** The place at which the clause is shown; null at home. */
  at: string | null;
};

export type Layout = {
  /** In the order of the text; never empty. */
  segments: Segment[];
  /** In the order of the screen. The segment in front is shown where it holds words or nothing else stands. */
  shown: Segment[];
  /** The length of the text in units. */
  length: number;
};

export function contentStart({ nid, start }: Segment): number {
  return nid === null ? start : start + 1;
}

/** The units of the content that are seen. */
export function seenSize({ size, places }: Segment): number {
  return size - places.length;
}

/** How many of the places stand in front of a seen offset; at the offset itself they stand behind. */
function placesBefore({ places }: Segment, seen: number, including: boolean): number {
  let count = 0;
  for (const { offset } of places) {
    const standsAt = offset - count;
    if (standsAt > seen || (standsAt === seen && !including)) break;
    count += 1;
  }
  return count;
}

/** The index in the text of the gap in front of the seen unit `seen`, left of places that stand in the same gap. */
export function indexOfGap(segment: Segment, seen: number): number {
  return contentStart(segment) + seen + placesBefore(segment, seen, false);
}

/** The index in the text of the seen unit `seen`. */
export function indexOfUnit(segment: Segment, seen: number): number {
  return contentStart(segment) + seen + placesBefore(segment, seen, true);
}

/** How many seen units stand in front of `offset` units of the content. */
export function seenBefore({ places }: Segment, offset: number): number {
  let hidden = 0;
  while (hidden < places.length && places[hidden]!.offset < offset) hidden += 1;
  return offset - hidden;
}

/** The segment in which the gap at `index` stands: that of the unit on its left. */
export function segmentAt(segments: readonly Segment[], index: number): Segment {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (contentStart(segments[middle]!) <= index) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

function segmentsOf(text: Y.Text): { segments: Segment[]; length: number } {
  let current: Segment = { nid: null, start: 0, size: 0, places: [], at: null };
  const segments = [current];
  let length = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const embed = item.content instanceof Y.ContentEmbed ? readEmbed(item.content.embed) : null;
    if (embed !== null && "clause" in embed) {
      current = { nid: embed.clause, start: length, size: 0, places: [], at: null };
      segments.push(current);
    } else {
      if (embed !== null && "place" in embed)
        current.places.push({ id: embed.place, offset: current.size, shownCount: 0 });
      current.size += item.length;
    }
    length += item.length;
  }
  return { segments, length };
}

/** The key `at` of a clause, or of the clause that it follows; null at home. */
function placeOf(
  fields: Y.Map<unknown>,
  nid: string,
  standing: ReadonlySet<string>,
  known: Map<string, string | null>,
) {
  const followed: string[] = [];
  let found: string | null = null;
  for (let next: unknown = nid; isId(next) && !followed.includes(next); ) {
    const settled = known.get(next);
    if (settled !== undefined) {
      found = settled;
      break;
    }
    followed.push(next);
    const at = fields.get(keyOf(next, "at"));
    if (isId(at)) {
      found = standing.has(at) ? at : null;
      break;
    }
    next = fields.get(keyOf(next, "from"));
  }
  for (const one of followed) known.set(one, found);
  return found;
}

function inOrderOfScreen(segments: Segment[], fields: Y.Map<unknown>): Segment[] {
  const places = new Map<string, { unit: PlaceUnit; segments: Segment[] }>();
  for (const segment of segments) {
    // A place that stands twice shows its clauses where it stands first.
    for (const unit of segment.places) if (!places.has(unit.id)) places.set(unit.id, { unit, segments: [] });
  }
  const standing = new Set(places.keys());
  const known = new Map<string, string | null>();
  for (const segment of segments) {
    if (segment.nid === null) continue;
    segment.at = placeOf(fields, segment.nid, standing, known);
    if (segment.at !== null) places.get(segment.at)!.segments.push(segment);
  }
  const shown: Segment[] = [];
  for (const segment of segments) {
    if (segment.at === null) shown.push(segment);
    for (const unit of segment.places) {
      const place = places.get(unit.id)!;
      if (place.unit !== unit) continue;
      unit.shownCount = place.segments.length;
      shown.push(...place.segments);
    }
  }
  const isFrontSeen = seenSize(segments[0]!) > 0 || segments.length === 1;
  return isFrontSeen ? shown : shown.filter((segment) => segment.nid !== null);
}

/** Reads the layout from the live text: a walk over its items, a millisecond or less for a long definition. */
export function layoutOf(doc: Y.Doc): Layout {
  const { text, clauses: fields } = definitionRoots(doc);
  const { segments, length } = segmentsOf(text);
  return { segments, shown: inOrderOfScreen(segments, fields), length };
}
