/** Faults while somebody writes: a sign in the margin, a sentence, a fix that takes it away; and the list of the real page. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appendTextUpdates, bindTextClients, findTextHead } from "../../db/store/definition-text.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import { writeClauses } from "../../protocol/definition-text.ts";
import { itemClause } from "../editor/copies.ts";
import { soon } from "./editor/stage.ts";
import { stageForTests } from "./editor/stage-for-tests.ts";

const stage = stageForTests();
const { newRoom, sit } = stage;

/** Begins the text with clauses, as an import does: a unit that the form would refuse can come so. */
async function begin(room: string, clauses: Clause[]): Promise<void> {
  const doc = new Y.Doc();
  writeClauses(doc, clauses);
  await stage.meeting.db.write(async (tx) => {
    const head = (await findTextHead(tx, room))!;
    await bindTextClients(tx, room, [{ clientId: doc.clientID, personId: null, sessionId: null }]);
    await appendTextUpdates(tx, head, [{ bytes: Y.encodeStateAsUpdate(doc), personId: null, sessionId: null }]);
  });
}

const faultsOf = (page: Page) => page.evaluate(() => (window.faults ?? []).map(({ code }) => code as string));
const has = (page: Page, wanted: string[]) =>
  soon(
    () => faultsOf(page),
    (found) => JSON.stringify(found) === JSON.stringify(wanted),
  );

async function fix(page: Page, name: string): Promise<void> {
  await page.evaluate((asked) => {
    const fault = window.faults?.find(({ fixes }) => fixes.some((one) => one.name === asked));
    window.handle?.fixFault(fault?.key ?? "", asked, null);
  }, name);
}

async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const result = await (window as unknown as { axe: typeof axe }).axe.run();
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

describe("faults in the open editor", () => {
  it("[D7] a fault appears with its sentence while somebody writes, and its fix takes it away for a colleague too", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await ana.locator(".law").click();
    await ana.keyboard.type("Nothing is wrong here");
    await ana.keyboard.press("Enter");
    await ana.keyboard.type("Parts specially designed for computers");
    const wanted = ["specially-designed-unexplained"];
    expect(await has(ana, wanted)).toEqual(wanted);
    expect(await has(bo, wanted)).toEqual(wanted);
    const clause = ana.locator(".clause-faulty");
    expect(await clause.count()).toBe(1);
    expect(await clause.locator(".margin-fault").getAttribute("aria-label")).toBe("Fault: term not linked");
    const described = await clause.getAttribute("aria-describedby");
    expect(await ana.locator(`#${described}`).textContent()).toContain(
      "“specially designed” stands here as plain words",
    );
    expect(await axeFinds(ana)).toEqual([]);
    await ana.keyboard.press("Control+Home");
    await ana.keyboard.press("F8");
    expect(await ana.evaluate(() => document.getSelection()?.toString())).toBe("specially designed");
    await ana
      .getByText("Fault here: “specially designed” stands here", { exact: false })
      .waitFor({ state: "attached" });
    await fix(ana, "insert-term");
    expect(await has(ana, [])).toEqual([]);
    expect(await has(bo, [])).toEqual([]);
    expect(await bo.locator(".clause-faulty").count()).toBe(0);
    expect(await bo.locator(".law").textContent()).toContain("specially designed");
    await ana.keyboard.press("Control+z");
    expect(await has(bo, wanted)).toEqual(wanted);
  });

  it("[D7] a parameter without a known unit opens its form at the unit, by the fix, and is a fault no more", async () => {
    const room = await newRoom();
    const param = { quantity: "mass", comparator: ">=" as const, value: "5", unit: "stone", raw: "5 kg or more" };
    await begin(room, [{ ...itemClause("c1", "a mass of "), content: [{ text: "a mass of " }, { param }] }]);
    const ana = await sit("ana", room);
    expect(await has(ana, ["parameter-without-unit"])).toEqual(["parameter-without-unit"]);
    expect(await ana.locator(".param-chip-faulty").count()).toBe(1);
    await fix(ana, "open-parameter");
    const form = ana.getByRole("dialog", { name: "Parameter" });
    expect(await form.getByLabel("Unit").evaluate((field) => field === document.activeElement)).toBe(true);
    await ana.keyboard.type("kg");
    await ana.keyboard.press("Enter");
    expect(await has(ana, [])).toEqual([]);
  });
});
