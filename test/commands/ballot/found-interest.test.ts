/** A direct interest that becomes known after the close: the flag, the second account, and what is decided. On the engine under test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "../../../domain/ballot/account.ts";
import { endOfWorkingDays } from "../../../domain/review/working-day.ts";
import { runDueActs } from "../../../server/clock.ts";
import { fsck } from "../../../server/command-line/fsck.ts";
import { givenAnswers, givenOpen, givenPositions, type OpenBallot } from "../../given/ballot.ts";
import { exportOf, verifyData } from "../../given/export.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
let open: OpenBallot;
let folder: string;
beforeEach(async () => {
  regime = await givenRegime();
  folder = await mkdtemp(join(tmpdir(), "plenary-found-"));
});
afterEach(async () => {
  await regime.close();
  await rm(folder, { recursive: true, force: true });
});

/** Adopted by five of eight with one against; certified, or only closed. */
async function givenResult(words: Parameters<typeof givenPositions>[2], certified = true): Promise<void> {
  open = await givenOpen(regime);
  await givenPositions(regime, open, words);
  regime.pass({ days: 14 });
  await regime.byClock("close-ballot", { ballot: open.ballot });
  if (!certified) return;
  regime.pass({ days: 3 });
  await regime.byClock("certify-ballot", { ballot: open.ballot });
}

/** Six for it of eight: without one of the yes it would still be adopted. */
const wide = { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "no-objection" } as const;
/** Three yes and three no-objection: without one yes the support of B14 is gone. */
const narrow = { CA: "no-objection", FR: "no-objection", JP: "yes", NL: "yes", NO: "yes", TW: "no-objection" } as const;

const found = (who = regime.holders.JP) => ({
  ...{ ballot: open.ballot, person: who.personId, kind: "ownership" as const, organisation: "" },
  ...{ since: "2020-01-01", statement: "Holds six per cent of a producer." },
});
const find = () => regime.done(regime.secretariat, "find-interest", found());

const ballotRow = async (id = open.ballot) => {
  const { ballots } = regime.db.t;
  const [row] = await regime.db.read(async (tx) => tx.select().from(ballots).where(eq(ballots.id, id)));
  return row!;
};
const accountNow = async () => JSON.parse((await ballotRow()).account!) as Account;
const candidateState = async () => {
  const [row] = await regime.db.read(async (tx) =>
    tx.select().from(tx.t.candidates).where(eq(tx.t.candidates.id, open.candidate.id)),
  );
  return row!.state;
};
const recommendationOf = async () => {
  const [row] = await regime.db.read(async (tx) => tx.select().from(tx.t.recommendations));
  return row!;
};
const transmit = async () => ({ recommendation: (await recommendationOf()).id });

async function refused(...[who, intent, fields]: Parameters<Regime["refused"]>) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(who, intent, fields as never);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

