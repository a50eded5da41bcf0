/** The life of a candidate before its ballot, told by running commands on the engine under test. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CandidateState } from "../../../domain/candidate/candidate-life.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { theClock } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import { ballotText, givenOpen, givenReady } from "../../given/ballot.ts";
import { candidateFields, day_ms, givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeEach(async () => {
  regime = await givenRegime();
});
afterEach(() => regime.close());

async function refusedWithout(actor: Actor, intent: Intent, fields: object) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(actor, intent, fields as never);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

async function candidateRow(id: string) {
  const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.candidates));
  return rows.find((row) => row.id === id)!;
}

async function pathOf(id: string): Promise<[string | null, CandidateState, string, string | null][]> {
  const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.candidateMoves));
  return rows
    .filter((row) => row.candidateId === id)
    .sort((one, other) => one.number - other.number)
    .map((row) => [row.from, row.to, row.act, row.personId]);
}

const propose = (who = regime.holders.NO, given = {}) =>
  regime.done(who, "propose-candidate", candidateFields(regime, given));

describe("propose-candidate", () => {
  test("[C1 Z1] puts a candidate before the committee with its sponsor seat, marking, reference and an empty text", async () => {
    const { id, reference } = await propose();
    const year = new Date(await regime.now()).getUTCFullYear();
    expect(reference).toBe(`QTAC/${year}/001`);
    expect(await candidateRow(id)).toMatchObject({
      ...{ state: "proposed", class: "emerging", marking: "AMBER", scope: null, touches: ["4A906"] },
      ...{ sponsorSeatId: regime.seats.NO.id, sponsorMemberId: regime.members.NO.id },
      proposedBy: regime.holders.NO.personId,
    });
    const definitions = await regime.db.read(async (tx) => tx.select().from(tx.t.definitions));
    expect(definitions).toMatchObject([{ candidateId: id }]);
    expect(await pathOf(id)).toEqual([[null, "proposed", "propose-candidate", regime.holders.NO.personId]]);
    expect((await propose(regime.alternates.JP)).reference).toBe(`QTAC/${year}/002`);
  });

  test("[C1] a government reviewer proposes for the member, without a seat", async () => {
    const { id } = await propose(regime.reviewers.JP);
    expect(await candidateRow(id)).toMatchObject({ sponsorSeatId: null, sponsorMemberId: regime.members.JP.id });
  });

  test("[C1] secretariat and observer propose nothing; to an outsider there is no such committee", async () => {
    for (const who of [regime.secretariat, regime.regimeSecretariat, regime.observer])
      expect(await refusedWithout(who, "propose-candidate", candidateFields(regime))).toMatchObject({
        ...{ code: "role", rule: "C1" },
      });
    const outside = await refusedWithout(regime.stranger, "propose-candidate", candidateFields(regime));
    const nowhere = await refusedWithout(
      regime.stranger,
      "propose-candidate",
      candidateFields(regime, { committee: "none" }),
    );
    expect(outside).toEqual(nowhere);
    expect(outside.code).toBe("not-found");
    expect(await refusedWithout(theClock, "propose-candidate", candidateFields(regime))).toMatchObject({
      code: "not-found",
    });
  });

  test.each(["title", "class", "rationale", "producers", "foreignAvailability", "evidence"] as const)(
    "[C1] without %s it is refused, and names the field",
    async (field) => {
      for (const empty of ["", "   ", undefined]) {
        const refusal = await refusedWithout(
          regime.holders.NO,
          "propose-candidate",
          candidateFields(regime, { [field]: empty }),
        );
        expect(refusal).toMatchObject({ code: "malformed", rule: "C1", field });
      }
    },
  );

  test("[C1 R5] names at least one harm, and only harms of the rule book", async () => {
    const none = await refusedWithout(regime.holders.NO, "propose-candidate", candidateFields(regime, { harms: [] }));
    expect(none).toMatchObject({ code: "reason-missing", rule: "C1", field: "harms" });
    const other = candidateFields(regime, { harms: ["competition"] as never });
    expect(await refusedWithout(regime.holders.NO, "propose-candidate", other)).toMatchObject({ code: "malformed" });
    const code = candidateFields(regime, { touches: "4A906; drop table" });
    expect(await refusedWithout(regime.holders.NO, "propose-candidate", code)).toMatchObject({ code: "malformed" });
    const long = candidateFields(regime, { title: "x".repeat(161) });
    expect((await refusedWithout(regime.holders.NO, "propose-candidate", long)).reason).toContain(
      "at most 160 characters",
    );
  });
});

/** The first instant of the local date in Vienna that follows `days` working days after the date of `from`. */
function afterWorkingDays(from: number, days: number): number {
  const local = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Vienna" });
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Vienna", weekday: "short" });
  let at = from;
  for (let left = days; left > 0; ) {
    const date = local.format(at);
    while (local.format(at) === date) at += 60_000;
    if (!["Sat", "Sun"].includes(weekday.format(at))) left -= 1;
  }
  const last = local.format(at);
  while (local.format(at) === last) at += 60_000;
  return at - (at % 60_000);
}

