/** Several interests in one declaration, a disputed class, and what the graph is kept of. Told on the engine under test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRefusal } from "../../../domain/refusal.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import { castFields, givenOpen, givenPositions, type OpenBallot } from "../../given/ballot.ts";
import { exportOf, verifyData } from "../../given/export.ts";
import { givenDrafting, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeEach(async () => {
  regime = await givenRegime();
});
afterEach(() => regime.close());

const employment = { kind: "employment", class: "sectoral", statement: "A maker of such machines." } as const;
const patent = { kind: "patent", reference: "EP 1", issuer: "EPO", statement: "A patent on them." } as const;

async function refused(...[who, intent, fields]: Parameters<Regime["refused"]>) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(who, intent, fields as never);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

async function dutiesOf(who: Parameters<typeof deskPage>[1]): Promise<string[]> {
  const page = await deskPage(regime.context, who, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.map((duty) => duty.kind);
}

describe("a declaration of several interests", () => {
  test("[X1 X3] counts by its strongest, and the minute names the bodies of the direct ones", async () => {
    const { id: candidate } = await givenDrafting(regime);
    const organisation = regime.organisation.id;
    const more = [{ ...patent, class: "direct" as const, organisation }];
    const { class: counted } = await regime.done(regime.holders.JP, "declare-interest", {
      candidate,
      ...employment,
      more,
    });
    expect(counted).toBe("direct");
    const parts = await regime.db.read(async (tx) => tx.select().from(tx.t.interestParts));
    expect(parts.map(({ number, kind }) => [number, kind]).sort()).toEqual([
      [1, "employment"],
      [2, "patent"],
    ]);
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    const last = minutes.sort((one, other) => other.sequence - one.sequence)[0]!;
    expect(last.values).toMatchObject({ class: "direct", organisations: [organisation], organisation });
    expect(JSON.stringify(last.values)).not.toContain("A patent on them");
    const none = { kind: "none", class: "none", statement: "" } as const;
    expect(await refused(regime.holders.JP, "declare-interest", { candidate, ...none, more })).toMatchObject({
      rule: "X1",
    });
  });
});

describe("a disputed class", () => {
  let open: OpenBallot;
  const disputed = async (number = 1) => {
    const fields = { candidate: open.candidate.id, person: regime.holders.JP.personId, number, reason: "It is more." };
    return (await regime.done(regime.holders.NO, "dispute-interest", fields)).id;
  };
  beforeEach(async () => {
    open = await givenOpen(regime);
    await regime.done(regime.holders.JP, "declare-interest", { candidate: open.candidate.id, ...employment });
  });

  test("[X6 X3] stands as declared until both chairs agree, and bars from then on, in later declarations too", async () => {
    const dispute = await disputed();
    expect(await dutiesOf(regime.chair)).toContain("classify-interest");
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "yes"));
    await regime.done(regime.chair, "classify-interest", { dispute, class: "direct" });
    expect(await dutiesOf(regime.chair)).not.toContain("classify-interest");
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "no-objection"));
    const { state } = await regime.done(regime.viceChair, "classify-interest", { dispute, class: "direct" });
    expect(state).toBe("decided");
    expect(await refused(regime.holders.JP, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "recused",
    });
    await regime.done(regime.holders.JP, "declare-interest", { candidate: open.candidate.id, ...employment });
    expect(await refused(regime.holders.JP, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "recused",
    });
    expect(await refused(regime.chair, "classify-interest", { dispute, class: "sectoral" })).toMatchObject({
      rule: "X6",
    });
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes", US: "yes" });
    regime.pass({ days: 14 });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    const folder = await mkdtemp(join(tmpdir(), "plenary-disputed-"));
    const verdict = await verifyData(join(folder, "e.json"), await exportOf(regime, open.reference));
    expect(verdict.output).toContain("Everything holds.");
    await rm(folder, { recursive: true, force: true });
  });

  test("[X6] on which the chairs differ is settled by a ballot of procedure, and by no other", async () => {
    const dispute = await disputed();
    await regime.done(regime.chair, "classify-interest", { dispute, class: "direct" });
    await regime.done(regime.viceChair, "classify-interest", { dispute, class: "sectoral" });
    expect(await refused(regime.chair, "classify-interest", { dispute, class: "sectoral" })).toMatchObject({
      code: "state",
    });
    const settle = () => refused(regime.secretariat, "settle-classification", { dispute, ballot: open.ballot });
    expect(await settle()).toMatchObject({ code: "state", rule: "X6", field: "ballot" });
    await givenPositions(regime, open, { CA: "yes", FR: "yes", NL: "yes", NO: "yes", TW: "yes", US: "yes" });
    regime.pass({ days: 14 });
    await regime.byClock("close-ballot", { ballot: open.ballot });
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot: open.ballot });
    expect((await settle()).reason).toContain("recommendation");
    // Ballots of procedure are drafted elsewhere; this one stands for one that opened after the dispute.
    await regime.db.write(async (tx) => {
      const { ballots, interestDisputes } = tx.t;
      await tx.update(ballots).set({ type: "simple-majority" }).where(eq(ballots.id, open.ballot));
      await tx.update(interestDisputes).set({ raisedAt: 0 }).where(eq(interestDisputes.id, dispute));
    });
    const settled = await regime.done(regime.secretariat, "settle-classification", { dispute, ballot: open.ballot });
    expect(settled).toEqual({ class: "direct" });
  });

  test("[X6] of a chair's own interest goes to the committee at once; a second dispute waits for the first", async () => {
    const dispute = await disputed();
    const again = { candidate: open.candidate.id, person: regime.holders.JP.personId, number: 1, reason: "Again." };
    expect(await refused(regime.holders.NL, "dispute-interest", again)).toMatchObject({ code: "state", rule: "X6" });
    expect(await refused(regime.holders.NL, "dispute-interest", { ...again, number: 2 })).toMatchObject({
      code: "not-found",
    });
    expect(await refused(regime.observer, "dispute-interest", again)).toMatchObject({ rule: "X6" });
    expect(await refused(regime.holders.NO, "classify-interest", { dispute, class: "direct" })).toMatchObject({
      code: "role",
    });
    await regime.done(regime.chair, "declare-interest", { candidate: open.candidate.id, ...employment });
    const own = await regime.done(regime.holders.NO, "dispute-interest", { ...again, person: regime.chair.personId });
    expect(await refused(regime.viceChair, "classify-interest", { dispute: own.id, class: "direct" })).toMatchObject({
      code: "state",
    });
    expect(await refused(regime.chair, "classify-interest", { dispute: own.id, class: "sectoral" })).toMatchObject({
      code: "recused",
    });
  });
});

describe("time", () => {
  test("[X7] the desk asks to renew from thirty days before the end, and when it has come", async () => {
    const { id: candidate } = await givenDrafting(regime);
    await regime.done(regime.holders.JP, "declare-interest", { candidate, ...employment });
    regime.pass({ days: 334 });
    expect(await dutiesOf(regime.holders.JP)).not.toContain("renew-interest");
    regime.pass({ days: 1 });
    expect(await dutiesOf(regime.holders.JP)).toContain("renew-interest");
    regime.pass({ days: 60 });
    expect(await dutiesOf(regime.holders.JP)).toContain("renew-interest");
    await regime.done(regime.holders.JP, "declare-interest", { candidate, ...employment });
    expect(await dutiesOf(regime.holders.JP)).not.toContain("renew-interest");
  });
});

describe("the graph", () => {
  test("[X2] takes a patent, a grant and a tie once each, of registered bodies and people, with its words", async () => {
    const { id: candidate } = await givenDrafting(regime);
    const holder = regime.organisation.id;
    const given = {
      candidate,
      number: "1",
      office: "EPO",
      title: "T",
      holder,
      inventors: "",
      keywords: "qubit, maser",
    };
    await regime.done(regime.secretariat, "record-patent", given);
    const [row] = await regime.db.read(async (tx) => tx.select().from(tx.t.patents));
    expect(row).toMatchObject({ number: "1", keywords: ["qubit", "maser"], inventors: [] });
    expect(await refused(regime.secretariat, "record-patent", given)).toMatchObject({ code: "state", rule: "X2" });
    const other = { ...given, number: "2" };
    expect(await refused(regime.secretariat, "record-patent", { ...other, keywords: "" })).toMatchObject({
      field: "keywords",
    });
    expect(await refused(regime.secretariat, "record-patent", { ...other, inventors: "0".repeat(32) })).toMatchObject({
      code: "not-found",
    });
    expect(await refused(regime.chair, "record-patent", other)).toMatchObject({ code: "role", rule: "X2" });
    const tie = { candidate, from: holder, kind: "part-of" as const, to: holder };
    expect(await refused(regime.secretariat, "record-tie", tie)).toMatchObject({ code: "word" });
  });
});
