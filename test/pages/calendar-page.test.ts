/** The calendar: which clocks run, for whom, in which order, and the pages and filters over them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day_ms, hour_ms } from "../../domain/instant.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { type CalendarParams, calendarPage } from "../../server/queries/desk/calendar-page.ts";
import { type Asking, compareClocks, readCursor, writeCursor } from "../../server/queries/desk/clocks/clock.ts";
import { openClocks } from "../../server/queries/desk/clocks/open-clocks.ts";
import { ballotText, castFields, givenOpen } from "../given/ballot.ts";
import { candidateFields, givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { givenListed, givenRecommended, givenRunning } from "../given/round.ts";

let regime: Regime;
let open: Awaited<ReturnType<typeof givenOpen>>;

const calendarFor = async (who: Actor, params: CalendarParams = {}) => {
  const page = await calendarPage(regime.context, who, params);
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};
const kindsFor = async (who: Actor, params: CalendarParams = {}) =>
  new Set((await calendarFor(who, params)).clocks.map((clock) => clock.kind));

beforeAll(async () => {
  regime = await givenRegime();
  await givenListed(regime);
  open = await givenOpen(regime, { title: "Cryogenic amplifiers" });
  const textHash = await regime.db.read(async (tx) => {
    const rows = await tx.select().from(tx.t.versions);
    return rows.sort((one, other) => other.frozenAt - one.frozenAt)[0]!.textHash;
  });
  const discuss = { reason: "Too low.", clause: "c2", change: "Say 100." };
  await regime.done(regime.holders.NL, "cast-position", castFields({ ...open, textHash }, "discuss", discuss));
  await regime.done(
    regime.holders.NO,
    "propose-candidate",
    candidateFields(regime, { title: "Dilution refrigerators" }),
  );
}, 120_000);
afterAll(() => regime?.close());

describe("[W2] who sees which clock", () => {
  it("[C3 B6 B46] the committee sees candidates, ballots and Discusses; nobody else sees that there are any", async () => {
    const committee = ["candidate-answer", "ballot-close", "discuss-answer"] as const;
    for (const who of [regime.holders.JP, regime.observer, regime.secretariat])
      expect([...(await kindsFor(who))]).toEqual(expect.arrayContaining([...committee]));
    expect((await calendarFor(regime.stranger)).clocks).toEqual([]);
    expect(await calendarPage(regime.context, { kind: "public" }, {})).toMatchObject({ code: "not-found" });
  });

  it("[B38] a government reviewer sees that the ballot closes, and no Discuss", async () => {
    const kinds = await kindsFor(regime.reviewers.JP);
    expect(kinds.has("ballot-close")).toBe(true);
    expect(kinds.has("discuss-answer")).toBe(false);
  });

  it("[B8 X7] the last time to extend is the chairs', a declaration its person's", async () => {
    expect((await kindsFor(regime.chair)).has("ballot-extend")).toBe(true);
    expect((await kindsFor(regime.holders.JP)).has("ballot-extend")).toBe(false);
  });
});

describe("what a clock says", () => {
  it("[B46] has its instant, its rule, where it is seen, and the working days left in the committee's calendar", async () => {
    const { clocks } = await calendarFor(regime.holders.NO);
    const discuss = clocks.find((clock) => clock.kind === "discuss-answer")!;
    expect(discuss).toMatchObject({
      ...{ rule: "B46", note: "Netherlands", reference: open.reference, mine: true, zone: "Europe/Vienna" },
    });
    expect(discuss.at - (await regime.now())).toBeGreaterThan(119 * hour_ms);
    expect(discuss.workingDays).toBeGreaterThanOrEqual(3);
    expect(discuss.workingDays).toBeLessThanOrEqual(5);
  });

  it("[R8] an entry is in it once its review-by date comes near", async () => {
    expect((await kindsFor(regime.chair)).has("review-by")).toBe(false);
    const [entry] = await regime.db.read(async (tx) => tx.select().from(tx.t.entries));
    const from = entry!.reviewBy - 30 * day_ms;
    const roles = {
      ...regime.chair,
      roles: [{ role: "chair", committeeId: regime.committee.id, seatId: null, memberId: null }],
    };
    const asking = { person: roles as never, committees: [regime.committee.id], from, until: from + 60 * day_ms };
    const found = await regime.db.read((tx) =>
      openClocks(tx, { ...asking, after: null, most: 100 }, { kinds: ["review-by"], mine: true }),
    );
    expect(found.clocks).toMatchObject([{ kind: "review-by", reference: entry!.code, at: entry!.reviewBy }]);
  });
});

describe("filters and pages", () => {
  it("keeps to a kind, a committee, and what is the reader's own", async () => {
    expect([...(await kindsFor(regime.chair, { kinds: ["ballot-close"] }))]).toEqual(["ballot-close"]);
    expect((await calendarFor(regime.chair, { committee: "other" })).clocks).toEqual([]);
    const mine = (await calendarFor(regime.holders.NL, { mine: true })).clocks;
    expect(mine.every((clock) => clock.mine)).toBe(true);
    expect(mine.map((clock) => clock.kind)).not.toContain("discuss-answer");
  });

  it("pages of any length follow each other without a gap or a double", async () => {
    const whole = (await calendarFor(regime.chair)).clocks;
    expect(whole.length).toBeGreaterThan(3);
    const person = await regime.db.read(async (tx) => {
      const { loadPerson } = await import("../../db/store/membership.ts");
      return (await loadPerson(tx, regime.chair.personId))!;
    });
    const now = await regime.now();
    for (const most of [1, 2, 3]) {
      const seen: string[] = [];
      let after: Asking["after"] = null;
      for (let page = 0; page < 50; page++) {
        const asking = { person, committees: [regime.committee.id], from: now, until: now + 120 * day_ms, after, most };
        const { clocks, next } = await regime.db.read((tx) => openClocks(tx, asking, { kinds: [], mine: false }));
        seen.push(...clocks.map((clock) => `${clock.kind} ${clock.id}`));
        if (next === null) break;
        after = readCursor(writeCursor(next));
      }
      expect(seen).toEqual(whole.map((clock) => `${clock.kind} ${clock.id}`));
    }
    expect([...whole].sort(compareClocks)).toEqual(whole);
    expect(readCursor("12_nonsense_1")).toBeNull();
    expect(readCursor("'; --")).toBeNull();
  });
});

describe("the clocks of texts and rounds", () => {
  const clockOf = async (who: Actor, kind: string) =>
    (await calendarFor(who)).clocks.find((clock) => clock.kind === kind);

  it("[C6 K7] a comment round, and after a disposition the commenter's time to reopen", async () => {
    const { id: candidate } = await givenDrafting(regime, { title: "Photon detectors" });
    const text = ballotText("34") as unknown as Record<string, unknown>;
    await regime.done(regime.holders.NO, "start-definition", { candidate, text });
    await regime.done(regime.chair, "open-comment-round", { candidate, days: 14 });
    expect(await clockOf(regime.holders.JP, "comment-round")).toMatchObject({ rule: "C6", mine: true });
    const said = { candidate, nid: "c2", quote: "", body: "Too low.", proposedChange: "Say 50." };
    const { id: comment } = await regime.done(regime.holders.JP, "make-comment", { ...said, type: "technical" });
    const word = { word: "rejected", reason: "Measured.", carriedBy: "" };
    await regime.done(regime.chair, "dispose-comment", { comments: [comment], comment, ...word } as never);
    expect(await clockOf(regime.holders.JP, "comment-reopen")).toMatchObject({ rule: "K7", note: "1", mine: true });
    expect(await clockOf(regime.holders.NL, "comment-reopen")).toMatchObject({ mine: false });
  });

  it("[A3] an amendment's notice runs for 72 hours", async () => {
    const { id: candidate } = await givenDrafting(regime, { title: "Dilution refrigerators of helium" });
    const text = ballotText("34") as unknown as Record<string, unknown>;
    await regime.done(regime.holders.NO, "start-definition", { candidate, text });
    const clauses = [{ nid: "c2", words: "Supporting 50 or more physical qubits;", doing: "change" as const }];
    await regime.done(regime.holders.JP, "propose-amendment", { candidate, reason: "Measured.", clauses });
    const clock = (await clockOf(regime.holders.JP, "amendment-notice"))!;
    expect(clock).toMatchObject({ rule: "A3", mine: true, note: "1" });
    expect(clock.at - (await regime.now())).toBeGreaterThan(71 * hour_ms);
    expect(await clockOf(regime.holders.NL, "amendment-notice")).toMatchObject({ mine: false });
  });

  it("[R10] a certified recommendation waits for the secretariat", async () => {
    await givenRecommended(regime, { title: "Ion traps" });
    expect(await clockOf(regime.secretariat, "transmit")).toMatchObject({ rule: "R10", mine: true });
  });

  it("[V6 V7] a round ends for each member in its own zone; observers know of no round", async () => {
    await givenRunning(regime, { title: "Qubit control electronics" });
    const ends = (await calendarFor(regime.reviewers.JP, { kinds: ["round-end"] })).clocks;
    expect(ends).toHaveLength(7);
    expect(ends.find((clock) => clock.note === "Japan")).toMatchObject({
      mine: true,
      zone: "Asia/Tokyo",
      workingDays: 20,
    });
    expect(ends.filter((clock) => clock.mine)).toHaveLength(1);
    expect([...ends].sort(compareClocks)).toEqual(ends);
    expect(await clockOf(regime.observer, "round-end")).toBeUndefined();
  });
});
