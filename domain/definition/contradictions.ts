/** Thresholds that leave no value to each other (table D, `contradictory-threshold`). */
import type { Clause, Parameter } from "./control-text.ts";
import { visits } from "./inline-visits.ts";
import { clausePlaces } from "./numbering.ts";
import { type AdmittedValues, admittedValues, haveCommonValue } from "./parameters/admitted-values.ts";
import { unnamedQuantity } from "./parameters/offered-parameters.ts";
import { plainText } from "./plain-words.ts";

/** `one` stands in the clause `nid`, `other` in it too or in an item above it. */
export type Contradiction = { nid: string; one: Parameter; other: { nid: string; parameter: Parameter } };

type Held = { nid: string; parameter: Parameter; name: string; admitted: AdmittedValues };

/** A clause is a value that never changes, so what was read of it once holds. */
const heldByClause = new WeakMap<Clause, Held[]>();

/** The thresholds of a clause that can be compared; alternatives in brackets are not agreed and do not count. */
function heldBy(clause: Clause): Held[] {
  const known = heldByClause.get(clause);
  if (known !== undefined) return known;
  const held = visits(clause.content).flatMap(({ part, inAlternative }): Held[] => {
    if (!("param" in part) || inAlternative) return [];
    const name = plainText(part.param.quantity);
    const admitted = name === unnamedQuantity ? null : admittedValues(part.param);
    return admitted === null ? [] : [{ nid: clause.nid, parameter: part.param, name, admitted }];
  });
  heldByClause.set(clause, held);
  return held;
}

/** Within an item and along its ancestors, each pair of thresholds of one quantity must leave a value to both. */
export function contradictions(clauses: Clause[]): Contradiction[] {
  const items = clauses.filter(({ kind }) => kind === "item");
  if (items.every((clause) => heldBy(clause).length === 0)) return [];
  const places = clausePlaces(clauses);
  const byNid = new Map(clauses.map((clause) => [clause.nid, clause]));
  return items.flatMap((clause): Contradiction[] => {
    const own = heldBy(clause);
    if (own.length === 0) return [];
    const inherited: Held[] = [];
    const seen = new Set([clause.nid]);
    let parent = places.get(clause.nid)?.parent ?? null;
    while (parent !== null && !seen.has(parent)) {
      seen.add(parent);
      const holder = byNid.get(parent);
      if (holder?.kind === "item") inherited.push(...heldBy(holder));
      parent = places.get(parent)?.parent ?? null;
    }
    return own.flatMap((one, at) =>
      [...own.slice(at + 1), ...inherited]
        .filter((other) => one.name === other.name && !haveCommonValue(one.admitted, other.admitted))
        .map((other) => ({
          nid: clause.nid,
          one: one.parameter,
          other: { nid: other.nid, parameter: other.parameter },
        })),
    );
  });
}
