/**
 * A definition on its way out: what all its files say of it, and its clauses with the changes from another version. The Word
 * file, the page and the plain text are written from the same lines.
 */
import type { ClauseKind, ControlText, Term } from "../../domain/definition/control-text.ts";
import { inlineText } from "../../domain/definition/control-text.ts";
import { numbers, referenceWords } from "../../domain/definition/numbering.ts";
import { redline } from "../../domain/definition/redline.ts";
import type { Run } from "../../domain/definition/word-diff.ts";
import { writtenLabel } from "../../domain/definition/write-plain-text.ts";

export type DefinitionOut = {
  reference: string;
  title: string;
  /** `TLP:AMBER`, with the delegations that alone may read where there are some. */
  marking: string;
  /** `Version 3 of 4 November 2026`, or that it is a draft. */
  version: string;
  hashWords: string;
  textHash: string;
  /** The version that the changes are from, whose they are and when they were frozen; null for the clean text. */
  changesFrom: { version: string; by: string; at: number } | null;
  lines: LineOut[];
  terms: Term[];
};

/** One clause; `runs` are all `same` in the clean text. */
export type LineOut = { kind: ClauseKind; level: number; label: string; runs: Run[] };

/** The clauses as they stand. */
export function cleanLines({ clauses }: ControlText): LineOut[] {
  const labels = numbers(clauses);
  const wordsFor = referenceWords(clauses);
  return clauses.map((clause) => ({
    kind: clause.kind,
    level: clause.level,
    label: writtenLabel(clause.kind, labels.get(clause.nid) ?? "", "paths"),
    runs: [{ kind: "same", text: inlineText(clause.content, wordsFor) }],
  }));
}

/** The clauses of both texts, with the words that came and went; what is gone has the number that it had. */
export function changedLines(before: ControlText, after: ControlText): LineOut[] {
  const [old, now] = [numbers(before.clauses), numbers(after.clauses)];
  return redline(before, after).map((line) => {
    const clause = (line.after ?? line.before)!;
    const number = (line.after ? now : old).get(clause.nid) ?? "";
    return {
      kind: clause.kind,
      level: clause.level,
      label: writtenLabel(clause.kind, number, "paths"),
      runs: line.runs,
    };
  });
}
