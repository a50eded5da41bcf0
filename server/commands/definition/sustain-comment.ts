/**
 * Sustains a comment whose second disposition its author does not accept; it then travels with the recommendation. Rule K8.
 * Who: the commenter. Minute: comment-sustained.
 */
import { z } from "zod";
import { changeComment } from "../../../db/store/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const sustainComment = command({
  act: "sustain-comment",
  rules: ["K8"],
  input: z.object({ comment: handle }),
  async decide(tx, actor, { comment: named }) {
    const at = await commentOf(tx, named);
    if (!at) return notFound();
    const answer = powers["sustain-comment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    await changeComment(tx, at.comment.id, { state: "sustained" });
    return { value: { number: at.comment.number }, minute: commentMinute(at, null, {}) };
  },
});
