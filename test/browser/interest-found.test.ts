/** An interest found after the close, in real browsers: the ballot is flagged, both accounts stand side by side, the chair ballots again. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { givenOpen, givenPositions } from "../given/ballot.ts";
import { givenRegime } from "../given/regime.ts";
import { choose, enterByLink, fill, press, section, unfold } from "./acting.ts";
import { type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

/** What axe finds on the page. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const loaded = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe;
    return (await loaded.run()).violations.map(({ id }) => id);
  });
}

it("[X1 X8 X9 B36] a holder declares an old interest after the close; the ballot is flagged and balloted again", async () => {
  const { context } = house.product;
  const stage = { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined };
  const regime = await givenRegime({ stage });
  const open = await givenOpen(regime);
  const yes = "yes" as const;
  await givenPositions(regime, open, { CA: "no-objection", FR: "no-objection", JP: yes, NL: yes, NO: yes });
  house.pass({ days: 15 });
  const chair = await enterByLink(house, regime.chair.personId, "four words of my own");
  await chair.goto("/ballots/qtac-b-1");
  await expect.poll(() => chair.getByText("Closed; may be challenged").count()).toBeGreaterThan(0);
  house.pass({ days: 4 });
  await expect
    .poll(async () => {
      await chair.reload();
      return chair.getByText("Certified", { exact: false }).count();
    })
    .toBeGreaterThan(0);

  const holder = await enterByLink(house, regime.holders.JP.personId, "four other words here");
  await holder.goto("/candidates/qtac-2026-001/interests");
  const form = await unfold(section(holder, "Your declaration"), "Change your declaration");
  await choose(form, "Kind", "Ownership");
  await form.getByRole("radio", { name: /^Direct/ }).check();
  await fill(form, { "What it is": "Six per cent of a maker." });
  await form.locator("summary").filter({ hasText: "Particulars" }).click();
  await fill(form, { "Share in per cent": "6", Since: "2021-05-04" });
  await press(form, "Declare");
  await section(holder, "Declared interests").getByText("Six per cent of a maker.").waitFor();

  await chair.goto("/ballots/qtac-b-1");
  const flag = section(chair, "Flagged: an interest was found after the close");
  await flag.getByRole("row", { name: /^Yes/ }).getByText("(changed)").waitFor();
  await flag.getByRole("row", { name: /^Outcome/ }).waitFor();
  expect(await flag.getByRole("row", { name: /^Outcome/ }).innerText()).toMatch(/not adopted/);
  expect(await axeFaults(chair)).toEqual([]);
  await fill(section(chair, "After the result"), { Why: "The support was lost." });
  await press(section(chair, "After the result"), "Draft a new ballot");
  await chair.waitForURL("**/ballots/qtac-b-2");
  await chair.getByRole("link", { name: "QTAC/B/1" }).first().waitFor();

  await holder.reload();
  expect(await axeFaults(holder)).toEqual([]);
  expect(house.complaints).toEqual([]);
});
