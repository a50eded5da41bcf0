/** The comments of a candidate in the ISO form, with filters in the address and paging by key. */
import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { type CommentFilter, countComments, findComments } from "../../../db/store/comment.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import {
  type CommentState,
  type CommentsOnly,
  type CommentType,
  commentStates,
  commentsOnly,
  commentTypes,
} from "../../../domain/definition/comment.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { type Actor, isInCircle, roleIn } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { clauseNames, viewComments } from "./comment-view.ts";

const rowsMax = 50;

export type CommentsParams = {
  candidate: string;
  states?: string[];
  type?: string | null;
  clause?: string | null;
  /** A member's code, `OBS` for observers. */
  member?: string | null;
  only?: string[];
  after?: string | null;
};

type Chosen = {
  states: CommentState[];
  type: CommentType | null;
  clause: string | null;
  member: string | null;
  only: CommentsOnly[];
};

/** What of the address is a filter; words that are none are left aside. */
function chosenIn(params: CommentsParams, members: { code: string }[]): Chosen {
  const states = (params.states ?? []).filter((one): one is CommentState =>
    (commentStates as readonly string[]).includes(one),
  );
  const type = commentTypes.find((one) => one === params.type) ?? null;
  return {
    states,
    type,
    clause: params.clause || null,
    member: members.find(({ code }) => code === params.member)?.code ?? null,
    only: commentsOnly.filter((one) => params.only?.includes(one)),
  };
}

/** The members whose delegations have commented. */
async function commentingMembers(tx: Reader, candidateId: string) {
  const { comments, members } = tx.t;
  return tx
    .selectDistinct({ id: members.id, code: members.code, name: members.name })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.memberId))
    .where(and(eq(comments.candidateId, candidateId)))
    .orderBy(asc(members.name));
}

/** The filter of an address, for pages and files alike. */
export async function filterOf(tx: Reader, actor: Actor, candidateId: string, params: CommentsParams) {
  const members = await commentingMembers(tx, candidateId);
  const chosen = chosenIn(params, members);
  const filter: Omit<CommentFilter, "most"> = {
    states: chosen.states,
    type: chosen.type ?? undefined,
    nid: chosen.clause ?? undefined,
    memberId: members.find(({ code }) => code === chosen.member)?.id,
    late: chosen.only.includes("late") ? true : undefined,
    personId: chosen.only.includes("mine") ? (actor.kind === "person" ? actor.personId : "") : undefined,
  };
  return { members, chosen, filter };
}

/** The candidate and its text around comments; null for who may not read them. */
export async function commentsAround(tx: Reader, actor: Actor, named: string) {
  const candidate = await findCandidate(tx, named);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return null;
  const thing = await candidateThing(tx, candidate);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const head = await readHeadText(tx, candidate);
  return { candidate, actor, thing, committee, clauses: head?.text.clauses ?? [] };
}

export const candidateShown = (candidate: Candidate) => ({
  reference: candidate.reference,
  slug: slugOf(candidate.reference),
  title: candidate.title,
  state: candidate.state,
  marking: candidate.marking,
});

export const commentsPage = query(async (tx, actor, params: CommentsParams) => {
  const around = await commentsAround(tx, actor, params.candidate);
  if (!around) return notFound();
  const { candidate } = around;
  const { members, chosen, filter } = await filterOf(tx, actor, candidate.id, params);
  const after = /^\d{1,9}$/.test(params.after ?? "") ? Number(params.after) : undefined;
  const found = await findComments(tx, candidate.id, { ...filter, after, most: rowsMax + 1 });
  const rows = found.slice(0, rowsMax);
  const nameOf = clauseNames(around.clauses);
  const may = powers["make-comment"](actor, around.thing) as Answer;
  return {
    candidate: candidateShown(candidate),
    committee: { code: around.committee.code, name: around.committee.name },
    clauses: around.clauses.map((clause) => ({
      nid: clause.nid,
      clause: nameOf(clause.nid),
      words: clauseText(clause).slice(0, 60),
    })),
    members: members.map(({ code, name }) => ({ code, name })),
    chosen,
    counts: await countComments(tx, candidate.id),
    rows: await viewComments(tx, rows, around),
    next: found.length > rowsMax ? String(rows.at(-1)!.number) : null,
    may: { "make-comment": isRefusal(may) ? may : null },
    /** Whether the page offers dispositions at all: to those who preside, whoever made the single comment. */
    presides: roleIn(actor, candidate.committeeId, "chair", "vice-chair") !== undefined,
    topics: [`candidate:${candidate.id}`],
  };
});
