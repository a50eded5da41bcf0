/**
 * Answers a Discuss; the first answer after it starts its clock of 240 h. Rules P15, P16.
 * Who: the seat that sponsors the candidate; the chairs where no seat does. Minute: discuss-answered.
 */
import { z } from "zod";
import { findBallot, lockBallot, saveEvent } from "../../../db/store/ballot.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { lapseTime_ms } from "../../../domain/ballot/discuss.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const answerDiscuss = command({
  act: "answer-discuss",
  rules: ["P15", "P16"],
  input: z.object({ ballot: handle, seat: handle, text: prose() }),
  async decide(tx, actor, input) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot || actor.kind !== "person") return notFound();
    await lockBallot(tx, ballot);
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["answer-discuss"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const discuss = await openDiscuss(tx, ballot, input.seat, "P15");
    if (isRefusal(discuss)) return discuss;
    const { seatId } = discuss;
    const values = { text: input.text };
    await saveEvent(tx, { ballotId: ballot.id, type: "answer", seatId, personId: actor.personId, values });
    const lapsesAt = discuss.clock.lapsesAt ?? tx.now + lapseTime_ms;
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
