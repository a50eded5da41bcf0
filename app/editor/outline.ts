/** The clauses as a list beside the text: number, first words, and what is wrong with one. */
import type { Node as EditorNode } from "prosemirror-model";
import type { ClauseKind } from "../../domain/definition/control-text.ts";
import { numbers } from "../../domain/definition/numbering.ts";
import { writtenLabel } from "../../domain/definition/write-plain-text.ts";
import { leafWordsIn } from "./reference-labels.ts";
import { clauseAttributes, isHidden, isStray } from "./schema.ts";

export type OutlineClause = {
  /** Null while the definition is still empty. */
  nid: string | null;
  /** As readers see it (rule D2): `a.1.`, `Note 2`, or nothing. */
  number: string;
  level: number;
  kind: ClauseKind;
  words: string;
  stray: boolean;
};

/** The clauses that are shown, in order. A stray belongs to nobody's numbering and has none. */
export function outlineOf(doc: EditorNode): OutlineClause[] {
  const shown = doc.children.filter((clause) => !isHidden(clause));
  const numbered = shown
    .filter((clause) => !isStray(clause))
    .map((clause) => ({ ...clauseAttributes(clause), nid: clause.attrs.nid ?? "" }));
  const labels = numbers(numbered);
  const words = leafWordsIn(doc);
  return shown.map((clause) => {
    const { nid, level, kind } = clauseAttributes(clause);
    const stray = isStray(clause);
    return {
      nid,
      number: stray ? "" : (labels.get(nid ?? "") ?? ""),
      level,
      kind,
      words: firstWords(clause, words),
      stray,
    };
  });
}

const wordsMax = 80;

function firstWords(clause: EditorNode, words: (node: EditorNode) => string): string {
  return clause.textBetween(0, Math.min(clause.content.size, 2 * wordsMax), "", words).slice(0, wordsMax);
}

/** The words of an inline embed as the text says them. */
export function leafWords(node: EditorNode): string {
  return node.type.spec.leafText?.(node) ?? "";
}

/** Whether two states number and list their clauses alike, judged by identity so that typing costs nothing. */
export function hasSameOutline(one: EditorNode, other: EditorNode): boolean {
  if (one === other) return true;
  if (one.childCount !== other.childCount) return false;
  for (let index = 0; index < one.childCount; index++) {
    const [before, after] = [one.child(index), other.child(index)];
    if (before !== after && !isSameHead(before, after)) return false;
  }
  return true;
}

function isSameHead(before: EditorNode, after: EditorNode): boolean {
  const [one, other] = [clauseAttributes(before), clauseAttributes(after)];
  const isSameClause = one.nid === other.nid && one.level === other.level && one.kind === other.kind;
  return isSameClause && isHidden(before) === isHidden(after) && isStray(before) === isStray(after);
}

/** The whole text as a person would copy it, one clause a line, each with its number and indented by its level. */
export function plainTextOf(doc: EditorNode, nids: ReadonlySet<string> | null): string {
  const shown = doc.children.filter((clause) => !isHidden(clause));
  return outlineOf(doc)
    .map((entry, index) => ({ entry, clause: shown[index]! }))
    .filter(({ entry }) => nids === null || nids.has(entry.nid ?? ""))
    .map(({ entry, clause }) => {
      const words = clause.textBetween(0, clause.content.size, "", leafWordsIn(doc));
      const label = writtenLabel(entry.kind, entry.number, "indented");
      return `${"  ".repeat(entry.level - 1)}${label === "" ? "" : `${label} `}${words}`.trimEnd();
    })
    .join("\n");
}
