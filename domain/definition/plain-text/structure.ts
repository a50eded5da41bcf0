/**
 * Passages → clauses with level and kind. All ways of reading the labels are followed side by side, and the cheapest one
 * through the whole text is taken, for what a line is often shows only some lines later.
 */
import { type ClauseKind, clauseLevelMax } from "../control-text.ts";
import { labelsOfRange } from "../whole-tree.ts";
import { asideLevelCost, textLevelCost } from "./aside-level.ts";
import { type LabelledWords, type LabelStep, readLabel } from "./label.ts";
import type { Passage } from "./passages.ts";
import {
  type Aside,
  emptyReading,
  type Fill,
  headsList,
  innerCost,
  itemPlaces,
  type Placed,
  placeBehindMissing,
  type Reading,
  type Scope,
} from "./reading.ts";

/** A clause that was read, without an identifier yet. `label` is what was printed before its words. */
export type ClauseDraft = { level: number; kind: ClauseKind; text: string; line: number; label: string };

/** So many ways are followed at once. */
const readingsMax = 24;
const levelMissCost = 4;

type Line = { said: LabelledWords; level: number | null; line: number };
type Items = Extract<LabelledWords, { sort: "item" }>;
type AsideWords = Extract<LabelledWords, { sort: "aside" }>;

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

function stepsOf({ steps }: Items): { steps: LabelStep[]; cost: number }[] {
  const last = steps.at(-1)!;
  const roman = romans.indexOf(last.shown) + 1;
  if (roman === 0) return [{ steps, cost: 0 }];
  return [
    { steps, cost: 0 },
    { steps: [...steps.slice(0, -1), { style: "number", ordinal: roman, shown: last.shown }], cost: 0.3 },
  ];
}

const missCost = (wanted: number | null, level: number) => (wanted === null || wanted === level ? 0 : levelMissCost);

/** A note that was put before the sub-items of its subject, which then do not come. */
function brokenPromise({ inner, main, asides }: Reading, level: number | null): number {
  const waits = inner !== null && inner.level > Math.max(main.length, 1) && asides.at(-1)?.kind !== "exclusion";
  return waits && level !== inner.level ? 5 : 0;
}

function place(reading: Reading, kind: ClauseKind, level: number, at: number, fill: Fill[] = []): Placed {
  return { kind, level: Math.min(level, clauseLevelMax), fill, before: reading.placed, at };
}

function asMainItem(reading: Reading, line: Line, said: Items, at: number, isFull: boolean): Reading[] {
  const { inner, main, last } = reading;
  const leaving = inner === null ? 0 : innerCost(inner, false, last);
  return stepsOf(said).flatMap(({ steps, cost: styled }) => {
    const labelled = { steps, words: said.words };
    const places = itemPlaces({ frames: main, words: ":" }, labelled, { isFull, last: mainLast(reading) });
    return [...places, ...placeBehindMissing(main, labelled)].flatMap(({ frames, cost, fill }) => {
      const level = frames.length;
      // What is deeper than a note belongs to the note: such an item cannot follow it.
      if (inner !== null && Math.min(level, fill[0]?.level ?? level) > inner.level) return [];
      const sum = reading.cost + styled + cost + leaving + brokenPromise(reading, level) + missCost(line.level, level);
      return {
        cost: sum,
        main: frames,
        inner: null,
        series: null,
        asides: [],
        last: said.words,
        placed: place(reading, "item", level, at, fill),
      };
    });
  });
}

/** The end of the last item of the entry, which notes have come behind. */
function mainLast({ main, inner, asides, last }: Reading): string {
  return inner === null && asides.length === 0 ? last : (main.at(-1)?.words ?? "");
}

function asInnerItem(reading: Reading, line: Line, said: Items, at: number): Reading[] {
  const { inner, last } = reading;
  if (inner === null) return [];
  const staying = innerCost(inner, true, last);
  return stepsOf(said).flatMap(({ steps, cost: styled }) =>
    itemPlaces(inner, { steps, words: said.words }, { isFull: false, last }).map(({ frames, cost, fill }): Reading => {
      const level = inner.level + frames.length;
      const deeper = fill.map((one) => ({ ...one, level: inner.level + one.level }));
      return {
        ...reading,
        cost: reading.cost + styled + cost + staying + missCost(line.level, Math.min(level, clauseLevelMax)),
        inner: { ...inner, frames },
        last: said.words,
        placed: place(reading, "item", level, at, deeper),
      };
    }),
  );
}