describe("an interest found after the close", () => {
  test("[X8 X9 B45] flags the ballot, computes the account with the seat recused, and keeps the recommendation back", async () => {
    await givenResult(narrow);
    expect(await find()).toMatchObject({ seats: ["Japan"] });
    expect(await accountNow()).toMatchObject({
      ...{ outcome: "adopted", flagged: true, counts: { X: 0, Y: 3 } },
      recount: { outcome: "not-adopted", failing: ["B14"], counts: { X: 1, E: 7, Y: 2 } },
    });
    const waits = await refused(regime.secretariat, "transmit-recommendation", await transmit());
    expect(waits).toMatchObject({ code: "state", rule: "X9" });
    expect((await fsck(regime.db)).faults).toEqual([]);
    const data = await exportOf(regime, open.reference);
    const verdict = await verifyData(join(folder, "flagged.json"), data);
    expect(verdict.output).toContain("Everything holds.");
    const cut = structuredClone(data);
    cut.events = cut.events.filter((event) => event.type !== "interest-found");
    expect((await verifyData(join(folder, "cut.json"), cut)).broken).toEqual(expect.arrayContaining(["X8", "B34"]));
    const later = structuredClone(data);
    later.minutes = later.minutes.filter(({ body }) => !body.includes('"type":"interest-found"'));
    expect((await verifyData(join(folder, "later.json"), later)).broken).toEqual(expect.arrayContaining(["X8", "B34"]));
  });

  test("[X8] is made known by the person too, who declares since when it stands", async () => {
    await givenResult(narrow);
    const direct = {
      kind: "ownership",
      class: "direct",
      share: "6",
      statement: "Six per cent of a producer.",
    } as const;
    await regime.done(regime.holders.NL, "declare-interest", { candidate: open.candidate.id, ...direct });
    expect(await accountNow()).toMatchObject({ flagged: false });
    await regime.done(regime.holders.JP, "declare-interest", {
      ...{ candidate: open.candidate.id, ...direct, since: "2020-01-01" },
    });
    expect(await accountNow()).toMatchObject({ flagged: true, recount: { counts: { X: 1 } } });
    const verdict = await verifyData(join(folder, "own.json"), await exportOf(regime, open.reference));
    expect(verdict.output).toContain("Everything holds.");
    const again = await refused(regime.secretariat, "find-interest", found());
    expect(again).toMatchObject({ code: "state", rule: "X8" });
  });

  test("[X8] is refused before the close, from a day after it, about somebody on whom nothing rests, and to a seat", async () => {
    open = await givenOpen(regime);
    expect(await refused(regime.secretariat, "find-interest", found())).toMatchObject({ code: "state", rule: "X8" });
    await givenPositions(regime, open, wide);
    regime.pass({ days: 14 });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    const tomorrow = new Date((await regime.now()) + 86_400_000).toISOString().slice(0, 10);
    const late = await refused(regime.secretariat, "find-interest", { ...found(), since: tomorrow });
    expect(late).toMatchObject({ code: "word", field: "since" });
    expect(await refused(regime.secretariat, "find-interest", { ...found(), since: "" })).toMatchObject({
      code: "reason-missing",
    });
    expect(await refused(regime.chair, "find-interest", found(regime.alternates.JP))).toMatchObject({
      field: "person",
    });
    expect(await refused(regime.holders.NO, "find-interest", found())).toMatchObject({ code: "role", rule: "X8" });
    expect(await refused(regime.stranger, "find-interest", found())).toMatchObject({ code: "not-found" });
  });

  test("[X3 X8] stays in the person's declaration, whatever the person declares later", async () => {
    await givenResult(wide);
    await find();
    await regime.done(regime.holders.JP, "declare-interest", {
      ...{ candidate: open.candidate.id, kind: "none", class: "none", statement: "" },
    });
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.interests));
    expect(rows.filter((row) => row.personId === regime.holders.JP.personId).at(-1)).toMatchObject({ class: "direct" });
  });
});

