/**
 * A member's proof of delivery: its reviewer, signed in, names the hash of the text on the screen. Rules V3, V4: the last
 * proof is T0, from which each member's working days run. Opening a page or a mail is no proof.
 * Who: a government reviewer of a member that has none yet. Minute: delivery-acknowledged.
 */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { findFrozen } from "../../../db/store/ballot.ts";
import { findRoundOf, loadRoundMembers, roundThing, saveRoundClock } from "../../../db/store/review.ts";
import { sayInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const acknowledgeDelivery = command({
  act: "acknowledge-delivery",
  rules: ["V3", "V4"],
  input: z.object({
    round: handle,
    textHash: z.string("it is missing").regex(/^[0-9a-f]{64}$/, "it is no text hash"),
  }),
  async decide(tx, actor, input) {
    const found = await findRoundOf(tx, input.round);
    if (!found || actor.kind !== "person") return notFound();
    const { round, recommendation } = found;
    const members = await loadRoundMembers(tx, round.id);
    const answer = powers["acknowledge-delivery"](actor, await roundThing(tx, round, recommendation, members));
    if (isRefusal(answer)) return answer;
    const own = members.find((one) => one.memberId === answer.memberId)!;
    if (own.deliveredAt !== null)
      return refuse("state", "V3", `${own.name} has proof of delivery since ${sayInstant(own.deliveredAt)}.`);
    const { textHash } = (await findFrozen(tx, recommendation.versionId))!;
    if (input.textHash !== textHash)
      return refuse(
        "word",
        "V3",
        `The hash acknowledged, ${input.textHash.slice(0, 12)}…, is not that of the text under review, ${textHash.slice(0, 12)}….`,
        "textHash",
      );
    const { roundMembers } = tx.t;
    await tx
      .update(roundMembers)
      .set({ deliveredAt: tx.now, deliveredTo: actor.personId })
      .where(and(eq(roundMembers.roundId, round.id), eq(roundMembers.memberId, own.memberId)));
    const account = await saveRoundClock(tx, round);
    return {
      value: { reference: round.reference, startsAt: account.startsAt, endsAt: account.endsAt },
      minute: {
        object: ["round", round.id],
        role: answer.role,
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: {
          reference: round.reference,
          member: own.name,
          textHash,
          startsAt: account.startsAt,
          endsAt: account.endsAt,
        },
      },
    };
  },
});
