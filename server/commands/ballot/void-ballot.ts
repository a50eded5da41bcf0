/**
 * Declares a ballot void before it is certified, because its roll, text or options were wrong at the opening. Rule B37: the
 * account that was computed stays beside the outcome, and the candidate is ready for another ballot.
 * Who: the chair, with the second's consent (W7). Minute: ballot-voided.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Ballot } from "../../../db/store/ballot.ts";
import { lockedBallotAt } from "../../../db/store/ballot-acting.ts";
import { moveCandidate } from "../../../db/store/candidate.ts";
import { voidGrounds } from "../../../domain/ballot/closing.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { handle, oneOfWords, optionalProse } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = { ballot: Ballot; candidate: Candidate | null };

export const voidBallot = twoPersonCommand({
  act: "void-ballot",
  rules: ["B37", "W7"],
  input: z.object({ ballot: handle, wrong: oneOfWords(voidGrounds), reason: optionalProse(2000) }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
    const at = await lockedBallotAt(tx, input.ballot);
    if (!at) return notFound();
    const { ballot, candidate, thing } = at;
    const answer = powers["void-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    if (input.reason === "")
      return refuse(
        "reason-missing",
        "B37",
        "Declaring a ballot void needs a reason; the reason given is empty.",
        "reason",
      );
    return {
      object: ["ballot", ballot.id],
      role: roleOf(answer),
      committeeId: ballot.committeeId,
      candidateId: ballot.candidateId,
      values: { reference: ballot.reference, was: ballot.state, wrong: input.wrong, reason: input.reason },
      matter: { ballot, candidate },
    };
  },
  async carryOut(tx, { matter: { ballot, candidate }, ...examined }, _context, actor) {
    const { reason } = examined.values as { reason: string };
    if (candidate && ballot.subject === "text") {
      const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
      if (isRefusal(moved)) return moved;
    }
    const { ballots } = tx.t;
    await tx
      .update(ballots)
      .set({ state: "void", outcome: "void", closedAt: ballot.closedAt ?? tx.now, dueAt: null })
      .where(eq(ballots.id, ballot.id));
    return { value: { reference: ballot.reference }, minute: examined };
  },
});
