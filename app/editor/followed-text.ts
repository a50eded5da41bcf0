/**
 * The stretches of the text and the clauses of the editor side by side, while a change of the text is followed step by
 * step. Lengths are all it keeps; where a stretch begins is found by adding up, so nothing has to be shifted.
 */
import type { Node as EditorNode } from "prosemirror-model";
import type { Layout } from "../../protocol/clause-layout.ts";
import { segmentsOfClauses } from "./text-index.ts";

export type Stretch = { nid: string | null; size: number; places: number[] };

/** A gap in the text: the stretch it stands in, and how many units of its content are in front of it. */
export type Gap = { stretch: Stretch; offset: number };

export class FollowedText {
  /** In the order of the text; the first stands in front of all clauses. */
  readonly stretches: Stretch[];
  /** The stretch of each clause that the editor shows. */
  readonly shown: Stretch[];

  constructor(layout: Layout, doc: EditorNode) {
    const copies = new Map(
      layout.segments.map((segment) => [
        segment,
        { nid: segment.nid, size: segment.size, places: segment.places.map(({ offset }) => offset) },
      ]),
    );
    this.stretches = [...copies.values()];
    this.shown = segmentsOfClauses(layout, doc).map((segment) => copies.get(segment)!);
  }

  get front(): Stretch {
    return this.stretches[0]!;
  }

  /** The gap at an index of the text, in the stretch of the unit on its left. */
  gapAt(index: number): Gap {
    let rest = index;
    for (const stretch of this.stretches) {
      const opening = stretch.nid === null ? 0 : 1;
      if (rest <= stretch.size + opening) return { stretch, offset: rest - opening };
      rest -= stretch.size + opening;
    }
    throw new Error(`The text holds no unit ${index}.`);
  }

  /** The unit behind an index: one of the content of a stretch, or the embed with which a clause begins (offset -1). */
  unitAt(index: number): Gap {
    const { stretch, offset } = this.gapAt(index);
    if (offset < stretch.size) return { stretch, offset };
    const next = this.stretches[this.stretches.indexOf(stretch) + 1];
    if (next === undefined) throw new Error(`The text holds no unit behind ${index}.`);
    return { stretch: next, offset: -1 };
  }

  before(stretch: Stretch): Stretch {
    return this.stretches[this.stretches.indexOf(stretch) - 1]!;
  }

  addBehind(stretch: Stretch, added: Stretch): void {
    this.stretches.splice(this.stretches.indexOf(stretch) + 1, 0, added);
  }

  drop(stretch: Stretch): void {
    this.stretches.splice(this.stretches.indexOf(stretch), 1);
  }
}

/** How many seen units stand in front of an offset in a stretch. */
export function seenAt({ places }: Stretch, offset: number): number {
  return offset - places.filter((place) => place < offset).length;
}

export function seenLength({ size, places }: Stretch): number {
  return size - places.length;
}

export function grow(stretch: Stretch, offset: number, length: number): void {
  stretch.size += length;
  stretch.places = stretch.places.map((place) => (place >= offset ? place + length : place));
}

export function shrink(stretch: Stretch, offset: number, length: number): void {
  stretch.size -= length;
  stretch.places = stretch.places
    .filter((place) => place < offset || place >= offset + length)
    .map((place) => (place >= offset ? place - length : place));
}

/** Cuts a stretch in two; what is behind the offset is the new one's. */
export function cut(stretch: Stretch, offset: number, nid: string): Stretch {
  const tail: Stretch = {
    nid,
    size: stretch.size - offset,
    places: stretch.places.filter((place) => place >= offset).map((place) => place - offset),
  };
  stretch.size = offset;
  stretch.places = stretch.places.filter((place) => place < offset);
  return tail;
}

/** Puts the content of one stretch behind that of another. */
export function append(stretch: Stretch, tail: Stretch): void {
  stretch.places.push(...tail.places.map((place) => place + stretch.size));
  stretch.size += tail.size;
}
