/** A parameter's words: how a threshold is written out, and whether given words say what the typed values say. */
import type { Parameter, ParameterRange } from "../control-text.ts";
import { findNumbers } from "./find-numbers.ts";
import { evened } from "./find-quantities.ts";
import { type ParsedParameter, parseParameters } from "./parse-parameters.ts";
import { compareDecimals, decimalText } from "./ratio.ts";
import { comparatorSigns, shownThreshold } from "./shown-parameter.ts";
import { readUnit, toSi } from "./unit-expression.ts";

type Typed = Pick<Parameter, "quantity" | "comparator" | "value" | "unit">;

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function raised(power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => raisedDigits[Number(digit)]).join("");
  return power < 0 ? `⁻${digits}` : digits;
}

/** More digits than these are written as a power of ten. */
const plainDigitsMax = 7;

/** A decimal string as a text writes it: `4800`, `0.0001`, `1.5 × 10⁻⁹`. */
export function writtenNumber(value: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (parts === null) return value;
  const [, sign, whole, fraction = ""] = parts;
  if (whole!.length <= plainDigitsMax && fraction.length <= plainDigitsMax - 1) {
    return `${sign === "" ? "" : "−"}${whole}${fraction === "" ? "" : `.${fraction}`}`;
  }
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const power = whole!.replace(/^0+/, "").length > 0 ? whole!.length - 1 : digits.length - fraction.length - 1;
  const tail = digits.slice(1).replace(/0+$/, "");
  const mantissa = `${digits[0]}${tail === "" ? "" : `.${tail}`}`;
  const minus = sign === "" ? "" : "−";
  return mantissa === "1" ? `${minus}10${raised(power)}` : `${minus}${mantissa} × 10${raised(power)}`;
}

function unitWords(unit: string): string {
  if (unit === "1" || unit === "ratio" || unit === "") return "";
  return ` ${unit === "[g]" ? "g" : unit.replace(/^\{(.*)\}$/, "$1")}`;
}

function thresholdWords({ comparator, value }: Typed, unit: string): string {
  if (typeof value !== "string") return rangeWords(comparator, value, unit);
  const amount = `${writtenNumber(value)}${unit}`;
  if (comparator === ">=") return `${amount} or more`;
  if (comparator === "<=") return `${amount} or less`;
  if (comparator === ">") return `more than ${amount}`;
  if (comparator === "<") return `less than ${amount}`;
  return unit === "" ? `equal to ${amount}` : amount;
}

function rangeWords(comparator: Typed["comparator"], range: ParameterRange, unit: string): string {
  const low = `${writtenNumber(range.min)}${unit}`;
  const high = `${writtenNumber(range.max)}${unit}`;
  if (comparator === "outside") {
    const below = range.min_inclusive ? `${low} or less` : `less than ${low}`;
    return `${below} or ${range.max_inclusive ? `${high} or more` : `more than ${high}`}`;
  }
  if (comparator === "spans") return `over the entire range from ${low} to ${high}`;
  const from = range.min_inclusive ? `${low} or more` : `more than ${low}`;
  return `${from} but ${range.max_inclusive ? `not more than ${high}` : `less than ${high}`}`;
}

/** The old words with only their number changed, where they hold just one. */
function renumbered(raw: string, value: string): string | null {
  const numbers = findNumbers(evened(raw));
  const [number] = numbers;
  if (number === undefined || numbers.length > 1 || number.kind === "ratio") return null;
  return `${raw.slice(0, number.start)}${writtenNumber(value)}${raw.slice(number.end)}`;
}

/**
 * Words for typed values. They keep the manner of the words before where these hold one number; a unit that those left
 * to the text behind them is left to it again.
 */
export function wordingOf(typed: Typed, before: Parameter | null): string {
  if (before !== null && wordingFault({ ...typed, raw: before.raw }) === null) return before.raw;
  if (before !== null && typeof typed.value === "string") {
    const kept = renumbered(before.raw, typed.value);
    if (kept !== null && wordingFault({ ...typed, raw: kept }) === null) return kept;
  }
  const readsUnit = before === null || (parseParameters(before.raw)[0]?.unit ?? null) !== null;
  return thresholdWords(typed, readsUnit ? unitWords(typed.unit) : "");
}

