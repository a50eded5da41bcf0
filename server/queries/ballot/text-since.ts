/** What changed in the text since the reader's seat last took a position on it, or since the version before. */
import type { Reader } from "../../../db/open.ts";
import type { VersionRow } from "../../../db/store/ballot.ts";
import { findVersion } from "../../../db/store/definition.ts";
import { type Change, classifyRedline } from "../../../domain/definition/change-class.ts";
import { type Clause, type ControlText, clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { type ClauseRedline, redline } from "../../../domain/definition/redline.ts";

export const textOf = ({ text }: { text: string }) => JSON.parse(text) as ControlText;

export type TextSince = {
  number: number;
  /** Whether it is the version of the reader's last position, or only the one before. */
  why: "position" | "version";
  lines: ClauseRedline[];
  changes: Change[];
};

/** Null where there is nothing to compare with: a first version, or a position on this very text. */
export async function textSince(
  tx: Reader,
  version: VersionRow,
  ownEarlier: { version: number | null }[],
): Promise<TextSince | null> {
  const own = ownEarlier.find((position) => position.version !== null)?.version ?? null;
  const number = own ?? version.number - 1;
  if (number < 1 || number === version.number) return null;
  const before = await findVersion(tx, version.definitionId, number);
  if (!before) return null;
  return { number, why: own === null ? "version" : "position", ...comparison(before, version) };
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
