/**
 * Finds the numbers in a phrase of a control list: `2,000`, `1 373`, `0,15`, `2 × 10⁻³`, `10 −4` (a superscript that was
 * dropped), `1 x 10-6`, `10:1`, `200 million`, `twenty`.
 */
import { decimal, inverse, type Ratio, ratio, times, toPower } from "./ratio.ts";

export type FoundNumber = {
  start: number;
  end: number;
  value: Ratio;
  /** The place of the last written digit, so that two roundings of one value can be told from two values. */
  precision: Ratio;
  kind: "digits" | "words" | "ratio";
};

const small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
const smallWords = `${small} seventeen eighteen nineteen`.split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const wordValues = new Map<string, bigint>([
  ...smallWords.map((word, at): [string, bigint] => [word, BigInt(at)]),
  ...tens.map((word, at): [string, bigint] => [word, BigInt(at + 2) * 10n]),
  ["hundred", 100n],
  ["thousand", 1000n],
]);
const multipliers = new Map<string, Ratio>([
  ["hundred", decimal("100")],
  ["thousand", decimal("1000")],
  ["million", decimal("1e6")],
  ["billion", decimal("1e9")],
  ["trillion", decimal("1e12")],
]);

const superscript = "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹";
const plainOfSuperscript = "-+0123456789";

const mantissa = String.raw`0[.,]\d{3}(?: \d{3})* \d{1,3}(?![\d.,])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d{1,3}(?: \d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?(?:[eE][+\-−]?\d{1,2}(?![\d.]))?`;
/** After `10`: raised digits, `^-4`, a dropped superscript behind a dash, or (only behind a sign of multiplication) bare digits. */
const raised = String.raw`[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\s?\^\s?\{?[-−–+]?\d{1,2}\}?|\s?[-−–]\s?\d{1,2}(?![\d.,])`;
/** `10 14 n/cm²`: a raised number that the copying let fall, where it can be no group of three figures and no count. */
const droppedPower = String.raw` \d{1,2}(?![\d.,:/]|-\p{L}| \d)`;
const power = String.raw`\s?[×xX*·]\s?10(?:${raised}| \d{1,2}(?![\d.,])|\d{1,2}(?!\d))?(?![\d])`;
const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\d_§.,/]|\p{L}-)(?<sign>[-−–+±]\s?)?(?:(?<ten>10)(?<tenth>${raised}|${droppedPower})|(?<mantissa>${mantissa})(?<power>${power})?(?<over>\s?:\s?\d+(?![\d:\p{L}])|\sto\s1(?![\d.,:]|\s?[\p{L}%°]))?)`,
  "gu",
);
const wordPattern = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(?:${tens.join("|")})[- ](?:${smallWords.slice(1, 10).join("|")})|${[...wordValues.keys()].sort((a, b) => b.length - a.length).join("|")})(?![\p{L}\d-])`,
  "giu",
);

/** Signs that a phrase writes its decimals with a comma: `0,15` or `1,5`, but not `1,500`. */
function writesDecimalComma(text: string): boolean {
  if (/\d\.\d/.test(text) && !/(?<!\d)0,\d/.test(text)) return false;
  return /(?<![\d,])(?:0,\d+|\d+,\d{1,2}|\d+,\d{4,})(?![\d,])/.test(text) || /(?<!\d)\d{1,3} \d{3}(?!\d)/.test(text);
}

function exponentOf(text: string): number {
  const ascii = [...text]
    .map((letter) => (superscript.includes(letter) ? plainOfSuperscript[superscript.indexOf(letter)]! : letter))
    .join("");
  return Number(ascii.replace(/[−–]/g, "-").replace(/[\s^{}]/g, ""));
}

/** `10-4` is a power where the dash cannot mean a range that goes up. */
function isPowerOfTen(tenth: string): boolean {
  return !/^[-–]/.test(tenth) || Math.abs(exponentOf(tenth)) < 10;
}

function plainDigits(text: string, decimalComma: boolean): string {
  const tight = text.replace(/ /g, "").replace("−", "-");
  if (!tight.includes(",")) return tight;
  if (tight.includes(".")) return tight.replaceAll(",", "");
  const grouped = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(tight);
  const several = (tight.match(/,/g) ?? []).length > 1;
  return grouped && (several || !decimalComma) ? tight.replaceAll(",", "") : tight.replace(",", ".");
}

function placeOf(digits: string): Ratio {
  const fraction = /\.(\d+)/.exec(digits)?.[1] ?? "";
  return toPower(decimal("10"), -fraction.length);
}

function readPower(text: string | undefined): Ratio {
  if (text === undefined) return decimal("1");
  const after = text.replace(/^\s?[×xX*·]\s?10/, "");
  return after === "" ? decimal("10") : toPower(decimal("10"), exponentOf(after));
}

