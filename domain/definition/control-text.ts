/**
 * Control text: what a definition says, as plain values. A flat list of clauses whose levels give the tree
 * (rules D1, D2, D3, D5, D6). The same shape is imported, exported, frozen and hashed.
 */
import type { Marking } from "../record/marking.ts";

/** The kinds of clause (rule D1). `text` is an unnumbered paragraph. */
export const clauseKinds = [
  "heading",
  "item",
  "note",
  "technical-note",
  "nota-bene",
  "related-control",
  "exclusion",
  "text",
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

export const clauseLevelMin = 1;
export const clauseLevelMax = 6;

export const comparators = ["<", "<=", "=", ">=", ">", "between", "outside", "spans"] as const;
export type Comparator = (typeof comparators)[number];

/** Values are exact decimal strings; nothing passes through floating point (rule D3). */
export type ParameterRange = { min: string; min_inclusive: boolean; max: string; max_inclusive: boolean };

export type Parameter = {
  quantity: string;
  comparator: Comparator;
  value: string | ParameterRange;
  /** UCUM code; `1` for a pure number. */
  unit: string;
  /** The words of the text that the parameter stands for. */
  raw: string;
};

/**
 * Words that are not agreed (rule D6). `id` names a bracket that may be cut in several by a split or by another bracket, so
 * that its parts and its alternatives are found again; a bracket from elsewhere may have none. `alternativeOf` is the `id`
 * of the bracket whose words these would replace.
 */
export type Bracket = { id?: string; delegations: string[]; alternativeOf?: string; content: Inline[] };

export type Inline =
  | { text: string }
  | { param: Parameter }
  | { termRef: string }
  | { xref: string }
  | { bracket: Bracket };

export type Clause = {
  /** Never reused within a definition. */
  nid: string;
  level: number;
  kind: ClauseKind;
  marking: Marking;
  /** Delegations that alone may read; empty means all (rule Z2). */
  caveat: string[];
  content: Inline[];
};

export type Term = { term: string; definition: string };

export type ControlText = {
  format: "plenary-control-text/1";
  reference: string;
  title: string;
  terms: Term[];
  clauses: Clause[];
};

/** What is read in the place of a reference: the number that its clause has, or the target itself. */
export type ReferenceWords = (target: string) => string;

const asWritten: ReferenceWords = (target) => target;

/** The words of an inline run as they are read aloud or searched. */
export function inlineText(content: Inline[], referenceWords = asWritten): string {
  return content
    .map((part) => {
      if ("text" in part) return part.text;
      if ("param" in part) return part.param.raw;
      if ("termRef" in part) return `'${part.termRef}'`;
      if ("xref" in part) return referenceWords(part.xref);
      return `[${inlineText(part.bracket.content, referenceWords)}]`;
    })
    .join("");
}

export function clauseText(clause: Clause): string {
  return inlineText(clause.content);
}
