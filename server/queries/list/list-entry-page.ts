/** One entry of an edition, at its permanent address: text, in force for whom, reservations, what changed. It is public. */
import { findEdition, findEditionHeads } from "../../../db/store/list.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { changeOf, compareEntry, groupEntries, readEditionNumber, viewEditionHead } from "./edition-view.ts";

export const listEntryPage = query(async (tx, _actor, params: { edition: string; code: string }) => {
  const number = readEditionNumber(params.edition);
  const edition = number === null ? null : await findEdition(tx, number);
  const entry = edition?.content.entries.find((one) => one.code === params.code.toUpperCase());
  if (!edition || !entry) return notFound();
  const before = edition.number > 1 ? await findEdition(tx, edition.number - 1) : null;
  const earlier = before?.content.entries.find((one) => one.code === entry.code);
  const [newest] = await findEditionHeads(tx, { most: 1 });
  return {
    edition: { ...viewEditionHead(edition), newest: edition.number === newest?.number },
    newest: newest!.number,
    entry: { ...entry, words: textHashWords(entry.textHash) },
    change: changeOf(entry, earlier),
    before: before && { number: before.number, at: before.at, inIt: earlier !== undefined },
    comparison: compareEntry(earlier, entry),
    withdrawn: (earlier?.reservations ?? [])
      .filter((one) => !entry.reservations.some((now) => now.member === one.member && now.reason === one.reason))
      .map((one) => one.member),
    groups: groupEntries(edition.content.entries, ({ code, title }) => ({ code, title })),
    topics: [] as string[],
  };
});
