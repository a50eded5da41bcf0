/** The life of a ballot from its draft to what its result does (table B2), told on SQLite or PostgreSQL. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { findBallot } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import {
  ballotText,
  castFields,
  givenAnswers,
  givenDrafted,
  givenOpen,
  givenPositions,
  givenReady,
  type OpenBallot,
} from "../../given/ballot.ts";
import { givenDrafting, givenRegime, memberCodes, type Regime, rowCounts, scopeFields } from "../../given/regime.ts";

let regime: Regime;
afterEach(() => regime?.close());

const question = "Shall version 1 of this definition be recommended to the members?";
const ballotRow = (id: string) => regime.db.read(async (tx) => (await findBallot(tx, id))!);
const candidateState = (id: string) =>
  regime.db.read(async (tx) => {
    const [row] = await tx.select().from(tx.t.candidates).where(eq(tx.t.candidates.id, id));
    return row!.state;
  });
const passTo = async (at: number) => regime.pass({ ms: at - (await regime.now()) });

/** Everybody but those named says yes. */
async function allSayYes(open: OpenBallot, but: Partial<Record<(typeof memberCodes)[number], string>> = {}) {
  await givenPositions(regime, open, { ...Object.fromEntries(memberCodes.map((code) => [code, "yes"])), ...but });
}

async function closeAtItsTime(open: { ballot: string }) {
  await passTo((await ballotRow(open.ballot)).closesAt!);
  return regime.byClock("close-ballot", { ballot: open.ballot });
}

describe("drafting a ballot", () => {
  it("[B1] needs a candidate that is ready, and names its latest frozen version", async () => {
    regime = await givenRegime();
    const early = await givenDrafting(regime);
    const fields = { candidate: early.id, question, days: 14 };
    expect(await regime.refused(regime.chair, "draft-ballot", fields)).toMatchObject({ code: "state", rule: "B1" });
    const ready = await givenReady(regime, { title: "Another technology" });
    const drafted = await regime.done(regime.chair, "draft-ballot", { candidate: ready.id, question, days: 14 });
    expect(drafted.reference).toBe("QTAC/B/1");
    expect(await ballotRow(drafted.id)).toMatchObject({ state: "drafted", record: null, previousBallotId: null });
  });

  it("[B5] is refused for less than 336 hours; [C10] a second one while the first lives", async () => {
    regime = await givenRegime();
    const ready = await givenReady(regime);
    const before = await rowCounts(regime.db);
    const short = { candidate: ready.id, question, days: 13 };
    expect(await regime.refused(regime.chair, "draft-ballot", short)).toMatchObject({
      code: "duration",
      rule: "B5",
      field: "days",
    });
    expect(await rowCounts(regime.db)).toEqual(before);
    const fields = { candidate: ready.id, question, days: 14 };
    await regime.done(regime.secretariat, "draft-ballot", fields);
    expect(await regime.refused(regime.chair, "draft-ballot", fields)).toMatchObject({ code: "limit", rule: "C10" });
  });

  it("[B1] a draft is discarded by the chair alone, and then another is made", async () => {
    regime = await givenRegime();
    const { ballot, candidate } = await givenDrafted(regime);
    expect(await regime.refused(regime.secretariat, "discard-ballot", { ballot })).toMatchObject({ code: "role" });
    await regime.done(regime.chair, "discard-ballot", { ballot });
    expect(await regime.refused(regime.chair, "discard-ballot", { ballot })).toMatchObject({ code: "state" });
    const next = await regime.done(regime.chair, "draft-ballot", { candidate: candidate.id, question, days: 20 });
    expect(await ballotRow(next.id)).toMatchObject({ previousBallotId: null });
  });
});

