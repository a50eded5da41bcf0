import { afterEach, expect, test, vi } from "vitest";
import { nextDueAt, runDueActs, startClock } from "../../../server/clock.ts";
import { candidateFields, givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime | null = null;
afterEach(() => regime?.close());

async function stateOf(id: string): Promise<string> {
  const { candidates } = regime!.db.t;
  const rows = await regime!.db.read(async (tx) =>
    tx.select({ id: candidates.id, state: candidates.state }).from(candidates),
  );
  return rows.find((row) => row.id === id)!.state;
}

test("[C3] the chair's silence accepts when the time has come and not a millisecond before", async () => {
  regime = await givenRegime();
  const { id } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
  expect(await runDueActs(regime.context)).toBe(0);
  const due = (await nextDueAt(regime.context))!;
  regime.pass({ ms: due - (await regime.now()) - 5_000 });
  expect(await runDueActs(regime.context)).toBe(0);
  expect(await stateOf(id)).toBe("proposed");
  regime.pass({ ms: 5_000 });
  expect(await runDueActs(regime.context)).toBe(1);
  expect(await stateOf(id)).toBe("drafting");
  expect(await runDueActs(regime.context)).toBe(0);
  expect(await nextDueAt(regime.context)).toBe(null);
});

test("[C3] what fails is reported and rests, and stops nothing else", async () => {
  regime = await givenRegime();
  const { context, db } = regime;
  const titles = ["First technology", "Second technology"];
  const [first, second] = [
    await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime, { title: titles[0]! })),
    await regime.done(regime.holders.JP, "propose-candidate", candidateFields(regime, { title: titles[1]! })),
  ];
  regime.pass({ days: 30 });
  // The first candidate's move meets a trigger that breaks it, as a fault in one thing would.
  if (db.engine === "sqlite")
    await db.raw(
      `CREATE TRIGGER no_move BEFORE UPDATE ON candidates WHEN OLD.id = '${first.id}' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    );
  else {
    await db.raw(
      `CREATE FUNCTION no_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id = '${first.id}' THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$`,
    );
    await db.raw("CREATE TRIGGER no_move BEFORE UPDATE ON candidates FOR EACH ROW EXECUTE FUNCTION no_move()");
  }
  const reports: string[] = [];
  const stop = startClock(context, { every_ms: 5, report: (what) => void reports.push(what) });
  await vi.waitFor(async () => expect(await stateOf(second.id)).toBe("drafting"));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await stop();
  expect(await stateOf(first.id)).toBe("proposed");
  expect(reports).toEqual([`The clock could not act on candidate:${first.id}.`]);
});
