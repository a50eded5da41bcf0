/** One candidate: its case, its path, its interests, its newest minutes, and what this actor may do with it. */
import { asc, desc, eq } from "drizzle-orm";
import { candidateThing, findCandidate, loadPath } from "../../../db/store/candidate.ts";
import { loadDeclarations } from "../../../db/store/interest.ts";
import { findCommittee, findSeat, namesOfPeople } from "../../../db/store/membership.ts";
import { findMinutes } from "../../../db/store/record.ts";
import { interestsInForce } from "../../../domain/membership/interest.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, asRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { scopeLists } from "../../../domain/review/scope-lists.ts";
import { query } from "../../query.ts";
import { countOpenQuestions } from "../definition/brackets-page.ts";

const minutesMax = 20;

const candidateActs = [
  "accept-candidate",
  "decline-candidate",
  "open-comment-round",
  "close-comment-round",
  "revise-text",
  "mark-ready",
  "park-candidate",
  "resume-candidate",
  "withdraw-candidate",
  "draft-scope",
  "declare-interest",
  "draft-ballot",
  "edit-definition",
  "freeze-version",
] as const;

/** The answers of `powers` as a page needs them: null where allowed, else the refusal to show in the button's place. */
export function asRefusals<Act extends string>(answers: Record<Act, Answer>): Record<Act, Refusal | null> {
  return Object.fromEntries(
    Object.entries(answers).map(([act, answer]) => [act, asRefusal(answer as Answer)]),
  ) as Record<Act, Refusal | null>;
}

export const candidatePage = query(async (tx, actor, params: { candidate: string }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const thing = await candidateThing(tx, candidate);
  const { organisations, ballots, versions, definitions, recommendations } = tx.t;
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const sponsor = candidate.sponsorSeatId ? await findSeat(tx, candidate.sponsorSeatId) : null;
  const inForce = interestsInForce(await loadDeclarations(tx, candidate.id), tx.now);
  const named = await namesOfPeople(tx, [...inForce.keys()]);
  const bodies = new Map((await tx.select().from(organisations)).map((one) => [one.id, one.name]));
  const answers = Object.fromEntries(
    candidateActs.map((act) => [act, (powers[act] as (a: typeof actor, c: typeof thing) => Answer)(actor, thing)]),
  ) as Record<(typeof candidateActs)[number], Answer>;
  const own = actor.kind === "person" ? inForce.get(actor.personId) : undefined;
  return {
    candidate: { ...candidate, slug: slugOf(candidate.reference) },
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    sponsor: sponsor?.name ?? null,
    path: await loadPath(tx, candidate.id),
    interests: [...inForce.values()].map((interest) => ({
      person: named.get(interest.personId) ?? "",
      kind: interest.kind,
      class: interest.class,
      organisation: interest.organisationId ? (bodies.get(interest.organisationId) ?? null) : null,
      declaredAt: interest.declaredAt,
    })),
    ownInterest: own ? { declaredAt: own.declaredAt, parts: own.parts } : null,
    organisations: [...bodies]
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    versions: await tx
      .select({
        number: versions.number,
        textHash: versions.textHash,
        frozenAt: versions.frozenAt,
        reason: versions.reason,
      })
      .from(versions)
      .innerJoin(definitions, eq(definitions.id, versions.definitionId))
      .where(eq(definitions.candidateId, candidate.id))
      .orderBy(asc(versions.number)),
    ballots: (
      await tx
        .select({
          reference: ballots.reference,
          state: ballots.state,
          outcome: ballots.outcome,
          closesAt: ballots.closesAt,
        })
        .from(ballots)
        .where(eq(ballots.candidateId, candidate.id))
        .orderBy(desc(ballots.draftedAt))
    ).map((ballot) => ({ ...ballot, slug: slugOf(ballot.reference) })),
    recommendations: (
      await tx
        .select({ reference: recommendations.reference, state: recommendations.state })
        .from(recommendations)
        .where(eq(recommendations.candidateId, candidate.id))
        .orderBy(desc(recommendations.draftedAt))
    ).map((one) => ({ ...one, slug: slugOf(one.reference) })),
    openQuestions: await countOpenQuestions(tx, candidate),
    minutes: await findMinutes(tx, { candidateId: candidate.id }, { most: minutesMax }),
    scopeLists,
    may: asRefusals(answers),
    topics: [`candidate:${candidate.id}`],
  };
});
