/**
 * Says for or against the override of a Discuss; may be replaced until the decision. Rules P17, X5.
 * Who: the seats of E without the one that made it. Minute: override-voice-given.
 */
import { z } from "zod";
import { loadEvents, loadRoll, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { pendingOverride } from "../../../db/store/ballot-override.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords } from "../../fields.ts";

export const giveOverrideVoice = command({
  act: "give-override-voice",
  rules: ["P17", "X5"],
  /** `seat` is that of the Discuss; the voice is that of the person's own seat. */
  input: z.object({ ballot: handle, seat: handle, voice: oneOfWords(["for", "against"]) }),
  async decide(tx, actor, { ballot: named, seat, voice }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["give-override-voice"](actor, thing, seat, tx.now);
    if (isRefusal(answer)) return answer;
    const discuss = await openDiscuss(tx, ballot, seat, "P17");
    if (isRefusal(discuss)) return discuss;
    if (!pendingOverride(await loadEvents(tx, ballot.id), seat, discuss.at))
      return refuse("state", "P17", `No override of the Discuss of ${discuss.seat} is announced.`);
    const bySeat = answer.seatId!;
    const by = (await loadRoll(tx, ballot.id)).find((line) => line.seatId === bySeat)!.name;
    const values = { bySeat, by, voice };
    await saveEvent(tx, { ballotId: ballot.id, type: "voice", seatId: seat, personId: actor.personId, values });
    return {
      value: { reference: ballot.reference, seat: discuss.seat, by, voice },
      minute: ballotMinute(ballot, answer, { seat: discuss.seat, by, voice }),
    };
  },
});
