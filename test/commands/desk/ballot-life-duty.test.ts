/** What a ballot asks of people beside their position: voices on an override, its decision, the answer to a challenge. */
import { afterEach, expect, it } from "vitest";
import { loadPerson } from "../../../db/store/membership.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import { castFields, closeAtItsTime, givenOpen, givenPositions } from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
afterEach(() => regime?.close());

const dutiesOf = async (who: { personId: string }) => {
  const person = await regime.db.read(async (tx) => (await loadPerson(tx, who.personId))!);
  const page = await deskPage(regime.context, person, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.map((duty) => duty.kind);
};

it("[P17] an override asks the other seats for their voice until they gave it, and the chairs for the decision after 48 h", async () => {
  regime = await givenRegime();
  const open = await givenOpen(regime);
  const discuss = { reason: "Too low.", clause: "c2", change: "Say 64." };
  await regime.done(regime.holders.NL, "cast-position", castFields(open, "discuss", discuss));
  regime.pass({ ms: 10 });
  const about = { ballot: open.ballot, seat: regime.seats.NL.id };
  await regime.done(regime.viceChair, "announce-override", { ...about, text: "It blocks alone." });
  expect(await dutiesOf(regime.holders.JP)).toContain("give-override-voice");
  expect(await dutiesOf(regime.holders.NL)).not.toContain("give-override-voice");
  await regime.done(regime.holders.JP, "give-override-voice", { ...about, voice: "for" });
  expect(await dutiesOf(regime.alternates.JP)).not.toContain("give-override-voice");
  expect(await dutiesOf(regime.chair)).not.toContain("decide-override");
  regime.pass({ days: 2 });
  expect(await dutiesOf(regime.chair)).toContain("decide-override");
  await regime.done(regime.chair, "decide-override", about);
  expect(await dutiesOf(regime.chair)).not.toContain("decide-override");
  expect(await dutiesOf(regime.holders.US)).not.toContain("give-override-voice");
});

it("[B44] a challenge asks the office for its answer that it goes to", async () => {
  regime = await givenRegime();
  const open = await givenOpen(regime);
  await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
  await closeAtItsTime(regime, open.ballot);
  await regime.done(regime.holders.US, "challenge-ballot", {
    ballot: open.ballot,
    rule: "M4",
    fact: "A seat is lacking.",
  });
  expect(await dutiesOf(regime.chair)).toContain("answer-challenge");
  expect(await dutiesOf(regime.viceChair)).not.toContain("answer-challenge");
  await regime.done(regime.holders.JP, "support-challenge", { ballot: open.ballot });
  expect(await dutiesOf(regime.chair)).not.toContain("answer-challenge");
  expect(await dutiesOf(regime.viceChair)).toContain("answer-challenge");
});
