/** Rows of the room `record`. Minutes are insert-only (rules T1, T2). */
import type { Marking } from "../../domain/record/marking.ts";
import type { Dialect } from "../dialect.ts";
import type { membershipTables } from "./membership.ts";

export function recordTables(d: Dialect, { people, committees }: ReturnType<typeof membershipTables>) {
  const minutes = d.table(
    "minutes",
    {
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

  /** The next number of each series of references, so that a reference is given once even when two acts race. */
  const numberSeries = d.table("number_series", {
    series: d.text("series").primaryKey(),
    last: d.integer("last").notNull(),
  });

  return { minutes, numberSeries };
}
