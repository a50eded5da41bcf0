/** Rows of comments and their threads ⇄ domain values. */
import { and, asc, count, eq, gt, inArray, isNotNull, max, or, type SQL } from "drizzle-orm";
import type { CandidateThing } from "../../domain/candidate/candidate-powers.ts";
import {
  type CommentState,
  type CommentType,
  type DispositionWord,
  holdsUpBallot,
  type ThreadEntryKind,
} from "../../domain/definition/comment.ts";
import type { CommentThing } from "../../domain/definition/definition-powers.ts";
import type { Reader, Tx } from "../open.ts";

export type Comment = {
  id: string;
  candidateId: string;
  number: number;
  /** The frozen version that was commented on; null for the text as it was being drafted (rule K2). */
  versionId: string | null;
  /** Empty where the comment is about the text as a whole. */
  nid: string;
  quote: string;
  anchor: string | null;
  type: CommentType;
  body: string;
  proposedChange: string;
  personId: string;
  seatId: string | null;
  memberId: string | null;
  madeAt: number;
  late: boolean;
  state: CommentState;
  disposition: DispositionWord | null;
  dispositionReason: string | null;
  /** What carries an accepted comment, as `carrierWord` writes it (rule K4). */
  carriedBy: string | null;
  disposedBy: string | null;
  disposedAt: number | null;
  reopenedAt: number | null;
  admittedAt: number | null;
};

export async function findComment(tx: Reader, id: string): Promise<Comment | null> {
  const [row] = await tx.select().from(tx.t.comments).where(eq(tx.t.comments.id, id));
  return row ?? null;
}

/** What the powers of a comment are asked about: the comment, and the candidate that it is about. */
export function commentThing(comment: Comment, candidate: CandidateThing): CommentThing {
  return {
    ...candidate,
    commentState: comment.state,
    commenterId: comment.personId,
    commenterMemberId: comment.memberId,
    reopened: comment.reopenedAt !== null,
    late: comment.late,
    admitted: comment.admittedAt !== null,
  };
}

export async function saveNewComment(tx: Tx, comment: Comment): Promise<void> {
  await tx.insert(tx.t.comments).values(comment);
}

type Changed = Pick<
  Comment,
  | "state"
  | "disposition"
  | "dispositionReason"
  | "carriedBy"
  | "disposedBy"
  | "disposedAt"
  | "reopenedAt"
  | "admittedAt"
>;

export async function changeComment(tx: Tx, id: string, changed: Partial<Changed>): Promise<void> {
  await tx.update(tx.t.comments).set(changed).where(eq(tx.t.comments.id, id));
}

export type ThreadEntry = {
  number: number;
  kind: ThreadEntryKind;
  word: DispositionWord | null;
  carriedBy?: string | null;
  personId: string | null;
  body: string;
  at: number;
};

/** Adds to the thread of a comment; what stands in it is never changed. */
export async function addToThread(
  tx: Tx,
  commentId: string,
  entry: Omit<ThreadEntry, "number" | "at">,
): Promise<number> {
  const { followUps } = tx.t;
  const [{ last } = { last: null }] = await tx
    .select({ last: max(followUps.number) })
    .from(followUps)
    .where(eq(followUps.commentId, commentId));
  const number = Number(last ?? 0) + 1;
  await tx.insert(followUps).values({ ...entry, commentId, number, at: tx.now });
  return number;
}

export type CommentFilter = {
  states?: CommentState[];
  type?: CommentType;
  nid?: string;
  memberId?: string;
  /** Made by this person. */
  personId?: string;
  late?: boolean;
  /** The one of this number alone. */
  number?: number;
  /** The number of the last comment of the page before. */
  after?: number;
  most: number;
};

export type CommentRow = Comment & {
  personName: string;
  personColour: number;
  speaksFor: string | null;
  /** The member's code, which the ISO form has in its first column; null for an observer. */
  memberCode: string | null;
};

function fits(tx: Reader, candidateId: string, filter: Omit<CommentFilter, "most">): SQL | undefined {
  const { comments } = tx.t;
  const equal: [Parameters<typeof eq>[0], unknown][] = [
    [comments.type, filter.type],
    [comments.nid, filter.nid],
    [comments.memberId, filter.memberId],
    [comments.personId, filter.personId],
    [comments.late, filter.late],
    [comments.number, filter.number],
  ];
  return and(
    eq(comments.candidateId, candidateId),
    filter.states && filter.states.length > 0 ? inArray(comments.state, filter.states) : undefined,
    filter.after === undefined ? undefined : gt(comments.number, filter.after),
    ...equal.filter(([, value]) => value !== undefined).map(([column, value]) => eq(column, value)),
  );
}

