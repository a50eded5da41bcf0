/** From a position to its proof in a real browser: the receipt on the ballot's page, kept, and checked against the log by the page's own code. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeCheckpoint } from "../../server/record/checkpoints.ts";
import { givenOpen } from "../given/ballot.ts";
import { givenRegime } from "../given/regime.ts";
import { enterByLink, press, section } from "./acting.ts";
import { type House, openHouse, openPage } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

it("[P20 T3 T4] a delegate keeps the receipt of a position, and anybody finds it in the log, or sees that it was changed", async () => {
  const { context } = house.product;
  const stage = { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined };
  const regime = await givenRegime({ stage });
  await givenOpen(regime);
  const kept = (await writeCheckpoint(context))!;
  const delegate = await enterByLink(house, regime.holders.JP.personId, "four words of my own");
  await delegate.goto("/ballots/qtac-b-1");
  await section(delegate, "Your position").getByRole("radio", { name: /^Yes/ }).check();
  await press(section(delegate, "Your position"), /^Take position/);
  const receipt = section(delegate, "Your receipt");
  const words = await receipt.locator(".receipt-words").innerText();
  expect(words.split(" ")).toHaveLength(6);
  const [download] = await Promise.all([
    delegate.waitForEvent("download"),
    receipt.getByRole("link", { name: "Download the receipt" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain("plenary-receipt/1");
  expect(file).not.toContain('"yes"');

  const anybody = await openPage(house);
  await anybody.goto("/records/log");
  const check = section(anybody, "Check for yourself");
  const ask = async (pasted: string, verdict: RegExp) => {
    await check.getByLabel("A receipt, a checkpoint you kept, or the number of a leaf").fill(pasted);
    await check.getByRole("button", { name: "Check it against the log" }).click();
    await check.getByText(verdict).waitFor();
  };
  await ask(file, /Not all of it could be checked/);
  await check.getByText(/is of the last minute/).waitFor();
  await writeCheckpoint(context);
  await ask(file, /^It holds\.$/);
  await check.getByText(`In words it is: ${words}.`).waitFor();
  await ask(file.replace('"Japan"', '"Norway"'), /It does not hold/);
  await check.getByText("The receipt is not signed by its key, or was changed.").waitFor();
  await ask(kept.note, /^It holds\.$/);
  await check.getByText(/begin with the \d+ that you kept/).waitFor();
  expect(await section(anybody, "Leaves").getByText("Position cast").count()).toBe(0);
  expect(house.complaints).toEqual([]);
});
