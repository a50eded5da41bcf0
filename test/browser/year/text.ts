/** The year's first half: a proposal, a text that two people write at once, comments and what becomes of them. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { choose, fill, follow, inState, press, unfold } from "../acting.ts";
import { clausesOf, soon } from "../editor/stage.ts";
import type { Year } from "./cast.ts";

export const title = "Gate-model quantum computers and their qubit devices";

/** The clause that two people write at once, and how it reads when a comment was carried into it. */
const written = "Multiplexed control units of a cryostat for these";
export const mended = "Multiplexed control units with 64 or more channels of a cryostat for these";

/** The expert proposes by the form; the chair reads of it on the desk and accepts. @returns the candidate's address */
export async function propose({ expert, chair }: Year): Promise<string> {
  await follow(expert, "Candidates");
  await follow(expert, "Propose a candidate");
  await fill(expert, {
    Technology: title,
    Rationale: "A machine with enough qubits of low enough error could break the public-key cryptography in use today.",
    "Who produces it": "Firms and institutes in several members.",
    "Foreign availability": "Rising outside the membership; sold by two makers since last year.",
    Evidence: "Published machine data of the last three years.",
    "Existing entries it touches": "4A906",
  });
  await expert.getByRole("radio", { name: /^Emerging/ }).check();
  await expert.getByRole("checkbox", { name: "Military end use" }).check();
  await press(expert, "Propose the candidate");
  await expert.getByRole("heading", { level: 1, name: title }).waitFor();
  const candidate = new URL(expert.url()).pathname;

  await chair.goto("/");
  await follow(chair, new RegExp(`^Read the proposal.*${title}`));
  await press(chair, "Accept for drafting");
  // The expert's page was open all the while, and tells of it by itself.
  await inState(expert, "Drafting");
  return candidate;
}

const textBox = (page: Page) => page.getByRole("textbox", { name: "Text of the definition" });
const isSaved = (page: Page) => page.getByText(/^\s*Saved \d\d:\d\d:\d\d$/).waitFor();

async function openText(page: Page, candidate: string): Promise<void> {
  await page.goto(`${candidate}/definition`);
  await textBox(page).waitFor();
}

/** Puts the caret to an end of a clause that fits on one line, as a hand would. */
async function caretAt(page: Page, words: string, key: "Home" | "End"): Promise<void> {
  await textBox(page).getByText(words).click();
  await page.keyboard.press(key);
}

const shows = (page: Page, words: string) => textBox(page).getByText(words).waitFor();
const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 5 });

/** Both pages show the same clauses, character for character. @returns them */
async function sameText(one: Page, other: Page): Promise<string[]> {
  const both = async () => [await clausesOf(one), await clausesOf(other)] as const;
  const [first, second] = await soon(both, ([mine, theirs]) => JSON.stringify(mine) === JSON.stringify(theirs));
  expect(second).toEqual(first);
  return first;
}

/**
 * The expert begins from the entry 4A906 and adds a clause. Then both write in it at once, from both ends; and in one more
 * clause at the same place. Both pages show the same, with each key that was typed.
 */
export async function coedit({ expert, chair }: Year, candidate: string): Promise<void> {
  await expert.goto(`${candidate}/definition`);
  await press(expert, "Begin from 4A906");
  await Promise.all([openText(expert, candidate), openText(chair, candidate)]);
  const published = await sameText(expert, chair);
  const at = published.findIndex((clause) => clause.startsWith("c. Quantum control components")) + 1;
  expect(at).toBeGreaterThan(0);

  await textBox(expert).getByText("Quantum control components").click();
  await expert.getByRole("button", { name: "Add clause" }).click();
  await type(expert, "control units");
  await shows(chair, "control units");
  await caretAt(expert, "control units", "End");
  await caretAt(chair, "control units", "Home");
  await Promise.all([type(expert, " of a cryostat for these"), type(chair, "Multiplexed ")]);
  const wide = await soon(
    () => sameText(expert, chair),
    (clauses) => clauses[at] === `d. ${written}`,
  );
  expect(wide[at]).toBe(`d. ${written}`);
  expect(wide.toSpliced(at, 1)).toEqual(published);

  await expert.keyboard.press("Enter");
  await type(expert, "Here: ");
  await shows(chair, "Here:");
  await caretAt(chair, "Here:", "End");
  await Promise.all([type(expert, "x".repeat(40)), type(chair, "w".repeat(40))]);
  const typed = await soon(
    () => sameText(expert, chair),
    (clauses) => clauses[at + 1]!.replace(/[^xw]/g, "").length === 80,
  );
  const keys = typed[at + 1]!.split("Here:")[1]!;
  expect([keys.split("x").length - 1, keys.split("w").length - 1, keys.trim().length]).toEqual([40, 40, 80]);
  expect(typed.toSpliced(at + 1, 1)).toEqual(wide);
  await Promise.all([isSaved(expert), isSaved(chair)]);

  await chair.getByRole("button", { name: "Delete clause" }).click();
  const kept = await soon(
    () => sameText(expert, chair),
    (clauses) => clauses.length === wide.length,
  );
  expect(kept).toEqual(wide);
  await Promise.all([isSaved(expert), isSaved(chair)]);
}

