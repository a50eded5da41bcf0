/**
 * Makes a sealed ballot void that was not opened in 240 h after its close; its candidate is ready again. Rule B41.
 * Who: the clock. Minute: ballot-unsealing-missed.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { accountHash, reckon, storedAccount } from "../../../db/store/ballot-account.ts";
import { moveCandidate } from "../../../db/store/candidate.ts";
import { unsealingTime_ms } from "../../../domain/ballot/closing.ts";
import { sayInstant } from "../../../domain/instant.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { lockedBallot } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const unsealOverdue = command({
  act: "unseal-overdue",
  rules: ["B41"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input) {
    const at = await lockedBallot(tx, input.ballot);
    if (!at) return notFound();
    const { ballot, candidate, thing } = at;
    const answer = powers["unseal-overdue"](actor, thing);
    if (isRefusal(answer)) return answer;
    const until = ballot.closedAt! + unsealingTime_ms;
    if (tx.now < until)
      return refuse("state", "B41", `The holders may open the ballot until ${sayInstant(until)}; it is not overdue.`);
    const reckoning = await reckon(tx, ballot, ballot.closedAt!);
    const { outcome, failing } = reckoning.account;
    const stored = storedAccount(reckoning);
    await tx
      .update(tx.t.ballots)
      .set({ state: "void", outcome, account: stored, dueAt: null })
      .where(eq(tx.t.ballots.id, ballot.id));
    if (candidate && ballot.subject === "text") {
      const reason = `The ballot ${ballot.reference} is void: ${failing.join(", ")}.`;
      const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
      if (isRefusal(moved)) return moved;
    }
    return {
      value: { reference: ballot.reference, outcome, failing },
      minute: ballotMinute(ballot, answer, { outcome, failing, accountHash: accountHash(stored) }),
    };
  },
});
