/**
 * Lengthens a running round once, by five working days for all members, after a member asked for time. Rule V19.
 * Who: the chair, with the second's consent (W7). Minute: round-lengthened.
 */
import { z } from "zod";
import {
  findRoundOf,
  loadReplies,
  loadRoundMembers,
  type RoundRow,
  roundThing,
  saveRoundClock,
} from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { lengthenCheck } from "../../../domain/review/dispatch.ts";
import { lengtheningDays } from "../../../domain/review/round-clock.ts";
import { handle } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

export const lengthenRound = twoPersonCommand({
  act: "lengthen-round",
  rules: ["V19"],
  input: z.object({ round: handle }),
  async examine(tx, actor, input): Promise<Examined<RoundRow> | Refusal> {
    const found = await findRoundOf(tx, input.round);
    if (!found) return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["lengthen-round"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    const timeAsked = (await loadReplies(tx, round.id)).some((reply) => reply.word === "ask-time");
    const check = lengthenCheck({ ...round, timeAsked }, tx.now);
    if (isRefusal(check)) return check;
    return {
      object: ["round", round.id],
      role: roleOf(answer),
      committeeId: recommendation.committeeId,
      candidateId: recommendation.candidateId,
      values: { reference: round.reference, workingDays: lengtheningDays },
      matter: round,
    };
  },
  async carryOut(tx, { matter: round, ...examined }) {
    const account = await saveRoundClock(tx, { ...round, lengthenedAt: tx.now });
    return {
      value: { reference: round.reference, endsAt: account.endsAt },
      minute: { ...examined, values: { ...examined.values, endsAt: account.endsAt } },
    };
  },
});
