/** Rows of what one person does in a ballot's life beside casting: recorded and disputed positions, outages. All insert-only. */
import type { Dialect } from "../dialect.ts";
import type { ballotTables } from "./ballot.ts";
import type { membershipTables } from "./membership.ts";

export function ballotLifeTables(
  d: Dialect,
  { people }: ReturnType<typeof membershipTables>,
  { ballots, positions }: ReturnType<typeof ballotTables>,
) {
  /** Where and how a position was received that another person recorded (rule P9). */
  const positionEvidence = d.table("position_evidence", {
    positionId: d
      .text("position_id")
      .primaryKey()
      .references(() => positions.id),
    evidence: d.text("evidence").notNull(),
  });

  /** Recorded positions that the seat disputed: they count as never made (rule P10). */
  const positionDisputes = d.table("position_disputes", {
    positionId: d
      .text("position_id")
      .primaryKey()
      .references(() => positions.id),
    personId: d
      .text("person_id")
      .notNull()
      .references(() => people.id),
    reason: d.text("reason").notNull(),
    at: d.instant("at").notNull(),
  });

  /** Accounts that stood until a position was disputed after the close; the ballot holds the one in force. */
  const replacedAccounts = d.table(
    "replaced_accounts",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      account: d.text("account").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.number] })],
  );

  /** Times in which the platform could not accept acts (rule V16); `toAt` is null where it lasted when it was recorded. */
  const outages = d.table("outages", {
    id: d.text("id").primaryKey(),
    fromAt: d.instant("from_at").notNull(),
    toAt: d.instant("to_at"),
    reason: d.text("reason").notNull(),
    personId: d
      .text("person_id")
      .notNull()
      .references(() => people.id),
    at: d.instant("at").notNull(),
  });

  /** The end of an outage that lasted when it was recorded. */
  const outageEnds = d.table("outage_ends", {
    outageId: d
      .text("outage_id")
      .primaryKey()
      .references(() => outages.id),
    toAt: d.instant("to_at").notNull(),
    personId: d
      .text("person_id")
      .notNull()
      .references(() => people.id),
  });

  /** The outages of an open ballot as they moved its closing time (rule B47); one that lasts stands here as far as it was known. */
  const ballotOutages = d.table(
    "ballot_outages",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      outageId: d
        .text("outage_id")
        .notNull()
        .references(() => outages.id),
      fromAt: d.instant("from_at").notNull(),
      toAt: d.instant("to_at").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.number] })],
  );

  return { positionEvidence, positionDisputes, replacedAccounts, outages, outageEnds, ballotOutages };
}
