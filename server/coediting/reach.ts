/**
 * How much work Yjs will have with a frame. To place a unit between its two origins it walks over everything that
 * stands there by now, and an update of 30 bytes that names the first and the last unit of a long text makes it walk
 * the whole text. An honest copy names neighbours: between them stands only what others wrote in the meantime. So the
 * walk is counted before it is made, over the text as it is and over what the same frame brings.
 */
import type * as Y from "yjs";
import type { Struct, UnitId } from "./frame.ts";
import { findRun, itemAt, type Known, type Placed } from "./known.ts";

/** Steps for one frame: about 10 ms of Yjs' time. */
export const reachStepsMax = 40_000;

/** The unit of the text behind which a run of the frame stands; a root or key where it stands at the beginning. */
type Gap = Y.Item | string;

const name = (id: UnitId | null): string => (id === null ? "" : `${id.client}:${id.clock}`);

export class Reach {
  readonly #known: Known;
  /** For each unit of the frame or text, what the frame itself has put behind it. */
  readonly #next = new Map<string, string>();
  readonly #gaps = new Map<number, { clock: number; length: number; gap: Gap; right: UnitId | null }[]>();
  readonly #perGap = new Map<Gap, number>();
  #steps = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  get steps(): number {
    return this.#steps;
  }

  /** Counts one structure; false once the frame has used up its steps. */
  add(struct: Struct, placed: Placed): boolean {
    const { origin, rightOrigin } = struct;
    const left = origin === null ? null : this.#inFrame(origin);
    const leftName = origin === null ? `${placed.root}/${placed.key ?? ""}` : name(origin);
    const next = this.#next.get(leftName);
    const neighbours = next === undefined || next === name(rightOrigin);
    const right = rightOrigin === null ? null : (this.#inFrame(rightOrigin)?.right ?? rightOrigin);
    const leftItem = origin === null ? null : itemAt(this.#known.doc, origin);
    const gap: Gap = left?.gap ?? leftItem ?? leftName;
    this.#steps += 1;
    if (!neighbours) this.#steps += this.#perGap.get(gap) ?? 0;
    if (left === null) {
      // Behind a unit that waits for its commit stands at most what waits with it.
      if (origin !== null && leftItem === null) this.#steps += this.#known.stagedCount;
      else this.#walk(leftItem, placed, right);
    }
    this.#put(struct, leftName, gap, right);
    return this.#steps <= reachStepsMax;
  }

  #inFrame(id: UnitId) {
    return findRun(this.#gaps.get(id.client) ?? [], id.clock);
  }

  #put(struct: Struct, leftName: string, gap: Gap, right: UnitId | null): void {
    const runs = this.#gaps.get(struct.client) ?? [];
    runs.push({ clock: struct.clock, length: struct.length, gap, right });
    this.#gaps.set(struct.client, runs);
    this.#perGap.set(gap, (this.#perGap.get(gap) ?? 0) + 1);
    this.#next.set(leftName, name(struct));
    this.#next.set(name({ client: struct.client, clock: struct.clock + struct.length - 1 }), name(struct.rightOrigin));
  }

  /** Walks over the text from behind `left` to `right`, as far as there are steps. */
  #walk(left: Y.Item | null, placed: Placed, right: UnitId | null): void {
    const { doc } = this.#known;
    const end = right === null ? null : itemAt(doc, right);
    // Both in one item: it was written in one go, and nothing stands in between.
    if (left !== null && left === end) return;
    let item = left === null ? this.#first(placed) : left.right;
    while (item !== null && item !== end && this.#steps <= reachStepsMax) {
      this.#steps += 1 + (this.#perGap.get(item) ?? 0);
      item = item.right;
    }
  }

  #first({ root, key }: Placed): Y.Item | null {
    const parent = this.#known.doc.share.get(root);
    if (parent === undefined) return null;
    if (key === null) return parent._start;
    let item = parent._map.get(key) ?? null;
    while (item !== null && item.left !== null && this.#steps <= reachStepsMax) {
      this.#steps += 1;
      item = item.left;
    }
    return item;
  }
}