describe("opening a ballot", () => {
  it("[B4] waits for the interests of every seat, or five working days", async () => {
    regime = await givenRegime();
    const { ballot } = await givenDrafted(regime);
    const refusal = await regime.refused(regime.chair, "open-ballot", { ballot });
    expect(refusal).toMatchObject({ code: "state", rule: "B4" });
    expect(refusal.reason).toContain("8 seats have not answered the interest question");
    regime.pass({ days: 9 });
    await regime.byTwo(regime.chair, "open-ballot", { ballot });
  });

  it("[B4] [K5] waits for the disposition of a technical comment in time, [K7] and until it can no longer be reopened", async () => {
    regime = await givenRegime();
    const candidate = await givenDrafting(regime);
    const text = ballotText("34") as unknown as Record<string, unknown>;
    await regime.done(regime.holders.NO, "start-definition", { candidate: candidate.id, text });
    await regime.done(regime.secretariat, "draft-scope", scopeFields(candidate.id));
    await regime.done(regime.chair, "open-comment-round", { candidate: candidate.id, days: 14 });
    const comment = await regime.done(regime.holders.JP, "make-comment", {
      candidate: candidate.id,
      nid: "c2",
      quote: "34",
      type: "technical",
      body: "The number is too low.",
      proposedChange: "100",
    });
    regime.pass({ days: 14 });
    await regime.byClock("close-comment-round", { candidate: candidate.id });
    const disposition = { comment: comment.id, word: "rejected", reason: "Machines of 34 exist." } as const;
    await regime.done(regime.chair, "dispose-comment", disposition);
    await regime.done(regime.chair, "mark-ready", { candidate: candidate.id });
    const { id: ballot } = await regime.done(regime.chair, "draft-ballot", {
      candidate: candidate.id,
      question,
      days: 14,
    });
    await givenAnswers(regime, candidate.id);
    expect(await regime.refused(regime.chair, "open-ballot", { ballot })).toMatchObject({
      code: "comments",
      rule: "B4",
    });
    regime.pass({ days: 9 });
    await regime.byTwo(regime.chair, "open-ballot", { ballot });
  });

  it("[B2] freezes roll, rule book, text hash and times; the SHA-256 of the record is the ballot's identity", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const row = await ballotRow(open.ballot);
    expect(row.recordHash).toBe(createHash("sha256").update(row.record!).digest("hex"));
    const record = JSON.parse(row.record!);
    expect(record).toMatchObject({
      format: "plenary-ballot-record/1",
      reference: "QTAC/B/1",
      committee: "QTAC",
      candidate: open.candidate.reference,
      textHash: open.textHash,
      definitionVersion: 1,
      type: "recommendation",
      mode: "RECORDED",
      previous: null,
    });
    expect(record.roll.map((seat: { seat: string }) => seat.seat)).toEqual([
      "Canada",
      "France",
      "Japan",
      "Netherlands",
      "Norway",
      "Norway, industry 1",
      "Taiwan",
      "United States",
    ]);
    expect(Date.parse(record.closesAt) - Date.parse(record.opensAt)).toBe(336 * 3_600_000);
    expect(row).toMatchObject({ opensAt: Date.parse(record.opensAt), closesAt: Date.parse(record.closesAt) });
    expect(await candidateState(open.candidate.id)).toBe("balloting");
  });

  it("[B3] a record is never changed, by whatever hand", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await expect(regime.db.raw(`UPDATE ballots SET record = '{}' WHERE id = '${open.ballot}'`)).rejects.toThrow(
      /never changed/,
    );
    await expect(regime.db.raw("DELETE FROM roll_seats")).rejects.toThrow(/never deleted/);
  });

  it("[B2] is the chair's, and raises the epoch of the text so that no edit asked before is taken", async () => {
    regime = await givenRegime();
    const { ballot, candidate } = await givenDrafted(regime);
    await givenAnswers(regime, candidate.id);
    const epoch = () =>
      regime.db.read(async (tx) => {
        const [row] = await tx.select().from(tx.t.definitions).where(eq(tx.t.definitions.candidateId, candidate.id));
        return row!.epoch;
      });
    const before = await epoch();
    for (const who of [regime.secretariat, regime.holders.JP, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "open-ballot", { ballot })).toMatchObject({ code: "role" });
    expect(await regime.refused(regime.stranger, "open-ballot", { ballot })).toMatchObject({ code: "not-found" });
    await regime.byTwo(regime.chair, "open-ballot", { ballot });
    expect(await epoch()).toBe(before + 1);
    expect(await regime.refused(regime.chair, "open-ballot", { ballot })).toMatchObject({ code: "state" });
  });

  it("[M4] leaves out the youngest industry seat of a member with more than a quarter", async () => {
    regime = await givenRegime();
    for (const number of [1, 2]) {
      const body = await regime.done(regime.regimeSecretariat, "register-organisation", {
        name: `Body ${number}`,
        kind: "company",
        member: number === 1 ? regime.members.JP.id : regime.members.NO.id,
      });
      const seat = await regime.done(regime.regimeSecretariat, "create-seat", {
        committee: regime.committee.id,
        member: number === 1 ? regime.members.JP.id : regime.members.NO.id,
        kind: "industry",
        organisation: body.id,
      });
      const holder = number === 1 ? regime.reviewers.JP : regime.alternates.NO;
      await regime.done(regime.regimeSecretariat, "give-role", {
        person: holder.personId,
        role: "holder",
        seat: seat.id,
      });
    }
    const { ballot } = await givenDrafted(regime);
    regime.pass({ days: 9 });
    await regime.byTwo(regime.chair, "open-ballot", { ballot });
    const roll = JSON.parse((await ballotRow(ballot)).record!).roll.map((seat: { seat: string }) => seat.seat);
    // Norway would hold 3 of 10 seats (12 > 10): its younger industry seat goes; Japan holds 2 of 9 and keeps both.
    expect(roll).toContain("Norway, industry 1");
    expect(roll).not.toContain("Norway, industry 2");
    expect(roll).toContain("Japan, industry 1");
    expect(roll).toHaveLength(9);
  });
});

