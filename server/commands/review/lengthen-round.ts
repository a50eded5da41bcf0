/**
 * Lengthens a running round once, by five working days for all members, after a member asked for time. Rule V19.
 * Who: the chair; the second person of W7 is not asked for yet. Minute: round-lengthened.
 */
import { z } from "zod";
import { findRoundOf, loadReplies, loadRoundMembers, roundThing, saveRoundClock } from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { lengthenCheck } from "../../../domain/review/dispatch.ts";
import { lengtheningDays } from "../../../domain/review/round-clock.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const lengthenRound = command({
  act: "lengthen-round",
  rules: ["V19"],
  input: z.object({ round: handle }),
  async decide(tx, actor, input) {
    const found = await findRoundOf(tx, input.round);
    if (!found) return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["lengthen-round"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    const timeAsked = (await loadReplies(tx, round.id)).some((reply) => reply.word === "ask-time");
    const check = lengthenCheck({ ...round, timeAsked }, tx.now);
    if (isRefusal(check)) return check;
    const account = await saveRoundClock(tx, { ...round, lengthenedAt: tx.now });
    return {
      value: { reference: round.reference, endsAt: account.endsAt },
      minute: {
        object: ["round", round.id],
        role: roleOf(answer),
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: { reference: round.reference, workingDays: lengtheningDays, endsAt: account.endsAt },
      },
    };
  },
});
