/** What changed in the text since the reader's seat last took a position on it, or since the version before. */
import type { Reader } from "../../../db/open.ts";
import type { VersionRow } from "../../../db/store/ballot.ts";
import { findVersion } from "../../../db/store/definition.ts";
import type { Basis } from "../../../domain/ballot/text-basis.ts";
import { type Change, classifyRedline } from "../../../domain/definition/change-class.ts";
import { type Clause, type ControlText, clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { type ClauseRedline, redline } from "../../../domain/definition/redline.ts";

export const textOf = ({ text }: { text: string }) => JSON.parse(text) as ControlText;

export type TextSince = Basis & { lines: ClauseRedline[]; changes: Change[] };

/** The comparison with a basis; null where there is none. */
export async function textSince(tx: Reader, version: VersionRow, basis: Basis | null): Promise<TextSince | null> {
  const before = basis === null ? null : await findVersion(tx, version.definitionId, basis.number);
  return before === null ? null : { ...basis!, ...comparison(before, version) };
}

/** By the numbers of earlier versions, in which ways the text has changed since; for positions that were cast on them. */
export async function changesSince(
  tx: Reader,
  version: VersionRow,
  numbers: readonly number[],
): Promise<Record<number, Change["class"][]>> {
  const found: Record<number, Change["class"][]> = {};
  for (const number of new Set(numbers)) {
    const before = number === version.number ? null : await findVersion(tx, version.definitionId, number);
    if (before) found[number] = [...new Set(comparison(before, version).changes.map((change) => change.class))];
  }
  return found;
}

type Comparison = Pick<TextSince, "lines" | "changes">;

/** Frozen texts never change, so what two of them differ in is worked out once while it is asked for. */
const kept = new Map<string, Comparison>();
const keptMax = 100;

function comparison(before: { text: string; textHash: string }, after: { text: string; textHash: string }): Comparison {
  const key = `${before.textHash} ${after.textHash}`;
  const known = kept.get(key);
  if (known) return known;
  const [old, now] = [textOf(before), textOf(after)];
  const lines = redline(old, now);
  const made = { lines, changes: classifyRedline(old, now, lines) };
  if (kept.size >= keptMax) kept.clear();
  kept.set(key, made);
  return made;
}

const quotedMax = 64;

export type ClauseOption = { nid: string; label: string; words: string };

/** The clauses of the text with the numbers that readers see, for choosing and for citing (rule D2). */
export function clauseOptions(clauses: Clause[]): ClauseOption[] {
  const labels = numbers(clauses);
  return clauses.map((clause) => {
    const words = clauseText(clause).replace(/\s+/g, " ").trim();
    const short = words.length > quotedMax ? `${words.slice(0, quotedMax).trimEnd()} …` : words;
    return { nid: clause.nid, label: (labels.get(clause.nid) ?? "").replace(/\.$/, ""), words: short };
  });
}
