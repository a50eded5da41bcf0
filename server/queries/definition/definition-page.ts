/** The room of one text: the clauses as they stand, faults, comments, versions, and what this actor may do here. */

import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { countComments, findComments, loadTechnicalComments } from "../../../db/store/comment.ts";
import { loadVersionHeads } from "../../../db/store/definition.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { loadReaders } from "../../../db/store/mention.ts";
import { canonicalText } from "../../../domain/definition/canonical-text.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { Answer } from "../../../domain/refusal.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { checkWhole, readHeadText, sha256 } from "../../freeze-head.ts";
import { library } from "../../library/published-lists.ts";
import { query } from "../../query.ts";
import { termsOf } from "../../term-list.ts";
import { faultStandings } from "../../text-gate.ts";
import { referencesOf } from "../../text-references.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { asRefusals } from "../candidate/candidate-page.ts";
import { openAmendmentMarks } from "./amendment-view.ts";
import { clauseNames, lastOwnComment, viewComments } from "./comment-view.ts";
import { delegationsOf, ownDelegation } from "./delegations.ts";

const commentsMax = 200;

const textActs = [
  "edit-definition",
  "start-definition",
  "freeze-version",
  "waive-fault",
  "make-comment",
  "propose-amendment",
] as const;

/** The published entries that the candidate touches and that the library holds in full. */
function startingEntries(touches: string[]) {
  return touches.flatMap((code) => {
    const entry = library().find("us", code);
    return entry?.published ? [{ list: entry.list, code: entry.code, heading: entry.heading }] : [];
  });
}

export const definitionPage = query(async (tx, actor, params: { candidate: string }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const thing = await candidateThing(tx, candidate);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const { text, definition } = head;
  const versions = await loadVersionHeads(tx, definition.id);
  const textHash = sha256(canonicalText(text));
  const latest = versions.at(-1);
  const rows = await findComments(tx, candidate.id, {
    states: ["open", "disposed", "reopened"],
    most: commentsMax,
  });
  const faults = await faultStandings(tx, head);
  const nameOf = clauseNames(text.clauses);
  const counts = await countComments(tx, candidate.id);
  const { holding } = await loadTechnicalComments(tx, candidate.id);
  const open = faults.filter((fault) => fault.waiver === null);
  const answers = Object.fromEntries(textActs.map((act) => [act, powers[act](actor, thing) as Answer])) as Record<
    (typeof textActs)[number],
    Answer
  >;
  const broken = checkWhole(head.reading);
  return {
    candidate: { ...candidateHead(candidate), dueAt: candidate.dueAt },
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    definitionId: definition.id,
    clauses: text.clauses,
    /** What a term reference may name, with the definition that stands now. */
    terms: (await termsOf(tx, candidate)).map(({ term, definition, scope }) => ({ term, definition, scope })),
    /** What a cross reference outside the text may name; clauses of the text are in `clauses`. */
    references: await referencesOf(tx, candidate, text),
    /** Codes of the published lists, which references may name too. */
    publishedCodes: library().codes,
    /** To whom words that are not agreed can be attributed. */
    delegations: await delegationsOf(tx, candidate.committeeId),
    ownDelegation: await ownDelegation(tx, actor),
    changedAt: definition.changedAt,
    versions: versions.map((version) => ({
      number: version.number,
      textHash: version.textHash,
      words: textHashWords(version.textHash),
      reason: version.reason,
      frozenAt: version.frozenAt,
      frozenBy: version.frozenBy,
    })),
    /** The version that the text is equal to, or null where it has moved on. */
    equalTo: latest?.textHash === textHash ? latest.number : null,
    startingEntries: text.clauses.length === 0 ? startingEntries(candidate.touches) : [],
    faults: faults.map((fault) => ({ ...fault, clause: nameOf(fault.nid) })),
    /** Why the text cannot be frozen as it stands; null where it can. */
    broken: text.clauses.length > 0 && isRefusal(broken) ? broken : null,
    comments: await viewComments(tx, rows, { actor, thing, clauses: text.clauses, committee }),
    commentCounts: counts,
    amendments: await openAmendmentMarks(tx, candidate.id),
    /** What stands before a ballot. */
    waiting: {
      faults: open.filter(({ code }) => code !== "open-bracket").length,
      brackets: open.filter(({ code }) => code === "open-bracket").length,
      comments: holding.length,
    },
    /** Whom a comment may call by name. */
    people: (await loadReaders(tx, candidate.committeeId)).filter(
      ({ personId }) => actor.kind !== "person" || personId !== actor.personId,
    ),
    lastOwnComment: await lastOwnComment(tx, candidate.id, actor),
    may: asRefusals(answers),
    topics: [`candidate:${candidate.id}`],
  };
});
