/**
 * The gate: what becomes of one update frame, decided over what the room knows and changing nothing. It proves who
 * wrote every unit (a client id belongs to one person), keeps to the shape of a definition whatever stands in it, and lets nothing in
 * that would leave a copy waiting for units which nobody has: such a gap would make every later keystroke of a
 * colleague wait with it.
 */
import * as Y from "yjs";
import type { CloseName } from "../../protocol/close-codes.ts";
import {
  clausesRoot,
  isFieldValue,
  isFormat,
  isPlainText,
  readEmbed,
  readKey,
  textRoot,
} from "../../protocol/definition-shape.ts";
import { clientIdsPerSessionMax } from "../../protocol/limits.ts";
import { cutStruct, type DeleteRange, type Frame, readFrame, type Struct, type UnitId, writeFrame } from "./frame.ts";
import { findRun, type Known, type Place, type Placed } from "./known.ts";
import { Reach } from "./reach.ts";

export type Accepted = {
  verdict: "accepted";
  /** What is stored and passed on: the frame without what was known before. */
  bytes: Uint8Array;
  runs: Placed[];
  /** Client ids that nobody has used in this definition. */
  newClients: number[];
  /** Steps that Yjs will walk to place it. */
  steps: number;
  /**
   * The frame brings no unit and takes away only format marks. Every copy does that by itself to marks that have no
   * effect, one that only listens too.
   */
  onlyMarksGone: boolean;
};

export type Verdict =
  | Accepted
  /** All of it was known. */
  | { verdict: "nothing" }
  /** It rests on units that are not known here: ask the copy for all it has. */
  | { verdict: "gap"; why: string }
  | { verdict: "refused"; close: CloseName; why: string };

/** Whose a client id is: a person's, the server's own (null), or nobody's yet (undefined). */
export type OwnerOf = (client: number) => string | null | undefined;

type Refused = Extract<Verdict, { verdict: "refused" | "gap" }>;

const refused = (close: CloseName, why: string): Refused => ({ verdict: "refused", close, why });
const valueCharactersMax = 16_384;
const valueDepthMax = 4;

/** The size of a value in characters; infinite for one that is nested deeper than any of ours or no plain value. */
function sizeOf(value: unknown, depth = 0): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 1;
  const kind = Object.getPrototypeOf(value);
  if (depth === valueDepthMax || (kind !== Object.prototype && kind !== Array.prototype))
    return Number.POSITIVE_INFINITY;
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + sizeOf(part, depth + 1), 1);
}

const isBounded = (value: unknown) => sizeOf(value) <= valueCharactersMax;

/** Why the content may not stand at its place; null if it may. */
function faultOfContent({ content, length }: Struct, { root, key }: Place): string | null {
  if (content.kind === "deleted") return null;
  if (root === clausesRoot) {
    const known = key === null ? null : readKey(key);
    if (known === null || content.kind !== "any" || length !== 1) return `No entry of a clause: ${content.kind}.`;
    const [value] = content.values;
    return isFieldValue(known.field, value) && isBounded(value) ? null : `No value of ${known.field}.`;
  }
  if (content.kind === "string") return isPlainText(content.text) ? null : "Text with control characters.";
  if (content.kind === "embed") return readEmbed(content.value) === null ? "An unknown embed." : null;
  if (content.kind === "any") return "A value between the characters.";
  return isFormat(content.key, content.value) && isBounded(content.value) ? null : "An unknown format.";
}

/** The new part of each client's structures; those known already are ignored, whatever they say. */
function newStructs(known: Known, { byClient }: Frame): Map<number, Struct[]> | Refused {
  const fresh = new Map<number, Struct[]>();
  for (const [client, structs] of byClient) {
    const state = known.stateOf(client);
    const kept: Struct[] = [];
    for (const struct of structs) {
      if (struct.clock + struct.length <= state) continue;
      if (struct.clock > state && kept.length === 0) {
        return { verdict: "gap", why: `Client ${client} goes on at ${struct.clock}, known to ${state}.` };
      }
      const rest = struct.clock < state ? cutStruct(struct, state - struct.clock) : struct;
      if (rest === null) return refused("notInSchema", "Half a character.");
      kept.push(rest);
    }
    if (kept.length > 0) fresh.set(client, kept);
  }
  return fresh;
}

/** Places the new structures in the order in which they rest on each other, and checks each at its place. */
class Placing {
  readonly runs: Placed[] = [];
  readonly reach: Reach;
  readonly #known: Known;
  readonly #byClient = new Map<number, Placed[]>();

  constructor(known: Known) {
    this.#known = known;
    this.reach = new Reach(known);
  }

  stateOf(client: number): number {
    const last = this.#byClient.get(client)?.at(-1);
    return last === undefined ? this.#known.stateOf(client) : last.clock + last.length;
  }

  isKnown(id: UnitId | null): boolean {
    return id === null || id.clock < this.stateOf(id.client);
  }

  #placeOf(id: UnitId): Place | null {
    return findRun(this.#byClient.get(id.client) ?? [], id.clock) ?? this.#known.placeOf(id);
  }

