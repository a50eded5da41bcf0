/**
 * The text as the editor shows it, as control text for the linter, and what is wrong with it as live text. Nodes never
 * change, so each clause is turned into plain values once.
 */
import type { Node as EditorNode } from "prosemirror-model";
import { significantClause } from "../../domain/definition/canonical-text.ts";
import type { Clause, Inline } from "../../domain/definition/control-text.ts";
import { InlineRun } from "../../protocol/definition-text.ts";
import { clauseAttributes, editorSchema, isHidden, isStray } from "./schema.ts";

const clauseByNode = new WeakMap<EditorNode, Clause>();

/** An inline node as a part of control text; null where it cannot be read. */
export function partOf(node: EditorNode): Inline | null {
  const { attrs, type } = node;
  if (node.isText) return { text: node.text ?? "" };
  if (type.name === "param") return attrs.value === null ? null : { param: attrs.value };
  if (type.name === "termRef") return { termRef: attrs.term };
  if (type.name === "xref") return { xref: attrs.target };
  return null;
}

/** The clause as it would be frozen. */
export function clauseOf(node: EditorNode): Clause {
  const known = clauseByNode.get(node);
  if (known !== undefined) return known;
  const run = new InlineRun();
  node.forEach((child) => {
    const part = partOf(child);
    const bracket = editorSchema.marks.bracket!.isInSet(child.marks);
    if (part !== null) run.push(part, bracket?.attrs.value);
  });
  const { nid, level, kind, marking, caveat } = clauseAttributes(node);
  const clause = significantClause({ nid: nid ?? "", level, kind, marking, caveat, content: run.content });
  clauseByNode.set(node, clause);
  return clause;
}

export function isClauseRead(node: EditorNode): boolean {
  return clauseByNode.has(node);
}

/** What the linter judges: clauses that are shown, are no strays, and have an identifier. */
export function lintedClauses(doc: EditorNode): Clause[] {
  return doc.children
    .filter((node) => node.attrs.nid !== null && !isHidden(node) && !isStray(node))
    .map((node) => clauseOf(node));
}

/** What is wrong with a text that can only be wrong with live text. It cannot be frozen so (rule D1). */
export const troubleCodes = ["stray", "doubled-clause", "before-first", "unread-part", "doubled-parameter"] as const;
export type TroubleCode = (typeof troubleCodes)[number];

/** `at` is the index of the clause in the editor. */
export type Trouble = { code: TroubleCode; nid: string; at: number; words: string };

function hasUnread(clause: EditorNode): boolean {
  return clause.children.some((node) => partOf(node) === null);
}

/** Two people who accept one offer at once make two parameters of one value, side by side. */
export function doubledParameter(clause: EditorNode): { offset: number; words: string } | null {
  let found: { offset: number; words: string } | null = null;
  clause.forEach((node, offset, index) => {
    const before = index === 0 ? null : clause.child(index - 1);
    if (found !== null || node.type.name !== "param" || before?.type !== node.type || node.attrs.value === null) return;
    if (JSON.stringify(before.attrs.value) === JSON.stringify(node.attrs.value)) {
      found = { offset, words: node.attrs.value.raw };
    }
  });
  return found;
}

export function troublesOf(doc: EditorNode): Trouble[] {
  const seen = new Set<string>();
  return doc.children.flatMap((clause, at): Trouble[] => {
    const nid = clause.attrs.nid ?? "";
    const isDoubled = nid !== "" && seen.has(nid);
    seen.add(nid);
    if (isHidden(clause)) return [];
    const words = clause.textContent;
    const trouble = (code: TroubleCode, said = words): Trouble => ({ code, nid, at, words: said });
    const doubled = doubledParameter(clause);
    return [
      ...(isDoubled ? [trouble("doubled-clause")] : []),
      ...(isStray(clause) ? [trouble("stray")] : []),
      ...(nid === "" && clause.content.size > 0 ? [trouble("before-first")] : []),
      ...(hasUnread(clause) ? [trouble("unread-part")] : []),
      ...(doubled === null ? [] : [trouble("doubled-parameter", doubled.words)]),
    ];
  });
}
