/** Declared interests, and the recusals that follow from them. Told on the engine under test. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { castFields, givenAnswers, givenDrafted, givenOpen, givenPositions, givenReady } from "../../given/ballot.ts";
import { candidateFields, day_ms, givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeEach(async () => {
  regime = await givenRegime();
});
afterEach(() => regime.close());

type Declaration = { kind?: string; class?: string; statement?: string; organisation?: string };

const fields = (candidate: string, given: Declaration = {}) =>
  ({ candidate, kind: "none", class: "none", statement: "", ...given }) as never;

const direct = { kind: "ownership", class: "direct", statement: "Holds four per cent of a producer." };

const declare = (who: Person, candidate: string, given: Declaration = {}) =>
  regime.done(who, "declare-interest", fields(candidate, given));

async function refusedDeclaration(who: Person, candidate: string, given: Declaration = {}): Promise<Refusal> {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(who, "declare-interest", fields(candidate, given));
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

describe("a declaration", () => {
  test("[X1] is kept with its kind, class and statement; none is one too, and the latest counts", async () => {
    const { id } = await givenDrafting(regime);
    await declare(regime.holders.JP, id);
    await declare(regime.holders.JP, id, { ...direct, organisation: regime.organisation.id });
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.interests));
    expect(rows.sort((one, other) => one.sequence - other.sequence)).toMatchObject([
      { sequence: 1, kind: "none", class: "none", personId: regime.holders.JP.personId },
      { sequence: 2, ...direct, organisationId: regime.organisation.id },
    ]);
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const minute = minutes.sort((one, other) => other.sequence - one.sequence)[0]!;
    expect(minute).toMatchObject({ type: "interest-declared", role: "holder", candidateId: id });
    expect(JSON.stringify(minute.values)).not.toContain("four per cent");
  });

  test("[X1] is made by seats, chairs and government reviewers, not by secretariat, observer or outsider", async () => {
    const { id } = await givenDrafting(regime);
    for (const who of [
      regime.holders.JP,
      regime.alternates.JP,
      regime.chair,
      regime.reviewers.TW,
      regime.industryHolder,
    ])
      await declare(who, id);
    for (const who of [regime.secretariat, regime.observer])
      expect(await refusedDeclaration(who, id)).toMatchObject({ code: "role", rule: "X1" });
    expect(await refusedDeclaration(regime.stranger, id)).toMatchObject({ code: "not-found" });
    expect(await refusedDeclaration(regime.holders.JP, "qtac-2026-999")).toMatchObject({ code: "not-found" });
  });

  test("[X1 X3] needs a sentence, and a class that its kind can have", async () => {
    const { id } = await givenDrafting(regime);
    const who = regime.holders.JP;
    expect(await refusedDeclaration(who, id, { ...direct, statement: " " })).toMatchObject({
      ...{ code: "reason-missing", rule: "X1", field: "statement" },
    });
    for (const wrong of [
      { ...direct, class: "none" },
      { kind: "none", class: "direct", statement: "x" },
      { kind: "none", class: "sectoral", statement: "x" },
    ]) {
      const refusal = await refusedDeclaration(who, id, wrong);
      expect(refusal).toMatchObject({ code: "word", rule: "X3", field: "class" });
      expect(refusal.reason).toContain(`"${wrong.class}"`);
    }
    expect(await refusedDeclaration(who, id, { ...direct, kind: "friendship" })).toMatchObject({ code: "malformed" });
    expect(await refusedDeclaration(who, id, { ...direct, organisation: "0".repeat(32) })).toMatchObject({
      code: "not-found",
    });
  });

  test("[X1] is made while the candidate is before the committee", async () => {
    const { id } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
    await declare(regime.holders.JP, id);
    await regime.done(regime.chair, "decline-candidate", { candidate: id, reason: "Out of the committee's field." });
    const refusal = await refusedDeclaration(regime.holders.JP, id);
    expect(refusal).toMatchObject({ code: "state", rule: "X1" });
    expect(refusal.reason).toContain("declined");
  });
});

describe("a direct interest", () => {
  test("[X3] bars the person from casting; the alternate, who has none, casts for the seat", async () => {
    const open = await givenOpen(regime);
    await declare(regime.holders.JP, open.candidate.id, direct);
    const barred = await regime.refused(regime.holders.JP, "cast-position", castFields(open, "yes"));
    expect(barred).toMatchObject({ code: "recused", rule: "P8" });
    await regime.done(regime.alternates.JP, "cast-position", castFields(open, "yes"));
    await declare(regime.holders.NL, open.candidate.id, { ...direct, class: "sectoral" });
    await regime.done(regime.holders.NL, "cast-position", castFields(open, "yes"));
  });

  test("[X3 B46] bars the chair from presiding, and then the vice-chair presides", async () => {
    const { id } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
    await declare(regime.holders.JP, id, direct);
    const stillChair = await regime.refused(regime.viceChair, "accept-candidate", { candidate: id });
    expect(stillChair).toMatchObject({ code: "role", rule: "C3" });
    await declare(regime.chair, id, direct);
    const barred = await regime.refused(regime.chair, "accept-candidate", { candidate: id });
    expect(barred).toMatchObject({ code: "recused", rule: "X3" });
    await regime.done(regime.viceChair, "accept-candidate", { candidate: id });
  });

  test("[X4] of everybody on a seat recuses it: it takes no position and leaves E", async () => {
    const open = await givenOpen(regime);
    for (const who of [regime.holders.JP, regime.alternates.JP]) await declare(who, open.candidate.id, direct);
    for (const who of [regime.holders.JP, regime.alternates.JP]) {
      const refusal = await regime.refused(who, "cast-position", castFields(open, "yes"));
      expect(refusal).toMatchObject({ code: "recused" });
    }
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes", US: "yes" });
    regime.pass({ days: 14 });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    expect(await countsOf(open.ballot)).toMatchObject({ R: 8, X: 1, E: 7, Y: 6, S: 1 });
  });

  test("[X4] of the body that nominated an industry seat recuses it, whoever declares; a delegation it does not", async () => {
    const open = await givenOpen(regime);
    await declare(regime.holders.JP, open.candidate.id, { ...direct, organisation: regime.organisation.id });
    const industry = await regime.refused(regime.industryHolder, "cast-position", castFields(open, "yes"));
    expect(industry).toMatchObject({ code: "recused", rule: "X4" });
    await regime.done(regime.holders.NO, "cast-position", castFields(open, "yes"));
  });
});

describe("time", () => {
  test("[X7] a declaration holds for 365 days, and at that instant bars no more", async () => {
    const drafted = await givenDrafted(regime);
    const before = await regime.now();
    await declare(regime.chair, drafted.candidate.id, direct);
    const after = await regime.now();
    regime.pass({ ms: 365 * day_ms - (await regime.now()) + before - 10_000 });
    const barred = await regime.refused(regime.chair, "discard-ballot", { ballot: drafted.ballot });
    expect(barred).toMatchObject({ code: "recused", rule: "X3" });
    regime.pass({ ms: 10_000 + after - before });
    await regime.done(regime.chair, "discard-ballot", { ballot: drafted.ballot });
  });

  test("[X7 B4] an expired declaration counts as not answered: the ballot waits for the seat", async () => {
    const { id } = await givenReady(regime);
    await givenAnswers(regime, id);
    regime.pass({ days: 300 });
    await declare(regime.holders.JP, id);
    await regime.done(regime.chair, "revise-text", { candidate: id });
    await regime.done(regime.chair, "open-comment-round", { candidate: id, days: 60 });
    regime.pass({ days: 66 });
    await regime.byClock("close-comment-round", { candidate: id });
    await regime.done(regime.chair, "mark-ready", { candidate: id });
    const { id: ballot } = await regime.done(regime.secretariat, "draft-ballot", {
      ...{ candidate: id, question: "Shall this definition be recommended?", days: 14 },
    });
    const early = await regime.refused(regime.chair, "open-ballot", { ballot });
    expect(early).toMatchObject({ rule: "B4" });
    expect(early.reason).toContain("7 seats have not answered");
    await givenAnswers(regime, id);
    await regime.byTwo(regime.chair, "open-ballot", { ballot });
  });
});

/** The counts of the written account. */
async function countsOf(ballotId: string): Promise<Record<string, number>> {
  const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.ballots));
  return (JSON.parse(rows.find((row) => row.id === ballotId)!.account!) as { counts: Record<string, number> }).counts;
}
