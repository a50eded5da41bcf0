import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashWords } from "../../../domain/definition/hash-words.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";

describe("textHashWords", () => {
  it("[D9] draws on 2,048 distinct short lower-case words", () => {
    expect(hashWords).toHaveLength(2048);
    expect(new Set(hashWords).size).toBe(2048);
    expect(hashWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  it("[D9] says the first 66 bits and nothing else", () => {
    expect(textHashWords("0".repeat(64))).toEqual(Array(6).fill(hashWords[0]));
    expect(textHashWords("f".repeat(64))).toEqual(Array(6).fill(hashWords[2047]));
    expect(textHashWords(`001${"0".repeat(61)}`)).toEqual([
      hashWords[0],
      hashWords[1024],
      ...Array(4).fill(hashWords[0]),
    ]);
  });

  it("[D9] gives back its bits", () => {
    const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(hex, (hash) => {
        const bits = textHashWords(hash).map((word) => hashWords.indexOf(word).toString(2).padStart(11, "0"));
        expect(BigInt(`0b${bits.join("")}`)).toBe(BigInt(`0x${hash}`) >> 190n);
      }),
    );
  });

  it("[D9] does not accept what is no SHA-256", () => {
    expect(() => textHashWords("abc")).toThrow("`abc`");
  });
});
