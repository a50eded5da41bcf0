/** Two-person acts as commands: asked, consented to, declined, withdrawn, expired, and ended by a changed value. */
import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { voidGrounds } from "../../../domain/ballot/closing.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { givenAnswers, givenDrafted, givenOpen, givenPositions } from "../../given/ballot.ts";
import { day_ms, givenRegime, memberCodes, type Regime } from "../../given/regime.ts";

let regime: Regime;
beforeEach(async () => {
  regime = await givenRegime();
});
afterEach(() => regime.close());

const lastMinute = async () => {
  const { minutes } = regime.db.t;
  const [row] = await regime.db.read(async (tx) => tx.select().from(minutes).orderBy(desc(minutes.sequence)).limit(1));
  return row!;
};
const ballotOf = async (id: string) => {
  const { ballots } = regime.db.t;
  const [row] = await regime.db.read(async (tx) => tx.select().from(ballots).where(eq(ballots.id, id)));
  return row!;
};
const ask = (by: Person, act: "open-ballot" | "extend-ballot" | "close-ballot" | "void-ballot", fields: object) =>
  regime.done(by, "request-second", { act, fields: fields as Record<string, unknown> });

describe("[W6 W7] a two-person act", () => {
  test("is refused to one person alone, and done when the second consents; the minute names both", async () => {
    const { ballot, candidate } = await givenDrafted(regime);
    await givenAnswers(regime, candidate.id);
    expect(await regime.refused(regime.chair, "open-ballot", { ballot })).toMatchObject({
      code: "second-person",
      rule: "W7",
    });
    const { request, seconds } = await ask(regime.chair, "open-ballot", { ballot });
    expect(seconds.map(({ name }) => name)).toEqual([regime.viceChair.name]);
    expect(await lastMinute()).toMatchObject({
      type: "second-requested",
      personId: regime.chair.personId,
      objectId: ballot,
    });
    expect((await ballotOf(ballot)).state).toBe("drafted");
    for (const who of [regime.chair, regime.holders.NO, regime.secretariat])
      expect(await regime.refused(who, "consent-second", { request })).toMatchObject({
        code: "second-person",
        rule: "W6",
      });
    expect(await regime.refused(regime.stranger, "consent-second", { request })).toMatchObject({ code: "not-found" });
    await regime.done(regime.viceChair, "consent-second", { request });
    expect((await ballotOf(ballot)).state).toBe("open");
    expect(await lastMinute()).toMatchObject({
      type: "ballot-opened",
      personId: regime.chair.personId,
      secondPersonId: regime.viceChair.personId,
      role: "chair",
    });
    expect(await regime.refused(regime.viceChair, "consent-second", { request })).toMatchObject({ code: "state" });
  });

  test("is examined when it is asked for: who may not, or what may not be, is refused at once", async () => {
    const { ballot } = await givenDrafted(regime);
    const asks = (who: Person) => regime.refused(who, "request-second", { act: "open-ballot", fields: { ballot } });
    expect(await asks(regime.holders.NO)).toMatchObject({ code: "role" });
    expect(await asks(regime.stranger)).toMatchObject({ code: "not-found" });
    expect(await asks(regime.chair)).toMatchObject({ rule: "B4" });
    const malformed = await regime.refused(regime.chair, "request-second", { act: "open-ballot", fields: {} });
    expect(malformed).toMatchObject({ code: "malformed", field: "ballot" });
  });

  test("expires after 24 hours to the millisecond", async () => {
    const open = await givenOpen(regime);
    const fields = { ballot: open.ballot, hours: 48 };
    const { request, expiresAt } = await ask(regime.chair, "extend-ballot", fields);
    regime.pass({ ms: expiresAt - (await regime.now()) });
    expect(await regime.refused(regime.viceChair, "consent-second", { request })).toMatchObject({ code: "late" });
    const again = await ask(regime.chair, "extend-ballot", fields);
    regime.pass({ hours: 23 });
    await regime.done(regime.viceChair, "consent-second", { request: again.request });
  });

  test("ends when a value changes: here the roll loses a seat between asking and consent", async () => {
    const { ballot, candidate } = await givenDrafted(regime);
    await givenAnswers(regime, candidate.id);
    const { request } = await ask(regime.chair, "open-ballot", { ballot });
    const { roles } = regime.db.t;
    const [held] = await regime.db.read(async (tx) =>
      tx.select().from(roles).where(eq(roles.personId, regime.industryHolder.personId)),
    );
    await regime.done(regime.secretariat, "end-role", { role: held!.id });
    const refusal = await regime.refused(regime.viceChair, "consent-second", { request });
    expect(refusal).toMatchObject({ code: "second-person", rule: "W6" });
    expect(refusal.reason).toContain("roll");
    expect((await ballotOf(ballot)).state).toBe("drafted");
  });

  test("is examined again as the asker: an office that ended meanwhile opens nothing", async () => {
    const { ballot, candidate } = await givenDrafted(regime);
    await givenAnswers(regime, candidate.id);
    const { request } = await ask(regime.chair, "open-ballot", { ballot });
    const { roles } = regime.db.t;
    const held = await regime.db.read(async (tx) => tx.select().from(roles).where(eq(roles.role, "chair")));
    await regime.done(regime.secretariat, "end-role", { role: held[0]!.id });
    expect(await regime.refused(regime.viceChair, "consent-second", { request })).toMatchObject({ code: "role" });
  });

  test("may be declined with a reason, or withdrawn by who asked; asking again replaces", async () => {
    const open = await givenOpen(regime);
    const fields = { ballot: open.ballot, hours: 48 };
    const first = await ask(regime.chair, "extend-ballot", fields);
    const second = await ask(regime.chair, "extend-ballot", { ...fields, hours: 72 });
    expect(await regime.refused(regime.viceChair, "consent-second", { request: first.request })).toMatchObject({
      code: "state",
    });
    const declining = { request: second.request, reason: "" };
    expect(await regime.refused(regime.viceChair, "decline-second", declining)).toMatchObject({
      code: "reason-missing",
    });
    await regime.done(regime.viceChair, "decline-second", { ...declining, reason: "Two weeks are enough." });
    expect(await lastMinute()).toMatchObject({ type: "second-declined", personId: regime.viceChair.personId });
    const third = await ask(regime.chair, "extend-ballot", fields);
    expect(await regime.refused(regime.viceChair, "withdraw-request", third)).toMatchObject({ code: "second-person" });
    await regime.done(regime.chair, "withdraw-request", { request: third.request });
    expect(await regime.refused(regime.viceChair, "consent-second", third)).toMatchObject({ code: "state" });
  });

  test("goes to the longest-seated expert while an interest bars the other chair", async () => {
    const open = await givenOpen(regime);
    const interest = { candidate: open.candidate.id, kind: "employment", class: "direct", statement: "I work there." };
    await regime.done(regime.viceChair, "declare-interest", interest as never);
    const { seconds } = await ask(regime.chair, "extend-ballot", { ballot: open.ballot, hours: 24 });
    expect(seconds).toHaveLength(1);
    expect(seconds[0]!.personId).not.toBe(regime.viceChair.personId);
    expect(seconds[0]!.personId).not.toBe(regime.chair.personId);
  });
});

