/**
 * Answers the open challenge with a reason: the ballot is closed again, and certified once the 72 h after its close are over.
 * Rule B44. A result that a dispute made void meanwhile is void now (B12).
 * Who: the chair; the vice-chair where a second seat supports it or the chair's own seat made it. Minute: challenge-answered.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { saveEvent } from "../../../db/store/ballot.ts";
import { actingOn } from "../../../db/store/ballot-acting.ts";
import { openChallenge } from "../../../db/store/ballot-challenge.ts";
import { challengeTime_ms } from "../../../domain/ballot/closing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { voidResult } from "../../ballot-recount.ts";
import { command } from "../../command.ts";
import { handle, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";

export const answerChallenge = command({
  act: "answer-challenge",
  rules: ["B44"],
  input: z.object({ ballot: handle, text: prose() }),
  async decide(tx, actor, { ballot: named, text }) {
    const acting = await actingOn(tx, named);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing, candidate } = acting;
    const open = await openChallenge(tx, ballot, thing);
    const answer = powers["answer-challenge"](actor, thing, open);
    if (isRefusal(answer)) return answer;
    const values = { challenge: open!.number, text };
    const event = { ballotId: ballot.id, seatId: null, personId: actor.personId, values };
    await saveEvent(tx, { ...event, type: "answer-challenge" });
    const dueAt = Math.max(tx.now, ballot.closedAt! + challengeTime_ms);
    await tx.update(tx.t.ballots).set({ state: "closed", dueAt }).where(eq(tx.t.ballots.id, ballot.id));
    if (ballot.outcome === "void") {
      const voided = await voidResult(tx, ballot, candidate, actor);
      if (isRefusal(voided)) return voided;
    }
    return {
      value: { reference: ballot.reference, challenge: open!.number },
      minute: ballotMinute(ballot, answer, { challenge: open!.number, saidHash: hexHash(text) }),
    };
  },
});
