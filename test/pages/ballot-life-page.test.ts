/** What a ballot's page answers of recorded positions, overrides, explanations, challenges and outages, to whom. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPerson } from "../../db/store/membership.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { ballotPage } from "../../server/queries/ballot/ballot-page.ts";
import { membersPage } from "../../server/queries/membership/members-page.ts";
import {
  castFields,
  closeAtItsTime,
  givenOpen,
  givenPositions,
  type OpenBallot,
  recordedFields,
} from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let open: OpenBallot;

const pageFor = async (who: Actor) => {
  const loaded = await regime.db.read(async (tx) => {
    return who.kind === "person" ? ((await loadPerson(tx, who.personId)) as Actor) : who;
  });
  const page = await ballotPage(regime.context, loaded, { ballot: "qtac-b-1" });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};

beforeAll(async () => {
  regime = await givenRegime();
  open = await givenOpen(regime);
  await regime.done(regime.secretariat, "record-position", recordedFields(regime, open, "JP", "yes"));
  await givenPositions(regime, open, { CA: "yes", FR: "yes", NO: "yes", TW: "yes", US: "yes" });
  const discuss = { reason: "Too low.", clause: "c2", change: "Say 64." };
  await regime.done(regime.holders.NL, "cast-position", castFields(open, "discuss", discuss));
  regime.pass({ ms: 10 });
}, 60_000);
afterAll(() => regime?.close());

describe("while it is open", () => {
  it("[P9] offers recording to chairs and secretariat, with the people of the seats but themselves", async () => {
    for (const who of [regime.chair, regime.viceChair, regime.secretariat]) {
      const recording = (await pageFor(who)).life!.recording!;
      expect(recording.refusal).toBeNull();
      expect(recording.people.map(({ name }) => name)).toContain("Holder JP");
    }
    const names = (await pageFor(regime.chair)).life!.recording!.people.map(({ name }) => name);
    expect(names).not.toContain("Holder CA");
    for (const who of [regime.holders.JP, regime.observer]) expect((await pageFor(who)).life!.recording).toBeNull();
    expect((await pageFor(regime.reviewers.JP)).life).toBeNull();
  });

  it("[P9] takes the seat and the person from one field of the form", async () => {
    const { people } = (await pageFor(regime.chair)).life!.recording!;
    const { value } = people.find(({ name }) => name === "Industry Holder")!;
    const { seat: _, ...fields } = recordedFields(regime, open, "JP", "yes", { person: value });
    const done = await regime.done(regime.chair, "record-position", fields);
    expect(done.seat).toBe("Norway, industry 1");
  });

  it("[P10] shows the evidence to all and the dispute to the seat alone", async () => {
    const [forSeat] = (await pageFor(regime.alternates.JP)).life!.recorded;
    expect(forSeat).toMatchObject({
      ...{ seat: "Japan", word: "yes", person: "Holder JP", recordedBy: "Committee Secretariat", disputed: null },
      ...{ evidence: "Said in the meeting of the committee, item 4.", refusal: null },
    });
    expect((await pageFor(regime.holders.US)).life!.recorded[0]!.refusal).toMatchObject({ code: "seat", rule: "P10" });
  });

  it("[P17] shows an override from its announcement to its decision, with the numbers and whose step is next", async () => {
    const overrideFor = async (who: Actor) => (await pageFor(who)).result!.discusses[0]!.override;
    expect(await overrideFor(regime.chair)).toMatchObject({ has: true, announced: [], isPending: false });
    expect((await overrideFor(regime.holders.JP)).may["announce-override"]).toMatchObject({ code: "role" });
    const about = { ballot: open.ballot, seat: regime.seats.NL.id };
    await regime.done(regime.chair, "announce-override", { ...about, text: "It blocks alone." });
    expect((await overrideFor(regime.holders.JP)).may["give-override-voice"]).toBeNull();
    expect((await overrideFor(regime.holders.NL)).may["give-override-voice"]).toMatchObject({ code: "seat" });
    await regime.done(regime.holders.JP, "give-override-voice", { ...about, voice: "for" });
    await regime.done(regime.holders.US, "give-override-voice", { ...about, voice: "against" });
    const shown = await overrideFor(regime.chair);
    expect(shown).toMatchObject({ others: 7, needed: 5, againstMax: 2, isPending: true });
    expect(shown.announced).toMatchObject([{ for: ["Japan"], against: ["United States"], decided: null }]);
    expect(shown.may["decide-override"]).toMatchObject({ code: "duration", rule: "P17" });
    regime.pass({ days: 2 });
    expect((await overrideFor(regime.chair)).may["decide-override"]).toBeNull();
    await regime.done(regime.chair, "decide-override", about);
    expect((await overrideFor(regime.chair)).announced).toMatchObject([{ decided: { overridden: false } }]);
  });

  it("[P21] shows explanations, and the form to seats with a position", async () => {
    await regime.done(regime.holders.JP, "explain-position", { ballot: open.ballot, text: "For this year only." });
    const { explanations, may } = (await pageFor(regime.holders.US)).life!;
    expect(explanations).toMatchObject([{ seat: "Japan", text: "For this year only.", person: "Holder JP" }]);
    expect(may["explain-position"]).toBeNull();
    expect((await pageFor(regime.observer)).life!.may["explain-position"]).toMatchObject({ code: "role" });
  });

  it("[B47 V16] shows the outages that moved the close; the register of outages is the regime's secretariat's", async () => {
    const { closesAt } = (await pageFor(regime.chair)).ballot;
    regime.pass({ ms: closesAt! - (await regime.now()) - 3_600_000 });
    const [from, to] = [closesAt! - 3 * 3_600_000, closesAt! - 2 * 3_600_000];
    const fields = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), reason: "No power." };
    await regime.done(regime.regimeSecretariat, "record-outage", fields);
    await regime.byClock("apply-outage", { ballot: open.ballot });
    const page = await pageFor(regime.holders.JP);
    expect(page.life!.outages).toEqual([{ from, to }]);
    expect(page.ballot.closesAt).toBe(to + 24 * 3_600_000);
    const register = async (who: Actor) => {
      const found = await membersPage(regime.context, who, {});
      return isRefusal(found) ? found : found.outages;
    };
    const secretariat = await regime.db.read(async (tx) => {
      return (await loadPerson(tx, regime.regimeSecretariat.personId))!;
    });
    expect(await register(secretariat)).toMatchObject([{ from, to, reason: "No power." }]);
    expect(await register(regime.chair)).toBeNull();
  });
});

describe("once it is closed", () => {
  it("[B44] shows a challenge, its support, whose answer it waits for, and the answer", async () => {
    await closeAtItsTime(regime, open.ballot);
    expect((await pageFor(regime.holders.US)).life!.may["challenge-ballot"]).toBeNull();
    const fields = { ballot: open.ballot, rule: "M4", fact: "The roll lacks a seat." };
    await regime.done(regime.holders.US, "challenge-ballot", fields);
    const waiting = (await pageFor(regime.chair)).life!;
    expect(waiting).toMatchObject({
      answerer: "chair",
      challenges: [{ seat: "United States", rule: "M4", fact: "The roll lacks a seat.", supports: [], answer: null }],
      may: { "answer-challenge": null },
    });
    await regime.done(regime.holders.JP, "support-challenge", { ballot: open.ballot });
    expect((await pageFor(regime.chair)).life!.may["answer-challenge"]).toMatchObject({ code: "role", rule: "B44" });
    expect((await pageFor(regime.viceChair)).life).toMatchObject({
      answerer: "vice-chair",
      may: { "answer-challenge": null },
    });
    await regime.done(regime.viceChair, "answer-challenge", { ballot: open.ballot, text: "No seat was filled later." });
    expect((await pageFor(regime.holders.US)).life!.challenges).toMatchObject([
      { supports: [{ seat: "Japan" }], answer: { text: "No seat was filled later.", person: "Holder FR" } },
    ]);
  });
});
