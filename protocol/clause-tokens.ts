/**
 * The content of a clause word by word, as live text holds it and as plain values would have it, so that one can be turned
 * into the other with the fewest operations: what stays keeps its author, its comments and its place.
 */
import type * as Y from "yjs";
import { canonicalJson } from "../domain/definition/canonical-text.ts";
import type { Inline, Parameter } from "../domain/definition/control-text.ts";
import { wordTokens } from "../domain/definition/word-diff.ts";
import {
  type BracketFormat,
  bracketFormatKey,
  definitionRoots,
  keyOf,
  readBracket,
  readEmbed,
  readParameter,
} from "./definition-shape.ts";
import { clauseCharacters } from "./definition-text.ts";

/** A stretch of the text; a word may stand in several where a place lies between its characters. */
export type Range = { index: number; length: number };

export type TextToken = {
  /** What makes two tokens the same, whatever brackets they stand in. A parameter is the same as one of its quantity. */
  key: string;
  bracket: BracketFormat | null;
  ranges: Range[];
  /** The identifier of a typed parameter, and what stands under it. */
  pid: string | null;
  param: Parameter | null;
};

/** `part` is what would be written: words, or an inline thing. */
export type WantedToken = {
  key: string;
  bracket: BracketFormat | null;
  part: Exclude<Inline, { bracket: unknown }>;
};

const wordKey = (words: string) => `word ${words.normalize("NFC")}`;
const paramKey = (param: Parameter | null) => `param ${param?.quantity.normalize("NFC") ?? ""}`;

export function sameBracket(one: BracketFormat | null, other: BracketFormat | null): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

type Part = { insert?: unknown; attributes?: Record<string, unknown> };

/** Gathers characters until something ends the run, then cuts them into words. */
class Gathering {
  readonly tokens: TextToken[] = [];
  private words = "";
  private indices: number[] = [];
  private bracket: BracketFormat | null = null;

  add(words: string, index: number, bracket: BracketFormat | null): void {
    if (this.words !== "" && !sameBracket(this.bracket, bracket)) this.flush();
    this.bracket = bracket;
    this.words += words;
    for (let at = 0; at < words.length; at++) this.indices.push(index + at);
  }

  flush(): void {
    let at = 0;
    for (const word of wordTokens(this.words)) {
      const ranges: Range[] = [];
      for (const index of this.indices.slice(at, at + word.length)) {
        const last = ranges.at(-1);
        if (last && last.index + last.length === index) last.length += 1;
        else ranges.push({ index, length: 1 });
      }
      at += word.length;
      this.tokens.push({ key: wordKey(word), bracket: this.bracket, ranges, pid: null, param: null });
    }
    this.words = "";
    this.indices = [];
  }
}

/** The tokens of each clause of a live text, by its identifier; of a doubled one those of the first. */
export function textTokens(doc: Y.Doc): Map<string, TextToken[]> {
  const { text, clauses: fields } = definitionRoots(doc);
  const found = new Map<string, TextToken[]>();
  let gathering = new Gathering();
  let index = 0;
  for (const { insert, attributes } of text.toDelta() as Part[]) {
    const bracket = readBracket(attributes?.[bracketFormatKey]);
    if (typeof insert === "string") {
      gathering.add(insert, index, bracket);
      index += insert.length;
      continue;
    }
    const embed = readEmbed(insert);
    if (embed !== null && "clause" in embed) {
      gathering.flush();
      gathering = new Gathering();
      if (!found.has(embed.clause)) found.set(embed.clause, gathering.tokens);
    } else if (embed === null || !("place" in embed)) {
      gathering.flush();
      const pid = embed !== null && "param" in embed ? embed.param : null;
      const param = pid === null ? null : readParameter(fields.get(keyOf(pid, "param")));
      const key = pid === null ? canonicalJson(embed ?? insert) : paramKey(param);
      gathering.tokens.push({ key, bracket, ranges: [{ index, length: 1 }], pid, param });
    }
    index += 1;
  }
  gathering.flush();
  return found;
}

/** The tokens that a content would be. Throws where a bracket stands in another, which live text cannot hold. */
export function wantedTokens(content: Inline[], bracket: BracketFormat | null = null): WantedToken[] {
  return content.flatMap((part): WantedToken[] => {
    if ("bracket" in part) {
      if (bracket !== null) throw new Error("A bracket inside a bracket has no shape as live text.");
      const { content: inside, ...head } = part.bracket;
      return wantedTokens(inside, head);
    }
    if ("text" in part)
      return wordTokens(clauseCharacters(part.text)).map((text) => ({ key: wordKey(text), bracket, part: { text } }));
    return [{ key: "param" in part ? paramKey(part.param) : canonicalJson(part), bracket, part }];
  });
}
