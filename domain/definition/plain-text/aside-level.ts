/**
 * The level of a note that was written without white space before it. What it says decides: a path such as `6A004.a.4`,
 * the number that goes on from the note before it, or the quoted term that it explains.
 */
import { type LabelledWords, labelSteps } from "./label.ts";
import { type Frame, headsList, type Reading } from "./reading.ts";

type AsideWords = Extract<LabelledWords, { sort: "aside" }>;

const citedPath = /\b\d[A-E]\d{3}((?:\.(?:[a-z]{1,2}|\d{1,3})(?![\p{L}\p{N}]))*)/u;
const barePath = /(?:^|\s)\.?([a-z](?:\.(?:[a-z]{1,2}|\d{1,3}))*)\.?$/;
const quotedTerm = /['‘“"]([^'’”"‘“]{3,80}?),?['’”"]/gu;

/** The depth of the item that a path names among the open ones; null where it names another, 0 for the entry as a whole. */
function depthOfPath(path: string, main: Frame[]): number | null {
  if (path === "") return 0;
  const steps = labelSteps(path);
  if (!steps || steps.length > main.length) return null;
  return steps.every((step, at) => step.ordinal === main[at]!.step.ordinal) ? steps.length : null;
}

/** The depth that words name at their beginning; null where it is none that is open, undefined where they name nothing. */
function depthNamedIn(words: string, main: Frame[]): number | null | undefined {
  const found = citedPath.exec(words);
  if (found === null || found.index > 40) return undefined;
  return depthOfPath(found[1]!.replace(/^\./, ""), main);
}

function namedDepth({ about, words }: AsideWords, main: Frame[]): number | null | undefined {
  if (about !== null) {
    const cited = citedPath.exec(about);
    const path = cited ? cited[1]!.replace(/^\./, "") : barePath.exec(about)?.[1];
    if (path !== undefined) return depthOfPath(path, main);
  }
  return depthNamedIn(words, main);
}

/** What it costs that a paragraph without label stands at `level`: `For the purposes of 3A001.a.5.a:` names its place. */
export function textLevelCost({ main }: Reading, words: string, level: number): number {
  const named = depthNamedIn(words, main);
  return typeof named === "number" ? (Math.max(named, 1) === level ? 0 : 1) : 0.1 * (level - 1);
}

/** The deepest open item whose words hold a term that the note quotes first. */
function termDepth({ words }: AsideWords, main: Frame[]): number | null {
  const terms = [...words.matchAll(quotedTerm)].slice(0, 2).map((found) => found[1]!.toLowerCase());
  for (let depth = main.length; depth > 0; depth--) {
    const said = main[depth - 1]!.words.toLowerCase();
    if (terms.some((term) => said.includes(term) || said.includes(term.replace(/s$/, "")))) return depth;
  }
  return null;
}

/** What it costs that the note stands at `level`. The level of the sub-items to come is one more than there are open items. */
export function asideLevelCost(reading: Reading, aside: AsideWords, level: number, toCome: boolean): number {
  const { main, asides } = reading;
  const sister = asides.findLast((one) => one.kind === aside.kind);
  const ordinal = aside.ordinal ?? 1;
  let cost = 0;
  if (ordinal > 1) cost += sister?.ordinal === ordinal - 1 && sister.level === level ? 0 : 3;
  else if (sister && sister.level === level && aside.kind !== "nota-bene") cost += 2.5;
  if (toCome) return cost + 0.2;
  // A paragraph that heads notes has their level.
  if (reading.placed?.kind === "text" && headsList(reading.last))
    return cost + (reading.placed.level === level ? 0 : 1.2);
  const named = namedDepth(aside, main);
  if (typeof named === "number") return cost + (Math.max(named, 1) === level ? 0 : 1.5);
  // It begins with the path of an item that is not open: perhaps this is not where the text is.
  if (named === null) cost += 0.6;
  const explained = termDepth(aside, main);
  if (explained !== null) return cost + (explained === level ? 0 : 0.8);
  return cost + 0.15 * (level - 1);
}
