/**
 * Exact numbers: a fraction of two whole numbers of any size. Nothing passes through floating point (rule D3), so that
 * 0.1 + 0.2 is 0.3 and a threshold of 10⁻⁴ is met by 0.0001.
 */

/** The denominator is positive and the fraction is in lowest terms. */
export type Ratio = { numerator: bigint; denominator: bigint };

/** Digits given for a number that has no finite decimal form, such as 7 µm/min in m/s. */
const digitsOfEndless = 30;

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

export function ratio(numerator: bigint, denominator = 1n): Ratio {
  const divisor = commonDivisor(numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const one: Ratio = { numerator: 1n, denominator: 1n };

/** Reads `-12.50` or `1.5e-3`; null for anything else. Exponents beyond ±400 are no value of the field. */
export function readDecimal(text: string): Ratio | null {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (parts === null) return null;
  const [, sign, whole, fraction = "", power = "0"] = parts;
  const exponent = Number(power) - fraction.length;
  if (Math.abs(exponent) > 400 || whole!.length + fraction.length > 400) return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return exponent >= 0 ? ratio(digits * 10n ** BigInt(exponent)) : ratio(digits, 10n ** BigInt(-exponent));
}

/** As `readDecimal`, for constants of the code. */
export function decimal(text: string): Ratio {
  const read = readDecimal(text);
  if (read === null) throw new TypeError(`Expected a decimal number, got \`${text}\`.`);
  return read;
}

export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, ratio(-b.numerator, b.denominator));
}

export function inverse(a: Ratio): Ratio {
  return a.numerator < 0n ? ratio(-a.denominator, -a.numerator) : ratio(a.denominator, a.numerator);
}

/** `a` to a whole power, which may be negative. */
export function toPower(a: Ratio, power: number): Ratio {
  const base = power < 0 ? inverse(a) : a;
  const exponent = BigInt(Math.abs(power));
  return ratio(base.numerator ** exponent, base.denominator ** exponent);
}

/** -1, 0 or 1. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function pointed(digits: string, places: number): string {
  if (places <= 0) return digits + "0".repeat(-places);
  const padded = digits.padStart(places + 1, "0");
  const whole = padded.slice(0, padded.length - places);
  const fraction = padded.slice(padded.length - places).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function countFactor(value: bigint, factor: bigint): [number, bigint] {
  let count = 0;
  let rest = value;
  while (rest % factor === 0n) {
    rest /= factor;
    count += 1;
  }
  return [count, rest];
}

/** A decimal string without exponent or grouping: exact where a finite one exists, else rounded to 30 digits. */
export function decimalText(value: Ratio): string {
  const sign = value.numerator < 0n ? "-" : "";
  const numerator = value.numerator < 0n ? -value.numerator : value.numerator;
  const [twos, withoutTwos] = countFactor(value.denominator, 2n);
  const [fives, rest] = countFactor(withoutTwos, 5n);
  if (rest === 1n) {
    const places = Math.max(twos, fives);
    const digits = (numerator * 10n ** BigInt(places)) / value.denominator;
    return sign + pointed(digits.toString(), places);
  }
  const magnitude = numerator.toString().length - value.denominator.toString().length;
  const places = digitsOfEndless - magnitude;
  const scaled = places >= 0 ? numerator * 10n ** BigInt(places) : numerator;
  const divisor = places >= 0 ? value.denominator : value.denominator * 10n ** BigInt(-places);
  return sign + pointed(((2n * scaled + divisor) / (2n * divisor)).toString(), places);
}

/** Compares two decimal strings exactly; null when one of them is none. */
export function compareDecimals(a: string, b: string): number | null {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  return left === null || right === null ? null : compareRatios(left, right);
}
