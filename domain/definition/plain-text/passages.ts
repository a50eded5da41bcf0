/**
 * Lines as they come out of a word processor, a PDF or a web page → whole passages: hard breaks within a sentence are
 * mended, words divided at the end of a line are joined, and what belongs to the page and not to the law is left out.
 */
import { hasLabel, readLabel } from "./label.ts";

/** A whole passage; `line` is that of its first line, counted from 1, and `indent` its columns of white space. */
export type Passage = {
  line: number;
  words: string;
  indent: number;
  /** Known from the markup of a list and not from white space; null where nothing says it. */
  level?: number;
};

/** Why a line is not among the clauses. */
export type LeftOutReason = "page-furniture" | "licence-information" | "empty-field" | "section-heading";
export type LeftOut = { line: number; words: string; reason: LeftOutReason };

type Line = { line: number; words: string; indent: number; afterBlank: boolean };

/** Page and column breaks end a line too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a word processor writes a break within a paragraph as U+000B.
const lineEnds = /\r\n?|[\n\u000b\f\u0085\u2028\u2029]/u;
const tabColumns = 4;
/** No line of a hard-broken text is longer; lines of a paragraph that was copied whole are. */
const brokenColumnsMax = 130;
const endsSentence = /[.;:!?)”"’\]]$/;
const licenceFields =
  /^(?:reasons?\s+for\s+control|lvs|gbs|iec|civ|apr|tsr|apa|special\s+conditions(?:\s+for\s+sta)?|sta|reporting\s+requirements)\s*:/i;
const sectionHeadings =
  /^(?:licen[sc]e\s+requirements(?:\s+notes?)?|list[\s-]+based\s+licen[sc]e\s+exceptions.*|list\s+of\s+items\s+controlled|control\(s\)(?:\s+country\s+chart.*)?|country\s+chart.*|items)\s*:?$/i;
const wholeEntrySign = /^(?:list\s+of\s+items\s+controlled|list[\s-]+based\s+licen[sc]e\s+exceptions)\b/i;
const controlRow = /^(?:NS|RS|AT|MT|NP|CB|CC|FC|EI|SS|UN|CW|SL)(?:,\s*[A-Z]{2})*\s+appl(?:y|ies)\s+to\b/;
const emptyField = /^related\s+(?:controls?|definitions?)\s*:\s*(?:n\/a\.?|none\.?)?$/i;

const pageNumber = /^(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;
const journal = /official journal of the european union|^[LC]\s*\d+\/\d+(?:\s|$)|^federal register\b|^(?:EN|FR|DE)$/i;

/** The head of each page and the first line of the product's own files. */
const markingLine = /^TLP:(?:CLEAR|GREEN|AMBER(?:\+STRICT)?|RED)\b/;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blank = false;
  text.split(lineEnds).forEach((raw, at) => {
    const spaces = /^[\s\u00a0]*/.exec(raw)![0];
    const indent = [...spaces].reduce((sum, mark) => sum + (mark === "\t" ? tabColumns : 1), 0);
    const words = raw.replace(/[\p{Cc}\s]+/gu, " ").trim();
    if (words === "") blank = true;
    else {
      lines.push({ line: at + 1, words, indent, afterBlank: blank });
      blank = false;
    }
  });
  return lines;
}

/** Lines that stand on every page say nothing: they come three times or more, but for their figures, and have no label. */
function runningHeads(lines: Line[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { words } of lines) {
    if (words.length > 90 || hasLabel(words)) continue;
    const key = furnitureKey(words);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([key, count]) => count >= 3 && key.length > 3).map(([key]) => key));
}

function furnitureKey(words: string): string {
  return words.replace(/\d+/g, "0").toLowerCase();
}

type Origin = {
  heads: Set<string>;
  /** The text was taken from pages. */
  paged: boolean;
  /** The text is an entry as the regulations print it, with licences before its items. */
  isWholeEntry: boolean;
};

/** What a line is besides law; null for law. */
function reasonToLeaveOut(words: string, { heads, paged, isWholeEntry }: Origin): LeftOutReason | null {
  if (pageNumber.test(words) && words.length < 16 && !/^\d+[.)]/.test(words)) return "page-furniture";
  if (markingLine.test(words)) return "page-furniture";
  if (journal.test(words) && words.length < 90) return "page-furniture";
  if (paged && heads.has(furnitureKey(words))) return "page-furniture";
  if (emptyField.test(words)) return "empty-field";
  if (!isWholeEntry) return null;
  if (licenceFields.test(words) || controlRow.test(words)) return "licence-information";
  return sectionHeadings.test(words) ? "section-heading" : null;
}

