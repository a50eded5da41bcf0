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

export type Bracket = { delegations: string[]; alternativeOf?: string; content: Inline[] };

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

/** The words of an inline run as they are read aloud or searched. */
export function inlineText(content: Inline[]): string {
  return content
    .map((part) => {
      if ("text" in part) return part.text;
      if ("param" in part) return part.param.raw;
      if ("termRef" in part) return `'${part.termRef}'`;
      if ("xref" in part) return part.xref;
      return `[${inlineText(part.bracket.content)}]`;
    })
    .join("");
}

export function clauseText(clause: Clause): string {
  return inlineText(clause.content);
}
