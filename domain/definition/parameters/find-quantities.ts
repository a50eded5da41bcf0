/** Numbers with their units, and the conversions in brackets that say the same again. */
import { type FoundNumber, findNumbers } from "./find-numbers.ts";
import { type FoundUnit, findUnit } from "./find-unit.ts";
import { compareRatios, decimal, inverse, minus, type Ratio, times } from "./ratio.ts";
import { plainUnitText, type ReadUnit, readUnit, toSi } from "./unit-expression.ts";

/** `thing` is what is counted; `fault` says that a conversion in brackets does not agree. */
export type Quantity = { number: FoundNumber; unit: ReadUnit | null; thing?: string; end: number; fault?: string };

const ratioUnit: ReadUnit = { ...readUnit("ratio")!, symbol: "ratio" };
/** The phrase with every kind of space, micro sign and degree sign made one, each still one character long. */
export function evened(phrase: string): string {
  return plainUnitText(phrase.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g, " "));
}

function quantityAt(text: string, number: FoundNumber): Quantity {
  if (number.kind === "ratio") return { number, unit: ratioUnit, end: number.end };
  const found: FoundUnit | null = findUnit(text, number.end);
  if (found === null) return { number, unit: null, end: number.end };
  const { unit, end, thing } = found;
  return { number, unit, end, ...(thing === undefined ? {} : { thing }) };
}

/** Two ways to say one value agree when they differ by no more than the last digit of the coarser one, or half a per cent. */
function agree(one: Quantity, other: Quantity): boolean {
  const si = (quantity: Quantity, value: Ratio) => toSi(value, quantity.unit!);
  const size = (a: Ratio): Ratio => (a.numerator < 0n ? times(a, decimal("-1")) : a);
  const [a, b] = [si(one, one.number.value), si(other, other.number.value)];
  const difference = size(minus(a, b));
  const steps = [one, other].map(({ number, unit }) => size(times(number.precision, unit!.factor)));
  return [...steps, times(size(a), decimal("0.005"))].some((bound) => compareRatios(difference, bound) <= 0);
}

/** Takes in a conversion in brackets behind a quantity: `1 373 K (1 100 °C)`. Returns whether it was one. */
function takeConversion(text: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (next === undefined || quantity.unit === null || next.unit === null) return false;
  const opening = text.slice(quantity.end, next.number.start);
  if (!/^\s*[([]\s*(?:i\.e\.,?|or|about|approximately|≈|~)?\s*[<>≤≥]?\s*$/i.test(opening)) return false;
  const closing = /^\s*[)\]]/.exec(text.slice(next.end));
  if (closing === null) return false;
  const logarithmic = /^dB/.test(next.unit.siUnit) !== /^dB/.test(quantity.unit.siUnit);
  // In km (nm) the bracket holds nautical miles, whatever the symbol says.
  const miles = next.unit.symbol === "nm" && /m$/.test(quantity.unit.symbol);
  const other = miles && !agree(quantity, next) ? { ...next, unit: readUnit("nmi")! } : next;
  if (!logarithmic && quantity.unit.siUnit !== other.unit!.siUnit) return false;
  if (!logarithmic && !agree(quantity, other)) {
    const said = text.slice(quantity.number.start, quantity.end);
    const again = text.slice(next.number.start, next.end);
    quantity.fault = `${said} and ${again} are not the same value.`;
  }
  quantity.end = next.end + closing[0].length;
  return true;
}

export function quantitiesOf(text: string): Quantity[] {
  const all = findNumbers(text).map((number) => quantityAt(text, number));
  const out: Quantity[] = [];
  for (const quantity of all) {
    const last = out.at(-1);
    if (last !== undefined && quantity.number.start < last.end) continue;
    if (last !== undefined && takeConversion(text, last, quantity)) continue;
    out.push(quantity);
  }
  return out;
}

/** A value said in another unit of the same dimension: one hour is sixty minutes. */
export function valueIn(quantity: Quantity, unit: ReadUnit | null): Ratio {
  if (unit === null || quantity.unit === null || quantity.unit.symbol === unit.symbol) return quantity.number.value;
  const si = toSi(quantity.number.value, quantity.unit);
  return times(unit.zero === undefined ? si : minus(si, unit.zero), inverse(unit.factor));
}
