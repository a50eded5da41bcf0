import axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { freeze } from "../coediting/committee.ts";
import { clausesOf, soon } from "./editor/stage.ts";
import { stageForTests, write } from "./editor/stage-for-tests.ts";

const stage = stageForTests();
const { newRoom, sit } = stage;

async function isSaved(page: Page): Promise<string> {
  const line = async () => ((await page.locator(".saving").textContent()) ?? "").trim();
  return soon(line, (words) => words.startsWith("Saved"));
}

const shows = (page: Page, wanted: string[]) =>
  soon(
    () => clausesOf(page),
    (clauses) => JSON.stringify(clauses) === JSON.stringify(wanted),
  );

async function sameText(one: Page, other: Page): Promise<string[]> {
  const both = async () => [await clausesOf(one), await clausesOf(other)] as const;
  const [first, second] = await soon(both, ([a, b]) => JSON.stringify(a) === JSON.stringify(b));
  expect(second).toEqual(first);
  return first;
}

describe("the definition editor in a browser", () => {
  it("keeps every key of two people who type and split in the same clause", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "middle");
    await shows(bo, ["middle"]);
    const type = async (page: Page, character: string, key: string) => {
      await page.locator(".clause-text").first().click();
      await page.keyboard.press(key);
      for (let count = 1; count <= 60; count++) {
        await page.keyboard.type(character);
        if (count % 20 === 0) await page.keyboard.press("Enter");
      }
    };
    await Promise.all([type(ana, "a", "Home"), type(bo, "b", "End")]);
    const clauses = await sameText(ana, bo);
    const words = clauses.join("");
    expect(words.replace(/[^ab]/g, "")).toHaveLength(120);
    expect(words).toContain("middle");
    expect(await isSaved(ana)).toMatch(/^Saved \d\d:\d\d:\d\d$/);
    expect(await isSaved(bo)).toMatch(/^Saved/);
  });

  it("[D2] numbers items as levels say, and undoes one act at a time", async () => {
    const ana = await sit("ana", await newRoom());
    await write(ana, "Computers having any of the following:");
    await ana.locator(".editor-kind select").selectOption("item");
    await ana.keyboard.press("Enter");
    await ana.keyboard.press("Tab");
    await ana.keyboard.type("first; or");
    await ana.keyboard.press("Enter");
    await ana.keyboard.type("second.");
    const three = ["a. Computers having any of the following:", "a.1. first; or", "a.2. second."];
    expect(await shows(ana, three)).toEqual(three);
    await ana.keyboard.press("Home");
    await ana.keyboard.press("Backspace");
    expect(await clausesOf(ana)).toEqual([three[0], "a.1. first; orsecond."]);
    await ana.keyboard.press("Control+z");
    expect(await clausesOf(ana)).toEqual(three);
    await ana.locator(".editor-outline button").nth(1).click();
    await ana.getByRole("button", { name: "Delete clause" }).click();
    expect(await shows(ana, [three[0]!, "a.1. second."])).toEqual([three[0], "a.1. second."]);
  });

  it("pastes lines as clauses, and nothing that is no text", async () => {
    const ana = await sit("ana", await newRoom());
    await write(ana, "start ");
    await ana.evaluate(() => navigator.clipboard.writeText("one\r\n\r\ntwo\u0007bell\nthree"));
    await ana.keyboard.press("Control+v");
    expect(await shows(ana, ["start one", "two bell", "three"])).toEqual(["start one", "two bell", "three"]);
    await isSaved(ana);
  });

  it("shows a stray to both when one deletes what the other is writing in", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "kept");
    await ana.keyboard.press("Enter");
    await ana.keyboard.type("doomed");
    await shows(bo, ["kept", "doomed"]);
    await bo.context().setOffline(true);
    await write(bo, " late");
    await ana.getByRole("button", { name: "Delete clause" }).click();
    await shows(ana, ["kept"]);
    await bo.context().setOffline(false);
    expect(await shows(ana, ["kept", "late"])).toEqual(["kept", "late"]);
    expect(await ana.locator(".clause-stray").count()).toBe(1);
    await ana.locator(".editor-outline button").nth(1).click();
    await ana.getByRole("button", { name: "Keep this clause" }).click();
    await soon(
      () => bo.locator(".clause-stray").count(),
      (count) => count === 0,
    );
    expect(await bo.locator(".clause-stray").count()).toBe(0);
  });

  it("leaves the caret where a click put it while a colleague's keys arrive", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "upper");
    await ana.keyboard.press("Enter");
    await ana.keyboard.type("lower");
    await shows(bo, ["upper", "lower"]);
    const clauses = ana.locator(".clause-text");
    const typing = (async () => {
      await bo.locator(".clause-text").first().click();
      await bo.keyboard.press("Home");
      await bo.keyboard.type("b".repeat(150));
    })();
    for (let round = 0; round < 12; round++) {
      await clauses.nth(0).click();
      await ana.keyboard.type("1");
      await clauses.nth(1).click();
      await ana.keyboard.type("2");
    }
    await typing;
    const [upper, lower] = await sameText(ana, bo);
    expect([upper!.split("1").length, upper!.split("2").length]).toEqual([13, 1]);
    expect([lower!.split("2").length, lower!.split("1").length]).toEqual([13, 1]);
  });

  it("does not double what an input method composes while a colleague types in the clause", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "x");
    await shows(bo, ["x"]);
    const devtools: CDPSession = await ana.context().newCDPSession(ana);
    const compose = (text: string) =>
      devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await compose("に");
    await write(bo, "bb");
    await compose("にほ");
    await bo.keyboard.type("cc");
    await compose("にほん");
    await devtools.send("Input.insertText", { text: "日本" });
    const clauses = await sameText(ana, bo);
    const words = clauses.join("");
    expect([...words].sort().join("")).toBe([..."xbbcc日本"].sort().join(""));
  });

  it("says where the others are, in the list of people and in the margin", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "where I am");
    const margin = bo.locator(".margin-people .disc");
    await margin.waitFor();
    expect(await margin.getAttribute("title")).toBe("ana Person, Norway");
    await bo.locator(".law .caret").waitFor();
    expect(await bo.locator(".people-present").textContent()).toContain("ana Person, Norway");
  });

  it("becomes read-only with a sentence when the text is frozen, and keeps what was typed", async () => {
    const room = await newRoom();
    const ana = await sit("ana", room);
    await write(ana, "before the freeze");
    await isSaved(ana);
    await freeze(stage.meeting.db, room);
    await ana.keyboard.type(" and after it");
    await ana.getByText("The text has been frozen").waitFor();
    expect(await ana.locator(".law").getAttribute("contenteditable")).toBe("false");
    expect((await clausesOf(ana))[0]).toMatch(/^before the freeze/);
    await ana.getByRole("button", { name: "Copy my text" }).click();
    const copied = await ana.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain((await clausesOf(ana))[0]);
  });

  it("lets a reader read, and tells so", async () => {
    const room = await newRoom();
    const ana = await sit("ana", room);
    await write(ana, "for all to read");
    stage.meeting.standing.readers.add("cy");
    const cy = await sit("cy", room, "&reads");
    expect(await shows(cy, ["for all to read"])).toEqual(["for all to read"]);
    expect(await cy.locator(".law").getAttribute("contenteditable")).toBe("false");
    expect(await cy.locator(".saving").textContent()).toContain("read this text");
  });

  it("hands out the anchor of a selection and shows it again where the words went", async () => {
    const ana = await sit("ana", await newRoom());
    await write(ana, "devices specially designed for quantum use");
    await ana.locator(".clause-text").dblclick({ position: { x: 95, y: 14 } });
    await ana.getByRole("button", { name: "Comment" }).click();
    const [anchor] = await ana.evaluate(() => window.anchors);
    expect("devices specially designed for quantum use").toContain(anchor!.quote.trim());
    expect(anchor!.quote.length).toBeGreaterThan(2);
    await ana.evaluate((one) => window.showComments([{ ...one!, id: "k1" }]), anchor);
    await ana.locator(".clause-text").click();
    await ana.keyboard.press("Home");
    await ana.keyboard.type("Quantum ");
    expect(await ana.locator(".comment-anchor").textContent()).toBe(anchor!.quote);
    await ana.locator(".comment-anchor").click();
    expect(await ana.evaluate(() => window.selected)).toEqual(["k1"]);
    expect(await ana.evaluate(() => window.handle?.goToComment("k1"))).toBe("place");
  });

  it("is accessible as axe sees it", async () => {
    const room = await newRoom();
    const [ana] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "Some text");
    await ana.keyboard.press("Enter");
    await isSaved(ana);
    await ana.evaluate(axe.source);
    const found = await ana.evaluate(async () => {
      const result = await (window as unknown as { axe: typeof axe }).axe.run();
      return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
    });
    expect(found).toEqual([]);
  });
});
