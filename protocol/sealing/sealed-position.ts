/**
 * A sealed position (rules B39, B40): everything a seat says, padded to one size, sealed to the ballot's key in the browser.
 * Ballot identity and seat are inside and part of the key's derivation, so that no envelope can be put in another's place.
 * A recusal is never in an envelope, since it is shown openly.
 */
import type { Said } from "../../domain/ballot/ballot-case.ts";
import { positionWords } from "../../domain/ballot/ballot-type.ts";
import { canonicalJson } from "../../domain/definition/canonical-text.ts";
import { envelopeBytes, open, seal } from "./envelope.ts";
import { type KeyPair, readPrivateKey } from "./key-pair.ts";
import { type Bytes, fromBase64, hexHash, toBase64 } from "./sealing-bytes.ts";

/** Every position is of this many bytes before it is sealed, whatever it says. */
export const paddedBytes = 16_384;
const lengthBytes = 4;
const clauseCharactersMax = 80;
/** What a position may say at most, in bytes of UTF-8. */
export const contentBytesMax = paddedBytes - lengthBytes;
export const sealedPositionBytes = paddedBytes + envelopeBytes;
/** The same in characters of base64. */
export const sealedPositionCharacters = 4 * Math.ceil(sealedPositionBytes / 3);

export type SealedPlace = { identity: string; seatId: string };

export type SaidInside = { said: Said; reason: string; clause: string };

const purposeOf = ({ identity, seatId }: SealedPlace) => `plenary-sealed-position/1 ${identity} ${seatId}`;

/** How many bytes the content takes beyond the most that fit; 0 where it fits. */
export function bytesTooMany(content: string): number {
  return Math.max(0, new TextEncoder().encode(content).length - contentBytesMax);
}

function contentOf({ identity, seatId }: SealedPlace, { said, reason, clause }: SaidInside): string {
  const nonce = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  return canonicalJson({
    format: "plenary-sealed-position/1",
    ballot: identity,
    seat: seatId,
    said,
    reason,
    clause,
    nonce,
  });
}

/** Seals what a seat says; hands back base64, or how many bytes the reason is too long. */
export async function sealPosition(
  publicKey: string,
  place: SealedPlace,
  inside: SaidInside,
): Promise<{ sealed: string } | { tooMany: number }> {
  const content = contentOf(place, inside);
  const tooMany = bytesTooMany(content);
  if (tooMany > 0) return { tooMany };
  return { sealed: toBase64(await seal(publicKey, purposeOf(place), padded(content))) };
}

function padded(content: string): Bytes {
  const bytes = new TextEncoder().encode(content);
  const all = new Uint8Array(paddedBytes);
  new DataView(all.buffer).setUint32(0, bytes.length);
  all.set(bytes, lengthBytes);
  return all;
}

function unpadded(all: Bytes): string | null {
  if (all.length !== paddedBytes) return null;
  const length = new DataView(all.buffer, all.byteOffset).getUint32(0);
  if (length > contentBytesMax) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(all.subarray(lengthBytes, lengthBytes + length));
  } catch {
    return null;
  }
}

/** Opens positions with the ballot's key; each is what was said, or null where it does not read as a position of its place. */
export async function positionOpener(pair: KeyPair) {
  const receiver = { publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) };
  return async (place: SealedPlace, sealed: string): Promise<SaidInside | null> => {
    const envelope = fromBase64(sealed, sealedPositionBytes);
    const opened = envelope === null ? null : await open(receiver, purposeOf(place), envelope);
    const content = opened === null ? null : unpadded(opened);
    return content === null ? null : readInside(place, content);
  };
}

function readInside({ identity, seatId }: SealedPlace, content: string): SaidInside | null {
  try {
    const { format, ballot, seat, said, reason, clause } = JSON.parse(content) as Record<string, unknown>;
    if (format !== "plenary-sealed-position/1" || ballot !== identity || seat !== seatId) return null;
    if (typeof reason !== "string" || typeof clause !== "string" || !isSaid(said)) return null;
    if (clause.length > clauseCharactersMax) return null;
    return { said, reason: reason.trim(), clause };
  } catch {
    return null;
  }
}

/** A recusal is made openly; one inside an envelope is none (rule B40). */
function isSaid(said: unknown): said is Said {
  if (typeof said !== "object" || said === null || Object.keys(said).length !== 1) return false;
  const { word, set, ranking } = said as Record<string, unknown>;
  const isText = (one: unknown) => typeof one === "string";
  if (isText(word)) return word !== "recuse" && (positionWords as readonly unknown[]).includes(word);
  if (Array.isArray(set)) return set.every(isText);
  return (
    Array.isArray(ranking) && ranking.every((place) => isText(place) || (Array.isArray(place) && place.every(isText)))
  );
}

/** One line of the transcript: what a sealed position said, or null where it did not read. */
export type OpenedPosition = { sequence: number; seatId: string; inside: SaidInside | null };

/** The hash by which a holder's browser and the server compare what they opened. */
export function openedHash(opened: readonly OpenedPosition[]): Promise<string> {
  return hexHash(canonicalJson([...opened].sort((one, other) => one.sequence - other.sequence)));
}
