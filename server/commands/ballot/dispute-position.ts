/**
 * Disputes a position that another person recorded for the seat: it then counts as never made. Rule P10: until 48 h after the
 * close. After the close the account is computed again, the one before it is kept, and the minute names the new one.
 * Who: the holder or an alternate of the seat. Minute: position-disputed.
 */
import { z } from "zod";
import { loadPositions, loadRoll } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { loadDisputes, saveDispute } from "../../../db/store/ballot-life.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { recount } from "../../ballot-recount.ts";
import { command } from "../../command.ts";
import { handle, optionalProse, wholeNumber } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const disputePosition = command({
  act: "dispute-position",
  rules: ["P10", "B34"],
  input: z.object({
    ballot: handle,
    /** The position's number on the ballot. */
    sequence: wholeNumber(1, 1_000_000),
    reason: optionalProse(4000),
  }),
  async decide(tx, actor, given) {
    const acting = await actingOn(tx, given.ballot);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing, candidate } = acting;
    const position = (await loadPositions(tx, ballot.id)).find((row) => row.sequence === given.sequence);
    const answer = powers["dispute-position"](actor, thing, position?.seatId ?? "", tx.now);
    if (isRefusal(answer)) return answer;
    if (position!.recordedBy === position!.personId)
      return refuse("state", "P10", `Position ${given.sequence} was taken by the seat itself; it may be replaced.`);
    if ((await loadDisputes(tx, ballot.id)).has(position!.id))
      return refuse("limit", "P10", `Position ${given.sequence} is disputed already and counts as never made.`);
    await saveDispute(tx, position!, { personId: actor.personId, reason: given.reason });
    const again = ballot.account === null ? null : await recount(tx, ballot, candidate, actor);
    if (isRefusal(again)) return again;
    const seat = (await loadRoll(tx, ballot.id)).find((line) => line.seatId === position!.seatId)!.name;
    return {
      value: { reference: ballot.reference, seat, outcome: again?.outcome ?? null },
      minute: ballotMinute(ballot, answer, {
        ...{ seat, sequence: given.sequence, saidHash: hexHash(given.reason) },
        ...(again === null ? {} : { accountHash: again.accountHash, outcome: again.outcome, failing: again.failing }),
      }),
    };
  },
});
