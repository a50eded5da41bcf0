/** A parameter as people read it: `qubits ≥ 34`, `wavelength 380 (exclusive) to 14,000 nm`. */
import type { Comparator, Parameter, ParameterRange } from "../control-text.ts";
import { singular } from "./unit-expression.ts";
import { countedThings } from "./units.ts";

export const comparatorSigns: Record<Comparator, string> = {
  "<": "<",
  "<=": "≤",
  "=": "=",
  ">=": "≥",
  ">": ">",
  between: "from",
  outside: "outside",
  spans: "over the whole of",
};

type Shown = { comparator: Comparator; value: string | ParameterRange; unit: string | null };

function grouped(value: string): string {
  const [whole, fraction] = value.split(".");
  const groups = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function shownUnit(unit: string | null): string {
  // What is counted stands in the quantity already: "qubits ≥ 34".
  const counted = unit !== null && countedThings.has(singular(unit.replace(/^\{(.*)\}$/, "$1").toLowerCase()));
  if (unit === null || unit === "" || unit === "1" || unit === "ratio" || counted) return "";
  return unit === "%" ? " %" : ` ${unit}`;
}

/** `≥ 34`, `from 34 to less than 100`: the threshold without its quantity. */
export function shownThreshold({ comparator, value, unit }: Shown): string {
  const sign = comparatorSigns[comparator];
  if (typeof value === "string") return `${sign} ${grouped(value)}${shownUnit(unit)}`;
  const from = value.min_inclusive ? "" : "more than ";
  const to = value.max_inclusive ? "" : "less than ";
  return `${sign} ${from}${grouped(value.min)} to ${to}${grouped(value.max)}${shownUnit(unit)}`;
}

/** The quantity and its threshold. */
export function shownParameter(parameter: Pick<Parameter, "quantity" | "comparator" | "value" | "unit">): string {
  const name = parameter.quantity === "" ? "the value" : parameter.quantity;
  return `${name} ${shownThreshold(parameter)}`;
}
