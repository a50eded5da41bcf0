/** The clocks behind a ballot: transmission, rounds member by member, sunsets, review-by dates; and the own interests. */
import { and, asc, eq, gt, inArray, isNull, max } from "drizzle-orm";
import type { Reader } from "../../../../db/open.ts";
import { loadRoundAccount, loadRoundMembers } from "../../../../db/store/review.ts";
import { isFinal } from "../../../../domain/candidate/candidate-life.ts";
import { day_ms, instantOf } from "../../../../domain/instant.ts";
import { membersReviewedBy, roleIn } from "../../../../domain/membership/role.ts";
import { powers } from "../../../../domain/powers.ts";
import { slugOf } from "../../../../domain/record/reference.ts";
import { isRefusal } from "../../../../domain/refusal.ts";
import { endOfWorkingDays } from "../../../../domain/review/working-day.ts";
import { type Asking, askedOf, isAsked, type OpenClock } from "./clock.ts";

/** A recommendation drafted longer ago than this is due already, whatever weekends lie between (rule R10). */
const transmitWithin_ms = 10 * day_ms;
const transmitDays = 5;

/** Certified recommendations that wait for the secretariat (rule R10). */
export async function transmitClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { recommendations, candidates, committees: houses } = tx.t;
  const rows = await tx
    .select({ recommendation: recommendations, candidate: candidates, zone: houses.zone })
    .from(recommendations)
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .innerJoin(houses, eq(houses.id, recommendations.committeeId))
    .where(
      and(
        eq(recommendations.state, "drafted"),
        gt(recommendations.draftedAt, asking.from - transmitWithin_ms),
        inArray(recommendations.committeeId, asking.committees),
        asking.candidateId === undefined ? undefined : eq(recommendations.candidateId, asking.candidateId),
      ),
    );
  return rows
    .map(
      ({ recommendation, candidate, zone }): OpenClock => ({
        ...{ kind: "transmit", rule: "R10", id: recommendation.id, committeeId: recommendation.committeeId },
        at: endOfWorkingDays(recommendation.draftedAt, transmitDays, { zone }),
        ...{ title: candidate.title, marking: candidate.marking, reference: recommendation.reference, note: null },
        to: `/recommendations/${slugOf(recommendation.reference)}`,
        mine: roleIn(asking.person, recommendation.committeeId, "secretariat") !== undefined,
        place: null,
      }),
    )
    .filter((clock) => isAsked(asking, clock));
}

/** Each member's end of the rounds that run, in its own zone and calendar (rules V6, V7). Observers know of no round. */
export async function roundClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { rounds, recommendations, candidates } = tx.t;
  const seen = asking.committees.filter(
    (committeeId) => !isRefusal(powers["read-round"](asking.person, { committeeId })),
  );
  const rows = await tx
    .select({ round: rounds, candidate: candidates })
    .from(rounds)
    .innerJoin(recommendations, eq(recommendations.id, rounds.recommendationId))
    .innerJoin(candidates, eq(candidates.id, recommendations.candidateId))
    .where(
      and(
        eq(rounds.state, "running"),
        inArray(recommendations.committeeId, seen),
        gt(rounds.endsAt, asking.from),
        asking.candidateId === undefined ? undefined : eq(recommendations.candidateId, asking.candidateId),
      ),
    );
  const reviewed = membersReviewedBy(asking.person);
  const found: OpenClock[] = [];
  for (const { round, candidate } of rows) {
    const ends = (await loadRoundAccount(tx, round))?.ends ?? {};
    for (const member of await loadRoundMembers(tx, round.id)) {
      const endsAt = ends[member.memberId];
      if (endsAt === undefined) continue;
      const { zone, city, weekend, holidays, extraWorkingDays } = member;
      found.push({
        ...{ kind: "round-end", rule: "V6", id: `${round.id}-${member.memberId}`, at: instantOf(endsAt) },
        ...{ committeeId: candidate.committeeId, title: candidate.title, marking: candidate.marking },
        ...{ reference: round.reference, note: member.name, to: `/review-rounds/${slugOf(round.reference)}` },
        mine: reviewed.includes(member.memberId),
        place: { zone, city, weekend, holidays, extraWorkingDays },
      });
    }
  }
  return found.filter((clock) => isAsked(asking, clock));
}

