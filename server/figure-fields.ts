/** The fields of a figure and of a system as forms bring them, read by the same rules as the cells of a table. */
import { z } from "zod";
import { cellFault, type Figure, type FigureColumn, readValue, type SystemHead } from "../domain/definition/system.ts";

const charactersMax = 2000;

const cell = (column: FigureColumn) =>
  z
    .string("it is missing")
    .trim()
    .max(charactersMax, `it may have at most ${charactersMax} characters`)
    .superRefine((text, faults) => {
      const fault = cellFault[column](text);
      if (fault !== undefined) faults.addIssue({ code: "custom", message: fault.replace(/\.$/, "") });
    });

const optionalCell = (column: FigureColumn) =>
  z
    .string()
    .optional()
    .transform((text) => text ?? "")
    .pipe(cell(column));

export const systemFields = {
  area: cell("area"),
  name: cell("name"),
  maker: cell("maker"),
  country: optionalCell("country"),
  kind: cell("kind"),
  year: cell("year"),
};

export const figureFields = {
  quantity: cell("quantity"),
  value: cell("value"),
  unit: cell("unit"),
  source: cell("source"),
  address: cell("address"),
  sourceDate: cell("source date"),
  note: optionalCell("note"),
};

type Read<Fields extends Record<string, z.ZodType>> = { [Name in keyof Fields]: z.output<Fields[Name]> };

export function systemOf({ area, name, maker, country, kind, year }: Read<typeof systemFields>): SystemHead {
  return { area, name, maker, country: country === "" ? null : country, kind, year: Number(year) };
}

export function figureOf(given: Read<typeof figureFields>): Figure {
  const { quantity, value, unit, source, address, sourceDate, note } = given;
  return { quantity, value: readValue(value)!, unit, source, address, sourceDate, note };
}
