/** A table of comments out of a file that somebody brings: Word, separated values, or our own JSON. */

import type { BroughtRow } from "../../domain/definition/comment-import.ts";
import {
  type CommentCells,
  type CommentColumn,
  commentColumns,
  readHead,
} from "../../domain/definition/comment-layout.ts";
import { readCommentJson } from "./comment-json.ts";
import { readTable, readWordFile } from "./read-file.ts";
import { type Read, type WordText, wordsOfCell } from "./word-file.ts";

export const rowsMax = 2000;
/** Files begin with a title, a date, an empty row: the head is looked for in the first rows. */
const headRowsMax = 20;

export const emptyCells = (): CommentCells =>
  Object.fromEntries(commentColumns.map((column) => [column, ""])) as CommentCells;

function cellsOf(row: string[], head: Map<CommentColumn, number>): CommentCells {
  const cells = emptyCells();
  for (const [column, index] of head) cells[column] = row[index] ?? "";
  return cells;
}

const isEmpty = (cells: CommentCells) => commentColumns.every((column) => cells[column].trim() === "");

/** The rows behind the head; a head that is repeated on a further page is no row. */
function rowsBehindHead(rows: string[][], linesBefore = 0): BroughtRow[] | null {
  const at = rows.slice(0, headRowsMax).findIndex((row) => readHead(row) !== null);
  if (at < 0) return null;
  const head = readHead(rows[at]!)!;
  return rows
    .slice(at + 1)
    .map((row, index) => ({
      line: linesBefore + at + 2 + index,
      cells: cellsOf(row, head),
      isHead: readHead(row) !== null,
    }))
    .filter(({ cells, isHead }) => !isHead && !isEmpty(cells))
    .map(({ line, cells }) => ({ line, cells }));
}

const noTable =
  "No table with the columns of the ISO form was found. Its head names at least Comment, and Type or Proposed change; also MB/NC, Clause, Paragraph and Observations.";

function limited(rows: BroughtRow[]): Read<BroughtRow[]> {
  return rows.length > rowsMax
    ? {
        unread: `A table of comments may have at most ${rowsMax.toLocaleString("en")} rows; this one has ${rows.length}.`,
      }
    : { read: rows };
}

/** Every table of the file that has such a head, one after the other. */
function fromWord(text: WordText): Read<BroughtRow[]> {
  const found: BroughtRow[] = [];
  let lines = 0;
  let any = false;
  for (const block of text.blocks) {
    if (!("table" in block)) continue;
    const rows = block.table.rows.map((row) => row.map(wordsOfCell));
    const behind = rowsBehindHead(rows, lines);
    lines += rows.length;
    any ||= behind !== null;
    found.push(...(behind ?? []));
  }
  return any ? limited(found) : { unread: noTable };
}

/** The rows of the file, or a sentence. What kind it is, its first bytes say and not its name. */
export async function readCommentFile(bytes: Uint8Array): Promise<Read<BroughtRow[]>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const word = await readWordFile(bytes);
    return "unread" in word ? word : fromWord(word.read);
  }
  const first = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  if (first.startsWith("{") || first.startsWith("[")) {
    const rows = readCommentJson(bytes);
    return "unread" in rows ? rows : limited(rows.read);
  }
  const table = await readTable(bytes);
  if ("unread" in table) return table;
  const rows = rowsBehindHead(table.read);
  return rows === null ? { unread: noTable } : limited(rows);
}
