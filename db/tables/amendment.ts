/** Rows of the room `definition` about amendments: what each would change, who supports it, what was said of it. */
import { amendmentStates } from "../../domain/definition/amendment-life.ts";
import { amendmentEntryKinds } from "../../domain/definition/amendment-record.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import type { Dialect } from "../dialect.ts";
import type { candidateTables } from "./candidate.ts";
import type { definitionTables } from "./definition.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function amendmentTables(
  d: Dialect,
  { people, seats, members }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
  { versions }: ReturnType<typeof definitionTables>,
) {
  const amendments = d.table(
    "amendments",
    {
      id: d.text("id").primaryKey(),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      number: d.integer("number").notNull(),
      reference: d.text("reference").notNull().unique(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      seatId: d.text("seat_id").references(() => seats.id),
      memberId: d.text("member_id").references(() => members.id),
      reason: d.text("reason").notNull(),
      state: d.text("state").$type<(typeof amendmentStates)[number]>().notNull(),
      /** Which wording of the amendment stands: 1 as proposed, one more with each rebase (rule A6). */
      wording: d.integer("wording").notNull(),
      /** The frozen version that the text was equal to, or null for a text that had moved on; and the text's update. */
      baseVersionId: d.text("base_version_id").references(() => versions.id),
      baseSequence: d.integer("base_sequence").notNull(),
      /** Numbers of the amendments that this one amends (one) or combines (two), rule A2. */
      names: d.json("names").$type<number[]>().notNull(),
      /** The number of the version that it would restore. */
      restores: d.integer("restores"),
      proposedAt: d.instant("proposed_at").notNull(),
      /** The 72 hours of rule A3 run from here: a new wording is noticed anew. */
      noticeAt: d.instant("notice_at").notNull(),
      decidedAt: d.instant("decided_at"),
      decidedBy: d.text("decided_by").references(() => people.id),
      /** The clauses that were taken into the text; null before. */
      acceptedNids: d.json("accepted_nids").$type<string[]>(),
      /** The update of the text with which it entered, and the client id under which its words stand there. */
      textSequence: d.integer("text_sequence"),
      textClientId: d.integer("text_client_id"),
      /** When the clock acts on it: set when another amendment has been adopted that contradicts it. */
      dueAt: d.instant("due_at"),
    },
    (t) => [
      d.uniqueIndex("amendments_in_order").on(t.candidateId, t.number),
      d.index("amendments_by_state").on(t.candidateId, t.state, t.number),
      d.index("amendments_open").on(t.state, t.candidateId),
      d.index("amendments_due").on(t.dueAt),
      d.index("amendments_by_notice").on(t.state, t.noticeAt),
      d.index("amendments_by_person").on(t.personId, t.state),
      oneOf(d, "amendment_state", t.state, amendmentStates),
    ],
  );

  /** What each wording changes. Insert-only: an earlier wording stays in the record. */
  const amendmentChanges = d.table(
    "amendment_changes",
    {
      amendmentId: d
        .text("amendment_id")
        .notNull()
        .references(() => amendments.id),
      wording: d.integer("wording").notNull(),
      place: d.integer("place").notNull(),
      nid: d.text("nid").notNull(),
      before: d.json("before_clause").$type<Clause | null>(),
      after: d.json("after_clause").$type<Clause | null>(),
      behind: d.text("behind"),
      /** SHA-256 of the clause that the change rests on; empty where there was none. */
      baseHash: d.text("base_hash").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.amendmentId, t.wording, t.place] }),
      d.index("amendment_changes_by_clause").on(t.nid, t.amendmentId),
    ],
  );

  /** Who supports it; support that was taken back keeps its row. */
  const amendmentSupports = d.table(
    "amendment_supports",
    {
      amendmentId: d
        .text("amendment_id")
        .notNull()
        .references(() => amendments.id),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      seatId: d.text("seat_id").references(() => seats.id),
      memberId: d.text("member_id").references(() => members.id),
      /** The wording that was supported. */
      wording: d.integer("wording").notNull(),
      at: d.instant("at").notNull(),
      withdrawnAt: d.instant("withdrawn_at"),
    },
    (t) => [d.primaryKey({ columns: [t.amendmentId, t.personId] })],
  );

  /** What was said of it and what became of it, in order and insert-only. */
  const amendmentEntries = d.table(
    "amendment_entries",
    {
      amendmentId: d
        .text("amendment_id")
        .notNull()
        .references(() => amendments.id),
      number: d.integer("number").notNull(),
      kind: d.text("kind").$type<(typeof amendmentEntryKinds)[number]>().notNull(),
      /** Null: the clock. */
      personId: d.text("person_id").references(() => people.id),
      memberId: d.text("member_id").references(() => members.id),
      body: d.text("body").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.amendmentId, t.number] }),
      oneOf(d, "amendment_entry_kind", t.kind, amendmentEntryKinds),
    ],
  );

  return { amendments, amendmentChanges, amendmentSupports, amendmentEntries };
}
