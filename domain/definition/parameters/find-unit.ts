/** Finds the unit that stands right behind a number. */
import { type ReadUnit, readUnit, singular, symbolUnit, wordUnit } from "./unit-expression.ts";
import { countedThings } from "./units.ts";

/** `end` is the position behind the unit; `thing` is what is counted, where the unit is a count. */
export type FoundUnit = { unit: ReadUnit; end: number; thing?: string };

/** Symbols that are words of the language when they stand alone behind a number. */
const notAlone = new Set([
  "a",
  "am",
  "as",
  "at",
  "d",
  "in",
  "u",
  "gal",
  "P",
  "ha",
  "mi",
  "NM",
  "oz",
  "E",
  "Gal",
  "ops",
]);

type Atom = { symbol: string; length: number };

const powerOfWord: [RegExp, number][] = [
  [/^square[ds]?[ -]/i, 2],
  [/^sq\.? /i, 2],
  [/^cubic[ -]/i, 3],
];
const powerSigns = ["", "", "²", "³"];

const phrases: [RegExp, string][] = [
  [/^degrees? (?:Celsius|C)\b/i, "°C"],
  [/^degrees? (?:Fahrenheit|F)\b/i, "°F"],
  [/^(?:kelvin|degrees? kelvin|°K)(?![\p{L}])/iu, "K"],
  [/^° ?([CF])(?![\p{L}])/u, "°$1"],
  [/^(?:arc[ -]?seconds?|seconds? of arc)\b/i, "arcsec"],
  [/^(?:arc[ -]?minutes?|minutes? of arc)\b/i, "arcmin"],
  [/^nautical miles?\b/i, "nmi"],
  [/^weighted tera ?flops(?: \(WT\))?/i, "WT"],
  [/^metric tons?\b/i, "t"],
  [/^parts? per million\b/i, "ppm"],
  [/^parts? per billion\b/i, "ppb"],
  [/^(?:%|percent|per cent) ?(?:by (?:weight|mass)|w\/w|\(w\/w\))/i, "% w/w"],
  [/^(?:%|percent|per cent) ?(?:by volume|v\/v)/i, "% v/v"],
  [/^(?:weight (?:percent|%)|wt\.? ?%)/i, "% w/w"],
  [/^(?:per cent|percent)\b/i, "%"],
  [/^base ?pairs?\b/i, "bp"],
  [/^watt[- ]hours?\b/i, "Wh"],
  [/^(?:revolutions per minute|r\.p\.m\.)/i, "rpm"],
  [/^micro ?g(?![\p{L}])/u, "µg"],
  [/^(?:square root|root|sqrt) (?:hours?|hr|h)\b/i, "√h"],
  [/^√ ?(?:hours?|hr|h)\b/i, "√h"],
  [/^(?:√ ?|(?:square root|root|sqrt) (?:of )?)(?:Hz|hertz)\b/i, "√Hz"],
];

function phraseAtom(text: string): Atom | null {
  for (const [pattern, symbol] of phrases) {
    const match = pattern.exec(text);
    if (match !== null) return { symbol: symbol.replace("$1", match[1] ?? ""), length: match[0].length };
  }
  return null;
}

function wordAtom(text: string, first: boolean): Atom | null {
  for (const [pattern, power] of powerOfWord) {
    const match = pattern.exec(text);
    const inner = match === null ? null : wordAtom(text.slice(match[0].length), first);
    if (match !== null && inner !== null) {
      return { symbol: `${inner.symbol}${powerSigns[power]}`, length: match[0].length + inner.length };
    }
  }
  const word = /^(?:(?:kilo|mega|giga|tera|milli|micro|nano|pico) )?[\p{L}]+(?:-[\p{L}]+)?/iu.exec(text)?.[0];
  const spelt = word === undefined || word.length < 3 ? null : wordUnit(word);
  if (word === undefined || spelt === null || (first && notAlone.has(word))) return null;
  const squared = /^ (squared|cubed)\b/.exec(text.slice(word.length));
  if (squared === null) return { symbol: spelt.symbol, length: word.length };
  return { symbol: `${spelt.symbol}${squared[1] === "squared" ? "²" : "³"}`, length: word.length + squared[0].length };
}

function symbolAtom(text: string, first: boolean): Atom | null {
  const match = /^((?:[µΩ°Å%‰′″℃℉]|[A-Za-z])[A-Za-zΩ]*)(\s?[²³⁴]|\^?[-−]?[2-4]|⁻[¹²³⁴]|)(?![\p{L}\d])/u.exec(text);
  if (match === null) return null;
  const [whole, name, power] = match;
  if (symbolUnit(name!) === null || (first && power === "" && notAlone.has(name!))) return null;
  return { symbol: `${name}${power!.trim()}`, length: whole!.length };
}

/** A denominator in brackets: `W/(m·K)`. */
function bracketedAtom(text: string): Atom | null {
  const match = /^\(([^()\s]{1,20})\)/.exec(text);
  if (match === null || readUnit(match[1]!) === null) return null;
  return { symbol: match[0], length: match[0].length };
}

