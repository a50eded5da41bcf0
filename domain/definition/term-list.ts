/**
 * The term list of a committee (rule D4). It begins with the terms that all lists share; a committee that words one of them
 * otherwise has its own definition, and a term of one candidate's text goes before both.
 */
import { commonTerms } from "./common-terms.ts";
import type { Term } from "./control-text.ts";

/** Whose a definition is. */
export const termScopes = ["candidate", "committee", "common"] as const;
export type TermScope = (typeof termScopes)[number];

export type ListedTerm = Term & { scope: TermScope };

/** The form in which two spellings are one term: case, quotation marks and the width of spaces do not count. */
export function termKey(term: string): string {
  return term
    .normalize("NFC")
    .replace(/['‘’“”"]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** One definition for each term: the candidate's own, else the committee's, else the common one; in order of the alphabet. */
export function termList(own: ListedTerm[]): ListedTerm[] {
  const common = commonTerms.map((term): ListedTerm => ({ ...term, scope: "common" }));
  const byKey = new Map<string, ListedTerm>();
  for (const term of [...own, ...common].sort(
    (one, other) => termScopes.indexOf(one.scope) - termScopes.indexOf(other.scope),
  )) {
    const key = termKey(term.term);
    if (!byKey.has(key)) byKey.set(key, term);
  }
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, term]) => term);
}
