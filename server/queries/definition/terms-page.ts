/** The term list of a committee: each term with its definition, those before it, and where it is used; and what texts refer to. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { findCommittee } from "../../../db/store/membership.ts";
import { loadTerms, type TermWithPast } from "../../../db/store/term.ts";
import { commonTerms } from "../../../domain/definition/common-terms.ts";
import { termKey } from "../../../domain/definition/term-list.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { whereUsed } from "../../where-used.ts";
import { asRefusals } from "../candidate/candidate-page.ts";

const candidatesMax = 100;
const inWork = ["proposed", "drafting", "commenting", "resolving", "ready", "returned", "parked"] as const;

type Past = { definition: string; reason: string; personName: string; at: number };
const past = ({ definition, reason, personName, at }: TermWithPast["before"][number]): Past => ({
  ...{ definition, reason, personName, at },
});

export const termsPage = query(async (tx, actor, params: { committee: string; term?: string | null }) => {
  const committee = await findCommittee(tx, params.committee);
  if (!committee || !isInCircle(actor, committee.id)) return notFound();
  const used = await whereUsed(tx, committee.id);
  const rows = await loadTerms(tx, committee.id);
  const { candidates } = tx.t;
  const open = await tx
    .select({ id: candidates.id, reference: candidates.reference, title: candidates.title })
    .from(candidates)
    .where(and(eq(candidates.committeeId, committee.id), inArray(candidates.state, [...inWork])))
    .orderBy(asc(candidates.reference))
    .limit(candidatesMax);
  const scopes = [...new Set(rows.flatMap(({ candidateId }) => (candidateId === null ? [] : [candidateId])))];
  const scoped = new Map(
    scopes.length === 0
      ? []
      : (
          await tx
            .select({ id: candidates.id, reference: candidates.reference })
            .from(candidates)
            .where(inArray(candidates.id, scopes))
        ).map(({ id, reference }) => [id, { reference, slug: slugOf(reference) }] as const),
  );
  const own = rows.map((row) => {
    const candidate = row.candidateId === null ? null : (scoped.get(row.candidateId) ?? null);
    const uses = used.terms.get(termKey(row.term)) ?? [];
    return {
      ...{ key: row.id, term: row.term, definition: row.definition, candidate, candidateId: row.candidateId },
      isCommon: false,
      now: past(row) as Past | null,
      before: row.before.map(past),
      usedIn: candidate === null ? uses : uses.filter(({ reference }) => reference === candidate.reference),
    };
  });
  const owned = new Set(own.filter(({ candidate }) => candidate === null).map(({ term }) => termKey(term)));
  const common = commonTerms
    .filter(({ term }) => !owned.has(termKey(term)))
    .map(({ term, definition }) => ({
      ...{ key: `common-${term}`, term, definition, candidate: null, candidateId: null },
      isCommon: true,
      now: null as Past | null,
      before: [] as Past[],
      usedIn: used.terms.get(termKey(term)) ?? [],
    }));
  const list = [...own, ...common].sort((one, other) => (termKey(one.term) < termKey(other.term) ? -1 : 1));
  const defined = new Set(list.map(({ term }) => termKey(term)));
  return {
    committee: { id: committee.id, code: committee.code, name: committee.name },
    terms: list,
    /** Named by a text and defined by nobody. */
    undefinedTerms: [...used.terms]
      .filter(([key]) => !defined.has(key))
      .map(([key, usedIn]) => ({ term: key, usedIn }))
      .sort((one, other) => (one.term < other.term ? -1 : 1)),
    references: [...used.targets]
      .filter(([target]) => /[0-9]/.test(target) && target.length < 40)
      .map(([target, usedIn]) => ({ target, usedIn }))
      .sort((one, other) => (one.target < other.target ? -1 : 1)),
    /** The term that is being defined anew, by its key. */
    anew: list.find(({ key }) => key === params.term)?.key ?? null,
    candidates: open.map(({ id, reference, title }) => ({ id, reference, title })),
    may: asRefusals({
      "define-term": powers["define-term"](actor, { committeeId: committee.id }),
      "redefine-term": powers["redefine-term"](actor, { committeeId: committee.id }),
    }),
    topics: [`committee:${committee.id}`],
  };
});
