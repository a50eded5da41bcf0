/**
 * Lines of law in plain words → clauses with level and kind (rules D1, D2): what was copied from a word processor, from a
 * PDF, from the regulations' web text, or written by the product itself. What was not understood is named line by line.
 */
import { type Marking, markingOfNewText } from "../record/marking.ts";
import type { Clause, Term } from "./control-text.ts";
import { withTermReferences } from "./import-entry.ts";
import { numbers } from "./numbering.ts";
import { type LeftOut, type Passage, passagesOf } from "./plain-text/passages.ts";
import { type ClauseDraft, structured } from "./plain-text/structure.ts";

export type { ClauseDraft, LeftOut, Passage };

/**
 * What a person should look at: a printed label that the computed number does not repeat, a number that was missing, or an
 * exponent that has come down to the line.
 */
export type Doubt = {
  line: number;
  words: string;
  reason: "other-number" | "missing-number" | "lost-exponent";
  now: string;
};

export type PlainTextReading = {
  /** `4A906`, where the heading begins with a code. */
  reference: string;
  heading: string;
  clauses: ClauseDraft[];
  leftOut: LeftOut[];
  doubts: Doubt[];
};

const codedHeading = /^(?:eccn\s+)?(\d[A-E]\d{3})\b[\s:.\u2013\u2014-]*/i;
const lostExponent = /(?:\b10|[×x]\s?10)\s[−–-]\s?\d{1,2}(?![\d.,]*\s?[°%])/u;

/** Passages that are whole already and may know their level, as a word processor's list gives it. */
export function readPassages(passages: Passage[], leftOut: LeftOut[] = []): PlainTextReading {
  const [first, ...rest] = passages;
  const heading = first && isHeading(first, rest) ? first : null;
  const coded = heading ? codedHeading.exec(heading.words) : null;
  const title = heading ? heading.words.slice(coded?.[0].length ?? 0).trim() : "";
  const drafts = structured(heading ? rest : passages);
  const head: ClauseDraft[] =
    heading && title !== ""
      ? [{ level: 1, kind: "heading", text: title, line: heading.line, label: coded?.[1] ?? "" }]
      : [];
  const clauses = [...head, ...drafts].filter(({ text, kind }) => text !== "" || kind === "item");
  return { reference: (coded?.[1] ?? "").toUpperCase(), heading: title, clauses, leftOut, doubts: doubtsOf(clauses) };
}

/** The first line is the heading where it has no label and more follows, or where it begins with a code. */
function isHeading({ words, level }: Passage, rest: Passage[]): boolean {
  if (codedHeading.test(words)) return true;
  return level === undefined && rest.length > 0 && !startsLabelled(words) && words.length < 1200;
}

function startsLabelled(words: string): boolean {
  return structured([{ line: 1, words, indent: 0 }])[0]?.kind !== "text";
}

/** The clauses of a plain text. */
export function readPlainText(text: string): PlainTextReading {
  const { passages, leftOut } = passagesOf(text);
  return readPassages(passages, leftOut);
}

function numbered(clauses: ClauseDraft[]): { nid: string; level: number; kind: ClauseDraft["kind"] }[] {
  return clauses.map(({ level, kind }, at) => ({ nid: String(at), level, kind }));
}

function lastStep(label: string): string {
  return (
    label
      .replace(/[().\s]+$/g, "")
      .split(/[.(\s]/)
      .pop() ?? ""
  );
}

function doubtsOf(clauses: ClauseDraft[]): Doubt[] {
  const labels = numbers(numbered(clauses));
  return clauses.flatMap((clause, at): Doubt[] => {
    const now = labels.get(String(at)) ?? "";
    const { line, text, label, kind } = clause;
    const found: Doubt[] = [];
    if (kind === "item" && label === "" && (text === "[Reserved]" || text === ""))
      found.push({ line, words: text, reason: "missing-number", now });
    else if (kind === "item" && label !== "" && lastStep(label) !== lastStep(now))
      found.push({ line, words: label, reason: "other-number", now });
    if (lostExponent.test(text)) found.push({ line, words: lostExponent.exec(text)![0], reason: "lost-exponent", now });
    return found;
  });
}

export type PlainTextOptions = {
  /** Gives a fresh nid at each call. */
  nextNid: () => string;
  marking?: Marking;
  /** Terms whose quoted occurrences become term references. */
  terms?: Term[];
};

/** Drafts as clauses with identifiers of their own. */
export function clausesOfDrafts(drafts: ClauseDraft[], { nextNid, marking, terms = [] }: PlainTextOptions): Clause[] {
  return drafts.map(({ level, kind, text }) => ({
    nid: nextNid(),
    level,
    kind,
    marking: marking ?? markingOfNewText,
    caveat: [],
    content: withTermReferences(text, terms),
  }));
}
