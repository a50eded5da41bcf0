/** A recorded ballot with a Discuss from its making to the certified result, as people see and do it on their pages. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { givenOpen, givenPositions } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";
import { choose, enterByLink, fill, inState, press, section, unfold } from "./acting.ts";
import { type House, openHouse, tellPages } from "./house.ts";
import { look, type Seen } from "./sweep/look.ts";
import { takePosition } from "./year/ballot.ts";

const seen: Seen = { kinds: new Set(), patterns: new Set() };
const password = "four words of my own";

let house: House;
let regime: Regime;
let ballot: string;
let open: Awaited<ReturnType<typeof givenOpen>>;

beforeAll(async () => {
  house = await openHouse();
  const { context } = house.product;
  regime = await givenRegime({
    stage: { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined },
  });
  open = await givenOpen(regime);
  ballot = "/ballots/qtac-b-1";
});
afterAll(() => house?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await tellPages(house);
});

const enter = (who: { personId: string }) => enterByLink(house, who.personId, password);

/** Opens the ballot in this page and waits until it says so. */
async function shows(page: Page, words: string | RegExp) {
  await page.goto(ballot);
  await page.getByText(words).first().waitFor();
}

it("[P15 P16 P17 P18 P9 P21 B44] a Discuss is answered, stands against an override, lapses, and the ballot is adopted", async () => {
  const [holder, sponsor, chair, secretariat] = await Promise.all([
    enter(regime.holders.NL),
    enter(regime.holders.NO),
    enter(regime.chair),
    enter(regime.secretariat),
  ]);
  const discuss = { reason: "The number is too low.", clause: /Supporting/, change: "Raise it to 64." };
  await takePosition(holder, ballot, "Discuss", discuss);

  await shows(sponsor, "Raise it to 64.");
  await fill(sponsor, { "Your answer": "Machines of 34 qubits break keys already." });
  await press(sponsor, "Answer the Discuss");
  await sponsor.getByText("Lapses before the close, 240 h after the answer").waitFor();

  await shows(chair, "Raise it to 64.");
  const announcing = await unfold(chair, "Announce an override");
  await fill(announcing, { "Why it should be overridden": "One seat should not hold it." });
  expect(await look(chair, "a Discuss", seen)).toEqual([]);
  await press(announcing, "Announce the override");
  await chair.getByText("For: 0 of 7, needs 5").waitFor();
  await chair.getByText(/The override may be decided from/).waitFor();
  await shows(sponsor, "For: 0 of 7, needs 5");
  await press(sponsor, "Say for the override");
  await sponsor.getByText("For: 1 of 7, needs 5").waitFor();
  expect(await holder.getByRole("button", { name: /override/ }).count()).toBe(0);
  house.pass({ days: 2 });
  await shows(chair, "For: 1 of 7, needs 5");
  await press(chair, "Decide the override now");
  await chair.getByText("Not overridden: the Discuss stands").waitFor();

  await secretariat.goto(ballot);
  const recording = await unfold(secretariat, "From a meeting or a letter");
  await choose(recording, "Whose position", "Japan: Holder JP");
  await choose(recording, "Word", "Yes");
  expect(await look(secretariat, "recording a position", seen)).toEqual([]);
  await fill(recording, { "Where and how you received it": "Said in the meeting of 3 May, item 4." });
  await press(recording, "Record the position");
  await section(secretariat, "Recorded for seats").getByText("Said in the meeting of 3 May, item 4.").waitFor();

  await givenPositions(regime, open, { CA: "yes", FR: "yes", TW: "yes", US: "yes", NO: "yes" });
  await holder.goto(ballot);
  const explaining = await unfold(holder, "Explain your position");
  await fill(explaining, { Explanation: "We would have lived with 48." });
  await press(explaining, "Add the explanation");
  await holder.getByText("We would have lived with 48.").waitFor();

  house.pass({ days: 9 });
  await shows(holder, "Lapsed: it counts as abstain.");
  expect(await look(holder, "an open ballot", seen)).toEqual([]);
  house.pass({ days: 3, hours: 1 });
  await shows(holder, "Closed; may be challenged");
  const challenging = await unfold(holder, "Challenge the result");
  await fill(challenging, { Rule: "P9", Fact: "Nobody of Japan was in the room." });
  await press(challenging, "Challenge the result");
  await inState(holder, "Adopted");
  await shows(chair, "Nobody of Japan was in the room.");
  await fill(chair, { "Your answer": "The minutes of the meeting name its holder." });
  expect(await look(chair, "a challenged ballot", seen)).toEqual([]);
  await press(chair, "Answer the challenge");
  await chair.getByText("The minutes of the meeting name its holder.").waitFor();
  expect(await chair.getByRole("button", { name: "Answer the challenge" }).count()).toBe(0);
  house.pass({ days: 3 });
  await shows(holder, "Certified");
  expect(house.complaints).toEqual([]);
});
