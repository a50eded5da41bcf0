/** Rows of the room `review`: recommendations, rounds, replies, reservations, outages. */
import { sql } from "drizzle-orm";
import type { CandidateScope, ScopeRow } from "../../domain/candidate/candidate.ts";
import { type RecommendationState, recommendationStates } from "../../domain/review/recommendation-life.ts";
import { replyWords } from "../../domain/review/reply.ts";
import { roundKinds } from "../../domain/review/round-clock.ts";
import { type RoundState, roundStates } from "../../domain/review/round-life.ts";
import type { Dialect } from "../dialect.ts";
import type { ballotTables } from "./ballot.ts";
import type { candidateTables } from "./candidate.ts";
import type { definitionTables } from "./definition.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function reviewTables(
  d: Dialect,
  { committees, members, people }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
  { versions }: ReturnType<typeof definitionTables>,
  { ballots }: ReturnType<typeof ballotTables>,
) {
  const recommendations = d.table(
    "recommendations",
    {
      id: d.text("id").primaryKey(),
      reference: d.text("reference").notNull().unique(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      ballotId: d
        .text("ballot_id")
        .notNull()
        .unique()
        .references(() => ballots.id),
      versionId: d
        .text("version_id")
        .notNull()
        .references(() => versions.id),
      state: d.text("state").$type<RecommendationState>().notNull(),
      scope: d.json("scope").$type<CandidateScope>().notNull(),
      draftedAt: d.instant("drafted_at").notNull(),
      transmittedAt: d.instant("transmitted_at"),
      decidedAt: d.instant("decided_at"),
    },
    (t) => [
      d.index("recommendations_by_draft").on(t.draftedAt, t.id),
      d.index("recommendations_in_state").on(t.state, t.draftedAt),
      d.index("recommendations_by_candidate").on(t.candidateId, t.draftedAt),
      oneOf(d, "recommendation_state", t.state, recommendationStates),
    ],
  );

  const rounds = d.table(
    "rounds",
    {
      id: d.text("id").primaryKey(),
      reference: d.text("reference").notNull().unique(),
      recommendationId: d
        .text("recommendation_id")
        .notNull()
        .references(() => recommendations.id),
      kind: d.text("kind").$type<(typeof roundKinds)[number]>().notNull(),
      /** The entry that an amendment or correction changes; null for a new entry. */
      entryCode: d.text("entry_code"),
      state: d.text("state").$type<RoundState>().notNull(),
      preparedAt: d.instant("prepared_at").notNull(),
      dispatchedAt: d.instant("dispatched_at"),
      /** T0: the latest proof of delivery (rule V4). */
      startedAt: d.instant("started_at"),
      lengthenedAt: d.instant("lengthened_at"),
      /** Z: the latest of the members' ends (rule V7). */
      endsAt: d.instant("ends_at"),
      endedAt: d.instant("ended_at"),
      /** When the clock acts: one hour after Z (rule V20). */
      dueAt: d.instant("due_at"),
      account: d.text("account"),
    },
    (t) => [
      d
        .uniqueIndex("one_live_round_per_recommendation")
        .on(t.recommendationId)
        .where(sql`${t.state} in ('prepared', 'dispatched', 'running')`),
      d.index("rounds_by_preparation").on(t.preparedAt, t.id),
      d.index("rounds_by_recommendation").on(t.recommendationId, t.preparedAt),
      d.index("rounds_in_state").on(t.state, t.preparedAt),
      d.index("rounds_due").on(t.dueAt),
      oneOf(d, "round_state", t.state, roundStates),
      oneOf(d, "round_kind", t.kind, roundKinds),
    ],
  );

  /** Members, calendars and zones as they were at dispatch (rule V1). */
  const roundMembers = d.table(
    "round_members",
    {
      roundId: d
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      memberId: d
        .text("member_id")
        .notNull()
        .references(() => members.id),
      name: d.text("name").notNull(),
      zone: d.text("zone").notNull(),
      city: d.text("city").notNull(),
      weekend: d.json("weekend").$type<number[]>().notNull(),
      holidays: d.json("holidays").$type<string[]>().notNull(),
      extraWorkingDays: d.json("extra_working_days").$type<string[]>().notNull(),
      deliveredAt: d.instant("delivered_at"),
      deliveredTo: d.text("delivered_to").references(() => people.id),
    },
    (t) => [d.primaryKey({ columns: [t.roundId, t.memberId] }), d.index("rounds_by_member").on(t.memberId)],
  );

  const replies = d.table(
    "replies",
    {
      roundId: d
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      number: d.integer("number").notNull(),
      memberId: d
        .text("member_id")
        .notNull()
        .references(() => members.id),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      word: d.text("word").$type<(typeof replyWords)[number]>().notNull(),
      reason: d.text("reason").notNull(),
      text: d.text("text").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.roundId, t.number] }), oneOf(d, "reply_word", t.word, replyWords)],
  );

  const reservations = d.table(
    "reservations",
    {
      id: d.text("id").primaryKey(),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      recommendationId: d
        .text("recommendation_id")
        .notNull()
        .references(() => recommendations.id),
      memberId: d
        .text("member_id")
        .notNull()
        .references(() => members.id),
      /** Null where the reservation is of full scope (rule V14). */
      rows: d.json("scope_rows").$type<ScopeRow[] | null>(),
      reason: d.text("reason").notNull(),
      enteredAt: d.instant("entered_at").notNull(),
      enteredBy: d.text("entered_by").references(() => people.id),
      sunsetAt: d.instant("sunset_at").notNull(),
      state: d.text("state").$type<"active" | "withdrawn" | "expired">().notNull(),
      endedAt: d.instant("ended_at"),
    },
    (t) => [
      d.index("reservations_by_recommendation").on(t.recommendationId, t.enteredAt),
      d.index("reservations_by_sunset").on(t.state, t.sunsetAt),
      oneOf(d, "reservation_state", t.state, ["active", "withdrawn", "expired"]),
    ],
  );

  return { recommendations, rounds, roundMembers, replies, reservations };
}
