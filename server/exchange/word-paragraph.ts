/** Gathers one paragraph of a Word file while its elements go by. */
import { cellCharactersMax } from "./limits.ts";
import { raise } from "./raised-figures.ts";
import { Unread } from "./unpack-word.ts";
import type { WordParagraph, WordRun } from "./word-file.ts";
import type { WordStyle } from "./word-styles.ts";

type RunMarks = Omit<WordRun, "words">;

export type ParagraphSoFar = {
  styleId: string;
  level: number | null;
  outline: number | null;
  /** What the paragraph itself says of its list; null where it leaves it to the style. */
  listed: boolean | null;
  runs: WordRun[];
  characters: number;
};

export const newParagraph = (): ParagraphSoFar => ({
  styleId: "",
  level: null,
  outline: null,
  listed: null,
  runs: [],
  characters: 0,
});

const marks = ["inserted", "deleted", "superscript", "subscript", "bold", "italic"] as const;
const alike = (one: RunMarks, other: RunMarks) =>
  marks.every((mark) => (one[mark] ?? false) === (other[mark] ?? false));

/** Adds words; those with the same marks as the run before belong to it, however the file was cut. */
export function addWords(paragraph: ParagraphSoFar, words: string, given: RunMarks): void {
  if (words === "") return;
  paragraph.characters += words.length;
  if (paragraph.characters > cellCharactersMax)
    throw new Unread(`A paragraph of the file holds more than ${cellCharactersMax.toLocaleString("en")} characters.`);
  const last = paragraph.runs.at(-1);
  if (last && alike(last, given)) {
    last.words += words;
    return;
  }
  const set = Object.fromEntries(marks.filter((mark) => given[mark]).map((mark) => [mark, true]));
  paragraph.runs.push({ words, ...set });
}

export function finishParagraph(paragraph: ParagraphSoFar, style: WordStyle): WordParagraph {
  const runs = paragraph.runs.map((run) => ({
    ...run,
    words: run.superscript ? (raise(run.words) ?? run.words) : run.words,
  }));
  const numbered = paragraph.listed ?? style.numbered;
  const fromList = numbered ? (paragraph.level ?? (paragraph.listed ? 0 : null)) : null;
  return {
    words: runs
      .filter(({ deleted }) => !deleted)
      .map(({ words }) => words)
      .join(""),
    style: style.name,
    level: fromList ?? paragraph.outline ?? style.level,
    numbered,
    runs,
  };
}