/** `Technical Notes:` and then `1.`, `2.`: the numbers are those of the notes. */
function asSeriesNote(reading: Reading, line: Line, said: Items, at: number): Reading[] {
  const { series } = reading;
  const [step, ...more] = said.steps;
  if (series === null || more.length > 0 || step!.style !== "number" || step!.ordinal !== series.last + 1) return [];
  const { kind, level } = series;
  return [
    {
      ...withAside(reading, { kind, ordinal: step!.ordinal, level, depth: 0 }, said.words, at),
      cost: reading.cost + missCost(line.level, level),
      series: { ...series, last: step!.ordinal },
    },
  ];
}

function withAside(reading: Reading, aside: Aside, words: string, at: number): Reading {
  return {
    ...reading,
    inner: { level: aside.level, frames: [], words },
    asides: [...reading.asides.filter(({ kind }) => kind !== aside.kind), aside],
    last: words,
    placed: place(reading, aside.kind, aside.level, at),
  };
}

function asAside(reading: Reading, line: Line, said: AsideWords, at: number): Reading[] {
  const depth = reading.main.length;
  const out: Reading[] = [];
  for (let level = 1; level <= Math.min(depth + 1, clauseLevelMax); level++) {
    // What is deeper than an open note is within it.
    if (reading.inner !== null && level > reading.inner.level) break;
    const toCome = level > Math.max(depth, 1);
    const cost =
      reading.cost +
      asideLevelCost(reading, said, level, toCome) +
      missCost(line.level, level) +
      (reading.inner !== null && reading.inner.level !== level ? brokenPromise(reading, level) : 0) +
      (toCome && !headsList(reading.main.at(-1)?.words ?? "") && said.kind !== "exclusion" ? 1 : 0);
    const aside = { kind: said.kind, ordinal: said.ordinal ?? 1, level, depth: Math.min(level, depth) };
    const isHead = said.plural && said.ordinal === null;
    const series = isHead ? { kind: said.kind, last: 0, level } : null;
    if (isHead && said.words === "") out.push({ ...reading, cost, series });
    else out.push({ ...withAside(reading, aside, said.words, at), cost, series });
  }
  if (reading.inner !== null) out.push(...insideNote(reading, reading.inner, said.kind, line, said.words, at));
  return out;
}

/** A note or a paragraph within the items of another note; it opens no list of its own. */
function insideNote(
  reading: Reading,
  inner: Scope,
  kind: ClauseKind,
  line: Line,
  words: string,
  at: number,
): Reading[] {
  const levels = Array.from({ length: inner.frames.length + 1 }, (_, deeper) => inner.level + 1 + deeper);
  return levels
    .filter((level) => level <= clauseLevelMax)
    .map((level) => ({
      ...reading,
      cost: reading.cost + 1.5 + missCost(line.level, level),
      last: words,
      placed: place(reading, kind, level, at),
    }));
}

function asText(reading: Reading, line: Line, kind: ClauseKind, words: string, at: number): Reading[] {
  const { inner, main } = reading;
  const levels = Array.from({ length: Math.max(main.length, 1) }, (_, less) => less + 1);
  const out = levels.map(
    (level): Reading => ({
      ...reading,
      cost: reading.cost + textLevelCost(reading, words, level) + missCost(line.level, level),
      inner: inner !== null && level <= inner.level ? null : inner,
      last: words,
      placed: place(reading, kind, level, at),
    }),
  );
  if (inner !== null && kind === "text") out.push(...insideNote(reading, inner, kind, line, words, at));
  return out;
}

/** A paragraph whose own words begin with a number. */
function labelled({ label, words }: Items): string {
  return `${label} ${words}`.trim();
}

function keptLabelCost({ steps, label }: Items): number {
  return (steps[0]!.style === "number" ? 1.4 : 3.5) + (label.endsWith(")") ? 0 : 0.6);
}

