/**
 * Reminds a seat that has not answered: of its position while the ballot is open, of the interest question before. It names
 * who, never what. Rule B46. Who: the chair, the secretariat. Minute: seat-reminded.
 */
import { z } from "zod";
import { loadLastReminders, loadSilentSeats, saveReminder } from "../../../db/store/attention.ts";
import { findBallot, loadRoll } from "../../../db/store/ballot.ts";
import { ballotThing, presentRoll } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { askedBy, reminderCheck } from "../../../domain/ballot/reminder.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const remindSeat = command({
  act: "remind-seat",
  rules: ["B46", "B4"],
  input: z.object({ ballot: handle, seat: handle }),
  async decide(tx, actor, input) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot || actor.kind !== "person") return notFound();
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["remind-seat"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const about = askedBy(ballot.state)!;
    const roll = ballot.state === "drafted" ? await presentRoll(tx, ballot.committeeId) : await loadRoll(tx, ballot.id);
    const seat = roll.find((line) => line.seatId === input.seat);
    if (!seat) return refuse("seat", "B46", "No such seat stands on the roll of this ballot.", "seat");
    const silent = await loadSilentSeats(tx, ballot, about);
    const { mode } = ballot;
    const check = reminderCheck({
      ...{ mode, about, seat: seat.name, now: tx.now },
      isSilent: silent.some((one) => one.seatId === seat.seatId),
      lastRemindedAt: (await loadLastReminders(tx, ballot.id, about)).get(seat.seatId) ?? null,
    });
    if (isRefusal(check)) return check;
    await saveReminder(tx, { ballotId: ballot.id, seatId: seat.seatId, about, personId: actor.personId });
    return {
      value: { reference: ballot.reference, seat: seat.name, about },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: { reference: ballot.reference, seat: seat.name, about },
      },
    };
  },
});
