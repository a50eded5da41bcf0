/** What the acts on sealed and secret ballots begin and end with: the ballot with what powers are asked about, and its minute. */
import type { Reader, Tx } from "../db/open.ts";
import { type Ballot, findBallot, lockBallot } from "../db/store/ballot.ts";
import { ballotThing } from "../db/store/ballot-roll.ts";
import { findCandidate } from "../db/store/candidate.ts";
import { loadSealing, type Sealing } from "../db/store/sealing.ts";
import { roleOf } from "../domain/powers.ts";
import type { MinuteValue } from "../domain/record/minute.ts";
import type { MinuteDraft } from "./command.ts";

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

export function ballotMinute(
  ballot: Ballot,
  answer: Parameters<typeof roleOf>[0],
  values: Record<string, MinuteValue>,
): MinuteDraft {
  return {
    object: ["ballot", ballot.id],
    role: roleOf(answer),
    committeeId: ballot.committeeId,
    candidateId: ballot.candidateId,
    values: { reference: ballot.reference, ...values },
  };
}

/** The share that the person holds. */
export function shareOf(sealing: Sealing | null, personId: string) {
  return sealing?.holders.find((holder) => holder.personId === personId) ?? null;
}
