/** What a person does on a page, by the names that a screen reader says: open, fill, choose, press, sign in. */
import type { Locator, Page } from "playwright-core";
import { type House, openPage } from "./house.ts";

type Scope = Page | Locator;

/** The part of the page beneath a heading of its own. */
export function section(page: Scope, title: string | RegExp): Locator {
  const view = "page" in page ? page.page() : page;
  return page.locator("section").filter({ has: view.getByRole("heading", { name: title, exact: true }) });
}

/** Waits until the head of the page says this state. */
export async function inState(page: Page, state: string): Promise<void> {
  await page.locator("main header").getByText(state, { exact: true }).first().waitFor();
}

/** Fills fields by their labels. */
export async function fill(scope: Scope, words: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(words)) await scope.getByLabel(label, { exact: true }).fill(value);
}

/** Chooses in a list of choices by its label. */
export async function choose(scope: Scope, label: string, option: string): Promise<void> {
  await scope.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** Opens what stands behind a summary, unless it stands open. */
export async function unfold(scope: Scope, summary: string | RegExp): Promise<Locator> {
  const view = "page" in scope ? scope.page() : scope;
  const details = scope.locator("details").filter({ has: view.locator("summary", { hasText: summary }) });
  const inner = details.last();
  await inner.waitFor();
  if ((await inner.getAttribute("open")) === null) await inner.locator("summary").first().click();
  return inner;
}

/**
 * Presses the button of an act and waits for the answer. Throws with the page's own words when the act is refused.
 */
export async function press(scope: Scope, name: string | RegExp): Promise<void> {
  const page = "page" in scope ? scope.page() : scope;
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await scope.getByRole("button", { name, exact: true }).click();
  const response = await answered;
  if (response.status() < 400) return;
  const said = await page
    .getByRole("alert")
    .first()
    .textContent()
    .catch(() => null);
  throw new Error(`"${name}" on ${page.url()} was answered with ${response.status()}: ${said ?? "nothing"}`);
}

/** Follows a link by its name and waits for the page behind it. */
export async function follow(scope: Scope, name: string | RegExp): Promise<void> {
  await scope
    .getByRole("link", { name, exact: typeof name === "string" })
    .first()
    .click();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await fill(page, { "Mail address": email, Password: password });
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Desk" }).waitFor();
}

/** A person comes in by the one-time link with which each account begins; in their own browser unless a page is given. */
export async function enterByLink(house: House, personId: string, password: string, given?: Page): Promise<Page> {
  const page = given ?? (await openPage(house));
  await page.goto(`/links/${await house.product.makeLink(personId)}`);
  await fill(page, { Password: password });
  await press(page, "Set password and sign in");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Desk" }).waitFor();
  return page;
}

export async function signOut(page: Page): Promise<void> {
  await page.locator("summary").filter({ hasText: "Your account" }).click();
  await press(page, "Sign out");
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
}
