/**
 * What a reference of a text can lead to, looked for by code and words in the published lists, and what one target is (rule
 * D5). Candidates of the committee and adopted entries are handed over with the page of the text.
 */
import { findCandidate } from "../../../db/store/candidate.ts";
import { referenceTarget } from "../../../domain/definition/reference-target.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { notFound } from "../../../domain/refusal.ts";
import { type LibraryEntry, library, type PublishedNode } from "../../library/published-lists.ts";
import { searchLibrary } from "../../library/search.ts";
import { query } from "../../query.ts";

const hitsMax = 12;
const wordsMax = 160;

/** An entry, or an item of one, as an offer to refer to it. */
export type FoundReference = { target: string; title: string; words: string; to: string };

function cut(words: string): string {
  return words.length > wordsMax ? `${words.slice(0, wordsMax).trimEnd()} …` : words;
}

function itemOf(nodes: PublishedNode[], path: string): PublishedNode | null {
  for (const node of nodes) {
    if (node.path?.toLowerCase() === path) return node;
    const within = itemOf(node.children ?? [], path);
    if (within !== null) return within;
  }
  return null;
}

function found(entry: LibraryEntry, target: string, words: string): FoundReference {
  return { target, title: cut(entry.heading), words: cut(words), to: `/library/${entry.code}` };
}

/** The entry that a code names, with the words of its item where it names one; null where no list has it. */
export function publishedReference(target: string): FoundReference | null {
  const named = referenceTarget(target, () => false);
  if (named?.kind !== "entry") return null;
  const entry = library().find("us", named.code) ?? library().find("eu", named.code);
  if (entry === null) return null;
  const code = `${named.code}${named.items}`;
  if (named.items === "" || entry.published === null) return found(entry, code, "");
  const item = itemOf(entry.published.items, code.toLowerCase());
  return item === null ? null : found(entry, code, item.text);
}

export const referencesFile = query(async (tx, actor, params: { candidate: string; words: string }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const words = params.words.trim().slice(0, 200);
  if (words === "") return { exact: null, hits: [] };
  const exact = publishedReference(words);
  const { hits } = searchLibrary(words, { list: null, category: null }, 2 * hitsMax);
  const seen = new Set(exact === null ? [] : [exact.target]);
  const others = hits.flatMap(({ entry, passage }) => {
    if (seen.has(entry.code)) return [];
    seen.add(entry.code);
    return [found(entry, entry.code, passage?.text ?? "")];
  });
  return { exact, hits: others.slice(0, hitsMax) };
});
