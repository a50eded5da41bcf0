/**
 * Comments on a clause in the ISO form. Rules K1 to K3: type, comment, proposed change; on the frozen version or the text as
 * it is drafted; late once the round has closed. Who: seats, chairs, government reviewers, observers in a round.
 * Minute: comment-made.
 */
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { saveNewComment } from "../../../db/store/comment.ts";
import { findLatestVersion } from "../../../db/store/definition.ts";
import { loadReaders, saveMentions } from "../../../db/store/mention.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { mayEditIn } from "../../../domain/candidate/candidate-life.ts";
import { checkComment, commentTypes, isLateIn } from "../../../domain/definition/comment.ts";
import { mentionedIn } from "../../../domain/definition/mention.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { quoteCharactersMax } from "../../../protocol/limits.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalProse } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";

const anchor = z
  .string()
  .regex(/^[A-Za-z0-9+/]{1,400}={0,2}$/, "it is no place in a text")
  .or(z.literal(""))
  .optional()
  .transform((value) => value || null);

export const makeComment = command({
  act: "make-comment",
  rules: ["K1", "K2", "K3"],
  input: z.object({
    candidate: handle,
    /** Empty for a comment on the text as a whole. */
    nid: z.string().max(64).default(""),
    quote: optionalProse(quoteCharactersMax),
    anchor,
    type: oneOfWords(commentTypes),
    body: optionalProse(8000),
    proposedChange: optionalProse(8000),
  }),
  async decide(tx, actor, { candidate: named, ...said }, context) {
    const candidate = await findCandidate(tx, named);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["make-comment"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const form = checkComment(said);
    if (isRefusal(form)) return form;
    const head = await readHeadText(tx, candidate);
    if (!head) return notFound();
    const { clauses, strays } = head.reading;
    if (said.nid !== "" && ![...clauses, ...strays].some((clause) => clause.nid === said.nid))
      return refuse("word", "K1", "The clause of the comment does not stand in the text (any more).", "nid");
    const isFrozen = isRefusal(mayEditIn(candidate.state));
    const version = isFrozen ? await findLatestVersion(tx, head.definition.id) : null;
    const id = context.newId();
    const number = await nextNumber(tx, `comment/${candidate.id}`);
    const late = isLateIn(candidate.state);
    await saveNewComment(tx, {
      ...said,
      id,
      candidateId: candidate.id,
      number,
      versionId: version?.id ?? null,
      personId: actor.personId,
      seatId: answer.seatId,
      memberId: answer.memberId ?? actor.memberId,
      madeAt: tx.now,
      late,
      state: "open",
      disposition: null,
      dispositionReason: null,
      carriedBy: null,
      disposedBy: null,
      disposedAt: null,
      reopenedAt: null,
      admittedAt: null,
    });
    const readers = await loadReaders(tx, candidate.committeeId);
    const called = mentionedIn(`${said.body}\n${said.proposedChange}`, readers);
    await saveMentions(tx, { commentId: id, entry: 0 }, actor.personId, called);
    return {
      value: { id, number, late },
      minute: {
        object: ["comment", id],
        role: answer.role,
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference: candidate.reference, comment: number, type: said.type, nid: said.nid, late },
      },
    };
  },
});
