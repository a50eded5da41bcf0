/**
 * Decides the override of a Discuss by the voices given since its announcement, 48 h after it or later, before the close. The
 * event is written whatever the outcome. Rules P17, P19.
 * Who: chair or vice-chair, not of the seat that made it. Minute: override-decided.
 */
import { z } from "zod";
import { loadEvents, loadRoll, type OverrideValues, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { pendingOverride } from "../../../db/store/ballot-override.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { decisionCheck, overrideCheck, overrideVoices } from "../../../domain/ballot/discuss.ts";
import { writeInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const decideOverride = command({
  act: "decide-override",
  rules: ["P17", "P19"],
  /** `seat` is that of the Discuss. */
  input: z.object({ ballot: handle, seat: handle }),
  async decide(tx, actor, { ballot: named, seat }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["decide-override"](actor, thing, seat, tx.now);
    if (isRefusal(answer)) return answer;
    const discuss = await openDiscuss(tx, ballot, seat, "P17");
    if (isRefusal(discuss)) return discuss;
    const pending = pendingOverride(await loadEvents(tx, ballot.id), seat, discuss.at);
    if (!pending) return refuse("state", "P17", `No override of the Discuss of ${discuss.seat} is announced.`);
    const early = decisionCheck(pending.announcedAt, tx.now);
    if (isRefusal(early)) return early;
    const roll = await loadRoll(tx, ballot.id);
    const eligible = new Set(roll.filter((line) => !thing.recusedSeats.includes(line.seatId)).map((line) => line.name));
    const saying = (voice: "for" | "against") =>
      pending.voices.filter((one) => one.voice === voice && eligible.has(one.seat)).map((one) => one.seat);
    const event = {
      ...{ type: "override" as const, seat: discuss.seat, announcedAt: pending.announcedAt, at: tx.now },
      ...{ for: saying("for"), against: saying("against") },
    };
    const question = {
      ...{ type: ballot.type, discuss: { seat: discuss.seat, at: discuss.at } },
      ...{ lapsesAt: discuss.clock.lapsesAt, closesAt: ballot.closesAt!, eligible },
    };
    const overridden = !isRefusal(overrideCheck(question, event));
    const { F, U } = overrideVoices(question, event);
    const values: OverrideValues = {
      announcedAt: writeInstant(pending.announcedAt),
      for: event.for,
      against: event.against,
      overridden,
    };
    await saveEvent(tx, { ballotId: ballot.id, type: "override", seatId: seat, personId: actor.personId, values });
    return {
      value: { reference: ballot.reference, seat: discuss.seat, overridden, F, U },
      minute: ballotMinute(ballot, answer, { seat: discuss.seat, ...values, seats: eligible.size - 1 }),
    };
  },
});
