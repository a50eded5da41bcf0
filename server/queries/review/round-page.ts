/** The silence room: each member's calendar, delivery, word and end; replies and reservations; and what this actor may do. */
import { eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadOutages } from "../../../db/store/ballot-life.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findEntryOf } from "../../../db/store/list.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import {
  findRoundOf,
  loadReplies,
  loadReservations,
  loadRoundMembers,
  type ReplyRow,
  type RoundMemberRow,
  roundCase,
  roundThing,
} from "../../../db/store/review.ts";
import { instantOf } from "../../../domain/instant.ts";
import { membersReviewedBy } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { lengthenCheck } from "../../../domain/review/dispatch.ts";
import { certification_ms, type RoundAccount, roundAccount } from "../../../domain/review/round.ts";
import { lengtheningDays, roundLengthDays } from "../../../domain/review/round-clock.ts";
import { roundDays } from "../../../domain/review/round-days.ts";
import { scopeLists } from "../../../domain/review/scope-lists.ts";
import { query } from "../../query.ts";
import { asRefusals } from "../candidate/candidate-page.ts";
import { askedSeconds } from "../record/second-requests.ts";
import { reviewedText } from "./recommendation-page.ts";

export const roundPage = query(async (tx, actor, params: { round: string }) => {
  const found = await findRoundOf(tx, params.round);
  if (!found || isRefusal(powers["read-round"](actor, found.recommendation))) return notFound();
  const { round, recommendation } = found;
  const candidate = (await findCandidate(tx, recommendation.candidateId))!;
  const committee = (await findCommittee(tx, recommendation.committeeId))!;
  const members = await loadRoundMembers(tx, round.id);
  const replies = await loadReplies(tx, round.id);
  const thing = await roundThing(tx, round, recommendation, members);
  const outages = await loadOutages(tx, round.dispatchedAt ?? tx.now);
  const account = accountOf(roundCase(tx, round, members, replies, outages), round.account);
  const mine = membersReviewedBy(actor);
  const own = members.find((one) => mine.includes(one.memberId)) ?? null;
  const lines = members.map((member) => lineOf(member, account, Math.min(tx.now, round.endedAt ?? tx.now), own));
  const entry = await findEntryOf(tx, recommendation.id);
  const timeAsked = replies.some((reply) => reply.word === "ask-time");
  return {
    round: {
      reference: round.reference,
      kind: round.kind,
      state: round.state,
      entryCode: round.entryCode,
      lengthDays: roundLengthDays[round.kind] + (round.lengthenedAt === null ? 0 : lengtheningDays),
      preparedAt: round.preparedAt,
      dispatchedAt: round.dispatchedAt,
      startedAt: round.startedAt,
      lengthenedAt: round.lengthenedAt,
      endsAt: round.endsAt,
      endedAt: round.endedAt,
      certifiedFrom: round.endsAt === null ? null : round.endsAt + certification_ms,
    },
    recommendation: { slug: slugOf(recommendation.reference), reference: recommendation.reference },
    candidate: { slug: slugOf(candidate.reference), title: candidate.title },
    committee: { name: committee.name, zone: committee.zone, city: committee.city },
    text: await reviewedText(tx, recommendation.versionId),
    entry: entry ? { code: entry.code } : null,
    outcome: account?.outcome ?? null,
    failing: account?.failing ?? [],
    members: lines,
    cannotJoin: lines.filter((line) => line.word === "cannot-join").map((line) => line.name),
    /** The most members that may be unable to join without breaking the round (rule V15). */
    cannotJoinMax: Math.floor(members.length / 3),
    replies: wordsOf(replies, members, account),
    reservations: (await loadReservations(tx, [recommendation.id])).map(
      ({ id, member, memberId, rows, reason, sunsetAt, state }) => ({
        id,
        member,
        rows,
        reason,
        sunsetAt,
        state,
        mayWithdraw: !isRefusal(powers["withdraw-reservation"](actor, { committeeId: committee.id, memberId, state })),
      }),
    ),
    own: own && { ...lines.find((line) => line.memberId === own.memberId)!, ...(await openedBy(tx, own)) },
    scopeLists,
    asked: await askedSeconds(tx, actor, ["round", round.id]),
    may: asRefusals({
      "dispatch-round": powers["dispatch-round"](actor, thing),
      "acknowledge-delivery": undelivered(powers["acknowledge-delivery"](actor, thing), own),
      "reply-round": powers["reply-round"](actor, thing),
      "lengthen-round": orElse(powers["lengthen-round"](actor, thing), lengthenCheck({ ...round, timeAsked }, tx.now)),
      "cancel-round": powers["cancel-round"](actor, thing),
      "enter-reservation": powers["enter-reservation"](actor, thing),
    }),
    topics: [`round:${round.id}`, `candidate:${candidate.id}`],
  };
});

/** A round that has ended shows the account it ended with; a live one, that of now. */
function accountOf(found: ReturnType<typeof roundCase>, written: string | null): RoundAccount | null {
  if (written !== null) return JSON.parse(written) as RoundAccount;
  return found && roundAccount(found);
}

function orElse(power: Answer, check: Answer): Answer {
  return isRefusal(power) ? power : check;
}

function undelivered(power: Answer, own: RoundMemberRow | null): Answer {
  if (isRefusal(power) || own === null || own.deliveredAt === null) return power;
  return refuse("state", "V3", `${own.name} has proof of delivery.`);
}

/** One member's row: who, where, reached when, its word, its end, and its calendar as of now or of the round's end. */
function lineOf(member: RoundMemberRow, account: RoundAccount | null, now: number, own: RoundMemberRow | null) {
  const { memberId, name, city, zone, deliveredAt } = member;
  const written = account?.ends?.[memberId];
  const endsAt = written === undefined ? null : instantOf(written);
  const running = account !== null && account.startsAt !== null && endsAt !== null;
  return {
    memberId,
    name,
    city,
    zone,
    deliveredAt,
    own: own?.memberId === memberId,
    word: account?.words[memberId] ?? null,
    endsAt,
    calendar: running ? roundDays(member, instantOf(account.startsAt!), endsAt, now) : null,
  };
}

/** The replies in their order; which of them came at or after the end (rule V10). */
function wordsOf(replies: readonly ReplyRow[], members: readonly RoundMemberRow[], account: RoundAccount | null) {
  const names = new Map(members.map((one) => [one.memberId, one.name]));
  return replies.map(({ number, memberId, word, reason, text, at }, index) => ({
    number,
    member: names.get(memberId)!,
    word,
    reason,
    text,
    at,
    late: account?.late.includes(index) ?? false,
  }));
}

/** Who of the member opened the text is told to that member alone (rule V25). */
async function openedBy(tx: Reader, { deliveredTo }: RoundMemberRow): Promise<{ openedBy: string | null }> {
  if (deliveredTo === null) return { openedBy: null };
  const { people } = tx.t;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, deliveredTo));
  return { openedBy: person?.name ?? null };
}
