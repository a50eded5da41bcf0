/** Which values a parameter admits, as exact intervals in coherent SI. Rules D3, D13 and table D. */
import type { Parameter } from "../control-text.ts";
import { compareRatios, type Ratio, readDecimal } from "./ratio.ts";
import { readUnit, toSi } from "./unit-expression.ts";

/** A null end is open without end. */
export type Interval = { low: Ratio | null; lowIn: boolean; high: Ratio | null; highIn: boolean };
export type AdmittedValues = { siUnit: string; intervals: Interval[] };

type Stated = Pick<Parameter, "comparator" | "value" | "unit">;

function above(low: Ratio, lowIn: boolean): Interval {
  return { low, lowIn, high: null, highIn: false };
}

function below(high: Ratio, highIn: boolean): Interval {
  return { low: null, lowIn: false, high, highIn };
}

/** Null where value or unit do not read, or where the parameter asks for a whole range (`spans`) and admits no set. */
export function admittedValues({ comparator, value, unit }: Stated): AdmittedValues | null {
  const read = readUnit(unit === "" ? "1" : unit);
  if (read === null || comparator === "spans") return null;
  const si = (text: string): Ratio | null => {
    const number = readDecimal(text);
    return number === null ? null : toSi(number, read);
  };
  if (typeof value === "string") {
    const bound = si(value);
    if (bound === null) return null;
    const by: Partial<Record<Parameter["comparator"], Interval>> = {
      "<": below(bound, false),
      "<=": below(bound, true),
      "=": { low: bound, lowIn: true, high: bound, highIn: true },
      ">=": above(bound, true),
      ">": above(bound, false),
    };
    const interval = by[comparator];
    return interval === undefined ? null : { siUnit: read.siUnit, intervals: [interval] };
  }
  const low = si(value.min);
  const high = si(value.max);
  if (low === null || high === null) return null;
  if (comparator === "between") {
    const inside = { low, lowIn: value.min_inclusive, high, highIn: value.max_inclusive };
    return { siUnit: read.siUnit, intervals: [inside] };
  }
  if (comparator !== "outside") return null;
  return { siUnit: read.siUnit, intervals: [below(low, value.min_inclusive), above(high, value.max_inclusive)] };
}

function meet(a: Interval, b: Interval): boolean {
  return startsBefore(a, b) && startsBefore(b, a);
}

/** Whether some value is at or above the start of `a` and at or below the end of `b`. */
function startsBefore(a: Interval, b: Interval): boolean {
  if (a.low === null || b.high === null) return true;
  const order = compareRatios(a.low, b.high);
  return order < 0 || (order === 0 && a.lowIn && b.highIn);
}

/** False only when both are known, of one dimension, and no value satisfies both. */
export function haveCommonValue(one: AdmittedValues, other: AdmittedValues): boolean {
  if (one.siUnit !== other.siUnit) return true;
  return one.intervals.some((a) => other.intervals.some((b) => meet(a, b)));
}

function inside(inner: Interval, outer: Interval): boolean {
  return startsWithin(inner, outer) && endsWithin(inner, outer);
}

function startsWithin(inner: Interval, outer: Interval): boolean {
  if (outer.low === null) return true;
  if (inner.low === null) return false;
  const order = compareRatios(inner.low, outer.low);
  return order > 0 || (order === 0 && (outer.lowIn || !inner.lowIn));
}

function endsWithin(inner: Interval, outer: Interval): boolean {
  if (outer.high === null) return true;
  if (inner.high === null) return false;
  const order = compareRatios(inner.high, outer.high);
  return order < 0 || (order === 0 && (outer.highIn || !inner.highIn));
}

/** Whether every value that `one` admits is admitted by `other` too. */
export function admitsOnly(one: AdmittedValues, other: AdmittedValues): boolean {
  return one.intervals.every((inner) => other.intervals.some((outer) => inside(inner, outer)));
}
