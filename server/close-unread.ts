/**
 * Closing a ballot whose positions cannot be read yet (table B2): a sealed one waits 240 h for its holders, a secret one for
 * the result of its election.
 */
import { eq } from "drizzle-orm";
import type { Tx } from "../db/open.ts";
import { type Ballot, loadTurnouts } from "../db/store/ballot.ts";
import type { BallotOutcome } from "../domain/ballot/account.ts";
import { ballotMove } from "../domain/ballot/ballot-life.ts";
import { unsealingTime_ms } from "../domain/ballot/closing.ts";
import { sayInstant } from "../domain/instant.ts";
import { isRefusal, refuse } from "../domain/refusal.ts";
import type { Decision } from "./command.ts";
import type { Examined } from "./two-persons.ts";

export type ClosedUnread = { reference: string; outcome: BallotOutcome | null; failing: string[] };

/** Without account and outcome: these come with the unsealing, or with the result. */
export async function closeUnread(
  tx: Tx,
  ballot: Ballot,
  examined: Omit<Examined<unknown>, "matter">,
): Promise<Decision<ClosedUnread>> {
  const closesAt = ballot.closesAt!;
  if (tx.now < closesAt)
    return refuse("state", "B6", `The ballot is open until ${sayInstant(closesAt)}; it is ${sayInstant(tx.now)}.`);
  const move = ballotMove(ballot.state, "close-ballot", ballot.mode);
  if (isRefusal(move)) return move;
  const dueAt = ballot.mode === "SEALED" ? closesAt + unsealingTime_ms : null;
  await tx
    .update(tx.t.ballots)
    .set({ state: move.to, closedAt: closesAt, dueAt })
    .where(eq(tx.t.ballots.id, ballot.id));
  const turnout = ballot.mode === "SEALED" ? ((await loadTurnouts(tx, [ballot.id])).get(ballot.id) ?? 0) : null;
  return {
    value: { reference: ballot.reference, outcome: null, failing: [] },
    minute: { ...examined, values: { reference: ballot.reference, outcome: null, turnout, closedAt: closesAt } },
  };
}
