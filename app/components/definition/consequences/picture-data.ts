/** What the pictures draw: systems as points in the units of the text, and the ways into it as boxes of a plane. */
import type { Conditions, WayIn } from "../../../../domain/definition/consequences/conditions.ts";
import type { Threshold } from "../../../../domain/definition/consequences/thresholds.ts";
import type { VerdictWord } from "../../../../domain/definition/consequences/verdict.ts";
import type { Parameter } from "../../../../domain/definition/control-text.ts";
import { minus, readDecimal } from "../../../../domain/definition/parameters/ratio.ts";
import { readUnit, toSi } from "../../../../domain/definition/parameters/unit-expression.ts";
import type { ConsequencesData } from "./consequences-data.ts";

export type Axis = { key: string; quantity: string; unit: string };
export type ShownSystem = ConsequencesData["systems"][number];
export type Sided = { system: ShownSystem; before: VerdictWord; after: VerdictWord };
export type Point = Sided & { x: number | null; y: number | null };

/** A value in another unit, for drawing; null where they are of different dimension. */
export function drawn(value: string, unit: string, into: string): number | null {
  const [number, from, to] = [readDecimal(value), readUnit(unit), readUnit(into)];
  if (number === null || from === null || to === null || from.siUnit !== to.siUnit) return null;
  const si = toSi(number, from);
  const above = to.zero === undefined ? si : minus(si, to.zero);
  return (
    (Number(above.numerator) / Number(above.denominator)) *
    (Number(to.factor.denominator) / Number(to.factor.numerator))
  );
}

export function figureOn(system: ShownSystem, axis: Axis): number | null {
  const figure = system.figures.find(({ key }) => key === axis.key);
  return figure === undefined ? null : drawn(figure.value, figure.unit, axis.unit);
}

/** The two quantities that the text joins most often, in its order; null where it joins none. */
export function planeOf({ ways }: Conditions): [Axis, Axis] | null {
  const pairs = new Map<string, { axes: [Axis, Axis]; count: number }>();
  for (const { conditions } of ways)
    for (const [at, one] of conditions.entries())
      for (const other of conditions.slice(at + 1)) {
        if (one.key === other.key) continue;
        const id = [one.key, other.key].sort().join(" ");
        const axes = [one, other].map(({ key, quantity, parameter }) => ({ key, quantity, unit: parameter.unit }));
        const known = pairs.get(id);
        if (known) known.count += 1;
        else pairs.set(id, { axes: axes as [Axis, Axis], count: 1 });
      }
  return [...pairs.values()].sort((one, other) => other.count - one.count)[0]?.axes ?? null;
}

export type Span = { low: number; high: number };
/** Open ends are 0 and Infinity. */
export type Box = { nid: string; x: Span; y: Span };

function spansOf({ comparator, value, unit }: Parameter, axis: Axis): Span[] {
  const at = (text: string) => drawn(text, unit, axis.unit) ?? Number.NaN;
  if (typeof value === "string") {
    const bound = at(value);
    if (comparator === ">=" || comparator === ">") return [{ low: bound, high: Infinity }];
    return [{ low: comparator === "=" ? bound : 0, high: bound }];
  }
  const [low, high] = [at(value.min), at(value.max)];
  return comparator === "outside"
    ? [
        { low: 0, high: low },
        { low: high, high: Infinity },
      ]
    : [{ low, high }];
}

function met(spans: Span[], others: Span[]): Span[] {
  return spans
    .flatMap((one) =>
      others.map((other) => ({ low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) })),
    )
    .filter(({ low, high }) => low <= high);
}

/** The parts of the plane in which a system falls in. Ways that ask for more than these two quantities are not drawn. */
export function boxesOf(ways: WayIn[], [x, y]: [Axis, Axis]): Box[] {
  return ways.flatMap(({ nid, conditions }) => {
    if (conditions.some(({ key }) => key !== x.key && key !== y.key)) return [];
    const along = (axis: Axis) =>
      conditions
        .filter(({ key }) => key === axis.key)
        .reduce((spans, { parameter }) => met(spans, spansOf(parameter, axis)), [{ low: 0, high: Infinity }]);
    const [xs, ys] = [along(x), along(y)];
    return xs.flatMap((one) => ys.map((other) => ({ nid, x: one, y: other })));
  });
}

/** Every bound of the text on this axis, as a number to draw. */
export function boundsOn(thresholds: Threshold[], axis: Axis): { threshold: Threshold; at: number }[] {
  return thresholds.flatMap((threshold) => {
    const at = threshold.key === axis.key ? drawn(threshold.value, threshold.unit, axis.unit) : null;
    return at === null ? [] : [{ threshold, at }];
  });
}
