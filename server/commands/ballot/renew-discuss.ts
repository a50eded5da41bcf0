/**
 * Renews an answered Discuss with a rejoinder, once, before it lapses; it then lapses 240 h later. Rule P16.
 * Who: the holder or alternate of the seat that made it. Minute: discuss-renewed.
 */
import { z } from "zod";
import { findBallot, lockBallot, saveEvent } from "../../../db/store/ballot.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { lapseTime_ms, renewalCheck } from "../../../domain/ballot/discuss.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const renewDiscuss = command({
  act: "renew-discuss",
  rules: ["P16"],
  input: z.object({ ballot: handle, seat: handle, text: prose() }),
  async decide(tx, actor, input) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot || actor.kind !== "person") return notFound();
    await lockBallot(tx, ballot);
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["renew-discuss"](actor, await ballotThing(tx, ballot, candidate), input.seat);
    if (isRefusal(answer)) return answer;
    const discuss = await openDiscuss(tx, ballot, input.seat, "P16");
    if (isRefusal(discuss)) return discuss;
    const renewal = renewalCheck(discuss.clock, tx.now);
    if (isRefusal(renewal)) return renewal;
    const { seatId } = discuss;
    const values = { text: input.text };
    await saveEvent(tx, { ballotId: ballot.id, type: "renew", seatId, personId: actor.personId, values });
    const lapsesAt = tx.now + lapseTime_ms;
    return {
      value: { reference: ballot.reference, seat: discuss.seat, lapsesAt },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: { reference: ballot.reference, seat: discuss.seat, lapsesAt, saidHash: hexHash(input.text) },
      },
    };
  },
});