describe("the chair decides", () => {
  test("[X9] to confirm: at once where both accounts agree, and then the recommendation goes out", async () => {
    await givenResult(wide);
    await find();
    expect(await accountNow()).toMatchObject({ recount: { outcome: "adopted" } });
    expect(await refused(regime.viceChair, "confirm-ballot", { ballot: open.ballot })).toMatchObject({ code: "role" });
    expect(await regime.done(regime.chair, "confirm-ballot", { ballot: open.ballot })).toMatchObject({ awaits: false });
    expect(await ballotRow()).toMatchObject({ state: "certified", dueAt: null });
    await regime.done(regime.secretariat, "transmit-recommendation", await transmit());
    expect(await refused(regime.chair, "re-ballot", { ballot: open.ballot })).toMatchObject({ rule: "X9" });
  });

  test("[X9] against another outcome only with a reason and the vice-chair's agreement", async () => {
    await givenResult(narrow);
    await find();
    const { ballot } = open;
    expect(await refused(regime.viceChair, "agree-confirmation", { ballot })).toMatchObject({ rule: "X9" });
    const silent = await refused(regime.chair, "confirm-ballot", { ballot });
    expect(silent).toMatchObject({ code: "reason-missing", field: "reason" });
    const reason = "The interest was sold before the text was written.";
    expect(await regime.done(regime.chair, "confirm-ballot", { ballot, reason })).toMatchObject({ awaits: true });
    expect(await refused(regime.secretariat, "transmit-recommendation", await transmit())).toMatchObject({
      rule: "X9",
    });
    expect(await refused(regime.chair, "confirm-ballot", { ballot, reason })).toMatchObject({ code: "state" });
    expect(await refused(regime.chair, "agree-confirmation", { ballot })).toMatchObject({ code: "role" });
    await regime.done(regime.viceChair, "agree-confirmation", { ballot });
    await regime.done(regime.secretariat, "transmit-recommendation", await transmit());
    const verdict = await verifyData(join(folder, "confirmed.json"), await exportOf(regime, open.reference));
    expect(verdict.output).toContain("Everything holds.");
  });

  test("[X9 B36] to ballot again: the candidate is ready, the old ballot stays, the new one names it", async () => {
    await givenResult(narrow);
    await find();
    const next = await regime.done(regime.chair, "re-ballot", { ballot: open.ballot, reason: "The support was lost." });
    expect(await candidateState()).toBe("ready");
    expect(await ballotRow()).toMatchObject({ state: "certified", outcome: "adopted", dueAt: null });
    expect(await ballotRow(next.id!)).toMatchObject({ state: "drafted", previousBallotId: open.ballot });
    expect(await recommendationOf()).toMatchObject({ state: "superseded" });
    expect(await refused(regime.chair, "re-ballot", { ballot: open.ballot })).toMatchObject({ rule: "X9" });
    await regime.byTwo(regime.chair, "open-ballot", { ballot: next.id! });
    const record = JSON.parse((await ballotRow(next.id!)).record!) as { previous: string };
    expect(record.previous).toBe(open.reference);
    expect((await fsck(regime.db)).faults).toEqual([]);
  });

  test("[X9] undecided in ten working days: the clock ballots again, also where the flag came before the certification", async () => {
    await givenResult(narrow, false);
    await find();
    const foundAt = await regime.now();
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    const { zone } = (await regime.db.read(async (tx) => tx.select().from(tx.t.committees)))[0]!;
    const due = endOfWorkingDays(foundAt, 10, { zone });
    expect((await ballotRow()).dueAt).toBe(due);
    regime.pass({ ms: due - (await regime.now()) - 2000 });
    expect(await runDueActs(regime.context)).toBe(0);
    regime.pass({ ms: 2000 });
    expect(await runDueActs(regime.context)).toBe(1);
    expect(await candidateState()).toBe("ready");
    expect(await runDueActs(regime.context)).toBe(0);
  });

  test("[X9 X3] while an interest bars the chair, the vice-chair decides, and nobody is left to agree with that", async () => {
    await givenResult({ ...narrow, CA: "yes", JP: "no-objection" });
    await regime.done(regime.secretariat, "find-interest", found(regime.chair));
    const { ballot } = open;
    const reason = "It was sold before.";
    expect(await refused(regime.chair, "confirm-ballot", { ballot, reason })).toMatchObject({ code: "recused" });
    await regime.done(regime.viceChair, "confirm-ballot", { ballot, reason });
    expect(await refused(regime.viceChair, "agree-confirmation", { ballot })).toMatchObject({ code: "second-person" });
    await regime.done(regime.viceChair, "re-ballot", { ballot });
  });
});

describe("a ballot that did not adopt", () => {
  const lost = { CA: "no", FR: "no", JP: "no", NL: "no", NO: "yes", TW: "no" } as const;

  test("[B36] is repeated on the same text once it has rested for thirty days", async () => {
    await givenResult(lost);
    const { ballot } = open;
    const early = await refused(regime.chair, "re-ballot", { ballot });
    expect(early).toMatchObject({ code: "duration", rule: "B36" });
    expect(await refused(regime.secretariat, "re-ballot", { ballot })).toMatchObject({ code: "role" });
    regime.pass({ days: 28 });
    const next = await regime.done(regime.chair, "re-ballot", { ballot });
    expect(await ballotRow(next.id!)).toMatchObject({ previousBallotId: ballot, state: "drafted" });
    await regime.done(regime.chair, "mark-ready", { candidate: open.candidate.id });
    await givenAnswers(regime, open.candidate.id);
    await regime.byTwo(regime.chair, "open-ballot", { ballot: next.id! });
    expect(await refused(regime.chair, "re-ballot", { ballot })).toMatchObject({ code: "limit", rule: "C10" });
  });

  test("[X9] and was flagged is drafted again by the clock; where its text has moved on, only the decision stands", async () => {
    await givenResult(lost);
    await find();
    await regime.done(regime.chair, "revise-text", { candidate: open.candidate.id });
    regime.pass({ days: 20 });
    expect(await runDueActs(regime.context)).toBe(1);
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.flagDecisions));
    expect(rows).toMatchObject([{ word: "re-balloted", personId: null, newBallotId: null }]);
    expect(await ballotRow()).toMatchObject({ dueAt: null });
  });
});
