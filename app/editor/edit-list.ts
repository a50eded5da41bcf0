/**
 * What one step does to the text, gathered at the indices that hold before it. A step of the editor is one stretch of the
 * screen, but where clauses were moved it can be several stretches of the text, so its edits come in no order.
 */
import type { TextOperation } from "./text-operation.ts";

type Insertion = Extract<TextOperation, { act: "insert" | "embed" }>;

export class EditList {
  private readonly removed: { at: number; length: number }[] = [];
  private readonly inserted: Insertion[] = [];
  private readonly fields: Extract<TextOperation, { act: "set" }>[] = [];

  remove(at: number, length: number): void {
    const last = this.removed.at(-1);
    if (last !== undefined && last.at + last.length === at) last.length += length;
    else this.removed.push({ at, length });
  }

  /** What is inserted at one index stands there in the order in which it came, in front of what stood there. */
  insert(operation: Insertion): void {
    this.inserted.push(operation);
  }

  set(operations: TextOperation[]): void {
    for (const operation of operations) if (operation.act === "set") this.fields.push(operation);
  }

  /** The operations in an order in which each index still holds: from the end of the text to its front, then the map. */
  operations(): TextOperation[] {
    const edits = [
      ...this.inserted.toReversed(),
      ...this.removed.map(({ at, length }): TextOperation => ({ act: "delete", at, length })),
    ];
    // At one index the removal comes first: what is inserted there stands in front of what goes.
    const order = (one: (typeof edits)[number]) => (one.act === "delete" ? 0 : 1);
    const at = (one: (typeof edits)[number]) => ("at" in one ? one.at : 0);
    edits.sort((one, other) => at(other) - at(one) || order(one) - order(other));
    return [...edits, ...this.fields];
  }
}
