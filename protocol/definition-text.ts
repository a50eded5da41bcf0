/**
 * A definition as live text ⇄ its clauses as plain values. No editor and no page is needed, so the server reads with
 * the same functions when it freezes, exports or judges a text. Clauses come in the order in which they are shown.
 */
import type * as Y from "yjs";
import type { Bracket, Clause, Inline, Parameter } from "../domain/definition/control-text.ts";
import { layoutOf } from "./clause-layout.ts";
import {
  bracketFormatKey,
  definitionRoots,
  isFieldValue,
  isId,
  keyOf,
  readBracket,
  readClauseFields,
  readEmbed,
  readParameter,
} from "./definition-shape.ts";

export type DefinitionReading = {
  /** The clauses in the order in which they are shown. */
  clauses: Clause[];
  /** Clauses that somebody deleted while a colleague was typing in them: a fault, for a person to place. */
  strays: Clause[];
  /** Identifiers that begin more than one clause: a fault. */
  doubledNids: string[];
  /** Text in front of the first clause, which no clause holds: a fault. Empty when all is well. */
  before: Inline[];
  /** Embeds and parameters that this code does not know and therefore left out: a fault when not 0. */
  unknownCount: number;
};

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> };

/** Gathers the inline parts of one clause; neighbours under the same bracket become one bracket. */
export class InlineRun {
  readonly content: Inline[] = [];
  private bracketSource = "";
  private bracket: Bracket | null = null;

  push(part: Inline, format: unknown) {
    const bracket = readBracket(format);
    const source = bracket === null ? "" : JSON.stringify([bracket.id, bracket.delegations, bracket.alternativeOf]);
    if (source !== this.bracketSource) {
      this.bracketSource = source;
      this.bracket = bracket === null ? null : { ...bracket, content: [] };
      if (this.bracket !== null) this.content.push({ bracket: this.bracket });
    }
    const run = this.bracket?.content ?? this.content;
    const last = run.at(-1);
    if ("text" in part && last !== undefined && "text" in last) last.text += part.text;
    else run.push(part);
  }
}

/**
 * Reads the whole text. Clauses that are gone and empty are left out; those that are gone and hold text are strays.
 * Whatever a document holds, this neither throws nor changes it.
 */
export function readDefinition(doc: Y.Doc): DefinitionReading {
  const { text, clauses: fields } = definitionRoots(doc);
  const before = new InlineRun();
  const runs: { nid: string; run: InlineRun }[] = [];
  let run = before;
  let unknownCount = 0;
  for (const part of text.toDelta() as DeltaPart[]) {
    const format = part.attributes?.[bracketFormatKey];
    if (typeof part.insert === "string") {
      run.push({ text: part.insert }, format);
      continue;
    }
    const embed = readEmbed(part.insert);
    if (embed === null) unknownCount += 1;
    else if ("clause" in embed) {
      run = new InlineRun();
      runs.push({ nid: embed.clause, run });
    } else if ("param" in embed) {
      const param = readParameter(fields.get(keyOf(embed.param, "param")));
      if (param === null) unknownCount += 1;
      else run.push({ param }, format);
    } else if (!("place" in embed)) run.push(embed, format);
  }
  return { ...sortClauses(fields, inOrderOfScreen(doc, runs)), before: before.content, unknownCount };
}

/** What was gathered clause by clause in the order of the text, in the order in which clauses are shown. */
function inOrderOfScreen<Gathered>(doc: Y.Doc, inOrderOfText: Gathered[]): Gathered[] {
  const { segments, shown } = layoutOf(doc);
  const gathered = new Map(segments.slice(1).map((segment, index) => [segment, inOrderOfText[index]!]));
  return shown.flatMap((segment) => gathered.get(segment) ?? []);
}

function sortClauses(fields: Y.Map<unknown>, runs: { nid: string; run: InlineRun }[]) {
  const clauses: Clause[] = [];
  const strays: Clause[] = [];
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { nid, run } of runs) {
    if (seen.has(nid)) doubled.add(nid);
    seen.add(nid);
    const { gone, ...values } = readClauseFields(fields, nid);
    const clause: Clause = { nid, ...values, content: run.content };
    if (!gone) clauses.push(clause);
    else if (run.content.length > 0) strays.push(clause);
  }
  return { clauses, strays, doubledNids: [...doubled] };
}

