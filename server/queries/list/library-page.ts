/** The library of published lists: what is controlled today, searched by code, heading and text. It is public. */
import { findCandidate } from "../../../db/store/candidate.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type LibraryEntry, type LibraryList, library, libraryLists } from "../../library/published-lists.ts";
import { browseLibrary, type LibraryPassage, searchLibrary } from "../../library/search.ts";
import { query } from "../../query.ts";

const rowsMax = 50;
const passageMax = 220;

export type LibraryParams = {
  words?: string | null;
  list?: string | null;
  category?: string | null;
  after?: string | null;
  /** The candidate whose text is to be begun from an entry. */
  for?: string | null;
};

/** Names of the categories as all lists of the family number them. */
export const libraryCategories = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

function rowOf(entry: LibraryEntry, passage: LibraryPassage | null) {
  return {
    key: `${entry.list}/${entry.code}`,
    list: entry.list,
    code: entry.code,
    category: entry.category,
    group: entry.group,
    heading: entry.heading,
    isWhole: entry.published !== null,
    counterpart: entry.counterpart,
    passage: passage && {
      path: passage.path,
      text: passage.text.length > passageMax ? `${passage.text.slice(0, passageMax).trimEnd()} …` : passage.text,
    },
  };
}

/** What the library holds, for the page that nobody has asked anything yet. */
function categories() {
  return libraryCategories.map((category) => {
    const within = library().entries.filter((entry) => entry.category === Number(category));
    const whole = within.filter((entry) => entry.published !== null);
    return {
      category,
      us: within.filter((entry) => entry.list === "us").length,
      eu: within.filter((entry) => entry.list === "eu").length,
      whole: whole.length,
    };
  });
}

export const libraryPage = query(async (tx, actor, params: LibraryParams) => {
  const words = (params.words ?? "").trim().slice(0, 200);
  const list = libraryLists.find((one) => one === params.list) ?? null;
  const category = libraryCategories.find((one) => one === params.category) ?? null;
  const filter: { list: LibraryList | null; category: number | null } = {
    list,
    category: category === null ? null : Number(category),
  };
  const candidate = params.for ? await findCandidate(tx, params.for) : null;
  const isMine = candidate !== null && isInCircle(actor, candidate.committeeId);
  const chosen = { words, list, category };
  const isLanding = words === "" && list === null && category === null;
  const about = isMine ? { slug: slugOf(candidate.reference), title: candidate.title } : null;
  const whole = library().entries.filter((entry) => entry.published !== null).length;
  const size = { entries: library().entries.length, whole };
  const common = { chosen, candidate: about, size, categories: [] as ReturnType<typeof categories> };
  if (words !== "") {
    const { hits, total } = searchLibrary(words, filter, rowsMax);
    return { ...common, total, next: null, rows: hits.map(({ entry, passage }) => rowOf(entry, passage)) };
  }
  if (isLanding) return { ...common, total: library().entries.length, next: null, rows: [], categories: categories() };
  const { entries, total, next } = browseLibrary(filter, { after: params.after ?? null, most: rowsMax });
  return { ...common, total, next, rows: entries.map((entry) => rowOf(entry, null)) };
});
