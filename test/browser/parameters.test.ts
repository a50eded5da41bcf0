/** Thresholds recognised while typing, made parameters and edited by the keyboard alone, and seen by a colleague. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { soon } from "./editor/stage.ts";
import { stageForTests, write } from "./editor/stage-for-tests.ts";

const stage = stageForTests();
const { newRoom, sit } = stage;

const chips = (page: Page) => page.locator(".param-chip").allTextContents();
const showsChips = (page: Page, wanted: string[]) =>
  soon(
    () => chips(page),
    (found) => JSON.stringify(found) === JSON.stringify(wanted),
  );

async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const result = await (window as unknown as { axe: typeof axe }).axe.run();
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

describe("typed parameters in a browser", () => {
  it("[D3] offers a threshold while it is typed; keyboard alone accepts, edits and undoes it; a colleague sees it", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "Computers with 34 qubits or more");
    await ana.locator(".param-offer-card").waitFor();
    expect(await ana.locator(".param-offer-said").textContent()).toBe("qubits ≥ 34");
    expect(await axeFinds(ana)).toEqual([]);
    expect(await chips(ana)).toEqual([]);

    await ana.keyboard.press("Control+.");
    expect(await chips(ana)).toEqual(["34 qubits or more"]);
    expect(await showsChips(bo, ["34 qubits or more"])).toEqual(["34 qubits or more"]);
    await ana.keyboard.type(" in all");
    expect(await ana.locator(".clause-text").first().textContent()).toBe("Computers with 34 qubits or more in all");

    for (let count = 0; count < " in all".length + 1; count++) await ana.keyboard.press("ArrowLeft");
    expect(await ana.locator(".param-chip.ProseMirror-selectednode").count()).toBe(1);
    await ana.keyboard.press("Enter");
    const form = ana.getByRole("dialog", { name: "Parameter" });
    await form.waitFor();
    expect(await axeFinds(ana)).toEqual([]);
    await ana.keyboard.type("many");
    await ana.keyboard.press("Enter");
    expect(await form.locator(".param-fault").textContent()).toContain("“many” is no number");
    await ana.keyboard.press("Control+a");
    await ana.keyboard.type("1 000");
    expect(await form.getByLabel("Wording in the text").inputValue()).toBe("1000 qubits or more");
    expect(await form.locator("output").textContent()).toBe("≥ 1000");
    await ana.keyboard.press("Enter");
    expect(await showsChips(bo, ["1000 qubits or more"])).toEqual(["1000 qubits or more"]);
    expect(await form.count()).toBe(0);
    await ana.keyboard.press("Control+z");
    expect(await showsChips(bo, ["34 qubits or more"])).toEqual(["34 qubits or more"]);
    expect(await bo.locator(".param-chip").getAttribute("aria-label")).toBe(
      "34 qubits or more. Parameter: qubits at least 34",
    );
  });

  it("[D3] a key typed at a chosen parameter loses nothing; Backspace chooses it first; it becomes words again", async () => {
    const room = await newRoom();
    const ana = await sit("ana", room);
    await write(ana, "a pitch of 45 nm or less");
    await ana.locator(".param-offer-card").waitFor();
    await ana.getByRole("button", { name: /Make it a parameter/ }).click();
    expect(await showsChips(ana, ["45 nm or less"])).toEqual(["45 nm or less"]);
    await ana.keyboard.press("Backspace");
    await ana.keyboard.type("; or");
    expect(await ana.locator(".clause-text").first().textContent()).toBe("a pitch of 45 nm or less; or");
    await ana.locator(".param-chip").click();
    const form = ana.getByRole("dialog", { name: "Parameter" });
    await form.getByRole("button", { name: "Turn back into words" }).click();
    expect(await chips(ana)).toEqual([]);
    expect(await ana.locator(".clause-text").first().textContent()).toBe("a pitch of 45 nm or less; or");
  });

  it("[D3] tells who has a form open that a colleague changed the value meanwhile, and lets a reader read it", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await write(ana, "a mass of 5 kg or more");
    await ana.locator(".param-offer-card").waitFor();
    await ana.keyboard.press("Control+.");
    await showsChips(bo, ["5 kg or more"]);
    await bo.locator(".param-chip").click();
    const form = bo.getByRole("dialog", { name: "Parameter" });
    await form.waitFor();
    await ana.keyboard.press("Backspace");
    await ana.keyboard.press("F2");
    await ana.getByLabel("Value").fill("6");
    await ana.keyboard.press("Enter");
    await form.getByText("Meanwhile somebody changed it to “6 kg or more”").waitFor();
    await bo.keyboard.press("Escape");
    stage.meeting.standing.readers.add("cy");
    const cy = await sit("cy", room, "&reads");
    await showsChips(cy, ["6 kg or more"]);
    await cy.locator(".param-chip").focus();
    await cy.keyboard.press("Enter");
    expect(await cy.getByRole("dialog").textContent()).toContain("≥ 6 kg");
    await cy.keyboard.press("Escape");
    await cy.locator(".param-chip").click();
    expect(await cy.getByRole("dialog").textContent()).toContain("≥ 6 kg");
    stage.meeting.standing.readers.delete("cy");
  });
});
