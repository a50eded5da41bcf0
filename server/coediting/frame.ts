/**
 * One update as it comes over the wire, read without making anything of it. Yjs' own reader builds subdocuments,
 * nested types and skips before anybody can say no; this one stops at the first structure that a definition cannot
 * hold, so the cost of a hostile frame is bounded by the bytes read so far. Version 1 of the encoding only.
 *
 * An update is: number of clients; for each client the number of structures, the client id, the first clock and the
 * structures; then the delete ranges by client.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { structUnitsMax } from "../../protocol/limits.ts";

/** Structures and delete ranges in one frame. Typing makes one; a day offline makes a few thousand. */
export const frameStructsMax = 10_000;
export const frameRangesMax = 60_000;
/** Client ids whose structures stand in one frame: those of one page, before and after Yjs gave it a new one. */
export const frameClientsMax = 2_000;

export type UnitId = { client: number; clock: number };

export type Content =
  | { kind: "deleted" }
  | { kind: "string"; text: string }
  | { kind: "embed"; value: unknown }
  | { kind: "format"; key: string; value: unknown }
  | { kind: "any"; values: unknown[] };

export type Struct = {
  client: number;
  clock: number;
  /** Units of the text that it takes; a character outside the first plane takes two. */
  length: number;
  origin: UnitId | null;
  rightOrigin: UnitId | null;
  /** The root and key, given only where neither origin is. */
  root: string | null;
  key: string | null;
  content: Content;
  /** Where it stands in the frame's bytes. */
  from: number;
  to: number;
};

export type DeleteRange = { client: number; clock: number; length: number };

export type Frame = { bytes: Uint8Array; byClient: Map<number, Struct[]>; structCount: number; deletes: DeleteRange[] };

/** Why a frame was not read: what it holds is no definition's, or it holds too much. */
export type Unreadable = { unreadable: "schema" | "large"; why: string };

class Stop extends Error {
  readonly unreadable: Unreadable;
  constructor(unreadable: Unreadable) {
    super(unreadable.why);
    this.unreadable = unreadable;
  }
}

const stop = (why: string): never => {
  throw new Stop({ unreadable: "schema", why });
};
const stopAsLarge = (why: string): never => {
  throw new Stop({ unreadable: "large", why });
};

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;
const contentBits = 0x1f;
const refs = { deleted: 1, string: 4, embed: 5, format: 6, any: 8 } as const;

function readLength(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  if (length > structUnitsMax) stopAsLarge(`A structure of ${length} units.`);
  return length;
}

function readContent(decoder: decoding.Decoder, ref: number): { content: Content; length: number } {
  if (ref === refs.string) {
    const text = decoding.readVarString(decoder);
    return { content: { kind: "string", text }, length: text.length };
  }
  if (ref === refs.deleted) return { content: { kind: "deleted" }, length: readLength(decoder) };
  if (ref === refs.embed) {
    return { content: { kind: "embed", value: JSON.parse(decoding.readVarString(decoder)) }, length: 1 };
  }
  if (ref === refs.format) {
    const key = decoding.readVarString(decoder);
    return { content: { kind: "format", key, value: JSON.parse(decoding.readVarString(decoder)) }, length: 1 };
  }
  if (ref !== refs.any) stop(`Content of kind ${ref}.`);
  const length = readLength(decoder);
  const values: unknown[] = [];
  for (let i = 0; i < length; i += 1) values.push(decoding.readAny(decoder));
  return { content: { kind: "any", values }, length };
}

function readId(decoder: decoding.Decoder): UnitId {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const from = decoder.pos;
  const info = decoding.readUint8(decoder);
  const ref = info & contentBits;
  if (ref === 0 || ref === 10) stop(ref === 0 ? "A collected structure." : "A skip.");
  const origin = (info & hasOrigin) !== 0 ? readId(decoder) : null;
  const rightOrigin = (info & hasRightOrigin) !== 0 ? readId(decoder) : null;
  let root: string | null = null;
  let key: string | null = null;
  if (origin === null && rightOrigin === null) {
    if (decoding.readVarUint(decoder) !== 1) stop("A structure inside another.");
    root = decoding.readVarString(decoder);
    if ((info & hasKey) !== 0) key = decoding.readVarString(decoder);
  }
  const { content, length } = readContent(decoder, ref);
  if (length === 0) stop("A structure of no length.");
  if (length > structUnitsMax) stopAsLarge(`A structure of ${length} units.`);
  return { client, clock, length, origin, rightOrigin, root, key, content, from, to: decoder.pos };
}

