/** One recommendation: text, scope, harms, the ballot behind it, dissent, its rounds, and the secretariat's acts. */
import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { findBallot, findFrozen, loadPositions, loadRoll } from "../../../db/store/ballot.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { loadGivenCodes } from "../../../db/store/list.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { findRecommendation, findRoundsOf, type Recommendation } from "../../../db/store/review.ts";
import type { Account } from "../../../domain/ballot/account.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";

export const recommendationPage = query(async (tx, actor, params: { recommendation: string }) => {
  const recommendation = await findRecommendation(tx, params.recommendation);
  if (!recommendation || isRefusal(powers["read-recommendation"](actor, recommendation))) return notFound();
  const candidate = (await findCandidate(tx, recommendation.candidateId))!;
  const committee = (await findCommittee(tx, recommendation.committeeId))!;
  const seesRounds = !isRefusal(powers["read-round"](actor, recommendation));
  const { reference, state, scope, draftedAt, transmittedAt, decidedAt } = recommendation;
  return {
    recommendation: { reference, state, scope, draftedAt, transmittedAt, decidedAt },
    candidate: {
      slug: slugOf(candidate.reference),
      reference: candidate.reference,
      title: candidate.title,
      class: candidate.class,
      harms: candidate.harms,
      evidence: candidate.evidence,
      rationale: candidate.rationale,
      harmsOfControl: candidate.harmsOfControl,
      producers: candidate.producers,
      foreignAvailability: candidate.foreignAvailability,
      marking: candidate.marking,
    },
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    text: await reviewedText(tx, recommendation.versionId),
    ballot: await ballotBehind(tx, recommendation.ballotId),
    sustained: await sustainedComments(tx, recommendation),
    rounds: seesRounds
      ? (await findRoundsOf(tx, recommendation.id)).map((round) => ({
          slug: slugOf(round.reference),
          reference: round.reference,
          kind: round.kind,
          state: round.state,
          dispatchedAt: round.dispatchedAt,
          endsAt: round.endsAt,
        }))
      : [],
    entryCodes: (await loadGivenCodes(tx, committee.id)).sort(),
    may: asRefusals({
      "transmit-recommendation": powers["transmit-recommendation"](actor, recommendation),
      "prepare-round": powers["prepare-round"](actor, recommendation),
    }),
    topics: [`recommendation:${recommendation.id}`, `candidate:${candidate.id}`],
  };
});

/** The frozen text of a version as a page shows it. */
export async function reviewedText(tx: Reader, versionId: string) {
  const version = (await findFrozen(tx, versionId))!;
  const { clauses, terms } = JSON.parse(version.text) as ControlText;
  const { number, textHash } = version;
  return { number, textHash, words: textHashWords(textHash), clauses, terms };
}

/** The ballot that the recommendation stands on: its account, and the reasons of those who did not agree (rules R1, R6). */
async function ballotBehind(tx: Reader, ballotId: string) {
  const ballot = (await findBallot(tx, ballotId))!;
  const account = JSON.parse(ballot.account ?? "null") as Account | null;
  const nameOf = new Map((await loadRoll(tx, ballotId)).map((line) => [line.seatId, line.name]));
  const positions = await loadPositions(tx, ballotId);
  const lines = account?.rollCall ?? [];
  return {
    slug: slugOf(ballot.reference),
    reference: ballot.reference,
    type: ballot.type,
    outcome: ballot.outcome,
    certifiedAt: ballot.certifiedAt,
    flagged: account?.flagged ?? false,
    counts: account?.counts ?? null,
    conditions: account?.conditions ?? [],
    rollCall: lines.map(({ seat, countedAs }) => ({ seat, countedAs })),
    dissent: positions
      .filter(({ word }) => word === "no" || word === "discuss")
      .map(({ seatId, word, reason, nid, change, sequence }) => ({
        seat: nameOf.get(seatId) ?? "",
        word,
        reason,
        nid,
        change,
        sequence,
        countedAs: lines.find((line) => line.seat === nameOf.get(seatId))?.countedAs ?? "none",
      })),
  };
}

/** Comments that their authors sustained travel with the recommendation, unedited (rules K8, R6). */
async function sustainedComments(tx: Reader, { candidateId }: Recommendation) {
  const { comments, members } = tx.t;
  return tx
    .select({ number: comments.number, body: comments.body, member: members.name })
    .from(comments)
    .leftJoin(members, eq(members.id, comments.memberId))
    .where(and(eq(comments.candidateId, candidateId), eq(comments.state, "sustained")))
    .orderBy(asc(comments.number));
}
