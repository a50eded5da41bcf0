/**
 * A Word file's bytes to a tree of paragraphs and tables. Runs in the worker; nothing outside the file is ever asked for,
 * and pictures, text boxes and embedded objects are counted and left out.
 */
import { cellsMax, paragraphsMax } from "./limits.ts";
import { symbolOf } from "./raised-figures.ts";
import { faultOfBytes, reading, stylesPart, typesPart, Unread, unpackParts } from "./unpack-word.ts";
import type { Read, WordBlock, WordCell, WordText } from "./word-file.ts";
import { addWords, finishParagraph, newParagraph, type ParagraphSoFar } from "./word-paragraph.ts";
import { levelOf, readStyles, type WordStyle } from "./word-styles.ts";
import { type Attributes, readXml } from "./xml-events.ts";

const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** Elements whose content is not the text as it stands: older properties, doubles for older programs, pictures. */
const skipped = new Set([
  "Fallback",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "tcPrChange",
  "trPrChange",
  "sectPrChange",
  "instrText",
  "delInstrText",
  "drawing",
  "pict",
  "object",
]);
const leftOutElements = new Set(["drawing", "pict", "object"]);

/** The part that holds the text, as the file's own list of types names it. */
function mainPartOf(types: string | undefined): string {
  let part = "";
  let isSheet = false;
  if (types !== undefined)
    readXml(types, {
      open(name, { ContentType = "", PartName = "" }) {
        if (name === "Override" && ContentType === mainType) part = PartName.replace(/^\//, "");
        isSheet ||= ContentType.includes("spreadsheetml");
      },
      close() {},
    });
  if (part === "" && isSheet) throw new Unread("This is a spreadsheet (.xlsx); save it as separated values (.csv).");
  if (part === "")
    throw new Unread("This is no Word file (.docx): it names no text part. Files with macros are not read.");
  return part;
}

type Table = { rows: WordCell[][]; span: number };
type State = {
  blocks: WordBlock[];
  leftOut: number;
  paragraphs: ParagraphSoFar[];
  paragraphCount: number;
  cellCount: number;
  table: Table | null;
  tableDepth: number;
  skipDepth: number;
  /** How many elements of each name are open at present. */
  within: Record<string, number>;
  run: { superscript: boolean; subscript: boolean; bold: boolean; italic: boolean };
  styleOf: (id: string) => WordStyle;
};

const isOn = ({ val }: Attributes) => val === undefined || !["0", "false", "off", "none"].includes(val);
const isWithin = (state: State, ...names: string[]) => names.some((name) => (state.within[name] ?? 0) > 0);
const freshRun = () => ({ superscript: false, subscript: false, bold: false, italic: false });

function say(state: State, words: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (!paragraph) return;
  addWords(paragraph, words, {
    ...state.run,
    superscript: state.run.superscript || isWithin(state, "sup"),
    subscript: state.run.subscript || isWithin(state, "sub"),
    inserted: isWithin(state, "ins", "moveTo"),
    deleted: isWithin(state, "del", "moveFrom"),
  });
}

function openTable(state: State): void {
  state.tableDepth += 1;
  if (state.tableDepth === 1) state.table = { rows: [], span: 1 };
}

/** A table within a cell is not a table of its own: its paragraphs are paragraphs of the cell. */
const isOuter = (state: State) => state.tableDepth === 1 && state.table !== null;

function addCell(state: State): void {
  state.cellCount += 1;
  if (state.cellCount > cellsMax) throw new Unread(`The file holds more than ${cellsMax.toLocaleString("en")} cells.`);
  state.table!.rows.at(-1)?.push([]);
}

function emptyCells(state: State, value: string | undefined): void {
  const count = Math.min(Number(value ?? 0) || 0, 50);
  for (let made = 0; made < count; made++) addCell(state);
}

function spanCells(state: State, value: string | undefined): void {
  state.table!.span = Math.min(Number(value) || 1, 50);
}

/** What an element's beginning means, by its bare name. */
const opening: Record<string, (state: State, attributes: Attributes) => void> = {
  p: (state) => {
    state.paragraphCount += 1;
    if (state.paragraphCount > paragraphsMax)
      throw new Unread(`The file holds more than ${paragraphsMax.toLocaleString("en")} paragraphs.`);
    state.paragraphs.push(newParagraph());
  },
  r: (state) => (state.run = freshRun()),
  tbl: openTable,
  tr: (state) => isOuter(state) && state.table!.rows.push([]),
  tc: (state) => {
    if (!isOuter(state)) return;
    state.table!.span = 1;
    addCell(state);
  },
  gridBefore: (state, { val }) => isOuter(state) && emptyCells(state, val),
  gridSpan: (state, { val }) => isOuter(state) && spanCells(state, val),
  pStyle: (state, { val = "" }) => onParagraph(state, (paragraph) => (paragraph.styleId = val)),
  outlineLvl: (state, { val }) => onParagraph(state, (paragraph) => (paragraph.outline = levelOf(val))),
  ilvl: (state, { val }) => onParagraph(state, (paragraph) => (paragraph.level = levelOf(val))),
  numId: (state, { val }) => onParagraph(state, (paragraph) => (paragraph.listed = val !== "0")),
  vertAlign: (state, { val }) => onRun(state, { superscript: val === "superscript", subscript: val === "subscript" }),
  b: (state, attributes) => onRun(state, { bold: isOn(attributes) }),
  i: (state, attributes) => onRun(state, { italic: isOn(attributes) }),
  tab: (state) => isWithin(state, "r") && say(state, "\t"),
  br: (state, { type }) => type === undefined && say(state, "\n"),
  cr: (state) => say(state, "\n"),
  noBreakHyphen: (state) => say(state, "\u2011"),
  sym: (state, { char = "" }) => say(state, symbolOf(char)),
};

function onParagraph(state: State, change: (paragraph: ParagraphSoFar) => void): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph && isWithin(state, "pPr")) change(paragraph);
}

