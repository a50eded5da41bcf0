/** Rows behind declared interests: what each declaration says, disputes, what the graph is drawn from, and flags of ballots. */
import { type FlagWord, flagWords } from "../../domain/ballot/found-interest.ts";
import {
  type InterestClass,
  type InterestKind,
  interestClasses,
  interestKinds,
} from "../../domain/membership/interest.ts";
import { type DisputedClass, type DisputeState, disputeStates } from "../../domain/membership/interest-dispute.ts";
import { type TieKind, tieKinds } from "../../domain/membership/interest-graph.ts";
import type { Dialect } from "../dialect.ts";
import type { ballotTables } from "./ballot.ts";
import type { candidateTables } from "./candidate.ts";
import type { interestTables, membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function interestPartTables(
  d: Dialect,
  { people, organisations }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
  { interests }: ReturnType<typeof interestTables>,
  { ballots }: ReturnType<typeof ballotTables>,
) {
  /** Insert-only: the interests of which a declaration consists; "none" has no row here. */
  const interestParts = d.table(
    "interest_parts",
    {
      interestId: d
        .text("interest_id")
        .notNull()
        .references(() => interests.id),
      number: d.integer("number").notNull(),
      kind: d.text("kind").$type<InterestKind>().notNull(),
      class: d.text("class").$type<InterestClass>().notNull(),
      organisationId: d.text("organisation_id").references(() => organisations.id),
      shareHundredths: d.integer("share_hundredths"),
      amount_eur: d.integer("amount_eur"),
      reference: d.text("reference"),
      issuer: d.text("issuer"),
      statement: d.text("statement").notNull(),
      since: d.instant("since"),
      until: d.instant("until"),
      foundBy: d.text("found_by").references(() => people.id),
    },
    (t) => [
      d.primaryKey({ columns: [t.interestId, t.number] }),
      oneOf(d, "interest_part_kind", t.kind, interestKinds),
      oneOf(d, "interest_part_class", t.class, interestClasses),
    ],
  );

  /** A dispute is about a person's interest of one kind in one body, and its decision holds for later declarations of it too. */
  const interestDisputes = d.table(
    "interest_disputes",
    {
      id: d.text("id").primaryKey(),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      kind: d.text("kind").$type<InterestKind>().notNull(),
      organisationId: d.text("organisation_id").references(() => organisations.id),
      declaredClass: d.text("declared_class").$type<InterestClass>().notNull(),
      raisedBy: d
        .text("raised_by")
        .notNull()
        .references(() => people.id),
      reason: d.text("reason").notNull(),
      raisedAt: d.instant("raised_at").notNull(),
      state: d.text("state").$type<DisputeState>().notNull(),
      chairSays: d.text("chair_says").$type<DisputedClass>(),
      viceChairSays: d.text("vice_chair_says").$type<DisputedClass>(),
      decidedClass: d.text("decided_class").$type<DisputedClass>(),
      decidedAt: d.instant("decided_at"),
      ballotId: d.text("ballot_id").references(() => ballots.id),
    },
    (t) => [
      d.index("disputes_by_candidate").on(t.candidateId, t.personId),
      oneOf(d, "dispute_state", t.state, disputeStates),
    ],
  );

  const patents = d.table(
    "patents",
    {
      id: d.text("id").primaryKey(),
      number: d.text("number").notNull(),
      office: d.text("office").notNull(),
      title: d.text("title").notNull(),
      holderId: d
        .text("holder_id")
        .notNull()
        .references(() => organisations.id),
      /** Ids of registered people. */
      inventors: d.json("inventors").$type<string[]>().notNull(),
      keywords: d.json("keywords").$type<string[]>().notNull(),
      recordedBy: d
        .text("recorded_by")
        .notNull()
        .references(() => people.id),
      recordedAt: d.instant("recorded_at").notNull(),
    },
    (t) => [d.uniqueIndex("patents_once").on(t.office, t.number), d.index("patents_by_holder").on(t.holderId)],
  );

  const grants = d.table(
    "grants",
    {
      id: d.text("id").primaryKey(),
      number: d.text("number").notNull(),
      title: d.text("title").notNull(),
      giverId: d
        .text("giver_id")
        .notNull()
        .references(() => organisations.id),
      receiverId: d
        .text("receiver_id")
        .notNull()
        .references(() => organisations.id),
      /** Ids of registered people who lead it. */
      leaders: d.json("leaders").$type<string[]>().notNull(),
      keywords: d.json("keywords").$type<string[]>().notNull(),
      recordedBy: d
        .text("recorded_by")
        .notNull()
        .references(() => people.id),
      recordedAt: d.instant("recorded_at").notNull(),
    },
    (t) => [d.uniqueIndex("grants_once").on(t.giverId, t.number), d.index("grants_by_receiver").on(t.receiverId)],
  );

  /** `from` is part of, or supplies, `to`. */
  const organisationTies = d.table(
    "organisation_ties",
    {
      id: d.text("id").primaryKey(),
      fromId: d
        .text("from_id")
        .notNull()
        .references(() => organisations.id),
      kind: d.text("kind").$type<TieKind>().notNull(),
      toId: d
        .text("to_id")
        .notNull()
        .references(() => organisations.id),
      recordedBy: d
        .text("recorded_by")
        .notNull()
        .references(() => people.id),
      recordedAt: d.instant("recorded_at").notNull(),
    },
    (t) => [d.uniqueIndex("ties_once").on(t.fromId, t.kind, t.toId), oneOf(d, "tie_kind", t.kind, tieKinds)],
  );

  /** Insert-only: what was decided about a flagged ballot; `upTo` is the last event that it covers. */
  const flagDecisions = d.table(
    "flag_decisions",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      word: d.text("word").$type<FlagWord>().notNull(),
      upTo: d.integer("up_to").notNull(),
      personId: d.text("person_id").references(() => people.id),
      reason: d.text("reason").notNull(),
      newBallotId: d.text("new_ballot_id").references(() => ballots.id),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.number] }), oneOf(d, "flag_word", t.word, flagWords)],
  );

  return { interestParts, interestDisputes, patents, grants, organisationTies, flagDecisions };
}
