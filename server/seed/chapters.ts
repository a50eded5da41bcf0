/** What recurs in the year of every committee: comments, interests, ballots and rounds, each spread over its days. */
import { desc, eq } from "drizzle-orm";
import { findLatestFrozen } from "../../db/store/ballot.ts";
import { findCandidate } from "../../db/store/candidate.ts";
import { findComment } from "../../db/store/comment.ts";
import { findDefinition, findLatestVersion } from "../../db/store/definition.ts";
import { carrierWord } from "../../domain/definition/comment.ts";
import { type CommitteeCode, seedPeople } from "./cast.ts";
import type { Regime } from "./found-regime.ts";
import { proposalFields } from "./technologies.ts";
import type { Fields, Telling } from "./telling.ts";
import { draftedText } from "./texts.ts";
import { findNid } from "./typing.ts";

/** The latest frozen version of a candidate. */
export async function frozenOf(telling: Telling, candidate: string) {
  return telling.context.db.read(async (tx) => {
    const found = (await findCandidate(tx, candidate))!;
    return (await findLatestFrozen(tx, found.id))!;
  });
}

export type SaidComment = {
  by: string;
  /** Words of the clause; left out for a comment on the whole text. */
  where?: string;
  quote?: string;
  type: "general" | "technical" | "editorial";
  body: string;
  change?: string;
  answers?: [string, string][];
  /** Word, reason, and who disposes where it is not the usual chair. */
  disposed?: ["accepted" | "partially-accepted" | "noted" | "rejected", string, string?];
  /** The commenter agrees with the disposition at once. */
  agreed?: boolean;
};

/** Comments made one by one between two days; answers follow within hours. Returns their ids as they are made. */
export function commentsBetween(
  telling: Telling,
  candidate: () => string,
  [from, to]: [number, number],
  comments: SaidComment[],
): string[] {
  const ids: string[] = [];
  comments.forEach((comment, index) => {
    const daysAgo = from - ((from - to) * index) / Math.max(comments.length, 1);
    telling.on(Math.floor(daysAgo), 7.6 + ((index * 2.7) % 9.5), async () => {
      const { by, where, quote = "", type, body, change = "" } = comment;
      const nid = where ? await findNid(telling, candidate(), where) : "";
      const fields = { candidate: candidate(), nid, quote, type, body, proposedChange: change, anchor: "" };
      ids[index] = (await telling.act(by, "make-comment", fields)).id;
      for (const [name, answer] of comment.answers ?? []) {
        await telling.later(7);
        await telling.act(name, "follow-up-comment", { comment: ids[index]!, body: answer });
      }
    });
  });
  return ids;
}

/** The version that follows the newest of the comment's candidate: what an accepted comment is carried by. */
async function nextVersion(telling: Telling, commentId: string): Promise<string> {
  return telling.context.db.read(async (tx) => {
    const comment = (await findComment(tx, commentId))!;
    const definition = (await findDefinition(tx, comment.candidateId))!;
    const latest = await findLatestVersion(tx, definition.id);
    return carrierWord({ version: (latest?.number ?? 0) + 1 });
  });
}

/** The dispositions of comments that have one. */
export function dispositionsOn(
  telling: Telling,
  chair: string,
  [from, to]: [number, number],
  comments: SaidComment[],
  ids: string[],
): void {
  comments.forEach((comment, index) => {
    if (!comment.disposed) return;
    const [word, reason, other] = comment.disposed;
    const daysAgo = from - ((from - to) * index) / Math.max(comments.length, 1);
    telling.on(Math.floor(daysAgo), 8.2 + ((index * 1.9) % 8), async () => {
      const carriedBy = word === "accepted" ? await nextVersion(telling, ids[index]!) : "";
      await telling.act(other ?? chair, "dispose-comment", { comment: ids[index]!, word, reason, carriedBy });
      if (!comment.agreed) return;
      await telling.later(95);
      await telling.act(comment.by, "agree-disposition", { comment: ids[index]! });
    });
  });
}

export type SaidInterest = {
  kind: Fields<"declare-interest">["kind"];
  class: "sectoral" | "direct";
  organisation?: string;
  statement: string;
};

/** Everybody on the committee's seats declares, most of them that they have no interest. `silent` people do not. */
export function interestsBetween(
  telling: Telling,
  regime: Regime,
  [committee, candidate]: [CommitteeCode, () => string],
  [from, to]: [number, number],
  said: Record<string, SaidInterest>,
  silent: string[] = [],
): void {
  const names = seedPeople
    .filter(({ seats, stands, industry }) => [...(seats ?? []), ...(stands ?? []), industry].includes(committee))
    .map(({ name }) => name)
    .filter((name) => !silent.includes(name));
  names.forEach((name, index) => {
    const interest = said[name];
    telling.on(from - Math.floor(((from - to) * index) / names.length), 7.4 + ((index * 1.3) % 10), async () => {
      await telling.act(name, "declare-interest", {
        candidate: candidate(),
        kind: interest?.kind ?? "none",
        class: interest?.class ?? "none",
        organisation: interest?.organisation ? regime.organisations[interest.organisation]! : "",
        statement: interest?.statement ?? "",
      });
    });
  });
}

