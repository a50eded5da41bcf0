/** Positions that another person records for a seat, their disputes, and explanations: on both sides of each clock. */
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { accountHash, accountOf } from "../../../db/store/ballot-account.ts";
import { loadReplacedAccounts } from "../../../db/store/ballot-life.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { loadPerson } from "../../../db/store/membership.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { fsck } from "../../../server/command-line/fsck.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import {
  ballotRow,
  castFields,
  closeAtItsTime,
  givenAnswers,
  givenOpen,
  givenPositions,
  givenReady,
  openBallot,
  recordedFields,
} from "../../given/ballot.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";
import { textHashOf } from "../../given/round.ts";

let regime: Regime;
afterEach(() => regime?.close());

const hours48_ms = 48 * 3_600_000;
const passTo = async (at: number) => regime.pass({ ms: at - (await regime.now()) });
const minutesOf = (type: string) =>
  regime.db.read(async (tx) =>
    tx
      .select()
      .from(tx.t.minutes)
      .where(eq(tx.t.minutes.type, type as never)),
  );
const duties = async (who: Actor) => {
  const page = await deskPage(regime.context, who, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.map(({ kind, dueAt }) => ({ kind, dueAt }));
};

describe("recording a position", () => {
  it("[P9] chair, vice-chair and secretariat record it, with evidence and a receipt; it counts as the seat's", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const done = [
      await regime.done(regime.chair, "record-position", recordedFields(regime, open, "JP", "yes")),
      await regime.done(regime.viceChair, "record-position", recordedFields(regime, open, "NL", "yes")),
      await regime.done(regime.secretariat, "record-position", {
        ...recordedFields(regime, open, "US", "yes"),
        person: regime.alternates.US.personId,
      }),
    ];
    expect(done.map(({ seat, sequence }) => [seat, sequence])).toEqual([
      ["Japan", 1],
      ["Netherlands", 2],
      ["United States", 3],
    ]);
    expect(done[0]!.receipt).toMatchObject({ seat: "Japan", sequence: 1 });
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.positions));
    expect(rows.map((row) => [row.personId, row.recordedBy])).toContainEqual([
      regime.alternates.US.personId,
      regime.secretariat.personId,
    ]);
    const [minute] = await minutesOf("position-recorded");
    expect(minute!.values).toMatchObject({ seat: "Japan", word: "yes", person: regime.holders.JP.personId });
    expect(minute!.values.evidenceHash).toMatch(/^[0-9a-f]{64}$/);
    expect(minute).toMatchObject({ personId: regime.chair.personId, role: "chair" });
  });

  it("[P9 P8 P7 P2] needs evidence, another person than the recorder, the seat's own person, and what the word needs", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const before = await rowCounts(regime.db);
    const refused = (more: Record<string, string>, word = "yes") =>
      regime.refused(regime.chair, "record-position", recordedFields(regime, open, "JP", word, more));
    expect(await refused({ evidence: "By mail." })).toMatchObject({
      code: "reason-missing",
      rule: "P9",
      field: "evidence",
    });
    expect(await refused({ person: regime.holders.NL.personId })).toMatchObject({ code: "seat", rule: "P8" });
    expect(await refused({ seat: regime.holders.NL.personId })).toMatchObject({ code: "seat", rule: "P8" });
    expect(await refused({ textHash: "0".repeat(64) })).toMatchObject({ code: "frozen", rule: "P2" });
    expect(await refused({}, "no")).toMatchObject({ code: "reason-missing", rule: "P7" });
    expect(await refused({}, "perhaps")).toMatchObject({ code: "word", rule: "P1" });
    expect(await refused({ reason: "Low.", change: "Say 64.", clause: "c9" }, "discuss")).toMatchObject({ rule: "P7" });
    const own = recordedFields(regime, open, "CA", "yes");
    expect(await regime.refused(regime.chair, "record-position", own)).toMatchObject({ code: "seat", rule: "P9" });
    for (const who of [regime.holders.JP, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "record-position", recordedFields(regime, open, "NL", "yes"))).toMatchObject({
        code: "role",
      });
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[P5 P9] until the instant of the close, which is late", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await passTo((await ballotRow(regime, open.ballot)).closesAt!);
    expect(
      await regime.refused(regime.chair, "record-position", recordedFields(regime, open, "JP", "yes")),
    ).toMatchObject({ code: "late" });
  });

  it("[P6] the same key gives the first receipt back", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const fields = recordedFields(regime, open, "JP", "yes", { key: "k1" });
    const first = await regime.done(regime.chair, "record-position", fields);
    expect(await regime.done(regime.chair, "record-position", { ...fields, word: "no" })).toEqual(first);
    expect(await minutesOf("position-recorded")).toHaveLength(1);
    await regime.done(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence: first.sequence });
    expect(await regime.done(regime.chair, "record-position", fields)).toMatchObject({ sequence: 2 });
  });

  it("[P9] tells the people of the seat at once, until they speak for themselves or the time is over", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await regime.done(regime.secretariat, "record-position", recordedFields(regime, open, "JP", "yes"));
    const dueAt = (await ballotRow(regime, open.ballot)).closesAt! + hours48_ms;
    const told = { kind: "check-recorded-position", dueAt };
    for (const who of [regime.holders.JP, regime.alternates.JP])
      expect(await duties(await loaded(who))).toContainEqual(told);
    expect(await duties(await loaded(regime.holders.NL))).not.toContainEqual(told);
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "yes"));
    expect(await duties(await loaded(regime.holders.JP))).not.toContainEqual(told);
  });
});

