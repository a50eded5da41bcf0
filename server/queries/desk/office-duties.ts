/** What awaits chairs, vice-chairs, the secretariat, and government reviewers. */
import { and, asc, eq, inArray, ne, notExists, or } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { membersReviewedBy, type Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

const chairSteps = {
  proposed: ["accept-candidate", "C3"],
  drafting: ["open-comment-round", "C6"],
  resolving: ["mark-ready", "B4"],
  ready: ["open-ballot", "B2"],
} as const;

export async function chairDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const committees = committeesOf(person, "chair");
  if (committees.length === 0) return [];
  const { candidates, rounds, recommendations } = tx.t;
  const rows = await tx
    .select()
    .from(candidates)
    .where(
      and(
        inArray(candidates.committeeId, committees),
        inArray(candidates.state, ["proposed", "drafting", "resolving", "ready"]),
      ),
    )
    .orderBy(asc(candidates.changedAt))
    .limit(rowsMax);
  const prepared = await tx
    .select({ round: rounds, title: candidates.title })
    .from(rounds)
    .innerJoin(recommendations, eq(recommendations.id, rounds.recommendationId))
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(and(eq(rounds.state, "prepared"), inArray(recommendations.committeeId, committees)))
    .limit(rowsMax);
  return [
    ...rows.map((candidate): Duty => {
      const [kind, rule] = chairSteps[candidate.state as keyof typeof chairSteps];
      return {
        kind,
        title: candidate.title,
        to: `/candidates/${slugOf(candidate.reference)}`,
        dueAt: candidate.dueAt,
        rule,
        note: null,
        count: 1,
      };
    }),
    ...prepared.map(
      ({ round, title }): Duty => ({
        kind: "dispatch-round",
        title,
        to: `/review-rounds/${slugOf(round.reference)}`,
        dueAt: null,
        rule: "V1",
        note: null,
        count: 1,
      }),
    ),
  ];
}

export async function secretariatDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const everywhere = person.roles.some((held) => held.role === "secretariat" && held.committeeId === null);
  const committees = committeesOf(person, "secretariat");
  if (!everywhere && committees.length === 0) return [];
  const { recommendations, candidates, rounds } = tx.t;
  const rows = await tx
    .select({ recommendation: recommendations, title: candidates.title })
    .from(recommendations)
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(
      and(
        everywhere ? undefined : inArray(recommendations.committeeId, committees),
        inArray(recommendations.state, ["drafted", "transmitted"]),
        or(
          eq(recommendations.state, "drafted"),
          notExists(
            tx
              .select({ id: rounds.id })
              .from(rounds)
              .where(
                and(
                  eq(rounds.recommendationId, recommendations.id),
                  inArray(rounds.state, ["prepared", "dispatched", "running"]),
                ),
              ),
          ),
        ),
      ),
    )
    .limit(rowsMax);
  return rows.map(({ recommendation, title }) => ({
    kind: recommendation.state === "drafted" ? "transmit-recommendation" : "prepare-round",
    title,
    to: `/recommendations/${slugOf(recommendation.reference)}`,
    dueAt: null,
    rule: recommendation.state === "drafted" ? "R10" : "V1",
    note: recommendation.reference,
    count: 1,
  }));
}

export async function roundDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const own = membersReviewedBy(person);
  if (own.length === 0) return [];
  const { rounds, roundMembers, recommendations, candidates, replies } = tx.t;
  const rows = await tx
    .select({
      reference: rounds.reference,
      endsAt: rounds.endsAt,
      deliveredAt: roundMembers.deliveredAt,
      name: roundMembers.name,
      title: candidates.title,
    })
    .from(roundMembers)
    .innerJoin(rounds, and(eq(rounds.id, roundMembers.roundId), inArray(rounds.state, ["dispatched", "running"])))
    .innerJoin(recommendations, eq(recommendations.id, rounds.recommendationId))
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(
      and(
        inArray(roundMembers.memberId, own),
        notExists(
          tx
            .select({ number: replies.number })
            .from(replies)
            .where(
              and(
                eq(replies.roundId, rounds.id),
                eq(replies.memberId, roundMembers.memberId),
                ne(replies.word, "ask-time"),
              ),
            ),
        ),
      ),
    )
    .limit(rowsMax);
  return rows.map(({ reference, endsAt, deliveredAt, name, title }) => ({
    kind: deliveredAt === null ? "acknowledge-delivery" : "reply-round",
    title,
    to: `/review-rounds/${slugOf(reference)}`,
    dueAt: endsAt,
    rule: deliveredAt === null ? "V3" : "V8",
    note: name,
    count: 1,
  }));
}
