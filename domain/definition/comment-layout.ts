/**
 * The table of comments in the layout of ISO, as files carry it: the columns, their heads, and how one cell says what became of
 * a comment. What is written here reads back the same (rules K1, K4).
 */
import { type Carrier, type CommentType, commentTypes, type DispositionWord } from "./comment.ts";
import type { Clause, ClauseKind } from "./control-text.ts";
import { numbers } from "./numbering.ts";

/** In the order of the ISO form, behind an id that finds the row again. */
export const commentColumns = [
  "id",
  "member",
  "clause",
  "quote",
  "type",
  "body",
  "proposedChange",
  "observations",
] as const;
export type CommentColumn = (typeof commentColumns)[number];
export type CommentCells = Record<CommentColumn, string>;

export const columnHeads: CommentCells = {
  id: "ID",
  member: "MB/NC",
  clause: "Clause",
  quote: "Paragraph, quoted text",
  type: "Type",
  body: "Comment",
  proposedChange: "Proposed change",
  observations: "Observations",
};

/** How committees head these columns; the first that fits a column's head takes it. */
const headPatterns: [CommentColumn, RegExp][] = [
  ["id", /^(comment )?id\b/],
  ["member", /^(mb|nc|member|from|country|delegation|organi[sz]ation)\b/],
  ["clause", /^(sub)?clause\b/],
  ["quote", /^(paragraph|quoted?|figure)\b/],
  ["type", /^type\b/],
  ["proposedChange", /^(proposed|change)\b/],
  ["observations", /^(observations?|dispositions?|resolution|secretariat)\b/],
  ["body", /^comments?\b/],
];

const plainHead = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

/** Which column stands where; null where the row is no head: it must name the comment and its type or change. */
export function readHead(cells: string[]): Map<CommentColumn, number> | null {
  const found = new Map<CommentColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const head = plainHead(cell);
    const column = headPatterns.find(([name, pattern]) => !found.has(name) && pattern.test(head))?.[0];
    if (column) found.set(column, index);
  }
  return found.has("body") && (found.has("type") || found.has("proposedChange")) ? found : null;
}

/** The types as the ISO form writes them. */
const typeCodes: Record<CommentType, string> = { general: "ge", technical: "te", editorial: "ed" };

export const typeCode = (type: CommentType) => typeCodes[type];

/** The type that a cell means: `te`, `technical`, `Technical`; null for any other word. */
export function readType(cell: string): CommentType | null {
  const word = cell.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (word.length < 2) return null;
  return commentTypes.find((type) => typeCodes[type] === word || type === word || `${word}`.startsWith(type)) ?? null;
}

const kindNames: Partial<Record<ClauseKind, string>> = { heading: "Heading", text: "Text", item: "Item" };

export type NamedClause = { nid: string; name: string };

/** A name for each clause that no other has: its number; where several are called the same, with their order behind. */
export function nameClauses(clauses: Clause[]): NamedClause[] {
  const labels = numbers(clauses);
  const bare = clauses.map(({ nid, kind }) => (labels.get(nid) ?? "").replace(/\.$/, "") || kindNames[kind] || kind);
  const counts = new Map<string, number>();
  for (const name of bare) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return clauses.map(({ nid }, at) => {
    const name = bare[at]!;
    if (counts.get(name) === 1) return { nid, name };
    const order = (seen.get(name) ?? 0) + 1;
    seen.set(name, order);
    return { nid, name: `${name} (${order})` };
  });
}

const plainName = (name: string) => name.toLowerCase().replaceAll(/\s+/g, " ").replace(/\.$/, "").trim();
const wholeText = ["", "general", "all", "whole", "whole text", "the text as a whole", "-", "–", "—"];

