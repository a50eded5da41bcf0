/** An edition as a file: JSON from which its hash can be computed again, or CSV with one row an entry. Both are public. */
import { stringify } from "csv-stringify/sync";
import { type Edition, findEdition } from "../../../db/store/list.ts";
import type { ScopeRow } from "../../../domain/candidate/candidate.ts";
import { canonicalJson } from "../../../domain/definition/canonical-text.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { writeInstant } from "../../../domain/instant.ts";
import type { EditionContent, EditionEntry, EditionReservation } from "../../../domain/list/edition.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { readEditionNumber } from "./edition-view.ts";

export const editionFile = query(async (tx, _actor, params: { edition: string; kind: "csv" | "json" }) => {
  const number = readEditionNumber(params.edition);
  const edition = number === null ? null : await findEdition(tx, number);
  if (!edition) return notFound();
  return {
    name: `list-edition-${edition.number}.${params.kind}`,
    hash: edition.hash,
    characters: charactersOf(edition, params.kind),
  };
});

const files = new WeakMap<EditionContent, Partial<Record<"csv" | "json", string>>>();

/** Written once for as long as the edition's content is kept: an edition never changes, and programs fetch it often. */
function charactersOf(edition: Edition, kind: "csv" | "json"): string {
  const known = files.get(edition.content) ?? {};
  files.set(edition.content, known);
  known[kind] ??= kind === "json" ? editionJson(edition) : editionCsv(edition);
  return known[kind];
}

/** Canonical JSON; without `format` and `hash` it is what the hash is taken of (rule L1). */
function editionJson({ number, at, content, hash, previousHash }: Edition): string {
  return canonicalJson({ format: "plenary-edition/1", number, at, entries: content.entries, previousHash, hash });
}

const columns: [string, (entry: EditionEntry, edition: Edition) => string | number][] = [
  ["edition", (_, edition) => edition.number],
  ["edition date", (_, edition) => writeInstant(edition.at)],
  ["code", (entry) => entry.code],
  ["committee", (entry) => entry.committee],
  ["title", (entry) => entry.title],
  ["class", (entry) => entry.class],
  ["adopted", (entry) => writeInstant(entry.adoptedAt)],
  ["review by", (entry) => writeInstant(entry.reviewBy)],
  ["in force for", (entry) => entry.inForceFor.join("; ")],
  ["not in force for", (entry) => entry.absent.join("; ")],
  ["scope", (entry) => entry.rows.map(scopeWords).join("\n")],
  ["exclusions", (entry) => entry.exclusions.join("\n")],
  ["reservations", (entry) => entry.reservations.map(reservationWords).join("\n")],
  ["text", (entry) => textWords(entry)],
  ["recommendation", (entry) => entry.recommendation],
  ["round", (entry) => entry.round],
  ["text hash", (entry) => entry.textHash],
];

const scopeWords = ({ countries, endUses, endUsers }: ScopeRow) =>
  `${countries.join(", ")} × ${endUses.join(", ")} × ${endUsers.join(", ")}`;

const reservationWords = ({ member, rows, reason, sunsetAt }: EditionReservation) =>
  `${member}: ${rows === null ? "whole entry" : rows.map(scopeWords).join(" and ")}, until ${writeInstant(sunsetAt)}: ${reason}`;

function textWords({ clauses }: EditionEntry): string {
  const labels = numbers(clauses);
  return clauses.map((clause) => [labels.get(clause.nid), clauseText(clause)].filter(Boolean).join(" ")).join("\n");
}

/** A cell that a spreadsheet would read as a formula (= + - @, tab, carriage return) is disarmed by an apostrophe. */
function editionCsv(edition: Edition): string {
  const rows = edition.content.entries.map((entry) => columns.map(([, cell]) => cell(entry, edition)));
  return stringify([columns.map(([name]) => name), ...rows], {
    quoted: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
