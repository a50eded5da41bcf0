/**
 * Reads the technical parameters out of a phrase of a control list, exactly. One parameter is a threshold (`34 or more`),
 * a range (`from 2 GHz up to and including 15 GHz`) or a stated value (`at 20 °C`).
 */
import type { Comparator, ParameterRange } from "../control-text.ts";
import type { Bound } from "./comparator-words.ts";
import { evened, type Quantity, quantitiesOf, valueIn } from "./find-quantities.ts";
import { joined, type Range, rangeOf } from "./find-range.ts";
import { subjectAfter, subjectBefore, subjectWithin } from "./find-subject.ts";
import { type Stated, stated } from "./find-threshold.ts";
import { findCountAhead } from "./find-unit.ts";
import { decimal, decimalText, type Ratio, times } from "./ratio.ts";
import { noUnit, type ReadUnit, readUnit, toSi } from "./unit-expression.ts";

/** Values are exact decimal strings. `fault` is there when a conversion in brackets does not agree. */
export type ParsedParameter = {
  raw: string;
  subject: string | null;
  comparator: Comparator;
  value: string | ParameterRange;
  unit: string | null;
  value_si: string | ParameterRange;
  unit_si: string;
  fault?: string;
};

/** A parsed parameter with its place in the phrase. */
export type PlacedParameter = ParsedParameter & { start: number; end: number };

/** Of these more is better, so that "better than" is a lower bound; of an error, a noise or a size less is better. */
const moreIsBetter =
  /dynamic range|gain|hydrophone sensitivity|rejection|isolation|efficiency|bandwidth|purity|suppression|signal.to.noise|yield|speed|throughput/i;

/** Units that the lists define for a quantity and leave out of its thresholds. */
const unitOfSubject: [RegExp, string][] = [
  [/^TPP$/, "TPP"],
  [/total processing performance/i, "TPP"],
  [/performance density/i, "TPP/mm²"],
  [/adjusted peak performance/i, "WT"],
];

const gravityPrefixes: Record<string, string> = { "": "1", m: "0.001", µ: "0.000001" };

function rangeValue(low: Ratio, high: Ratio, range: Range): ParameterRange {
  const holds = (bound: Bound): boolean => bound === ">=" || bound === "<=";
  return {
    min: decimalText(low),
    min_inclusive: holds(range.low.bound),
    max: decimalText(high),
    max_inclusive: holds(range.high.bound),
  };
}

type Piece = { start: number; end: number; comparator: Comparator; low: Stated; high?: Stated; range?: Range };

function shownUnit(unit: ReadUnit | null): string | null {
  return unit === null ? null : unit.symbol;
}

/** A `g` of acceleration is that of the earth and no gram. */
function unitOfGravity(unit: ReadUnit, subject: string | null): ReadUnit {
  const prefix = /^([µm]?)g$/.exec(unit.symbol)?.[1];
  if (prefix === undefined || !/accelerat|\bshock\b|vibration|\bbias\b/i.test(subject ?? "")) return unit;
  const { siUnit, factor } = readUnit("[g]")!;
  return { symbol: unit.symbol, siUnit, factor: times(factor, decimal(gravityPrefixes[prefix]!)) };
}

function built(phrase: string, text: string, piece: Piece, floor: number): PlacedParameter {
  const { start, low, high, range } = piece;
  const counted = [low.thing, high?.thing].find((thing) => thing !== undefined);
  let unit = low.unit ?? high?.unit ?? null;
  let { end } = piece;
  let subject =
    subjectWithin(text.slice(start, low.number.start)) ??
    subjectBefore(text.slice(floor, start)) ??
    subjectAfter(text.slice(end)) ??
    counted?.replace(/^[“"'‘]/, "") ??
    null;
  if (unit === null) {
    const ahead = findCountAhead(text, end);
    if (ahead !== null) {
      unit = ahead.unit;
      subject = ahead.thing ?? subject;
    } else {
      const known = unitOfSubject.find(([pattern]) => subject !== null && pattern.test(subject));
      if (known !== undefined) unit = readUnit(known[1]);
    }
  } else if (counted !== undefined && subject === null) subject = counted;
  if (unit !== null) unit = unitOfGravity(unit, subject);
  let { comparator } = piece;
  if (low.quality === true && range === undefined && (moreIsBetter.test(subject ?? "") || unit?.siUnit === "bit")) {
    comparator = comparator === "<" ? ">" : comparator === "<=" ? ">=" : comparator;
  }
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  const fault = low.fault ?? high?.fault;
  const si = unit ?? noUnit;
  const value = (quantity: Quantity) => valueIn({ ...quantity, unit: quantity.unit ?? unit }, unit);
  return {
    raw: phrase.slice(start, end),
    subject,
    comparator,
    value: range === undefined ? decimalText(value(low)) : rangeValue(value(range.low), value(range.high), range),
    unit: shownUnit(unit),
    value_si:
      range === undefined
        ? decimalText(toSi(value(low), si))
        : rangeValue(toSi(value(range.low), si), toSi(value(range.high), si), range),
    unit_si: si.siUnit,
    ...(fault === undefined ? {} : { fault }),
    start,
    end,
  };
}

function piecesOf(text: string): Piece[] {
  const quantities = quantitiesOf(text);
  const pieces: Piece[] = [];
  let floor = 0;
  for (let at = 0; at < quantities.length; at++) {
    const quantity = quantities[at]!;
    if (quantity.number.start < floor) continue;
    const next = quantities[at + 1];
    let range = next === undefined ? null : rangeOf(text, quantity, next);
    const one = range === null ? stated(text, quantity, floor) : null;
    if (range === null && one !== null && next !== undefined) {
      const other = stated(text, next, one.end);
      range = other === null ? null : joined(text, one, other);
    }
    if (range !== null) {
      pieces.push({
        start: range.start,
        end: range.end,
        comparator: range.comparator,
        low: range.low,
        high: range.high,
        range,
      });
      at += 1;
    } else if (one !== null) {
      const heir = inherited(text, pieces.at(-1), one);
      pieces.push({ start: heir.start, end: heir.end, comparator: heir.bound, low: heir });
    } else continue;
    floor = pieces.at(-1)!.end;
  }
  return pieces;
}

/** `exceeding 80 mm in diameter and 20 mm in thickness`: the second bound has the words of the first. */
function inherited(text: string, before: Piece | undefined, one: Stated): Stated {
  if (one.explicit || before === undefined || before.range !== undefined || before.comparator === "=") return one;
  const joint = text.slice(before.end, one.start);
  const carried = /^\s+in\s+[\p{L}\s]+\s+(?:and|or)\s+$/u.test(joint) && /^\s+in\s+\p{L}/u.test(text.slice(one.end));
  return carried ? { ...one, bound: before.comparator as Bound, explicit: true } : one;
}

/** The parameters of a phrase with their positions in it, in order. */
export function placedParameters(phrase: string): PlacedParameter[] {
  const text = evened(phrase);
  let floor = 0;
  return piecesOf(text).map((piece) => {
    const parameter = built(phrase, text, piece, floor);
    floor = piece.end;
    return parameter;
  });
}

/**
 * The parameters of a phrase, in order; none gives the empty list. A value without unit has unit null and SI unit `1`.
 * Where a range is said in two units the first is kept and the other bound converted.
 */
export function parseParameters(phrase: string): ParsedParameter[] {
  return placedParameters(phrase).map(({ start: _start, end: _end, ...parameter }) => parameter);
}