/** Properties of a run; those of the paragraph's own mark say nothing about words. */
function onRun(state: State, change: Partial<State["run"]>): void {
  if (isWithin(state, "r") && !isWithin(state, "pPr")) Object.assign(state.run, change);
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (!paragraph) return;
  const finished = finishParagraph(paragraph, state.styleOf(paragraph.styleId));
  const cell = state.table?.rows.at(-1)?.at(-1);
  if (cell) cell.push(finished);
  else if (!state.table) state.blocks.push({ paragraph: finished });
}

const closing: Record<string, (state: State) => void> = {
  p: closeParagraph,
  tc: (state) => isOuter(state) && emptyCells(state, String(state.table!.span - 1)),
  tbl: (state) => {
    state.tableDepth -= 1;
    if (state.tableDepth > 0 || !state.table) return;
    state.blocks.push({ table: { rows: state.table.rows } });
    state.table = null;
  },
};

/** `ins` and `del` in the properties of a mark or a row say nothing about the words of a run. */
const counted = (state: State, name: string) =>
  !(["ins", "del", "moveFrom", "moveTo"].includes(name) && isWithin(state, "rPr", "trPr", "pPr"));

function readText(xml: string, styleOf: State["styleOf"]): WordText {
  const state: State = {
    blocks: [],
    leftOut: 0,
    paragraphs: [],
    paragraphCount: 0,
    cellCount: 0,
    table: null,
    tableDepth: 0,
    skipDepth: 0,
    within: {},
    run: freshRun(),
    styleOf,
  };
  const counts: boolean[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (state.skipDepth > 0 || skipped.has(name)) {
        if (state.skipDepth === 0 && leftOutElements.has(name)) state.leftOut += 1;
        state.skipDepth += 1;
        return;
      }
      const isCounted = counted(state, name);
      counts.push(isCounted);
      if (isCounted) state.within[name] = (state.within[name] ?? 0) + 1;
      if (Object.hasOwn(opening, name)) opening[name]!(state, attributes);
    },
    close(name) {
      if (state.skipDepth > 0) {
        state.skipDepth -= 1;
        return;
      }
      if (counts.pop()) state.within[name]! -= 1;
      if (Object.hasOwn(closing, name)) closing[name]!(state);
    },
    words(words) {
      if (state.skipDepth === 0 && isWithin(state, "t", "delText")) say(state, words.replaceAll(/[\r\n\t]+/g, " "));
    },
  });
  return { blocks: state.blocks, leftOut: state.leftOut };
}

/** Reads a Word file; what cannot be read is a sentence that says why. */
export function readWord(bytes: Uint8Array): Read<WordText> {
  const fault = faultOfBytes(bytes);
  if (fault) return { unread: fault };
  return reading(() => {
    const types = unpackParts(bytes, (name) => name === typesPart);
    const main = mainPartOf(types.get(typesPart));
    const parts = unpackParts(bytes, (name) => name === main || name === stylesPart);
    const text = parts.get(main);
    if (text === undefined) throw new Unread("The file names a text part that it does not hold.");
    return readText(text, readStyles(parts.get(stylesPart)));
  });
}
