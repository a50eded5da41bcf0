/** The clauses of a published entry. One European entry begins with its first paragraph and has no heading of its own. */
import { type Clause, clauseText } from "../../domain/definition/control-text.ts";
import { type ImportOptions, importEntry } from "../../domain/definition/import-entry.ts";
import type { PublishedEntry } from "./published-lists.ts";

export function entryClauses(published: PublishedEntry, options: ImportOptions): Clause[] {
  const { clauses } = importEntry(published, options);
  return clauses.filter((clause) => clause.kind !== "heading" || clauseText(clause) !== "");
}
