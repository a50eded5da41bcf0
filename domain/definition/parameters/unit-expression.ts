/** Reads a unit as written (`kW/cm²`, `um`, `microns per minute`) and converts values to coherent SI, exactly. */
import { one, plus, type Ratio, times, toPower } from "./ratio.ts";
import {
  countedThings,
  plainSymbols,
  plainWordUnits,
  prefixableSymbols,
  prefixableWords,
  prefixes,
  prefixWords,
  type Unit,
} from "./units.ts";

/** `symbol` is how the unit is shown; `zero` is the SI value of its zero, for temperatures. */
export type ReadUnit = { symbol: string; siUnit: string; factor: Ratio; zero?: Ratio };

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Each character becomes one character, so that positions hold. The Greek letter and the micro sign are one, as are the ohm sign and omega, and the degree sign and its look-alike. */
export function plainUnitText(text: string): string {
  return text
    .replace(/[μ]/g, "µ")
    .replace(/\u2126/g, "Ω")
    .replace(/[º˚]/g, "°");
}

export function singular(word: string): string {
  if (word === "axes") return "axis";
  if (/(ches|shes|xes)$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word === "feet") return "foot";
  if (/[^s]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function scaled(unit: Unit, prefix: string): Unit {
  return { ...unit, symbol: `${prefix}${unit.symbol}`, factor: times(prefixes[prefix]!, unit.factor) };
}

/** A unit by its symbol, with or without an SI prefix. */
export function symbolUnit(text: string): Unit | null {
  const symbol = plainUnitText(text);
  const whole = plainSymbols.get(symbol) ?? prefixableSymbols.get(symbol);
  if (whole !== undefined) return whole;
  for (const prefix of Object.keys(prefixes)) {
    const base = symbol.startsWith(prefix) ? prefixableSymbols.get(symbol.slice(prefix.length)) : undefined;
    if (base !== undefined) return scaled(base, prefix === "u" ? "µ" : prefix);
  }
  return null;
}

/** A unit by its name in words, singular or plural, with or without a prefix in words. */
export function wordUnit(text: string): Unit | null {
  const word = singular(text.toLowerCase());
  for (const name of [word, text.toLowerCase()]) {
    const whole = plainWordUnits.get(name) ?? prefixableWords.get(name);
    if (whole !== undefined) return whole;
    for (const [prefix, symbol] of Object.entries(prefixWords)) {
      const rest = name.startsWith(prefix) ? name.slice(prefix.length).replace(/^[- ]/, "") : "";
      const base = rest === "" ? undefined : prefixableWords.get(rest);
      if (base !== undefined) return scaled(base, symbol);
    }
  }
  return null;
}

function countUnit(text: string): Unit | null {
  const thing = text.replace(/^\{(.*)\}$/, "$1");
  return countedThings.has(singular(thing.toLowerCase())) ? { symbol: thing, si: {}, factor: one } : null;
}

/** The power at the end of a unit: `cm²`, `cm2`, `cm^2`, `s⁻¹`, `s-1`. */
function splitPower(text: string): [string, number] {
  const raised = /^(.*?)(?:\^?([-−]?\d)|([⁻]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]))$/u.exec(text);
  if (raised === null || raised[1] === "") return [text, 1];
  if (raised[4] !== undefined) {
    return [raised[1]!, superscripts.indexOf(raised[4]) * (raised[3] === "" ? 1 : -1)];
  }
  return [raised[1]!, Number(raised[2]!.replace("−", "-"))];
}

function factorUnit(text: string): [Unit, number] | null {
  const whole = symbolUnit(text) ?? wordUnit(text) ?? countUnit(text);
  if (whole !== null) return [whole, 1];
  const [base, power] = splitPower(text);
  const unit = power === 0 ? null : (symbolUnit(base) ?? wordUnit(base));
  return unit === null ? null : [unit, power];
}

function shownPower(symbol: string, power: number): string {
  if (power === 1) return symbol;
  return `${symbol}${power < 0 ? "⁻" : ""}${superscripts[Math.abs(power)] ?? power}`;
}

/** `{ W: 1, m: -2 }` as `W/m²`; the empty product is `1`. */
export function shownSi(powers: Record<string, number>): string {
  const entries = Object.entries(powers).filter(([, power]) => power !== 0);
  const above = entries.filter(([, power]) => power > 0).map(([name, power]) => shownPower(name, power));
  const below = entries.filter(([, power]) => power < 0).map(([name, power]) => shownPower(name, -power));
  if (above.length === 0 && below.length === 0) return "1";
  return [above.join("·") || "1", ...below].join("/");
}

/** Reads a product or quotient of units; null when a part of it is unknown. */
export function readUnit(text: string): ReadUnit | null {
  const shown = plainUnitText(text.trim()).replace(/\s*\/\s*/g, "/");
  if (!/[^\s/·*.]/u.test(shown)) return null;
  const whole = plainSymbols.get(shown);
  const groups = whole === undefined ? shown.split(/\/|\s+per\s+/) : [shown];
  const powers: Record<string, number> = {};
  let factor = one;
  let zero: Ratio | undefined;
  for (const [at, group] of groups.entries()) {
    if (at > 0 && group.trim() === "") return null;
    const factors = whole === undefined ? group.replace(/[()]/g, "").split(/[·*⋅•×]|\.(?=\D)|\s+/) : [group];
    for (const part of factors) {
      const read = part === "1" || part === "" ? null : factorUnit(part);
      if (read === null && part !== "1" && part !== "") return null;
      if (read === null) continue;
      const [unit, raised] = read;
      const power = at === 0 ? raised : -raised;
      factor = times(factor, toPower(unit.factor, power));
      for (const [name, own] of Object.entries(unit.si)) powers[name] = (powers[name] ?? 0) + own * power;
      zero = unit.zero;
    }
  }
  // A rate of `Gb/s` is one of bits; bases are counted as such, and a synthesizer's rate is stated per hour or day.
  if (powers.bases === 1 && powers.s === -1 && /b\/s$/.test(shown)) {
    delete powers.bases;
    powers.bit = 1;
  }
  const alone = groups.length === 1 && zero !== undefined;
  return { symbol: shown, siUnit: shownSi(powers), factor, ...(alone ? { zero } : {}) };
}

/** Whether a unit of a parameter is one that the linter knows (table D, `parameter-without-unit`). */
export function isKnownUnit(unit: string): boolean {
  return readUnit(unit) !== null;
}

/** A value in the unit's coherent SI unit. */
export function toSi(value: Ratio, unit: ReadUnit): Ratio {
  const scaledValue = times(value, unit.factor);
  return unit.zero === undefined ? scaledValue : plus(scaledValue, unit.zero);
}

/** A pure number. */
export const noUnit: ReadUnit = { symbol: "1", siUnit: "1", factor: one };
