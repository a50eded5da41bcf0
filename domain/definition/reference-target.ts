/**
 * What a cross reference names (rule D5): a clause of the same text by its nid, another candidate by its reference, or an
 * entry of a list by its code, with or without the items below it. Nids are random and never look like the other two.
 */

export type ReferenceTarget =
  | { kind: "clause"; nid: string }
  | { kind: "candidate"; reference: string }
  /** `code` is the entry, `items` what follows it: `4A906`, `.b.1`. */
  | { kind: "entry"; code: string; items: string };

const candidatePattern = /^[A-Z][A-Z0-9]{1,15}\/\d{4}\/\d{3,6}$/;
const entryPattern = /^(\d[A-E]\d{3})((?:\.[a-z0-9]{1,4}){0,8})$/i;

/** Which of the three a target is; a target that is none of this text's clauses and looks like nothing known is null. */
export function referenceTarget(target: string, isClause: (nid: string) => boolean): ReferenceTarget | null {
  if (isClause(target)) return { kind: "clause", nid: target };
  if (candidatePattern.test(target)) return { kind: "candidate", reference: target };
  const entry = entryPattern.exec(target);
  if (entry === null) return null;
  return { kind: "entry", code: entry[1]!.toUpperCase(), items: entry[2]!.toLowerCase() };
}

/** The code of an entry at the end of words being written, with where it begins; null where there is none. */
export function entryCodeAtEnd(words: string): { from: number; code: string } | null {
  const found = /(?:^|[^\p{L}\p{N}.])(\d[A-E]\d{3}(?:\.[a-z0-9]{1,4}){0,8})$/iu.exec(words);
  if (found === null) return null;
  const code = found[1]!;
  return { from: words.length - code.length, code: `${code.slice(0, 5).toUpperCase()}${code.slice(5).toLowerCase()}` };
}

/** The words between single quotation marks at the end of words being written; null where there are none. */
export function quotedTermAtEnd(words: string): { from: number; term: string } | null {
  const found = /(?:^|[^\p{L}\p{N}])(['‘]([^'‘’]{2,200})['’])$/u.exec(words);
  if (found === null) return null;
  return { from: words.length - found[1]!.length, term: found[2]!.trim() };
}