/** Comments of a candidate in the order in which they were made: a page by key. */
export async function findComments(tx: Reader, candidateId: string, filter: CommentFilter): Promise<CommentRow[]> {
  const { comments, people, seats, members } = tx.t;
  const rows = await tx
    .select({
      comment: comments,
      personName: people.name,
      personColour: people.colour,
      seatName: seats.name,
      memberName: members.name,
      memberCode: members.code,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.personId))
    .leftJoin(seats, eq(seats.id, comments.seatId))
    .leftJoin(members, eq(members.id, comments.memberId))
    .where(fits(tx, candidateId, filter))
    .orderBy(asc(comments.number))
    .limit(filter.most);
  return rows.map(({ comment, seatName, memberName, ...person }) => ({
    ...comment,
    ...person,
    speaksFor: seatName ?? memberName,
  }));
}

/** The threads of these comments, each oldest first, by the comment's id. */
export async function loadThreads(
  tx: Reader,
  commentIds: string[],
): Promise<Map<string, (ThreadEntry & { personName: string | null })[]>> {
  const threads = new Map<string, (ThreadEntry & { personName: string | null })[]>();
  if (commentIds.length === 0) return threads;
  const { followUps, people } = tx.t;
  const rows = await tx
    .select({ entry: followUps, personName: people.name })
    .from(followUps)
    .leftJoin(people, eq(people.id, followUps.personId))
    .where(inArray(followUps.commentId, commentIds))
    .orderBy(asc(followUps.commentId), asc(followUps.number));
  for (const { entry, personName } of rows) {
    const { commentId, ...said } = entry;
    const thread = threads.get(commentId) ?? [];
    thread.push({ ...said, personName });
    threads.set(commentId, thread);
  }
  return threads;
}

export async function countComments(tx: Reader, candidateId: string): Promise<Record<CommentState, number>> {
  const { comments } = tx.t;
  const rows = await tx
    .select({ state: comments.state, total: count() })
    .from(comments)
    .where(eq(comments.candidateId, candidateId))
    .groupBy(comments.state);
  const counts = { open: 0, disposed: 0, reopened: 0, final: 0, sustained: 0, withdrawn: 0 };
  for (const { state, total } of rows) counts[state] = total;
  return counts;
}

type Waiting = { number: number; state: CommentState; disposedAt: number | null };

/** The technical comments in time or admitted: those that still hold up a ballot (rule K5), and those disposed of (rule K7). */
export async function loadTechnicalComments(
  tx: Reader,
  candidateId: string,
): Promise<{ holding: Waiting[]; disposed: Waiting[] }> {
  const { comments } = tx.t;
  const rows = await tx
    .select({
      number: comments.number,
      state: comments.state,
      type: comments.type,
      late: comments.late,
      admittedAt: comments.admittedAt,
      disposedAt: comments.disposedAt,
    })
    .from(comments)
    .where(
      and(
        eq(comments.candidateId, candidateId),
        eq(comments.type, "technical"),
        or(eq(comments.late, false), isNotNull(comments.admittedAt)),
        inArray(comments.state, ["open", "reopened", "disposed"]),
      ),
    )
    .orderBy(asc(comments.number));
  return {
    holding: rows.filter(holdsUpBallot),
    disposed: rows.filter((row) => row.state === "disposed"),
  };
}

/**
 * Rule K5: general and editorial comments that were left open are noted by the clock when the ballot opens; so are late
 * ones that nobody answered. The number of them.
 */
export async function noteOpenComments(tx: Tx, candidateId: string): Promise<number> {
  const { comments } = tx.t;
  const left = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.candidateId, candidateId), eq(comments.state, "open")));
  const reason = "Noted when the ballot opened.";
  for (const { id } of left) {
    await changeComment(tx, id, {
      state: "final",
      disposition: "noted",
      dispositionReason: reason,
      disposedBy: null,
      disposedAt: tx.now,
    });
    await addToThread(tx, id, { kind: "disposition", word: "noted", personId: null, body: reason });
  }
  return left.length;
}