function readStructs(decoder: decoding.Decoder, frame: Frame): void {
  const clients = decoding.readVarUint(decoder);
  if (clients > frameClientsMax) stopAsLarge(`${clients} clients in one frame.`);
  for (let i = 0; i < clients; i += 1) {
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    frame.structCount += count;
    if (frame.structCount > frameStructsMax) stopAsLarge(`${frame.structCount} structures in one frame.`);
    if (frame.byClient.has(client)) stop("A client twice.");
    const structs: Struct[] = [];
    for (let n = 0; n < count; n += 1) {
      const struct = readStruct(decoder, client, clock);
      structs.push(struct);
      clock += struct.length;
    }
    frame.byClient.set(client, structs);
  }
}

function readDeletes(decoder: decoding.Decoder, deletes: DeleteRange[]): void {
  const clients = decoding.readVarUint(decoder);
  const seen = new Set<number>();
  for (let i = 0; i < clients; i += 1) {
    const client = decoding.readVarUint(decoder);
    if (seen.has(client)) stop("A client's deletions twice.");
    seen.add(client);
    const count = decoding.readVarUint(decoder);
    // Ranges in order and apart, as every honest copy writes them: so that reading them once is all the work they make.
    let free = 0;
    for (let n = 0; n < count; n += 1) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length === 0 || clock < free) stop("Delete ranges out of order.");
      free = clock + length;
      deletes.push({ client, clock, length });
      if (deletes.length > frameRangesMax) stopAsLarge(`More than ${frameRangesMax} delete ranges in one frame.`);
    }
  }
}

/** Reads an update, or says why it is none of a definition. Never throws. */
export function readFrame(bytes: Uint8Array): Frame | Unreadable {
  const frame: Frame = { bytes, byClient: new Map(), structCount: 0, deletes: [] };
  try {
    const decoder = decoding.createDecoder(bytes);
    readStructs(decoder, frame);
    readDeletes(decoder, frame.deletes);
    if (decoding.hasContent(decoder)) return { unreadable: "schema", why: "Bytes behind the end of the update." };
    return frame;
  } catch (fault) {
    if (fault instanceof Stop) return fault.unreadable;
    return { unreadable: "schema", why: "No update of version 1." };
  }
}

/** The end of a structure whose beginning is known already, as Yjs would cut it; null where a character would be torn. */
export function cutStruct(struct: Struct, units: number): Struct | null {
  const clock = struct.clock + units;
  const rest = { ...struct, clock, length: struct.length - units, root: null, key: null };
  rest.origin = { client: struct.client, clock: clock - 1 };
  rest.from = -1;
  if (struct.content.kind === "any") rest.content = { kind: "any", values: struct.content.values.slice(units) };
  if (struct.content.kind === "string") {
    const text = struct.content.text.slice(units);
    if (/^[\uDC00-\uDFFF]/.test(text)) return null;
    rest.content = { kind: "string", text };
  }
  return rest;
}

/** Writes a structure that was cut. It has an origin, and so names no parent. */
function writeCut(encoder: encoding.Encoder, { content, origin, rightOrigin, length }: Struct): void {
  const right = rightOrigin === null ? 0 : hasRightOrigin;
  encoding.writeUint8(encoder, refs[content.kind] | hasOrigin | right);
  for (const id of [origin, rightOrigin]) {
    if (id === null) continue;
    encoding.writeVarUint(encoder, id.client);
    encoding.writeVarUint(encoder, id.clock);
  }
  if (content.kind === "string") encoding.writeVarString(encoder, content.text);
  if (content.kind === "deleted") encoding.writeVarUint(encoder, length);
  if (content.kind === "any") {
    encoding.writeVarUint(encoder, length);
    for (const value of content.values) encoding.writeAny(encoder, value as never);
  }
}

/** Writes an update of these structures (in order of clock by client) and delete ranges (together by client). */
export function writeFrame(source: Uint8Array, byClient: Map<number, Struct[]>, deletes: DeleteRange[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, structs] of byClient) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, structs[0]!.clock);
    for (const struct of structs) {
      if (struct.from < 0) writeCut(encoder, struct);
      else encoding.writeUint8Array(encoder, source.subarray(struct.from, struct.to));
    }
  }
  const ranges = new Map<number, DeleteRange[]>();
  for (const range of deletes) {
    const own = ranges.get(range.client);
    if (own === undefined) ranges.set(range.client, [range]);
    else own.push(range);
  }
  encoding.writeVarUint(encoder, ranges.size);
  for (const [client, own] of ranges) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, own.length);
    for (const { clock, length } of own) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}
