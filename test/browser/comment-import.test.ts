/**
 * A delegation brings its table of comments in, corrects a row by hand, calls the chair by name, and the chair disposes of
 * several at once; on the way every page is asked what it lacks for people who do not see or use a pointer.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { givenDrafting, givenRegime } from "../given/regime.ts";
import { choose, enterByLink, fill, follow, press, unfold } from "./acting.ts";
import { type House, openHouse } from "./house.ts";

const password = "four words of my own";
let house: House;
let folder: string;

beforeAll(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), "plenary-comments-"));
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

const clause = (nid: string, words: string) => ({
  ...{
    nid,
    level: 1 as const,
    kind: "item" as const,
    marking: "AMBER" as const,
    caveat: [],
    content: [{ text: words }],
  },
});
const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [clause("k1", "34 or more qubits;"), clause("k2", "Qubit devices.")],
};

const table = [
  "MB/NC,Clause,Paragraph,Type,Comments,Proposed change,Observations",
  "JP,a.,34 or more,te,50 is what machines reach.,50 or more,",
  "JP,b.,,te,Which devices?,Devices with two qubits or more,",
  "JP,z.9,,ed,A comma is missing.,,",
].join("\r\n");

/** What axe finds on the page, by rule. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    return (await loaded.run()).violations.map(({ id }) => id);
  });
}

it("[K1] [K9] brings a table in with a preview, and disposes of several comments at once", async () => {
  const { context } = house.product;
  const regime = await givenRegime({
    stage: { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined },
  });
  const { id, reference } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", { candidate: id, text: { ...text } });
  await regime.done(regime.chair, "open-comment-round", { candidate: id });
  const here = `/candidates/${slugOf(reference)}/comments`;
  const file = join(folder, "table.csv");
  await writeFile(file, table);

  const japan = await enterByLink(house, regime.holders.JP.personId, password);
  await japan.goto(`${here}/import`);
  await japan.getByLabel("File", { exact: true }).setInputFiles(file);
  await press(japan, "Read the file");
  await japan.getByText("2 new comments; 1 row is not understood.").waitFor();
  expect(await japan.getByText("No clause of the text is called").textContent()).toContain("z.9");
  expect(await violations(japan)).toEqual([]);
  await press(japan, "Do what the understood rows say");
  await japan.getByText("2 made, 0 disposed of, 1 left to correct.").waitFor();
  await japan.getByLabel("Clause").selectOption("b");
  await press(japan, "Check again");
  await japan.getByText("1 new comment.").waitFor();
  await press(japan, "Do what the understood rows say");
  await japan.getByText("Every row has been done or stood already.").waitFor();

  await japan.goto(`${here}/3`);
  await unfold(japan, "Answer");
  const answer = japan.getByLabel("Your answer to comment 3");
  await answer.pressSequentially(`What says @${regime.chair.name.slice(0, 8)}`);
  const offers = japan.getByRole("listbox", { name: "People" });
  await offers.getByRole("option", { name: regime.chair.name }).waitFor();
  expect(await violations(japan)).toEqual([]);
  await answer.press("Enter");
  expect(await answer.inputValue()).toBe(`What says @${regime.chair.name} `);
  await press(japan, "Answer");

  await regime.done(regime.holders.NL, "make-comment", {
    ...{ candidate: id, nid: "k1", quote: "34 or more", type: "general", body: "34 is odd." },
  });
  const chair = await enterByLink(house, regime.chair.personId, password);
  await chair.goto("/");
  await chair.getByRole("heading", { name: /^Comment 3 names you/ }).waitFor();
  await chair.goto(`${here}?type=technical`);
  await chair.getByRole("button", { name: "Choose all technical ones here" }).click();
  for (const number of [1, 2]) expect(await chair.getByLabel(`Choose comment ${number}`).isChecked()).toBe(true);
  await choose(chair, "Disposition", "rejected");
  await fill(chair, { Reason: "34 is in force in five members." });
  await press(chair, "Record the disposition");
  await chair.getByText("34 is in force in five members.").nth(1).waitFor();

  await japan.goto("/");
  expect(await japan.getByRole("heading", { name: /^Read the disposition of your comment [12]/ }).count()).toBe(2);

  // The round ends, the text is written on, and the words that were commented on go.
  house.pass({ days: 15 });
  await regime.byClock("close-comment-round", { candidate: id }).catch(() => undefined);
  await regime.done(regime.chair, "revise-text", { candidate: id, reason: "As disposed." } as never);
  await japan.goto(`${here.replace("/comments", "")}/definition`);
  const line = japan.locator('.ProseMirror [data-nid="k1"]');
  await line.waitFor();
  const card = japan.locator("#comment-1");
  // Two comments on the same words: neither says that they are gone while they stand.
  await japan.waitForTimeout(800);
  expect(await japan.getByText("Its words are gone; the clause stands.").count()).toBe(0);
  await line.click();
  await japan.keyboard.press("Home");
  await japan.keyboard.press("Shift+End");
  await japan.keyboard.type("50 qubits;");
  await card.getByText("Its words are gone; the clause stands.").waitFor();
  await japan.getByText("Saved", { exact: false }).first().waitFor();
  await expect
    .poll(async () => (await regime.done(regime.chair, "freeze-version", { candidate: id, reason: "" })).number)
    .toBe(2);
  await japan.goto(`${here}/1`);
  await japan.getByText("Its words are gone; the clause stands.").waitFor();
  await follow(japan, "Redline since version 1");
  await japan.getByText("50 qubits").first().waitFor();
  expect(house.complaints).toEqual([]);
});
