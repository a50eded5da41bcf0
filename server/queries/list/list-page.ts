/** One edition of the adopted list: its entries by committee, its hash, the editions before it. It is public. */
import { findEdition, findEditionHeads } from "../../../db/store/list.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { groupEntries, readEditionNumber, viewEditionHead, viewEntryRow } from "./edition-view.ts";

const headsMax = 12;

/** Without an edition number: the newest, and an empty page before the first. `before` pages the earlier editions. */
export const listPage = query(async (tx, _actor, params: { edition?: string | null; before?: string | null }) => {
  const number = readEditionNumber(params.edition);
  if (number === null) return notFound();
  const edition = await findEdition(tx, number);
  if (edition === null && number !== "newest") return notFound();
  const before = edition && edition.number > 1 ? await findEdition(tx, edition.number - 1) : null;
  const pageFrom = readEditionNumber(params.before);
  const heads = await findEditionHeads(tx, {
    before: typeof pageFrom === "number" ? pageFrom : undefined,
    most: headsMax + 1,
  });
  const [newest] = await findEditionHeads(tx, { most: 1 });
  const entries = edition?.content.entries ?? [];
  const groups = groupEntries(entries, (entry) => viewEntryRow(entry, before));
  const left = (before?.content.entries ?? []).filter((one) => !entries.some((entry) => entry.code === one.code));
  return {
    edition: edition && { ...viewEditionHead(edition), newest: edition.number === newest?.number },
    groups,
    entries: entries.length,
    changed: groups.flatMap(({ rows }) => rows).filter((row) => row.change !== "none").length,
    left: left.map(({ code, title }) => ({ code, title })),
    heads: heads.slice(0, headsMax).map(({ number: one, at }) => ({ number: one, at })),
    earlier: heads.length > headsMax ? heads[headsMax - 1]!.number : null,
    topics: [] as string[],
  };
});
