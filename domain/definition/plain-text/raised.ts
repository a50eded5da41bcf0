/** Raised and lowered figures as characters of their own: 10 with a raised −4 is 10⁻⁴, so that plain words keep the meaning. */

const figures = "0123456789";
const forms = (shown: string) => Object.fromEntries([...figures].map((figure, at) => [figure, [...shown][at]!]));
const minus = (sign: string) => Object.fromEntries(["-", "−", "–", "‑"].map((one) => [one, sign]));

const raised: Record<string, string> = {
  ...forms("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  ...minus("⁻"),
  "+": "⁺",
  "=": "⁼",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};
const lowered: Record<string, string> = {
  ...forms("₀₁₂₃₄₅₆₇₈₉"),
  ...minus("₋"),
  "+": "₊",
  "=": "₌",
  "(": "₍",
  ")": "₎",
};

function inForm(words: string, form: Record<string, string>): string | null {
  const characters = [...words].flatMap((one) => (/\s/.test(one) ? [] : [form[one]]));
  return characters.some((one) => one === undefined) ? null : characters.join("");
}

/** The words raised; as they are where one of the characters has no raised form. */
export function raisedWords(words: string): string {
  return inForm(words, raised) ?? words;
}

export function loweredWords(words: string): string {
  return inForm(words, lowered) ?? words;
}
