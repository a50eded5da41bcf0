/** The scope that a recommendation carries, drafted on the candidate. Told on the engine under test. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givenOpen } from "../../given/ballot.ts";
import {
  candidateFields,
  givenDrafting,
  givenRegime,
  type Regime,
  rowCounts,
  scopeFields,
} from "../../given/regime.ts";

let regime: Regime;
let candidate: { id: string; reference: string };
beforeAll(async () => {
  regime = await givenRegime();
  candidate = await givenDrafting(regime);
});
afterAll(() => regime.close());

type Scope = ReturnType<typeof scopeFields>;
const scope = (given: Partial<Scope> = {}): Scope => ({ ...scopeFields(candidate.id), ...given });

async function refusedScope(given: object, who = regime.secretariat) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(who, "draft-scope", { ...scopeFields(candidate.id), ...given } as Scope);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

const stored = async (id = candidate.id) => {
  const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.candidates));
  return rows.find((row) => row.id === id)!.scope;
};

const everything = { countries: ["all"], endUses: ["all"], endUsers: ["all"] };

describe("draft-scope", () => {
  test("[R2 R7] keeps rows, exclusions, relations and the review-by time; a later one takes its place", async () => {
    await regime.done(regime.secretariat, "draft-scope", scope({ exclusions: "civil radio; medical imaging" }));
    const { candidate: _, ...said } = scope({ exclusions: ["civil radio", "medical imaging"] });
    expect(await stored()).toEqual(said);
    await regime.done(regime.chair, "draft-scope", scope({ reviewByDays: 365 }));
    expect(await stored()).toMatchObject({ reviewByDays: 365, exclusions: [] });
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const minute = minutes.sort((one, other) => other.sequence - one.sequence)[0]!;
    expect(minute).toMatchObject({ type: "scope-drafted", role: "chair", rules: ["R2", "R3", "R7", "R8"] });
  });

  test("[R2] is the committee's: seats, both chairs, secretariat; not observers or reviewers", async () => {
    for (const who of [regime.holders.JP, regime.alternates.TW, regime.viceChair, regime.chair, regime.secretariat])
      await regime.done(who, "draft-scope", scope());
    for (const who of [regime.observer, regime.reviewers.JP])
      expect(await refusedScope({}, who)).toMatchObject({ code: "role", rule: "R2" });
    expect(await refusedScope({}, regime.stranger)).toMatchObject({ code: "not-found" });
  });

  test("[R2] a row of everything is refused without a reason, and stands with one", async () => {
    expect(await refusedScope({ rows: [everything] })).toMatchObject({ rule: "R2" });
    await regime.done(regime.chair, "draft-scope", scope({ rows: [everything], allReason: "Precursor of many uses." }));
    expect(await stored()).toMatchObject({ allReason: "Precursor of many uses." });
  });

  test("[R3] country sets, end uses and end users are those of the lists", async () => {
    const row = { countries: ["D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] };
    for (const wrong of [
      { ...row, countries: ["Atlantis"] },
      { ...row, endUses: ["fun"] },
      { ...row, endUsers: ["everyman"] },
      { ...row, countries: [] },
    ])
      expect((await refusedScope({ rows: [wrong] })).rule).toMatch(/^R[23]$/);
    expect(await refusedScope({ rows: [] })).toMatchObject({ code: "malformed", rule: "R2", field: "rows" });
  });

  test("[R7] a relation names a regime of the four, once each at most, with a word of the rule book", async () => {
    const wassenaar = { regime: "wassenaar", word: "broader", entries: "4.A.1; 4.A.2", note: "" };
    expect(await refusedScope({ relations: [{ ...wassenaar, word: "similar" }] })).toMatchObject({ code: "malformed" });
    expect(await refusedScope({ relations: [{ ...wassenaar, regime: "opec" }] })).toMatchObject({ code: "malformed" });
    expect(await refusedScope({ relations: Array.from({ length: 5 }, () => wassenaar) })).toMatchObject({
      code: "malformed",
    });
    await regime.done(regime.chair, "draft-scope", scope({ relations: [wassenaar] as never }));
    expect(await stored()).toMatchObject({ relations: [{ regime: "wassenaar", entries: ["4.A.1", "4.A.2"] }] });
  });

  test("[R8] an emerging technology is reviewed within 1,096 days, a foundational one within 1,827", async () => {
    await regime.done(regime.chair, "draft-scope", scope({ reviewByDays: 1096 }));
    const late = await refusedScope({ reviewByDays: 1097 });
    expect(late).toMatchObject({ code: "duration", rule: "R8", field: "reviewByDays" });
    expect(late.reason).toContain("1097");
    const old = await givenDrafting(regime, { title: "Cryostats", class: "foundational" });
    await regime.done(regime.chair, "draft-scope", { ...scopeFields(old.id), reviewByDays: 1827 });
    expect(await refusedScope({ candidate: old.id, reviewByDays: 1828 })).toMatchObject({
      code: "duration",
      rule: "R8",
    });
    for (const days of [29, 0, -1, 1.5, "soon"])
      expect(await refusedScope({ reviewByDays: days })).toMatchObject({ code: "malformed", field: "reviewByDays" });
  });

  test("[R2] is drafted between acceptance and the ballot", async () => {
    const proposed = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
    expect(await refusedScope({ candidate: proposed.id })).toMatchObject({ code: "state", rule: "R2" });
    const open = await givenOpen(regime, { title: "In its ballot" });
    const frozen = await refusedScope({ candidate: open.candidate.id }, regime.chair);
    expect(frozen).toMatchObject({ code: "state", rule: "R2" });
    expect(frozen.reason).toContain("balloting");
    expect(await refusedScope({ candidate: "qtac-2026-999" })).toMatchObject({ code: "not-found" });
  });
});
