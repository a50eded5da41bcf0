/**
 * Moves the close of an open ballot to 24 h after the end of an outage, or as far as an outage that lasts is known now; the
 * frozen record stays. Rules B3, B47, V16. Who: the clock. Minute: close-moved.
 */
import { z } from "zod";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { closeAsOf, moveClose } from "../../../db/store/ballot-outage.ts";
import { writeInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const applyOutage = command({
  act: "apply-outage",
  rules: ["B47", "B3", "V16"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, { ballot: named }) {
    const acting = await actingOn(tx, named);
    if (!acting) return notFound();
    const { ballot, thing } = acting;
    const answer = powers["apply-outage"](actor, thing);
    if (isRefusal(answer)) return answer;
    const moved = await closeAsOf(tx, ballot);
    if (moved.closesAt <= ballot.closesAt!)
      return refuse("state", "B47", `No outage on record moves the close of ${ballot.reference}.`);
    await moveClose(tx, ballot, moved);
    const outages = moved.spans.map(({ outageId, from, to }) => ({
      outage: outageId,
      from: writeInstant(from),
      to: writeInstant(to),
    }));
    return {
      value: { reference: ballot.reference, closesAt: moved.closesAt },
      minute: ballotMinute(ballot, answer, { from: ballot.closesAt!, closesAt: moved.closesAt, outages }),
    };
  },
});
