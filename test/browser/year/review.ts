/** The governments: transmitted, dispatched, acknowledged by each, one agrees, one reserves, silence adopts; then the public list. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { fill, follow, inState, press, section, unfold } from "../acting.ts";
import { openPage } from "../house.ts";
import { consent } from "./ballot.ts";
import type { Year } from "./cast.ts";
import { mended, title } from "./text.ts";

const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** The secretariat transmits and prepares; the chair dispatches with the second's consent. @returns the round's address */
export async function dispatch({ chair, regime, visit }: Year): Promise<string> {
  let round = "";
  await visit(regime.secretariat, async (page) => {
    await page.goto("/");
    await follow(page, new RegExp(`^Open the recommendation.*${title}`));
    await press(page, "Transmit to the governments");
    await press(page, "Prepare a round");
    await page.getByRole("heading", { level: 2, name: "Members" }).waitFor();
    round = new URL(page.url()).pathname;
  });
  expect(round).toMatch(/^\/review-rounds\//);
  await chair.goto("/");
  await follow(chair, new RegExp(`^Open the round.*${title}`));
  await press(chair, "Ask to dispatch the round");
  await visit(regime.viceChair, (page) => consent(page, "Consent: dispatch the round"));
  await inState(chair, "Dispatched");
  return round;
}

/** Each member's reviewer acknowledges the text; with the last of them the clock runs. */
export async function deliver({ chair, official, regime, visit }: Year, round: string): Promise<void> {
  await official.goto("/");
  await follow(official, new RegExp(`^Open the round.*${title}`));
  await press(official, "Acknowledge this text");
  const acknowledge = async (page: Page) => {
    await page.goto(round);
    await press(page, "Acknowledge this text");
  };
  for (const code of ["CA", "FR", "NL", "NO", "TW", "US"] as const) await visit(regime.reviewers[code], acknowledge);
  await inState(chair, "Running");
}

/** Canada agrees, Japan enters a reservation, five stay silent; their silence adopts when the last working day is over. */
export async function adopt({ house, official, regime, visit }: Year, round: string): Promise<void> {
  await visit(regime.reviewers.CA, async (page) => {
    await page.goto(round);
    await page.getByRole("radio", { name: /^Agree/ }).check();
    await press(page, "Send this reply");
  });

  await official.goto(round);
  const form = await unfold(official, "Enter a reservation for Japan");
  await form.getByRole("checkbox", { name: "D:1", exact: true }).first().check();
  await form.getByRole("checkbox", { name: "cryptanalysis", exact: true }).first().check();
  await form.getByRole("checkbox", { name: "all", exact: true }).nth(2).check();
  const sunset = dateOf(Date.now() + house.clock.offset_ms + 365 * 86_400_000);
  await fill(form, { Reason: "Our law reaches cryptanalysis from next year on.", "Last day": sunset });
  await press(form, "Enter the reservation");
  await section(official, "Reservations").getByText("Our law reaches cryptanalysis from next year on.").waitFor();

  house.pass({ days: 33 });
  await official
    .getByText(/^7 members were silent or agreed\. The text is in force for all of them as entry/)
    .waitFor();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}

/** Anybody reads the new edition, without sign-in: the entry, its text, the reservation, and both files. */
export async function readList({ house }: Year): Promise<void> {
  const reader = await openPage(house, { acceptDownloads: true });
  await reader.goto("/list");
  await reader.getByText(/^Edition 1,/).waitFor();
  const csv = await download(reader, "CSV");
  const json = JSON.parse(await download(reader, "JSON"));
  await follow(reader, title);
  await reader.getByRole("heading", { level: 1, name: title }).waitFor();
  await reader.getByText(mended).first().waitFor();
  const row = reader.getByRole("row").filter({ hasText: "Japan" });
  expect(await row.textContent()).toContain("Our law reaches cryptanalysis from next year on.");
  expect(csv).toContain(title);
  expect(JSON.stringify(json)).toContain(mended);
  expect(JSON.stringify(json)).toContain("Our law reaches cryptanalysis from next year on.");
}
