/** The terms that a candidate's text may name, with one definition each: pages, the linter and freezing ask here (rule D4). */
import type { Reader } from "../db/open.ts";
import { loadOwnTerms } from "../db/store/term.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import { type ListedTerm, termList } from "../domain/definition/term-list.ts";

export async function termsOf(tx: Reader, candidate: Pick<Candidate, "id" | "committeeId">): Promise<ListedTerm[]> {
  return termList(await loadOwnTerms(tx, candidate));
}
