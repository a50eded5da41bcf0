/** One number with its comparator: `34 or more`, `less (better) than 0.015 dB`, or a bare `20 °C`. */
import { type Bound, comparatorAfter, comparatorBefore } from "./comparator-words.ts";
import type { Quantity } from "./find-quantities.ts";
import { compareRatios, decimal } from "./ratio.ts";

/** `explicit` when words say the comparator; `quality` when only "better" says which way. */
export type Stated = Quantity & { start: number; bound: Bound; explicit: boolean; quality?: boolean };

/** `4A`, `5B2` and `2N` are names, though A, B and N are units; `10K` is a temperature. */
function isCode(text: string, quantity: Quantity): boolean {
  return /^[A-JL-UX-Z]\d?(?![\p{L}\d])/u.test(text.slice(quantity.number.end));
}

/** "One or more" and "at least one" say that there is such a thing; that is no threshold. */
function isPresence({ number }: Quantity, bound: Bound): boolean {
  return number.kind === "words" && bound === ">=" && compareRatios(number.value, decimal("1")) === 0;
}

/** The threshold or stated value at a quantity, its words not before `floor`; null when it is neither. */
export function stated(text: string, quantity: Quantity, floor: number): Stated | null {
  const before = comparatorBefore(text, quantity.number.start);
  const after = comparatorAfter(text, quantity.end);
  const start = quantity.number.start;
  let found: Stated | null = null;
  // "Equal to 200 mm or greater": the words behind the number say more than those before it.
  const isBeforeWhole = before !== null && before.start >= floor && (before.bound !== "=" || after === null);
  if (before !== null && isBeforeWhole) found = { ...quantity, ...before, end: quantity.end, explicit: true };
  else if (after !== null) {
    const isEqualAhead = before !== null && before.start >= floor;
    found = { ...quantity, ...after, start: isEqualAhead ? before.start : start, explicit: true };
  }
  if (found !== null) {
    const ofFollowing = /^\s*(?:of\s+)?(?:the\s+)?following/i.test(text.slice(found.end));
    const idle = quantity.number.kind === "words" && quantity.unit === null && ofFollowing;
    return idle || isPresence(quantity, found.bound) ? null : found;
  }
  if (
    quantity.unit === null ||
    quantity.number.kind === "ratio" ||
    quantity.thing !== undefined ||
    isCode(text, quantity)
  )
    return null;
  return { ...quantity, start, bound: "=", explicit: false };
}
