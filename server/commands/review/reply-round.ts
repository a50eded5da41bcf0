/**
 * A member's word in a silence round. Rules V8 to V13: the latest reply before the end counts; `object` and `amend` break the
 * round at once and for good, and the recommendation goes back to the committee in the same transaction.
 * Who: a government reviewer of a member of the round. Minute: round-replied.
 */
import { z } from "zod";
import { findCandidate } from "../../../db/store/candidate.ts";
import {
  findRoundOf,
  loadReplies,
  loadRoundAccount,
  loadRoundMembers,
  lockRound,
  roundThing,
} from "../../../db/store/review.ts";
import { returnToCommitteeRows } from "../../../db/store/round-return.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { breaks, type ReplyWord, replyCheck } from "../../../domain/review/reply.ts";
import { command } from "../../command.ts";
import { handle, line, optionalProse } from "../../fields.ts";

export const replyRound = command({
  act: "reply-round",
  rules: ["V8", "V9", "V10", "V12"],
  input: z.object({ round: handle, word: line(40), reason: optionalProse(), text: optionalProse(20_000) }),
  async decide(tx, actor, input) {
    const found = await findRoundOf(tx, input.round);
    if (!found || actor.kind !== "person") return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["reply-round"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    const { reason, text } = input;
    const check = replyCheck({ ...input, round, by: answer.role, ownMember: true, now: tx.now });
    if (isRefusal(check)) return check;
    await lockRound(tx, round);
    const word = input.word as ReplyWord;
    const memberId = answer.memberId!;
    const number = (await loadReplies(tx, round.id)).length + 1;
    await tx.insert(tx.t.replies).values({
      roundId: round.id,
      number,
      memberId,
      personId: actor.personId,
      word,
      reason,
      text,
      at: tx.now,
    });
    if (breaks(word)) {
      const candidate = (await findCandidate(tx, recommendation.candidateId))!;
      const account = (await loadRoundAccount(tx, round))!;
      const returned = await returnToCommitteeRows(tx, actor, { round, recommendation, candidate, account, reason });
      if (isRefusal(returned)) return returned;
    }
    const member = members.find((one) => one.memberId === memberId)!.name;
    return {
      value: { reference: round.reference, broken: breaks(word) },
      minute: {
        object: ["round", round.id],
        role: answer.role,
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: { reference: round.reference, member, word, number, broken: breaks(word) },
        marking: "AMBER+STRICT",
      },
    };
  },
});
