/** The constraint that a column holds one of the domain's words: each rule is said twice, here the second time. */
import { type SQLWrapper, sql } from "drizzle-orm";
import type { Dialect } from "../dialect.ts";

/** The words come from the domain's own lists and hold no quotation marks, so they may stand in the text of the check. */
export function oneOf(d: Dialect, name: string, column: SQLWrapper, words: readonly string[]) {
  return d.check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`);
}
