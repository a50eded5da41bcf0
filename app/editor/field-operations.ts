/** What the map of live text must say anew of a clause or parameter that an edit changed. */
import type { Node as EditorNode } from "prosemirror-model";
import { keyOf } from "../../protocol/definition-shape.ts";
import type { Unit } from "./local-units.ts";
import { type ClauseAttributes, clauseAttributes } from "./schema.ts";
import type { TextOperation } from "./text-operation.ts";

const fieldsOfClause = ["level", "kind", "marking", "caveat", "gone"] as const;

/** What the map must say anew of a clause or parameter; `before` null means that it was not there. */
export function fieldOperations(before: Unit | null, after: Unit): TextOperation[] {
  if (after.kind === "clause") {
    return attributeOperations(before === null ? null : clauseAttributes((before as typeof after).node), after.node);
  }
  return after.kind === "embed" ? valueOperations(before?.kind === "embed" ? before.node : null, after.node) : [];
}

/** The key of a parameter's value, where it changed; a node of another kind has none. */
export function valueOperations(before: EditorNode | null, after: EditorNode): TextOperation[] {
  if (after.type.name !== "param" || after.attrs.value === null) return [];
  if (before !== null && JSON.stringify(before.attrs.value) === JSON.stringify(after.attrs.value)) return [];
  return [{ act: "set", key: keyOf(after.attrs.pid, "param"), value: after.attrs.value }];
}

/** Keys for the attributes of a clause that changed. An empty caveat and a clause that is not gone have no key. */
export function attributeOperations(before: ClauseAttributes | null, clause: EditorNode): TextOperation[] {
  const after = clauseAttributes(clause);
  const nid = after.nid;
  if (nid === null) return [];
  return fieldsOfClause.flatMap((field): TextOperation[] => {
    const isAbsent = (field === "gone" && !after.gone) || (field === "caveat" && after.caveat.length === 0);
    if (before === null && isAbsent) return [];
    if (before !== null && JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
    return [{ act: "set", key: keyOf(nid, field), value: isAbsent ? undefined : after[field] }];
  });
}
