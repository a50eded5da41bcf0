/** Rows of the room `record`. Minutes, their leaves and the checkpoints are insert-only (rules T1 to T4). */
import type { Marking } from "../../domain/record/marking.ts";
import type { Dialect } from "../dialect.ts";
import type { membershipTables } from "./membership.ts";

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

  /** The next number of each series of references, so that a reference is given once even when two acts race. */
  const numberSeries = d.table("number_series", {
    series: d.text("series").primaryKey(),
    last: d.integer("last").notNull(),
  });

  return { minutes, leaves, checkpoints, numberSeries };
}