describe("the answer to a proposal", () => {
  test("[C3] the chair accepts: drafting, with the chair in the path", async () => {
    const { id } = await propose();
    for (const who of [regime.holders.NO, regime.viceChair, regime.secretariat, regime.observer])
      expect(await refusedWithout(who, "accept-candidate", { candidate: id })).toMatchObject({
        code: "role",
        rule: "C3",
      });
    expect(await refusedWithout(regime.stranger, "accept-candidate", { candidate: id })).toMatchObject({
      code: "not-found",
    });
    await regime.done(regime.chair, "accept-candidate", { candidate: id });
    expect(await candidateRow(id)).toMatchObject({ state: "drafting", dueAt: null });
    expect((await pathOf(id)).at(-1)).toEqual(["proposed", "drafting", "accept-candidate", regime.chair.personId]);
    const again = await refusedWithout(regime.chair, "accept-candidate", { candidate: id });
    expect(again).toMatchObject({ code: "state", rule: "C2" });
    expect(again.reason).toContain("drafting");
  });

  test("[C3] the chair's silence of ten working days of the secretariat accepts, and not an instant before", async () => {
    const { id } = await propose();
    const { proposedAt, dueAt } = await candidateRow(id);
    expect(dueAt).toBe(afterWorkingDays(proposedAt, 10));
    regime.pass({ ms: dueAt! - (await regime.now()) - 5_000 });
    const early = await refusedWithout(theClock, "accept-candidate", { candidate: id });
    expect(early).toMatchObject({ code: "state", rule: "C3" });
    regime.pass({ ms: 5_000 });
    await regime.byClock("accept-candidate", { candidate: id });
    expect((await pathOf(id)).at(-1)).toEqual(["proposed", "drafting", "accept-candidate", null]);
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const minute = minutes.sort((one, other) => other.sequence - one.sequence)[0]!;
    expect(minute).toMatchObject({ type: "candidate-accepted", personId: null, role: null });
  });

  test("[C4] the chair declines with a reason, and then nobody accepts", async () => {
    const { id } = await propose();
    for (const reason of ["", "  ", undefined])
      expect(await refusedWithout(regime.chair, "decline-candidate", { candidate: id, reason })).toMatchObject({
        ...{ code: "malformed", rule: "C4", field: "reason" },
      });
    await regime.done(regime.chair, "decline-candidate", { candidate: id, reason: "Out of the committee's field." });
    expect(await candidateRow(id)).toMatchObject({ state: "declined", dueAt: null });
    regime.pass({ days: 30 });
    for (const [who, act] of [
      [regime.chair, "accept-candidate"],
      [theClock, "accept-candidate"],
      [regime.chair, "decline-candidate"],
      [regime.holders.NO, "withdraw-candidate"],
    ] as const)
      expect(await refusedWithout(who, act, { candidate: id, reason: "x" })).toMatchObject({
        code: "state",
        rule: "C2",
      });
  });
});