function sameValue(one: string | ParameterRange, other: string | ParameterRange): boolean {
  if (typeof one === "string" || typeof other === "string") {
    return typeof one === "string" && typeof other === "string" && compareDecimals(one, other) === 0;
  }
  return (
    compareDecimals(one.min, other.min) === 0 &&
    compareDecimals(one.max, other.max) === 0 &&
    one.min_inclusive === other.min_inclusive &&
    one.max_inclusive === other.max_inclusive
  );
}

/** Whether what was read says the same; a unit that the words leave out is not held against them. */
function saysTheSame(read: ParsedParameter, typed: Typed): boolean {
  if (read.comparator !== typed.comparator) return false;
  if (read.unit === null) return sameValue(read.value, typed.value);
  const unit = readUnit(typed.unit);
  if (unit === null) return false;
  const isSameUnit = readUnit(read.unit)?.siUnit === unit.siUnit || read.unit_si === unit.siUnit;
  if (!isSameUnit) return false;
  const scaled = readUnit(read.unit);
  const isSameScale =
    scaled?.factor.numerator === unit.factor.numerator && scaled.factor.denominator === unit.factor.denominator;
  return isSameScale || read.unit === "g" ? sameValue(read.value, typed.value) : false;
}

/**
 * Null when the words say what the values say, or state no threshold that can be read; else a sentence with both. Words
 * such as "better than" depend on what is measured, so the quantity is read with them.
 */
export function wordingFault(parameter: Parameter): string | null {
  const { raw, quantity } = parameter;
  const readings = [
    parseParameters(`a ${quantity} of ${raw}`),
    parseParameters(`a ${quantity} ${raw}`),
    parseParameters(raw),
  ];
  const first = readings.map(([one]) => one).find((one) => one !== undefined);
  if (first === undefined) {
    return /\d/.test(raw)
      ? `The wording “${raw}” cannot be read as a threshold.`
      : `The wording “${raw}” holds no number.`;
  }
  const fault = readings.flatMap((found) => found.flatMap((one) => one.fault ?? []))[0];
  if (fault !== undefined) return fault;
  if (readings.some((found) => found.length === 1 && saysTheSame(found[0]!, parameter))) return null;
  return `The wording says “${shownThreshold(first)}”, the values say “${shownThreshold(parameter)}”.`;
}

/** Two figures too many are no help to the eye. */
const significantMax = 12;

function rounded(value: string): { words: string; isExact: boolean } {
  const digits = value.replace(/^-?0*\.?0*/, "").replace(".", "");
  if (digits.replace(/0+$/, "").length <= significantMax) return { words: writtenNumber(value), isExact: true };
  const power = Number(value).toExponential(significantMax - 1);
  const [mantissa, exponent] = power.split("e");
  const tidy = mantissa!.replace(/0+$/, "").replace(/\.$/, "");
  return { words: `${tidy.replace("-", "−")} × 10${raised(Number(exponent))}`, isExact: false };
}

/** The value in coherent SI, `≥ 1.5 × 10⁻⁹ m`, for a person to compare; null where value or unit do not read. */
export function shownSi(parameter: Typed): string | null {
  const unit = readUnit(parameter.unit);
  if (unit === null) return null;
  const { value } = parameter;
  const one = (text: string) => {
    const si = siValue(text, parameter.unit);
    return si === null ? null : rounded(si);
  };
  const shown = typeof value === "string" ? [one(value)] : [one(value.min), one(value.max)];
  if (shown.some((part) => part === null)) return null;
  const isExact = shown.every((part) => part!.isExact);
  const sign = comparatorSigns[parameter.comparator];
  const words = shown.map((part) => part!.words).join(" to ");
  return `${isExact ? "" : "about "}${sign} ${words}${unit.siUnit === "1" ? "" : ` ${unit.siUnit}`}`;
}

function siValue(text: string, unit: string): string | null {
  const read = readUnit(unit);
  const [number] = findNumbers(text);
  if (read === null || number === undefined) return null;
  return decimalText(toSi(number.value, read));
}
