/** What a change of one threshold does to the set of products under control (rule D13). */
import type { Comparator, ParameterRange } from "./control-text.ts";
import { type AdmittedValues, admitsOnly, admittedValues } from "./parameters/admitted-values.ts";
import { shownThreshold } from "./parameters/shown-parameter.ts";
import { plainText } from "./plain-words.ts";

/** A threshold as typed or as read from the words; `quantity` null where the words do not name it. */
export type Threshold = {
  quantity: string | null;
  comparator: Comparator;
  value: string | ParameterRange;
  unit: string | null;
  /** Typed parameters are compared by their quantity too; in plain words the quantity is among the other words. */
  typed: boolean;
};

export type ThresholdChange = { effect: "same" | "loosened" | "tightened" | "rewritten"; detail: string };

/** A range that a product must cover as a whole is the harder to meet the wider it is; so it is compared the other way round. */
function admitted({ comparator, value, unit }: Threshold): AdmittedValues | null {
  return admittedValues({ comparator: comparator === "spans" ? "between" : comparator, value, unit: unit ?? "1" });
}

/** `qubits ≥ 34 → ≥ 100` */
export function shownChange(before: Threshold, after: Threshold): string {
  const name = after.quantity ?? before.quantity;
  return `${name === null || name === "" ? "" : `${name} `}${shownThreshold(before)} → ${shownThreshold(after)}`;
}

/**
 * For a lower bound a higher value is `loosened` (fewer products fall in), for an upper bound a lower one; the reverse is
 * `tightened`. Ranges follow: what admits less is loosened. Neither within the other, or another dimension: `rewritten`.
 */
export function thresholdChange(before: Threshold, after: Threshold): ThresholdChange {
  const detail = shownChange(before, after);
  const [old, now] = [admitted(before), admitted(after)];
  const renamed = before.typed && after.typed && plainText(before.quantity ?? "") !== plainText(after.quantity ?? "");
  if (old === null || now === null) {
    const same = !renamed && shownThreshold(before) === shownThreshold(after);
    return { effect: same ? "same" : "rewritten", detail };
  }
  const spans = [before, after].filter(({ comparator }) => comparator === "spans").length;
  if (renamed || old.siUnit !== now.siUnit || spans === 1) return { effect: "rewritten", detail };
  const less = admitsOnly(now, old);
  const more = admitsOnly(old, now);
  if (less && more) return { effect: "same", detail };
  if (!less && !more) return { effect: "rewritten", detail };
  return { effect: less !== (spans === 2) ? "loosened" : "tightened", detail };
}
