/** The library's table of real systems with their published figures, by area; a committee takes the areas that it works on. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

let areas: Map<string, string> | null = null;

function read(): Map<string, string> {
  const [head = [], ...rows] = parse(
    readFileSync(new URL("./data/systems.csv", import.meta.url), "utf8"),
  ) as string[][];
  const byArea = new Map<string, string[][]>();
  for (const row of rows) byArea.set(row[0]!, [...(byArea.get(row[0]!) ?? []), row]);
  return new Map([...byArea].map(([area, some]) => [area, stringify([head, ...some])]));
}

function systemTables(): Map<string, string> {
  areas ??= read();
  return areas;
}

export const libraryAreas = (): string[] => [...systemTables().keys()];

/** The table of an area as a file; null where the library has none. */
export const librarySystems = (area: string): string | null => systemTables().get(area) ?? null;
