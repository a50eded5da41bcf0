import { asc, max } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { isRefusal } from "../../../domain/refusal.ts";
import { createSessions } from "../../../server/auth/sessions.ts";
import { createSignIn } from "../../../server/auth/sign-in.ts";
import { demoPassword, demoSignIns, seedDemo } from "../../../server/seed/seed-demo.ts";
import { givenContext, type Stage } from "../../given/regime.ts";

async function overview({ db }: Stage) {
  return db.read(async (tx) => {
    const { candidates, ballots, rounds, editions, people, reservations } = tx.t;
    const states = await tx.select({ state: candidates.state }).from(candidates).orderBy(asc(candidates.reference));
    const outcomes = await tx.select({ outcome: ballots.outcome }).from(ballots).orderBy(asc(ballots.draftedAt));
    const roundStates = await tx.select({ state: rounds.state }).from(rounds).orderBy(asc(rounds.preparedAt));
    return {
      states: states.map(({ state }) => state).sort(),
      outcomes: outcomes.map(({ outcome }) => outcome),
      rounds: roundStates.map(({ state }) => state),
      editions: (await tx.select().from(editions)).length,
      people: (await tx.select().from(people)).length,
      reservations: (await tx.select().from(reservations)).length,
    };
  });
}

const living = {
  states: [
    "balloting",
    "balloting",
    "commenting",
    "drafting",
    "listed",
    "parked",
    "proposed",
    "ready",
    "recommended",
    "resolving",
    "returned",
    "reviewing",
  ],
  outcomes: ["adopted", "adopted", "not-adopted", "adopted", "adopted", null, null],
  rounds: ["adopted", "broken", "running"],
  editions: 1,
  reservations: 1,
};

/** A year takes two seconds on an idle machine; tests of all kinds may share two cores. */
vi.setConfig({ testTimeout: 240_000 });

/** A working day, a Sunday night, and New Year's Day, counted on from the day of the test. */
const days = [
  ["today", () => Date.now()],
  ["a Sunday night", () => nextDate((date) => date.getUTCDay() === 0) + 23 * 60 * 60 * 1000],
  ["New Year's Day", () => nextDate((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1)],
] as const;

function nextDate(fits: (date: Date) => boolean): number {
  const day_ms = 24 * 60 * 60 * 1000;
  let at = Math.ceil(Date.now() / day_ms) * day_ms;
  while (!fits(new Date(at))) at += day_ms;
  return at;
}

for (const [name, endsAt] of days)
  test(`[T1] the demo's year can be told to its end on ${name}`, async () => {
    const stage = await givenContext();
    const end = endsAt();
    await seedDemo(stage.context, stage.clock, end);
    const seen = await overview(stage);
    expect(seen).toMatchObject(living);
    expect(seen.people).toBeGreaterThanOrEqual(40);
    const now = await stage.db.read(async (tx) => tx.now);
    expect(now - end).toBeLessThan(60_000);
    const latest = await stage.db.read(async (tx) => tx.select({ at: max(tx.t.minutes.at) }).from(tx.t.minutes));
    expect(latest[0]!.at).toBeLessThanOrEqual(end);
    await stage.close();
  });

test("[W4] the printed sign-ins open the accounts of people who hold what they say", async () => {
  const stage = await givenContext();
  await seedDemo(stage.context, stage.clock);
  expect(demoPassword.length).toBeGreaterThanOrEqual(15);
  const signIn = createSignIn(stage.db, createSessions(stage.db));
  for (const { email } of demoSignIns)
    expect(isRefusal(await signIn.signIn({ email, password: demoPassword, address: "127.0.0.1" })), email).toBe(false);
  await expect(seedDemo(stage.context, stage.clock)).rejects.toThrow(/empty database only/);
  await stage.close();
});