  #placeOfStruct({ origin, rightOrigin, root, key }: Struct): Place | null {
    if (origin === null && rightOrigin === null) {
      if (root === textRoot) return key === null ? { root, key } : null;
      return root === clausesRoot && key !== null ? { root, key } : null;
    }
    const left = origin === null ? null : this.#placeOf(origin);
    const right = rightOrigin === null ? null : this.#placeOf(rightOrigin);
    if ((origin !== null && left === null) || (rightOrigin !== null && right === null)) return null;
    if (left !== null && right !== null && (left.root !== right.root || left.key !== right.key)) return null;
    return left ?? right;
  }

  place(struct: Struct): Refused | null {
    const place = this.#placeOfStruct(struct);
    if (place === null) return refused("notInSchema", "A structure outside the two roots.");
    const fault = faultOfContent(struct, place);
    if (fault !== null) return refused("notInSchema", fault);
    const { client, clock, length } = struct;
    const run: Placed = { client, clock, length, root: place.root, key: place.key };
    if (!this.reach.add(struct, run)) return refused("tooLarge", "More to place than one frame may bring.");
    this.runs.push(run);
    const own = this.#byClient.get(client);
    if (own === undefined) this.#byClient.set(client, [run]);
    else own.push(run);
    return null;
  }
}

function placeAll(known: Known, fresh: Map<number, Struct[]>): Placing | Refused {
  const placing = new Placing(known);
  const waiting = [...fresh.values()].map((structs) => ({ structs, next: 0 }));
  for (let moved = true; moved; ) {
    moved = false;
    for (const line of waiting) {
      for (; line.next < line.structs.length; line.next += 1) {
        const struct = line.structs[line.next]!;
        if (!placing.isKnown(struct.origin) || !placing.isKnown(struct.rightOrigin)) break;
        const fault = placing.place(struct);
        if (fault !== null) return fault;
        moved = true;
      }
    }
  }
  const stuck = waiting.find((line) => line.next < line.structs.length);
  return stuck === undefined ? placing : { verdict: "gap", why: "A structure rests on units that are not known." };
}

/** The delete ranges that take something away, and whether that is nothing but format marks. */
function newDeletes(known: Known, placing: Placing, deletes: DeleteRange[]) {
  const kept: DeleteRange[] = [];
  let onlyMarks = true;
  for (const range of deletes) {
    const end = range.clock + range.length;
    if (end > placing.stateOf(range.client)) return null;
    const structs = known.doc.store.clients.get(range.client) ?? [];
    const inDoc = Y.getState(known.doc.store, range.client);
    let takes = end > inDoc;
    if (takes) onlyMarks = false;
    for (
      let i = range.clock < inDoc ? Y.findIndexSS(structs, range.clock) : structs.length;
      i < structs.length;
      i += 1
    ) {
      const struct = structs[i]!;
      if (struct.id.clock >= end) break;
      if (struct.deleted) continue;
      takes = true;
      if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) onlyMarks = false;
    }
    if (takes) kept.push(range);
  }
  return { kept, onlyMarks };
}

/** Foreign units are refused before anything else is said of them. */
function faultOfAuthor(fresh: Map<number, Struct[]>, ownerOf: OwnerOf, personId: string): Refused | null {
  for (const client of fresh.keys()) {
    const owner = ownerOf(client);
    if (owner !== undefined && owner !== personId) return refused("mayNot", `Client ${client} is somebody else's.`);
  }
  return null;
}

/**
 * Judges one update frame of a person.
 * @param known what the room knows; not changed
 * @returns accepted with the bytes to store, nothing, a gap, or a refusal with the name of its close code
 */
export function judgeFrame(known: Known, bytes: Uint8Array, ownerOf: OwnerOf, personId: string): Verdict {
  const frame = readFrame(bytes);
  if ("unreadable" in frame) return refused(frame.unreadable === "large" ? "tooLarge" : "notInSchema", frame.why);
  const fresh = newStructs(known, frame);
  if (!(fresh instanceof Map)) return fresh;
  if (fresh.size > clientIdsPerSessionMax) return refused("tooLarge", `${fresh.size} client ids in one frame.`);
  const foreign = faultOfAuthor(fresh, ownerOf, personId);
  if (foreign !== null) return foreign;
  const placing = placeAll(known, fresh);
  if (!(placing instanceof Placing)) return placing;
  const deletes = newDeletes(known, placing, frame.deletes);
  if (deletes === null) return { verdict: "gap", why: "It deletes units that are not known." };
  if (fresh.size === 0 && deletes.kept.length === 0) return { verdict: "nothing" };
  const whole = placing.runs.length === frame.structCount && deletes.kept.length === frame.deletes.length;
  return {
    verdict: "accepted",
    bytes: whole && isUncut(fresh) ? bytes : writeFrame(bytes, fresh, deletes.kept),
    runs: placing.runs,
    newClients: [...fresh.keys()].filter((client) => ownerOf(client) === undefined),
    steps: placing.reach.steps,
    onlyMarksGone: fresh.size === 0 && deletes.onlyMarks,
  };
}

/** A frame can lose the beginning of a structure without losing the structure. */
function isUncut(fresh: Map<number, Struct[]>): boolean {
  for (const structs of fresh.values()) if (structs.some((struct) => struct.from < 0)) return false;
  return true;
}
