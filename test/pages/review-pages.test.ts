/** What the pages of recommendations and rounds answer, to whom, at each stage. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/membership/role.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { recommendationPage } from "../../server/queries/review/recommendation-page.ts";
import { recommendationsPage } from "../../server/queries/review/recommendations-page.ts";
import { roundPage } from "../../server/queries/review/round-page.ts";
import { roundsPage } from "../../server/queries/review/rounds-page.ts";
import { givenRegime, memberCodes, type Regime } from "../given/regime.ts";
import { type GivenRound, givenDelivered, givenRecommended, passRound, roundRow } from "../given/round.ts";

let regime: Regime;
let given: GivenRound;

const recommendationFor = async (who: Actor) => {
  const page = await recommendationPage(regime.context, who, { recommendation: "qtac-r-1" });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};
const roundFor = async (who: Actor) => {
  const page = await roundPage(regime.context, who, { round: "round-1" });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};

beforeAll(async () => {
  regime = await givenRegime();
  given = { ...(await givenRecommended(regime)), round: "" };
});
afterAll(() => regime?.close());

describe("a recommendation", () => {
  it("[R1] shows text, hash in words, scope and the ballot with its counts and conditions", async () => {
    const page = await recommendationFor(regime.reviewers.JP);
    expect(page.text).toMatchObject({ number: 1, textHash: given.textHash });
    expect(page.text.words).toHaveLength(6);
    expect(page.ballot).toMatchObject({ reference: "QTAC/B/1", outcome: "adopted", counts: { R: 8, Y: 7, S: 1 } });
    expect(page.ballot.conditions.every((one) => one.met)).toBe(true);
    expect(page.ballot.rollCall).toHaveLength(8);
    expect(page.recommendation.scope.rows).toHaveLength(1);
  });

  it("[R10] offers the next step to the secretariat and says to others whose it is", async () => {
    expect((await recommendationFor(regime.secretariat)).may["transmit-recommendation"]).toBeNull();
    expect((await recommendationFor(regime.chair)).may["transmit-recommendation"]).toMatchObject({ code: "role" });
    const { recommendation } = given;
    await regime.done(regime.secretariat, "transmit-recommendation", { recommendation });
    expect((await recommendationFor(regime.secretariat)).may).toMatchObject({ "prepare-round": null });
    given.round = (await regime.done(regime.secretariat, "prepare-round", { recommendation, kind: "new-entry" })).id;
  });

  it("[W2] is not there for those outside the committee", async () => {
    for (const who of [regime.stranger, thePublic])
      expect(await recommendationPage(regime.context, who, { recommendation: "qtac-r-1" })).toMatchObject({
        code: "not-found",
      });
    expect(await recommendationsPage(regime.context, thePublic, {})).toMatchObject({ rows: [] });
    expect(await recommendationsPage(regime.context, regime.observer, {})).toMatchObject({
      rows: [{ slug: "qtac-r-1" }],
    });
  });
});

describe("the silence room", () => {
  it("[V1] has no members before dispatch, and offers it to the chair", async () => {
    const page = await roundFor(regime.chair);
    expect(page.members).toEqual([]);
    expect(page.may["dispatch-round"]).toBeNull();
    await regime.byTwo(regime.chair, "dispatch-round", { round: given.round });
  });

  it("[Z3] is not there for observers, nor for the public", async () => {
    for (const who of [regime.observer, regime.stranger, thePublic]) {
      expect(await roundPage(regime.context, who, { round: "round-1" })).toMatchObject({ code: "not-found" });
      expect(await roundsPage(regime.context, who, {})).toMatchObject({ rows: [] });
    }
    expect(await roundsPage(regime.context, regime.reviewers.TW, {})).toMatchObject({ rows: [{ slug: "round-1" }] });
  });

  it("[V25] tells who acknowledged the text to that member alone", async () => {
    await givenDelivered(regime, given, ["JP"]);
    const own = await roundFor(regime.reviewers.JP);
    expect(own.own).toMatchObject({ name: "Japan", openedBy: "Reviewer JP" });
    expect(own.may["acknowledge-delivery"]).toMatchObject({ rule: "V3" });
    const other = JSON.stringify(await roundFor(regime.reviewers.US));
    expect(other).not.toContain("Reviewer JP");
    expect((await roundFor(regime.reviewers.US)).may["acknowledge-delivery"]).toBeNull();
  });

  it("[V6] shows each member's days and end once all are reached", async () => {
    const before = await roundFor(regime.reviewers.US);
    expect(before.members.every((line) => line.calendar === null && line.endsAt === null)).toBe(true);
    await givenDelivered(
      regime,
      given,
      memberCodes.filter((code) => code !== "JP"),
    );
    const page = await roundFor(regime.reviewers.US);
    expect(page.members).toHaveLength(7);
    for (const line of page.members) {
      expect(line.calendar).toMatchObject({ daysInAll: 20, dayNumber: 0 });
      expect(line.endsAt).toBeLessThanOrEqual(page.round.endsAt!);
    }
    expect(page.members.filter((line) => line.own).map((line) => line.name)).toEqual(["United States"]);
    expect(page.cannotJoinMax).toBe(2);
  });

  it("[V19] says to the chair why the round is not lengthened, until a member asks for time", async () => {
    expect((await roundFor(regime.chair)).may["lengthen-round"]).toMatchObject({ rule: "V19" });
    await regime.done(regime.reviewers.FR, "reply-round", {
      round: given.round,
      word: "ask-time",
      reason: "A recess.",
    });
    const page = await roundFor(regime.chair);
    expect(page.may["lengthen-round"]).toBeNull();
    expect(page.replies).toMatchObject([{ member: "France", word: "ask-time", reason: "A recess.", late: false }]);
    expect(page.may["reply-round"]).toMatchObject({ code: "role" });
  });

  it("[V8] says in a reply of what the reviewer decides: who cannot join already", async () => {
    await regime.done(regime.reviewers.NL, "reply-round", {
      round: given.round,
      word: "cannot-join",
      reason: "A law.",
    });
    expect(await roundFor(regime.reviewers.JP)).toMatchObject({ cannotJoin: ["Netherlands"], cannotJoinMax: 2 });
  });

  it("[V20] shows the account that the clock certified, and takes no reply any more", async () => {
    await passRound(regime, given.round);
    await regime.byClock("adopt-in-part", { round: given.round });
    const page = await roundFor(regime.reviewers.JP);
    expect(page).toMatchObject({ outcome: "adopted-in-part", entry: { code: "QT-01" } });
    expect(page.round.endedAt).toBe((await roundRow(regime, given.round)).endsAt);
    expect(page.may["reply-round"]).toMatchObject({ code: "late", rule: "V10" });
    expect(page.may["enter-reservation"]).toBeNull();
    expect(page.reservations).toMatchObject([{ member: "Netherlands", rows: null, mayWithdraw: false }]);
    expect((await roundFor(regime.reviewers.NL)).reservations).toMatchObject([{ mayWithdraw: true }]);
  });
});