const breakingCharacters = /[\p{Cc}\u2028\u2029]+/gu;
const halfCharacters = /\p{Cs}/gu;

/** The same words without line breaks and control characters, which a clause cannot hold, and in whole characters. */
export function clauseCharacters(words: string): string {
  return words.replace(breakingCharacters, " ").replace(halfCharacters, "\ufffd");
}

type DeltaInsert = { insert: string | object; attributes: Record<string, unknown> };

function deltaOf(content: Inline[], attributes: Record<string, unknown>, newParam: (param: Parameter) => string) {
  const delta: DeltaInsert[] = [];
  for (const part of content) {
    if ("text" in part) {
      const words = clauseCharacters(part.text);
      if (words !== "") delta.push({ insert: words, attributes });
    } else if ("param" in part) delta.push({ insert: { param: newParam(part.param) }, attributes });
    else if ("bracket" in part) {
      if (bracketFormatKey in attributes) throw new Error("A bracket inside a bracket has no shape as live text.");
      const { content: inner, ...bracket } = part.bracket;
      delta.push(...deltaOf(inner, { [bracketFormatKey]: bracket }, newParam));
    } else delta.push({ insert: part, attributes });
  }
  return delta;
}

/**
 * Writes clauses into a document that holds none yet: a definition begun from an import or from a frozen version.
 * Line breaks and control characters become spaces; parameters get the identifiers `p1`, `p2`, …
 * Throws when the document is not empty, an identifier is malformed or doubled, or a value cannot stand in live text.
 */
export function writeClauses(doc: Y.Doc, clauses: Clause[]): void {
  const { text, clauses: fields } = definitionRoots(doc);
  if (text.length > 0) throw new Error(`Clauses are written into an empty text; this one holds ${text.length} units.`);
  const nids = new Set(clauses.map((clause) => clause.nid));
  if (nids.size < clauses.length) throw new Error("Two clauses have one identifier.");
  let paramCount = 0;
  const write = (id: string, field: Parameters<typeof isFieldValue>[0], value: unknown) => {
    if (!isFieldValue(field, value)) throw new Error(`${id}: ${JSON.stringify(value)} is not a ${field}.`);
    fields.set(keyOf(id, field), value);
  };
  const newParam = (param: Parameter) => {
    do paramCount += 1;
    while (nids.has(`p${paramCount}`));
    write(`p${paramCount}`, "param", param);
    return `p${paramCount}`;
  };
  doc.transact(() => {
    const delta: DeltaInsert[] = [];
    for (const clause of clauses) {
      if (!isId(clause.nid)) throw new Error(`${JSON.stringify(clause.nid)} is not an identifier of a clause.`);
      write(clause.nid, "level", clause.level);
      write(clause.nid, "kind", clause.kind);
      write(clause.nid, "marking", clause.marking);
      if (clause.caveat.length > 0) write(clause.nid, "caveat", clause.caveat);
      delta.push({ insert: { clause: clause.nid }, attributes: {} }, ...deltaOf(clause.content, {}, newParam));
    }
    for (const part of delta) {
      if (typeof part.insert !== "string" && readEmbed(part.insert) === null) {
        throw new Error(`${JSON.stringify(part.insert)} cannot stand in live text.`);
      }
    }
    text.applyDelta(delta);
  });
}

/** The words of the whole text, one clause a line, as they are searched or copied. */
export function definitionWords(doc: Y.Doc): string {
  const { text, clauses: fields } = definitionRoots(doc);
  const front: Line = { words: "" };
  const lines: Line[] = [];
  for (const part of text.toDelta() as DeltaPart[]) {
    const line = lines.at(-1) ?? front;
    if (typeof part.insert === "string") {
      line.words += part.insert;
      continue;
    }
    const embed = readEmbed(part.insert);
    if (embed === null || "place" in embed) continue;
    if ("clause" in embed) lines.push({ words: "" });
    else if ("termRef" in embed) line.words += `'${embed.termRef}'`;
    else if ("xref" in embed) line.words += embed.xref;
    else line.words += readParameter(fields.get(keyOf(embed.param, "param")))?.raw ?? "";
  }
  const shown = inOrderOfScreen(doc, lines);
  return [...(front.words === "" ? [] : [front]), ...shown].map(({ words }) => words).join("\n");
}

type Line = { words: string };
