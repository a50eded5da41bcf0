/** Rows by the hundred thousand: one prepared statement a table, one transaction a step, on a connection of the bench's own. */
import Sqlite from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import { type Tables, tables } from "../../../db/tables.ts";
import { Chance } from "../../editor/chance.ts";

export type Row<Name extends keyof Tables> = Tables[Name]["$inferInsert"];

export type Bulk = {
  chance: Chance;
  newId(): string;
  /** The row is checked by the compiler against the table's own type, so that a new column cannot be forgotten. */
  insert<Name extends keyof Tables>(name: Name, row: Row<Name>): void;
  /** Runs a step in one transaction and says how long it took. */
  step(what: string, work: () => void): void;
  close(): void;
};

type Writer = { keys: string[]; encode: ((value: never) => unknown)[]; statement: Sqlite.Statement };

export function openBulk(path: string, say: (line: string) => void): Bulk {
  const raw = new Sqlite(path);
  raw.pragma("synchronous = OFF");
  raw.pragma("cache_size = -400000");
  raw.pragma("foreign_keys = OFF");
  const t = tables("sqlite");
  const chance = new Chance(20_260_101);
  const writers = new Map<keyof Tables, Writer>();

  function writerOf(name: keyof Tables): Writer {
    const known = writers.get(name);
    if (known) return known;
    const columns = Object.entries(getTableColumns(t[name]));
    const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
    const marks = columns.map(() => "?").join(", ");
    const writer = {
      keys: columns.map(([key]) => key),
      encode: columns.map(
        ([, column]) =>
          (value: never) =>
            column.mapToDriverValue(value),
      ),
      statement: raw.prepare(`INSERT INTO "${getTableName(t[name])}" (${names}) VALUES (${marks})`),
    };
    writers.set(name, writer);
    return writer;
  }

  const quarter = () =>
    Math.floor(chance.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  return {
    chance,
    newId: () => quarter() + quarter() + quarter() + quarter(),
    insert(name, row) {
      const { keys, encode, statement } = writerOf(name);
      const values = keys.map((key, index) => {
        const value = (row as Record<string, unknown>)[key];
        return value === undefined || value === null ? null : encode[index]!(value as never);
      });
      statement.run(values);
    },
    step(what, work) {
      const started = performance.now();
      raw.transaction(work)();
      say(`  ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    },
    close() {
      const broken = raw.pragma("foreign_key_check") as { table: string }[];
      if (broken[0]) throw new Error(`${broken.length} rows of ${broken[0].table} refer to nothing.`);
      raw.pragma("wal_checkpoint(TRUNCATE)");
      raw.close();
    },
  };
}
