/** Rows of term lists ⇄ domain values. */
import { and, asc, desc, eq, isNull, or, type SQL } from "drizzle-orm";
import { type ListedTerm, termKey } from "../../domain/definition/term-list.ts";
import type { Reader, Tx } from "../open.ts";

/** More terms than this belong in several lists. */
export const termsMax = 1000;

export type TermRow = {
  id: string;
  committeeId: string;
  candidateId: string | null;
  term: string;
  key: string;
  definition: string;
  /** How often the term was defined. */
  number: number;
  reason: string;
  personName: string;
  at: number;
};

async function definitionsWhere(tx: Reader, where: SQL | undefined): Promise<TermRow[]> {
  const { terms, termDefinitions, people } = tx.t;
  return tx
    .select({
      id: terms.id,
      committeeId: terms.committeeId,
      candidateId: terms.candidateId,
      term: terms.term,
      key: terms.key,
      definition: termDefinitions.definition,
      number: termDefinitions.number,
      reason: termDefinitions.reason,
      personName: people.name,
      at: termDefinitions.at,
    })
    .from(terms)
    .innerJoin(termDefinitions, eq(termDefinitions.termId, terms.id))
    .innerJoin(people, eq(people.id, termDefinitions.personId))
    .where(where)
    .orderBy(asc(terms.key), asc(terms.id), desc(termDefinitions.number))
    .limit(termsMax);
}

/** The terms with the definition in force first and those before it behind. */
export type TermWithPast = TermRow & { before: TermRow[] };

function withPast(rows: TermRow[]): TermWithPast[] {
  const byId = new Map<string, TermWithPast>();
  for (const row of rows) {
    const known = byId.get(row.id);
    if (known) known.before.push(row);
    else byId.set(row.id, { ...row, before: [] });
  }
  return [...byId.values()];
}

export async function loadTerms(tx: Reader, committeeId: string): Promise<TermWithPast[]> {
  return withPast(await definitionsWhere(tx, eq(tx.t.terms.committeeId, committeeId)));
}

/** The committee's own terms that a text of this candidate may name, with their definitions in force. */
export async function loadOwnTerms(
  tx: Reader,
  { committeeId, id }: { committeeId: string; id: string | null },
): Promise<ListedTerm[]> {
  const { terms } = tx.t;
  const scope = id === null ? isNull(terms.candidateId) : or(isNull(terms.candidateId), eq(terms.candidateId, id));
  const rows = withPast(await definitionsWhere(tx, and(eq(terms.committeeId, committeeId), scope)));
  return rows.map(({ term, definition, candidateId }) => ({
    term,
    definition,
    scope: candidateId === null ? "committee" : "candidate",
  }));
}

/** The term of this scope, or null. */
export async function findTerm(tx: Reader, scopeId: string, term: string): Promise<TermWithPast | null> {
  const { terms } = tx.t;
  return withPast(await definitionsWhere(tx, and(eq(terms.scopeId, scopeId), eq(terms.key, termKey(term)))))[0] ?? null;
}

export type NewTerm = { id: string; committeeId: string; candidateId: string | null; term: string };

export async function saveTerm(tx: Tx, term: NewTerm): Promise<void> {
  const scopeId = term.candidateId ?? term.committeeId;
  await tx.insert(tx.t.terms).values({ ...term, scopeId, key: termKey(term.term), definedAt: tx.now });
}

export async function saveTermDefinition(
  tx: Tx,
  given: { termId: string; number: number; definition: string; reason: string; personId: string },
): Promise<void> {
  await tx.insert(tx.t.termDefinitions).values({ ...given, at: tx.now });
}