function digitsFound(match: RegExpExecArray, text: string, decimalComma: boolean): FoundNumber | null {
  const groups = match.groups!;
  let end = match.index + match[0].length;
  let value: Ratio;
  let precision: Ratio;
  let kind: FoundNumber["kind"] = "digits";
  if (groups.ten !== undefined) {
    if (!isPowerOfTen(groups.tenth!)) return null;
    value = toPower(decimal("10"), exponentOf(groups.tenth!));
    precision = value;
  } else {
    const digits = plainDigits(groups.mantissa!, decimalComma);
    const scale = readPower(groups.power);
    value = times(decimal(digits), scale);
    precision = times(placeOf(digits), scale);
    if (groups.over !== undefined) {
      const divisor = BigInt(groups.over.replace(/\D/g, ""));
      if (divisor === 0n) end -= groups.over.length;
      else {
        value = times(value, ratio(1n, divisor));
        kind = "ratio";
      }
    }
  }
  const multiplied = withMultiplier(text, end, value, precision);
  ({ end, value, precision } = multiplied);
  const sign = groups.sign?.trim() ?? "";
  const negative = /[-−–]/.test(sign);
  return { start: match.index, end, value: negative ? times(value, decimal("-1")) : value, precision, kind };
}

/** Takes in `million` behind a number. */
function withMultiplier(text: string, end: number, value: Ratio, precision: Ratio) {
  const multiplier = /^\s(hundred|thousand|million|billion|trillion)(?![\p{L}])/iu.exec(text.slice(end));
  if (multiplier === null) return { end, value, precision };
  const factor = multipliers.get(multiplier[1]!.toLowerCase())!;
  return { end: end + multiplier[0].length, value: times(value, factor), precision: times(precision, factor) };
}

function wordsFound(match: RegExpExecArray, text: string): FoundNumber {
  const parts = match[0].toLowerCase().split(/[- ]/);
  const value = ratio(parts.reduce((sum, word) => sum + wordValues.get(word)!, 0n));
  const start = match.index;
  return { start, kind: "words", ...withMultiplier(text, start + match[0].length, value, decimal("1")) };
}

/** `one in ten thousand`, `1 part in 10⁶`: two numbers that are one. */
function withPartsJoined(found: FoundNumber[], text: string): FoundNumber[] {
  const out: FoundNumber[] = [];
  for (const number of found) {
    const last = out.at(-1);
    const joint = last === undefined ? "" : text.slice(last.end, number.start);
    const parts =
      /^\s(?:parts?\s(?:in|per)|in)\s(?:a\s)?$/.test(joint) && (last?.kind === "words" || /part/.test(joint));
    if (last === undefined || !parts || number.value.numerator <= 0n) out.push(number);
    else {
      const value = times(last.value, inverse(number.value));
      out[out.length - 1] = { start: last.start, end: number.end, value, precision: value, kind: "ratio" };
    }
  }
  return out;
}

/** A dash straight behind a number or its unit joins a range; it is no minus sign. */
function withoutJoiningDash(found: FoundNumber, text: string): FoundNumber {
  const sign = /^[-−–]\s?/.exec(text.slice(found.start));
  if (sign === null || !/[\p{L}\d°%²³]\s?$/u.test(text.slice(0, found.start))) return found;
  // "from 5 K to −3 K" keeps its minus: only a dash with no space before it, or with spaces on both sides, joins.
  const before = /\s$/.test(text.slice(0, found.start));
  const after = /\s$/.test(sign[0]);
  if (/(?:than|to|of|from|least|most|below|above|exceeding)\s$/i.test(text.slice(0, found.start))) return found;
  if (before !== after) return found;
  return { ...found, start: found.start + sign[0].length, value: times(found.value, decimal("-1")) };
}

/** The base of a logarithm and the number of a standard are part of a name. */
function isName(text: string, { start }: FoundNumber): boolean {
  return /(?:\blog\s?|(?:ISO|IEC|ASTM|EN|SAE|MIL|JIS)(?:\/[A-Z]+)?[ -](?:[A-Z]{1,4}[ -])?)$/.test(text.slice(0, start));
}

/**
 * The numbers of a phrase, in order, without overlaps. What is part of a code (`3A001`, `ISO-9001`) is none. Spaces of any
 * width must have been made plain spaces before, and stay one character each so that positions hold.
 */
export function findNumbers(text: string): FoundNumber[] {
  const decimalComma = writesDecimalComma(text);
  const found: FoundNumber[] = [];
  numberPattern.lastIndex = 0;
  for (let match = numberPattern.exec(text); match !== null; match = numberPattern.exec(text)) {
    let number = digitsFound(match, text, decimalComma);
    if (number === null) {
      // `10-20`: the ten alone, and the scan goes on behind it.
      const end = match.index + match[0].length - match.groups!.tenth!.length;
      number = { start: match.index, end, value: decimal("10"), precision: decimal("1"), kind: "digits" };
      numberPattern.lastIndex = end;
    }
    if (!isName(text, number)) found.push(withoutJoiningDash(number, text));
  }
  for (const match of text.matchAll(wordPattern)) {
    const inside = found.some(({ start, end }) => match.index < end && start < match.index + match[0].length);
    const multiplies = /^(?:hundred|thousand)$/i.test(match[0]) && !/\ba\s$/i.test(text.slice(0, match.index));
    if (!inside && !multiplies) found.push(wordsFound(match as RegExpExecArray, text));
  }
  return withPartsJoined(
    found.sort((one, other) => one.start - other.start),
    text,
  );
}
