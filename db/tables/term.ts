/** Rows of the term lists: one row a term and scope, and beneath it every definition it ever had (rule D4). */
import type { Dialect } from "../dialect.ts";
import type { candidateTables } from "./candidate.ts";
import type { membershipTables } from "./membership.ts";

export function termTables(
  d: Dialect,
  { people, committees }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
) {
  const terms = d.table(
    "terms",
    {
      id: d.text("id").primaryKey(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      /** The candidate whose text alone the term belongs to; null for all texts of the committee. */
      candidateId: d.text("candidate_id").references(() => candidates.id),
      /** The committee's id, or the candidate's: a unique index holds no two terms apart by a null. */
      scopeId: d.text("scope_id").notNull(),
      term: d.text("term").notNull(),
      /** The term in the form in which two spellings are one term. */
      key: d.text("key").notNull(),
      definedAt: d.instant("defined_at").notNull(),
    },
    (t) => [
      d.uniqueIndex("terms_once").on(t.scopeId, t.key),
      d.index("terms_by_committee").on(t.committeeId, t.key, t.id),
    ],
  );

  /** Insert-only: the definition in force is the one with the highest number. */
  const termDefinitions = d.table(
    "term_definitions",
    {
      termId: d
        .text("term_id")
        .notNull()
        .references(() => terms.id),
      number: d.integer("number").notNull(),
      definition: d.text("definition").notNull(),
      /** Why the definition before was replaced; empty for the first. */
      reason: d.text("reason").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.termId, t.number] })],
  );

  return { terms, termDefinitions };
}
