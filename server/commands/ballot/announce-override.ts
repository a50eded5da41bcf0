/**
 * Announces the override of one open Discuss, which is decided 48 h later at the earliest. Rule P17.
 * Who: chair or vice-chair, not of the seat that made it. Minute: override-announced.
 */
import { z } from "zod";
import { loadEvents, saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { pendingOverride } from "../../../db/store/ballot-override.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { announcementCheck, overrideNotice_ms } from "../../../domain/ballot/discuss.ts";
import { sayInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const announceOverride = command({
  act: "announce-override",
  rules: ["P17"],
  /** `seat` is that of the Discuss; `text` says why it should be overridden. */
  input: z.object({ ballot: handle, seat: handle, text: prose() }),
  async decide(tx, actor, { ballot: named, seat, text }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["announce-override"](actor, thing, seat, tx.now);
    if (isRefusal(answer)) return answer;
    const discuss = await openDiscuss(tx, ballot, seat, "P17");
    if (isRefusal(discuss)) return discuss;
    const check = announcementCheck(ballot.type, discuss, tx.now);
    if (isRefusal(check)) return check;
    const pending = pendingOverride(await loadEvents(tx, ballot.id), seat, discuss.at);
    if (pending)
      return refuse(
        "limit",
        "P17",
        `Its override was announced at ${sayInstant(pending.announcedAt)} and is not decided yet.`,
      );
    const values = { text };
    await saveEvent(tx, { ballotId: ballot.id, type: "announce", seatId: seat, personId: actor.personId, values });
    const decidedFrom = tx.now + overrideNotice_ms;
    return {
      value: { reference: ballot.reference, seat: discuss.seat, decidedFrom },
      minute: ballotMinute(ballot, answer, { seat: discuss.seat, decidedFrom, saidHash: hexHash(text) }),
    };
  },
});
