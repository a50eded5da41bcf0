/** The ballot: drafted and opened by the chair, positions of every seat with reasons, the account after its close. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { choose, fill, follow, inState, press, section } from "../acting.ts";
import type { Year } from "./cast.ts";

/** The chair drafts; the gate holds the ballot until the silent seats have had five working days; the second consents, and it opens. */
export async function openBallot({ house, chair, regime, visit }: Year, candidate: string): Promise<string> {
  await fill(chair, { "Days open": "14" });
  await press(chair, "Draft the ballot");
  await chair
    .getByRole("heading", { level: 1, name: "Shall this definition be recommended to the members?" })
    .waitFor();
  const ballot = new URL(chair.url()).pathname;
  expect(ballot).toMatch(/^\/ballots\//);
  await chair.getByText(/seats have not answered the interest question/).waitFor();
  house.pass({ days: 8 });
  await chair.goto(ballot);
  await press(chair, "Ask to open the ballot for 14 days");
  await chair.getByText("Holder FR may consent.").waitFor();
  await visit(regime.viceChair, (page) => consent(page, "Consent: open the ballot"));
  await inState(chair, "Open");
  await chair.goto(candidate);
  await inState(chair, "Balloting");
  return ballot;
}

/** The second finds the request on the desk, and consents. */
export async function consent(page: Page, button: string): Promise<void> {
  await page.goto("/");
  await follow(page, /^Look at the request/);
  await press(page, button);
}

type Said = { reason?: string; clause?: RegExp; change?: string };

export async function takePosition(page: Page, ballot: string, word: string, { reason, clause, change }: Said = {}) {
  await page.goto(ballot);
  const form = section(page, "Your position");
  await form.getByRole("radio", { name: new RegExp(`^${word}(?! objection)`) }).check();
  if (clause) {
    const option = await form.getByRole("option", { name: clause }).first().textContent();
    await choose(form, "Clause your reason is about", option!);
  }
  if (reason) await fill(form, { Reason: reason });
  if (change) await fill(form, { "The change that would clear a Discuss": change });
  await press(form, /^Take position/);
}

/** A recused seat takes no position; the others do, one of them twice; all of it shows on the chair's open page. */
export async function takePositions(year: Year, ballot: string): Promise<void> {
  const { chair, expert, regime, visit } = year;
  const { holders } = regime;
  await visit(regime.industryHolder, async (page) => {
    await page.goto(ballot);
    await page.getByText(/recused from this candidate/).waitFor();
    expect(await page.getByRole("button", { name: /^Take position/ }).count()).toBe(0);
    await page.getByText("8 seats, 7 count").waitFor();
  });

  await chair.goto(ballot);
  const discuss = {
    reason: "Sixty-four channels are sold for research every week.",
    clause: /Multiplexed/,
    change: "Raise the number to 256 channels.",
  };
  await visit(holders.US, (page) => takePosition(page, ballot, "Discuss", discuss));
  await chair.getByText("Raise the number to 256 channels.").waitFor();
  await expert.goto(ballot);
  await fill(expert, { "Your answer": "At 256 the units of the two largest makers fall out." });
  await press(expert, "Answer the Discuss");
  await visit(holders.US, (page) => takePosition(page, ballot, "Yes", { reason: "The answer convinces." }));

  await takePosition(expert, ballot, "Yes");
  const reason = "The threshold is set too low for us.";
  await visit(holders.FR, (page) => takePosition(page, ballot, "Yes"));
  await visit(holders.TW, (page) => takePosition(page, ballot, "Yes"));
  await visit(holders.JP, (page) => takePosition(page, ballot, "No objection"));
  await visit(holders.NL, (page) => takePosition(page, ballot, "No", { reason }));
  await chair.getByText("6 of 7 seats", { exact: false }).first().waitFor();
  await takePosition(chair, ballot, "Yes", { reason: "The text is clear." });
  await chair.getByText("If it closed now: adopted", { exact: true }).waitFor();
}

/** The clock closes the ballot, the page says what came out with its numbers, and 72 h later the clock certifies it. */
export async function closeBallot({ house, chair }: Year): Promise<void> {
  house.pass({ days: 14 });
  await chair.getByText("Adopted: 6 of 7 seats said yes or no objection, and every condition is met.").waitFor();
  for (const [name, number] of [
    ["Two-thirds assent", "18 needs ≥ 14"],
    ["Support", "5 needs ≥ 3"],
    ["Opposition", "3 needs ≤ 6"],
    ["No open Discuss", "0 needs = 0"],
  ] as const) {
    const row = section(chair, "Conditions").getByRole("listitem").filter({ hasText: name });
    expect(await row.textContent()).toContain(number);
  }
  house.pass({ hours: 72 });
  await chair.getByText(/^Certified: /).waitFor();
}
