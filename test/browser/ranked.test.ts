/** A ranked ballot at its pages: drafted by the chair, opened, ranked by delegates with and without script, read after its close. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { openBallot } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";
import { choose, enterByLink, fill, follow, inState, press, section } from "./acting.ts";
import { type House, openHouse, openPage, tellPages } from "./house.ts";

const password = "four words of my own";
const options = ["Holder FR", "Holder JP", "Holder NO"];

let house: House;
let regime: Regime;
beforeAll(async () => {
  house = await openHouse();
  const { context } = house.product;
  const stage = { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined };
  regime = await givenRegime({ stage });
});
afterAll(() => house?.close());

const ranks = async (page: Page, places: Record<string, string>) => {
  const form = section(page, "Your position");
  for (const [option, place] of Object.entries(places)) await choose(form, option, place);
  await press(form, /^Take position/);
};

/** What axe finds on the page is nothing. */
async function isClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const loaded = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe;
    return (await loaded.run()).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
}

it("[B25 M6] elects the vice-chair by ranking, at pages that work without script", async () => {
  onTestFailed(() => tellPages(house));
  const chair = await enterByLink(house, regime.chair.personId, password);
  await chair.goto("/ballots");
  await follow(chair, "Draft a ballot of QTAC");
  await choose(chair, "What is asked, and how it is decided", "Office: Ranked, instant run-off");
  await chair.getByRole("button", { name: "Choose", exact: true }).click();
  const question = "Who shall be vice-chair for the next two years?";
  await chair.getByLabel("Options", { exact: true }).waitFor();
  await isClean(chair);
  await fill(chair, { Question: question, Options: options.join("\n") });
  await press(chair, "Draft the ballot");
  await chair.getByRole("heading", { level: 1, name: question }).waitFor();
  const ballot = new URL(chair.url()).pathname;
  const { id } = await house.product.context.db.read(async (tx) => (await tx.select().from(tx.t.ballots))[0]!);
  await openBallot(regime, id);
  await inState(chair, "Open");

  for (const code of ["FR", "NL", "NO", "US"] as const) {
    const page = await enterByLink(house, regime.holders[code].personId, password);
    await page.goto(ballot);
    const places: Record<string, string> = code === "NO" ? { "Holder NO": "Place 1" } : { "Holder FR": "Place 1" };
    await ranks(page, { ...places, "Holder JP": "Place 2" });
    await page
      .getByText(/1\. Holder (FR|NO); 2\. Holder JP/)
      .first()
      .waitFor();
    await page.context().close();
  }

  const plain = await openPage(house, { javaScriptEnabled: false });
  const once = await enterByLink(house, regime.holders.JP.personId, password);
  await once.context().close();
  await plain.goto("/sign-in");
  await fill(plain, { "Mail address": "holder.jp@example.org", Password: password });
  await plain.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await plain.goto(ballot);
  const form = section(plain, "Your position");
  await choose(form, "Holder JP", "Place 1");
  await choose(form, "Holder NO", "Place 1");
  await form.getByRole("button", { name: /^Take position/ }).click();
  await plain.getByText("The options Holder JP, Holder NO share a place; in this ballot none may.").waitFor();
  await choose(form, "Holder NO", "Place 2");
  await form.getByRole("button", { name: /^Take position/ }).click();
  await plain.getByText("1. Holder JP; 2. Holder NO").first().waitFor();

  await chair.goto(ballot);
  await isClean(chair);
  house.pass({ days: 7 });
  await chair.getByText("Decided: Holder FR remains when all others have left.").waitFor();
  const order = section(chair, "Options").getByRole("listitem");
  expect(await order.first().innerText()).toContain("Holder FR");
  await isClean(chair);
  await chair.goto("/ballots");
  await chair.getByText("Ranked, instant run-off").waitFor();
  // The browser itself says of the one refusal that its page was answered with 409.
  expect(house.complaints.filter((said) => !said.includes("409 (Conflict)"))).toEqual([]);
}, 240_000);