export type SaidPosition = {
  by: string;
  word: "yes" | "no-objection" | "discuss" | "no" | "abstain";
  reason?: string;
  where?: string;
  change?: string;
};

/** A recommendation ballot: drafted and opened by the chair on a day, positions over the days behind. */
export function ballotFrom(
  telling: Telling,
  chair: string,
  candidate: () => string,
  { opens, hour, lastPosition, question }: { opens: number; hour: number; lastPosition: number; question: string },
  positions: SaidPosition[],
): { ballot: string } {
  const told = { ballot: "" };
  telling.on(opens, hour, async () => {
    const fields = { candidate: candidate(), question, days: 14 };
    told.ballot = (await telling.act(chair, "draft-ballot", fields)).reference;
    await telling.later(22);
    await telling.byTwo(chair, "open-ballot", { ballot: told.ballot });
  });
  positions.forEach((position, index) => {
    const daysAgo = opens - ((opens - lastPosition) * (index + 1)) / (positions.length + 1);
    const days = Math.floor(daysAgo);
    const at = days === opens ? hour + 1.2 + index * 0.4 : 7.8 + ((index * 2.3) % 9);
    telling.on(days, at, async () => {
      const { by, word, reason = "", where, change = "" } = position;
      const { textHash } = await frozenOf(telling, candidate());
      const clause = where ? await findNid(telling, candidate(), where) : "";
      const fields = { ballot: told.ballot, word, reason, clause, change, textHash, seat: "", key: "" };
      await telling.act(by, "cast-position", fields);
    });
  });
  return told;
}

/** The reference of the candidate's latest recommendation. */
export async function recommendationOf(telling: Telling, candidate: string): Promise<string> {
  return telling.context.db.read(async (tx) => {
    const found = (await findCandidate(tx, candidate))!;
    const { recommendations } = tx.t;
    const [latest] = await tx
      .select({ reference: recommendations.reference })
      .from(recommendations)
      .where(eq(recommendations.candidateId, found.id))
      .orderBy(desc(recommendations.draftedAt))
      .limit(1);
    if (!latest) throw new Error(`${candidate} has no recommendation; its ballot has not been certified.`);
    return latest.reference;
  });
}

export type SaidReply = {
  by: string;
  on: number;
  word: "agree" | "object" | "cannot-join" | "ask-time";
  reason?: string;
};

/** A silence round: transmitted, prepared and dispatched, acknowledged by each member's reviewer, replied to. */
export function roundFrom(
  telling: Telling,
  { secretariat, chair }: { secretariat: string; chair: string },
  candidate: () => string,
  days: { transmitted: number; prepared: number; dispatched: number; delivered: number },
  { reviewers, replies }: { reviewers: string[]; replies: SaidReply[] },
): { round: string } {
  const told = { round: "" };
  let recommendation = "";
  telling.on(days.transmitted, 9.3, async () => {
    recommendation = await recommendationOf(telling, candidate());
    await telling.act(secretariat, "transmit-recommendation", { recommendation });
  });
  telling.on(days.prepared, 10.1, async () => {
    const fields = { recommendation, kind: "new-entry", entry: "" } as const;
    told.round = (await telling.act(secretariat, "prepare-round", fields)).reference;
  });
  telling.on(days.dispatched, 9.7, async () => {
    await telling.byTwo(chair, "dispatch-round", { round: told.round });
  });
  reviewers.forEach((name, index) => {
    const span = days.dispatched - days.delivered;
    const at = days.dispatched - Math.floor((span * index) / Math.max(reviewers.length - 1, 1));
    telling.on(at, 10.4 + ((index * 1.7) % 6.5), async () => {
      const { textHash } = await frozenOf(telling, candidate());
      await telling.act(name, "acknowledge-delivery", { round: told.round, textHash });
    });
  });
  for (const { by, on, word, reason = "" } of replies)
    telling.on(on, 9.1 + (by.length % 7), async () => {
      await telling.act(by, "reply-round", { round: told.round, word, reason, text: "" });
    });
  return told;
}

type Day = [daysAgo: number, hour: number];

/** A candidate is proposed, accepted, and its text begun by the one who proposed it. `named` is told its reference. */
export function beginningOn(
  { on, act, context }: Telling,
  story: {
    by: string;
    chair: string;
    seed: string;
    /** Known once the regime is founded, which is the first thing that the year tells. */
    committee: () => string;
    proposed: Day;
    accepted: Day;
    begun: Day;
    named: (reference: string) => void;
  },
): void {
  let candidate = "";
  on(...story.proposed, async () => {
    const fields = proposalFields(story.seed, story.committee());
    candidate = (await act(story.by, "propose-candidate", fields)).reference;
    story.named(candidate);
  });
  on(...story.accepted, async () => {
    await act(story.chair, "accept-candidate", { candidate });
  });
  on(...story.begun, async () => {
    const text = draftedText(story.seed, () => context.newId().slice(0, 16));
    await act(story.by, "start-definition", { candidate, text });
  });
}
