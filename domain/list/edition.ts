/** The adopted list at one instant. Rules L1 to L7. */
import type { ScopeRow } from "../candidate/candidate.ts";
import type { Clause, Term } from "../definition/control-text.ts";

export type EditionReservation = {
  member: string;
  /** Null: of full scope (rule V14). */
  rows: ScopeRow[] | null;
  reason: string;
  sunsetAt: number;
};

export type EditionEntry = {
  code: string;
  committee: string;
  title: string;
  class: string;
  candidate: string;
  recommendation: string;
  round: string;
  version: number;
  textHash: string;
  adoptedAt: number;
  reviewBy: number;
  rows: ScopeRow[];
  exclusions: string[];
  relations: { regime: string; word: string; entries: string[]; note: string }[];
  /** Names of the members it is in force for, and of those that could not join (rule L6). */
  inForceFor: string[];
  absent: string[];
  reservations: EditionReservation[];
  terms: Term[];
  clauses: Clause[];
};

export type EditionContent = { entries: EditionEntry[] };

/** The hash before the first edition. */
export const startOfEditions = "0".repeat(64);

/**
 * The clauses of an adopted text that an edition shows (rules L7, Z8). Adoption makes a text public; what its authors
 * closed beyond the committee's own circle stays out: a clause with a caveat, or one marked above AMBER.
 */
export function publicClauses(clauses: readonly Clause[]): Clause[] {
  const closed: readonly string[] = ["AMBER+STRICT", "RED"];
  return clauses
    .filter((clause) => clause.caveat.length === 0 && !closed.includes(clause.marking))
    .map((clause) => ({ ...clause, marking: "CLEAR" }));
}

/** The next code of a committee's list: given once, never reused (rule L3). */
export function nextEntryCode(listCode: string, given: string[]): string {
  const numbers = given
    .filter((code) => code.startsWith(`${listCode}-`))
    .map((code) => Number(code.slice(listCode.length + 1)));
  return `${listCode}-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
