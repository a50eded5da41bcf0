/** A sealed ballot from its holders to its account, and everything that is refused on the way. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBallot, loadPositions, loadTurnouts } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { newKeyPair } from "../../../protocol/sealing/key-pair.ts";
import { fsck } from "../../../server/command-line/fsck.ts";
import { castFields, givenAnswers, givenDrafted, openBallot } from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";
import {
  givenKey,
  givenSealedDraft,
  givenSealedOpen,
  givenSealedPositions,
  givenSealReady,
  givenSharesIn,
  givenUnsealed,
  openedBy,
  ownShare,
  type SealedBallot,
  sealedFields,
  sharesFields,
} from "../../given/sealing.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
}, 120_000);
afterAll(() => regime.close());

const rowOf = (reference: string) => regime.db.read(async (tx) => (await findBallot(tx, reference))!);
const turnoutOf = (ballot: string) => regime.db.read(async (tx) => (await loadTurnouts(tx, [ballot])).get(ballot) ?? 0);

describe("before the opening", () => {
  test("[B39 X5] holders have keys, are of different delegations, are not recused, and more than half are needed", async () => {
    const draft = await givenSealedDraft(regime, { title: "Photon counters" });
    const { ballot, holders } = draft;
    const ask = (needed: number, people: string[], by = regime.chair) =>
      regime.refused(by, "seal-ballot", { ballot, needed, holders: people });
    expect(await ask(2, [...holders, regime.holders.TW.personId])).toMatchObject({ code: "state", rule: "B39" });
    await givenKey(regime, draft.browsers, regime.alternates.JP);
    await givenKey(regime, draft.browsers, regime.holders.TW);
    expect(await ask(2, [holders[0]!, regime.alternates.JP.personId])).toMatchObject({ code: "limit", rule: "B39" });
    expect(await ask(2, [...holders, regime.holders.TW.personId])).toMatchObject({ code: "limit", rule: "B39" });
    expect(await ask(3, holders.slice(0, 2))).toMatchObject({ code: "limit", rule: "B39" });
    expect(await ask(2, holders.slice(0, 1))).toMatchObject({ code: "limit", rule: "B39", field: "holders" });
    expect(await ask(2, ["0".repeat(32), holders[0]!])).toMatchObject({ code: "not-found" });
    expect(await ask(2, holders, regime.holders.US)).toMatchObject({ code: "role" });
    await regime.done(regime.holders.TW, "declare-interest", {
      ...{ candidate: draft.candidate.id, kind: "employment", class: "direct", statement: "An own firm." },
      organisation: regime.organisation.id,
    });
    expect(await ask(2, [holders[0]!, regime.holders.TW.personId])).toMatchObject({ code: "recused", rule: "X5" });
    await regime.done(regime.chair, "discard-ballot", { ballot });
  });

  test("[B39] it opens only when every holder has opened the own share; shares given anew are confirmed anew", async () => {
    const draft = await givenSealedDraft(regime, { title: "Ion traps" });
    const { ballot } = draft;
    const waits = () => regime.refused(regime.chair, "open-ballot", { ballot });
    expect(await waits()).toMatchObject({ code: "state", rule: "B39" });
    const early = { ballot, commitment: "0".repeat(64) };
    expect(await regime.refused(regime.holders.JP, "confirm-share", early)).toMatchObject({ code: "state" });
    const fields = await sharesFields(regime, draft);
    expect(await regime.refused(regime.holders.US, "give-shares", fields)).toMatchObject({ code: "role" });
    const wrongKeys = { ...fields, holderKeys: [...fields.holderKeys].reverse() };
    expect(await regime.refused(regime.chair, "give-shares", wrongKeys)).toMatchObject({ code: "state", rule: "B39" });
    const fewer = { ...fields, commitments: fields.commitments.slice(1) };
    expect(await regime.refused(regime.chair, "give-shares", fewer)).toMatchObject({ code: "malformed" });
    expect(await regime.refused(regime.chair, "give-shares", { ...fields, publicKey: "AAAA" })).toMatchObject({
      code: "malformed",
    });
    const cut = { ...fields, sealedShares: fields.sealedShares.map((one) => one.slice(4)) };
    expect(await regime.refused(regime.chair, "give-shares", cut)).toMatchObject({ code: "malformed" });
    await regime.done(regime.secretariat, "give-shares", fields);
    const own = await ownShare(regime, draft, regime.holders.JP);
    await regime.done(regime.holders.JP, "confirm-share", { ballot, commitment: own.commitment });
    expect(
      await regime.refused(regime.holders.JP, "confirm-share", { ballot, commitment: own.commitment }),
    ).toMatchObject({ code: "state" });
    expect(
      await regime.refused(regime.holders.TW, "confirm-share", { ballot, commitment: own.commitment }),
    ).toMatchObject({ code: "role" });
    expect((await waits()).reason).toContain("Holder NL, Holder NO");
    await regime.done(regime.chair, "give-shares", await sharesFields(regime, draft));
    expect((await waits()).reason).toContain("Holder JP");
    expect(
      await regime.refused(regime.holders.JP, "confirm-share", { ballot, commitment: own.commitment }),
    ).toMatchObject({ code: "state" });
    await regime.done(regime.chair, "discard-ballot", { ballot });
  });

  test("[B39] a key is registered once, by anybody on a seat, and must be a point of the curve", async () => {
    const { publicKey } = await newKeyPair();
    expect(await regime.refused(regime.secretariat, "register-holder-key", { publicKey })).toMatchObject({
      code: "seat",
    });
    expect(await regime.refused(regime.stranger, "register-holder-key", { publicKey })).toMatchObject({
      code: "not-found",
    });
    expect(await regime.refused(regime.holders.US, "register-holder-key", { publicKey: "x".repeat(88) })).toMatchObject(
      { code: "malformed" },
    );
    await regime.done(regime.holders.US, "register-holder-key", { publicKey });
    expect(await regime.refused(regime.holders.US, "register-holder-key", { publicKey })).toMatchObject({
      code: "limit",
    });
  });
});

describe("from the opening to the account", () => {
  let ballot: SealedBallot;
  beforeAll(async () => {
    ballot = await givenSealedOpen(regime);
  }, 120_000);

  test("[B2 B39] key, threshold, holders and commitments are in the record, and the rows are frozen with it", async () => {
    const row = await rowOf(ballot.reference);
    const record = JSON.parse(row.record!) as {
      mode: string;
      sealing: { publicKey: string; needed: number; holders: unknown[] };
    };
    expect(record.mode).toBe("SEALED");
    expect(record.sealing).toMatchObject({ publicKey: ballot.publicKey, needed: 2 });
    expect(record.sealing.holders).toHaveLength(3);
    const { sealings, shareHolders } = regime.db.t;
    const change = (work: () => Promise<unknown>) => expect(work()).rejects.toThrow();
    await change(() =>
      regime.db.write((tx) => tx.update(sealings).set({ needed: 1 }).where(eq(sealings.ballotId, row.id))),
    );
    await change(() => regime.db.write((tx) => tx.delete(shareHolders).where(eq(shareHolders.ballotId, row.id))));
  });

  test("[B40 B42] only a recusal is said openly; an envelope is of one size and on the text of the ballot", async () => {
    for (const word of ["yes", "abstain"])
      expect(await regime.refused(regime.holders.US, "cast-position", castFields(ballot, word))).toMatchObject({
        code: "word",
        rule: "B40",
      });
    const discuss = castFields(ballot, "discuss", { reason: "r", clause: "c2", change: "c" });
    expect(await regime.refused(regime.holders.US, "cast-position", discuss)).toMatchObject({
      code: "word",
      rule: "B42",
    });
    const fields = await sealedFields(ballot, regime.seats.US.id, { word: "yes" });
    const cast = (more: object, by = regime.holders.US) =>
      regime.refused(by, "cast-sealed-position", { ...fields, ...more });
    expect(await cast({ sealed: fields.sealed.slice(4) })).toMatchObject({ code: "malformed" });
    expect(await cast({ textHash: "0".repeat(64) })).toMatchObject({ code: "frozen", rule: "P2" });
    expect(await cast({ seat: regime.seats.FR.id })).toMatchObject({ code: "seat" });
    expect(await cast({}, regime.secretariat)).toMatchObject({ code: "role" });
  });

  test("[P4 P6 P20] a position is replaced by the next; the same key gives the same receipt", async () => {
    await givenSealedPositions(regime, ballot, { CA: "yes", FR: "yes", JP: "no-objection", NL: "no" });
    const fields = await sealedFields(ballot, regime.seats.NO.id, { word: "yes" }, { key: "one" });
    const first = await regime.done(regime.holders.NO, "cast-sealed-position", fields);
    const again = await regime.done(regime.holders.NO, "cast-sealed-position", {
      ...fields,
      sealed: (await sealedFields(ballot, regime.seats.NO.id, { word: "no" })).sealed,
    });
    expect(again).toEqual(first);
    await givenSealedPositions(regime, ballot, { NL: "yes" });
    expect(await turnoutOf(ballot.ballot)).toBe(5);
    expect(first.receipt).toMatchObject({ seat: regime.seats.NO.name, sequence: 5, ballotHash: ballot.identity });
  });

  test("[P1 P7 P12 B40] a recusal is final and open; what is inside is not known before", async () => {
    const { TW } = regime.holders;
    await regime.done(TW, "declare-interest", {
      ...{
        candidate: ballot.candidate.id,
        kind: "customer-or-supplier",
        class: "sectoral",
        statement: "Buys such machines.",
      },
      organisation: regime.organisation.id,
    });
    await regime.done(TW, "cast-position", castFields(ballot, "recuse", { reason: "My firm buys them." }));
    const after = await sealedFields(ballot, regime.seats.TW.id, { word: "yes" });
    expect(await regime.refused(TW, "cast-sealed-position", after)).toMatchObject({ code: "recused", rule: "P12" });
    // A "no" without a reason reads as such only when it is opened.
    const unreasoned = await sealedFields(ballot, regime.seats.US.id, { word: "no" });
    await regime.done(regime.holders.US, "cast-sealed-position", unreasoned);
    // An envelope made for another seat is of the right size, and is taken.
    const strange = await sealedFields(ballot, regime.seats.JP.id, { word: "no" }, { reason: "Not mine." });
    await regime.done(regime.industryHolder, "cast-sealed-position", { ...strange, seat: regime.industrySeat.id });
    expect(await turnoutOf(ballot.ballot)).toBe(8);
  });

  test("[B39 B6] it closes at its time to sealed, without an account; nobody closes it before", async () => {
    expect(await regime.refused(regime.chair, "close-ballot", { ballot: ballot.ballot })).toMatchObject({
      code: "state",
      rule: "B39",
    });
    const { share } = await ownShare(regime, ballot, regime.holders.JP);
    expect(await regime.refused(regime.holders.JP, "submit-share", { ballot: ballot.ballot, share })).toMatchObject({
      code: "state",
    });
    regime.pass({ days: 15 });
    await regime.byClock("close-ballot", { ballot: ballot.ballot });
    expect(await rowOf(ballot.reference)).toMatchObject({
      state: "sealed",
      account: null,
      outcome: null,
      unsealedAt: null,
    });
    const late = await sealedFields(ballot, regime.seats.CA.id, { word: "no" });
    expect(await regime.refused(regime.holders.CA, "cast-sealed-position", late)).toMatchObject({ code: "late" });
    expect(await fsck(regime.db)).toMatchObject({ ok: true, faults: [] });
  });

  test("[B39] one share opens nothing; two do, and only what both browser and server read is taken", async () => {
    const { share } = await ownShare(regime, ballot, regime.holders.JP);
    expect(await regime.refused(regime.holders.NO, "submit-share", { ballot: ballot.ballot, share })).toMatchObject({
      code: "frozen",
    });
    await givenSharesIn(regime, ballot, ["JP"]);
    expect(await regime.refused(regime.holders.JP, "submit-share", { ballot: ballot.ballot, share })).toMatchObject({
      code: "state",
    });
    const guess = { ballot: ballot.ballot, openedHash: "0".repeat(64) };
    expect(await regime.refused(regime.holders.JP, "unseal-ballot", guess)).toMatchObject({
      code: "state",
      rule: "B39",
    });
    await givenSharesIn(regime, ballot, ["NO"]);
    expect(await regime.refused(regime.holders.JP, "unseal-ballot", guess)).toMatchObject({
      code: "frozen",
      rule: "B39",
    });
    expect(await regime.refused(regime.chair, "unseal-ballot", guess)).toMatchObject({ code: "role" });
    const { lines, openedHash } = await openedBy(regime, ballot);
    expect(lines.map((line) => line.inside?.said ?? null)).toEqual([
      ...[{ word: "yes" }, { word: "yes" }, { word: "no-objection" }, { word: "no" }, { word: "yes" }, { word: "yes" }],
      ...[{ word: "no" }, null],
    ]);
    const value = await regime.done(regime.holders.JP, "unseal-ballot", { ballot: ballot.ballot, openedHash });
    expect(value).toMatchObject({ outcome: "adopted", failing: [] });
  });

  test("[P1 P7 B34] what does not read, or has no reason, is refused at the unsealing and listed in the account", async () => {
    const row = await rowOf(ballot.reference);
    const account = accountOf(row)!;
    expect(row.state).toBe("closed");
    expect(account.counts).toEqual({ R: 8, X: 1, E: 7, Y: 4, O: 1, D: 0, N: 0, A: 0, S: 2 });
    expect(account.refused.map(({ code }) => code)).toEqual(["reason-missing", "word"]);
    const positions = await regime.db.read((tx) => loadPositions(tx, row.id));
    expect(positions.map((one) => one.word)).toEqual([
      ...["yes", "yes", "no-objection", "no", "yes", "yes", "recuse", "no", "unreadable"],
    ]);
    expect(await fsck(regime.db)).toMatchObject({ ok: true, faults: [] });
  });

  test("[B44] it is certified 72 h after the unsealing, not after the close", async () => {
    const { unsealedAt, dueAt } = await rowOf(ballot.reference);
    expect(dueAt).toBe(unsealedAt! + 72 * 3_600_000);
    regime.pass({ hours: 73 });
    await regime.byClock("certify-ballot", { ballot: ballot.ballot });
    expect(await rowOf(ballot.reference)).toMatchObject({ state: "certified", outcome: "adopted" });
  });
});

test("[B41] not opened in 240 h it is void by B41 alone, and the candidate is ready again", async () => {
  const ballot = await givenSealedOpen(regime, { title: "Dilution refrigerators" });
  await givenSealedPositions(regime, ballot, { CA: "yes", FR: "yes", JP: "yes" });
  regime.pass({ days: 15 });
  await regime.byClock("close-ballot", { ballot: ballot.ballot });
  await givenSharesIn(regime, ballot, ["NL"]);
  await expect(regime.byClock("unseal-overdue", { ballot: ballot.ballot })).rejects.toThrow("B41");
  expect(await regime.refused(regime.chair, "unseal-overdue", { ballot: ballot.ballot })).toMatchObject({
    code: "role",
  });
  regime.pass({ hours: 240 });
  expect(await regime.byClock("unseal-overdue", { ballot: ballot.ballot })).toMatchObject({
    outcome: "void",
    failing: ["B41"],
  });
  const row = await rowOf(ballot.reference);
  expect(row).toMatchObject({ state: "void", outcome: "void" });
  expect(accountOf(row)!.failing).toEqual(["B41"]);
  const candidate = await regime.db.read(async (tx) => {
    const { candidates } = tx.t;
    return (await tx.select().from(candidates).where(eq(candidates.id, ballot.candidate.id)))[0]!;
  });
  expect(candidate.state).toBe("ready");
  expect(await fsck(regime.db)).toMatchObject({ ok: true, faults: [] });
});

test("[B39] the shares of a recorded ballot do not exist, and it takes no sealed position", async () => {
  const drafted = await givenDrafted(regime, { title: "Optical clocks" });
  await givenAnswers(regime, drafted.candidate.id);
  await openBallot(regime, drafted.ballot);
  const fields = { ballot: drafted.ballot, sealed: "AAAA", textHash: "0".repeat(64), key: "" };
  expect(await regime.refused(regime.holders.CA, "cast-sealed-position", fields)).toMatchObject({
    code: "state",
    rule: "B39",
  });
  const confirm = { ballot: drafted.ballot, commitment: "0".repeat(64) };
  expect(await regime.refused(regime.holders.CA, "confirm-share", confirm)).toMatchObject({ code: "role" });
});

test("[B12 B39] with fewer than five seats left to decide it is void when it is opened, like any other", async () => {
  const ballot = await givenSealedOpen(regime, { title: "Magnetometers" });
  for (const code of ["CA", "FR", "TW", "US"] as const) {
    const who = regime.holders[code];
    await regime.done(who, "declare-interest", {
      ...{ candidate: ballot.candidate.id, kind: "employment", class: "sectoral", statement: "I teach there." },
      organisation: regime.organisation.id,
    });
    await regime.done(who, "cast-position", castFields(ballot, "recuse", { reason: "A grant of the sector." }));
  }
  await givenSealedPositions(regime, ballot, { JP: "yes", NL: "yes", NO: "yes" });
  expect(await givenUnsealed(regime, ballot)).toMatchObject({ outcome: "void", failing: ["B12a"] });
  expect(await rowOf(ballot.reference)).toMatchObject({ state: "void", dueAt: null });
});

test("[B39] a ballot that is ready opens and is found whole", async () => {
  const ready = await givenSealReady(regime, { title: "Cryogenic switches" });
  await openBallot(regime, ready.ballot);
  expect(await rowOf(ready.reference)).toMatchObject({ state: "open", mode: "SEALED" });
});
