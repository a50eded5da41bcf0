/**
 * Tells the demo regime's year by running real commands at their dates: a seed cannot hold a state that the rules forbid.
 * It begins about 330 days ago and ends now.
 */
import { count } from "drizzle-orm";
import type { Database, MovableClock } from "../../db/open.ts";
import { hashPassword } from "../auth/password.ts";
import type { Context } from "../context.ts";
import { biotechnologyYear } from "./biotechnology-year.ts";
import { demoPassword } from "./demo-sign-ins.ts";
import { foundRegime, type Regime } from "./found-regime.ts";
import { materialsYear } from "./materials-year.ts";
import { quantumYear } from "./quantum-year.ts";
import { semiconductorYear } from "./semiconductor-year.ts";
import { createTelling } from "./telling.ts";

export { demoPassword, demoSignIns } from "./demo-sign-ins.ts";

/** One hash for all accounts: it is dear to make, and the password is printed anyway. */
async function openAccounts(context: Context): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await context.db.write(async (tx) => {
    const { people, accounts } = tx.t;
    const everybody = await tx.select({ personId: people.id }).from(people);
    await tx
      .insert(accounts)
      .values(everybody.map(({ personId }) => ({ personId, passwordHash, linkHash: null, linkEndsAt: null })));
  });
}

/**
 * Fills an empty database; throws where there are people already, or where a rule forbids what the year tells. A telling
 * that was cut short leaves a database that must be removed. Tests give an `endsAt` to end the year on another day than today.
 */
export async function seedDemo(context: Context, clock: MovableClock, endsAt?: number): Promise<void> {
  const [{ people } = { people: 0 }] = await context.db.read(async (tx) =>
    tx.select({ people: count() }).from(tx.t.people),
  );
  if (people > 0) throw new Error(`The demo is told into an empty database only; this one knows ${people} people.`);
  const telling = createTelling(context, clock, endsAt);
  const regime = {} as Regime;
  telling.on(330, 8, async () => {
    Object.assign(regime, await foundRegime(telling));
  });
  quantumYear(telling, regime);
  semiconductorYear(telling, regime);
  biotechnologyYear(telling, regime);
  materialsYear(telling, regime);
  await unhurried(context.db, () => telling.tellAll());
  await openAccounts(context);
}

/**
 * Does not wait for the disk at each of the year's thousand commits: a telling that was cut short is thrown away whole. At
 * its end all is on disk, before anybody can sign in.
 */
async function unhurried(db: Database, work: () => Promise<void>): Promise<void> {
  if (db.engine !== "sqlite") return work();
  await db.raw("PRAGMA synchronous = OFF");
  try {
    await work();
  } finally {
    await db.raw("PRAGMA synchronous = FULL");
    await db.raw("PRAGMA wal_checkpoint(TRUNCATE)");
  }
}
