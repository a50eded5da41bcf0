/** What a dispute after the close does to the result: the account is computed again, and a ballot void by it is void. */
import { eq } from "drizzle-orm";
import type { Tx } from "../db/open.ts";
import { type Ballot, findBallot } from "../db/store/ballot.ts";
import { accountHash, reckon, storedAccount } from "../db/store/ballot-account.ts";
import { keepReplacedAccount } from "../db/store/ballot-life.ts";
import { moveCandidate } from "../db/store/candidate.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import type { Actor } from "../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../domain/refusal.ts";

export type Recount = { accountHash: string; outcome: string; failing: string[] };

/** Stores the account anew and keeps the one before it. A challenged ballot stays so until its answer (table B2). */
export async function recount(
  tx: Tx,
  given: Ballot,
  candidate: Candidate | null,
  actor: Actor,
): Promise<Recount | Refusal> {
  const ballot = (await findBallot(tx, given.id))!;
  const reckoning = await reckon(tx, ballot, ballot.closedAt!);
  const stored = storedAccount(reckoning);
  const { outcome, failing } = reckoning.account;
  await keepReplacedAccount(tx, ballot.id, ballot.account!);
  await tx.update(tx.t.ballots).set({ account: stored, outcome }).where(eq(tx.t.ballots.id, ballot.id));
  if (outcome === "void" && ballot.state === "closed") {
    const voided = await voidResult(tx, { ...ballot, account: stored, outcome }, candidate, actor);
    if (isRefusal(voided)) return voided;
  }
  return { accountHash: accountHash(stored), outcome, failing };
}

/** A ballot whose outcome is void is over, and the candidate whose text it asked about ready again (rule B12). */
export async function voidResult(
  tx: Tx,
  ballot: Ballot,
  candidate: Candidate | null,
  actor: Actor,
): Promise<Refusal | undefined> {
  await tx.update(tx.t.ballots).set({ state: "void", dueAt: null }).where(eq(tx.t.ballots.id, ballot.id));
  if (candidate === null || ballot.subject !== "text") return undefined;
  const { failing } = JSON.parse(ballot.account!) as { failing: string[] };
  const reason = `The ballot ${ballot.reference} is void: ${failing.join(", ")}.`;
  const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
  return isRefusal(moved) ? moved : undefined;
}
