/** The published lists as they stand in `data/`, read once when somebody first looks something up. See data/SOURCES.md. */
import { readFileSync } from "node:fs";
import type { EntryNode, ListEntry } from "../../domain/definition/import-entry.ts";

export const libraryLists = ["us", "eu"] as const;
/** The United States list, and the European one. */
export type LibraryList = (typeof libraryLists)[number];

export type PublishedNode = EntryNode & { path?: string; children?: PublishedNode[] };

export type PublishedEntry = ListEntry & {
  category: number;
  product_group: string;
  items: PublishedNode[];
  text_date: string | null;
  source: string;
  ccl_counterpart?: string | null;
  reason_for_control?: string[];
  license_requirements?: { control: string; country_chart: string }[];
};

export type LibraryEntry = {
  list: LibraryList;
  code: string;
  /** 0 to 9. */
  category: number;
  /** A to E: items, equipment, materials, software, technology. */
  group: string;
  heading: string;
  /** The whole entry; null where only its heading is at hand. */
  published: PublishedEntry | null;
  /** Date of the text, `2026-07-23`; null where it is not known. */
  textDate: string | null;
  /** Code of the same entry in the other list; null where there is none at hand. */
  counterpart: string | null;
};

const read = (file: string) => readFileSync(new URL(`./data/${file}`, import.meta.url), "utf8");

/** Rows of a CSV file with quoted cells, without its head (RFC 4180). */
export function csvRows(characters: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (quoted && character === '"' && characters[at + 1] === '"') {
      cell += character;
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ",") {
      row.push(cell);
      cell = "";
    } else if (!quoted && character === "\n") {
      rows.push([...row, cell.replace(/\r$/, "")]);
      row = [];
      cell = "";
    } else cell += character;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows.slice(1);
}

function unitedStates(european: Set<string>): LibraryEntry[] {
  const published = new Map((JSON.parse(read("ccl_entries.json")) as PublishedEntry[]).map((one) => [one.eccn!, one]));
  const headings = new Map(
    csvRows(read("ccl_headings.csv")).map(([code, category, group, heading, , textDate]) => [
      code!,
      { category: Number(category), group: group!, heading: heading!, textDate: textDate || null },
    ]),
  );
  return [...new Set([...headings.keys(), ...published.keys()])].map((code) => {
    const entry = published.get(code) ?? null;
    const known = headings.get(code);
    return {
      list: "us",
      code,
      category: entry?.category ?? known!.category,
      group: entry?.product_group ?? known!.group,
      heading: entry?.heading.trim() ?? known!.heading,
      published: entry,
      textDate: entry?.text_date || (known?.textDate ?? null),
      counterpart: european.has(code) ? code : null,
    };
  });
}

export type Library = {
  /** By list, and within it by code. */
  entries: LibraryEntry[];
  codes: string[];
  find(list: LibraryList, code: string): LibraryEntry | null;
};

function load(): Library {
  const european = JSON.parse(read("eu_annex1_entries.json")) as PublishedEntry[];
  const entries = unitedStates(new Set(european.map((one) => one.code!)));
  const american = new Set(entries.map((one) => one.code));
  for (const one of european)
    entries.push({
      list: "eu",
      code: one.code!,
      category: one.category,
      group: one.product_group,
      heading: one.heading.trim() || (one.items[0]?.text ?? ""),
      published: one,
      textDate: one.text_date,
      counterpart: american.has(one.code!) ? one.code! : null,
    });
  entries.sort((one, other) =>
    one.list === other.list ? (one.code < other.code ? -1 : 1) : one.list === "us" ? -1 : 1,
  );
  const byKey = new Map(entries.map((one) => [`${one.list}/${one.code}`, one]));
  return {
    entries,
    codes: [...new Set(entries.map((one) => one.code))],
    find: (list, code) => byKey.get(`${list}/${code.toUpperCase()}`) ?? null,
  };
}

let loaded: Library | undefined;

export function library(): Library {
  loaded ??= load();
  return loaded;
}
