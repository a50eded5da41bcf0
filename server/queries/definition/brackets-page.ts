/** All that is still bracketed in a text: each question with its clause, its alternatives, and since which version it is open (rule D6). */

import { desc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { type BracketedWords, openQuestions, standingBrackets } from "../../../domain/definition/brackets.ts";
import { type Clause, type ControlText, inlineText } from "../../../domain/definition/control-text.ts";
import { referenceWords } from "../../../domain/definition/numbering.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { clauseNames } from "./comment-view.ts";
import { delegationsOf } from "./delegations.ts";

/** As many versions are looked through for the beginning of a bracket. */
const versionsMax = 40;
const clauseWordsMax = 400;

/** A bracket is the same in two versions when it has the same name, or, without one, the same words. */
const keyOf = ({ id, words }: BracketedWords) => id ?? `"${words}`;

type Since = { number: number; frozenAt: number };

/** For each bracket the earliest of the versions, going back without a gap, in which it already stood. */
async function sinceWhen(tx: Reader, definitionId: string, brackets: BracketedWords[]): Promise<Map<string, Since>> {
  const { versions } = tx.t;
  const since = new Map<string, Since>();
  let open = new Set(brackets.map(keyOf));
  if (open.size === 0) return since;
  const rows = await tx
    .select({ number: versions.number, frozenAt: versions.frozenAt, text: versions.text })
    .from(versions)
    .where(eq(versions.definitionId, definitionId))
    .orderBy(desc(versions.number))
    .limit(versionsMax);
  for (const { number, frozenAt, text } of rows) {
    const { clauses } = JSON.parse(text) as ControlText;
    const stood = new Set(standingBrackets(clauses).map(keyOf));
    open = new Set([...open].filter((key) => stood.has(key)));
    if (open.size === 0) break;
    for (const key of open) since.set(key, { number, frozenAt });
  }
  return since;
}

/** How many questions are open in a candidate's text; null where it has none. */
export async function countOpenQuestions(tx: Reader, candidate: Candidate): Promise<number | null> {
  const head = await readHeadText(tx, candidate);
  return head === null ? null : openQuestions(head.text.clauses).length;
}

function wordsOfClause(clause: Clause | undefined, wordsFor: (target: string) => string): string {
  if (clause === undefined) return "";
  const words = inlineText(clause.content, wordsFor);
  return words.length > clauseWordsMax ? `${words.slice(0, clauseWordsMax).trimEnd()} …` : words;
}

export const bracketsPage = query(async (tx, actor, params: { candidate: string }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const { clauses } = head.text;
  const nameOf = clauseNames(clauses);
  const byNid = new Map(clauses.map((clause) => [clause.nid, clause]));
  const wordsFor = referenceWords(clauses);
  const since = await sinceWhen(tx, head.definition.id, standingBrackets(clauses));
  const view = (bracket: BracketedWords) => ({
    words: bracket.words,
    delegations: bracket.delegations,
    since: since.get(keyOf(bracket)) ?? null,
  });
  return {
    candidate: candidateHead(candidate),
    committee: { code: committee.code, name: committee.name },
    delegations: await delegationsOf(tx, candidate.committeeId),
    changedAt: head.definition.changedAt,
    questions: openQuestions(clauses).map(({ bracket, alternatives }) => ({
      key: keyOf(bracket),
      clauses: bracket.nids.map((nid) => ({ nid, ...nameOf(nid), words: wordsOfClause(byNid.get(nid), wordsFor) })),
      wordings: [bracket, ...alternatives].map(view),
    })),
    topics: [`candidate:${candidate.id}`],
  };
});
