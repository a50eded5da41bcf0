/** The scope of a recommendation: to which transfers it applies. Rules R2, R3, R4. */
import type { ScopeRow } from "../candidate/candidate.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";

/** Stands in a column for every value of it. */
export const everything = "all";

/** Always among the committee's lists, whatever else they hold (rule R3). */
export const militaryEndUse = "military-end-use";
export const militaryEndUser = "military-end-user";

/** The committee's lists that scope rows take their words from (rule R3). */
export type ScopeLists = { countries: readonly string[]; endUses: readonly string[]; endUsers: readonly string[] };

export type Transfer = { country: string; endUse: string; endUser: string };

const columns = ["countries", "endUses", "endUsers"] as const;
type Column = (typeof columns)[number];
const columnWords = { countries: "countries", endUses: "end uses", endUsers: "end users" } as const;

/** The lists with what is always among them (rule R3). */
export function completeLists(lists: ScopeLists): ScopeLists {
  return {
    countries: lists.countries,
    endUses: [...new Set([militaryEndUse, ...lists.endUses])],
    endUsers: [...new Set([militaryEndUser, ...lists.endUsers])],
  };
}

/** Whether the row says "all" in every column (rule R2). */
export function isUnlimited(row: ScopeRow): boolean {
  return columns.every((column) => row[column].includes(everything));
}

/**
 * Whether the rows are a scope (rules R2, R3): at least one row, no empty column, each word from the committee's lists,
 * and a row of "all" in every column only with the chair's statement why no narrower one works.
 */
export function scopeCheck(rows: readonly ScopeRow[], lists: ScopeLists, statement: string): Answer {
  if (rows.length === 0) return refuse("malformed", "R2", "A scope has at least one row; this one has 0.", "rows");
  const known = completeLists(lists);
  for (const [index, row] of rows.entries()) {
    const answer = rowCheck(row, index, known);
    if (answer !== allowed) return answer;
    if (isUnlimited(row) && statement.trim() === "") {
      const reason = `Row ${index + 1} says "all" in every column; the chair must state why no narrower row works.`;
      return refuse("reason-missing", "R2", reason, `rows[${index}]`);
    }
  }
  return allowed;
}

function rowCheck(row: ScopeRow, index: number, lists: ScopeLists): Answer {
  for (const column of columns) {
    const field = `rows[${index}].${column}`;
    if (row[column].length === 0)
      return refuse("malformed", "R2", `Row ${index + 1} names no ${columnWords[column]}.`, field);
    const strange = row[column].find((word) => word !== everything && !lists[column].includes(word));
    if (strange !== undefined)
      return refuse("word", "R3", `"${strange}" is not among the committee's ${columnWords[column]}.`, field);
  }
  return allowed;
}

/** Whether the row matches the transfer in all three columns (rule R4). */
export function rowMatches(row: ScopeRow, transfer: Transfer): boolean {
  return (
    holds(row, "countries", transfer.country) &&
    holds(row, "endUses", transfer.endUse) &&
    holds(row, "endUsers", transfer.endUser)
  );
}

function holds(row: ScopeRow, column: Column, word: string): boolean {
  return row[column].includes(everything) || row[column].includes(word);
}

/** Whether the control applies: at least one row matches and no exclusion does (rule R4). */
export function controlApplies(
  rows: readonly ScopeRow[],
  exclusions: readonly ScopeRow[],
  transfer: Transfer,
): boolean {
  return rows.some((row) => rowMatches(row, transfer)) && !exclusions.some((row) => rowMatches(row, transfer));
}

/**
 * Whether every transfer that `inner` matches is matched by `outer` too. Tried on each combination of the words that
 * occur and one word that does not, which stands for all others: so rows that only together cover a row are found.
 */
export function isWithin(inner: readonly ScopeRow[], outer: readonly ScopeRow[]): boolean {
  const words = (column: Column) => [...new Set([...inner, ...outer].flatMap((row) => row[column])), ""];
  const [countries, endUses, endUsers] = [words("countries"), words("endUses"), words("endUsers")];
  return countries!.every((country) =>
    endUses!.every((endUse) =>
      endUsers!.every((endUser) => {
        const transfer = { country, endUse, endUser };
        return !inner.some((row) => rowMatches(row, transfer)) || outer.some((row) => rowMatches(row, transfer));
      }),
    ),
  );
}
