/** What the acts about a flagged ballot read before they decide. Rule X9. */
import type { Tx } from "../db/open.ts";
import type { Ballot } from "../db/store/ballot.ts";
import { lockedBallotAt } from "../db/store/ballot-acting.ts";
import { type Flag, loadFlag } from "../db/store/ballot-flag.ts";
import { findCommittee } from "../db/store/membership.ts";
import type { BallotThing } from "../domain/ballot/ballot-powers.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";

type Committee = NonNullable<Awaited<ReturnType<typeof findCommittee>>>;

export type FlaggedBallot = {
  ballot: Ballot;
  candidate: Candidate;
  committee: Committee;
  thing: BallotThing;
  flag: Flag;
};

/** The ballot, locked for this act, with its candidate, its flag and what powers are asked about; null if unknown or about no candidate. */
export async function readFlagged(tx: Tx, handle: string): Promise<FlaggedBallot | null> {
  const at = await lockedBallotAt(tx, handle);
  // Interests are declared in candidates (rule X1): a question of the committee alone is never flagged.
  if (!at?.candidate) return null;
  const { ballot, candidate, thing } = at;
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  return { ballot, candidate, committee, thing, flag: await loadFlag(tx, ballot, committee.zone) };
}
