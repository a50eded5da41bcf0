/** Answers under a comment. Rule K2: what stands in a thread stays. Who: whoever reads it. Minute: comment-followed-up. */
import { z } from "zod";
import { addToThread } from "../../../db/store/comment.ts";
import { loadReaders, markMentionsSeen, saveMentions } from "../../../db/store/mention.ts";
import { mentionedIn } from "../../../domain/definition/mention.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const followUpComment = command({
  act: "follow-up-comment",
  rules: ["K2"],
  input: z.object({ comment: handle, body: prose(4000) }),
  async decide(tx, actor, { comment: named, body }) {
    const at = await commentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["follow-up-comment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const number = await addToThread(tx, at.comment.id, {
      kind: "answer",
      word: null,
      personId: actor.personId,
      body,
    });
    const readers = await loadReaders(tx, at.candidate.committeeId);
    await saveMentions(tx, { commentId: at.comment.id, entry: number }, actor.personId, mentionedIn(body, readers));
    // Who answers has looked.
    await markMentionsSeen(tx, at.comment.id, actor.personId);
    return { value: { number }, minute: commentMinute(at, null, { answer: number }) };
  },
});
