/**
 * Certifies a result that nobody challenged for 72 h; only now it has effect. Rules B44, R1, C2: a text that is
 * adopted makes the recommendation, with the candidate's scope; one that is not sends the candidate back to resolving. A
 * question of procedure moves nothing.
 * Who: the clock. Minute: ballot-certified.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { type Ballot, findBallot, lockBallot } from "../../../db/store/ballot.ts";
import { loadFlag } from "../../../db/store/ballot-flag.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { nextNumber } from "../../../db/store/record.ts";
import { challengeTime_ms } from "../../../domain/ballot/closing.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { sayInstant } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { recommendationReference } from "../../../domain/record/reference.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import type { Context } from "../../context.ts";
import { handle } from "../../fields.ts";

export const certifyBallot = command({
  act: "certify-ballot",
  rules: ["B44", "R1"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input, context) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    await lockBallot(tx, ballot);
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["certify-ballot"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const due = (ballot.unsealedAt ?? ballot.closedAt!) + challengeTime_ms;
    if (tx.now < due)
      return refuse("state", "B44", `The result may be challenged until ${sayInstant(due)}; it is not certified yet.`);
    const recommendation =
      candidate && ballot.versionId ? await settleText(tx, actor, ballot, candidate, context) : null;
    if (isRefusal(recommendation)) return recommendation;
    await tx
      .update(tx.t.ballots)
      .set({ state: "certified", certifiedAt: tx.now, dueAt: await flagDue(tx, ballot) })
      .where(eq(tx.t.ballots.id, ballot.id));
    return {
      value: { reference: ballot.reference, outcome: ballot.outcome, recommendation },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: { reference: ballot.reference, outcome: ballot.outcome, recommendation },
      },
    };
  },
});

/** Moves the candidate by the outcome; the reference of the recommendation of an adopted text, or null (rules R1, B35). */
async function settleText(tx: Tx, actor: Actor, ballot: Ballot, candidate: Candidate, context: Context) {
  const adopted = ballot.outcome === "adopted";
  const moved = await moveCandidate(tx, candidate, adopted ? "adopt" : "not-adopt", { actor });
  if (isRefusal(moved)) return moved;
  return adopted ? draftRecommendation(tx, ballot, candidate, context.newId()) : null;
}

/** When the clock repeats a ballot that was flagged before its certification (rule X9); null for any other. */
async function flagDue(tx: Tx, ballot: Ballot): Promise<number | null> {
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  return (await loadFlag(tx, ballot, committee.zone)).dueAt;
}

/** The recommendation that goes to the governments (rule R1); its scope is the candidate's as the gate B4 saw it. */
async function draftRecommendation(tx: Tx, ballot: Ballot, candidate: Candidate, id: string): Promise<string> {
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  const number = await nextNumber(tx, `recommendation/${committee.code}`);
  const reference = recommendationReference(committee.code, number);
  await tx.insert(tx.t.recommendations).values({
    id,
    reference,
    committeeId: ballot.committeeId,
    candidateId: candidate.id,
    ballotId: ballot.id,
    versionId: ballot.versionId!,
    state: "drafted",
    scope: candidate.scope!,
    draftedAt: tx.now,
  });
  return reference;
}
