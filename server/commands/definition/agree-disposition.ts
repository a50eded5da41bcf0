/**
 * Agrees with a disposition before the time to reopen is over, so that nothing waits for it. Rule K7.
 * Who: the commenter. Minute: disposition-agreed.
 */
import { z } from "zod";
import { changeComment } from "../../../db/store/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const agreeDisposition = command({
  act: "agree-disposition",
  rules: ["K7"],
  input: z.object({ comment: handle }),
  async decide(tx, actor, { comment: named }) {
    const at = await commentOf(tx, named);
    if (!at) return notFound();
    const answer = powers["agree-disposition"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    await changeComment(tx, at.comment.id, { state: "final" });
    return { value: { number: at.comment.number }, minute: commentMinute(at, null, {}) };
  },
});
