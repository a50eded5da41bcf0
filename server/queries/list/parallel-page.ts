/** The same entry in two lists, clause beside clause, with every difference named, and the candidates that may begin from either. */
import type { Likeness } from "../../../domain/definition/parallel-texts.ts";
import { notFound } from "../../../domain/refusal.ts";
import { parallelOf, textOfEntry } from "../../library/entry-text.ts";
import { type LibraryEntry, type LibraryList, library, libraryLists } from "../../library/published-lists.ts";
import { query } from "../../query.ts";
import { candidatesToBegin } from "./library-entry-page.ts";

export type ParallelParams = {
  code: string;
  /** The list on this side; the first that has the entry. */
  list?: string | null;
  /** The other list, or an entry of it: `eu`, `eu/5A004`. Without it the counterpart is taken. */
  with?: string | null;
  for?: string | null;
};

const listOf = (word: string | null | undefined) => libraryLists.find((one) => one === word) ?? null;

function otherSide(entry: LibraryEntry, wanted: string | null | undefined): LibraryEntry | null {
  const [listWord, code] = (wanted ?? "").split("/");
  const others = libraryLists.filter((list) => list !== entry.list);
  const lists: LibraryList[] = wanted ? [listOf(listWord)].filter((list) => list !== null) : others;
  for (const list of lists) {
    const found = library().find(list, code || entry.counterpart || entry.code);
    if (found?.published && found !== entry) return found;
  }
  return null;
}

const likenesses: Likeness[] = ["same", "spelling", "words", "threshold", "only-here", "only-there"];

export const parallelPage = query(async (tx, actor, params: ParallelParams) => {
  const { find } = library();
  const asked = listOf(params.list);
  const entry = asked
    ? find(asked, params.code)
    : (libraryLists.map((list) => find(list, params.code)).find((one) => one?.published) ?? null);
  if (!entry?.published) return notFound();
  const other = otherSide(entry, params.with);
  if (!other) return notFound();
  const rows = parallelOf(entry, other);
  const side = (one: LibraryEntry) => {
    const { clauses, ...text } = textOfEntry(one);
    return { ...text, clauses: clauses ?? [] };
  };
  return {
    here: side(entry),
    there: side(other),
    rows: rows.map((row) => ({ ...row, here: row.here?.nid ?? null, there: row.there?.nid ?? null })),
    counts: likenesses.flatMap((likeness) => {
      const count = rows.filter((row) => row.likeness === likeness).length;
      return count > 0 ? [{ likeness, count }] : [];
    }),
    candidates: await candidatesToBegin(tx, actor, params.for ?? null),
  };
});
