/**
 * Files in and out, the base of every import and export of the house (the folder `server/exchange`):
 *
 * - `read-file.ts`: `readWordFile(bytes)` and `readTable(bytes)`, in a worker with limits; a file that cannot be read is a sentence.
 * - `write-file.ts`: `writeWordFile(file)`, also in the worker.
 * - `table-text.ts`: comma-separated tables in and out, with cells that no spreadsheet takes for a formula.
 *
 * This file says what a Word file is to us: a tree of paragraphs and tables, the same tree in and out.
 */

/** One run of words; `inserted` and `deleted` are tracked changes, deleted words are not among the paragraph's own. */
export type WordRun = {
  words: string;
  inserted?: boolean;
  deleted?: boolean;
  superscript?: boolean;
  subscript?: boolean;
  bold?: boolean;
  italic?: boolean;
};

export type WordParagraph = {
  /** The words as they stand when every tracked change is accepted; raised figures as Unicode has them (10⁻⁴). */
  words: string;
  /** The style's name, for example `heading 1`; empty for the plain one. */
  style: string;
  /** From 0, by the list or the outline; null where neither says. */
  level: number | null;
  /** Whether a list gives it a number or a bullet, which are not among its words. */
  numbered: boolean;
  runs: WordRun[];
};

/** The paragraphs of a cell. A cell that spans several columns is followed by empty ones, so that columns keep their index. */
export type WordCell = WordParagraph[];
export type WordBlock = { paragraph: WordParagraph } | { table: { rows: WordCell[][] } };
/** `leftOut` counts pictures, text boxes and embedded objects, which are not read. */
export type WordText = { blocks: WordBlock[]; leftOut?: number };

/** What was read, or a sentence that says why it was not. */
export type Read<T> = { read: T } | { unread: string };

/** The words of a cell, a line for each paragraph. */
export function wordsOfCell(cell: WordCell): string {
  return cell.map(({ words }) => words).join("\n");
}

/** A paragraph for writing: plain, with lines of its own for each line of the words. */
export function plainParagraph(words: string, given: Partial<WordParagraph> = {}): WordParagraph {
  return { words, style: "", level: null, numbered: false, runs: [{ words }], ...given };
}

/** A cell for writing: a paragraph for each line. */
export function plainCell(words: string): WordCell {
  return words.split(/\r\n|\r|\n/).map((line) => plainParagraph(line));
}
