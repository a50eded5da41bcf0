/**
 * Puts the recommendation to the members: members, calendars and zones are frozen from now on. Rules V1, V4: no clock runs
 * before the last member has proof of delivery. Who: the chair; the second person of W7 is
 * not asked for yet. Minute: round-dispatched.
 */
import { eq, lte } from "drizzle-orm";
import { z } from "zod";
import { findRoundOf, roundThing } from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const dispatchRound = command({
  act: "dispatch-round",
  rules: ["V1", "V4"],
  input: z.object({ round: handle }),
  async decide(tx, actor, input) {
    const found = await findRoundOf(tx, input.round);
    if (!found) return notFound();
    const { round, recommendation } = found;
    const answer = powers["dispatch-round"](actor, await roundThing(tx, round, recommendation, []));
    if (isRefusal(answer)) return answer;
    if (recommendation.state !== "transmitted")
      return refuse("state", "V1", `The recommendation is ${recommendation.state}; a transmitted one is dispatched.`);
    const { members, roundMembers, rounds } = tx.t;
    const frozen = await tx.select().from(members).where(lte(members.joinedAt, tx.now));
    if (frozen.length === 0) return refuse("state", "V1", "The regime has 0 members; there is nobody to dispatch to.");
    await tx.insert(roundMembers).values(
      frozen.map(({ id, name, zone, city, weekend, holidays, extraWorkingDays }) => ({
        roundId: round.id,
        memberId: id,
        name,
        zone,
        city,
        weekend,
        holidays,
        extraWorkingDays,
      })),
    );
    await tx.update(rounds).set({ state: "dispatched", dispatchedAt: tx.now }).where(eq(rounds.id, round.id));
    return {
      value: { reference: round.reference },
      minute: {
        object: ["round", round.id],
        role: roleOf(answer),
        committeeId: recommendation.committeeId,
        candidateId: recommendation.candidateId,
        values: { reference: round.reference, members: frozen.map((one) => one.code).sort() },
      },
    };
  },
});
