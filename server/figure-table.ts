/**
 * A table of figures as a file (CSV, one figure a row): read cell by cell and compared with what is on record, so that
 * preview and import say the same; and written again.
 */
import type { Reader } from "../db/open.ts";
import { findSystemsByKey, type SystemRow } from "../db/store/system.ts";
import { quantityKey } from "../domain/definition/quantity-key.ts";
import { type FigureRow, figureColumns, readFigureRow, type System, systemKey } from "../domain/definition/system.ts";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import { readTableText, writeTable } from "./exchange/table-text.ts";

export const figureRowsMax = 4000;
export const tableCharactersMax = 1_500_000;

/** What becomes of a row: `left-out` has a fault in a cell, or belongs to a system that was withdrawn. */
export type RowFate = "new-system" | "new-figure" | "correction" | "unchanged" | "left-out";
export type ComparedRow = FigureRow & { fate: RowFate; why: string; known: SystemRow | null };

function cellsOf(characters: string): string[][] | Refusal {
  const no = (reason: string) => refuse("malformed", "D3", reason, "table");
  if (characters.length > tableCharactersMax)
    return no(`The table has ${characters.length} characters; it may have at most ${tableCharactersMax}.`);
  const read = readTableText(Buffer.from(characters, "utf8"));
  return "unread" in read ? no(read.unread) : read.read;
}

/** The rows of a table with the faults of their cells; refused as a whole only where it is no table at all. */
export function readFigureTable(characters: string): FigureRow[] | Refusal {
  const read = cellsOf(characters);
  if (isRefusal(read)) return read;
  const [head = [], ...rows] = read;
  const names = head.map((name) => name.trim().toLowerCase());
  const missing = figureColumns.filter(
    (column) => column !== "note" && column !== "country" && !names.includes(column),
  );
  if (missing.length > 0)
    return refuse("malformed", "D3", `The table has no column named ${missing.join(", ")}.`, "table");
  if (rows.length > figureRowsMax)
    return refuse("limit", "D3", `The table has ${rows.length} rows; it may have at most ${figureRowsMax}.`, "table");
  return rows.map((cells, at) =>
    readFigureRow(at + 2, Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ""]))),
  );
}

/** Each row against what is on record, and against the rows before it. */
export async function compareFigureRows(tx: Reader, committeeId: string, rows: FigureRow[]): Promise<ComparedRow[]> {
  const keys = [...new Set(rows.flatMap(({ read }) => (read ? [systemKey(read.system)] : [])))];
  const known = new Map((await findSystemsByKey(tx, committeeId, keys)).map((system) => [system.key, system]));
  const standing = new Map<string, string>();
  for (const system of known.values())
    for (const figure of system.figures) standing.set(`${system.key} ${quantityKey(figure.quantity)}`, factsOf(figure));
  const begun = new Set(known.keys());
  return rows.map((row): ComparedRow => {
    if (!row.read) return { ...row, fate: "left-out", why: Object.values(row.faults)[0] ?? "", known: null };
    const key = systemKey(row.read.system);
    const system = known.get(key) ?? null;
    if (system !== null && system.withdrawnAt !== null)
      return { ...row, fate: "left-out", why: `${system.maker} ${system.name} was withdrawn.`, known: system };
    const place = `${key} ${quantityKey(row.read.figure.quantity)}`;
    const before = standing.get(place);
    const facts = factsOf(row.read.figure);
    standing.set(place, facts);
    const isNew = !begun.has(key);
    begun.add(key);
    const fate =
      before === facts ? "unchanged" : before !== undefined ? "correction" : isNew ? "new-system" : "new-figure";
    return { ...row, fate, why: "", known: system };
  });
}

function factsOf({ value, unit, source, address, sourceDate, note }: System["figures"][number]): string {
  return JSON.stringify([value, unit, source, address, sourceDate, note]);
}

/** The systems as a table. */
export function figureTable(systems: System[]): string {
  const rows = systems.flatMap(({ figures, area, name, maker, country, kind, year }) =>
    figures.map(({ quantity, value, unit, source, address, sourceDate, note }) => [
      ...[area, name, maker, country ?? "", kind, String(year)],
      ...[quantity, value, unit, source, address, sourceDate, note],
    ]),
  );
  return writeTable([[...figureColumns], ...rows]);
}
