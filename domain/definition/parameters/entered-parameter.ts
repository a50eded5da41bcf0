/** A parameter as a person enters it in a form, read and judged before it may stand in a text (rule D3). */
import { type Comparator, comparators, type Parameter } from "../control-text.ts";
import { findNumbers } from "./find-numbers.ts";
import { evened } from "./find-quantities.ts";
import { wordingFault } from "./parameter-wording.ts";
import { compareDecimals, decimalText } from "./ratio.ts";
import { readUnit } from "./unit-expression.ts";

/** `max` and the two signs belong to ranges and are left alone otherwise. */
export type EnteredParameter = {
  quantity: string;
  comparator: Comparator;
  value: string;
  valueInclusive: boolean;
  max: string;
  maxInclusive: boolean;
  unit: string;
  raw: string;
};

export type EnteredField = "quantity" | "value" | "max" | "unit" | "raw";
/** What is wrong with one field, as a sentence with the offending value. */
export type EnteredFault = { field: EnteredField; sentence: string };

export function isRangeComparator(comparator: Comparator): boolean {
  return comparator === "between" || comparator === "outside" || comparator === "spans";
}

export function readComparator(value: string): Comparator | null {
  return comparators.find((known) => known === value) ?? null;
}

/** A number as people write it (`34,5`, `1 500`, `1.5 × 10⁻⁹`) as an exact decimal string; null where it is none. */
export function enteredNumber(text: string): string | null {
  const even = evened(text).trim();
  const numbers = findNumbers(even);
  const [number] = numbers;
  if (number === undefined || numbers.length > 1 || number.kind === "ratio") return null;
  return number.start === 0 && number.end === even.length ? decimalText(number.value) : null;
}

function numberFault(field: "value" | "max", text: string): EnteredFault {
  const said = text.trim() === "" ? "It is empty" : `“${text.trim()}” is no number`;
  return { field, sentence: `${said}: write one such as 34, 1.5 or 10⁻⁴.` };
}

function unitFault(unit: string): EnteredFault {
  const said = unit === "" ? "The unit is empty" : `“${unit}” is no unit that is known here`;
  return { field: "unit", sentence: `${said}: write one such as nm, GB/s or qubit, or 1 for a pure number.` };
}

/** The form as it is filled for a parameter that stands. */
export function enteredOf(parameter: Parameter): EnteredParameter {
  const { quantity, comparator, value, unit, raw } = parameter;
  const range = typeof value === "string" ? null : value;
  return {
    quantity,
    comparator,
    value: range?.min ?? (value as string),
    valueInclusive: range?.min_inclusive ?? true,
    max: range?.max ?? "",
    maxInclusive: range?.max_inclusive ?? true,
    unit,
    raw,
  };
}

/** The value as it is entered, without a look at the words; null where a number is missing. */
export function enteredValue(entered: EnteredParameter): Parameter["value"] | null {
  const value = enteredNumber(entered.value);
  if (!isRangeComparator(entered.comparator)) return value;
  const max = enteredNumber(entered.max);
  if (value === null || max === null) return null;
  return { min: value, min_inclusive: entered.valueInclusive, max, max_inclusive: entered.maxInclusive };
}

/** The parameter, or every reason why it cannot stand. */
export function readEntered(entered: EnteredParameter): { parameter: Parameter } | { faults: EnteredFault[] } {
  const faults: EnteredFault[] = [];
  const [quantity, unit, raw] = [entered.quantity.trim(), entered.unit.trim(), entered.raw.trim()];
  if (quantity === "") faults.push({ field: "quantity", sentence: "Say what is measured, for example qubits." });
  const low = enteredNumber(entered.value);
  if (low === null) faults.push(numberFault("value", entered.value));
  if (isRangeComparator(entered.comparator)) {
    const high = enteredNumber(entered.max);
    if (high === null) faults.push(numberFault("max", entered.max));
    else if (low !== null && (compareDecimals(low, high) ?? 0) > 0) {
      faults.push({ field: "max", sentence: `The range ends at ${high}, which is below its beginning at ${low}.` });
    }
  }
  if (readUnit(unit) === null) faults.push(unitFault(unit));
  if (raw === "") faults.push({ field: "raw", sentence: "The wording is empty: it is what readers see." });
  const value = enteredValue(entered);
  if (faults.length > 0 || value === null) return { faults };
  const parameter = { quantity, comparator: entered.comparator, value, unit, raw };
  const disagreement = wordingFault(parameter);
  return disagreement === null ? { parameter } : { faults: [{ field: "raw", sentence: disagreement }] };
}
