/** What people were reminded of, and which texts they have looked at. */
import { type ReminderAbout, reminderAbouts } from "../../domain/ballot/reminder.ts";
import type { Dialect } from "../dialect.ts";
import type { ballotTables } from "./ballot.ts";
import type { definitionTables } from "./definition.ts";
import type { membershipTables } from "./membership.ts";
import { oneOf } from "./one-of.ts";

export function attentionTables(
  d: Dialect,
  { people, seats }: ReturnType<typeof membershipTables>,
  { definitions, versions }: ReturnType<typeof definitionTables>,
  { ballots }: ReturnType<typeof ballotTables>,
) {
  /** Each reminder of a seat on a ballot, in order and insert-only (rule B46). */
  const seatReminders = d.table(
    "seat_reminders",
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
      about: d.text("about").$type<ReminderAbout>().notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.ballotId, t.seatId, t.number] }),
      d.index("reminders_by_seat").on(t.seatId, t.at),
      oneOf(d, "reminder_about", t.about, reminderAbouts),
    ],
  );

  /**
   * The frozen versions that a person has looked at, and when last. It is the person's own memory and no act of the
   * committee: nobody else is shown it, and no rule rests on it.
   */
  const personLooks = d.table(
    "person_looks",
    {
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      definitionId: d
        .text("definition_id")
        .notNull()
        .references(() => definitions.id),
      versionId: d
        .text("version_id")
        .notNull()
        .references(() => versions.id),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.personId, t.versionId] }),
      d.index("looks_by_definition").on(t.personId, t.definitionId),
    ],
  );

  return { seatReminders, personLooks };
}
