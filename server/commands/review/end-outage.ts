/**
 * Ends an outage that lasted when it was recorded: it ends now. Rules V16 to V18, B47.
 * Who: the secretariat of the regime. Minute: outage-ended.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { wakeBallots } from "../../../db/store/ballot-outage.ts";
import { findRunningRounds, saveRoundClock } from "../../../db/store/review.ts";
import { writeInstant } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const endOutage = command({
  act: "end-outage",
  rules: ["V16", "V18", "B47"],
  input: z.object({ outage: handle }),
  async decide(tx, actor, input) {
    const answer = powers["end-outage"](actor);
    if (isRefusal(answer)) return answer;
    if (actor.kind !== "person") return notFound();
    const { outages, outageEnds } = tx.t;
    const [row] = await tx
      .select({ outage: outages, endedAt: outageEnds.toAt })
      .from(outages)
      .leftJoin(outageEnds, eq(outageEnds.outageId, outages.id))
      .where(eq(outages.id, input.outage));
    if (!row) return notFound();
    const ended = row.outage.toAt ?? row.endedAt;
    if (ended !== null) return refuse("state", "V16", `This outage ended at ${writeInstant(ended)}.`);
    await tx.insert(outageEnds).values({ outageId: row.outage.id, toAt: tx.now, personId: actor.personId });
    await wakeBallots(tx);
    for (const round of await findRunningRounds(tx)) await saveRoundClock(tx, round);
    return {
      value: { id: row.outage.id, to: tx.now },
      minute: {
        object: ["outage", row.outage.id],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { from: writeInstant(row.outage.fromAt), to: writeInstant(tx.now) },
      },
    };
  },
});
