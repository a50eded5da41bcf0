/** What a holder's browser opens a sealed ballot from: the envelopes and the shares that were handed in (rule B39). */

import { findBallot } from "../../../db/store/ballot.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { loadSealedPositions, loadSealing } from "../../../db/store/sealing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";

/** For holders alone, and only once enough shares are in: until then envelopes leave the server for nobody. */
export const sealedFile = query(async (tx, actor, params: { ballot: string }) => {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot) return notFound();
  const candidate = (await findCandidate(tx, ballot.candidateId))!;
  const answer = powers["unseal-ballot"](actor, await ballotThing(tx, ballot, candidate));
  if (isRefusal(answer)) return answer;
  const { needed, publicKey, holders } = (await loadSealing(tx, ballot.id))!;
  const shares = holders.flatMap((holder) => holder.share ?? []);
  if (shares.length < needed) return notFound();
  const rows = await loadSealedPositions(tx, ballot.id);
  return {
    ...{ identity: ballot.recordHash!, publicKey: publicKey!, needed, shares },
    positions: rows.map(({ sequence, seatId, sealed }) => ({ sequence, seatId, sealed })),
  };
});

export type SealedFile = Exclude<Awaited<ReturnType<typeof sealedFile>>, { refused: true }>;
