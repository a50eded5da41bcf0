/**
 * Queries that every act asks, built once for each connection: building one takes longer than asking it, and the record's
 * own queries are asked by all acts alike.
 */
import { getTableColumns, type Placeholder, sql, type Table } from "drizzle-orm";
import type { Reader } from "./open.ts";

type Preparable<Prepared> = { prepare(name: string): Prepared };

/** The prepared query of this transaction's connection; it is made on the first call. The name is one word for the engine. */
export function prepared<R extends Reader, Prepared extends object>(
  name: string,
  build: (tx: R) => Preparable<Prepared>,
): (tx: R) => Prepared {
  const known = new WeakMap<object, Prepared>();
  return (tx) => {
    const found = known.get(tx.connection) ?? build(tx).prepare(name);
    known.set(tx.connection, found);
    return found;
  };
}

/** A place to fill for each column of the table, under the name that the product's rows give it. */
export function placeholders<T extends Table>(table: T): T["$inferInsert"] {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(
    names.map((name): [string, Placeholder] => [name, sql.placeholder(name)]),
  ) as T["$inferInsert"];
}
