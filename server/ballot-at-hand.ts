/** What the acts on sealed and secret ballots begin with: the ballot, what powers are asked about, and its sealing. */
import type { Reader, Tx } from "../db/open.ts";
import { type ActingOn, ballotAt, lockedBallotAt } from "../db/store/ballot-acting.ts";
import { loadSealing, type Sealing } from "../db/store/sealing.ts";

export type BallotAtHand = ActingOn & { sealing: Sealing | null };

async function withSealing(tx: Reader, at: ActingOn | null): Promise<BallotAtHand | null> {
  return at && { ...at, sealing: await loadSealing(tx, at.ballot.id) };
}

/** The ballot of that id or reference; null where there is none. */
export async function ballotAtHand(tx: Reader, named: string): Promise<BallotAtHand | null> {
  return withSealing(tx, await ballotAt(tx, named));
}

/** The same, locked for this transaction. */
export async function lockedBallot(tx: Tx, named: string): Promise<BallotAtHand | null> {
  return withSealing(tx, await lockedBallotAt(tx, named));
}

/** The share that the person holds. */
export function shareOf(sealing: Sealing | null, personId: string) {
  return sealing?.holders.find((holder) => holder.personId === personId) ?? null;
}
