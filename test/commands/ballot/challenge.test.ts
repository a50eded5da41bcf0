/** Challenges of a closed ballot: who makes, supports and answers them, and when the result is certified. */
import { afterEach, describe, expect, it } from "vitest";
import { theClock } from "../../../domain/membership/role.ts";
import { runDueActs } from "../../../server/clock.ts";
import {
  ballotRow,
  castFields,
  closeAtItsTime,
  givenOpen,
  givenPositions,
  recordedFields,
} from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
afterEach(() => regime?.close());

const passTo = async (at: number) => regime.pass({ ms: at - (await regime.now()) });
const hours72_ms = 72 * 3_600_000;

async function givenClosed() {
  regime = await givenRegime();
  const open = await givenOpen(regime);
  await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
  await closeAtItsTime(regime, open.ballot);
  const { closedAt } = await ballotRow(regime, open.ballot);
  return { ...open, closedAt: closedAt!, fields: { ballot: open.ballot, rule: "M4", fact: "The roll lacks a seat." } };
}

describe("[B44] challenging a result", () => {
  it("is for seats on the roll within 72 h after the close, and stops the certification", async () => {
    const { ballot, closedAt, fields } = await givenClosed();
    for (const who of [regime.secretariat, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "challenge-ballot", fields)).toMatchObject({ code: "role", rule: "B44" });
    expect(await regime.refused(regime.holders.US, "challenge-ballot", { ...fields, rule: "fair" })).toMatchObject({
      code: "malformed",
      field: "rule",
    });
    await passTo(closedAt + hours72_ms - 20);
    await regime.done(regime.holders.US, "challenge-ballot", fields);
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "challenged", dueAt: null });
    regime.pass({ days: 30 });
    expect(await runDueActs(regime.context)).toBe(0);
    expect(await regime.refused(theClock, "certify-ballot", { ballot })).toMatchObject({ code: "state", rule: "B44" });
    await regime.done(regime.chair, "answer-challenge", { ballot, text: "No seat was filled later." });
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "closed" });
    expect(await runDueActs(regime.context)).toBe(1);
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "certified", outcome: "adopted" });
  });

  it("is late 72 h after the close", async () => {
    const { closedAt, fields } = await givenClosed();
    await passTo(closedAt + hours72_ms);
    expect(await regime.refused(regime.holders.US, "challenge-ballot", fields)).toMatchObject({
      code: "late",
      rule: "B44",
    });
  });

  it("answered early, the 72 h after the close are waited for, and another challenge is possible", async () => {
    const { ballot, closedAt, fields } = await givenClosed();
    await regime.done(regime.holders.US, "challenge-ballot", fields);
    expect(await regime.refused(regime.holders.JP, "challenge-ballot", fields)).toMatchObject({ code: "state" });
    await regime.done(regime.chair, "answer-challenge", { ballot, text: "No seat was filled later." });
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "closed", dueAt: closedAt + hours72_ms });
    await regime.done(regime.holders.JP, "challenge-ballot", fields);
    await regime.done(regime.chair, "answer-challenge", { ballot, text: "As before." });
    await passTo(closedAt + hours72_ms - 20);
    expect(await regime.refused(theClock, "certify-ballot", { ballot })).toMatchObject({ rule: "B44" });
    await passTo(closedAt + hours72_ms);
    await regime.byClock("certify-ballot", { ballot });
  });

  it("goes to the vice-chair with a second seat's support, and where the chair's own seat made it", async () => {
    const { ballot, fields } = await givenClosed();
    const answer = { ballot, text: "No seat was filled later." };
    await regime.done(regime.holders.US, "challenge-ballot", fields);
    expect(await regime.refused(regime.viceChair, "answer-challenge", answer)).toMatchObject({ code: "role" });
    expect(await regime.refused(regime.alternates.US, "support-challenge", { ballot })).toMatchObject({ code: "seat" });
    expect(await regime.refused(regime.observer, "support-challenge", { ballot })).toMatchObject({ code: "role" });
    await regime.done(regime.holders.JP, "support-challenge", { ballot });
    expect(await regime.refused(regime.alternates.JP, "support-challenge", { ballot })).toMatchObject({
      code: "limit",
    });
    expect(await regime.refused(regime.chair, "answer-challenge", answer)).toMatchObject({ code: "role", rule: "B44" });
    await regime.done(regime.viceChair, "answer-challenge", answer);
    expect(await regime.refused(regime.viceChair, "answer-challenge", answer)).toMatchObject({ code: "state" });
    await regime.done(regime.alternates.CA, "challenge-ballot", fields);
    expect(await regime.refused(regime.chair, "answer-challenge", answer)).toMatchObject({ code: "role" });
    await regime.done(regime.viceChair, "answer-challenge", answer);
    await regime.done(regime.viceChair, "challenge-ballot", fields);
    await regime.done(regime.holders.JP, "support-challenge", { ballot });
    expect(await regime.refused(regime.viceChair, "answer-challenge", answer)).toMatchObject({ code: "role" });
    await regime.done(regime.chair, "answer-challenge", answer);
  });

  it("[X5] is not for a recused seat", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
    const interest = { candidate: open.candidate.id, kind: "grant", class: "sectoral", statement: "A grant." } as const;
    await regime.done(regime.holders.US, "declare-interest", interest);
    await regime.done(regime.holders.US, "cast-position", castFields(open, "recuse", { reason: "A grant." }));
    await closeAtItsTime(regime, open.ballot);
    const fields = { ballot: open.ballot, rule: "M4", fact: "The roll lacks a seat." };
    expect(await regime.refused(regime.holders.US, "challenge-ballot", fields)).toMatchObject({
      code: "recused",
      rule: "X5",
    });
  });

  it("[P10] a dispute while it is challenged changes the account, and the ballot stays challenged", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes" });
    const recorded = recordedFields(regime, open, "JP", "yes");
    const { sequence } = await regime.done(regime.secretariat, "record-position", recorded);
    await closeAtItsTime(regime, open.ballot);
    await regime.done(regime.holders.US, "challenge-ballot", {
      ballot: open.ballot,
      rule: "P9",
      fact: "Nobody said so.",
    });
    await regime.done(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence });
    expect(await ballotRow(regime, open.ballot)).toMatchObject({ state: "challenged", outcome: "not-adopted" });
  });
});