const loaded = async (who: { personId: string }) =>
  regime.db.read(async (tx) => {
    return (await loadPerson(tx, who.personId))!;
  });

describe("disputing it", () => {
  it("[P10 P4] while open it counts as never made: the seat's earlier position stands again, and a Discuss is free again", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "abstain"));
    const discuss = { reason: "Too low.", clause: "c2", change: "Say 64." };
    const { sequence } = await regime.done(
      regime.chair,
      "record-position",
      recordedFields(regime, open, "JP", "discuss", discuss),
    );
    const again = castFields(open, "discuss", discuss);
    expect(await regime.refused(regime.holders.JP, "cast-position", again)).toMatchObject({ rule: "P13" });
    for (const [who, code] of [
      [regime.holders.NL, "seat"],
      [regime.chair, "seat"],
      [regime.secretariat, "role"],
      [regime.observer, "role"],
      [regime.reviewers.JP, "role"],
    ] as const)
      expect(await regime.refused(who, "dispute-position", { ballot: open.ballot, sequence })).toMatchObject({ code });
    expect(
      await regime.refused(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence: 1 }),
    ).toMatchObject({ code: "state", rule: "P10" });
    await regime.done(regime.alternates.JP, "dispute-position", { ballot: open.ballot, sequence, reason: "Not so." });
    expect(
      await regime.refused(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence }),
    ).toMatchObject({ code: "limit" });
    const current = await regime.db.read(async (tx) =>
      tx.select().from(tx.t.currentPositions).where(eq(tx.t.currentPositions.seatId, regime.seats.JP.id)),
    );
    const first = await regime.db.read(async (tx) => tx.select().from(tx.t.positions));
    expect(current[0]!.positionId).toBe(first.find((row) => row.sequence === 1)!.id);
    await regime.done(regime.holders.JP, "cast-position", again);
  });

  it("[P10 B34] after the close the account is computed again and the one before is kept; the minute names the new one", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes" });
    const { sequence } = await regime.done(
      regime.secretariat,
      "record-position",
      recordedFields(regime, open, "JP", "yes"),
    );
    expect(await closeAtItsTime(regime, open.ballot)).toMatchObject({ outcome: "adopted" });
    const before = (await ballotRow(regime, open.ballot)).account!;
    await passTo((await ballotRow(regime, open.ballot)).closedAt! + hours48_ms - 5_000);
    await regime.done(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence });
    const after = await ballotRow(regime, open.ballot);
    expect(after).toMatchObject({ state: "closed", outcome: "not-adopted" });
    expect(accountOf(after)!.counts).toMatchObject({ Y: 5, S: 3 });
    expect(accountOf(after)!.failing).toEqual(["B13"]);
    expect(await regime.db.read((tx) => loadReplacedAccounts(tx, open.ballot))).toEqual([before]);
    const [minute] = await minutesOf("position-disputed");
    expect(minute!.values).toMatchObject({ accountHash: accountHash(after.account!), outcome: "not-adopted" });
    expect(await fsck(regime.db)).toMatchObject({ ok: true, faults: [] });
    regime.pass({ days: 1, ms: 5_001 });
    expect(await regime.byClock("certify-ballot", { ballot: open.ballot })).toMatchObject({ outcome: "not-adopted" });
  });

  it("[P10] 48 h after the close it is late", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes" });
    const { sequence } = await regime.done(
      regime.secretariat,
      "record-position",
      recordedFields(regime, open, "JP", "yes"),
    );
    await closeAtItsTime(regime, open.ballot);
    await passTo((await ballotRow(regime, open.ballot)).closedAt! + hours48_ms);
    expect(
      await regime.refused(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence }),
    ).toMatchObject({ code: "late", rule: "P10" });
  });

  it("[P10 P12] a recorded recusal that is disputed brings the seat back into the count", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const interest = {
      candidate: open.candidate.id,
      kind: "employment",
      class: "sectoral",
      statement: "I teach there.",
    } as const;
    await regime.done(regime.holders.JP, "declare-interest", interest);
    const recused = recordedFields(regime, open, "JP", "recuse", { reason: "A grant." });
    const { sequence } = await regime.done(regime.chair, "record-position", recused);
    expect(await regime.refused(regime.holders.JP, "cast-position", castFields(open, "yes"))).toMatchObject({
      rule: "P12",
    });
    await regime.done(regime.holders.JP, "dispute-position", { ballot: open.ballot, sequence });
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "yes"));
  });
});

