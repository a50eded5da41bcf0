/** Walks the site by its links as one person, a few pages of each kind, and looks at each. */
import type { Page } from "playwright-core";
import { look, type Seen } from "./look.ts";
import { type Pattern, patternOf } from "./site.ts";

export type Walk = {
  page: Page;
  person: string;
  patterns: Pattern[];
  /** How many pages of one pattern are looked at. */
  most: number;
  seen: Seen;
};

const addressesOn = (page: Page): Promise<string[]> =>
  page.locator("a[href]").evaluateAll((links) => {
    const { origin } = window.location;
    return links.flatMap((link) => {
      const address = new URL((link as HTMLAnchorElement).href);
      return address.origin === origin ? [address.pathname + address.search] : [];
    });
  });

/** @returns the patterns that were visited, and what was wrong, page by page */
export async function walk({ page, person, patterns, most, seen }: Walk) {
  const visits = new Map<string, number>();
  // An entry that stands in several lists leads to pages that the first entry of the library does not.
  const queue = ["/", "/library/3A001"];
  const known = new Set<string>(queue);
  const wrong: string[] = [];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const pattern = patternOf(patterns, address.split("?")[0]!);
    if (!pattern) {
      wrong.push(`${person} was led to ${address}, which is no page`);
      continue;
    }
    const before = visits.get(pattern.path) ?? 0;
    if (!pattern.isPage || before >= most) continue;
    visits.set(pattern.path, before + 1);
    const answer = await page.goto(address);
    const status = answer?.status();
    if (status !== 200) wrong.push(`${person} at ${address}: answered with ${status}`);
    else wrong.push(...(await look(page, pattern.path, seen)).map((one) => `${person} at ${address}: ${one}`));
    for (const next of await addressesOn(page)) {
      if (known.has(next)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  return { visited: [...visits.keys()], wrong };
}