/** The clause that a cell names; empty for the text as a whole; a sentence where none or several are meant. */
export function readClause(cell: string, clauses: NamedClause[]): { nid: string } | { reason: string } {
  // Entries are often cited with their code before the item: 4A906.b.1 is item b.1.
  const said = plainName(cell);
  if (wholeText.includes(said)) return { nid: "" };
  const tried = [said, said.replace(/^[0-9][a-e][0-9]{3}\.?\s*/, "")];
  const exact = clauses.find(({ name }) => tried.includes(plainName(name)));
  if (exact) return { nid: exact.nid };
  const alike = clauses.filter(({ name }) => tried.includes(plainName(name.replace(/ \(\d+\)$/, ""))));
  if (alike.length > 0)
    return { reason: `Several clauses are called "${cell.trim()}": ${alike.map(({ name }) => name).join(", ")}.` };
  return { reason: `No clause of the text is called "${cell.trim().slice(0, 80)}".` };
}

const wordNames: Record<DispositionWord, string> = {
  accepted: "Accepted",
  "partially-accepted": "Partially accepted",
  noted: "Noted",
  rejected: "Rejected",
};

/** What carries a comment, with an amendment's number in place of its id. */
export type NamedCarrier = { version: number } | { amendmentNumber: number };
export type Observation = { word: DispositionWord; carrier: NamedCarrier | null; reason: string };

/** `Accepted (version 3): the reason`. */
export function writeObservation({ word, carrier, reason }: Observation): string {
  const carried =
    carrier === null
      ? ""
      : "version" in carrier
        ? ` (version ${carrier.version})`
        : ` (amendment ${carrier.amendmentNumber})`;
  return `${wordNames[word]}${carried}${reason === "" ? "" : `: ${reason}`}`;
}

/** The words with which committees begin an observation; the longer come first. */
const observationWords: [DispositionWord, RegExp][] = [
  [
    "partially-accepted",
    /^(partially|partly) (accepted|agreed)|^(accepted|agreed) (partially|partly|in part|in principle)/i,
  ],
  ["rejected", /^(rejected|not (accepted|agreed)|disagreed?)/i],
  ["noted", /^noted/i],
  ["accepted", /^(accepted|agreed)/i],
];

/** What a cell says became of the comment; null for an empty one, a sentence where it begins with no such word. */
export function readObservation(cell: string): Observation | { reason: string } | null {
  const said = cell.trim();
  if (said === "") return null;
  for (const [word, pattern] of observationWords) {
    const begun = pattern.exec(said)?.[0];
    if (begun === undefined || /^[\p{L}]/u.test(said.slice(begun.length))) continue;
    const [, kind, number, reason = ""] =
      /^\s*(?:\((version|amendment) (\d{1,6})\))?\s*[:.;,–—-]?\s*([\s\S]*)$/i.exec(said.slice(begun.length)) ?? [];
    const carrier: NamedCarrier | null =
      kind === undefined
        ? null
        : kind.toLowerCase() === "version"
          ? { version: Number(number) }
          : { amendmentNumber: Number(number) };
    return { word, carrier, reason: reason.trim() };
  }
  return {
    reason: `An observation begins with ${Object.values(wordNames).join(", ")}; this one with "${said.slice(0, 40)}".`,
  };
}

/** The carrier by id where the number of an amendment is known; null where it is not. */
export function carrierOf(named: NamedCarrier, amendments: { id: string; number: number }[]): Carrier | null {
  if ("version" in named) return named;
  const found = amendments.find(({ number }) => number === named.amendmentNumber);
  return found ? { amendment: found.id } : null;
}

/** The id of a row: the candidate's reference and the comment's number, `QTAC/2026/014#12`. */
export const rowId = (reference: string, number: number) => `${reference}#${number}`;

export function readRowId(cell: string): { reference: string; number: number } | null {
  const [, reference, number] = /^\s*([A-Za-z0-9/-]{1,60})\s*#\s*(\d{1,7})\s*$/.exec(cell) ?? [];
  return reference === undefined ? null : { reference: reference.toUpperCase(), number: Number(number) };
}
