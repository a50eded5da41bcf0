/** A definition as a Word file: a paragraph for each clause, its number as words, changes as tracked ones. */
import type { DefinitionOut, LineOut } from "./definition-out.ts";
import { plainParagraph, type WordBlock, type WordRun } from "./word-file.ts";
import type { WordFile } from "./write-word.ts";

/** The heading above the terms; a reader of the file knows by it where the clauses end. */
export const termsHeading = "Terms";

function runsOf({ kind, label, runs }: LineOut): WordRun[] {
  const isNew = runs.length > 0 && runs.every((run) => run.kind === "inserted");
  const isGone = runs.length > 0 && runs.every((run) => run.kind === "deleted");
  const sign = { inserted: isNew || undefined, deleted: isGone || undefined };
  const number: WordRun[] = label === "" ? [] : [{ words: `${label}\t`, bold: kind !== "item" || undefined, ...sign }];
  return [
    ...number,
    ...runs.map(({ kind: change, text }) => ({
      words: text,
      inserted: change === "inserted" || undefined,
      deleted: change === "deleted" || undefined,
    })),
  ];
}

function paragraphOf(line: LineOut): WordBlock {
  const runs = runsOf(line);
  const words = runs.flatMap((run) => (run.deleted ? [] : run.words)).join("");
  const style = line.kind === "heading" ? "heading 1" : `clause ${line.level}`;
  return { paragraph: plainParagraph(words, { style, runs }) };
}

export function definitionWord(out: DefinitionOut): WordFile {
  const terms: WordBlock[] = out.terms.map(({ term, definition }) => ({
    paragraph: plainParagraph(`${term}: ${definition}`, {
      runs: [{ words: term, bold: true }, { words: `: ${definition}` }],
    }),
  }));
  const heads: WordBlock[] =
    terms.length > 0 ? [{ paragraph: plainParagraph(termsHeading, { style: "heading 2" }) }] : [];
  const from = out.changesFrom;
  return {
    title: out.title,
    marking: out.marking,
    reference: out.reference,
    version: from === null ? out.version : `${out.version}, with changes from ${from.version}`,
    hashWords: out.hashWords,
    changedBy: from === null ? undefined : { name: from.by, at: from.at },
    blocks: [...out.lines.map(paragraphOf), ...heads, ...terms],
  };
}
