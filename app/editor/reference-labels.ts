/** What a reference is read as: the number that its clause has now, else the words the clause begins with (rules D2, D5). */
import type { Node as EditorNode } from "prosemirror-model";
import { numbers } from "../../domain/definition/numbering.ts";
import { clauseAttributes, isHidden, isStray } from "./schema.ts";

type ClauseLabel = { number: string; words: string };

const labelled = new WeakMap<EditorNode, Map<string, ClauseLabel>>();
const wordsMax = 40;
const clauseWordsMax = 400;

/** The words of an inline embed as they are written, a reference by its bare target. */
function writtenWords(node: EditorNode): string {
  return node.type.spec.leafText?.(node) ?? "";
}

function labelsOf(doc: EditorNode): Map<string, ClauseLabel> {
  const known = labelled.get(doc);
  if (known !== undefined) return known;
  const standing = doc.children.filter((clause) => !isHidden(clause) && !isStray(clause) && clause.attrs.nid !== null);
  const numbered = numbers(
    standing.map((clause) => ({ ...clauseAttributes(clause), nid: clause.attrs.nid as string })),
  );
  const labels = new Map(
    standing.map((clause) => {
      const words = clause.textBetween(0, Math.min(clause.content.size, 2 * wordsMax), "", writtenWords);
      return [
        clause.attrs.nid as string,
        { number: numbered.get(clause.attrs.nid) ?? "", words: words.slice(0, wordsMax) },
      ];
    }),
  );
  labelled.set(doc, labels);
  return labels;
}

/** The number of a clause, or its first words in quotation marks; null when no such clause stands in the text. */
export function clauseLabel(doc: EditorNode, nid: string): string | null {
  const label = labelsOf(doc).get(nid);
  if (label === undefined) return null;
  return label.number || `“${label.words}”`;
}

/** The words of the inline embeds of a text, references by the label of their clause. */
export function leafWordsIn(doc: EditorNode): (node: EditorNode) => string {
  return (node) =>
    node.type.name === "xref" ? (clauseLabel(doc, node.attrs.target) ?? node.attrs.target) : writtenWords(node);
}

/** A clause that can be referred to, as a choice. */
export type ClauseChoice = { nid: string; number: string; words: string };

export function clauseChoices(doc: EditorNode): ClauseChoice[] {
  const labels = labelsOf(doc);
  const leafWords = leafWordsIn(doc);
  return doc.children.flatMap((clause) => {
    const label = labels.get(clause.attrs.nid ?? "");
    if (label === undefined || isHidden(clause)) return [];
    const words = clause.textBetween(0, clause.content.size, "", leafWords).slice(0, clauseWordsMax);
    return [{ nid: clause.attrs.nid as string, number: label.number, words }];
  });
}

/** The words of a clause, for the card of a reference to it. */
export function wordsOfClause(doc: EditorNode, nid: string): string {
  const clause = doc.children.find((one) => one.attrs.nid === nid);
  if (clause === undefined) return "";
  return clause.textBetween(0, clause.content.size, "", leafWordsIn(doc)).slice(0, clauseWordsMax);
}

/** The labels of the clauses that refer to a clause or to another target, in the order of the text. */
export function referringClauses(doc: EditorNode, target: string): string[] {
  return doc.children.flatMap((clause) => {
    const refers = clause.children.some((node) => node.type.name === "xref" && node.attrs.target === target);
    return refers ? (clauseLabel(doc, clause.attrs.nid ?? "") ?? []) : [];
  });
}