describe("closing a ballot", () => {
  it("[B13] [B34] at its time the clock stores the account, and 72 h later its effect begins", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await allSayYes(open, { US: "no-objection", TW: "no" });
    const clock = { kind: "clock" } as never;
    expect(await regime.refused(clock, "close-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B6" });
    expect(await closeAtItsTime(open)).toMatchObject({ outcome: "adopted", failing: [] });
    const closed = await ballotRow(open.ballot);
    expect(closed).toMatchObject({ state: "closed", outcome: "adopted", closedAt: closed.closesAt });
    expect(closed.dueAt).toBe(closed.closesAt! + 72 * 3_600_000);
    const account = accountOf(closed)!;
    expect(account.counts).toEqual({ R: 8, X: 0, E: 8, Y: 5, O: 1, D: 0, N: 1, A: 0, S: 1 });
    expect(account.positionsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await candidateState(open.candidate.id)).toBe("balloting");

    expect(await regime.refused(clock, "certify-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B44" });
    expect(await regime.refused(regime.chair, "certify-ballot", { ballot: open.ballot })).toMatchObject({
      code: "role",
    });
    regime.pass({ hours: 72 });
    const certified = await regime.byClock("certify-ballot", { ballot: open.ballot });
    expect(certified).toMatchObject({ outcome: "adopted", recommendation: "QTAC/R/1" });
    expect(await candidateState(open.candidate.id)).toBe("recommended");
    const [recommendation] = await regime.db.read(async (tx) => tx.select().from(tx.t.recommendations));
    expect(recommendation).toMatchObject({ reference: "QTAC/R/1", ballotId: open.ballot, state: "drafted" });
    expect(recommendation!.scope.reviewByDays).toBe(730);
  });

  it("[B35] what is not adopted goes back to resolving, and the same text rests [B36] thirty days", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await allSayYes(open, { CA: "no", FR: "no", JP: "no", NL: "abstain" });
    expect(await closeAtItsTime(open)).toMatchObject({ outcome: "not-adopted", failing: ["B13", "B15"] });
    regime.pass({ hours: 72 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    expect(await candidateState(open.candidate.id)).toBe("resolving");
    await regime.done(regime.chair, "mark-ready", { candidate: open.candidate.id });
    const fields = { candidate: open.candidate.id, question, days: 14 };
    expect(await regime.refused(regime.chair, "draft-ballot", fields)).toMatchObject({ code: "duration", rule: "B36" });
    regime.pass({ days: 27 });
    const again = await regime.done(regime.chair, "draft-ballot", fields);
    expect(await ballotRow(again.id)).toMatchObject({ previousBallotId: open.ballot });
    await regime.byTwo(regime.chair, "open-ballot", { ballot: again.id });
    expect(JSON.parse((await ballotRow(again.id)).record!)).toMatchObject({ previous: open.reference });
    await closeAtItsTime({ ballot: again.id });
    regime.pass({ days: 33 });
    await regime.byClock("certify-ballot", { ballot: again.id });
    await regime.done(regime.chair, "mark-ready", { candidate: open.candidate.id });
    expect(await regime.refused(regime.chair, "draft-ballot", fields)).toMatchObject({ code: "limit", rule: "B36" });
  });

  it("[B12] [B37] with too few seats left it is void, and the candidate is ready again at once", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    for (const code of ["CA", "FR", "JP", "NL"] as const) {
      const interest = {
        candidate: open.candidate.id,
        kind: "grant",
        class: "sectoral",
        statement: "A grant.",
      } as const;
      await regime.done(regime.holders[code], "declare-interest", interest);
      await regime.done(regime.holders[code], "cast-position", castFields(open, "recuse", { reason: "A grant." }));
    }
    expect(await closeAtItsTime(open)).toMatchObject({ outcome: "void", failing: ["B12a"] });
    expect(await ballotRow(open.ballot)).toMatchObject({ state: "void", dueAt: null });
    expect(await candidateState(open.candidate.id)).toBe("ready");
  });

  it("[B9] before its time only the chair closes, when every seat has a position and no Discuss is open", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await allSayYes(open, {});
    expect(await regime.refused(regime.chair, "close-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B9" });
    const discuss = castFields(open, "discuss", { reason: "Too low.", clause: "c2", change: "Say 100." });
    await regime.done(regime.industryHolder, "cast-position", discuss);
    expect(await regime.refused(regime.chair, "close-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B9" });
    await regime.done(regime.industryHolder, "cast-position", castFields(open, "yes"));
    expect(await regime.refused(regime.secretariat, "close-ballot", { ballot: open.ballot })).toMatchObject({
      code: "role",
    });
    expect(await regime.byTwo(regime.chair, "close-ballot", { ballot: open.ballot })).toMatchObject({
      outcome: "adopted",
    });
    const closed = await ballotRow(open.ballot);
    expect(closed.closesAt).toBeLessThan(Date.parse(JSON.parse(closed.record!).closesAt));
    expect(accountOf(closed)!.closesAt).toBe(new Date(closed.closesAt!).toISOString().replace(".000Z", "Z"));
  });
});

