/**
 * Says what became of one comment, or of several of one type with one reason. Rules K4, K8 to K10: all words but `accepted`
 * need a reason, `accepted` names what carries it; nobody disposes of the own delegation's comment.
 * Who: chair, vice-chair. Minute: comment-disposed.
 */
import { z } from "zod";
import { addToThread, changeComment } from "../../../db/store/comment.ts";
import {
  checkDisposition,
  checkTogether,
  dispositionWords,
  stateAfterDisposition,
} from "../../../domain/definition/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalProse, several } from "../../fields.ts";
import { type CommentAtHand, commentMinute, commentOf } from "./comment-of.ts";

const togetherMax = 100;

export const disposeComment = command({
  act: "dispose-comment",
  rules: ["K4", "K8", "K9", "K10"],
  input: z.object({
    /** One comment, or several (rule K9). */
    comment: several(handle, togetherMax),
    word: oneOfWords(dispositionWords),
    reason: optionalProse(4000),
  }),
  async decide(tx, actor, { comment: named, word, reason }) {
    if (actor.kind !== "person") return notFound();
    const together: CommentAtHand[] = [];
    let role: string | null = null;
    for (const id of new Set(named)) {
      const at = await commentOf(tx, id);
      if (!at) return notFound();
      const answer = powers["dispose-comment"](actor, at.thing);
      if (isRefusal(answer)) return answer;
      role = answer.role;
      together.push(at);
    }
    const [first] = together;
    if (!first) return refuse("reason-missing", "K9", "No comment is chosen.", "comment");
    const checks = [
      checkDisposition(word, reason),
      checkTogether(together.map(({ comment }) => comment.type)),
      together.every(({ candidate }) => candidate.id === first.candidate.id) ? null : notFound(),
    ];
    const refused = checks.find(isRefusal);
    if (refused) return refused;
    for (const { comment } of together) {
      const state = stateAfterDisposition(comment.state);
      if (isRefusal(state)) return state;
      await changeComment(tx, comment.id, {
        state,
        disposition: word,
        dispositionReason: reason,
        disposedBy: actor.personId,
        disposedAt: tx.now,
      });
      await addToThread(tx, comment.id, { kind: "disposition", word, personId: actor.personId, body: reason });
    }
    const numbers = together.map(({ comment }) => comment.number);
    return { value: { numbers }, minute: commentMinute(first, role, { word, comments: numbers }) };
  },
});
