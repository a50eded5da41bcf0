/**
 * What a text asks of a system in numbers (rule D3): ways to fall in, of which one is enough, each of them thresholds that must
 * all be met. An item joins its sub-items as its words say, *all of the following* or *any of the following*; what stands in
 * its own words and in those of the items above it is asked as well. Notes and exclusions are words, and are not judged here.
 */
import { type Clause, clauseText, type Inline, type Parameter } from "../control-text.ts";
import { clausePlaces } from "../numbering.ts";
import { placedParameters } from "../parameters/parse-parameters.ts";
import { singular } from "../parameters/unit-expression.ts";
import { countedThings } from "../parameters/units.ts";
import { quantityKey } from "../quantity-key.ts";

/** One threshold, with its place in the text: the how-manieth of its clause. */
export type Condition = { nid: string; at: number; quantity: string; key: string; parameter: Parameter };

export type WayIn = {
  /** The top item that it belongs to: what is said of another kind of thing is not asked of this one. */
  root: string;
  /** The clause that says it. */
  nid: string;
  conditions: Condition[];
};

export type Conditions = {
  ways: WayIn[];
  /** Items that say nothing in numbers, whose sub-items do not either. */
  notInNumbers: string[];
};

/** More ways than this come of a text that nobody could read. */
const waysMax = 400;

type Found = { condition: Condition; before: string };

/** A threshold without a quantity, or one that must hold over a range of the system's own, cannot be asked of a figure. */
function isAsked({ quantity, parameter }: Condition): boolean {
  return quantity.trim() !== "" && parameter.comparator !== "spans";
}

/** What is counted, where the words before the number name something else: `computers of 34 qubits` counts qubits. */
function countedIn({ quantity, unit }: Parameter): string | null {
  const thing = singular(unit.replace(/^\{(.*)\}$/, "$1").toLowerCase());
  return countedThings.has(thing) && !quantity.toLowerCase().includes(thing) ? unit : null;
}

/** The thresholds of a clause in their order, typed ones and those in plain words alike, with the words before each. */
function thresholdsOf({ nid, content }: Pick<Clause, "nid" | "content">): Found[] {
  const found: Found[] = [];
  let before = "";
  const keep = (parameter: Parameter) => {
    const quantity = countedIn(parameter) ?? parameter.quantity;
    const condition = { nid, at: found.length, quantity, key: quantityKey(quantity), parameter };
    found.push({ condition, before });
    before = "";
  };
  const read = (part: Inline) => {
    if ("param" in part) keep(part.param);
    else if ("text" in part) {
      let from = 0;
      for (const { start, end, subject, comparator, value, unit, raw } of placedParameters(part.text)) {
        before += part.text.slice(from, start);
        keep({ quantity: subject ?? "", comparator, value, unit: unit ?? "1", raw });
        from = end;
      }
      before += part.text.slice(from);
    } else if ("termRef" in part) before += part.termRef;
    // Of words that are not agreed the first wording is read, as the linter does.
    else if ("bracket" in part && part.bracket.alternativeOf === undefined) part.bracket.content.forEach(read);
  };
  for (const part of content) read(part);
  return found;
}

/** The clause's own thresholds: an `or` between two of them begins another way. */
function ownWays(clause: Clause): Condition[][] {
  const ways: Condition[][] = [[]];
  for (const { condition, before } of thresholdsOf(clause)) {
    if (!isAsked(condition)) continue;
    if (ways.at(-1)!.length > 0 && /(^|[\s,;])or[\s,]/i.test(before)) ways.push([]);
    ways.at(-1)!.push(condition);
  }
  return ways;
}

const allOfThem = /\ball\b[^;.]{0,40}\bfollowing\b|\bboth\b[^;.]{0,40}\bfollowing\b/i;
const anyOfThem = /\b(any|either|one or more)\b[^;.]{0,40}\bfollowing\b|\bas follows\b/i;

/** Whether the sub-items must all be met. Where the item does not say, the last but one says it: `…; and`. */
function joinsAll(item: Clause, children: Clause[]): boolean {
  const words = clauseText(item);
  if (allOfThem.test(words)) return true;
  if (anyOfThem.test(words)) return false;
  const beforeLast = children.at(-2);
  return beforeLast !== undefined && /[;,]?\s*and\s*$/i.test(clauseText(beforeLast));
}

type Way = { nid: string; conditions: Condition[] };

/** Each of one with each of the other; the more special clause names the way. */
function both(ones: Way[], others: Way[]): Way[] {
  return ones
    .flatMap((one) =>
      others.map((other) => ({
        nid: other.conditions.length > 0 ? other.nid : one.nid,
        conditions: [...one.conditions, ...other.conditions],
      })),
    )
    .slice(0, waysMax);
}

/** The ways into a text. */
export function conditionsOf(clauses: Clause[]): Conditions {
  const places = clausePlaces(clauses);
  const items = clauses.filter(({ kind }) => kind === "item");
  const isItem = new Set(items.map(({ nid }) => nid));
  const childrenOf = new Map<string | null, Clause[]>();
  for (const item of items) {
    const parent = places.get(item.nid)?.parent ?? null;
    // The items of a note belong to the note.
    if (parent !== null && !isItem.has(parent)) continue;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), item]);
  }
  const notInNumbers: string[] = [];

  const waysOf = (item: Clause): Way[] | null => {
    const own = ownWays(item).map((conditions) => ({ nid: item.nid, conditions }));
    const children = childrenOf.get(item.nid) ?? [];
    const ofChildren = children.map((child) => ({ child, ways: waysOf(child) }));
    const told = ofChildren.flatMap(({ ways }) => (ways === null ? [] : [ways]));
    if (told.length === 0) return own.some(({ conditions }) => conditions.length > 0) ? own : null;
    for (const { child, ways } of ofChildren) if (ways === null) notInNumbers.push(child.nid);
    const below = joinsAll(item, children)
      ? told.reduce((one, other) => both(one, other))
      : told.flat().slice(0, waysMax);
    return both(own, below);
  };

  const ways = (childrenOf.get(null) ?? []).flatMap((root): WayIn[] => {
    const found = waysOf(root);
    if (found === null) notInNumbers.push(root.nid);
    return (found ?? []).map((way) => ({ ...way, root: root.nid }));
  });
  return { ways, notInNumbers };
}

/** The quantities that a text asks for, each once, in its order. */
export function quantitiesOf({ ways }: Pick<Conditions, "ways">): { key: string; quantity: string; unit: string }[] {
  const found = new Map<string, { key: string; quantity: string; unit: string }>();
  for (const { conditions } of ways)
    for (const { key, quantity, parameter } of conditions)
      if (!found.has(key)) found.set(key, { key, quantity, unit: parameter.unit });
  return [...found.values()];
}
