/** A parameter in spoken words, for screen readers and for the offer. */
import type { Parameter } from "../../domain/definition/control-text.ts";
import { unnamedQuantity } from "../../domain/definition/parameters/offered-parameters.ts";
import { writtenNumber } from "../../domain/definition/parameters/parameter-wording.ts";

export type Say = (key: string, values?: Record<string, unknown>) => string;

/** `qubits at least 34`, `pitch from 10 to less than 20 nm` */
export function spokenParameter(say: Say, { quantity, comparator, value, unit }: Parameter): string {
  const name = quantity === unnamedQuantity ? say("param.unnamed") : quantity;
  const shownUnit = unit === "1" || unit === "ratio" || quantity.includes(unit) ? "" : unit === "[g]" ? "g" : unit;
  if (typeof value === "string") {
    const amount = `${writtenNumber(value)} ${shownUnit}`.trim();
    return say(`param.spoken.${comparator}`, { quantity: name, amount });
  }
  const from = say(value.min_inclusive ? "param.spoken.from" : "param.spoken.above", {
    amount: writtenNumber(value.min),
  });
  const to = say(value.max_inclusive ? "param.spoken.to" : "param.spoken.below", {
    amount: `${writtenNumber(value.max)} ${shownUnit}`.trim(),
  });
  return say(`param.spoken.${comparator}`, { quantity: name, from, to });
}
