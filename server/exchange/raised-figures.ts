/** Raised figures: 10 with a raised −4 becomes 10⁻⁴, so that plain text keeps the meaning. */

const raised: Record<string, string> = {
  ...Object.fromEntries([..."0123456789"].map((figure, at) => [figure, [..."⁰¹²³⁴⁵⁶⁷⁸⁹"][at]!])),
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "–": "⁻",
  "‑": "⁻",
  "=": "⁼",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};

/** The words raised, or null where one of the characters has no raised form. */
export function raise(words: string): string | null {
  const characters = [...words].map((one) => (/\s/.test(one) ? "" : raised[one]));
  return characters.includes(undefined) ? null : characters.join("");
}

/** What the symbol font of older files means by its private characters. */
const symbols: Record<string, string> = {
  a3: "≤",
  b3: "≥",
  b1: "±",
  b4: "×",
  b0: "°",
  b9: "≠",
  bb: "≈",
  "6d": "µ",
  "57": "Ω",
  "6c": "λ",
  "61": "α",
  "62": "β",
  "67": "γ",
  "64": "δ",
  "44": "Δ",
  "2d": "−",
  d7: "·",
};

/** The character that a symbol element names by its code; a replacement character where the code is not known. */
export function symbolOf(code: string): string {
  return symbols[code.toLowerCase().replace(/^f0|^00/, "")] ?? "\ufffd";
}
