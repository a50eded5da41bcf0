/** Rows of the room `list`. Editions are insert-only (rule L1). */
import type { EditionContent } from "../../domain/list/edition.ts";
import type { Dialect } from "../dialect.ts";
import type { candidateTables } from "./candidate.ts";
import type { definitionTables } from "./definition.ts";
import type { membershipTables } from "./membership.ts";
import type { reviewTables } from "./review.ts";

export function listTables(
  d: Dialect,
  { committees }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
  { versions }: ReturnType<typeof definitionTables>,
  { recommendations, rounds }: ReturnType<typeof reviewTables>,
) {
  const entries = d.table(
    "entries",
    {
      id: d.text("id").primaryKey(),
      code: d.text("code").notNull().unique(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .unique()
        .references(() => candidates.id),
      versionId: d
        .text("version_id")
        .notNull()
        .references(() => versions.id),
      recommendationId: d
        .text("recommendation_id")
        .notNull()
        .references(() => recommendations.id),
      roundId: d
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      adoptedAt: d.instant("adopted_at").notNull(),
      reviewBy: d.instant("review_by").notNull(),
      /** Members that are absent where it was adopted in part (rule L6). */
      absent: d.json("absent").$type<string[]>().notNull(),
      delistedAt: d.instant("delisted_at"),
    },
    (t) => [
      d.index("entries_by_committee").on(t.committeeId, t.code),
      d.index("entries_by_recommendation").on(t.recommendationId),
      d.index("entries_by_review").on(t.reviewBy),
    ],
  );

  const editions = d.table("editions", {
    number: d.integer("number").primaryKey(),
    at: d.instant("at").notNull(),
    content: d.json("content").$type<EditionContent>().notNull(),
    /** SHA-256 of the canonical JSON of {number, at, entries, previousHash}. */
    hash: d.text("hash").notNull(),
    previousHash: d.text("previous_hash").notNull(),
  });

  return { entries, editions };
}
