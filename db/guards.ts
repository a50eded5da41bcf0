/**
 * Triggers that hold in SQL what the rules hold in the domain: the record is insert-only (rules T2 to T4, P3, P20, B3, D10, L1).
 * They are made anew at every start, because SQLite drops them whenever a migration rebuilds their table.
 */
import type { Database } from "./open.ts";

/** Rows of these tables are never changed and never deleted. */
export const insertOnlyTables = [
  "minutes",
  "leaves",
  "checkpoints",
  "positions",
  "receipts",
  "roll_seats",
  "ballot_events",
  "holder_keys",
  "sealed_positions",
  "sealed_receipts",
  "submitted_shares",
  "unsealings",
  "secret_results",
  "seat_reminders",
  "position_evidence",
  "position_disputes",
  "replaced_accounts",
  "outages",
  "outage_ends",
  "ballot_outages",
  "versions",
  "candidate_moves",
  "interests",
  "interest_parts",
  "flag_decisions",
  "follow_ups",
  "waivers",
  "term_definitions",
  "figures",
  "amendment_changes",
  "amendment_entries",
  "replies",
  "editions",
] as const;

type Guard = { name: string; table: string; on: "UPDATE" | "DELETE"; when: string; says: string };

/** `IS DISTINCT FROM` is read alike by both engines. */
export const guards: Guard[] = [
  ...insertOnlyTables.flatMap((table): Guard[] => [
    { name: `${table}_no_update`, table, on: "UPDATE", when: "1 = 1", says: `${table} are never changed` },
    { name: `${table}_no_delete`, table, on: "DELETE", when: "1 = 1", says: `${table} are never deleted` },
  ]),
  {
    name: "text_updates_no_update",
    table: "text_updates",
    on: "UPDATE",
    when: "1 = 1",
    says: "text updates are never changed",
  },
  {
    // An update may go only when a snapshot that holds it stands.
    name: "text_updates_no_loss",
    table: "text_updates",
    on: "DELETE",
    when: "NOT EXISTS (SELECT 1 FROM text_snapshots s WHERE s.definition_id = OLD.definition_id AND s.sequence >= OLD.sequence)",
    says: "a text update is deleted only when a snapshot holds it",
  },
  {
    name: "ballots_record_is_frozen",
    table: "ballots",
    on: "UPDATE",
    when: "OLD.record IS NOT NULL AND (NEW.record IS DISTINCT FROM OLD.record OR NEW.record_hash IS DISTINCT FROM OLD.record_hash OR NEW.version_id IS DISTINCT FROM OLD.version_id)",
    says: "a ballot record is never changed (B3)",
  },
  ...["sealings", "share_holders"].flatMap((table) =>
    (["UPDATE", "DELETE"] as const).map(
      (on): Guard => ({
        name: `${table}_frozen_${on.toLowerCase()}`,
        table,
        on,
        when: "EXISTS (SELECT 1 FROM ballots b WHERE b.id = OLD.ballot_id AND b.record IS NOT NULL)",
        says: `${table} are frozen with the record of their ballot (B3)`,
      }),
    ),
  ),
  { name: "ballots_no_delete", table: "ballots", on: "DELETE", when: "1 = 1", says: "ballots are never deleted" },
];

/** Makes every guard, whatever stood before. */
export async function setGuards(db: Database): Promise<void> {
  if (db.engine === "sqlite") {
    for (const guard of guards) {
      await db.raw(`DROP TRIGGER IF EXISTS ${guard.name}`);
      await db.raw(
        `CREATE TRIGGER ${guard.name} BEFORE ${guard.on} ON ${guard.table} WHEN ${guard.when} BEGIN SELECT RAISE(ABORT, '${guard.says}'); END`,
      );
    }
    return;
  }
  for (const guard of guards) {
    const kept = guard.on === "UPDATE" ? "NEW" : "OLD";
    await db.raw(
      `CREATE OR REPLACE FUNCTION guard_${guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF ${guard.when} THEN RAISE EXCEPTION '${guard.says}'; END IF; RETURN ${kept}; END $$`,
    );
    await db.raw(
      `CREATE OR REPLACE TRIGGER ${guard.name} BEFORE ${guard.on} ON ${guard.table} FOR EACH ROW EXECUTE FUNCTION guard_${guard.name}()`,
    );
  }
}

/** Names of the guards that do not stand in the database; empty when all is well. */
export async function missingGuards(db: Database): Promise<string[]> {
  const rows =
    db.engine === "sqlite"
      ? await db.raw("SELECT name FROM sqlite_master WHERE type = 'trigger'")
      : await db.raw("SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal");
  const standing = new Set(rows.map((row) => (row as { name: string }).name));
  return guards.map((guard) => guard.name).filter((name) => !standing.has(name));
}
