/** The acts that carry a read table of comments out: one for each new comment, and one for dispositions that are alike (rule K9). */
import type { BroughtRow, NewComment, NewDisposition, ReadRow } from "./comment-import.ts";
import { type CommentCells, commentColumns } from "./comment-layout.ts";

export type ImportAct =
  | { intent: "make-comment"; lines: number[]; fields: NewComment & { candidate: string } }
  | {
      intent: "dispose-comment";
      lines: number[];
      fields: Omit<NewDisposition, "comment" | "number" | "type"> & { comment: string[] };
    };

/** As many comments as one act disposes of. */
const togetherMax = 100;

/** In the order of the file; dispositions of one type, word, reason and carrier are one act. */
export function importActs(candidate: string, rows: ReadRow[]): ImportAct[] {
  const acts: ImportAct[] = [];
  const open = new Map<string, Extract<ImportAct, { intent: "dispose-comment" }>>();
  for (const row of rows) {
    if (row.will === "make")
      acts.push({ intent: "make-comment", lines: [row.line], fields: { candidate, ...row.make } });
    if (row.will !== "dispose") continue;
    const { comment, number: _number, type, ...said } = row.dispose;
    const key = JSON.stringify([type, said]);
    const known = open.get(key);
    if (known && known.fields.comment.length < togetherMax) {
      known.fields.comment.push(comment);
      known.lines.push(row.line);
      continue;
    }
    const act = { intent: "dispose-comment" as const, lines: [row.line], fields: { comment: [comment], ...said } };
    open.set(key, act);
    acts.push(act);
  }
  return acts;
}

const cellCharactersMax = 100_000;

function readCells(given: unknown): CommentCells | null {
  if (typeof given !== "object" || given === null) return null;
  const cells = given as Record<string, unknown>;
  const isRead = commentColumns.every((column) => {
    const cell = cells[column];
    return typeof cell === "string" && cell.length <= cellCharactersMax;
  });
  return isRead ? (Object.fromEntries(commentColumns.map((column) => [column, cells[column]])) as CommentCells) : null;
}

/** The rows that a page of the preview brought back; null where they are not as the page wrote them. */
export function readBroughtRows(words: string, rowsMax: number): BroughtRow[] | null {
  let given: unknown;
  try {
    given = JSON.parse(words);
  } catch {
    return null;
  }
  if (!Array.isArray(given) || given.length > rowsMax) return null;
  const rows = given.map((one: Record<string, unknown> | null): BroughtRow | null => {
    const cells = readCells(one?.cells);
    const { line, nid } = one ?? {};
    if (cells === null || !Number.isInteger(line)) return null;
    return { line: line as number, cells, ...(typeof nid === "string" && nid.length <= 64 ? { nid } : {}) };
  });
  return rows.includes(null) ? null : (rows as BroughtRow[]);
}

/** The rows with what was corrected by hand; a clause that was named anew is no longer known by the file's id. */
export function correctRows(
  rows: BroughtRow[],
  corrected: (line: number, column: string) => string | null,
): BroughtRow[] {
  return rows.map((row) => {
    const cells = { ...row.cells };
    for (const column of commentColumns) cells[column] = corrected(row.line, column) ?? cells[column];
    const { nid, ...rest } = row;
    const keeps = nid !== undefined && cells.clause === row.cells.clause;
    return { ...rest, cells, ...(keeps ? { nid } : {}) };
  });
}
