/** Rows of the room `definition`: live text, versions, comments, dispositions, waivers. */
import { sql } from "drizzle-orm";
import { commentStates, commentTypes, dispositionWords, threadEntryKinds } from "../../domain/definition/comment.ts";
import type { Dialect } from "../dialect.ts";
import type { candidateTables } from "./candidate.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function definitionTables(
  d: Dialect,
  { people, seats, members }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
) {
  /** The live text of a candidate. Raising the epoch ends every right to write that was asked before (coediting). */
  const definitions = d.table("definitions", {
    id: d.text("id").primaryKey(),
    candidateId: d
      .text("candidate_id")
      .notNull()
      .unique()
      .references(() => candidates.id),
    epoch: d.integer("epoch").notNull(),
    headSequence: d.integer("head_sequence").notNull(),
    headHash: d.text("head_hash").notNull(),
    changedAt: d.instant("changed_at").notNull(),
    createdAt: d.instant("created_at").notNull(),
  });

  /** The log of live text: one row an accepted update, each hash over the one before it. */
  const textUpdates = d.table(
    "text_updates",
    {
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      sequence: d.integer("sequence").notNull(),
      bytes: d.bytes("bytes").notNull(),
      personId: d.text("person_id").references(() => people.id),
      sessionId: d.text("session_id"),
      at: d.instant("at").notNull(),
      hash: d.text("hash").notNull(),
      previousHash: d.text("previous_hash").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.definitionId, t.sequence] })],
  );

  const textSnapshots = d.table(
    "text_snapshots",
    {
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      /** The last update that the snapshot holds, and that update's chained hash. */
      sequence: d.integer("sequence").notNull(),
      sequenceHash: d.text("sequence_hash").notNull(),
      state: d.bytes("state").notNull(),
      hash: d.text("hash").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.definitionId, t.sequence] })],
  );

  /** Which client id belongs to whom in which definition: this proves the author of every character. */
  const textClients = d.table(
    "text_clients",
    {
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      clientId: d.integer("client_id").notNull(),
      personId: d.text("person_id").references(() => people.id),
      sessionId: d.text("session_id"),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.definitionId, t.clientId] }),
      d.index("text_clients_by_session").on(t.definitionId, t.sessionId),
    ],
  );

  /** Frozen texts, insert-only (rules D9, D10). */
  const versions = d.table(
    "versions",
    {
      id: d.text("id").primaryKey(),
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      number: d.integer("number").notNull(),
      /** Canonical JSON, as it is hashed. */
      text: d.text("text").notNull(),
      textHash: d.text("text_hash").notNull(),
      previousHash: d.text("previous_hash").notNull(),
      plainText: d.text("plain_text").notNull(),
      state: d.bytes("state").notNull(),
      headSequence: d.integer("head_sequence").notNull(),
      reason: d.text("reason").notNull(),
      frozenBy: d.text("frozen_by").references(() => people.id),
      frozenAt: d.instant("frozen_at").notNull(),
    },
    (t) => [d.uniqueIndex("versions_in_order").on(t.definitionId, t.number)],
  );

  const comments = d.table(
    "comments",
    {
      id: d.text("id").primaryKey(),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      number: d.integer("number").notNull(),
      versionId: d.text("version_id").references(() => versions.id),
      nid: d.text("nid").notNull(),
      quote: d.text("quote").notNull(),
      /** Relative position of the quote in the live text, base64; null when the comment is on the whole clause. */
      anchor: d.text("anchor"),
      type: d.text("type").$type<(typeof commentTypes)[number]>().notNull(),
      body: d.text("body").notNull(),
      proposedChange: d.text("proposed_change").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      seatId: d.text("seat_id").references(() => seats.id),
      memberId: d.text("member_id").references(() => members.id),
      madeAt: d.instant("made_at").notNull(),
      late: d.boolean("late").notNull(),
      state: d.text("state").$type<(typeof commentStates)[number]>().notNull(),
      disposition: d.text("disposition").$type<(typeof dispositionWords)[number]>(),
      dispositionReason: d.text("disposition_reason"),
      disposedBy: d.text("disposed_by").references(() => people.id),
      /** The version or amendment that carries an accepted comment (rule K4), as `version-3` or `amendment-…`. */
      carriedBy: d.text("carried_by"),
      disposedAt: d.instant("disposed_at"),
      reopenedAt: d.instant("reopened_at"),
      /** When the chair admitted a late comment (rule K3). */
      admittedAt: d.instant("admitted_at"),
    },
    (t) => [
      d.uniqueIndex("comments_in_order").on(t.candidateId, t.number),
      d.index("comments_by_state").on(t.candidateId, t.state, t.number),
      d.index("comments_by_person").on(t.personId, t.state),
      oneOf(d, "comment_type", t.type, commentTypes),
      oneOf(d, "comment_state", t.state, commentStates),
      oneOf(d, "comment_disposition", t.disposition, dispositionWords),
      d.check(
        "disposition_has_reason",
        sql`${t.disposition} is null or ${t.disposition} = 'accepted' or length(${t.dispositionReason}) > 0`,
      ),
      d.check(
        "accepted_names_carrier",
        sql`${t.disposition} is null or ${t.disposition} <> 'accepted' or ${t.carriedBy} is not null`,
      ),
    ],
  );

  /** What followed a comment, in order and insert-only: answers, dispositions with their reason, the new argument (K7). */
  const followUps = d.table(
    "follow_ups",
    {
      commentId: d
        .text("comment_id")
        .notNull()
        .references(() => comments.id),
      number: d.integer("number").notNull(),
      kind: d.text("kind").$type<(typeof threadEntryKinds)[number]>().notNull(),
      /** The word of a disposition. */
      word: d.text("word").$type<(typeof dispositionWords)[number]>(),
      /** What carries it, as in the comment's own row. */
      carriedBy: d.text("carried_by"),
      /** Null: the clock. */
      personId: d.text("person_id").references(() => people.id),
      body: d.text("body").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.commentId, t.number] }),
      oneOf(d, "thread_entry_kind", t.kind, threadEntryKinds),
      d.check("disposition_has_word", sql`(${t.kind} = 'disposition') = (${t.word} is not null)`),
    ],
  );

  /** People whom a comment or an answer names with `@`, until they have looked. Entry 0 is the comment itself. */
  const mentions = d.table(
    "mentions",
    {
      commentId: d
        .text("comment_id")
        .notNull()
        .references(() => comments.id),
      entry: d.integer("entry").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      byPersonId: d
        .text("by_person_id")
        .notNull()
        .references(() => people.id),
      at: d.instant("at").notNull(),
      seenAt: d.instant("seen_at"),
    },
    (t) => [
      d.primaryKey({ columns: [t.commentId, t.entry, t.personId] }),
      d.index("mentions_unseen").on(t.personId, t.seenAt),
    ],
  );

  /** A waiver belongs to one fault on one clause text (rule D8). Insert-only. */
  const waivers = d.table(
    "waivers",
    {
      id: d.text("id").primaryKey(),
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      code: d.text("code").notNull(),
      nid: d.text("nid").notNull(),
      /** The fault's own sentence: another fault of the same code on the clause is not waived with it. */
      detail: d.text("detail").notNull(),
      clauseHash: d.text("clause_hash").notNull(),
      reason: d.text("reason").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      at: d.instant("at").notNull(),
    },
    (t) => [d.index("waivers_by_definition").on(t.definitionId)],
  );

  return { definitions, textUpdates, textSnapshots, textClients, versions, comments, followUps, mentions, waivers };
}
