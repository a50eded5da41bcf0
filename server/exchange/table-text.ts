/**
 * Comma-separated tables in and out. A cell that a spreadsheet would take for a formula goes out behind an apostrophe and
 * comes back without it, so that every cell returns as it went.
 */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { cellCharactersMax, columnsMax, packedBytesMax, rowsMax } from "./limits.ts";
import { reading, Unread } from "./unpack-word.ts";
import type { Read } from "./word-file.ts";

/** What spreadsheets read as the beginning of a formula, behind any number of apostrophes. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

export const guardCell = (cell: string) => (formula.test(cell) ? `'${cell}` : cell);
export const unguardCell = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

/** The table as text: every cell quoted, lines as Windows ends them. The mark that tells spreadsheets of UTF-8 is the route's to add. */
export function writeTable(rows: string[][]): string {
  return stringify(
    rows.map((row) => row.map(guardCell)),
    { quoted: true, record_delimiter: "windows" },
  );
}

/** Text in the encoding that its first bytes tell; what is no UTF-8 is read as spreadsheets of the West write it. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): string {
  const counts: Record<string, number> = { ",": 0, ";": 0, "\t": 0 };
  let isQuoted = false;
  for (const character of text.slice(0, 10_000)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "\n") break;
    else if (character in counts) counts[character]! += 1;
  }
  return Object.entries(counts).reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function checkSize(rows: string[][]): void {
  if (rows.length > rowsMax) throw new Unread(`A table may have at most ${rowsMax.toLocaleString("en")} rows.`);
  for (const [at, row] of rows.entries()) {
    if (row.length > columnsMax) throw new Unread(`Row ${at + 1} has more than ${columnsMax} cells.`);
    if (row.some((cell) => cell.length > cellCharactersMax))
      throw new Unread(`A cell of row ${at + 1} holds more than ${cellCharactersMax.toLocaleString("en")} characters.`);
  }
}

/** The rows of a comma-, semicolon- or tab-separated table. */
export function readTableText(bytes: Uint8Array): Read<string[][]> {
  if (bytes.length === 0) return { unread: "The file is empty." };
  if (bytes.length > packedBytesMax) return { unread: `A file may have at most ${packedBytesMax / 1024 / 1024} MiB.` };
  if (bytes.subarray(0, 1024).includes(0) && bytes[0] !== 0xff) return { unread: "This is no table of text (.csv)." };
  return reading(() => {
    const text = decode(bytes);
    let rows: string[][];
    try {
      rows = parse(text, {
        bom: true,
        delimiter: separatorOf(text),
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: cellCharactersMax * 10,
        to: rowsMax + 1,
      });
    } catch (fault) {
      const line = (fault as { lines?: number }).lines;
      throw new Unread(
        `The table cannot be read${line ? ` near line ${line}` : ""}: a quotation mark is missing or a row is too long.`,
      );
    }
    checkSize(rows);
    return rows.map((row) => row.map(unguardCell));
  });
}
