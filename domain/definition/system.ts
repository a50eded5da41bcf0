/**
 * Real products and systems with their published figures, and how a table of them is read: cell by cell, so that a bad row
 * is shown with its fault and left out, and the good ones stand (rule D3).
 */
import { decimalText, readDecimal } from "./parameters/ratio.ts";
import { isKnownUnit } from "./parameters/unit-expression.ts";
import { plainText } from "./plain-words.ts";

export type Figure = {
  quantity: string;
  /** A decimal string. */
  value: string;
  unit: string;
  source: string;
  address: string;
  /** As the source gives it: a year, a month or a day. */
  sourceDate: string;
  note: string;
};

export type SystemHead = {
  area: string;
  name: string;
  maker: string;
  /** Two letters of ISO 3166; null where the maker has no one country. */
  country: string | null;
  kind: string;
  year: number;
};

export type System = SystemHead & { id: string; figures: Figure[] };

/** The columns of a table of figures, one figure a row, in their order. */
export const figureColumns = [
  "area",
  "name",
  "maker",
  "country",
  "kind",
  "year",
  "quantity",
  "value",
  "unit",
  "source",
  "address",
  "source date",
  "note",
] as const;
export type FigureColumn = (typeof figureColumns)[number];

export type Cells = Record<FigureColumn, string>;
export type CellFaults = Partial<Record<FigureColumn, string>>;

export type FigureRow = {
  /** The line of the table, counted from 1 for its head. */
  line: number;
  cells: Cells;
  faults: CellFaults;
  /** Null where a cell does not read. */
  read: { system: SystemHead; figure: Figure } | null;
};

export const yearMin = 1940;
export const yearMax = 2100;

/** The form in which two spellings of maker and name are one system. */
export function systemKey({ maker, name }: Pick<SystemHead, "maker" | "name">): string {
  return `${plainText(maker)} ${plainText(name)}`;
}

/** The value as a decimal string without exponent; null for what is no positive number. */
export function readValue(text: string): string | null {
  const value = readDecimal(text.replace(/[\s\u00a0\u202f]/g, ""));
  return value === null || value.numerator <= 0n ? null : decimalText(value);
}

/** What is wrong with a single cell; undefined where it reads. */
export const cellFault: Record<FigureColumn, (text: string) => string | undefined> = {
  area: (text) => lengthFault(text, 60),
  name: (text) => lengthFault(text, 120),
  maker: (text) => lengthFault(text, 120),
  country: (text) =>
    text === "" || /^[A-Z]{2}$/.test(text) ? undefined : `"${text}" is no code of two capital letters such as JP.`,
  kind: (text) => lengthFault(text, 60),
  year: (text) =>
    /^\d{4}$/.test(text) && Number(text) >= yearMin && Number(text) <= yearMax
      ? undefined
      : `"${text}" is no year from ${yearMin} to ${yearMax}.`,
  quantity: (text) => lengthFault(text, 120),
  value: (text) => (readValue(text) === null ? `"${text}" is no positive number such as 0.0015.` : undefined),
  unit: (text) => (isKnownUnit(text) ? undefined : `"${text}" is no known unit; a pure number has the unit 1.`),
  source: (text) => lengthFault(text, 300),
  address: (text) =>
    /^https:\/\/[^\s"<>]{3,500}$/.test(text)
      ? undefined
      : `"${text.slice(0, 60)}" is no address that begins with https://.`,
  "source date": (text) =>
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)
      ? undefined
      : `"${text}" is no date such as 2024, 2024-06 or 2024-06-18.`,
  note: (text) => (text.length > 500 ? "It has more than 500 characters." : undefined),
};

function lengthFault(text: string, most: number): string | undefined {
  if (text === "") return "The cell is empty.";
  return text.length > most ? `It has more than ${most} characters.` : undefined;
}

/** One row of a table, with what is wrong in each of its cells. */
export function readFigureRow(line: number, given: Partial<Record<string, string>>): FigureRow {
  const cells = Object.fromEntries(figureColumns.map((column) => [column, (given[column] ?? "").trim()])) as Cells;
  const faults: CellFaults = {};
  for (const column of figureColumns) {
    const fault = cellFault[column](cells[column]);
    if (fault !== undefined) faults[column] = fault;
  }
  if (Object.keys(faults).length > 0) return { line, cells, faults, read: null };
  const { area, name, maker, country, kind, year, quantity, value, unit, source, address, note } = cells;
  return {
    line,
    cells,
    faults,
    read: {
      system: { area, name, maker, country: country === "" ? null : country, kind, year: Number(year) },
      figure: { quantity, value: readValue(value)!, unit, source, address, sourceDate: cells["source date"], note },
    },
  };
}