describe("[P10 B12] a dispute after the close that takes the quorum away", () => {
  /** Five of eight seats have a position, one of them recorded; in a type with a quorum that is just enough. */
  async function givenBareQuorum() {
    regime = await givenRegime();
    const candidate = await givenReady(regime);
    await givenConsensusChosen(candidate.id);
    const { id: ballot } = await regime.done(regime.chair, "draft-ballot", {
      candidate: candidate.id,
      type: "consensus",
    });
    await givenAnswers(regime, candidate.id);
    await openBallot(regime, ballot);
    const open = { candidate, ballot, textHash: await textHashOf(regime, candidate.id) };
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes" });
    const recorded = recordedFields(regime, open, "JP", "yes");
    const { sequence } = await regime.done(regime.secretariat, "record-position", recorded);
    expect(await closeAtItsTime(regime, open.ballot)).toMatchObject({ outcome: "adopted" });
    return { ...open, dispute: { ballot: open.ballot, sequence } };
  }
  /** A question of procedure chooses the type of the ballot on the text (rule B29). */
  async function givenConsensusChosen(candidate: string) {
    const question = { candidate, subject: "procedure", type: "simple-majority", chosenType: "consensus" } as const;
    const { id: ballot } = await regime.done(regime.chair, "draft-ballot", question);
    await openBallot(regime, ballot);
    await givenPositions(regime, { ballot, textHash: "" }, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes" });
    regime.pass({ days: 3 });
    await regime.byClock("close-ballot", { ballot });
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot });
  }

  const candidateState = (id: string) => regime.db.read(async (tx) => (await findCandidate(tx, id))!.state);

  it("makes it void, and the candidate is ready again", async () => {
    const { ballot, candidate, dispute } = await givenBareQuorum();
    await regime.done(regime.holders.JP, "dispute-position", dispute);
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "void", outcome: "void", dueAt: null });
    expect(await candidateState(candidate.id)).toBe("ready");
    expect(await regime.refused(regime.holders.JP, "dispute-position", dispute)).toMatchObject({ code: "state" });
  });

  it("[B44] while it is challenged, makes it void with the answer", async () => {
    const { ballot, candidate, dispute } = await givenBareQuorum();
    await regime.done(regime.holders.US, "challenge-ballot", { ballot, rule: "P9", fact: "Nobody said so." });
    await regime.done(regime.holders.JP, "dispute-position", dispute);
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "challenged", outcome: "void" });
    await regime.done(regime.chair, "answer-challenge", { ballot, text: "The seat has disputed it since." });
    expect(await ballotRow(regime, ballot)).toMatchObject({ state: "void", dueAt: null });
    expect(await candidateState(candidate.id)).toBe("ready");
  });
});

describe("explaining a position", () => {
  it("[P21] by a seat with a position, until the certification; it changes no count", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const fields = { ballot: open.ballot, text: "We said yes for this year only." };
    expect(await regime.refused(regime.holders.JP, "explain-position", fields)).toMatchObject({
      code: "state",
      rule: "P21",
    });
    await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
    await regime.done(regime.holders.JP, "explain-position", fields);
    for (const who of [regime.secretariat, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "explain-position", fields)).toMatchObject({ code: "role" });
    await closeAtItsTime(regime, open.ballot);
    const { account } = await ballotRow(regime, open.ballot);
    await regime.done(regime.alternates.JP, "explain-position", fields);
    expect((await ballotRow(regime, open.ballot)).account).toBe(account);
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    expect(await regime.refused(regime.holders.JP, "explain-position", fields)).toMatchObject({
      code: "late",
      rule: "P21",
    });
  });
});
