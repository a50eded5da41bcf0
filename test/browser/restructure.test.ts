/** Two people rebuild the same subtree at once, in real browsers against the real server of live text. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clausesOf, soon } from "./editor/stage.ts";
import { stageForTests } from "./editor/stage-for-tests.ts";

const stage = stageForTests();
const { newRoom, sit } = stage;

const start = ["a. Computers having any of:", "a.1. memory; or", "a.2. speed:", "a.2.a. of reading.", "b. Software"];

/** Ana writes the beginning by keys alone; both have it on their screens. */
async function twoAtOneText(): Promise<{ ana: Page; bo: Page }> {
  const room = await newRoom();
  const [ana, bo] = await Promise.all(["ana", "bo"].map((person) => sit(person, room)));
  await ana!.locator(".law").click();
  await ana!.locator(".editor-kind select").selectOption("item");
  const { keyboard } = ana!;
  await keyboard.type("Computers having any of:");
  for (const [keys, words] of [
    [["Tab"], "memory; or"],
    [[], "speed:"],
    [["Tab"], "of reading."],
    [["Shift+Tab", "Shift+Tab"], "Software"],
  ] as const) {
    await keyboard.press("Enter");
    for (const key of keys) await keyboard.press(key);
    await keyboard.type(words);
  }
  await sees(ana!, start);
  await sees(bo!, start);
  return { ana: ana!, bo: bo! };
}

async function sees(page: Page, wanted: string[]): Promise<void> {
  const seen = await soon(
    () => clausesOf(page),
    (clauses) => JSON.stringify(clauses) === JSON.stringify(wanted),
  );
  expect(seen).toEqual(wanted);
}

async function agree(...pages: Page[]): Promise<string[]> {
  const all = () => Promise.all(pages.map(clausesOf));
  const texts = await soon(all, ([first, ...others]) =>
    others.every((one) => JSON.stringify(one) === JSON.stringify(first)),
  );
  for (const one of texts) expect(one).toEqual(texts[0]);
  return texts[0]!;
}

async function caretIn(page: Page, words: string, key: "Home" | "End"): Promise<void> {
  await page.locator(".clause-text", { hasText: words }).click();
  await page.keyboard.press(key);
}

describe("moving clauses", () => {
  it("[D2] takes what hangs on a clause along, by keys alone, and numbers follow", async () => {
    const { ana, bo } = await twoAtOneText();
    await caretIn(ana, "speed:", "Home");
    await ana.keyboard.press("Alt+ArrowUp");
    const moved = [
      "a. Computers having any of:",
      "a.1. speed:",
      "a.1.a. of reading.",
      "a.2. memory; or",
      "b. Software",
    ];
    await sees(ana, moved);
    await sees(bo, moved);
    await ana.keyboard.type("its ");
    await sees(bo, moved.with(1, "a.1. its speed:"));
    await ana.keyboard.press("Alt+ArrowLeft");
    await sees(bo, [
      "a. Computers having any of:",
      "b. its speed:",
      "b.1. of reading.",
      "b.2. memory; or",
      "c. Software",
    ]);
    for (let count = 0; count < 3; count++) await ana.keyboard.press("Control+z");
    await sees(ana, start);
    await sees(bo, start);
  });

  it("by two at once in one subtree loses no word and puts none twice", async () => {
    const { ana, bo } = await twoAtOneText();
    await caretIn(ana, "speed:", "Home");
    await caretIn(bo, "of reading", "End");
    const build = async (page: Page, acts: string[]) => {
      for (const act of acts) {
        if (act.startsWith("!")) await page.keyboard.press(act.slice(1));
        else await page.keyboard.type(act);
      }
    };
    await Promise.all([
      build(ana, ["!Alt+ArrowDown", "fast ", "!Alt+ArrowUp", "!Alt+ArrowUp", "very "]),
      build(bo, [" and", "!Enter", "of writing.", "!Alt+ArrowUp", "!Alt+ArrowLeft", "!Enter", "more"]),
    ]);
    const text = (await agree(ana, bo)).join(" ");
    for (const word of [
      "Computers",
      "memory",
      "fast",
      "very",
      "speed",
      "reading",
      "and",
      "writing",
      "more",
      "Software",
    ])
      expect(text.split(word), `${word} in ${text}`).toHaveLength(2);
  });

  it("keeps a comment on its words when their clause is moved by a colleague, and what is typed there meanwhile", async () => {
    const { ana, bo } = await twoAtOneText();
    await caretIn(ana, "memory", "Home");
    await ana.keyboard.press("Control+Shift+ArrowRight");
    await ana.getByRole("button", { name: "Comment" }).click();
    const [anchor] = await ana.evaluate(() => window.anchors);
    for (const page of [ana, bo]) await page.evaluate((one) => window.showComments([{ ...one!, id: "k1" }]), anchor);
    await caretIn(bo, "memory", "End");
    await caretIn(ana, "memory", "End");
    await Promise.all([ana.keyboard.press("Alt+ArrowDown"), bo.keyboard.type(" of state")]);
    const wanted = [
      "a. Computers having any of:",
      "a.1. speed:",
      "a.1.a. of reading.",
      "a.2. memory; or of state",
      "b. Software",
    ];
    await sees(ana, wanted);
    await sees(bo, wanted);
    for (const page of [ana, bo]) {
      const marked = await soon(
        () => page.locator(".comment-anchor").allTextContents(),
        (words) => words.join("") === anchor!.quote,
      );
      expect(marked.join("")).toBe(anchor!.quote);
      expect(await page.evaluate(() => window.handle?.goToComment("k1"))).toBe("place");
    }
  });
});
