import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDueRounds } from "../../../db/store/review.ts";
import { hour_ms, instantOf } from "../../../domain/instant.ts";
import { givenContext, givenRegime, memberCodes, type Regime, rowCounts } from "../../given/regime.ts";
import {
  givenDelivered,
  givenDispatched,
  givenPrepared,
  givenRecommended,
  givenRunning,
  passRound,
  passUntil,
  roundRow,
} from "../../given/round.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime({ stage: await givenContext({ offset_ms: 0 }) });
});
afterAll(() => regime.close());

const stateOf = (candidate: string) =>
  regime.db.read(async (tx) => {
    const { candidates, recommendations } = tx.t;
    const [found] = await tx.select({ state: candidates.state }).from(candidates).where(eq(candidates.id, candidate));
    const [sent] = await tx
      .select({ state: recommendations.state })
      .from(recommendations)
      .where(eq(recommendations.candidateId, candidate));
    return { candidate: found!.state, recommendation: sent!.state };
  });

/** The acts that are due for this round; the stories of other tests may have left theirs due. */
const due = (round: string) =>
  regime.db
    .read((tx) => findDueRounds(tx, 50))
    .then((found) => found.filter((one) => one.roundId === round).map((one) => one.act));

describe("transmit-recommendation", () => {
  it("[R10] lets the secretariat, and nobody else, hand a drafted recommendation to the governments once", async () => {
    const { recommendation, candidate } = await givenRecommended(regime);
    const before = await rowCounts(regime.db);
    expect(await regime.refused(regime.chair, "transmit-recommendation", { recommendation })).toMatchObject({
      code: "role",
    });
    expect(await rowCounts(regime.db)).toEqual(before);
    await regime.done(regime.secretariat, "transmit-recommendation", { recommendation });
    expect(await stateOf(candidate)).toEqual({ candidate: "reviewing", recommendation: "transmitted" });
    const again = await regime.refused(regime.secretariat, "transmit-recommendation", { recommendation });
    expect(again).toMatchObject({ code: "state", rule: "R10" });
  });
});

describe("prepare-round and dispatch-round", () => {
  it("[V1] freezes all members with their zones and calendars at dispatch, by the chair", async () => {
    const { round } = await givenPrepared(regime);
    expect(await regime.refused(regime.secretariat, "dispatch-round", { round })).toMatchObject({ code: "role" });
    await regime.byTwo(regime.chair, "dispatch-round", { round });
    const members = await regime.db.read((tx) =>
      tx.select().from(tx.t.roundMembers).where(eq(tx.t.roundMembers.roundId, round)),
    );
    expect(members.map((one) => one.zone).sort()).toEqual([
      "America/New_York",
      "America/Toronto",
      "Asia/Taipei",
      "Asia/Tokyo",
      "Europe/Amsterdam",
      "Europe/Oslo",
      "Europe/Paris",
    ]);
    expect(await roundRow(regime, round)).toMatchObject({ state: "dispatched", startedAt: null, dueAt: null });
    expect(await regime.refused(regime.chair, "dispatch-round", { round })).toMatchObject({ code: "state" });
  });

  it("[V1] keeps one round at a time on a recommendation", async () => {
    const { recommendation } = await givenPrepared(regime);
    const second = await regime.refused(regime.secretariat, "prepare-round", { recommendation, kind: "new-entry" });
    expect(second).toMatchObject({ code: "state", rule: "V1" });
  });

  it("[V2] refuses an amendment that names no entry of the list", async () => {
    const { recommendation } = await givenRecommended(regime);
    await regime.done(regime.secretariat, "transmit-recommendation", { recommendation });
    const no = await regime.refused(regime.secretariat, "prepare-round", {
      recommendation,
      kind: "amendment",
      entry: "QT-77",
    });
    expect(no).toMatchObject({ code: "malformed", rule: "V2", field: "entry" });
  });
});

