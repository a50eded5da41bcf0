/**
 * Opens a disposed comment once more, with a new argument. Rule K7: within five working days of the disposition.
 * Who: the commenter, once. Minute: comment-reopened.
 */
import { z } from "zod";
import { addToThread, changeComment } from "../../../db/store/comment.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { sayInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { reopenUntil } from "../../text-gate.ts";
import { commentMinute, commentOf } from "./comment-of.ts";

export const reopenComment = command({
  act: "reopen-comment",
  rules: ["K7"],
  input: z.object({ comment: handle, argument: prose(4000) }),
  async decide(tx, actor, { comment: named, argument }) {
    const at = await commentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["reopen-comment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const committee = (await findCommittee(tx, at.candidate.committeeId))!;
    const until = reopenUntil(at.comment.disposedAt!, committee);
    if (tx.now >= until)
      return refuse("late", "K7", `The comment could be reopened until ${sayInstant(until)}; that time is over.`);
    await changeComment(tx, at.comment.id, { state: "reopened", reopenedAt: tx.now });
    await addToThread(tx, at.comment.id, { kind: "argument", word: null, personId: actor.personId, body: argument });
    return { value: { number: at.comment.number }, minute: commentMinute(at, null, {}) };
  },
});
