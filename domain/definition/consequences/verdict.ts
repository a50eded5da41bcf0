/**
 * Whether a system falls in: its figures against the thresholds of a text, exactly (rule D3). What no figure tells is *not
 * known*, unless the figures that are there decide it either way.
 */
import type { Parameter } from "../control-text.ts";
import { admittedValues, type Interval } from "../parameters/admitted-values.ts";
import { compareRatios, type Ratio, readDecimal } from "../parameters/ratio.ts";
import { readUnit, toSi } from "../parameters/unit-expression.ts";
import { quantityKey } from "../quantity-key.ts";
import type { Figure, System } from "../system.ts";
import type { Condition, Conditions, WayIn } from "./conditions.ts";

export const verdictWords = ["in", "out", "not-known"] as const;
export type VerdictWord = (typeof verdictWords)[number];

export type Verdict = {
  word: VerdictWord;
  /** The clauses by which it falls in. */
  by: string[];
  /** The quantities whose figures would decide it. */
  missing: string[];
};

type Known = Pick<Figure, "quantity" | "value" | "unit">;

function isWithin(value: Ratio, { low, lowIn, high, highIn }: Interval): boolean {
  const fromLow = low === null ? 1 : compareRatios(value, low);
  const fromHigh = high === null ? -1 : compareRatios(value, high);
  return (fromLow > 0 || (fromLow === 0 && lowIn)) && (fromHigh < 0 || (fromHigh === 0 && highIn));
}

/** Whether a figure meets a threshold; null where value or unit of either do not read, or are of different dimension. */
export function meets(figure: Pick<Figure, "value" | "unit">, parameter: Parameter): boolean | null {
  const admitted = admittedValues(parameter);
  const unit = readUnit(figure.unit);
  const value = readDecimal(figure.value);
  if (admitted === null || unit === null || value === null || unit.siUnit !== admitted.siUnit) return null;
  const si = toSi(value, unit);
  return admitted.intervals.some((interval) => isWithin(si, interval));
}

type Met = { word: VerdictWord; missing: string[] };

function allOf(conditions: Condition[], figures: Map<string, Known>): Met {
  const missing: string[] = [];
  for (const { key, quantity, parameter } of conditions) {
    const figure = figures.get(key);
    const met = figure === undefined ? null : meets(figure, parameter);
    if (met === false) return { word: "out", missing: [] };
    if (met === null) missing.push(quantity);
  }
  return { word: missing.length === 0 ? "in" : "not-known", missing };
}

/** Null where the text asks nothing that the system has a figure of: it is not about such a thing. */
export function verdictOn(system: Pick<System, "figures">, { ways }: Pick<Conditions, "ways">): Verdict | null {
  const figures = new Map(system.figures.map((figure) => [quantityKey(figure.quantity), figure]));
  const about = new Set(
    ways.filter(({ conditions }) => conditions.some(({ key }) => figures.has(key))).map(({ root }) => root),
  );
  const asked = ways.filter(({ root }) => about.has(root));
  if (asked.length === 0) return null;
  const met = asked.map((way: WayIn) => ({ way, ...allOf(way.conditions, figures) }));
  const into = met.filter(({ word }) => word === "in");
  if (into.length > 0) return { word: "in", by: [...new Set(into.map(({ way }) => way.nid))], missing: [] };
  const open = met.filter(({ word }) => word === "not-known");
  return {
    word: open.length > 0 ? "not-known" : "out",
    by: [],
    missing: [...new Set(open.flatMap(({ missing }) => missing))],
  };
}

export type SidesOf<S> = { system: S; before: VerdictWord; after: VerdictWord };

/** Who is on which side before and after, in the order given; a system that neither text is about is left out. */
export function compareSides<S extends Pick<System, "figures">>(
  systems: S[],
  before: Pick<Conditions, "ways">,
  after: Pick<Conditions, "ways">,
): SidesOf<S>[] {
  return systems.flatMap((system) => {
    const [old, now] = [verdictOn(system, before), verdictOn(system, after)];
    if (old === null && now === null) return [];
    return [{ system, before: old?.word ?? "out", after: now?.word ?? "out" }];
  });
}
