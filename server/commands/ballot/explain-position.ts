/**
 * Adds an explanation to the seat's position; it changes no count. Rule P21: until the certification.
 * Who: the holder or an alternate of a seat on the roll that has a position. Minute: position-explained.
 */
import { z } from "zod";
import { loadPositions, loadRoll, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { loadDisputes } from "../../../db/store/ballot-life.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const explainPosition = command({
  act: "explain-position",
  rules: ["P21"],
  input: z.object({ ballot: handle, text: prose() }),
  async decide(tx, actor, { ballot: named, text }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["explain-position"](actor, thing);
    if (isRefusal(answer)) return answer;
    const { seatId } = answer;
    const seat = (await loadRoll(tx, ballot.id)).find((line) => line.seatId === seatId)!.name;
    const disputes = await loadDisputes(tx, ballot.id);
    const said = (await loadPositions(tx, ballot.id)).some((row) => row.seatId === seatId && !disputes.has(row.id));
    if (!said) return refuse("state", "P21", `${seat} has no position on this ballot that could be explained.`);
    const values = { text };
    await saveEvent(tx, { ballotId: ballot.id, type: "explain", seatId, personId: actor.personId, values });
    return {
      value: { reference: ballot.reference, seat },
      minute: ballotMinute(ballot, answer, { seat, saidHash: hexHash(text) }),
    };
  },
});
