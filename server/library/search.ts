/** Searching the published lists by code, heading and text. The index is built once, at the first search. */
import MiniSearch from "minisearch";
import { type LibraryEntry, type LibraryList, library, type PublishedNode } from "./published-lists.ts";

export type LibraryFilter = { list: LibraryList | null; category: number | null };

/** Where the words stand in an entry whose heading does not hold them: the path of the paragraph and its text. */
export type LibraryPassage = { path: string; text: string };
export type LibraryHit = { entry: LibraryEntry; passage: LibraryPassage | null };

type Indexed = { id: number; code: string; heading: string; text: string };

function nodesOf(nodes: PublishedNode[]): PublishedNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}

/** Words without the quotation marks that the lists put around their terms. */
function tokens(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.⁰-⁹⁻]+/u).flatMap((word) => {
    const token = word.replace(/^[.]+|[.]+$/g, "");
    return token === "" ? [] : [token];
  });
}

let index: MiniSearch<Indexed> | undefined;

function indexOfLists(): MiniSearch<Indexed> {
  if (index) return index;
  index = new MiniSearch<Indexed>({ fields: ["code", "heading", "text"], tokenize: tokens });
  index.addAll(
    library().entries.map(({ code, heading, published }, id) => ({
      id,
      code,
      heading,
      text: nodesOf(published?.items ?? [])
        .map((node) => node.text)
        .join("\n"),
    })),
  );
  return index;
}

function passageOf(entry: LibraryEntry, terms: string[]): LibraryPassage | null {
  const held = (text: string) => {
    const words = text.toLowerCase();
    return terms.filter((term) => words.includes(term)).length;
  };
  if (held(`${entry.code} ${entry.heading}`) === terms.length) return null;
  let best: { node: PublishedNode; held: number } | null = null;
  for (const node of nodesOf(entry.published?.items ?? [])) {
    const count = held(node.text);
    if (count > (best?.held ?? 0)) best = { node, held: count };
  }
  return best && { path: best.node.path ?? best.node.label ?? entry.code, text: best.node.text };
}

const matches = (filter: LibraryFilter) => (entry: LibraryEntry) =>
  (filter.list === null || entry.list === filter.list) &&
  (filter.category === null || entry.category === filter.category);

/** The entries that hold all the words, the best first; a code, or the beginning of one, finds its entries before all others. */
export function searchLibrary(
  words: string,
  filter: LibraryFilter,
  most: number,
): { hits: LibraryHit[]; total: number } {
  const { entries } = library();
  const isMatch = matches(filter);
  const found = indexOfLists()
    .search(words.slice(0, 200), {
      combineWith: "AND",
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.15 : false),
      boost: { code: 12, heading: 3 },
    })
    .map((result) => ({ entry: entries[result.id as number]!, terms: result.terms }))
    .filter(({ entry }) => isMatch(entry));
  return {
    total: found.length,
    hits: found.slice(0, most).map(({ entry, terms }) => ({ entry, passage: passageOf(entry, terms) })),
  };
}

/** The entries in the order of their lists and codes, behind a key `us/4A906`: a page by key. */
export function browseLibrary(
  filter: LibraryFilter,
  { after, most }: { after: string | null; most: number },
): { entries: LibraryEntry[]; total: number; next: string | null } {
  const all = library().entries.filter(matches(filter));
  const keyOf = (entry: LibraryEntry) => `${entry.list}/${entry.code}`;
  const from = after === null ? 0 : all.findIndex((entry) => keyOf(entry) === after) + 1;
  const entries = all.slice(from, from + most);
  const last = entries.at(-1);
  return { entries, total: all.length, next: last && from + most < all.length ? keyOf(last) : null };
}
