/** What every act on a comment begins with: the comment, its candidate, and the thing that the powers are asked about. */
import type { Tx } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { type Comment, commentThing, findComment } from "../../../db/store/comment.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import type { CommentThing } from "../../../domain/definition/definition-powers.ts";
import type { MinuteDraft } from "../../command.ts";

export type CommentAtHand = { comment: Comment; candidate: Candidate; thing: CommentThing };

export async function commentOf(tx: Tx, id: string): Promise<CommentAtHand | null> {
  const comment = await findComment(tx, id);
  const candidate = comment ? await findCandidate(tx, comment.candidateId) : null;
  if (!comment || !candidate) return null;
  return { comment, candidate, thing: commentThing(comment, await candidateThing(tx, candidate)) };
}

/** The minute of an act on a comment: numbers and words of the tables, never what was written. */
export function commentMinute(
  { comment, candidate }: CommentAtHand,
  role: string | null,
  values: MinuteDraft["values"],
): MinuteDraft {
  return {
    object: ["comment", comment.id],
    role,
    committeeId: candidate.committeeId,
    candidateId: candidate.id,
    values: { reference: candidate.reference, comment: comment.number, ...values },
  };
}
