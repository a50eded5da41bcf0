/**
 * Suggest and accept: an expert suggests in the editor on a fork, another supports, the chair takes one clause of two after
 * 72 hours, and the text of a third open browser changes in place with its comment where it was.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { givenDrafting, givenRegime, type Regime, type Stage } from "../given/regime.ts";
import { enterByLink, fill, press, unfold } from "./acting.ts";
import { type House, openHouse, tellPages } from "./house.ts";

const password = "three words and a long one";
let house: House;
let regime: Regime;

beforeAll(async () => {
  house = await openHouse();
  const { context } = house.product;
  const stage = {
    db: context.db,
    context,
    clock: house.clock,
    url: house.databaseUrl,
    folder: "",
    close: async () => {},
  };
  regime = await givenRegime({ stage: stage as Stage });
}, 120_000);
afterAll(() => house?.close());

const item = (nid: string, text: string) =>
  ({
    nid,
    level: 1,
    kind: "item",
    marking: "AMBER",
    caveat: [],
    content: [{ text }],
  }) as ControlText["clauses"][number];

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [
    item("a", "Machines with 34 or more qubits and a low error;"),
    item("b", "Qubit devices and circuits;"),
    item("c", "Control components."),
  ],
};

/** What axe finds on the page. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const loaded = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe;
    return (await loaded.run()).violations.map(({ id }) => id);
  });
}

const clauseOf = (page: Page, nid: string) => page.locator(`.editor-law [data-nid="${nid}"] .clause-text`);

/** Puts the caret behind words of a clause and types. */
async function typeBehind(page: Page, nid: string, words: string, typed: string): Promise<void> {
  await clauseOf(page, nid).click();
  await clauseOf(page, nid).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.collapse(node, at + wanted.length);
      return;
    }
  }, words);
  await page.waitForTimeout(60);
  await page.keyboard.type(typed);
}

test("[A1, A3, A6] an amendment goes from the fork to the open text of others, clause by clause", async () => {
  const { id: candidate, reference } = await givenDrafting(regime);
  const here = `/candidates/${reference.toLowerCase().replaceAll("/", "-")}`;
  await regime.done(regime.chair, "start-definition", { candidate, text });
  const [author, other, chair, reader] = (await Promise.all(
    [regime.holders.JP, regime.holders.NL, regime.chair, regime.holders.US].map(({ personId }) =>
      enterByLink(house, personId, password),
    ),
  )) as [Page, Page, Page, Page];
  try {
    // A third browser has the text open, with a comment on words that stay.
    await reader.goto(`${here}/definition`);
    await clauseOf(reader, "a").waitFor();
    await clauseOf(reader, "a").evaluate((element) => {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
      const at = (node.textContent ?? "").indexOf("low error");
      getSelection()?.setBaseAndExtent(node, at, node, at + "low error".length);
    });
    await reader.waitForTimeout(100);
    await reader.getByRole("button", { name: "Comment", exact: true }).click();
    await fill(reader, { Comment: "How low?", "Proposed change": "an error under 0.001" });
    await press(reader, "Make the comment");
    const anchor = reader.locator(".editor-law .comment-anchor");
    await anchor.waitFor();
    expect(await anchor.textContent()).toBe("low error");

    // The author writes in a fork; the redline follows, and nothing changes for others.
    await author.goto(`${here}/definition`);
    await author.getByRole("link", { name: "Suggest a change", exact: true }).click();
    await clauseOf(author, "a").waitFor();
    await typeBehind(author, "a", "34 or more", " (or 50)");
    await typeBehind(author, "b", "devices", ", packages");
    await author.getByText("2 clauses are changed").waitFor();
    expect((await author.locator(".amended ins").allTextContents()).join("").trim()).toBe("(or 50) ,packages");
    expect(await axeFaults(author)).toEqual([]);
    expect(await clauseOf(reader, "a").textContent()).not.toContain("or 50");
    await fill(author, { Reason: "Makers count both." });
    await press(author, "Propose the amendment");
    await author.getByRole("heading", { level: 1, name: "Amendment 1" }).waitFor();

    // Another supports it; the chair sees why it cannot be accepted yet, and after 72 hours takes one clause of two.
    await other.goto(`${here}/amendments/1`);
    await press(other, "Support this amendment");
    await other.getByRole("button", { name: "Take my support back" }).waitFor();
    await chair.goto(`${here}/amendments/1`);
    expect(await chair.locator(".refused").first().textContent()).toContain("Seats may object until");
    house.pass({ hours: 72 });
    await chair.reload();
    const accept = await unfold(chair, "Accept");
    await accept.getByLabel(/^b/).uncheck();
    await press(chair, "Take into the text");
    await chair.getByText("taken into the text", { exact: true }).waitFor();
    expect(await chair.getByText("not taken over").count()).toBe(1);
    expect(await axeFaults(chair)).toEqual([]);

    // The open text of the third browser has changed in place, and the comment still stands on its words.
    await reader.getByText("34 or more (or 50) qubits").first().waitFor();
    expect(await clauseOf(reader, "b").textContent()).toBe("Qubit devices and circuits;");
    expect(await anchor.textContent()).toBe("low error");
    await typeBehind(reader, "c", "components", " and software");
    await reader.locator(".saving-saved").waitFor();
    await chair.goto(`${here}/definition/versions`);
    await chair.getByText("Amendment 1", { exact: true }).first().waitFor();
    expect(await chair.locator(".timeline").textContent()).toContain("supported by Holder NL");
    expect(await axeFaults(chair)).toEqual([]);
    expect(house.complaints).toEqual([]);
  } catch (fault) {
    await tellPages(house);
    throw fault;
  }
});
