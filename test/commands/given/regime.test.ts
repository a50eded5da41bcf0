import { afterAll, beforeAll, expect, test } from "vitest";
import {
  candidateFields,
  givenDrafting,
  givenRegime,
  type Regime,
  rowCounts,
  scopeFields,
} from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

test("[T1] the regime of the stories is told by commands, each with its minute", async () => {
  const counts = await rowCounts(regime.db);
  expect(counts.seats).toBe(8);
  expect(counts.minutes).toBe(
    counts.members! + counts.organisations! + counts.committees! + counts.people! + counts.seats! + counts.roles! - 1,
  );
});

test("[C1] a story proposes a candidate, drafts its scope, and moves the clock", async () => {
  const before = await regime.now();
  const { reference } = await givenDrafting(regime);
  await regime.done(regime.chair, "draft-scope", scopeFields(reference));
  regime.pass({ days: 15 });
  expect((await regime.now()) - before).toBeGreaterThanOrEqual(15 * 24 * 60 * 60 * 1000);
  const refusal = await regime.refused(regime.observer, "propose-candidate", candidateFields(regime));
  expect(refusal.rule).toBe("C1");
});