describe("laid aside and taken back", () => {
  test("[C8] the chair parks with a reason, and resumes into drafting", async () => {
    const { id } = await givenDrafting(regime);
    expect(await refusedWithout(regime.chair, "park-candidate", { candidate: id })).toMatchObject({
      ...{ code: "malformed", rule: "C8", field: "reason" },
    });
    for (const who of [regime.holders.NO, regime.viceChair, regime.secretariat])
      expect(await refusedWithout(who, "park-candidate", { candidate: id, reason: "x" })).toMatchObject({
        code: "role",
      });
    await regime.done(regime.chair, "park-candidate", { candidate: id, reason: "Waits for the measurements." });
    expect((await candidateRow(id)).state).toBe("parked");
    expect(await refusedWithout(regime.chair, "open-comment-round", { candidate: id })).toMatchObject({
      code: "state",
    });
    await regime.done(regime.chair, "resume-candidate", { candidate: id });
    expect((await pathOf(id)).map(([, to]) => to)).toEqual(["proposed", "drafting", "parked", "drafting"]);
  });

  test("[C9] the sponsor's seat withdraws with a reason, by holder or alternate, before a ballot opens", async () => {
    const { id } = await givenDrafting(regime);
    const withdraw = { candidate: id, reason: "The producer left the market." };
    for (const who of [regime.holders.JP, regime.chair])
      expect(await refusedWithout(who, "withdraw-candidate", withdraw)).toMatchObject({ code: "seat", rule: "C9" });
    expect(await refusedWithout(regime.stranger, "withdraw-candidate", withdraw)).toMatchObject({ code: "not-found" });
    expect(await refusedWithout(regime.holders.NO, "withdraw-candidate", { candidate: id })).toMatchObject({
      ...{ code: "malformed", field: "reason" },
    });
    await regime.done(regime.alternates.NO, "withdraw-candidate", withdraw);
    expect((await candidateRow(id)).state).toBe("withdrawn");
    const open = await givenOpen(regime, { title: "In its ballot" });
    const late = { candidate: open.candidate.id, reason: "Too late." };
    expect(await refusedWithout(regime.holders.NO, "withdraw-candidate", late)).toMatchObject({
      code: "state",
      rule: "C2",
    });
  });

  test("[C9] a candidate of a government is withdrawn by a reviewer of that member", async () => {
    const { id } = await propose(regime.reviewers.JP);
    const withdraw = { candidate: id, reason: "Taken up elsewhere." };
    expect(await refusedWithout(regime.reviewers.US, "withdraw-candidate", withdraw)).toMatchObject({
      ...{ code: "own-delegation", rule: "C9" },
    });
    expect((await refusedWithout(regime.holders.JP, "withdraw-candidate", withdraw)).rule).toBe("C9");
    await regime.done(regime.reviewers.JP, "withdraw-candidate", withdraw);
  });
});

describe("the comment round", () => {
  test("[C6] lasts at least fourteen days; the clock closes it then, the chair not before", async () => {
    const { id } = await givenDrafting(regime);
    await regime.done(regime.holders.NO, "start-definition", { candidate: id, text: ballotText("34") as never });
    for (const days of [13, 0, 121, "soon"])
      expect(await refusedWithout(regime.chair, "open-comment-round", { candidate: id, days })).toMatchObject({
        ...{ code: "malformed", rule: "C6", field: "days" },
      });
    await regime.done(regime.chair, "open-comment-round", { candidate: id, days: 14 });
    const { dueAt, changedAt } = await candidateRow(id);
    expect(dueAt! - changedAt).toBe(14 * day_ms);
    regime.pass({ ms: 14 * day_ms - 5_000 });
    for (const who of [theClock, regime.chair])
      expect(await refusedWithout(who, "close-comment-round", { candidate: id })).toMatchObject({
        ...{ code: "duration", rule: "C6" },
      });
    regime.pass({ ms: 5_000 });
    await regime.byClock("close-comment-round", { candidate: id });
    expect((await pathOf(id)).map(([, to]) => to)).toEqual(["proposed", "drafting", "commenting", "resolving"]);
  });

  test("[D10] from ready the chair opens the text again; the frozen versions stay", async () => {
    const { id } = await givenReady(regime);
    const versions = async () => regime.db.read(async (tx) => tx.select().from(tx.t.versions));
    const before = await versions();
    expect(before.length).toBeGreaterThan(0);
    await regime.done(regime.chair, "revise-text", { candidate: id });
    expect((await candidateRow(id)).state).toBe("drafting");
    expect(await versions()).toEqual(before);
  });
});
