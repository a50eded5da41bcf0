/** Somebody who types numbered words into the live text, and whose page is watched for which of them it calls saved. */
import type { Page } from "playwright-core";

declare global {
  interface Window {
    savedWords: Set<string>;
  }
}

/** The saving line follows an edit within this time; what it says is taken as said of the text before it. */
const watch_ms = 100;

/** Runs in the page: at each look, the words that stood there at the look before are saved if the line says so now. */
function watchSaved(given: { mark: string; every_ms: number }): void {
  window.savedWords = new Set();
  let before: string[] = [];
  setInterval(() => {
    const line = document.querySelector(".saving")?.textContent?.trim() ?? "";
    const text = document.querySelector("[role=textbox]")?.textContent ?? "";
    if (line.startsWith("Saved")) for (const word of before) window.savedWords.add(word);
    before = text.match(new RegExp(`${given.mark}\\d+\\.`, "g")) ?? [];
  }, given.every_ms);
}

export type Typist = Awaited<ReturnType<typeof openTypist>>;

/** Puts the caret at the end of the clause with these words and begins to type there. */
export async function openTypist(page: Page, mark: string, clause: string) {
  await page.getByRole("textbox", { name: "Text of the definition" }).getByText(clause).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await page.evaluate(watchSaved, { mark, every_ms: watch_ms });
  const typed: string[] = [];
  let isTyping = true;
  const loop = (async () => {
    while (isTyping) {
      const word = `${mark}${typed.length}.`;
      await page.keyboard.type(`${word} `).catch((fault: Error) => {
        if (!page.isClosed()) throw fault;
        isTyping = false;
      });
      typed.push(word);
      // People pause between words; the pause is where the page has time to say "Saved".
      await new Promise((resolve) => setTimeout(resolve, 30 + ((typed.length * 37) % 200)));
    }
  })();
  return {
    page,
    typed,
    saved: () => page.evaluate(() => [...window.savedWords]),
    async rest() {
      isTyping = false;
      await loop;
    },
  };
}
