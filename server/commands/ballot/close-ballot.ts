/**
 * Closes a ballot at its closing time, or before it by B9, and stores the account. Rules B6, B9, B12, B34, B37, B44: a void
 * ballot is over and its candidate ready again; any other result waits 72 h for challenges. A sealed ballot becomes sealed,
 * a secret one closed without an account (B39, B43).
 * Who: the clock; the chair early. The second person (W6, W7) is not asked yet. Minute: ballot-closed.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { type Ballot, findBallot, lockBallot } from "../../../db/store/ballot.ts";
import { accountHash, type Reckoning, reckon, storedAccount } from "../../../db/store/ballot-account.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import { challengeTime_ms, earlyCloseCheck } from "../../../domain/ballot/closing.ts";
import { type Instant, sayInstant } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { type Answer, allowed, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { type ClosedUnread, closeUnread } from "../../close-unread.ts";
import { command, type Decision } from "../../command.ts";
import { handle } from "../../fields.ts";

export const closeBallot = command({
  act: "close-ballot",
  rules: ["B6", "B9", "B34"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input): Promise<Decision<ClosedUnread>> {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    await lockBallot(tx, ballot);
    const candidate = (await findCandidate(tx, ballot.candidateId))!;
    const answer = powers["close-ballot"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    if (ballot.mode !== "RECORDED") return closeUnread(tx, ballot, answer);
    // What was cast in this very millisecond was cast before: its transaction came first.
    const closesAt = Math.min(ballot.closesAt!, tx.now + 1);
    const reckoning = await reckon(tx, ballot, closesAt);
    const early = closesAt < ballot.closesAt! ? earlyCheck(actor, ballot, reckoning, tx.now) : allowed;
    if (isRefusal(early)) return early;
    const { outcome, failing, counts } = reckoning.account;
    const stored = storedAccount(reckoning);
    await saveOutcome(tx, ballot, reckoning, stored, closesAt);
    if (outcome === "void") {
      const reason = `The ballot ${ballot.reference} is void: ${failing.join(", ")}.`;
      const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
      if (isRefusal(moved)) return moved;
    }
    return {
      value: { reference: ballot.reference, outcome, failing },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: {
          reference: ballot.reference,
          outcome,
          failing,
          counts: { ...counts },
          closedAt: closesAt,
          accountHash: accountHash(stored),
        },
      },
    };
  },
});

/** Before the time only a person closes, when every seat has a position and no Discuss is open (rule B9). */
function earlyCheck(actor: Actor, ballot: Ballot, { account }: Reckoning, now: Instant): Answer {
  if (actor.kind !== "person")
    return refuse("state", "B6", `The ballot is open until ${sayInstant(ballot.closesAt!)}; it is ${sayInstant(now)}.`);
  const { S } = account.counts;
  const D = "D" in account.counts ? account.counts.D : 0;
  // Until two-person acts are built the chair stands for both (see the head of this file).
  return earlyCloseCheck({ S, D }, [actor.personId, "second"]);
}

async function saveOutcome(
  tx: Tx,
  ballot: Ballot,
  reckoning: Reckoning,
  stored: string,
  closesAt: Instant,
): Promise<void> {
  const { ballots } = tx.t;
  const { outcome } = reckoning.account;
  const isVoid = outcome === "void";
  await tx
    .update(ballots)
    .set({
      state: isVoid ? "void" : "closed",
      outcome,
      account: stored,
      closesAt,
      closedAt: closesAt,
      dueAt: isVoid ? null : closesAt + challengeTime_ms,
    })
    .where(eq(ballots.id, ballot.id));
}
