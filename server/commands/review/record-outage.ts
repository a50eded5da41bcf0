/**
 * Records a time in which the platform could not accept acts. Rules V16, V17, B47: running rounds are counted anew at once, and
 * the clock moves the close of the ballots that it reaches. What closed before it was recorded stays closed.
 * Who: the secretariat of the regime. Minute: outage-recorded.
 */
import { z } from "zod";
import { wakeBallots } from "../../../db/store/ballot-outage.ts";
import { findRunningRounds, saveRoundClock } from "../../../db/store/review.ts";
import { readInstant, sayInstant, writeInstant } from "../../../domain/instant.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

/** An instant in UTC as a form gives it, with or without the `Z` at its end. */
const instantField = z
  .string("it is missing")
  .trim()
  .max(40)
  .transform((text, context) => {
    const instant = readInstant(text.endsWith("Z") ? text : `${text}Z`);
    if (instant === null) context.addIssue({ code: "custom", message: "it is no instant such as 2026-09-01T08:00" });
    return instant ?? 0;
  });

export const recordOutage = command({
  act: "record-outage",
  rules: ["V16", "V17", "B47"],
  input: z.object({
    from: instantField,
    /** Left empty, the outage lasts. */
    to: z.literal("").or(instantField).optional(),
    reason: prose(2000),
  }),
  async decide(tx, actor, { from, to: given, reason }, context) {
    const answer = powers["record-outage"](actor);
    if (isRefusal(answer)) return answer;
    if (actor.kind !== "person") return notFound();
    const to = given === undefined || given === "" ? null : given;
    if (from >= tx.now)
      return refuse("state", "V16", `An outage is recorded once it began; ${sayInstant(from)} is to come.`, "from");
    if (to !== null && to > tx.now)
      return refuse("state", "V16", `An outage that has ended ended before now; ${sayInstant(to)} is to come.`, "to");
    if (to !== null && to <= from)
      return refuse("duration", "V16", `It ends at ${sayInstant(to)}, before it began at ${sayInstant(from)}.`, "to");
    const id = context.newId();
    await tx.insert(tx.t.outages).values({
      ...{ id, fromAt: from, toAt: to, reason, personId: actor.personId, at: tx.now },
    });
    await wakeBallots(tx);
    for (const round of await findRunningRounds(tx)) await saveRoundClock(tx, round);
    return {
      value: { id },
      minute: {
        object: ["outage", id],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { from: writeInstant(from), to: to === null ? null : writeInstant(to), saidHash: hexHash(reason) },
      },
    };
  },
});
