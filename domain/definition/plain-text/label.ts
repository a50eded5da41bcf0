/**
 * What stands before the words of a line of law: `a.1.`, `Note 2:`, `Technical Note to 2B352.c:`, `N.B.`, `Related Controls:`.
 * Labels are read and taken away; the numbers that readers see are computed anew (rule D2).
 */
import type { ClauseKind } from "../control-text.ts";
import { letters } from "../numbering.ts";

/** One step of a label: `b` is the second letter, `12` the twelfth number. */
export type LabelStep = { style: "letter" | "number"; ordinal: number; shown: string };

export type AsideKind = Extract<ClauseKind, "note" | "technical-note" | "nota-bene" | "exclusion">;

/** A line of law without its label, and what the label said. */
export type LabelledWords =
  | { sort: "item"; steps: LabelStep[]; label: string; words: string }
  /** A note of any kind; `about` is the path in a label such as `Note 1 to 2B352.g.2`; `plural` heads a series of numbered notes. */
  | {
      sort: "aside";
      kind: AsideKind;
      ordinal: number | null;
      about: string | null;
      plural: boolean;
      label: string;
      words: string;
    }
  | { sort: "related-control"; label: string; words: string }
  | { sort: "text"; words: string };

const itemLabel = /^\(?((?:[a-z]{1,2}|\d{1,3})(?:\.(?:[a-z]{1,2}|\d{1,3}))*)(?:[.)](?=\s|$)|\s*\)(?=\s|$))\s*/;
/** A bare path without its last full stop, as some sites print it: `a.1 Words`. */
const barePath = /^([a-z](?:\.(?:[a-z]{1,2}|\d{1,3}))+)\s+(?=\S)/;
/** ` to 2B352.c:`, or nothing but the colon, or the end of the line. */
const asideEnd = "(?:\\s+(?:to|for|on)\\s+(?:paragraphs?\\s+|cat\\w*\\s+)?([^:\\u2013\\u2014]{1,60}):|\\s*:|\\s*$)\\s*";
const asideLabels: [AsideKind, RegExp][] = [
  ["technical-note", new RegExp(`^technical\\s+note(s)?(?:\\s+(\\d{1,2}))?${asideEnd}`, "i")],
  ["nota-bene", new RegExp(`^n\\.?\\s?b\\.(s)?(?:\\s?(\\d{1,2})\\.?)?(?:${asideEnd}|\\s+)`, "i")],
  ["note", new RegExp(`^note(s)?(?:\\s+(\\d{1,2}))?${asideEnd}`, "i")],
  ["exclusion", new RegExp(`^exclusion(s)?(?:\\s+(\\d{1,2}))?${asideEnd}`, "i")],
];
const relatedLabel = /^related\s+controls?\s*:\s*/i;

/** `az`; what comes later in the alphabet is a word (`or`) or a unit (`mm`). */
const lettersMax = 52;
const numberMax = 99;

function stepOf(shown: string): LabelStep | null {
  if (/^\d+$/.test(shown))
    return Number(shown) <= numberMax ? { style: "number", ordinal: Number(shown), shown } : null;
  const ordinal = [...shown].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
  return letters(ordinal) === shown && ordinal <= lettersMax ? { style: "letter", ordinal, shown } : null;
}

/** The steps of `a.1.b`; null where it is no label of a list. */
export function labelSteps(path: string): LabelStep[] | null {
  const steps = path
    .replace(/\.$/, "")
    .split(".")
    .map((shown) => (/^(?:[a-z]{1,2}|\d{1,3})$/.test(shown) ? stepOf(shown) : null));
  const whole = steps.filter((step) => step !== null);
  if (whole.length !== steps.length || whole.some(({ ordinal }) => ordinal === 0)) return null;
  return whole;
}

function readItem(line: string): LabelledWords | null {
  const found = itemLabel.exec(line) ?? barePath.exec(line);
  const steps = found ? labelSteps(found[1]!) : null;
  if (!found || !steps) return null;
  return { sort: "item", steps, label: found[0].trim(), words: line.slice(found[0].length).trim() };
}

function readAside(line: string): LabelledWords | null {
  for (const [kind, pattern] of asideLabels) {
    const found = pattern.exec(line);
    if (!found) continue;
    return {
      sort: "aside",
      kind,
      ordinal: found[2] === undefined ? null : Number(found[2]),
      about: found[3]?.trim() ?? null,
      plural: found[1] !== undefined,
      label: found[0].trim().replace(/:$/, ""),
      words: line.slice(found[0].length).trim(),
    };
  }
  return null;
}

/** A line of law, its label apart from its words. */
export function readLabel(line: string): LabelledWords {
  const related = relatedLabel.exec(line);
  if (related)
    return { sort: "related-control", label: related[0].trim(), words: line.slice(related[0].length).trim() };
  return readItem(line) ?? readAside(line) ?? { sort: "text", words: line.trim() };
}

/** Whether a line begins with a label of any sort. */
export function hasLabel(line: string): boolean {
  return readLabel(line.trim()).sort !== "text";
}

/** The label that our numbering gives the item of a list that prints none: letters and numbers in turn. */
export function listLabel(depth: number, ordinal: number): string {
  return depth % 2 === 1 ? `${letters(ordinal)}.` : `${ordinal}.`;
}
