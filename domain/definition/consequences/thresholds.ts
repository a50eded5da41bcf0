/**
 * The numbers of a text that can be moved: each end of each threshold. Where one rung of a ladder ends and the next begins at
 * the same number, they are one threshold with two places, and move together.
 */
import type { Comparator, ParameterRange } from "../control-text.ts";
import { compareDecimals, decimalText, readDecimal } from "../parameters/ratio.ts";
import type { Condition, Conditions } from "./conditions.ts";

export const thresholdEnds = ["value", "min", "max"] as const;
export type ThresholdEnd = (typeof thresholdEnds)[number];

export type ThresholdPlace = { nid: string; at: number; end: ThresholdEnd };

export type Threshold = {
  /** Its first place, for addresses: `nid.at.end`. */
  id: string;
  places: ThresholdPlace[];
  key: string;
  quantity: string;
  unit: string;
  value: string;
  /** How the first place bounds: a lower or an upper bound, and whether the number itself is within. */
  bound: Exclude<Comparator, "between" | "outside" | "spans">;
};

type End = { end: ThresholdEnd; value: string; bound: Threshold["bound"] };

function endsOf({ comparator, value }: Condition["parameter"]): End[] {
  if (typeof value === "string") return [{ end: "value", value, bound: comparator as Threshold["bound"] }];
  const inside = comparator !== "outside";
  return [
    {
      end: "min",
      value: value.min,
      bound: inside ? (value.min_inclusive ? ">=" : ">") : value.min_inclusive ? "<=" : "<",
    },
    {
      end: "max",
      value: value.max,
      bound: inside ? (value.max_inclusive ? "<=" : "<") : value.max_inclusive ? ">=" : ">",
    },
  ];
}

/** An upper end without its number and a lower end with it, or the reverse: the end of one rung and the beginning of another. */
const isSeam = (one: Threshold["bound"], other: Threshold["bound"]): boolean =>
  [`${one} ${other}`, `${other} ${one}`].some((pair) => pair === "< >=" || pair === "<= >");

/** The thresholds of a text in its order. */
export function thresholdsIn({ ways }: Pick<Conditions, "ways">): Threshold[] {
  const found: (Threshold & { root: string })[] = [];
  const seen = new Set<string>();
  for (const { root, conditions } of ways)
    for (const { nid, at, key, quantity, parameter } of conditions) {
      if (seen.has(`${nid}.${at}`)) continue;
      seen.add(`${nid}.${at}`);
      for (const { end, value, bound } of endsOf(parameter)) {
        const seam = found.find(
          (one) =>
            one.root === root &&
            one.key === key &&
            one.unit === parameter.unit &&
            one.places.length === 1 &&
            one.places[0]!.nid !== nid &&
            isSeam(one.bound, bound) &&
            compareDecimals(one.value, value) === 0,
        );
        const place = { nid, at, end };
        if (seam) seam.places.push(place);
        else
          found.push({
            ...{ id: `${nid}.${at}.${end}`, root, places: [place], key, quantity, unit: parameter.unit },
            ...{ value, bound },
          });
      }
    }
  return found.map(({ root: _, ...threshold }) => threshold);
}

/** The value of a parameter with one end at another number. */
export function moved(value: string | ParameterRange, end: ThresholdEnd, to: string): string | ParameterRange {
  return typeof value === "string" ? to : { ...value, [end]: to };
}

/** The conditions with the threshold at another number. */
export function withThreshold(conditions: Conditions, threshold: Pick<Threshold, "places">, to: string): Conditions {
  const ends = new Map(threshold.places.map(({ nid, at, end }) => [`${nid}.${at}`, end]));
  return {
    ...conditions,
    ways: conditions.ways.map((way) => ({
      ...way,
      conditions: way.conditions.map((condition) => {
        const end = ends.get(`${condition.nid}.${condition.at}`);
        if (end === undefined) return condition;
        const { parameter } = condition;
        return { ...condition, parameter: { ...parameter, value: moved(parameter.value, end, to) } };
      }),
    })),
  };
}

const raised: Record<string, string> = Object.fromEntries(
  [..."⁻⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, at) => [sign, "-0123456789"[at]!]),
);

/** A number as a person types it (`1,600`, `5 × 10⁻⁴`, `2e-3`), as a decimal string; null for what is none, or not above zero. */
export function readThreshold(text: string): string | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/−/g, "-")
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${[...power].map((sign) => raised[sign]).join("")}`)
    .replace(/^10\^(-?\d{1,2})$/, "1e$1")
    .replace(/[×x*·]10\^?(-?\d{1,2})$/i, "e$1")
    .replace(/,(?=\d{3}(\D|$))/g, "");
  const value = readDecimal(plain);
  return value === null || value.numerator <= 0n ? null : decimalText(value);
}
