/** What the pages of the list say about editions: hash in words, what changed since the edition before. All of it is public. */
import type { Edition, EditionHead } from "../../../db/store/list.ts";
import { classifyRedline } from "../../../domain/definition/change-class.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { redline } from "../../../domain/definition/redline.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import type { EditionEntry } from "../../../domain/list/edition.ts";

/** The number in an address, or the newest; null where the address names no number. */
export function readEditionNumber(given: string | null | undefined): number | "newest" | null {
  if (given === null || given === undefined) return "newest";
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
}

export function viewEditionHead({ number, at, hash, previousHash }: EditionHead) {
  return { number, at, hash, words: textHashWords(hash), previousHash };
}

export type EntryChange = "new" | "text" | "reservations" | "none";

/** What became of an entry since the edition before (rule L5). */
export function changeOf(entry: EditionEntry, before: EditionEntry | undefined): EntryChange {
  if (!before) return "new";
  if (before.textHash !== entry.textHash) return "text";
  const stands = ({ reservations, absent, inForceFor }: EditionEntry) =>
    JSON.stringify([absent, inForceFor, reservations.map((one) => [one.member, one.rows, one.reason, one.sunsetAt])]);
  return stands(before) === stands(entry) ? "none" : "reservations";
}

/** The entries of a group, as the index of an edition shows them. */
export function viewEntryRow(entry: EditionEntry, before: Edition | null) {
  const earlier = before?.content.entries.find((one) => one.code === entry.code);
  return {
    code: entry.code,
    title: entry.title,
    class: entry.class,
    inForce: entry.inForceFor.length,
    members: entry.inForceFor.length + entry.absent.length,
    absent: entry.absent,
    reservations: entry.reservations.length,
    adoptedAt: entry.adoptedAt,
    change: before === null ? ("none" as const) : changeOf(entry, earlier),
  };
}

/** Entries by committee, in the order of the edition. */
export function groupEntries<Row>(entries: readonly EditionEntry[], view: (entry: EditionEntry) => Row) {
  const groups = new Map<string, Row[]>();
  for (const entry of entries) groups.set(entry.committee, [...(groups.get(entry.committee) ?? []), view(entry)]);
  return [...groups].map(([committee, rows]) => ({ committee, rows }));
}

const asText = ({ code, title, terms, clauses }: EditionEntry): ControlText => ({
  format: "plenary-control-text/1",
  reference: code,
  title,
  terms,
  clauses,
});

/** The redline of an entry against its text in the edition before, with the classes of table D12; null where it is equal. */
export function compareEntry(before: EditionEntry | undefined, after: EditionEntry) {
  if (!before || before.textHash === after.textHash) return null;
  const lines = redline(asText(before), asText(after));
  return { lines, changes: classifyRedline(asText(before), asText(after), lines) };
}
