/**
 * Closes a ballot at its closing time, or before it by B9, and stores the account. Rules B6, B9, B12, B34, B37, B44: a void
 * ballot is over and its candidate ready again; any other result waits 72 h for challenges. A sealed ballot becomes sealed,
 * a secret one closed without an account (B39, B43).
 * Who: the clock; the chair early, with the second's consent (W7). Minute: ballot-closed.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import type { Ballot } from "../../../db/store/ballot.ts";
import { accountHash, type Reckoning, reckon, storedAccount } from "../../../db/store/ballot-account.ts";
import { lockedBallotAt } from "../../../db/store/ballot-acting.ts";
import { type CloseAsOf, closeAsOf } from "../../../db/store/ballot-outage.ts";
import { moveCandidate } from "../../../db/store/candidate.ts";
import { challengeTime_ms, earlyCloseCheck } from "../../../domain/ballot/closing.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { type Instant, sayInstant } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { type Answer, allowed, isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type ClosedUnread, closeUnread } from "../../close-unread.ts";
import type { Decision } from "../../command.ts";
import { handle } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = { ballot: Ballot; candidate: Candidate | null; reckoning: Reckoning; closesAt: Instant };

export const closeBallot = twoPersonCommand({
  act: "close-ballot",
  rules: ["B6", "B9", "B34", "B47"],
  input: z.object({ ballot: handle }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
    const at = await lockedBallotAt(tx, input.ballot);
    if (!at) return notFound();
    const { ballot, candidate, thing } = at;
    const answer = powers["close-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const outage = outageCheck(await closeAsOf(tx, ballot), ballot);
    if (isRefusal(outage)) return outage;
    // What was cast in this very millisecond was cast before: its transaction came first.
    const closesAt = Math.min(ballot.closesAt!, tx.now + 1);
    const reckoning = await reckon(tx, ballot, closesAt);
    const early = closesAt < ballot.closesAt! ? earlyCheck(actor, ballot, reckoning, tx.now) : allowed;
    if (isRefusal(early)) return early;
    return {
      object: ["ballot", ballot.id],
      role: roleOf(answer),
      committeeId: ballot.committeeId,
      candidateId: ballot.candidateId,
      values: { reference: ballot.reference, closesAt: ballot.closesAt! },
      matter: { ballot, candidate, reckoning, closesAt },
    };
  },
  async carryOut(tx, { matter, ...examined }, _context, actor, both): Promise<Decision<ClosedUnread>> {
    const { ballot, candidate, reckoning, closesAt } = matter;
    if (ballot.mode !== "RECORDED") return closeUnread(tx, ballot, examined);
    const { outcome, failing, counts } = reckoning.account;
    const early = closesAt < ballot.closesAt! ? earlyCloseCheck(silentAndOpen(reckoning), both) : allowed;
    if (isRefusal(early)) return early;
    const stored = storedAccount(reckoning);
    await saveOutcome(tx, ballot, reckoning, stored, closesAt);
    if (outcome === "void" && candidate && ballot.subject === "text") {
      const reason = `The ballot ${ballot.reference} is void: ${failing.join(", ")}.`;
      const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
      if (isRefusal(moved)) return moved;
    }
    return {
      value: { reference: ballot.reference, outcome, failing },
      minute: {
        ...examined,
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

function silentAndOpen({ account: { counts } }: Reckoning): { S: number; D: number } {
  return { S: counts.S, D: "D" in counts ? counts.D : 0 };
}

/** While an outage lasts, or one on record has still to move the close, the ballot does not close (rule B47). */
function outageCheck({ closesAt, lasts }: CloseAsOf, ballot: Ballot): Answer {
  if (lasts) return refuse("state", "B47", `An outage lasts; ${ballot.reference} does not close before its end.`);
  if (closesAt <= ballot.closesAt!) return allowed;
  return refuse("state", "B47", `An outage moves the close of ${ballot.reference} to ${sayInstant(closesAt)}.`);
}

/** Before the time only persons close, when every seat has a position and no Discuss is open (rule B9). */
function earlyCheck(actor: Actor, ballot: Ballot, reckoning: Reckoning, now: Instant): Answer {
  if (actor.kind !== "person")
    return refuse("state", "B6", `The ballot is open until ${sayInstant(ballot.closesAt!)}; it is ${sayInstant(now)}.`);
  // That there are two is seen when the second consents.
  return earlyCloseCheck(silentAndOpen(reckoning), [actor.personId, "the second"]);
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
