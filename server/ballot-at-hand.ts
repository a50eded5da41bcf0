/** What the acts on sealed and secret ballots begin with: the ballot with what powers are asked about. */
import type { Reader, Tx } from "../db/open.ts";
import { findBallot, lockBallot } from "../db/store/ballot.ts";
import { ballotThing } from "../db/store/ballot-roll.ts";
import { findCandidate } from "../db/store/candidate.ts";
import { loadSealing, type Sealing } from "../db/store/sealing.ts";

/** The ballot of that id or reference; null where there is none. */
export async function ballotAtHand(tx: Reader, named: string) {
  const ballot = await findBallot(tx, named);
  if (!ballot) return null;
  const candidate = await findCandidate(tx, ballot.candidateId);
  return {
    ballot,
    candidate,
    thing: await ballotThing(tx, ballot, candidate),
    sealing: await loadSealing(tx, ballot.id),
  };
}

/** The same, locked for this transaction, so that acts on the ballot stand in one line. */
export async function lockedBallot(tx: Tx, named: string) {
  const ballot = await findBallot(tx, named);
  if (ballot) await lockBallot(tx, ballot);
  return ballotAtHand(tx, named);
}

export type BallotAtHand = NonNullable<Awaited<ReturnType<typeof ballotAtHand>>>;

/** The share that the person holds. */
export function shareOf(sealing: Sealing | null, personId: string) {
  return sealing?.holders.find((holder) => holder.personId === personId) ?? null;
}
