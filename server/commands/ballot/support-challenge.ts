/**
 * Supports the open challenge of another seat; it then goes to the vice-chair. Rules B44, X5.
 * Who: the holder or an alternate of a second seat on the roll. Minute: challenge-supported.
 */
import { z } from "zod";
import { loadRoll, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { openChallenge } from "../../../db/store/ballot-challenge.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const supportChallenge = command({
  act: "support-challenge",
  rules: ["B44", "X5"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, { ballot: named }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const open = await openChallenge(tx, ballot, thing);
    const answer = powers["support-challenge"](actor, thing, open);
    if (isRefusal(answer)) return answer;
    const { seatId } = answer;
    const seat = (await loadRoll(tx, ballot.id)).find((line) => line.seatId === seatId)!.name;
    const values = { challenge: open!.number };
    await saveEvent(tx, { ballotId: ballot.id, type: "support", seatId, personId: actor.personId, values });
    return {
      value: { reference: ballot.reference, challenge: open!.number },
      minute: ballotMinute(ballot, answer, { seat, ...values }),
    };
  },
});
