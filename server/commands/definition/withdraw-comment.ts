/** Takes an open comment back; it stays readable. Rule K2. Who: the commenter. Minute: comment-withdrawn. */
import { z } from "zod";
import { changeComment } from "../../../db/store/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const withdrawComment = command({
  act: "withdraw-comment",
  rules: ["K2"],
  input: z.object({ comment: handle }),
  async decide(tx, actor, { comment: named }) {
    const at = await commentOf(tx, named);
    if (!at) return notFound();
    const answer = powers["withdraw-comment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    await changeComment(tx, at.comment.id, { state: "withdrawn" });
    return { value: { number: at.comment.number }, minute: commentMinute(at, null, {}) };
  },
});
