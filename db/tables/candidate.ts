/** Rows of the room `candidate`. */

import type { Candidate } from "../../domain/candidate/candidate.ts";
import { candidateStates } from "../../domain/candidate/candidate-life.ts";
import type { Marking } from "../../domain/record/marking.ts";
import type { Dialect } from "../dialect.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function candidateTables(
  d: Dialect,
  { committees, seats, people, members }: ReturnType<typeof membershipTables>,
) {
  const candidates = d.table(
    "candidates",
    {
      id: d.text("id").primaryKey(),
      reference: d.text("reference").notNull().unique(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      title: d.text("title").notNull(),
      class: d.text("class").$type<Candidate["class"]>().notNull(),
      state: d.text("state").$type<Candidate["state"]>().notNull(),
      /** The seat that answers for the candidate; a candidate proposed by a government reviewer names the member alone. */
      sponsorSeatId: d.text("sponsor_seat_id").references(() => seats.id),
      sponsorMemberId: d.text("sponsor_member_id").references(() => members.id),
      proposedBy: d
        .text("proposed_by")
        .notNull()
        .references(() => people.id),
      rationale: d.text("rationale").notNull(),
      producers: d.text("producers").notNull(),
      foreignAvailability: d.text("foreign_availability").notNull(),
      evidence: d.text("evidence").notNull(),
      harms: d.json("harms").$type<Candidate["harms"]>().notNull(),
      harmsOfControl: d.text("harms_of_control").notNull(),
      touches: d.json("touches").$type<string[]>().notNull(),
      scope: d.json("scope").$type<Candidate["scope"]>(),
      marking: d.text("marking").$type<Marking>().notNull(),
      proposedAt: d.instant("proposed_at").notNull(),
      changedAt: d.instant("changed_at").notNull(),
      /** When the clock acts: the chair's silence accepts (C3), or the comment round closes (C6). */
      dueAt: d.instant("due_at"),
    },
    (t) => [
      d.index("candidates_by_committee").on(t.committeeId, t.changedAt, t.id),
      d.index("candidates_in_state").on(t.committeeId, t.state, t.changedAt, t.id),
      d.index("candidates_by_change").on(t.changedAt, t.id),
      d.index("candidates_due").on(t.dueAt),
      d.index("candidates_by_sponsor").on(t.sponsorSeatId),
      oneOf(d, "candidate_state", t.state, candidateStates),
      oneOf(d, "candidate_class", t.class, ["emerging", "foundational"]),
    ],
  );

  /** The path of a candidate: one row a move, insert-only (rule C2). */
  const candidateMoves = d.table(
    "candidate_moves",
    {
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      number: d.integer("number").notNull(),
      from: d.text("from_state").$type<Candidate["state"]>(),
      to: d.text("to_state").$type<Candidate["state"]>().notNull(),
      act: d.text("act").notNull(),
      personId: d.text("person_id").references(() => people.id),
      reason: d.text("reason"),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.candidateId, t.number] })],
  );

  return { candidates, candidateMoves };
}
