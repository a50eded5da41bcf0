/** The chair's console: to whom it opens, who has not answered, reminders, and the clocks of the candidate. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hour_ms } from "../../domain/instant.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { consolePage } from "../../server/queries/ballot/console-page.ts";
import { deskPage } from "../../server/queries/desk/desk-page.ts";
import { castFields, givenAnswers, givenDrafted, givenPositions } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let drafted: Awaited<ReturnType<typeof givenDrafted>>;

const consoleFor = async (who: Actor) => {
  const found = await consolePage(regime.context, who, { ballot: "qtac-b-1" });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};
const deskOf = async (who: Actor) => (await consoleFor(who)).desk!;
const dutyOf = async (who: Actor, kind: string) => {
  const page = await deskPage(regime.context, who, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.find((duty) => duty.kind === kind);
};

beforeAll(async () => {
  regime = await givenRegime();
  drafted = await givenDrafted(regime);
});
afterAll(() => regime?.close());

describe("before the opening", () => {
  it("[B46 W2] opens to chairs and secretariat, refuses others in words, and is not there for strangers", async () => {
    for (const who of [regime.chair, regime.viceChair, regime.secretariat])
      expect(await consoleFor(who)).toMatchObject({ refusal: null });
    for (const who of [regime.holders.JP, regime.observer, regime.reviewers.JP])
      expect(await consoleFor(who)).toMatchObject({ desk: null, refusal: { code: "role", rule: "B46" } });
    for (const who of [regime.stranger, { kind: "public" } as const])
      expect(await consolePage(regime.context, who, { ballot: "qtac-b-1" })).toMatchObject({ code: "not-found" });
  });

  it("[B4 X1] names who has not answered the interest question, and says that this only waits", async () => {
    const desk = await deskOf(regime.chair);
    expect(desk.silent).toMatchObject({ about: "interests", count: 8 });
    const japan = desk.silent!.seats.find((seat) => seat.name === "Japan")!;
    expect(japan.people.map((one) => [one.name, one.role, one.city])).toEqual([
      ["Holder JP", "holder", "Tokyo"],
      ["Alternate JP", "alternate", "Tokyo"],
    ]);
    expect(desk.step).toMatchObject({ name: "wait", rule: "B4" });
  });

  it("[B46] a reminder stands on the console and on the desk of the reminded, once a day", async () => {
    const fields = { ballot: drafted.ballot, seat: regime.seats.JP.id };
    await regime.done(regime.secretariat, "remind-seat", fields);
    const japan = (await deskOf(regime.chair)).silent!.seats.find((seat) => seat.name === "Japan")!;
    expect(japan).toMatchObject({ lastRemindedAt: expect.any(Number), refusal: { code: "limit" } });
    expect(await dutyOf(regime.holders.JP, "declare-interest")).toMatchObject({ remindedAt: japan.lastRemindedAt });
    expect(await dutyOf(regime.holders.NL, "declare-interest")).toMatchObject({ remindedAt: null });
    expect(await regime.refused(regime.chair, "remind-seat", fields)).toMatchObject({ code: "limit" });
    for (const who of [regime.holders.NO, regime.viceChair, regime.observer])
      expect(await regime.refused(who, "remind-seat", fields)).toMatchObject({ code: "role", rule: "B46" });
    expect(await regime.refused(regime.stranger, "remind-seat", fields)).toMatchObject({ code: "not-found" });
    const seat = drafted.ballot;
    expect(await regime.refused(regime.chair, "remind-seat", { ...fields, seat })).toMatchObject({ code: "seat" });
  });
});

describe("while it is open", () => {
  beforeAll(async () => {
    await givenAnswers(regime, drafted.candidate.id);
    await regime.byTwo(regime.chair, "open-ballot", { ballot: drafted.ballot });
    const { textHash } = (await consoleFor(regime.chair)).page.version!;
    const open = { ballot: drafted.ballot, textHash };
    await givenPositions(regime, open, { CA: "yes", FR: "yes" });
    const discuss = { reason: "Too low.", clause: "c2", change: "Say 100." };
    await regime.done(regime.holders.NL, "cast-position", castFields(open, "discuss", discuss));
  });

  it("[B46] names the silent and never says what the others took", async () => {
    const { silent } = await deskOf(regime.secretariat);
    expect(silent!.seats.map((seat) => seat.name).sort()).toEqual([
      ...["Japan", "Norway", "Norway, industry 1", "Taiwan", "United States"],
    ]);
    expect(JSON.stringify(silent)).not.toContain("Too low.");
    const fields = { ballot: drafted.ballot, seat: regime.seats.NL.id };
    expect(await regime.refused(regime.chair, "remind-seat", fields)).toMatchObject({ code: "state", rule: "B46" });
    await regime.done(regime.chair, "remind-seat", { ...fields, seat: regime.seats.US.id });
    expect(await dutyOf(regime.alternates.US, "take-position")).toMatchObject({ remindedAt: expect.any(Number) });
  });

  it("[B6 B8 P17] says the next step, what may be done besides, and each Discuss with its clocks", async () => {
    const { page, desk } = await consoleFor(regime.chair);
    expect(desk!.step).toMatchObject({ name: "close", at: page.ballot.closesAt });
    expect(desk!.chances.map((one) => one.name)).toEqual(["extend", "announce-override", "void"]);
    const { madeAt } = page.result!.discusses[0]!;
    expect(desk!.discusses).toEqual([
      {
        ...{ seatId: regime.seats.NL.id, answerBy: madeAt + 120 * hour_ms },
        announceBy: page.ballot.closesAt! - 48 * hour_ms,
      },
    ]);
    const kinds = desk!.clocks.map((clock) => clock.kind);
    expect(kinds).toEqual(expect.arrayContaining(["discuss-answer", "ballot-extend", "ballot-close"]));
    expect(desk!.clocks.find((clock) => clock.kind === "ballot-close")!.workingDays).toBeGreaterThan(8);
  });

  it("[B46 P15] the sponsor's desk asks for the answer within 120 hours", async () => {
    const { madeAt } = (await consoleFor(regime.chair)).page.result!.discusses[0]!;
    expect(await dutyOf(regime.holders.NO, "answer-discuss")).toMatchObject({ dueAt: madeAt + 120 * hour_ms });
    expect(await dutyOf(regime.holders.JP, "answer-discuss")).toBeUndefined();
  });
});