/** The chair opens the comment round: the text freezes under the expert's hands, and stands as version 1. */
export async function openRound({ chair, expert }: Year, candidate: string): Promise<void> {
  await chair.goto(candidate);
  await fill(chair, { "Length in days": "14" });
  await press(chair, "Open the comment round");
  await inState(chair, "Commenting");
  await expert.getByText(/The text has been frozen/).waitFor();
  await expert.goto(`${candidate}/definition/1`);
  await expert.getByText(written, { exact: true }).waitFor();
}

/** The official selects words and comments on them, the expert answers, and the clock ends the round. */
export async function comment({ house, chair, expert, official }: Year, candidate: string): Promise<void> {
  await openText(official, candidate);
  await textBox(official)
    .getByText("Multiplexed")
    .dblclick({ position: { x: 40, y: 10 } });
  await official.getByRole("toolbar", { name: "Clause" }).getByRole("button", { name: "Comment" }).click();
  await choose(official, "Type", "technical");
  await fill(official, {
    Comment: "Without a number of channels every laboratory's wiring falls in.",
    "Proposed change": "Multiplexed control units of 64 or more channels of a cryostat for these",
  });
  await press(official, "Make the comment");
  await official.getByRole("heading", { name: /Japan/ }).waitFor();

  await expert.goto(`${candidate}/definition`);
  const card = expert.getByRole("article", { name: /Japan/ });
  await unfold(card, "Answer");
  await fill(card, { "Your answer to comment 1": "Agreed in substance; 64 is where such units are sold today." });
  await press(card, "Answer");
  // The comment round is over when the clock says so, and not before.
  house.pass({ days: 14 });
  await inState(chair, "Resolving");
}

/** The chair disposes of the comment with a reason, carries it into the text, and the commenter agrees. */
export async function dispose({ chair, expert, official }: Year, candidate: string): Promise<void> {
  await openText(chair, candidate);
  await caretAt(chair, "Multiplexed", "Home");
  for (let step = 0; step < "Multiplexed control units".length; step++) await chair.keyboard.press("ArrowRight");
  await type(chair, " with 64 or more channels");
  await isSaved(chair);
  await chair.goto(`${candidate}/comments`);
  await chair.getByRole("checkbox", { name: "Choose comment 1" }).check();
  await choose(chair, "Disposition", "partially accepted");
  await fill(chair, { Reason: "The number is in the text; the word order stays as it was." });
  await press(chair, "Record the disposition");
  await chair.getByText("partially accepted").first().waitFor();

  await official.getByText("partially accepted").first().waitFor();
  await press(official, "Agree with the disposition");
  await follow(official, /^1 comment in all/);
  await official.getByRole("row").filter({ hasText: "Final" }).filter({ hasText: "Japan" }).waitFor();
  await shows(expert, mended);
}

/** The scope is drafted by the expert, interests are declared, and the chair marks the text ready. */
export async function makeReady({ chair, expert, regime, visit }: Year, candidate: string): Promise<void> {
  await expert.goto(candidate);
  const form = await unfold(expert, "Draft the scope");
  for (const note of await form.getByLabel("Note; where none was found, who searched and when").all())
    await note.fill("Searched by the sponsor in March.");
  await press(form, "Save the scope");
  await expert.getByText("Searched by the sponsor in March.").first().waitFor();

  await visit(regime.industryHolder, async (page) => {
    await page.goto(candidate);
    await choose(page, "Kind", "Employment");
    await page.getByRole("radio", { name: /^Direct/ }).check();
    await choose(page, "Organisation", "Fjord Quantum AS");
    await fill(page, { "What it is": "I am employed by a maker of these machines." });
    await press(page, "Declare");
    await page.getByText(/Employment, Fjord Quantum AS/).waitFor();
  });
  await press(expert, "Declare");
  await expert.getByText("1 person declared none.").waitFor();

  await chair.goto(candidate);
  await press(chair, "Mark ready for a ballot");
  await inState(chair, "Ready");
}
