/**
 * Admits a late comment, which then needs a disposition like one made in time. Rule K3.
 * Who: chair, vice-chair. Minute: comment-admitted.
 */
import { z } from "zod";
import { changeComment } from "../../../db/store/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const admitComment = command({
  act: "admit-comment",
  rules: ["K3"],
  input: z.object({ comment: handle }),
  async decide(tx, actor, { comment: named }) {
    const at = await commentOf(tx, named);
    if (!at) return notFound();
    const answer = powers["admit-comment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    await changeComment(tx, at.comment.id, { admittedAt: tx.now });
    return { value: { number: at.comment.number }, minute: commentMinute(at, answer.role, {}) };
  },
});
