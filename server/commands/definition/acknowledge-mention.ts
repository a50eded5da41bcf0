/**
 * Says that a person has looked at a comment that names them, so that it leaves the desk. An act, since a page that is merely
 * opened may have been opened by a scanner. Rule K2. Who: whoever is named and may read. Minute: mention-acknowledged.
 */
import { z } from "zod";
import { markMentionsSeen } from "../../../db/store/mention.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const acknowledgeMention = command({
  act: "acknowledge-mention",
  rules: ["K2"],
  input: z.object({ comment: handle }),
  async decide(tx, actor, { comment: named }) {
    const at = await commentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["acknowledge-mention"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const seen = await markMentionsSeen(tx, at.comment.id, actor.personId);
    if (seen === 0) return refuse("state", "K2", "No mention of you waits under this comment.");
    return { value: { seen }, minute: commentMinute(at, null, {}) };
  },
});
