/** Rows of real products and systems and of their published figures, which show what a threshold does. */
import { sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";
import type { membershipTables } from "./membership.ts";

export function systemTables(d: Dialect, { people, committees }: ReturnType<typeof membershipTables>) {
  const systems = d.table(
    "systems",
    {
      id: d.text("id").primaryKey(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      area: d.text("area").notNull(),
      name: d.text("name").notNull(),
      maker: d.text("maker").notNull(),
      /** Maker and name in the form in which two spellings are one system. */
      key: d.text("key").notNull(),
      /** Two letters of ISO 3166; null where the maker has no one country. */
      country: d.text("country"),
      kind: d.text("kind").notNull(),
      year: d.integer("year").notNull(),
      recordedBy: d
        .text("recorded_by")
        .notNull()
        .references(() => people.id),
      recordedAt: d.instant("recorded_at").notNull(),
      withdrawnBy: d.text("withdrawn_by").references(() => people.id),
      withdrawnAt: d.instant("withdrawn_at"),
      withdrawnReason: d.text("withdrawn_reason"),
    },
    (t) => [
      d.uniqueIndex("systems_once").on(t.committeeId, t.key),
      d.index("systems_by_area").on(t.committeeId, t.area, t.key),
      d.check("withdrawn_has_reason", sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`),
    ],
  );

  /** Insert-only: a correction is a further row, and the figure in force is the one with the highest number. */
  const figures = d.table(
    "figures",
    {
      systemId: d
        .text("system_id")
        .notNull()
        .references(() => systems.id),
      /** The quantity in the form in which two spellings are one quantity. */
      quantityKey: d.text("quantity_key").notNull(),
      number: d.integer("number").notNull(),
      quantity: d.text("quantity").notNull(),
      /** A decimal string, compared exactly (rule D3). */
      value: d.text("value").notNull(),
      unit: d.text("unit").notNull(),
      source: d.text("source").notNull(),
      address: d.text("address").notNull(),
      /** As the source gives it: a year, a month or a day. */
      sourceDate: d.text("source_date").notNull(),
      note: d.text("note").notNull(),
      /** Why the figure before was replaced; empty for the first. */
      reason: d.text("reason").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.systemId, t.quantityKey, t.number] }),
      d.index("figures_by_quantity").on(t.quantityKey, t.systemId),
    ],
  );

  return { systems, figures };
}
