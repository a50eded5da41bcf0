/** One comment by itself: its place in the text, its thread, and all that may be done with it. */
import { findComments } from "../../../db/store/comment.ts";
import { loadReaders } from "../../../db/store/mention.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { viewComments } from "./comment-view.ts";
import { candidateShown, commentsAround } from "./comments-page.ts";

/** One comment by its number, with all that may be done with it. */
export const commentPage = query(async (tx, actor, params: { candidate: string; number: string }) => {
  const around = await commentsAround(tx, actor, params.candidate);
  if (!around || !/^[1-9]\d{0,6}$/.test(params.number)) return notFound();
  const found = await findComments(tx, around.candidate.id, { number: Number(params.number), most: 1 });
  const [comment] = await viewComments(tx, found, around);
  if (!comment) return notFound();
  const clause = around.clauses.find(({ nid }) => nid === comment.nid);
  const readers = await loadReaders(tx, around.candidate.committeeId);
  return {
    candidate: candidateShown(around.candidate),
    comment,
    /** The clause as it stands today. */
    clause: clause ? clauseText(clause) : null,
    people: readers.filter(({ personId }) => actor.kind !== "person" || personId !== actor.personId),
    topics: [`candidate:${around.candidate.id}`],
  };
});
