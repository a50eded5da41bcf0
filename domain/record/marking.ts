/** Markings after TLP 2.0, and the caveat that stands beside them. Rules Z1 to Z4. */

/** From the widest circle to the narrowest (rule Z1). */
export const markings = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] as const;
export type Marking = (typeof markings)[number];

/** New text is AMBER (rule Z1). */
export const markingOfNewText: Marking = "AMBER";

/** The narrower circle of two markings. */
export function narrower(one: Marking, other: Marking): Marking {
  return markings.indexOf(one) >= markings.indexOf(other) ? one : other;
}

/** The marking of a thing derived from others: the highest of all it holds (rule Z4). */
export function highestMarking(held: Marking[]): Marking {
  return held.reduce(narrower, "CLEAR");
}
