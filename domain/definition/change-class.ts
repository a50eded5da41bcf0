/** What happened to each clause between two versions, in one word and a sentence (rules D12, D13). */
import { type Clause, type ControlText, clauseText, type Inline } from "./control-text.ts";
import { clausePaths } from "./numbering.ts";
import { placedParameters } from "./parameters/parse-parameters.ts";
import { plainText } from "./plain-words.ts";
import { type ClauseRedline, redline } from "./redline.ts";
import { type Threshold, thresholdChange } from "./threshold-change.ts";
import type { Run } from "./word-diff.ts";

/** The classes of rule D12. */
export const changeClasses = [
  "added",
  "removed",
  "moved",
  "editorial",
  "loosened",
  "tightened",
  "narrowed",
  "widened",
  "rewritten",
] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** `nid` is that of the later text, or of the earlier one for what was removed. `detail` is a sentence or a threshold. */
export type Change = { nid: string; class: ChangeClass; detail: string };

/** Stands in the words for a threshold, so that the rest can be compared without it. */
const placeholder = "\u2021";
/** "A power of 10 W or more" and "a power exceeding 9 W" differ in the threshold only. */
const linkedPlaceholder = new RegExp(`(?:\\b(?:of|is|are|being|at|value|values)\\s+)*${placeholder}`, "giu");
const quotedMax = 120;

type Reading = { words: string; thresholds: Threshold[] };

/** The words of a clause with a placeholder for each threshold, typed or in plain words, and the thresholds in order. */
function read(content: Inline[]): Reading {
  const thresholds: Threshold[] = [];
  let words = "";
  let run = "";
  const flush = (): void => {
    let from = 0;
    for (const { start, end, subject, comparator, value, unit } of placedParameters(run)) {
      words += `${run.slice(from, start)} ${placeholder} `;
      thresholds.push({ quantity: subject, comparator, value, unit, typed: false });
      from = end;
    }
    words += run.slice(from);
    run = "";
  };
  for (const part of content) {
    if ("text" in part) run += part.text;
    else if ("termRef" in part) run += `'${part.termRef}'`;
    else if ("xref" in part) run += part.xref;
    else {
      flush();
      if ("param" in part) {
        const { quantity, comparator, value, unit } = part.param;
        words += ` ${placeholder} `;
        thresholds.push({ quantity, comparator, value, unit, typed: true });
      } else {
        const inner = read(part.bracket.content);
        words += ` [${inner.words}] `;
        thresholds.push(...inner.thresholds);
      }
    }
  }
  flush();
  return { words, thresholds };
}

const listJoint = /[;,]\s*(and|or)\s*[;,.]?\s*$/i;

/** The "and" behind an item goes with its place in the list; it counts only where it became an "or". */
function withoutListJoint(reading: Reading, other: Reading): Reading {
  const [own, others] = [listJoint.exec(reading.words)?.[1], listJoint.exec(other.words)?.[1]];
  const differs = own !== undefined && others !== undefined && own.toLowerCase() !== others.toLowerCase();
  return differs ? reading : { ...reading, words: reading.words.replace(listJoint, "") };
}

/** The words without case, punctuation and spelling, the placeholders kept as a word that no text holds. */
function skeleton({ words }: Reading): string {
  return plainText(words.replace(linkedPlaceholder, " 0threshold0 "));
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= quotedMax ? `“${line}”` : `“${line.slice(0, quotedMax).trimEnd()} …”`;
}

/** Notes of real lists exclude in words: "3A001.e does not control batteries". */
const excludes =
  /\b(?:do|does) not (?:control|apply|include|cover|specify|extend)|\b(?:is|are) not (?:controlled|covered|included|specified|subject)/i;

function isExclusion(clause: Clause): boolean {
  return clause.kind === "exclusion" || (clause.kind === "note" && excludes.test(clauseText(clause)));
}

