/** A threshold is moved by pointer, by keys, as a typed number, and without script; each time it is said who falls in. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { slugOf } from "../../domain/record/reference.ts";
import { candidateFields, givenRegime, type Regime } from "../given/regime.ts";
import { enterByLink } from "./acting.ts";
import { type House, openHouse, openPage } from "./house.ts";

const password = "four words of my own";
let house: House;
let regime: Regime;
let address: string;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  const { context } = house.product;
  regime = await givenRegime({
    stage: { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined },
  });
  const { reference } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
  await regime.done(regime.chair, "accept-candidate", { candidate: reference });
  await regime.done(regime.chair, "start-definition", { candidate: reference, list: "us", entry: "4A906" });
  const committee = regime.committee.id;
  await regime.done(regime.chair, "import-systems", { committee, table: "", area: "quantum computers" });
  address = `/candidates/${slugOf(reference)}/consequences`;
  page = await enterByLink(house, regime.holders.FR.personId, password);
});

afterAll(async () => {
  await house?.close();
});

/** The threshold between the first two rungs: 100 qubits. */
async function chooseSeam(): Promise<void> {
  await page.goto(address);
  const choice = page.getByLabel("Threshold", { exact: true });
  const option = choice.locator("option").filter({ hasText: /^a\.1 \/ a\.2: physical qubits/ });
  await choice.selectOption(await option.getAttribute("value"));
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL(/threshold=/);
}

const slider = () => page.getByRole("slider").first();
const spoken = () => slider().getAttribute("aria-valuetext");
const sentence = () => page.locator(".sides-sentence").innerText();

describe("dragging a threshold says who falls in", () => {
  beforeEach(chooseSeam);

  it("by pointer", async () => {
    expect(await spoken()).toBe("100: Nobody changes sides.");
    await slider().scrollIntoViewIfNeeded();
    const box = (await slider().boundingBox())!;
    const knob = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(knob.x, knob.y);
    await page.mouse.down();
    await page.mouse.move(knob.x - 40, knob.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(sentence).toBe("1 more falls in: Helios.");
    const moved = Number(await slider().getAttribute("aria-valuenow"));
    expect(moved).toBeGreaterThan(60);
    expect(moved).toBeLessThan(98);
    expect(await page.getByLabel("Proposed number").inputValue()).toBe(String(moved));
    const changed = page.locator("section").filter({ has: page.getByRole("heading", { name: "Who changes sides" }) });
    expect(await changed.innerText()).toMatch(/Helios[\s\S]*falls out → falls in[\s\S]*Quantinuum, United States/);
    const proposing = (await page.getByRole("link", { name: "Propose this number" }).getAttribute("href"))!;
    expect(proposing).toMatch(/\/amendments\/new\?clause=[^&]+&threshold=[^&]+&value=\d+$/);
    const suggesting = await page.context().newPage();
    await suggesting.goto(proposing);
    await suggesting
      .locator(".law ins, ins")
      .filter({ hasText: String(moved) })
      .first()
      .waitFor();
    await suggesting.close();
  });

  it("by keys: from number to number, from system to system, and back", async () => {
    await slider().focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(spoken).toBe("99: Nobody changes sides.");
    await page.keyboard.press("PageDown");
    await expect.poll(spoken).toBe("98: 1 more falls in: Helios.");
    await expect.poll(sentence).toBe("1 more falls in: Helios.");
    await page.keyboard.press("Escape");
    await expect.poll(spoken).toBe("100: Nobody changes sides.");
  });

  it("as a typed number", async () => {
    await page.getByLabel("Proposed number").fill("9.7e1");
    await expect.poll(spoken).toBe("97: 1 more falls in: Helios.");
  });
});

it("works without script: a form, an address, and a picture that the server drew", async () => {
  await chooseSeam();
  const bare = await openPage(house, { javaScriptEnabled: false, storageState: await page.context().storageState() });
  const url = new URL(page.url());
  url.searchParams.set("value", "98");
  await bare.goto(`${url.pathname}${url.search}`);
  expect(await bare.locator(".sides-sentence").innerText()).toBe("1 more falls in: Helios.");
  expect(await bare.locator("svg.picture .side-enters").count()).toBeGreaterThan(0);
  await bare.getByLabel("Proposed number").fill("many");
  await bare.getByRole("button", { name: "Show", exact: true }).click();
  await bare.getByText("is no number above zero").waitFor();
  await bare.context().close();
  expect(house.complaints).toEqual([]);
});
