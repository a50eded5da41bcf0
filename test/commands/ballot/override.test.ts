/** The override of a Discuss: announced, voiced, decided, on both sides of each clock and threshold. */
import { afterEach, describe, expect, it } from "vitest";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { ballotRow, castFields, closeAtItsTime, givenOpen, type OpenBallot } from "../../given/ballot.ts";
import { givenRegime, type MemberCode, type Regime } from "../../given/regime.ts";

let regime: Regime;
afterEach(() => regime?.close());

const passTo = async (at: number) => regime.pass({ ms: at - (await regime.now()) });
const hours48_ms = 48 * 3_600_000;

/** The Netherlands make a Discuss; nobody else has a position. */
async function givenDiscuss() {
  regime = await givenRegime();
  const open = await givenOpen(regime);
  const discuss = { reason: "Too low.", clause: "c2", change: "Say 64." };
  await regime.done(regime.holders.NL, "cast-position", castFields(open, "discuss", discuss));
  regime.pass({ ms: 1000 });
  return { ...open, named: { ballot: open.ballot, seat: regime.seats.NL.id } };
}

type Discussed = Awaited<ReturnType<typeof givenDiscuss>>;
const announced = async ({ named }: Discussed) => {
  const { decidedFrom } = await regime.done(regime.chair, "announce-override", { ...named, text: "It blocks alone." });
  return decidedFrom;
};
async function voices({ named }: Discussed, said: Partial<Record<MemberCode, "for" | "against">>) {
  for (const [code, voice] of Object.entries(said))
    await regime.done(regime.holders[code as MemberCode], "give-override-voice", { ...named, voice });
}
const outcomeOf = async (open: OpenBallot) => {
  await closeAtItsTime(regime, open.ballot);
  const account = accountOf(await ballotRow(regime, open.ballot))!;
  return account.rollCall.find((line) => line.seat === "Netherlands");
};

