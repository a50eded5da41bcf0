/**
 * Which texts of a committee name a term, a clause or an entry (rules D4, D5). What a text names is read once for each state
 * of the text and kept in memory: most texts do not change between two looks.
 */
import { desc, eq } from "drizzle-orm";
import type { Reader } from "../db/open.ts";
import type { Clause, Inline } from "../domain/definition/control-text.ts";
import { numbers } from "../domain/definition/numbering.ts";
import { termKey } from "../domain/definition/term-list.ts";
import { slugOf } from "../domain/record/reference.ts";
import { readDefinition } from "../protocol/definition-text.ts";
import { readHead } from "./coediting/head.ts";

/** Texts beyond these have rested the longest. */
const textsMax = 200;
const keptMax = 1000;

/** A clause that names something. */
export type Naming = { nid: string; label: string };
type Named = { sequence: number; terms: Map<string, Naming[]>; targets: Map<string, Naming[]> };

const kept = new Map<string, Named>();

function partsOf(content: Inline[]): Inline[] {
  return content.flatMap((part) => ("bracket" in part ? partsOf(part.bracket.content) : [part]));
}

function namedIn(clauses: Clause[], sequence: number): Named {
  const labels = numbers(clauses);
  const named: Named = { sequence, terms: new Map(), targets: new Map() };
  const add = (map: Map<string, Naming[]>, key: string, nid: string) => {
    const before = map.get(key) ?? [];
    if (before.at(-1)?.nid !== nid) map.set(key, [...before, { nid, label: labels.get(nid) ?? "" }]);
  };
  for (const { nid, content } of clauses)
    for (const part of partsOf(content)) {
      if ("termRef" in part) add(named.terms, termKey(part.termRef), nid);
      if ("xref" in part) add(named.targets, part.xref, nid);
    }
  return named;
}

export type UseOf = { reference: string; slug: string; title: string; clauses: Naming[] };
export type WhereUsed = { terms: Map<string, UseOf[]>; targets: Map<string, UseOf[]> };

export async function whereUsed(tx: Reader, committeeId: string): Promise<WhereUsed> {
  const { definitions, candidates } = tx.t;
  const texts = await tx
    .select({
      id: definitions.id,
      sequence: definitions.headSequence,
      reference: candidates.reference,
      title: candidates.title,
    })
    .from(definitions)
    .innerJoin(candidates, eq(candidates.id, definitions.candidateId))
    .where(eq(candidates.committeeId, committeeId))
    .orderBy(desc(definitions.changedAt))
    .limit(textsMax);
  const found: WhereUsed = { terms: new Map(), targets: new Map() };
  for (const { id, sequence, reference, title } of texts) {
    let named = kept.get(id);
    if (named?.sequence !== sequence) {
      const loaded = await readHead(tx, id);
      if (!loaded) continue;
      named = namedIn(readDefinition(loaded.doc).clauses, sequence);
      if (kept.size >= keptMax) kept.delete(kept.keys().next().value!);
      kept.set(id, named);
    }
    const text = { reference, slug: slugOf(reference), title };
    for (const [key, clauses] of named.terms)
      found.terms.set(key, [...(found.terms.get(key) ?? []), { ...text, clauses }]);
    for (const [target, clauses] of named.targets)
      found.targets.set(target, [...(found.targets.get(target) ?? []), { ...text, clauses }]);
  }
  return found;
}