/** Reservations by their sunset (rule S2), and entries by the date at which they must be looked at again (rule R8). */
export async function listClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { reservations, members, entries, candidates } = tx.t;
  const { person, committees, candidateId, most } = asking;
  const ofCandidate = candidateId === undefined ? undefined : eq(candidates.id, candidateId);
  const sunsets = await tx
    .select({ reservation: reservations, member: members, candidate: candidates })
    .from(reservations)
    .innerJoin(members, eq(members.id, reservations.memberId))
    .innerJoin(candidates, eq(candidates.id, reservations.candidateId))
    .where(
      and(
        eq(reservations.state, "active"),
        inArray(candidates.committeeId, committees),
        ofCandidate,
        askedOf(asking, "reservation-sunset", reservations.sunsetAt, reservations.id),
      ),
    )
    .orderBy(asc(reservations.sunsetAt), asc(reservations.id))
    .limit(most);
  const reviews = await tx
    .select({ entry: entries, candidate: candidates })
    .from(entries)
    .innerJoin(candidates, eq(candidates.id, entries.candidateId))
    .where(
      and(
        isNull(entries.delistedAt),
        inArray(entries.committeeId, committees),
        ofCandidate,
        askedOf(asking, "review-by", entries.reviewBy, entries.id),
      ),
    )
    .orderBy(asc(entries.reviewBy), asc(entries.id))
    .limit(most);
  const reviewed = membersReviewedBy(person);
  const titled = ({ committeeId, title, marking }: (typeof reviews)[number]["candidate"]) => ({
    ...{ committeeId, title, marking },
  });
  return [
    ...sunsets.map(
      ({ reservation, member, candidate }): OpenClock => ({
        ...{ kind: "reservation-sunset", rule: "S2", id: reservation.id, at: reservation.sunsetAt },
        ...{ ...titled(candidate), reference: candidate.reference, note: member.name },
        to: `/candidates/${slugOf(candidate.reference)}`,
        mine: reviewed.includes(member.id),
        place: { zone: member.zone, city: member.city, weekend: member.weekend, holidays: member.holidays },
      }),
    ),
    ...reviews.map(
      ({ entry, candidate }): OpenClock => ({
        ...{ kind: "review-by", rule: "R8", id: entry.id, at: entry.reviewBy, ...titled(candidate) },
        ...{ reference: entry.code, note: null, to: `/candidates/${slugOf(candidate.reference)}`, place: null },
        mine: roleIn(person, entry.committeeId, "chair", "vice-chair") !== undefined,
      }),
    ),
  ];
}

/** The reader's own declarations that expire, unless a later one has taken their place (rule X7); one person has few in so long. */
export async function interestClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { interests, candidates } = tx.t;
  const { person, committees, candidateId } = asking;
  const rows = await tx
    .select({ interest: interests, candidate: candidates })
    .from(interests)
    .innerJoin(candidates, eq(candidates.id, interests.candidateId))
    .where(
      and(
        eq(interests.personId, person.personId),
        inArray(candidates.committeeId, committees),
        candidateId === undefined ? undefined : eq(candidates.id, candidateId),
        askedOf(asking, "interest-renewal", interests.expiresAt, interests.id),
      ),
    )
    .orderBy(asc(interests.expiresAt), asc(interests.id));
  if (rows.length === 0) return [];
  const latest = await tx
    .select({ candidateId: interests.candidateId, sequence: max(interests.sequence) })
    .from(interests)
    .where(
      and(
        eq(interests.personId, person.personId),
        inArray(
          interests.candidateId,
          rows.map(({ interest }) => interest.candidateId),
        ),
      ),
    )
    .groupBy(interests.candidateId);
  const last = new Map(latest.map((row) => [row.candidateId, Number(row.sequence)]));
  return rows
    .filter(({ interest, candidate }) => last.get(candidate.id) === interest.sequence && !isFinal(candidate.state))
    .map(({ interest, candidate }) => ({
      ...{ kind: "interest-renewal", rule: "X7", id: interest.id, at: interest.expiresAt, note: null, mine: true },
      ...{ committeeId: candidate.committeeId, title: candidate.title, marking: candidate.marking, place: null },
      reference: candidate.reference,
      to: `/candidates/${slugOf(candidate.reference)}#interests`,
    }));
}
