/** Rows of the room `ballot`. The record, the roll and the positions are insert-only (rules B3, P3). */
import { sql } from "drizzle-orm";
import { type BallotState, ballotStates } from "../../domain/ballot/ballot-life.ts";
import type { BallotMode, BallotType } from "../../domain/ballot/ballot-type.ts";
import { type BallotSubject, ballotSubjects, type Choice, type RollMarks } from "../../domain/ballot/question.ts";
import type { SignedReceipt } from "../../domain/record/receipt.ts";
import type { Dialect } from "../dialect.ts";
import type { candidateTables } from "./candidate.ts";
import type { definitionTables } from "./definition.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function ballotTables(
  d: Dialect,
  { committees, seats, people }: ReturnType<typeof membershipTables>,
  { candidates }: ReturnType<typeof candidateTables>,
  { versions }: ReturnType<typeof definitionTables>,
) {
  const ballots = d.table(
    "ballots",
    {
      id: d.text("id").primaryKey(),
      reference: d.text("reference").notNull().unique(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      /** What is asked about (rule B1): only a question of text has a version, and one of the committee has no candidate. */
      subject: d.text("subject").$type<BallotSubject>().notNull().default("text"),
      candidateId: d.text("candidate_id").references(() => candidates.id),
      versionId: d.text("version_id").references(() => versions.id),
      previousBallotId: d.text("previous_ballot_id"),
      type: d.text("type").$type<BallotType>().notNull(),
      mode: d.text("mode").$type<BallotMode>().notNull(),
      question: d.text("question").notNull(),
      state: d.text("state").$type<BallotState>().notNull(),
      /** The frozen record in canonical JSON, and its SHA-256: the ballot's identity (rule B2). Null while drafted. */
      record: d.text("record"),
      recordHash: d.text("record_hash").unique(),
      length_ms: d.integer("length_ms").notNull(),
      /** As drafted; what opening freezes of these is read from the record (rules B2, B24, B26). */
      options: d.json("options").$type<string[]>(),
      tieOrder: d.json("tie_order").$type<string[]>(),
      atMost: d.integer("at_most"),
      /** Class or weight of each seat by its id, until opening gives them to the roll (rules B17, B22). */
      rollMarks: d.json("roll_marks").$type<RollMarks>(),
      /** The type that a question of procedure chooses for the candidate's text (rule B29). */
      chosenType: d.text("chosen_type").$type<BallotType>(),
      draftedAt: d.instant("drafted_at").notNull(),
      opensAt: d.instant("opens_at"),
      closesAt: d.instant("closes_at"),
      closedAt: d.instant("closed_at"),
      /** When a sealed ballot was opened, or the result of a secret one came back (rules B39, B43). */
      unsealedAt: d.instant("unsealed_at"),
      certifiedAt: d.instant("certified_at"),
      /** When the clock acts next: close, or certify. */
      dueAt: d.instant("due_at"),
      outcome: d.text("outcome"),
      /** The account (rule B34) in canonical JSON, written at close. */
      account: d.text("account"),
    },
    (t) => [
      d
        .uniqueIndex("one_open_ballot_per_candidate")
        .on(t.candidateId)
        .where(sql`${t.subject} = 'text' and ${t.state} in ('drafted', 'open', 'sealed', 'closed', 'challenged')`),
      d.index("ballots_by_committee").on(t.committeeId, t.draftedAt, t.id),
      d.index("ballots_by_candidate").on(t.candidateId, t.draftedAt),
      d.index("ballots_by_draft").on(t.draftedAt, t.id),
      d.index("ballots_due").on(t.dueAt),
      oneOf(d, "ballot_state", t.state, ballotStates),
      oneOf(d, "ballot_subject", t.subject, ballotSubjects),
    ],
  );

  const rollSeats = d.table(
    "roll_seats",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      seatId: d
        .text("seat_id")
        .notNull()
        .references(() => seats.id),
      number: d.integer("number").notNull(),
      name: d.text("name").notNull(),
      class: d.text("class").$type<"P" | "O">(),
      weight: d.integer("weight"),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.seatId] }), d.index("roll_by_seat").on(t.seatId)],
  );

  const positions = d.table(
    "positions",
    {
      id: d.text("id").primaryKey(),
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      seatId: d
        .text("seat_id")
        .notNull()
        .references(() => seats.id),
      sequence: d.integer("sequence").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      recordedBy: d
        .text("recorded_by")
        .notNull()
        .references(() => people.id),
      /** Null where the ballot asks about no text. */
      versionId: d.text("version_id").references(() => versions.id),
      textHash: d.text("text_hash"),
      /** A word of the type, or `set` or `ranking` with the options in `choice`. */
      word: d.text("word").notNull(),
      choice: d.json("choice").$type<Choice>(),
      reason: d.text("reason").notNull(),
      nid: d.text("nid"),
      /** The change that would clear a Discuss (rule P7). */
      change: d.text("change"),
      key: d.text("key").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.uniqueIndex("positions_in_order").on(t.ballotId, t.sequence),
      d.uniqueIndex("one_position_per_key").on(t.ballotId, t.seatId, t.key),
    ],
  );

  /** The signed receipt of each position, given back for the same key (rules P6, P20). */
  const receipts = d.table("receipts", {
    positionId: d
      .text("position_id")
      .primaryKey()
      .references(() => positions.id),
    receipt: d.json("receipt").$type<SignedReceipt>().notNull(),
  });

  /** One current position per seat (rule P4): the only row of the ballot that is ever replaced. */
  const currentPositions = d.table(
    "current_positions",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      seatId: d
        .text("seat_id")
        .notNull()
        .references(() => seats.id),
      positionId: d
        .text("position_id")
        .notNull()
        .references(() => positions.id),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.seatId] })],
  );

  /** What happened to a ballot beside positions: answers to a Discuss, renewals. Insert-only. */
  const ballotEvents = d.table(
    "ballot_events",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      type: d.text("type").notNull(),
      seatId: d.text("seat_id").references(() => seats.id),
      personId: d.text("person_id").references(() => people.id),
      values: d.json("event_values").$type<Record<string, unknown>>().notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.number] })],
  );

  return { ballots, rollSeats, positions, receipts, currentPositions, ballotEvents };
}
