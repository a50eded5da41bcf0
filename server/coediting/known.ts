/**
 * What a room knows: the units of its text, and those of frames that were accepted and wait for their commit. The gate
 * asks here which units exist and where they stand. The text itself is changed only after the commit.
 */
import * as Y from "yjs";
import { clausesRoot, textRoot } from "../../protocol/definition-shape.ts";
import type { UnitId } from "./frame.ts";

/** Where a unit stands: in which root, and under which key of it. */
export type Place = { root: typeof textRoot | typeof clausesRoot; key: string | null };

/** A run of units of one client that a frame brings. */
export type Placed = Place & { client: number; clock: number; length: number };

/** Runs of one client lie in order of clock without holes between them. */
export function findRun<Run extends { clock: number; length: number }>(runs: Run[], clock: number): Run | null {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (clock < run.clock) high = middle - 1;
    else if (clock >= run.clock + run.length) low = middle + 1;
    else return run;
  }
  return null;
}

/**
 * The copy of a text that a room holds. The roots stay untyped: the server never draws the text, and an untyped root
 * does not go looking for spare format marks, which costs up to 17 ms for one bracket in a long text.
 */
export function createText(): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.get(textRoot);
  doc.get(clausesRoot);
  return doc;
}

/** Units that a run of structures already stands for in the doc; only for clocks below the client's state. */
export function itemAt(doc: Y.Doc, id: UnitId): Y.Item | null {
  const structs = doc.store.clients.get(id.client);
  if (structs === undefined || id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct = structs[Y.findIndexSS(structs, id.clock)];
  return struct instanceof Y.Item ? struct : null;
}

export class Known {
  readonly doc: Y.Doc;
  readonly #staged = new Map<number, Placed[]>();
  #stagedCount = 0;

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  get stagedCount(): number {
    return this.#stagedCount;
  }

  /** The first clock of a client that is not known yet. */
  stateOf(client: number): number {
    const last = this.#staged.get(client)?.at(-1);
    return last === undefined ? Y.getState(this.doc.store, client) : last.clock + last.length;
  }

  /** Where a known unit stands; null for a unit that is unknown, or that stands in no root of ours. */
  placeOf(id: UnitId): Place | null {
    const item = itemAt(this.doc, id);
    if (item === null) return findRun(this.#staged.get(id.client) ?? [], id.clock);
    if (item.parent === this.doc.share.get(textRoot)) return { root: textRoot, key: null };
    return item.parent === this.doc.share.get(clausesRoot) ? { root: clausesRoot, key: item.parentSub } : null;
  }

  /** Counts the units of an accepted frame as known from now on. */
  stage(runs: Placed[]): void {
    this.#stagedCount += runs.length;
    for (const run of runs) {
      const own = this.#staged.get(run.client);
      if (own === undefined) this.#staged.set(run.client, [run]);
      else own.push(run);
    }
  }

  /** After the commit the units are in the doc; after a failed one they are nowhere. */
  clear(): void {
    this.#staged.clear();
    this.#stagedCount = 0;
  }
}