describe("acknowledge-delivery", () => {
  it("[V3] takes the hash of the text, of the own member, once", async () => {
    const { round, textHash } = await givenDispatched(regime);
    const wrong = await regime.refused(regime.reviewers.JP, "acknowledge-delivery", {
      round,
      textHash: "0".repeat(64),
    });
    expect(wrong).toMatchObject({ code: "word", rule: "V3", field: "textHash" });
    expect(await regime.refused(regime.holders.JP, "acknowledge-delivery", { round, textHash })).toMatchObject({
      code: "role",
    });
    await regime.done(regime.reviewers.JP, "acknowledge-delivery", { round, textHash });
    const again = await regime.refused(regime.reviewers.JP, "acknowledge-delivery", { round, textHash });
    expect(again).toMatchObject({ code: "state", rule: "V3" });
  });

  it("[V4] starts the clock with the last proof, and never without it", async () => {
    const given = await givenDispatched(regime);
    await givenDelivered(regime, given, memberCodes.slice(1));
    regime.pass({ days: 60 });
    expect(await roundRow(regime, given.round)).toMatchObject({ state: "dispatched", dueAt: null });
    await givenDelivered(regime, given, memberCodes.slice(0, 1));
    const row = await roundRow(regime, given.round);
    expect(row.state).toBe("running");
    expect(row.startedAt).toBeGreaterThan((await regime.now()) - hour_ms);
    expect(row.dueAt).toBe(row.endsAt! + hour_ms);
  });

  it("[V6] counts each member's working days in its zone, across two changes of the clocks", async () => {
    const given = await givenDispatched(regime);
    await passUntil(regime, instantOf("2031-03-03T12:00:00Z"));
    await givenDelivered(regime, given, memberCodes);
    const { endsAt } = await roundRow(regime, given.round);
    // Summer time begins on 9 March in New York and on 30 March in Paris; day 20 is Monday 31 March.
    expect(new Date(endsAt!).toISOString()).toBe("2031-04-01T04:00:00.000Z");
    await passRound(regime, given.round);
    await regime.byClock("adopt-by-silence", { round: given.round });
    const account = JSON.parse((await roundRow(regime, given.round)).account!);
    const { members } = regime;
    expect(account.ends).toEqual({
      [members.CA.id]: "2031-04-01T04:00:00Z",
      [members.FR.id]: "2031-03-31T22:00:00Z",
      [members.JP.id]: "2031-03-31T15:00:00Z",
      [members.NL.id]: "2031-03-31T22:00:00Z",
      [members.NO.id]: "2031-03-31T22:00:00Z",
      [members.TW.id]: "2031-03-31T16:00:00Z",
      [members.US.id]: "2031-04-01T04:00:00Z",
    });
  });
});

