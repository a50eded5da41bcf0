/** Rows of the room `record`: minutes, their leaves and the checkpoints, insert-only (rules T1 to T4), and requests to a second person. */
import type { RoleName } from "../../domain/membership/role.ts";
import { type RequestState, requestStates, type TwoPersonAct } from "../../domain/membership/second.ts";
import type { ObjectKind } from "../../domain/record/act.ts";
import type { Marking } from "../../domain/record/marking.ts";
import type { MinuteValue } from "../../domain/record/minute.ts";
import type { Dialect } from "../dialect.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function recordTables(d: Dialect, { people, committees }: ReturnType<typeof membershipTables>) {
  const minutes = d.table(
    "minutes",
    {
      /** Given by the log, without a gap: a minute that is missing shows. */
      sequence: d.serial("sequence"),
      id: d.text("id").notNull().unique(),
      type: d.text("type").notNull(),
      /** Null: the clock. */
      personId: d.text("person_id").references(() => people.id),
      /** Who consented to a two-person act (rule W6). */
      secondPersonId: d.text("second_person_id").references(() => people.id),
      role: d.text("role"),
      committeeId: d.text("committee_id").references(() => committees.id),
      candidateId: d.text("candidate_id"),
      objectKind: d.text("object_kind").notNull(),
      objectId: d.text("object_id").notNull(),
      /** One sentence of facts without text above CLEAR; the values beside it are typed by the minute's type. */
      values: d.json("minute_values").$type<Record<string, unknown>>().notNull(),
      rules: d.json("rules").$type<string[]>().notNull(),
      marking: d.text("marking").$type<Marking>().notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.index("minutes_by_candidate").on(t.candidateId, t.sequence),
      d.index("minutes_by_committee").on(t.committeeId, t.sequence),
      d.index("minutes_by_object").on(t.objectKind, t.objectId, t.sequence),
    ],
  );

  /**
   * The leaf of each minute, written in its transaction (rule T3). The tree is kept with it: a leaf holds the hashes of the
   * complete subtrees that it finished, so that any proof reads a few rows, and appending needs one row more.
   */
  const leaves = d.table("leaves", {
    /** Of the minute; without a gap from 1. The leaf's index in the tree is one less. */
    sequence: d
      .integer("sequence")
      .primaryKey()
      .references(() => minutes.sequence),
    stream: d.text("stream").notNull(),
    /** The record's own salt, under which the commitment is made; it leaves the database only with the body. */
    salt: d.bytes("salt").notNull(),
    commitment: d.bytes("commitment").notNull(),
    hash: d.bytes("hash").notNull(),
    /** Level 1 upwards, 32 bytes each; empty for an even index. */
    finished: d.bytes("finished").notNull(),
  });

  /** Signed heads of the log (rule T4). */
  const checkpoints = d.table("checkpoints", {
    size: d.integer("size").primaryKey(),
    root: d.bytes("root").notNull(),
    /** The signed note, as it is handed on. */
    note: d.text("note").notNull(),
    /** The key that signed it, in the form of a signed note. */
    key: d.text("verifier_key").notNull(),
    at: d.instant("at").notNull(),
  });

  /** What was asked of a second person (rule W6); answered once, never changed otherwise. */
  const secondRequests = d.table(
    "second_requests",
    {
      id: d.text("id").primaryKey(),
      act: d.text("act").$type<TwoPersonAct>().notNull(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      candidateId: d.text("candidate_id"),
      objectKind: d.text("object_kind").$type<ObjectKind>().notNull(),
      objectId: d.text("object_id").notNull(),
      /** The fields of the act's form, and what they came to when it was asked. */
      fields: d.json("fields").$type<Record<string, unknown>>().notNull(),
      values: d.json("asked_values").$type<Record<string, MinuteValue>>().notNull(),
      askedBy: d
        .text("asked_by")
        .notNull()
        .references(() => people.id),
      /** The office under which it was asked. */
      askedAs: d.text("asked_as").$type<RoleName>().notNull(),
      askedAt: d.instant("asked_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
      state: d.text("state").$type<RequestState>().notNull(),
      answeredBy: d.text("answered_by").references(() => people.id),
      answeredAt: d.instant("answered_at"),
      reason: d.text("reason"),
    },
    (t) => [
      d.index("second_requests_by_object").on(t.objectKind, t.objectId, t.askedAt),
      d.index("second_requests_by_committee").on(t.committeeId, t.state, t.expiresAt),
      oneOf(d, "second_request_state", t.state, requestStates),
    ],
  );

  /** The next number of each series of references, so that a reference is given once even when two acts race. */
  const numberSeries = d.table("number_series", {
    series: d.text("series").primaryKey(),
    last: d.integer("last").notNull(),
  });

  return { minutes, leaves, checkpoints, secondRequests, numberSeries };
}
