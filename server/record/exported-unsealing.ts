/** The transcript of an unsealing in a ballot's export (rule B39): with it anybody opens the envelopes again. */
import type { Reader } from "../../db/open.ts";
import type { Ballot } from "../../db/store/ballot.ts";
import { findUnsealing, loadSealedPositions, loadSealing } from "../../db/store/sealing.ts";
import { writeInstant } from "../../domain/instant.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { ballotKey } from "../unsealing.ts";

/** Null before the unsealing: until then nothing of a sealed ballot is handed out. */
export async function exportedUnsealing(tx: Reader, ballot: Ballot) {
  const [unsealing, sealing] = [await findUnsealing(tx, ballot.id), await loadSealing(tx, ballot.id)];
  if (unsealing === null || sealing === null) return null;
  const found = await ballotKey(sealing);
  return {
    by: unsealing.personId,
    at: writeInstant(unsealing.at),
    privateKey: unsealing.privateKey,
    /** Numbers of the shares that gave the key, and every share that was handed in. */
    used: isRefusal(found) ? [] : found.used,
    shares: sealing.holders.flatMap(({ number, share }) => (share === null ? [] : [{ number, share }])),
    envelopes: (await loadSealedPositions(tx, ballot.id)).map(({ sequence, seatId, personId, sealed, at }) => ({
      ...{ sequence, seatId, personId, sealed, at: writeInstant(at) },
    })),
  };
}
