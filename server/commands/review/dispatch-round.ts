/**
 * Puts the recommendation to the members: members, calendars and zones are frozen from now on. Rules V1, V4: no clock runs
 * before the last member has proof of delivery. Who: the chair, with the second's
 * consent (W7). Minute: round-dispatched.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { findMembers } from "../../../db/store/membership.ts";
import { findRoundOf, type RoundRow, roundThing } from "../../../db/store/review.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { handle } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = { round: RoundRow; frozen: MemberRow[] };
type MemberRow = Awaited<ReturnType<typeof findMembers>>[number];

export const dispatchRound = twoPersonCommand({
  act: "dispatch-round",
  rules: ["V1", "V4"],
  input: z.object({ round: handle }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
    const found = await findRoundOf(tx, input.round);
    if (!found) return notFound();
    const { round, recommendation } = found;
    const answer = powers["dispatch-round"](actor, await roundThing(tx, round, recommendation, []));
    if (isRefusal(answer)) return answer;
    if (recommendation.state !== "transmitted")
      return refuse("state", "V1", `The recommendation is ${recommendation.state}; a transmitted one is dispatched.`);
    const frozen = (await findMembers(tx)).filter((member) => member.joinedAt <= tx.now);
    if (frozen.length === 0) return refuse("state", "V1", "The regime has 0 members; there is nobody to dispatch to.");
    return {
      object: ["round", round.id],
      role: roleOf(answer),
      committeeId: recommendation.committeeId,
      candidateId: recommendation.candidateId,
      values: { reference: round.reference, kind: round.kind, members: frozen.map((one) => one.code).sort() },
      matter: { round, frozen },
    };
  },
  async carryOut(tx, { matter: { round, frozen }, ...examined }) {
    const { roundMembers, rounds } = tx.t;
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
    const { reference, members } = examined.values;
    return {
      value: { reference: round.reference },
      minute: { ...examined, values: { reference: reference!, members: members! } },
    };
  },
});
