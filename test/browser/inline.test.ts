/** Brackets, terms, references, find and replace and the map of keys, on the page of a text and by keyboard alone. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clause } from "../../domain/definition/control-text.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { enterByLink } from "./acting.ts";
import { clausesOf, soon } from "./editor/stage.ts";
import { type House, openHouse } from "./house.ts";

const password = "four words of my own";
let house: House;
let regime: Regime;
let jo: Page;
let mei: Page;
let address: string;

const item = (nid: string, text: string): Clause => ({
  nid,
  level: 1,
  kind: "item",
  marking: "AMBER",
  caveat: [],
  content: [{ text }],
});

beforeAll(async () => {
  house = await openHouse();
  const { context } = house.product;
  regime = await givenRegime({
    stage: {
      db: context.db,
      context,
      clock: house.clock,
      url: house.databaseUrl,
      folder: "",
      close: async () => undefined,
    },
  });
  const { id, reference } = await givenDrafting(regime);
  await regime.done(regime.chair, "start-definition", {
    candidate: id,
    text: {
      format: "plenary-control-text/1",
      reference: "",
      title: "",
      terms: [],
      clauses: [
        item("c1", "Quantum computers with physical qubits;"),
        item("c2", "Parts for one qubit or more qubits;"),
        item("c3", "Others"),
      ],
    },
  });
  address = `/candidates/${slugOf(reference)}`;
  [jo, mei] = await Promise.all([
    enterByLink(house, regime.holders.NO.personId, password),
    enterByLink(house, regime.holders.JP.personId, password),
  ]);
  for (const page of [jo, mei]) {
    // What is waited for here follows a key at once; a key that does nothing is soon known.
    page.setDefaultTimeout(15_000);
    await page.goto(`${address}/definition`);
    await page.locator(".editor-outline").waitFor();
  }
}, 120_000);

afterAll(async () => {
  await house?.close();
});

const law = (page: Page) => page.locator(".editor-law .law");

async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const shows = (page: Page, wanted: string[]) =>
  soon(
    () => clausesOf(page),
    (clauses) => JSON.stringify(clauses) === JSON.stringify(wanted),
  );

describe("by keyboard alone", () => {
  it("shows every key on ?, all acts on Ctrl-K, and gives the keyboard back", async () => {
    await jo.locator("main").press("?");
    const keys = jo.getByRole("dialog", { name: "Keys of this page" });
    await keys.getByText("Find and replace").waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Escape");
    await keys.waitFor({ state: "hidden" });
    await law(jo).focus();
    await press(jo, "Control+k");
    await jo.getByRole("combobox", { name: "Find an act" }).pressSequentially("keys of");
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Enter");
    await keys.waitFor();
    await keys.getByRole("checkbox").press("Space");
    await press(jo, "Escape");
    expect(await jo.evaluate(() => document.activeElement?.classList.contains("law"))).toBe(true);
    await jo.getByRole("button", { name: "Find", exact: true }).press("?");
    expect(await keys.count()).toBe(0);
    await jo.evaluate(() => localStorage.clear());
  });

  it("[D6] puts words in brackets, sets an alternative beside and agrees, before both", async () => {
    await law(jo).focus();
    await press(jo, "Control+Home", "Control+Shift+ArrowRight", "Control+[");
    const panel = jo.getByRole("dialog", { name: "Words not agreed" });
    await panel.getByRole("checkbox", { name: /Norway/ }).waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await panel.getByRole("checkbox", { name: /Japan/ }).press("Space");
    await press(jo, "Enter");
    await panel.waitFor({ state: "hidden" });
    const bracket = mei.locator(".editor-law .mark-bracket");
    await bracket.first().waitFor();
    expect(await bracket.first().getAttribute("data-by")).toBe("NO, JP");

    await law(mei).focus();
    await press(mei, "Control+Home", "ArrowRight", "Control+[");
    const other = mei.getByRole("dialog", { name: "Words not agreed" });
    await other.getByRole("button", { name: "Set an alternative beside" }).press("Enter");
    await mei.keyboard.type("Photonic");
    expect(await axeFinds(mei)).toEqual([]);
    await other.getByRole("button", { name: "Add alternative" }).press("Enter");
    await jo.locator(".editor-law .mark-bracket[data-alternative]").waitFor();
    expect(await jo.locator(".editor-law .mark-bracket").allTextContents()).toEqual(["Quantum", "Photonic"]);

    await soon(
      async () => ((await mei.locator(".saving").textContent()) ?? "").trim(),
      (words) => words.startsWith("Saved"),
    );
    const paper = await mei.context().newPage();
    await paper.goto(`${address}/brackets`);
    await paper.getByText("1 open question").waitFor();
    expect(await paper.locator(".question-words").allTextContents()).toEqual(["[Quantum]", "[Photonic]"]);
    expect(await axeFinds(paper)).toEqual([]);
    await paper.getByRole("link", { name: "a", exact: true }).click();
    await paper.locator(".clause-current .mark-bracket").first().waitFor();
    await paper.close();

    await law(jo).focus();
    await press(jo, "Control+Home", "ArrowRight", "Control+[");
    await panel.getByRole("button", { name: "Agree on these words" }).first().press("Enter");
    await bracket.first().waitFor({ state: "detached" });
    const wanted = [
      "a. Quantum computers with physical qubits;",
      "b. Parts for one qubit or more qubits;",
      "c. Others",
    ];
    expect(await shows(mei, wanted)).toEqual(wanted);
  });

  it("[D4] [D5] refers to a clause, an entry and a term, and follows a reference as clauses move", async () => {
    await law(jo).focus();
    await press(jo, "Control+End");
    await jo.keyboard.type(" of 4A906");
    await jo.getByRole("button", { name: "Make 4A906 a reference" }).waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Control+.");
    await jo.keyboard.type(" and ");
    await press(jo, "Control+;");
    const references = jo.getByRole("dialog", { name: "Reference", exact: true });
    await references.getByRole("combobox").pressSequentially("a.");
    await references.getByRole("option", { name: /^a\./ }).waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Enter");
    await jo.keyboard.type(", ");
    await press(jo, "Control+'");
    await jo.getByRole("combobox", { name: "Find a term" }).pressSequentially("soft");
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Enter");
    const first = "a. Quantum computers with physical qubits;";
    const wanted = [first, "b. Parts for one qubit or more qubits;", "c. Others of 4A906 and a., ‘software’"];
    expect(await shows(mei, wanted)).toEqual(wanted);
    expect(await mei.locator(".editor-law .inline-xref").last().getAttribute("aria-label")).toBe("reference to a.");

    await law(mei).focus();
    await press(mei, "Control+Home", "Alt+ArrowDown");
    const moved = [
      "a. Parts for one qubit or more qubits;",
      "b. Quantum computers with physical qubits;",
      "c. Others of 4A906 and b., ‘software’",
    ];
    expect(await shows(jo, moved)).toEqual(moved);
    await law(jo).focus();
    await press(jo, "Control+End", ...Array.from({ length: 5 }, () => "ArrowLeft"));
    await jo.locator(".reference-card").getByText("Quantum computers with physical qubits;").waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await press(jo, "Enter");
    await jo.locator('.clause-current[data-number="b."]').waitFor();
    await press(mei, "Alt+ArrowUp");
    expect(await shows(jo, wanted)).toEqual(wanted);
  });

  it("finds and replaces beside a colleague who types, says how often, and undoes it at once", async () => {
    await law(jo).focus();
    await press(jo, "Control+Home", "Control+f");
    const panel = jo.getByRole("dialog", { name: "Find and replace" });
    await panel.getByLabel("Find", { exact: true }).pressSequentially("qubit");
    await panel.getByRole("status").getByText("1 of 3").waitFor();
    await press(jo, "Enter");
    await panel.getByRole("status").getByText("2 of 3").waitFor();
    await press(jo, "Shift+Enter");
    await panel.getByRole("status").getByText("1 of 3").waitFor();
    expect(await axeFinds(jo)).toEqual([]);
    await law(mei).focus();
    await press(mei, "Control+Home");
    const typing = mei.keyboard.type("All ", { delay: 20 });
    await panel.getByLabel("Replace with").pressSequentially("qudit");
    await panel.getByRole("button", { name: "Replace all" }).press("Enter");
    await panel.getByRole("status").getByText("3 places replaced.").waitFor();
    await typing;
    const rest = "c. Others of 4A906 and a., ‘software’";
    const replaced = ["a. All Quantum computers with physical qudits;", "b. Parts for one qudit or more qudits;", rest];
    expect(await shows(mei, replaced)).toEqual(replaced);
    expect(await shows(jo, replaced)).toEqual(replaced);
    await press(jo, "Escape");
    await panel.waitFor({ state: "hidden" });
    await press(jo, "Control+z");
    const undone = ["a. All Quantum computers with physical qubits;", "b. Parts for one qubit or more qubits;", rest];
    expect(await shows(mei, undone)).toEqual(undone);
    expect(house.complaints).toEqual([]);
  });
});
