/**
 * The same entry in two lists, paragraph beside paragraph. What a clause says decides which belongs to which, never its
 * label; each difference is named: a threshold, the words, or a clause that only one of the lists has.
 */
import { classifyRedline } from "./change-class.ts";
import { type Clause, type ControlText, clauseText } from "./control-text.ts";
import { clausePaths } from "./numbering.ts";
import { type PlacedParameter, placedParameters } from "./parameters/parse-parameters.ts";
import { plainText } from "./plain-words.ts";
import { redline } from "./redline.ts";
import { thresholdChange } from "./threshold-change.ts";
import type { Run } from "./word-diff.ts";

/** `spelling`: the same but for quotation marks, hyphens, case and spelling. */
export type Likeness = "same" | "spelling" | "words" | "threshold" | "only-here" | "only-there";

/** A threshold as it is written on each side; null where the other side has no such one. */
export type ThresholdPair = { subject: string | null; here: string | null; there: string | null };

export type ParallelRow = {
  here: Clause | null;
  there: Clause | null;
  likeness: Likeness;
  /** The words with what only one side says: `deleted` is said here, `inserted` there. */
  runs: Run[];
  thresholds: ThresholdPair[];
  /** The paths on both sides, where the same clause has another number. */
  paths: { here: string; there: string } | null;
};

function sameThreshold(one: PlacedParameter, other: PlacedParameter): boolean {
  const threshold = ({ subject, comparator, value, unit }: PlacedParameter) => ({
    ...{ quantity: subject, comparator, value, unit },
    typed: false,
  });
  return thresholdChange(threshold(one), threshold(other)).effect === "same";
}

/** `10-bit` in one list is `10 bit` in the other. */
const evenWords = (words: string) => words.replace(/(?<=\d)[-\u2010\u2011](?=\p{L})/gu, " ");

/** The thresholds of two clauses that differ: equal ones go first, what is left is taken in its order. */
export function thresholdPairs(here: string, there: string): ThresholdPair[] {
  const others = placedParameters(evenWords(there));
  const left = placedParameters(evenWords(here)).filter((one) => {
    const found = others.findIndex((other) => sameThreshold(one, other));
    if (found >= 0) others.splice(found, 1);
    return found < 0;
  });
  const count = Math.max(left.length, others.length);
  return Array.from({ length: count }, (_, at) => ({
    subject: (left[at]?.subject ?? others[at]?.subject)?.replace(/[\s.:;,]+$/, "") ?? null,
    here: left[at]?.raw ?? null,
    there: others[at]?.raw ?? null,
  }));
}

function likenessOf(here: Clause | null, there: Clause | null, isChanged: boolean, pairs: ThresholdPair[]): Likeness {
  if (here === null) return "only-there";
  if (there === null) return "only-here";
  if (pairs.length > 0) return "threshold";
  if (clauseText(here) === clauseText(there)) return "same";
  const isAlike = plainText(clauseText(here)) === plainText(clauseText(there));
  return isAlike || !isChanged ? "spelling" : "words";
}

/** Reserved numbers, and items that only hold those below them, are no text to compare. */
function saysSomething(clause: Clause | undefined): boolean {
  return clause !== undefined && !/^(?:\[reserved\]\.?)?$/i.test(clauseText(clause).trim());
}

/** All clauses of both texts that say something, each once, in the order of the other side with what only this side has in its place. */
export function parallelTexts(here: ControlText, there: ControlText): ParallelRow[] {
  const lines = redline(here, there);
  const changed = new Set(
    classifyRedline(here, there, lines)
      .filter((change) => change.class !== "editorial" && change.class !== "moved")
      .map(({ nid }) => nid),
  );
  const [ownPaths, otherPaths] = [
    clausePaths(here.reference, here.clauses),
    clausePaths(there.reference, there.clauses),
  ];
  const shown = lines.filter(({ before, after }) => saysSomething(before) || saysSomething(after));
  return shown.map(({ nid, before = null, after = null, runs }) => {
    const thresholds = before && after ? thresholdPairs(clauseText(before), clauseText(after)) : [];
    const [own, other] = [ownPaths.get(before?.nid ?? ""), otherPaths.get(after?.nid ?? "")];
    const isRenumbered = own !== undefined && other !== undefined && own !== other;
    return {
      here: before,
      there: after,
      likeness: likenessOf(before, after, changed.has(nid), thresholds),
      runs,
      thresholds,
      paths: isRenumbered ? { here: own, there: other } : null,
    };
  });
}