/** Whether sentences go on over several lines: then most unlabelled lines follow one that ends no sentence. */
function isHardBroken(lines: Line[]): boolean {
  if (lines.some(({ words }) => words.length > brokenColumnsMax)) return false;
  let going = 0;
  let unlabelled = 0;
  for (let at = 1; at < lines.length; at++) {
    const here = lines[at]!;
    if (hasLabel(here.words)) continue;
    unlabelled += 1;
    if (!here.afterBlank && !endsSentence.test(lines[at - 1]!.words)) going += 1;
  }
  return going > 0 && going * 2 >= unlabelled;
}

/** Two lines as one. A word that was divided is joined, unless the text writes it with its hyphen elsewhere. */
export function joinedLines(before: string, after: string, whole: string): string {
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  const head = /([\p{L}]+)[-\u2010]$/u.exec(before)?.[1];
  const tail = /^\p{Ll}+/u.exec(after)?.[0];
  if (head === undefined || tail === undefined) {
    return /[\p{L}\p{N}][-\u2010\u2011/]$/u.test(before) ? before + after : `${before} ${after}`;
  }
  const text = whole.toLowerCase();
  const isWritten = (word: string) => text.includes(word.toLowerCase());
  const keeps =
    isWritten(`${head}-${tail}`) ||
    (!isWritten(head + tail) &&
      /^(?:non|self|high|low|multi|cross|well|single|double|all|half|quasi|end)$/i.test(head));
  return keeps ? before + after : before.slice(0, -1) + after;
}

/** A line that is so much shorter than the longest one was ended by its writer, not by the page. */
const fullLineShare = 0.8;
const endsClause = /[.;:,)]["'’”]?$|\b(?:and|or)$/;
const endsPassage = /[;:]$/;
const endsPoint = /[.;:]["'’”]?$/;

/** Labels that no sentence holds: those of notes, and whole paths such as `a.1.`. */
function isSureLabel(words: string): boolean {
  const said = readLabel(words);
  if (said.sort === "item") return said.steps.length > 1 && said.steps[0]!.style === "letter";
  return said.sort !== "text";
}

/** Whether the line goes on with the sentence before it. */
function goesOn(before: Line & { last: string }, here: Line, { broken, width }: { broken: boolean; width: number }) {
  const isLabelled = hasLabel(here.words);
  if (here.afterBlank) return /^\p{Ll}/u.test(here.words) && !endsSentence.test(before.last) && !isLabelled;
  if (!broken) return !isLabelled && /^\p{Ll}/u.test(here.words) && !endsPoint.test(before.last);
  const reach = before.last.length + firstWord(here.words);
  const isSmall = !isLabelled && /^\p{Ll}/u.test(here.words);
  if (isSmall && !endsClause.test(before.last)) return true;
  if (reach < width * fullLineShare || isSureLabel(here.words)) return false;
  // A number at the end of a sentence may come to stand in front of a line: `exceeding / 34.`
  if (isLabelled) return !endsClause.test(before.last);
  if (isSmall) return true;
  return endsPassage.test(before.last) ? false : !endsPoint.test(before.last) || reach >= width;
}

function firstWord(words: string): number {
  return words.indexOf(" ") < 0 ? words.length : words.indexOf(" ");
}

export type Passages = { passages: Passage[]; leftOut: LeftOut[] };

/** The passages of a text in their order, and every line that was left out with its reason. */
export function passagesOf(text: string): Passages {
  const all = linesOf(text);
  const heads = runningHeads(all);
  const paged = all.some(({ words }) => pageNumber.test(words) || journal.test(words));
  const isWholeEntry = all.some(({ words }) => wholeEntrySign.test(words));
  const leftOut: LeftOut[] = [];
  const lines = all.filter(({ line, words }) => {
    const reason = reasonToLeaveOut(words, { heads, paged, isWholeEntry });
    if (reason !== null) leftOut.push({ line, words, reason });
    return reason === null;
  });
  const broken = isHardBroken(lines);
  const width = Math.max(0, ...lines.map(({ words, indent }) => words.length + indent));
  const passages: (Line & { last: string })[] = [];
  for (const here of lines) {
    const before = passages.at(-1);
    // The first line is the heading; what follows it on the next line goes on only in a hard-broken text.
    if (before && goesOn(before, here, { broken, width: width - here.indent })) {
      before.words = joinedLines(before.words, here.words, text);
      before.last = here.words;
    } else passages.push({ ...here, last: here.words });
  }
  return { passages: passages.map(({ line, words, indent }) => ({ line, words, indent })), leftOut };
}
