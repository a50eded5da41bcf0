/** What is looked at on each page: its title and head, what axe finds in light and dark, whether it fits a narrow screen. */
import axe from "axe-core";
import type { Page } from "playwright-core";

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

type Rules = "all" | "contrast";

async function axeFinds(page: Page, rules: Rules): Promise<string[]> {
  return page.evaluate(async (which) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const runOnly = which === "contrast" ? { type: "rule" as const, values: ["color-contrast"] } : undefined;
    const result = await loaded.run({ runOnly, resultTypes: ["violations"] });
    const found = (node: axe.NodeResult) => `${node.target.join(" ")} (${node.any[0]?.message ?? ""})`;
    return result.violations.map((one) => `${one.id}: ${one.nodes.map(found).join(", ")}`);
  }, rules);
}

/** The page has arrived: its scripts have run, and the editor, where there is one, has its text. */
async function isThere(page: Page): Promise<void> {
  await page.locator("main").waitFor();
  const { pathname } = new URL(page.url());
  if (/\/definition$/.test(pathname) && (await page.getByText("Not found").count()) === 0)
    await page.getByRole("textbox", { name: "Text of the definition" }).waitFor();
  // Where nothing may be suggested now, the page says so and no editor comes.
  if (/\/amendments\/new$/.test(pathname))
    await page
      .getByRole("textbox", { name: "Your copy of the text" })
      .or(page.getByText(/^Not now/))
      .first()
      .waitFor();
}

/** Runs in the page: what reaches farthest beyond the window, or null where the page has no sideways scroll. */
function widestBeyond(): string | null {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= window.innerWidth) return null;
  const beyond = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right + window.scrollX >= scrollWidth - 1,
  );
  const names = beyond.slice(-3).map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
  return `${scrollWidth - window.innerWidth} pixels, ${names.join(" ")}`;
}

/** Waits until a change of colours or of the window has been drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // A window that is not drawn has no frames to wait for.
    await Promise.race([frames, new Promise((resolve) => setTimeout(resolve, 500))]);
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
}

/**
 * Runs in the page: the kinds of element that stand here, each with the kind that it stands in, and the order of headings.
 * Two pages with the same kinds look the same to axe, whatever their words.
 */
function kindsHere(): string[] {
  const kindOf = (element: Element | null) =>
    element && `${element.localName}.${element.getAttribute("class")}[${element.getAttributeNames().sort()}]`;
  const elements = [...document.body.querySelectorAll("*")];
  const headings = elements.filter((element) => /^h[1-6]$/.test(element.localName)).map((element) => element.localName);
  const order = headings.filter((name, index) => name !== headings[index - 1]).join(" ");
  return [...new Set([order, ...elements.map((one) => `${kindOf(one.parentElement)} ${kindOf(one)}`)])];
}

/** What was looked at before, under any person's eyes: kinds of element and patterns of addresses. */
export type Seen = { kinds: Set<string>; patterns: Set<string> };

/** What is wrong with the page that is open; axe looks where there is something that it has not seen. */
export async function look(page: Page, pattern: string, seen: Seen): Promise<string[]> {
  await isThere(page);
  const { title, heads } = await page.evaluate(() => ({
    title: document.title,
    heads: document.querySelectorAll("h1").length,
  }));
  const wrong: string[] = [];
  if (title.trim() === "" || title === "Plenary") wrong.push(`the title is "${title}"`);
  if (heads !== 1) wrong.push(`it has ${heads} elements h1`);
  const fresh = (await page.evaluate(kindsHere)).filter((kind) => !seen.kinds.has(kind));
  if (fresh.length === 0 && seen.patterns.has(pattern)) return wrong;
  for (const kind of fresh) seen.kinds.add(kind);
  seen.patterns.add(pattern);
  await page.evaluate(axe.source);
  wrong.push(...(await axeFinds(page, "all")).map((one) => `light: ${one}`));
  await page.emulateMedia({ colorScheme: "dark" });
  await drawn(page);
  wrong.push(...(await axeFinds(page, "contrast")).map((one) => `dark: ${one}`));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(narrow);
  await drawn(page);
  const wider = await page.evaluate(widestBeyond);
  if (wider) wrong.push(`it is wider than a narrow screen: ${wider}`);
  await page.setViewportSize(wide);
  return wrong;
}
