/** Markings after TLP 2.0, and the caveat that stands beside them. Rules Z1 to Z4. */
import { type Refusal, refuse } from "../refusal.ts";

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

/** Who may read a thing: its marking, and the delegations that alone may (none: all of the marking's circle). */
export type Circle = { marking: Marking; caveat: string[] };

/** The circle of a thing derived from others: the highest marking and the delegations that may read all of it (rule Z4). */
export function derivedCircle(held: Circle[]): Circle | Refusal {
  const marking = highestMarking(held.map((one) => one.marking));
  const caveats = held.map(({ caveat }) => caveat).filter((caveat) => caveat.length > 0);
  const [first, ...others] = caveats;
  if (first === undefined) return { marking, caveat: [] };
  const caveat = [...new Set(first)].filter((name) => others.every((other) => other.includes(name)));
  if (caveat.length > 0) return { marking, caveat };
  return refuse(
    "marking",
    "Z4",
    "No delegation may read all of this text: its clauses are for different delegations, so it is not taken out as one thing.",
  );
}