const exceptWords = /^[\s,;(]*(?:except|other than|excluding|unless|but not|not including|with the exception)\b/i;

/** An exception put into an item narrows it, one taken out widens it (D12); null when the words changed otherwise. */
function exceptionChange(runs: Run[]): ChangeClass | null {
  const changed = runs.filter(({ kind, text }) => kind !== "same" && plainText(text) !== "");
  const kinds = new Set(changed.map(({ kind }) => kind));
  if (kinds.size !== 1 || !changed.every(({ text }) => exceptWords.test(text))) return null;
  return kinds.has("inserted") ? "narrowed" : "widened";
}

/** The changed words as `“old” → “new”`. */
function shownRuns(runs: Run[]): string {
  const side = (kind: Run["kind"]): string =>
    runs
      .filter((run) => run.kind === kind)
      .map(({ text }) => text.trim())
      .filter((text) => text !== "")
      .join(" … ");
  const [old, now] = [side("deleted"), side("inserted")];
  if (old === "") return `New words: ${quoted(now)}.`;
  if (now === "") return `Words gone: ${quoted(old)}.`;
  return `${quoted(old)} → ${quoted(now)}`;
}

type Classed = { class: ChangeClass; detail: string };

function classedThresholds(before: Reading, after: Reading, runs: Run[]): Classed {
  const changes = before.thresholds.map((old, at) => thresholdChange(old, after.thresholds[at]!));
  const real = changes.filter(({ effect }) => effect !== "same");
  const detail = real.map((change) => change.detail).join("; ");
  const [first] = real;
  if (first === undefined) {
    const words = plainText(runs.map(({ kind, text }) => (kind === "same" ? "" : text)).join(" "));
    return {
      class: "editorial",
      detail:
        words === "" ? "Only case, punctuation or spaces changed." : "Said in another way, with the same content.",
    };
  }
  const effects = new Set(real.map(({ effect }) => effect));
  if (effects.size === 1 && first.effect !== "same") return { class: first.effect, detail };
  return { class: "rewritten", detail };
}

function classedChange(before: Clause, after: Clause, runs: Run[]): Classed {
  if (before.kind !== after.kind) {
    return { class: "rewritten", detail: `The ${before.kind} became a ${after.kind}.` };
  }
  const [old, now] = [read(before.content), read(after.content)];
  const sameWords = skeleton(withoutListJoint(old, now)) === skeleton(withoutListJoint(now, old));
  if (old.thresholds.length === now.thresholds.length && sameWords) {
    return classedThresholds(old, now, runs);
  }
  const exception = exceptionChange(runs);
  return { class: exception ?? "rewritten", detail: shownRuns(runs) };
}

function changeOf(line: ClauseRedline, from: Map<string, string>, to: Map<string, string>): Change | null {
  const { nid, status, moved, before, after, runs } = line;
  if (before === undefined && after !== undefined) {
    const narrowed = isExclusion(after);
    const detail = narrowed ? `New exclusion: ${quoted(clauseText(after))}.` : `New: ${quoted(clauseText(after))}.`;
    return { nid, class: narrowed ? "narrowed" : "added", detail };
  }
  if (after === undefined && before !== undefined) {
    const widened = isExclusion(before);
    const detail = widened ? `Exclusion gone: ${quoted(clauseText(before))}.` : `Gone: ${quoted(clauseText(before))}.`;
    return { nid, class: widened ? "widened" : "removed", detail };
  }
  if (status === "same" || before === undefined || after === undefined) return null;
  const place = `From ${from.get(before.nid)} to ${to.get(after.nid)}.`;
  if (status === "moved") return { nid, class: "moved", detail: place };
  const classed = classedChange(before, after, runs);
  if (moved && classed.class === "editorial") return { nid, class: "moved", detail: place };
  return { nid, ...classed };
}

/** The changed clauses with one class each, in the order of the redline; unchanged ones are not listed. */
export function classifyChanges(before: ControlText, after: ControlText): Change[] {
  return classifyRedline(before, after, redline(before, after));
}

/** As `classifyChanges`, for a redline that is at hand already. */
export function classifyRedline(before: ControlText, after: ControlText, lines: ClauseRedline[]): Change[] {
  const from = clausePaths(before.reference, before.clauses);
  const to = clausePaths(after.reference, after.clauses);
  return lines.flatMap((line) => changeOf(line, from, to) ?? []);
}
