/**
 * Rows of sealed and secret ballots, in the room `ballot` (rules B39 to B43). Before unsealing no row holds a choice: sealed
 * positions are envelopes of one size, and become rows of `positions` when they are opened.
 */
import type { SignedReceipt } from "../../domain/record/receipt.ts";
import type { Dialect } from "../dialect.ts";
import type { ballotTables } from "./ballot.ts";
import type { membershipTables } from "./membership.ts";

export function sealingTables(
  d: Dialect,
  { people, seats }: ReturnType<typeof membershipTables>,
  { ballots }: ReturnType<typeof ballotTables>,
) {
  /** Public keys that people made in their browsers; a person's latest is the one in use. Insert-only. */
  const holderKeys = d.table(
    "holder_keys",
    {
      id: d.text("id").primaryKey(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      publicKey: d.text("public_key").notNull().unique(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.index("holder_keys_by_person").on(t.personId, t.at)],
  );

  /** How a ballot is sealed; frozen into its record at opening (rule B2). */
  const sealings = d.table("sealings", {
    ballotId: d
      .text("ballot_id")
      .primaryKey()
      .references(() => ballots.id),
    /** How many shares open the ballot. */
    needed: d.integer("needed").notNull(),
    /** Null until the key was made and its shares given. */
    publicKey: d.text("public_key"),
    givenBy: d.text("given_by").references(() => people.id),
  });

  /** Who holds a share, in order; frozen with the ballot's record. */
  const shareHolders = d.table(
    "share_holders",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      seatId: d
        .text("seat_id")
        .notNull()
        .references(() => seats.id),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      /** The holder's public key that the share was sealed to; these three are null until the shares are given. */
      holderKey: d.text("holder_key"),
      sealedShare: d.text("sealed_share"),
      commitment: d.text("commitment"),
      confirmedAt: d.instant("confirmed_at"),
    },
    (t) => [
      d.primaryKey({ columns: [t.ballotId, t.number] }),
      d.uniqueIndex("one_share_per_person").on(t.ballotId, t.personId),
    ],
  );

  /** A seat's sealed position; a seat may replace it, and every one is kept. Insert-only (rules P3, B39). */
  const sealedPositions = d.table(
    "sealed_positions",
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
      /** In one series with the recusals of the ballot, which stand in `positions`. */
      sequence: d.integer("sequence").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      /** Null where the ballot asks about no text. */
      textHash: d.text("text_hash"),
      /** The envelope in base64: every one is of the same size. */
      sealed: d.text("sealed").notNull(),
      key: d.text("key").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [
      d.uniqueIndex("sealed_positions_in_order").on(t.ballotId, t.sequence),
      d.uniqueIndex("one_sealed_position_per_key").on(t.ballotId, t.seatId, t.key),
    ],
  );

  /** The receipts of sealed positions until these are opened (rule P20). Insert-only. */
  const sealedReceipts = d.table("sealed_receipts", {
    positionId: d
      .text("position_id")
      .primaryKey()
      .references(() => sealedPositions.id),
    receipt: d.json("receipt").$type<SignedReceipt>().notNull(),
  });

  /** Shares that holders handed in after the close, in clear. Insert-only. */
  const submittedShares = d.table(
    "submitted_shares",
    {
      ballotId: d
        .text("ballot_id")
        .notNull()
        .references(() => ballots.id),
      number: d.integer("number").notNull(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      share: d.text("share").notNull(),
      at: d.instant("at").notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.ballotId, t.number] })],
  );

  /** The transcript of an unsealing: who did it, with which key. Insert-only. */
  const unsealings = d.table("unsealings", {
    ballotId: d
      .text("ballot_id")
      .primaryKey()
      .references(() => ballots.id),
    personId: d
      .text("person_id")
      .notNull()
      .references(() => people.id),
    privateKey: d.text("private_key").notNull(),
    openedHash: d.text("opened_hash").notNull(),
    at: d.instant("at").notNull(),
  });

  /** What was brought back from the election of a secret ballot (rule B43). Insert-only. */
  const secretResults = d.table("secret_results", {
    ballotId: d
      .text("ballot_id")
      .primaryKey()
      .references(() => ballots.id),
    personId: d
      .text("person_id")
      .notNull()
      .references(() => people.id),
    url: d.text("url").notNull(),
    fingerprint: d.text("fingerprint").notNull(),
    /** How many ballots the election accepted. */
    ballots: d.integer("ballots").notNull(),
    /** The result file as it was handed in. */
    result: d.text("result").notNull(),
    at: d.instant("at").notNull(),
  });

  return {
    holderKeys,
    sealings,
    shareHolders,
    sealedPositions,
    sealedReceipts,
    submittedShares,
    unsealings,
    secretResults,
  };
}
