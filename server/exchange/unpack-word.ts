/**
 * Takes the few parts that are needed out of a packed Word file. Sizes are compared before anything is unpacked, names of
 * entries lead nowhere, and what an entry says of its own size is the most that is ever written for it.
 */
import { type UnzipFileInfo, unzipSync } from "fflate";
import { entriesMax, packedBytesMax, ratioMax, unpackedBytesMax } from "./limits.ts";
import type { Read } from "./word-file.ts";

/** The names of parts as the standard fixes them; the main part is named by the list of types. */
export const typesPart = "[Content_Types].xml";
export const stylesPart = "word/styles.xml";

/** A sentence instead of parts; thrown inside this room only, and caught at its door. */
export class Unread extends Error {}

/** Ratio is asked for larger entries only: a short part of repeated words packs well and costs nothing. */
const ratioBytesMin = 1024 * 1024;

function checkSizes() {
  let entries = 0;
  let unpacked = 0;
  return ({ size, originalSize, name }: UnzipFileInfo): void => {
    entries += 1;
    unpacked += originalSize;
    if (entries > entriesMax) throw new Unread(`The file holds more than ${entriesMax} entries.`);
    if (unpacked > unpackedBytesMax)
      throw new Unread(`The file would take more than ${unpackedBytesMax / 1024 / 1024} MiB when unpacked.`);
    if (originalSize > ratioBytesMin && originalSize > size * ratioMax)
      throw new Unread(`An entry of the file is packed more than ${ratioMax} to one.`);
    if (name.includes("\0")) throw new Unread("An entry of the file has a name that cannot be read.");
  };
}

/** The parts of these names that are there, as text. */
export function unpackParts(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  const check = checkSizes();
  const seen = new Set<string>();
  const filter = (entry: UnzipFileInfo) => {
    check(entry);
    if (!wanted(entry.name)) return false;
    if (seen.has(entry.name)) throw new Unread("The file holds a part of the same name twice.");
    seen.add(entry.name);
    return true;
  };
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter });
  } catch (fault) {
    if (fault instanceof Unread) throw fault;
    throw new Unread("The file is damaged or cut short: it cannot be unpacked.");
  }
  return new Map(Object.entries(files).map(([name, part]) => [name, decodePart(part)]));
}

function decodePart(part: Uint8Array): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? "utf-16le" : part[0] === 0xfe && part[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw new Unread("A part of the file is no text in the encoding that it names.");
  }
}

/** What can be said of the bytes before they are unpacked; null when they may be a Word file. */
export function faultOfBytes(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "The file is empty.";
  if (bytes.length > packedBytesMax)
    return `A file may have at most ${packedBytesMax / 1024 / 1024} MiB; this one has ${(bytes.length / 1024 / 1024).toFixed(1)}.`;
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldWord = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOldWord) return "This is a file of an older Word, or one with a password; save it as .docx without a password.";
  return isPacked ? null : "This is no Word file (.docx).";
}

/** Runs a reading and turns what it says by exception into a value. */
export function reading<T>(read: () => T): Read<T> {
  try {
    return { read: read() };
  } catch (fault) {
    if (fault instanceof Unread) return { unread: fault.message };
    throw fault;
  }
}