function atom(text: string, first: boolean): Atom | null {
  return phraseAtom(text) ?? symbolAtom(text, first) ?? wordAtom(text, first);
}

function countUnit(text: string, at: number): FoundUnit | null {
  const match = /^[\s-]?([“"'‘]?)((?:\p{L}+[\s-])?)(\p{L}+)(?!-)/u.exec(text.slice(at));
  if (match === null) return null;
  const [whole, quote, before, noun] = match;
  const ahead = `${before}${noun}`.trim();
  if (before !== "" && countedThings.has(singular(before!.trim().toLowerCase()))) {
    const thing = before!.trim();
    return { unit: readUnit(thing)!, end: at + whole!.length - noun!.length - 1, thing };
  }
  if (!countedThings.has(singular(noun!.toLowerCase())) || (before !== "" && quote === "" && !isAdjective(before!)))
    return null;
  return { unit: { ...readUnit(noun!)!, symbol: noun! }, end: at + whole!.length, thing: ahead };
}

/** A word that may stand between a number and what it counts. */
function isAdjective(word: string): boolean {
  return !/^(?:or|and|of|in|per|at|to|the|a|an|with|for|than|by|on|from|having|is|are|as)$/i.test(word.trim());
}

/** What joins two units: `W/cm²`, `microns per minute`, `N·m`, `W-h`. */
const joints =
  /(?:\s?\((?:Si|silicon|rms|peak)\)|\s(?:rms|peak)(?=\s?\/|\sper\s))?(?:\s?\/\s?|\s+per\s+)|[·⋅•*]|\.(?=[A-Z])|-(?=[A-Za-z])| (?=[A-Za-zµΩ]{1,3}⁻[¹²³])/uy;

/** An inch is `in` only where no word can follow: `(0.4 in)`. */
function inchAtom(text: string): Atom | null {
  return /^in(?=[).;²³]|\.$|$)/.test(text) ? { symbol: "in", length: 2 } : null;
}

/** The unit at `at`, with its denominators; null when none stands there. */
export function findUnit(text: string, at: number): FoundUnit | null {
  const gap = /^(?:\s{0,2}|-)/.exec(text.slice(at))![0].length;
  const start = at + gap;
  // `3 × 10⁻⁶/K` has nothing above the stroke.
  if (/^(?:\/|per\s(?!cent))/.test(text.slice(start))) return withDenominators(text, "1", at, undefined);
  const first = atom(text.slice(start), true) ?? inchAtom(text.slice(start));
  if (first !== null) return withDenominators(text, first.symbol, start + first.length, undefined);
  const counted = countUnit(text, at);
  return counted === null ? null : withDenominators(text, counted.unit.symbol, counted.end, counted.thing);
}

function withDenominators(text: string, above: string, from: number, thing: string | undefined): FoundUnit | null {
  let symbol = above;
  let end = from;
  for (let step = 0; step < 4; step++) {
    joints.lastIndex = end;
    const joint = joints.exec(text);
    if (joint === null) break;
    const start = end + joint[0].length;
    const next = bracketedAtom(text.slice(start)) ?? atom(text.slice(start), false);
    if (next === null) break;
    const divides = /\/|per/.test(joint[0]);
    const joined = `${symbol === "1" ? "" : symbol}${divides ? "/" : "·"}${next.symbol}`;
    if (readUnit(joined) === null) break;
    symbol = joined;
    end = start + next.length;
  }
  if (end === from && above === "1") return null;
  const unit = readUnit(symbol);
  if (unit === null) return null;
  const shown = { ...unit, symbol };
  return end > from || thing === undefined ? { unit: shown, end } : { unit: shown, end, thing };
}

const endsNoun = /^(?:of|having|with|at|than|to|per|is|are|which|that|in|on|by|from|capable|for|when)$/i;

/** What is counted further on: `34 or more … 'physical qubits'`. Looks through quoted and plain adjectives only. */
export function findCountAhead(text: string, at: number): FoundUnit | null {
  const ahead = /^[,\s]*(?:(?:[“"'‘][^”"'’]*[”"'’]|\p{L}+(?:-\p{L}+)*)[,\s]*){0,10}/u.exec(text.slice(at))?.[0] ?? "";
  let before = "";
  for (const match of ahead.matchAll(/([“"'‘]?)(\p{L}+)([”"'’]?)(,?)(-?)/gu)) {
    const [, quote, noun, , pause, hyphen] = match;
    if (quote !== "" || before === ",") before = "";
    if (endsNoun.test(noun!)) return null;
    if (hyphen === "" && countedThings.has(singular(noun!.toLowerCase()))) {
      const thing = before === "" ? noun! : `${before} ${noun}`;
      return { unit: { ...readUnit(noun!)!, symbol: noun! }, end: at + match.index + match[0].length, thing };
    }
    before = /^(?:and|or)$/i.test(noun!) || pause !== "" ? "" : noun!;
  }
  return null;
}
