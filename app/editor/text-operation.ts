/** What a local edit does to the live text. Indices count units and hold after the operations before it in the list. */
import type * as Y from "yjs";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import type { Formats } from "./inline-units.ts";

export type TextOperation =
  | { act: "delete"; at: number; length: number }
  | { act: "insert"; at: number; words: string; formats: Formats }
  | { act: "embed"; at: number; embed: object; formats: Formats }
  | { act: "format"; at: number; length: number; formats: Formats }
  /** `value` undefined takes the key away. */
  | { act: "set"; key: string; value: unknown };

/**
 * Applies operations, inside a transaction of the caller. Formats are always explicit, so what is typed never inherits by
 * accident.
 */
export function applyOperations(doc: Y.Doc, operations: TextOperation[]): void {
  const { text, clauses } = definitionRoots(doc);
  for (const operation of operations) {
    if (operation.act === "delete") text.delete(operation.at, operation.length);
    else if (operation.act === "insert") text.insert(operation.at, operation.words, operation.formats);
    else if (operation.act === "embed") text.insertEmbed(operation.at, operation.embed, operation.formats);
    else if (operation.act === "format") text.format(operation.at, operation.length, operation.formats);
    else if (operation.value === undefined) clauses.delete(operation.key);
    else clauses.set(operation.key, operation.value);
  }
}