function goOn(reading: Reading, line: Line, at: number, isFull: boolean): Reading[] {
  const { said } = line;
  if (said.sort === "aside") return asAside(reading, line, said, at);
  if (said.sort === "text") return asText(reading, line, "text", said.words, at);
  if (said.sort === "related-control") return asText(reading, line, "related-control", said.words, at);
  return [
    ...asSeriesNote(reading, line, said, at),
    ...asMainItem(reading, line, said, at, isFull),
    ...asInnerItem(reading, line, said, at),
    ...asText(reading, line, "text", labelled(said), at).map((one) => ({
      ...one,
      cost: one.cost + keptLabelCost(said),
    })),
  ];
}

function keyOf({ main, inner, series, asides, placed }: Reading): string {
  const path = (frames: { step: LabelStep }[]) => frames.map(({ step }) => step.shown).join(".");
  const side = inner === null ? "" : `${inner.level}:${path(inner.frames)}`;
  const notes = asides.map(({ kind, ordinal, level }) => `${kind}${ordinal}${level}`).join();
  return `${path(main)}|${side}|${series?.kind ?? ""}${series?.level ?? ""}|${notes}|${placed?.level}`;
}

function cheapest(readings: Reading[]): Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const key = keyOf(reading);
    const known = best.get(key);
    if (known === undefined || reading.cost < known.cost) best.set(key, reading);
  }
  return [...best.values()].sort((one, other) => one.cost - other.cost).slice(0, readingsMax);
}

/** The level that white space gives each passage, where it is regular; else null for all. */
function levelsOf(passages: Passage[]): (number | null)[] {
  const indents = [...new Set(passages.map(({ indent }) => indent))].sort((one, other) => one - other);
  const [least = 0] = indents;
  const unit = Math.min(...indents.slice(1).map((indent, at) => indent - indents[at]!));
  const isRegular =
    indents.length > 1 &&
    unit >= 2 &&
    indents.every((indent) => (indent - least) % unit === 0 && (indent - least) / unit < clauseLevelMax);
  return passages.map(({ indent, level }) => level ?? (isRegular ? (indent - least) / unit + 1 : null));
}

const reservedRange = /^(\S{1,20}\s+(?:to|through|[-\u2013])\s+\S{1,20}?)\.?\s+(\[?reserved\]?\.?)$/i;

/** `d. through f. [Reserved]` is one line for three items. */
function spreadRange(passage: Passage): Passage[] {
  const found = reservedRange.exec(passage.words);
  const labels = found && labelsOfRange(found[1]!);
  if (!labels) return [passage];
  return labels.map((label) => ({ ...passage, words: `${label}. ${found[2]}` }));
}

/** The clauses of the passages behind the heading, in their order. */
export function structured(given: Passage[]): ClauseDraft[] {
  const passages = given.flatMap(spreadRange);
  const levels = levelsOf(passages);
  const lines: Line[] = passages.map((passage, at) => ({
    said: readLabel(passage.words),
    level: levels[at]!,
    line: passage.line,
  }));
  const isFull = lines.some(({ said }) => said.sort === "item" && said.steps.length > 1);
  let readings = [emptyReading];
  lines.forEach((line, at) => {
    readings = cheapest(readings.flatMap((reading) => goOn(reading, line, at, isFull)));
  });
  const ended = readings.map((reading): Reading => ({ ...reading, cost: reading.cost + brokenPromise(reading, null) }));
  const [best] = ended.sort((one, other) => one.cost - other.cost);
  return draftsOf(best?.placed ?? null, lines);
}

function draftsOf(last: Placed | null, lines: Line[]): ClauseDraft[] {
  const placed: Placed[] = [];
  for (let one = last; one !== null; one = one.before) placed.push(one);
  return placed.reverse().flatMap(({ kind, level, fill, at }) => {
    const { said, line } = lines[at]!;
    const keepsLabel = kind === "text" && said.sort === "item";
    const label = "label" in said && !keepsLabel ? said.label : "";
    const text = keepsLabel ? labelled(said) : said.words;
    const missing = fill.map((one): ClauseDraft => ({ ...one, kind: "item", line, label: "" }));
    return [...missing, { level, kind, text, line, label }];
  });
}
