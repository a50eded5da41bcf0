/** An entry of the library as a page shows it, read once: the lists stand still while the server runs. */
import type { ControlText } from "../../domain/definition/control-text.ts";
import { type ParallelRow, parallelTexts } from "../../domain/definition/parallel-texts.ts";
import { entryClauses } from "./entry-clauses.ts";
import type { LibraryEntry } from "./published-lists.ts";

export type EntryText = ReturnType<typeof readText>;

const texts = new WeakMap<LibraryEntry, EntryText>();

/** Finding the thresholds of a long entry takes time. */
export function textOfEntry(entry: LibraryEntry): EntryText {
  const text = texts.get(entry) ?? readText(entry);
  texts.set(entry, text);
  return text;
}

function readText(entry: LibraryEntry) {
  let last = 0;
  const nextNid = () => {
    last += 1;
    return `${entry.list}-${last}`;
  };
  return {
    list: entry.list,
    code: entry.code,
    category: entry.category,
    group: entry.group,
    heading: entry.heading,
    textDate: entry.textDate,
    source: entry.published?.source ?? null,
    clauses: entry.published ? entryClauses(entry.published, { nextNid, marking: "CLEAR" }) : null,
    reasons: entry.published?.reason_for_control ?? [],
    needsReview:
      (entry.published as { flags?: string[] } | null)?.flags?.some((flag) => flag.includes("review")) ?? false,
  };
}

const pairs = new WeakMap<LibraryEntry, WeakMap<LibraryEntry, ParallelRow[]>>();

function controlTextOf(entry: LibraryEntry): ControlText {
  const { code, heading, clauses } = textOfEntry(entry);
  return { format: "plenary-control-text/1", reference: code, title: heading, terms: [], clauses: clauses ?? [] };
}

/** Two entries in full, clause beside clause. */
export function parallelOf(here: LibraryEntry, there: LibraryEntry): ParallelRow[] {
  const known = pairs.get(here) ?? new WeakMap<LibraryEntry, ParallelRow[]>();
  pairs.set(here, known);
  const rows = known.get(there) ?? parallelTexts(controlTextOf(here), controlTextOf(there));
  known.set(there, rows);
  return rows;
}
