/** Six words for a text hash, so that people in a meeting can tell by ear that they have the same text before them. */
import { hashWords } from "./hash-words.ts";

export const textHashWordCount = 6;
const bitsPerWord = 11;

/**
 * The first 66 bits of a SHA-256 as six words, for example `acorn bridge …`. They help people to compare and prove
 * nothing: the whole hash does. Throws when `hash` is not 64 hexadecimal digits, which is a bug of the caller.
 */
export function textHashWords(hash: string): string[] {
  if (!/^[0-9a-f]{64}$/i.test(hash)) throw new TypeError(`Expected 64 hexadecimal digits, got \`${hash}\`.`);
  const bits = BigInt(`0x${hash}`);
  return Array.from({ length: textHashWordCount }, (_, at) => {
    const shift = BigInt(256 - bitsPerWord * (at + 1));
    return hashWords[Number((bits >> shift) & BigInt(hashWords.length - 1))]!;
  });
}