describe("[B8] extending a ballot", () => {
  test("moves the close twice, by no more than 336 hours, and never in its last 24 hours; the record stays", async () => {
    const open = await givenOpen(regime);
    const before = await ballotOf(open.ballot);
    await regime.byTwo(regime.chair, "extend-ballot", { ballot: open.ballot, hours: 336 });
    await regime.byTwo(regime.chair, "extend-ballot", { ballot: open.ballot, hours: 1 });
    const after = await ballotOf(open.ballot);
    expect(after.closesAt).toBe(before.closesAt! + 337 * 3_600_000);
    expect(after.dueAt).toBe(after.closesAt);
    expect([after.record, after.recordHash]).toEqual([before.record, before.recordHash]);
    const third = { act: "extend-ballot" as const, fields: { ballot: open.ballot, hours: 1 } };
    expect(await regime.refused(regime.chair, "request-second", third)).toMatchObject({ code: "limit", rule: "B8" });
    await givenPositions(regime, open, { NO: "yes" });
    regime.pass({ ms: after.closesAt! - (await regime.now()) });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    expect((await ballotOf(open.ballot)).closedAt).toBe(after.closesAt);
  });

  test("is late from 24 hours before the close on, also where it was asked for in time", async () => {
    const open = await givenOpen(regime);
    const { closesAt } = await ballotOf(open.ballot);
    regime.pass({ ms: closesAt! - day_ms - 60_000 - (await regime.now()) });
    const { request } = await ask(regime.chair, "extend-ballot", { ballot: open.ballot, hours: 24 });
    regime.pass({ ms: 61_000 });
    expect(await regime.refused(regime.viceChair, "consent-second", { request })).toMatchObject({
      code: "late",
      rule: "B8",
    });
    expect((await ballotOf(open.ballot)).closesAt).toBe(closesAt);
    const hours = { act: "extend-ballot" as const, fields: { ballot: open.ballot, hours: 337 } };
    expect(await regime.refused(regime.chair, "request-second", hours)).toMatchObject({
      code: "malformed",
      field: "hours",
    });
  });
});

describe("[B37] declaring a ballot void", () => {
  test.each(voidGrounds)("for a wrong %s: the outcome is void, the candidate is ready again", async (wrong) => {
    const open = await givenOpen(regime);
    await givenPositions(regime, open, Object.fromEntries(memberCodes.map((code) => [code, "yes"])));
    const fields = { ballot: open.ballot, wrong, reason: "A seat was left out." };
    expect(await regime.refused(regime.chair, "void-ballot", { ...fields, reason: "" })).toMatchObject({
      code: "reason-missing",
    });
    await regime.byTwo(regime.chair, "void-ballot", fields);
    expect(await ballotOf(open.ballot)).toMatchObject({ state: "void", outcome: "void", dueAt: null });
    const { candidates } = regime.db.t;
    const [candidate] = await regime.db.read(async (tx) =>
      tx.select().from(candidates).where(eq(candidates.id, open.candidate.id)),
    );
    expect(candidate!.state).toBe("ready");
  });

  test("keeps the account that was computed, and is too late once certified", async () => {
    const open = await givenOpen(regime);
    regime.pass({ days: 14 });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    const { account } = await ballotOf(open.ballot);
    const asked = await ask(regime.chair, "void-ballot", {
      ballot: open.ballot,
      wrong: "text",
      reason: "Another text.",
    });
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    expect(await regime.refused(regime.viceChair, "consent-second", asked)).toMatchObject({ rule: "W6" });
    expect((await ballotOf(open.ballot)).account).toBe(account);
  });
});
