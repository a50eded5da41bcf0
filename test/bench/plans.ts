/** Which statements of a page would take longer as tables grow: their plans on the filled database, and what they take. */
import Sqlite from "better-sqlite3";
import type { House } from "./fill/house.ts";
import type { Noted } from "./page-server.ts";
import { startPageServer } from "./page-visit.ts";
import { spreadOf } from "./pages.ts";
import { readSite } from "./site-map.ts";

export type PlanRow = { page: string; why: string; p50_ms: number; statement: string };

/** Tables that are small for good: they grow with the regime, not with its work. */
const small = [
  "members",
  "organisations",
  "committees",
  "seats",
  "people",
  "roles",
  "accounts",
  "__drizzle_migrations",
];
const slow_ms = 3;

/**
 * What of the plan grows: a table that is read as a whole, or read in order until the page is full (which is as good as the
 * filter is wide), or sorted after it was found.
 */
function growth(raw: Sqlite.Database, statement: string): string[] {
  const marks = statement.match(/\?/g) ?? [];
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(marks.map(() => null)) as { detail: string }[];
  const details = plan.map((row) => row.detail);
  const sorts = details.some((detail) => detail.includes("TEMP B-TREE FOR ORDER BY"));
  const isPaged = /\blimit\b/i.test(statement);
  const found = details.flatMap((detail) => {
    const [, table] = /^SCAN (\w+)/.exec(detail) ?? [];
    if (table === undefined || table === "CONSTANT" || small.includes(table)) return [];
    return isPaged && !sorts ? [`in order until full: ${detail}`] : [`whole: ${detail}`];
  });
  const searched = details.find(
    (detail) => detail.startsWith("SEARCH") && !small.some((one) => detail.includes(` ${one} `)),
  );
  return isPaged && sorts && searched ? [...found, `sorts before its limit: ${searched}`] : found;
}

function rowsOf(raw: Sqlite.Database, noted: Noted): PlanRow[] {
  const { page, statement, took_ms } = noted;
  const { p50 } = spreadOf(took_ms);
  if (!/^\s*(select|with)/i.test(statement) || /\bsqlite_master\b|pragma_/.test(statement)) return [];
  const why = growth(raw, statement);
  if (p50 > slow_ms) why.push("slow");
  return why.map((one) => ({ page, why: one, p50_ms: p50, statement }));
}

/** Visits each page as each reader with a server that notes its statements, after one round of warming up. */
export async function benchPlans(database: string, viewers: House["viewers"]): Promise<PlanRow[]> {
  const { pages } = await readSite(database);
  const server = await startPageServer(database, ["--statements"]);
  const raw = new Sqlite(database, { readonly: true });
  try {
    const cookies: (string | null)[] = [null];
    for (const email of Object.values(viewers)) cookies.push(await server.signIn(email));
    for (const round of ["warming up", "noted"])
      for (const { name, addresses } of pages) {
        server.tell({ page: round === "noted" ? name : round });
        for (const cookie of cookies) for (const address of addresses) await server.get(address, cookie);
      }
    const noted = (await server.statements()).filter(({ page }) => page !== "warming up");
    return noted.flatMap((one) => rowsOf(raw, one));
  } finally {
    raw.close();
    await server.close();
  }
}
