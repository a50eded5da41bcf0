/**
 * Says what became of one comment, or of several of one type with one reason. Rules K4, K8 to K10: all words but `accepted`
 * need a reason, `accepted` names what carries it; nobody disposes of the own delegation's comment.
 * Who: chair, vice-chair. Minute: comment-disposed.
 */
import { z } from "zod";
import { addToThread, changeComment } from "../../../db/store/comment.ts";
import {
  carrierWord,
  checkDisposition,
  checkTogether,
  dispositionWords,
  readCarrier,
  stateAfterDisposition,
  stoppedBy,
} from "../../../domain/definition/comment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { checkCarrier } from "../../comment-carrier.ts";
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
    /** What carries it: `version-3`, or `amendment-` and an id (rule K4). */
    carriedBy: z
      .string()
      .regex(/^(version-[1-9]\d{0,5}|amendment-[A-Za-z0-9]{1,64})$/, "it names no version or amendment")
      .or(z.literal(""))
      .optional()
      .transform((word) => readCarrier(word || null)),
  }),
  async decide(tx, actor, { comment: named, word, reason, carriedBy }) {
    if (actor.kind !== "person") return notFound();
    const together: CommentAtHand[] = [];
    let role: string | null = null;
    for (const id of new Set(named)) {
      const at = await commentOf(tx, id);
      if (!at) return notFound();
      const answer = powers["dispose-comment"](actor, at.thing);
      if (isRefusal(answer)) return named.length > 1 ? stoppedBy(answer, at.comment.number) : answer;
      role = answer.role;
      together.push(at);
    }
    const [first] = together;
    if (!first) return refuse("reason-missing", "K9", "No comment is chosen.", "comment");
    // A comment that is noted or rejected is carried by nothing, whatever the form's list stood on.
    const carrier = word === "accepted" || word === "partially-accepted" ? carriedBy : null;
    const checks = [
      checkDisposition(word, reason, carrier),
      checkTogether(together.map(({ comment }) => comment)),
      carrier === null ? null : await checkCarrier(tx, carrier, together),
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
        carriedBy: carrier === null ? null : carrierWord(carrier),
        disposedBy: actor.personId,
        disposedAt: tx.now,
      });
      await addToThread(tx, comment.id, {
        kind: "disposition",
        word,
        carriedBy: carrier === null ? null : carrierWord(carrier),
        personId: actor.personId,
        body: reason,
      });
    }
    const numbers = together.map(({ comment }) => comment.number);
    return { value: { numbers }, minute: commentMinute(first, role, { word, comments: numbers }) };
  },
});