describe("a Discuss", () => {
  const made = async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await allSayYes(open, {});
    const discuss = castFields(open, "discuss", { reason: "Too low.", clause: "c2", change: "Say 100." });
    await regime.done(regime.industryHolder, "cast-position", discuss);
    return { open, seat: regime.industrySeat.id };
  };

  it("[P15] is answered by the sponsor; [P16] [P18] it lapses 240 h later and counts as abstain", async () => {
    const { open, seat } = await made();
    const answer = { ballot: open.ballot, seat, text: "The test method tells them apart." };
    expect(await regime.refused(regime.holders.JP, "answer-discuss", answer)).toMatchObject({
      code: "seat",
      rule: "P15",
    });
    expect(await regime.refused(regime.holders.NO, "answer-discuss", { ...answer, text: "" })).toMatchObject({
      code: "malformed",
    });
    const nobody = { ...answer, seat: regime.seats.JP.id };
    expect(await regime.refused(regime.holders.NO, "answer-discuss", nobody)).toMatchObject({ code: "state" });
    const { lapsesAt } = await regime.done(regime.holders.NO, "answer-discuss", answer);
    expect(lapsesAt - (await regime.now())).toBeGreaterThan(239 * 3_600_000);
    await closeAtItsTime(open);
    const account = accountOf(await ballotRow(open.ballot))!;
    expect(account.rollCall.find((line) => line.seat === "Norway, industry 1")).toMatchObject({
      countedAs: "abstain",
      discuss: "lapsed",
    });
    expect(account.outcome).toBe("adopted");
  });

  it("[P16] is renewed once by its holder, and then outlives the close and [B16] blocks", async () => {
    const { open, seat } = await made();
    const renewal = { ballot: open.ballot, seat, text: "The method is not published." };
    expect(await regime.refused(regime.industryHolder, "renew-discuss", renewal)).toMatchObject({ code: "state" });
    await regime.done(regime.holders.NO, "answer-discuss", { ballot: open.ballot, seat, text: "There is a method." });
    regime.pass({ days: 9 });
    expect(await regime.refused(regime.holders.JP, "renew-discuss", renewal)).toMatchObject({ code: "seat" });
    await regime.done(regime.industryHolder, "renew-discuss", renewal);
    expect(await regime.refused(regime.industryHolder, "renew-discuss", renewal)).toMatchObject({ code: "limit" });
    expect(await closeAtItsTime(open)).toMatchObject({ outcome: "not-adopted", failing: ["B16"] });
  });

  it("[P16] that lapsed is neither answered nor renewed", async () => {
    const { open, seat } = await made();
    await regime.done(regime.holders.NO, "answer-discuss", { ballot: open.ballot, seat, text: "There is a method." });
    regime.pass({ days: 10 });
    const fields = { ballot: open.ballot, seat, text: "More." };
    expect(await regime.refused(regime.holders.NO, "answer-discuss", fields)).toMatchObject({ code: "late" });
    expect(await regime.refused(regime.industryHolder, "renew-discuss", fields)).toMatchObject({ code: "late" });
  });
});
