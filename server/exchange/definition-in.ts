/**
 * A definition out of a file that somebody brings, or out of pasted words: Word, plain text, or our own JSON. It is read as a
 * control text with identifiers of its own; what is no clause, and what should be looked at, is named line by line.
 */
import { randomBytes } from "node:crypto";
import { commonTerms } from "../../domain/definition/common-terms.ts";
import type { ControlText, Term } from "../../domain/definition/control-text.ts";
import { listLabel } from "../../domain/definition/plain-text/label.ts";
import type { Passage } from "../../domain/definition/plain-text/passages.ts";
import { readControlTextFile } from "../../domain/definition/read-control-text.ts";
import {
  clausesOfDrafts,
  type Doubt,
  type PlainTextReading,
  readPassages,
  readPlainText,
} from "../../domain/definition/read-plain-text.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { termsHeading } from "./definition-word.ts";
import { readWordFile } from "./read-file.ts";
import type { Read, WordParagraph, WordText } from "./word-file.ts";

export type LeftOutLine = { line: number; words: string; reason: string };

export type DefinitionIn = {
  form: "word" | "text" | "json";
  text: ControlText;
  leftOut: LeftOutLine[];
  doubts: Doubt[];
  /** Pictures, text boxes and embedded objects, which are not read. */
  pictures: number;
};

export const textCharactersMax = 2_000_000;
export const clausesMax = 4000;

const newNid = () => randomBytes(12).toString("base64url");

function textOf(reading: PlainTextReading, terms: Term[]): ControlText {
  const drafts = reading.clauses.map((draft) => ({ ...draft, text: clauseCharacters(draft.text).trim() }));
  return {
    format: "plenary-control-text/1",
    reference: reading.reference,
    title: reading.heading,
    terms: [],
    clauses: clausesOfDrafts(drafts, { nextNid: newNid, terms }),
  };
}

function limited(read: DefinitionIn): Read<DefinitionIn> {
  const { length } = read.text.clauses;
  if (length === 0) return { unread: "The file holds no words that could be clauses." };
  return length > clausesMax
    ? { unread: `A text may begin with at most ${clausesMax} clauses; this one would have ${length}.` }
    : { read };
}

function fromReading(form: "word" | "text", reading: PlainTextReading, more: LeftOutLine[], pictures: number) {
  const { leftOut, doubts } = reading;
  return limited({ form, text: textOf(reading, commonTerms), leftOut: [...leftOut, ...more], doubts, pictures });
}

type Gathered = { passages: Passage[]; leftOut: LeftOutLine[] };

/** The level that our own files give by a style, and others by a list. */
function levelOf({ style, level, numbered }: WordParagraph): number | undefined {
  const own = /^clause ([1-6])$/i.exec(style)?.[1];
  if (own) return Number(own);
  return numbered && level !== null ? level + 1 : undefined;
}

/** Paragraphs are passages; tables are left out, and so are the terms behind our own heading for them. */
function passagesOfWord({ blocks }: WordText): Gathered {
  const gathered: Gathered = { passages: [], leftOut: [] };
  let behindTerms = false;
  blocks.forEach((block, at) => {
    const line = at + 1;
    if ("table" in block) {
      const words = block.table.rows
        .flat(2)
        .map((cell) => cell.words)
        .join(" ")
        .trim()
        .slice(0, 200);
      if (words !== "") gathered.leftOut.push({ line, words, reason: "table" });
      return;
    }
    const { paragraph } = block;
    const words = paragraph.words.replace(/\s+/gu, " ").trim();
    if (words === "") return;
    if (/^heading [2-6]$/i.test(paragraph.style) && words === termsHeading) behindTerms = true;
    if (behindTerms) gathered.leftOut.push({ line, words, reason: "terms" });
    else gathered.passages.push({ line, words, indent: 0, level: levelOf(paragraph) });
  });
  return gathered;
}

/** A list of the word processor numbers by itself: its items have no label among their words, so one is written. */
function withListLabels(passages: Passage[], { blocks }: WordText): Passage[] {
  const counters: number[] = [];
  return passages.map((passage) => {
    const block = blocks[passage.line - 1]!;
    if (!("paragraph" in block) || !block.paragraph.numbered) return passage;
    const depth = (block.paragraph.level ?? 0) + 1;
    counters.length = depth;
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1;
    return { ...passage, words: `${listLabel(depth, counters[depth - 1]!)} ${passage.words}` };
  });
}

async function fromWord(bytes: Uint8Array): Promise<Read<DefinitionIn>> {
  const file = await readWordFile(bytes);
  if ("unread" in file) return file;
  const { passages, leftOut } = passagesOfWord(file.read);
  const labelled = withListLabels(passages, file.read);
  return fromReading("word", readPassages(labelled), leftOut, file.read.leftOut ?? 0);
}

function fromJson(characters: string): Read<DefinitionIn> {
  const text = readControlTextFile(characters);
  if (isRefusal(text)) return { unread: text.reason };
  return limited({ form: "json", text, leftOut: [], doubts: [], pictures: 0 });
}

/** Words that were pasted, or the characters of a file. */
export function readDefinitionWords(characters: string): Read<DefinitionIn> {
  if (characters.length > textCharactersMax)
    return { unread: `A text may have at most ${textCharactersMax.toLocaleString("en")} characters.` };
  const plain = characters.replace(/^\ufeff/, "");
  if (/^\s*\{/.test(plain)) return fromJson(plain);
  return fromReading("text", readPlainText(plain), [], 0);
}

function charactersOf(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads what the file is by its first bytes; its name is never asked. */
export async function readDefinitionFile(bytes: Uint8Array): Promise<Read<DefinitionIn>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromWord(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return { unread: "This is a Word file of the older kind (.doc). Save it as .docx and bring that." };
  if (bytes.length > 4 * textCharactersMax)
    return { unread: `A text may have at most ${textCharactersMax.toLocaleString("en")} characters.` };
  const characters = charactersOf(bytes);
  if (characters === null || characters.includes("\u0000"))
    return {
      unread: "This is neither a Word file (.docx) nor plain text nor JSON. A PDF is brought by copying its words.",
    };
  if (characters.startsWith("%PDF-"))
    return { unread: "A PDF says how pages look, not what clauses are. Copy its words and paste them instead." };
  return readDefinitionWords(characters);
}