describe("the end of a round", () => {
  it("[V20] adopts by the silence of all, one hour after the end and not before, and the adoption is that of the end", async () => {
    const { round, candidate } = await givenRunning(regime);
    const { endsAt } = await roundRow(regime, round);
    await passUntil(regime, endsAt! + hour_ms - 60_000);
    await expect(regime.byClock("adopt-by-silence", { round })).rejects.toThrow("V20");
    expect(await due(round)).toEqual([]);
    await passRound(regime, round);
    expect(await due(round)).toEqual(["adopt-by-silence"]);
    expect(await regime.refused(regime.chair, "adopt-by-silence", { round })).toMatchObject({ code: "role" });
    await expect(regime.byClock("return-to-committee", { round })).rejects.toThrow("asks for no return-to-committee");
    await regime.byClock("adopt-by-silence", { round });
    expect(await stateOf(candidate)).toEqual({ candidate: "listed", recommendation: "adopted" });
    expect(await roundRow(regime, round)).toMatchObject({ state: "adopted", endedAt: endsAt, dueAt: null });
    const [entry] = await regime.db.read((tx) =>
      tx.select().from(tx.t.entries).where(eq(tx.t.entries.candidateId, candidate)),
    );
    expect(entry).toMatchObject({ adoptedAt: endsAt, absent: [] });
  });

  it("[V12] breaks at once on an objection, also before all are reached, and returns recommendation and candidate", async () => {
    const { round, candidate } = await givenDispatched(regime);
    const bare = await regime.refused(regime.reviewers.NL, "reply-round", { round, word: "object" });
    expect(bare).toMatchObject({ code: "reason-missing", rule: "V8", field: "reason" });
    await regime.done(regime.reviewers.NL, "reply-round", {
      round,
      word: "object",
      reason: "The text is not enforceable.",
    });
    expect(await roundRow(regime, round)).toMatchObject({ state: "broken", dueAt: null });
    expect(await stateOf(candidate)).toEqual({ candidate: "returned", recommendation: "returned" });
    const path = await regime.db.read((tx) =>
      tx.select().from(tx.t.candidateMoves).where(eq(tx.t.candidateMoves.candidateId, candidate)),
    );
    expect(path.at(-1)).toMatchObject({ act: "return-to-committee", reason: "The text is not enforceable." });
  });

  it("[V13] stays broken when the objection is taken back", async () => {
    const { round } = await givenRunning(regime);
    await regime.done(regime.reviewers.NL, "reply-round", { round, word: "object", reason: "No." });
    const back = await regime.refused(regime.reviewers.NL, "reply-round", { round, word: "agree" });
    expect(back).toMatchObject({ code: "late", rule: "V10" });
  });

  it("[V12] breaks on an amendment that brings its text", async () => {
    const { round } = await givenRunning(regime);
    const fields = { round, word: "amend", reason: "The threshold is too low." };
    expect(await regime.refused(regime.reviewers.US, "reply-round", fields)).toMatchObject({ field: "text" });
    await regime.done(regime.reviewers.US, "reply-round", {
      ...fields,
      text: "Supporting 50 or more physical qubits;",
    });
    expect((await roundRow(regime, round)).state).toBe("broken");
  });

  it("[V9] refuses the reply of an expert, and of a reviewer without a member in the round", async () => {
    const { round } = await givenRunning(regime);
    expect(await regime.refused(regime.holders.JP, "reply-round", { round, word: "agree" })).toMatchObject({
      code: "role",
      rule: "V9",
    });
    expect(await regime.refused(regime.stranger, "reply-round", { round, word: "agree" })).toBeTruthy();
    const word = await regime.refused(regime.reviewers.JP, "reply-round", { round, word: "perhaps" });
    expect(word).toMatchObject({ code: "word", rule: "V8" });
  });

  it("[V14] adopts in part where a third or fewer cannot join; they stand with a reservation of full scope", async () => {
    const { round, candidate } = await givenRunning(regime);
    const cannot = (code: "FR" | "US") =>
      regime.done(regime.reviewers[code], "reply-round", {
        round,
        word: "cannot-join",
        reason: `${code} must change its law.`,
      });
    await cannot("FR");
    await cannot("US");
    await passRound(regime, round);
    await expect(regime.byClock("adopt-by-silence", { round })).rejects.toThrow("adopted-in-part");
    expect(await due(round)).toEqual(["adopt-in-part"]);
    await regime.byClock("adopt-in-part", { round });
    expect(await stateOf(candidate)).toEqual({ candidate: "listed-in-part", recommendation: "adopted-in-part" });
    const stands = await regime.db.read((tx) =>
      tx.select().from(tx.t.reservations).where(eq(tx.t.reservations.candidateId, candidate)),
    );
    expect(stands.map(({ memberId, rows, reason }) => ({ memberId, rows, reason }))).toEqual(
      expect.arrayContaining([
        { memberId: regime.members.FR.id, rows: null, reason: "FR must change its law." },
        { memberId: regime.members.US.id, rows: null, reason: "US must change its law." },
      ]),
    );
  });

  it("[V15] is broken at the end where more than a third cannot join", async () => {
    const { round, candidate } = await givenRunning(regime);
    for (const code of ["FR", "US", "JP"] as const)
      await regime.done(regime.reviewers[code], "reply-round", { round, word: "cannot-join", reason: "Not yet." });
    await passRound(regime, round);
    await expect(regime.byClock("adopt-in-part", { round })).rejects.toThrow("broken");
    await regime.byClock("return-to-committee", { round });
    const row = await roundRow(regime, round);
    expect(row).toMatchObject({ state: "broken", endedAt: row.endsAt });
    expect(await stateOf(candidate)).toEqual({ candidate: "returned", recommendation: "returned" });
  });

  it("[V10] refuses a reply at or after the end, and names what is left to the member", async () => {
    const { round } = await givenRunning(regime);
    await passUntil(regime, (await roundRow(regime, round)).endsAt!);
    const late = await regime.refused(regime.reviewers.NL, "reply-round", { round, word: "object", reason: "Late." });
    expect(late).toMatchObject({ code: "late", rule: "V10" });
    expect(late.reason).toContain("reservation");
    await passRound(regime, round);
    await regime.byClock("adopt-by-silence", { round });
  });

  it("[V19] lengthens once for all by five working days, after a request for time", async () => {
    const { round } = await givenRunning(regime);
    expect(await regime.refused(regime.chair, "lengthen-round", { round })).toMatchObject({
      code: "state",
      rule: "V19",
    });
    await regime.done(regime.reviewers.TW, "reply-round", {
      round,
      word: "ask-time",
      reason: "Parliament sits in a month.",
    });
    const before = await roundRow(regime, round);
    await regime.byTwo(regime.chair, "lengthen-round", { round });
    const after = await roundRow(regime, round);
    expect(after.endsAt! - before.endsAt!).toBeGreaterThanOrEqual(7 * 24 * hour_ms - hour_ms);
    expect(after.dueAt).toBe(after.endsAt! + hour_ms);
    expect(await regime.refused(regime.chair, "lengthen-round", { round })).toMatchObject({ code: "limit" });
    await passUntil(regime, before.dueAt!);
    await expect(regime.byClock("adopt-by-silence", { round })).rejects.toThrow("running");
    await passRound(regime, round);
    // [V11] A request for time is silence.
    await regime.byClock("adopt-by-silence", { round });
  });

  it("[V8] counts a member's latest reply", async () => {
    const { round, candidate } = await givenRunning(regime);
    await regime.done(regime.reviewers.FR, "reply-round", { round, word: "cannot-join", reason: "Not yet." });
    await regime.done(regime.reviewers.FR, "reply-round", { round, word: "agree" });
    await passRound(regime, round);
    await regime.byClock("adopt-by-silence", { round });
    expect((await stateOf(candidate)).candidate).toBe("listed");
  });

  it("[R11] is cancelled by the chair with a reason, and another round may be prepared", async () => {
    const { round, recommendation } = await givenDispatched(regime);
    expect(await regime.refused(regime.chair, "cancel-round", { round })).toMatchObject({ code: "reason-missing" });
    await regime.byTwo(regime.chair, "cancel-round", { round, reason: "The wrong kind was chosen." });
    expect((await roundRow(regime, round)).state).toBe("cancelled");
    await regime.done(regime.secretariat, "prepare-round", { recommendation, kind: "new-entry" });
  });
});
