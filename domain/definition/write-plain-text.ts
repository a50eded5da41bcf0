/** A control text as lines of plain words, one clause a line, each with its computed number; `read-plain-text.ts` reads it back. */
import { type Clause, type ClauseKind, inlineText } from "./control-text.ts";
import { numbers, referenceWords } from "./numbering.ts";

/**
 * `paths`: `a.1.a.` before each item, as the web text of the United States regulations has it. `steps`: `a.` alone, nested
 * by order, as the European lists print it. `indented`: the paths, behind two spaces for each level.
 */
export type PlainTextManner = "paths" | "steps" | "indented";

const withColon: readonly ClauseKind[] = ["note", "technical-note", "nota-bene", "related-control", "exclusion"];

function lastStep(label: string): string {
  return `${label.replace(/\.$/, "").split(".").pop() ?? ""}.`;
}

/** What stands before the words of a clause, in the manner that is asked for. */
export function writtenLabel(kind: ClauseKind, label: string, manner: PlainTextManner): string {
  if (withColon.includes(kind)) return `${label}:`;
  return kind === "item" && manner === "steps" ? lastStep(label) : label;
}

export type Written = { reference: string; clauses: Clause[] };

/** The lines of a text; the heading begins with the reference where there is one. */
export function writePlainText({ reference, clauses }: Written, manner: PlainTextManner): string {
  const labels = numbers(clauses);
  const wordsFor = referenceWords(clauses);
  const lines = clauses.map((clause) => {
    const { kind, level, nid } = clause;
    const words = inlineText(clause.content, wordsFor).replace(/\s+/gu, " ").trim();
    const label = kind === "heading" ? reference : writtenLabel(kind, labels.get(nid) ?? "", manner);
    const indent = manner === "indented" ? "  ".repeat(level - 1) : "";
    return `${indent}${[label, words].filter((part) => part !== "").join(" ")}`;
  });
  return `${lines.join("\n")}\n`;
}
