/**
 * Where a change of the text is suggested: the text as it stands for a fork in the browser, and with which changes the fork
 * begins: none, those of amendments that are amended or combined, or those of a stale one that its author rebases.
 */

import { amendmentThing, findAmendmentByNumber, loadChanges, loadNamed } from "../../../db/store/amendment.ts";
import { loadSupporters } from "../../../db/store/amendment-record.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { baseFault, checkNamed, standingClauses } from "../../../domain/definition/amendment.ts";
import { type ClauseChange, changesBetween } from "../../../domain/definition/amendment-change.ts";
import { holdsBracket } from "../../../domain/definition/clause-words.ts";
import { conditionsOf } from "../../../domain/definition/consequences/conditions.ts";
import { clausesWithThreshold } from "../../../domain/definition/consequences/move-in-text.ts";
import { readThreshold, thresholdsIn } from "../../../domain/definition/consequences/thresholds.ts";
import { type Clause, clauseText } from "../../../domain/definition/control-text.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, firstRefusal, isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { clauseNames } from "./comment-view.ts";

export type NewAmendmentParams = {
  candidate: string;
  /** Numbers of amendments that the new one names (rule A2). */
  names?: string[];
  /** The number of a stale amendment that is rebased (rule A6). */
  rebase?: string | null;
  /** The clause that the form without script is about. */
  clause?: string | null;
  /** A threshold that was moved on the page of consequences, and to which number. */
  threshold?: string | null;
  value?: string | null;
};

const numberOf = (word: string | null | undefined) => (/^\d{1,9}$/.test(word ?? "") ? Number(word) : null);

function changesOfThreshold(clauses: Clause[], { threshold: id, value }: NewAmendmentParams): ClauseChange[] {
  const to = readThreshold(value ?? "");
  const threshold = thresholdsIn(conditionsOf(clauses)).find((one) => one.id === id);
  if (threshold === undefined || to === null) return [];
  return changesBetween(clauses, clausesWithThreshold(clauses, threshold, to));
}

export const newAmendmentPage = query(async (tx, actor, params: NewAmendmentParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const { clauses } = head.text;
  const thing = await candidateThing(tx, candidate);
  const names = [...new Set((params.names ?? []).flatMap((word) => numberOf(word) ?? []))].slice(0, 2);
  const rebase = numberOf(params.rebase);
  const standing = standingClauses(clauses);
  let may: Answer = powers["propose-amendment"](actor, thing);
  let begun: ClauseChange[] = [];
  let rebaseId: string | null = null;
  if (rebase !== null) {
    const amendment = await findAmendmentByNumber(tx, candidate.id, rebase);
    if (!amendment) return notFound();
    const supporters = (await loadSupporters(tx, [amendment.id])).get(amendment.id)!;
    rebaseId = amendment.id;
    may = powers["rebase-amendment"](actor, amendmentThing(amendment, thing, supporters));
    begun = (await loadChanges(tx, [amendment])).get(amendment.id)!;
  } else if (names.length > 0) {
    const named = await loadNamed(tx, candidate.id, names);
    if (named === null) return notFound();
    may = firstRefusal(may, checkNamed(named));
    for (const number of names) {
      const amendment = (await findAmendmentByNumber(tx, candidate.id, number))!;
      begun.push(...(await loadChanges(tx, [amendment])).get(amendment.id)!);
    }
  } else begun = changesOfThreshold(clauses, params);
  // Of two amendments of one clause the later words are begun from; both are shown beside the fork.
  const byNid = new Map(begun.map((change) => [change.nid, change]));
  const distinct = [...byNid.values()];
  /** Changes whose clause is another now begin with the amendment's words in the clause as it stands. */
  const fitting = distinct.flatMap((change): ClauseChange[] => {
    const fault = baseFault(change, distinct, standing);
    const now = standing.get(change.nid);
    if (fault === null) return [change];
    if (fault === "changed" && now && change.after) return [{ ...change, before: now, behind: null }];
    if (fault === "stands-already" && now && change.after) return [{ ...change, before: now, behind: null }];
    if (fault === "gone" && change.after) return [{ ...change, before: null, behind: clauses.at(-1)?.nid ?? "" }];
    if (fault === "place-gone" && change.after) return [{ ...change, behind: clauses.at(-1)?.nid ?? "" }];
    return [];
  });
  const nameOf = clauseNames(clauses);
  return {
    candidate: candidateHead(candidate),
    clauses,
    names,
    rebase,
    /** The amendment that is rebased. */
    rebaseId,
    begun: fitting,
    /** For the form without script: each clause by its number and first words. */
    choices: clauses.map((clause) => ({
      nid: clause.nid,
      clause: nameOf(clause.nid),
      words: clauseText(clause),
      begunWords: fitting.find(({ nid }) => nid === clause.nid)?.after
        ? clauseText(fitting.find(({ nid }) => nid === clause.nid)!.after!)
        : null,
      holdsBracket: holdsBracket(clause.content),
    })),
    chosen: params.clause ?? null,
    may: isRefusal(may) ? may : null,
    topics: [`candidate:${candidate.id}`],
  };
});
