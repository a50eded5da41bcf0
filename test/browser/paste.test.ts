import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { soon } from "./editor/stage.ts";
import { stageForTests } from "./editor/stage-for-tests.ts";

const stage = stageForTests();
const { newRoom, sit } = stage;

/** What the browser does when a person pastes. */
async function paste(page: Page, forms: Record<string, string>): Promise<void> {
  await page.locator(".law").click();
  await page.keyboard.press("Control+End");
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, characters] of Object.entries(given)) clipboardData.setData(type, characters);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, forms);
}

/** Level, number and words of each clause that is shown. */
const linesOf = (page: Page) =>
  page.locator(".law .clause:visible").evaluateAll((elements) =>
    elements.map((element) => {
      const { level, number, kind } = (element as HTMLElement).dataset;
      return `${level} ${number || kind} ${element.textContent}`;
    }),
  );

const shows = (page: Page, wanted: string[]) =>
  soon(
    () => linesOf(page),
    (lines) => JSON.stringify(lines) === JSON.stringify(wanted),
  ).then((lines) => expect(lines).toEqual(wanted));

describe("paste gives clauses with levels, not soup", () => {
  it("[D1] [D2] of an entry of the regulations' web text, which a colleague sees at once, and which travels on", async () => {
    const room = await newRoom();
    const [ana, bo] = [await sit("ana", room), await sit("bo", room)];
    await paste(ana, {
      "text/plain":
        "4A906 Quantum computers, as follows (see List of Items Controlled).\nList of Items Controlled\nRelated Controls: See ECCN 4D906.\nItems:\na. Quantum computers, as follows:\na.1. Supporting 34 or more qubits;\na.2. Supporting 100 or more.\nNote to 4A906.a: Only working ones.\nb. Qubit devices.\n",
    });
    const lines = [
      "1 heading Quantum computers, as follows (see List of Items Controlled).",
      "1 Related controls See ECCN 4D906.",
      "1 a. Quantum computers, as follows:",
      "2 a.1. Supporting 34 or more qubits;",
      "2 a.2. Supporting 100 or more.",
      "1 Note Only working ones.",
      "1 b. Qubit devices.",
    ];
    await shows(ana, lines);
    await shows(bo, lines);
    const other = await sit("bo", await newRoom());
    await ana.keyboard.press("Control+a");
    const copied = await ana.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.activeElement!.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
      );
      return { "text/html": clipboardData.getData("text/html"), "text/plain": clipboardData.getData("text/plain") };
    });
    await paste(other, copied);
    await shows(other, lines);
  });

  it("[D1] [D2] of a word processor's list", async () => {
    const ana = await sit("ana", await newRoom());
    const item = (level: number, label: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${label}<span>&nbsp; </span></span>${words}</p>`;
    await paste(ana, {
      "text/plain": "Lasers",
      "text/html": `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{margin:0}</style></head><body><p class=MsoNormal><b style="color:red">Lasers, as follows:</b></p>${item(1, "a.", "Having all of:")}${item(2, "1.", "10<sup>-4</sup> or less; and")}${item(2, "2.", "cooled.")}${item(1, "b.", "Parts.")}</body></html>`,
    });
    await shows(ana, [
      "1 heading Lasers, as follows:",
      "1 a. Having all of:",
      "2 a.1. 10⁻⁴ or less; and",
      "2 a.2. cooled.",
      "1 b. Parts.",
    ]);
    await ana.keyboard.press("Control+z");
    await shows(ana, ["1 text "]);
  });
});
