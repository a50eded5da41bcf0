/** Recommendations, silence rounds with members and replies, reservations, entries; what follows from an adopted ballot. */
import { canonicalJson } from "../../../domain/definition/canonical-text.ts";
import { nextEntryCode } from "../../../domain/list/edition.ts";
import { recommendationReference, roundReference } from "../../../domain/record/reference.ts";
import { type ReplyWord, replyingRole } from "../../../domain/review/reply.ts";
import { certification_ms, type RoundAccount, roundAccount } from "../../../domain/review/round.ts";
import type { BenchBallot } from "./ballots.ts";
import type { Bulk, Row } from "./bulk.ts";
import { day_ms, type House } from "./house.ts";

type Outcome = { recommendation: Row<"recommendations">["state"]; round: Row<"rounds">["state"] | null };

const weekend = [6, 7];
const adopted: Outcome = { recommendation: "adopted", round: "adopted" };
const outcomes: Partial<Record<string, Outcome>> = {
  recommended: { recommendation: "drafted", round: null },
  reviewing: { recommendation: "transmitted", round: "running" },
  listed: adopted,
  delisted: adopted,
  "listed-in-part": { recommendation: "adopted-in-part", round: "adopted-in-part" },
  returned: { recommendation: "returned", round: "broken" },
};

type Course = { dispatchedAt: number; asOf: number; state: NonNullable<Outcome["round"]> };

function repliesOf(house: House, roundId: string, { dispatchedAt, state }: Course): Row<"replies">[] {
  const answering = house.members.filter((_, index) => index % 3 !== 2);
  return answering.map((member, index) => {
    const last = index === answering.length - 1;
    const word: ReplyWord =
      last && state === "broken" ? "object" : last && state === "adopted-in-part" ? "cannot-join" : "agree";
    return {
      roundId,
      number: index + 1,
      memberId: member.id,
      personId: member.reviewer.id,
      word,
      reason: word === "agree" ? "" : "Our law does not reach this technology yet.",
      text: "",
      at: dispatchedAt + 2 * day_ms + index * 60_000,
    };
  });
}

function reckonRound(house: House, course: Course, replies: Row<"replies">[]): RoundAccount {
  return roundAccount({
    kind: "new-entry",
    dispatchedAt: course.dispatchedAt,
    asOf: course.asOf,
    members: house.members.map(({ id, zone, holidays }) => ({
      member: id,
      zone,
      weekend,
      holidays,
      extraWorkingDays: [],
      deliveredAt: course.dispatchedAt + day_ms,
    })),
    replies: replies.map(({ memberId, word, at }) => ({ member: memberId, word, at, by: replyingRole })),
    outages: [],
  });
}

function enterRound(bulk: Bulk, house: House, recommendationId: string, course: Course, number: number): string {
  const id = bulk.newId();
  const replies = repliesOf(house, id, course);
  const reckoned = reckonRound(house, course, replies);
  const endsAt = reckoned.endsAt === null ? null : Date.parse(reckoned.endsAt);
  const isRunning = course.state === "running";
  bulk.insert("rounds", {
    id,
    reference: roundReference(number),
    recommendationId,
    kind: "new-entry",
    state: course.state,
    preparedAt: course.dispatchedAt - day_ms,
    dispatchedAt: course.dispatchedAt,
    startedAt: course.dispatchedAt + day_ms,
    endsAt,
    endedAt: isRunning ? null : (endsAt ?? course.asOf),
    dueAt: isRunning && endsAt !== null ? endsAt + certification_ms : null,
    account: isRunning ? null : canonicalJson(reckoned),
  });
  for (const { id: memberId, name, zone, city, holidays, reviewer } of house.members) {
    const delivered = { deliveredAt: course.dispatchedAt + day_ms, deliveredTo: reviewer.id };
    const calendar = { zone, city, weekend, holidays, extraWorkingDays: [] };
    bulk.insert("roundMembers", { roundId: id, memberId, name, ...calendar, ...delivered });
  }
  for (const reply of replies) bulk.insert("replies", reply);
  return id;
}

function enterReservation(bulk: Bulk, house: House, of: { candidateId: string; recommendationId: string; at: number }) {
  const { candidateId, recommendationId, at } = of;
  const member = bulk.chance.pick(house.members);
  bulk.insert("reservations", {
    id: bulk.newId(),
    candidateId,
    recommendationId,
    memberId: member.id,
    rows: [{ countries: ["D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] }],
    reason: "Our law does not reach this technology yet.",
    enteredAt: at,
    enteredBy: member.reviewer.id,
    sunsetAt: house.now + 300 * day_ms,
    state: "active",
  });
}

/** Fills the way from the ballot to the list. */
export function fillReview(bulk: Bulk, house: House, ballots: BenchBallot[]): void {
  const codes = new Map<string, string[]>();
  let rounds = 0;
  let recommendations = 0;
  bulk.step("recommendations, rounds, replies, entries", () => {
    for (const { id: ballotId, candidate, versionId, closedAt } of ballots) {
      const outcome = outcomes[candidate.state];
      if (!outcome) continue;
      const { committee } = candidate;
      const isRunning = outcome.round === "running";
      const dispatchedAt = isRunning ? house.now - 8 * day_ms : closedAt + 5 * day_ms;
      const recommendationId = bulk.newId();
      recommendations += 1;
      bulk.insert("recommendations", {
        id: recommendationId,
        reference: recommendationReference(committee.code, recommendations),
        committeeId: committee.id,
        candidateId: candidate.id,
        ballotId,
        versionId,
        state: outcome.recommendation,
        scope: candidate.scope,
        draftedAt: closedAt + 3 * day_ms,
        transmittedAt: outcome.round === null ? null : dispatchedAt - 2 * day_ms,
        decidedAt: outcome.round === null || isRunning ? null : dispatchedAt + 40 * day_ms,
      });
      if (outcome.round === null) continue;
      rounds += 1;
      const asOf = isRunning ? house.now : dispatchedAt + 60 * day_ms;
      const roundId = enterRound(bulk, house, recommendationId, { dispatchedAt, asOf, state: outcome.round }, rounds);
      if (outcome.round !== "adopted" && outcome.round !== "adopted-in-part") continue;
      const adoptedAt = dispatchedAt + 40 * day_ms;
      if (rounds % 3 === 0)
        enterReservation(bulk, house, { candidateId: candidate.id, recommendationId, at: adoptedAt });
      const given = codes.get(committee.id) ?? [];
      codes.set(committee.id, given);
      const code = nextEntryCode(committee.listCode, given);
      given.push(code);
      bulk.insert("entries", {
        id: bulk.newId(),
        code,
        committeeId: committee.id,
        candidateId: candidate.id,
        versionId,
        recommendationId,
        roundId,
        adoptedAt,
        reviewBy: adoptedAt + 730 * day_ms,
        absent: outcome.round === "adopted-in-part" ? [house.members.at(-2)!.id] : [],
        delistedAt: candidate.state === "delisted" ? candidate.changedAt : null,
      });
    }
    bulk.insert("numberSeries", { series: "round", last: rounds });
    for (const { code } of house.committees)
      bulk.insert("numberSeries", { series: `recommendation/${code}`, last: recommendations });
  });
}