describe("[P17] the override of a Discuss", () => {
  it("is announced by chair or vice-chair, once while it is undecided, and not by the holder's seat", async () => {
    const open = await givenDiscuss();
    const fields = { ...open.named, text: "It blocks alone." };
    for (const who of [regime.holders.JP, regime.secretariat, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "announce-override", fields)).toMatchObject({ code: "role" });
    const none = { ...fields, seat: regime.seats.JP.id };
    expect(await regime.refused(regime.chair, "announce-override", none)).toMatchObject({ code: "state", rule: "P17" });
    await regime.done(regime.viceChair, "announce-override", fields);
    expect(await regime.refused(regime.chair, "announce-override", fields)).toMatchObject({
      code: "limit",
      rule: "P17",
    });
  });

  it("is no matter for the chair whose own seat made it", async () => {
    regime = await givenRegime();
    const open = await givenOpen(regime);
    const discuss = { reason: "Too low.", clause: "c2", change: "Say 64." };
    await regime.done(regime.alternates.CA, "cast-position", castFields(open, "discuss", discuss));
    regime.pass({ ms: 10 });
    const fields = { ballot: open.ballot, seat: regime.seats.CA.id, text: "It blocks alone." };
    expect(await regime.refused(regime.chair, "announce-override", fields)).toMatchObject({
      code: "seat",
      rule: "P17",
    });
    await regime.done(regime.viceChair, "announce-override", fields);
  });

  it("[X5] is voiced by the seats of E without the holder, once it is announced", async () => {
    const open = await givenDiscuss();
    const voice = { ...open.named, voice: "for" } as const;
    expect(await regime.refused(regime.holders.JP, "give-override-voice", voice)).toMatchObject({ code: "state" });
    await announced(open);
    expect(await regime.refused(regime.holders.NL, "give-override-voice", voice)).toMatchObject({ code: "seat" });
    for (const who of [regime.secretariat, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "give-override-voice", voice)).toMatchObject({ code: "role" });
    const interest = { candidate: open.candidate.id, kind: "grant", class: "sectoral", statement: "A grant." } as const;
    await regime.done(regime.holders.TW, "declare-interest", interest);
    await regime.done(regime.holders.TW, "cast-position", castFields(open, "recuse", { reason: "A grant." }));
    expect(await regime.refused(regime.holders.TW, "give-override-voice", voice)).toMatchObject({
      code: "recused",
      rule: "X5",
    });
    await regime.done(regime.alternates.JP, "give-override-voice", voice);
    await regime.done(regime.holders.JP, "give-override-voice", { ...voice, voice: "against" });
    await passTo((await regime.now()) + hours48_ms);
    const decided = await regime.done(regime.chair, "decide-override", open.named);
    expect(decided).toMatchObject({ overridden: false, F: 0, U: 1 });
  });

  it("[P19] 48 h after its announcement it is decided; five of seven are two thirds, and the Discuss counts as no", async () => {
    const open = await givenDiscuss();
    const decidedFrom = await announced(open);
    await voices(open, { CA: "for", FR: "for", JP: "for", NO: "for", TW: "against", US: "against" });
    await regime.done(regime.industryHolder, "give-override-voice", { ...open.named, voice: "for" });
    await passTo(decidedFrom - 20);
    expect(await regime.refused(regime.chair, "decide-override", open.named)).toMatchObject({
      code: "duration",
      rule: "P17",
    });
    await passTo(decidedFrom);
    expect(await regime.done(regime.viceChair, "decide-override", open.named)).toMatchObject({
      overridden: true,
      F: 5,
      U: 2,
    });
    const again = { ...open.named, text: "Once more." };
    expect(await regime.refused(regime.chair, "announce-override", again)).toMatchObject({ code: "state" });
    expect(await regime.refused(regime.holders.NO, "answer-discuss", again)).toMatchObject({ code: "state" });
    expect(await outcomeOf(open)).toMatchObject({ discuss: "overridden", countedAs: "no" });
  });

  it("fails one short of two thirds, and with three against; it may be announced again", async () => {
    const open = await givenDiscuss();
    const decidedFrom = await announced(open);
    await voices(open, { CA: "for", FR: "for", JP: "for", NO: "for" });
    await passTo(decidedFrom);
    expect(await regime.done(regime.chair, "decide-override", open.named)).toMatchObject({
      overridden: false,
      F: 4,
      U: 0,
    });
    regime.pass({ ms: 1 });
    const next = await announced(open);
    await voices(open, { CA: "for", FR: "for", JP: "for", NO: "for", TW: "against", US: "against" });
    await regime.done(regime.industryHolder, "give-override-voice", { ...open.named, voice: "against" });
    await passTo(next);
    expect(await regime.done(regime.chair, "decide-override", open.named)).toMatchObject({
      overridden: false,
      F: 4,
      U: 3,
    });
    expect(await outcomeOf(open)).toMatchObject({ discuss: "open", countedAs: "discuss" });
  });

  it("is late at the close, and nothing to decide once the Discuss lapsed or was cleared", async () => {
    const open = await givenDiscuss();
    await regime.done(regime.holders.NO, "answer-discuss", { ...open.named, text: "It is not." });
    const lapsesAt = (await regime.now()) + 240 * 3_600_000;
    await announced(open);
    await passTo(lapsesAt + 1000);
    expect(await regime.refused(regime.chair, "decide-override", open.named)).toMatchObject({ code: "late" });
    await regime.done(regime.holders.NL, "cast-position", castFields(open, "yes"));
    expect(await regime.refused(regime.chair, "decide-override", open.named)).toMatchObject({ code: "state" });
    await passTo((await ballotRow(regime, open.ballot)).closesAt!);
    expect(await regime.refused(regime.chair, "decide-override", open.named)).toMatchObject({
      code: "late",
      rule: "P17",
    });
  });
});
