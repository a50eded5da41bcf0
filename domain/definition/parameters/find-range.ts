/** Two numbers that bound one range. */
import type { Comparator } from "../control-text.ts";
import { type Bound, comparatorBefore } from "./comparator-words.ts";
import type { Quantity } from "./find-quantities.ts";
import type { Stated } from "./find-threshold.ts";
import { compareRatios, type Ratio } from "./ratio.ts";
import { noUnit, type ReadUnit, toSi } from "./unit-expression.ts";

export type Range = { low: Stated; high: Stated; comparator: Comparator; start: number; end: number };

const opens =
  /(?<![\p{L}])(?<word>from|between|ranging from|in the range of|range of|of|range|in the range|at|,)\s+(?:a\s+)?$/iu;
const spansBefore =
  /(?:over|across|throughout|spanning|covering)\s+(?:the|a|an)?\s*(?:entire|whole|full|complete)?[^,;.\d]*\b(?:range|band|interval|spectrum|span)\b[^,;.\d]*$|\b(?:entire|whole|full|complete)\b[^,;.\d]*$/i;

/** `10 Hz ≤ F ≤ 10 kHz` */
function chained(low: Quantity, high: Quantity, joint: string): Range | null {
  const signs = /^\s*(?<low>[<≤])\s*\p{L}{1,4}\s*(?<high>[<≤])\s*$/u.exec(joint)?.groups;
  if (signs === undefined) return null;
  const { start } = low.number;
  return {
    low: { ...low, start, bound: signs.low === "≤" ? ">=" : ">", explicit: true },
    high: { ...high, start, bound: signs.high === "≤" ? "<=" : "<", explicit: true },
    comparator: "between",
    start,
    end: high.end,
  };
}

/** A range in one breath: `from 2 GHz up to and including 15 GHz`, `between 1 and 5`, `100 to 200 nm`. */
export function rangeOf(text: string, low: Quantity, high: Quantity): Range | null {
  const joint = text.slice(low.end, high.number.start);
  const chain = chained(low, high, joint);
  if (chain !== null) return chain;
  const plain =
    /^\s*(?:(?<dash>[-–—]|‑)|(?<word>up to(?: and including)?|up to|to|through|thru|and)(?<edge>\s+(?:less than|below|under|above|and including|and|at least|at most))?)\s*(?:and including\s*)?$/i.exec(
      joint,
    );
  if (plain === null) return null;
  const ahead = text.slice(0, low.number.start);
  const opening = opens
    .exec(ahead.replace(/(?:(?:above|below|about|exceeding|more than|at least)\s+)$/i, ""))
    ?.groups?.word?.toLowerCase();
  const bound = comparatorBefore(text, low.number.start);
  const word = plain.groups!.word?.toLowerCase();
  const firm = opening === "from" || opening === "between" || opening === "ranging from" || /range/.test(opening ?? "");
  if (word === "and" && opening !== "between") return null;
  if (!firm && low.unit === null && high.unit === null) return null;
  if (!firm && bound !== null && word !== undefined && !/^(?:to|up to)/.test(word)) return null;
  const lowIn = bound === null || bound.bound !== ">" || firm === false ? bound?.bound !== ">" : false;
  const highIn = !/less than|below|under/i.test(plain.groups!.edge ?? "");
  const opened = opens.exec(ahead);
  const outward = bound?.bound === "<" && /above/i.test(plain.groups!.edge ?? "");
  const comparator = /outside(?: of)?(?: the)?(?: range)?(?: from)?\s*$/i.test(ahead)
    ? "outside"
    : outward || spansBefore.test(ahead)
      ? "spans"
      : "between";
  const start =
    bound?.start ??
    (opened !== null && /^(?:from|between|ranging from)$/i.test(opened.groups!.word!)
      ? opened.index
      : low.number.start);
  return {
    low: { ...low, start, bound: lowIn ? ">=" : ">", explicit: true },
    high: { ...high, start: high.number.start, bound: highIn ? "<=" : "<", explicit: true },
    comparator,
    start,
    end: high.end,
  };
}

function isLower(bound: Bound): boolean {
  return bound === ">" || bound === ">=";
}

/** Two thresholds that make one range: `more than 6 nm and less than 20 nm`, `below 5 or above 10`. */
export function joined(text: string, one: Stated, other: Stated): Range | null {
  if (!one.explicit || !other.explicit || one.bound === "=" || other.bound === "=") return null;
  if (isLower(one.bound) === isLower(other.bound)) return null;
  if (one.unit !== null && other.unit !== null && one.unit.siUnit !== other.unit.siUnit) return null;
  const joint = /^[\s,]*(?<word>but|and|and\/or|or|yet|while|to)?(?:\s+(?:also|is|are|still))?\s*\(?$/i.exec(
    text.slice(one.end, other.start),
  );
  if (joint === null) return null;
  const [low, high] = isLower(one.bound) ? [one, other] : [other, one];
  const unit = low.unit ?? high.unit;
  const order = compareRatios(siOf(low, unit), siOf(high, high.unit ?? unit));
  const apart = joint.groups!.word?.toLowerCase() === "or";
  const place = { start: one.start, end: other.end };
  if (order > 0 && !isLower(one.bound) && (apart || joint.groups!.word !== undefined)) {
    return { low: high, high: low, comparator: "outside", ...place };
  }
  if (apart || order > 0) return null;
  return { low, high, comparator: "between", ...place };
}

function siOf(quantity: Quantity, unit: ReadUnit | null): Ratio {
  return toSi(quantity.number.value, unit ?? noUnit);
}
