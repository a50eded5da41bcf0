/** What a ballot's page shows of its seal: holders and how far they are, the reader's own share, and the transcript. */
import type { Reader } from "../../../db/open.ts";
import { type Ballot, loadPositions, loadRoll } from "../../../db/store/ballot.ts";
import { isStillSealed } from "../../../db/store/ballot-roll.ts";
import {
  findLatestSealed,
  findUnsealing,
  loadHolderKeys,
  loadSealing,
  type Sealing,
} from "../../../db/store/sealing.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { wordsOf } from "../../../domain/ballot/ballot-type.ts";
import { unsealingTime_ms } from "../../../domain/ballot/closing.ts";
import { type Actor, seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { loadEligibleHolders } from "../../share-holders.ts";

const refusalOf = (answer: Answer): Refusal | null => (isRefusal(answer) ? answer : null);

/** Null where the ballot is not sealed and cannot become so. */
export async function sealingView(tx: Reader, actor: Actor, ballot: Ballot, thing: BallotThing) {
  if (ballot.mode === "SECRET" || (ballot.mode === "RECORDED" && ballot.state !== "drafted")) return null;
  const sealing = ballot.mode === "SEALED" ? await loadSealing(tx, ballot.id) : null;
  const personId = actor.kind === "person" ? actor.personId : "";
  const seals = powers["seal-ballot"](actor, thing);
  const seats = seatsOf(actor, ballot.committeeId).flatMap((held) => held.seatId ?? []);
  const cast = isStillSealed(ballot) ? await findLatestSealed(tx, ballot.id, seats) : null;
  return {
    identity: ballot.recordHash,
    isSealed: isStillSealed(ballot),
    sealing: sealing === null ? null : await holdersView(tx, sealing),
    own: sealing === null ? null : ownShareView(sealing, personId),
    /** The reader's key for shares, where one is registered. */
    ownKey: (await loadHolderKeys(tx, [personId])).get(personId)?.publicKey ?? null,
    /** Whom the chair may name. */
    eligible: isRefusal(seals) ? [] : await eligibleView(tx, ballot.committeeId),
    words: wordsOf(ballot.type, "SEALED").filter((word) => word !== "recuse"),
    ownCast: cast === null ? null : { sequence: cast.row.sequence, at: cast.row.at },
    /** Seats that are recused: said openly, whatever is sealed (rule B40). */
    recused: await recusedView(tx, ballot, thing),
    unsealBy: ballot.closedAt === null ? null : ballot.closedAt + unsealingTime_ms,
    transcript: await transcriptView(tx, ballot),
    may: {
      "register-holder-key": refusalOf(powers["register-holder-key"](actor)),
      "seal-ballot": refusalOf(seals),
      "give-shares": refusalOf(powers["give-shares"](actor, thing)),
      "confirm-share": refusalOf(powers["confirm-share"](actor, thing)),
      "submit-share": refusalOf(powers["submit-share"](actor, thing)),
      "unseal-ballot": refusalOf(powers["unseal-ballot"](actor, thing)),
    },
  };
}

async function recusedView(tx: Reader, ballot: Ballot, { recusedSeats }: BallotThing): Promise<string[]> {
  if (!isStillSealed(ballot)) return [];
  const said = await loadPositions(tx, ballot.id);
  const recused = new Set([...recusedSeats, ...said.filter((row) => row.word === "recuse").map((row) => row.seatId)]);
  return (await loadRoll(tx, ballot.id)).filter((line) => recused.has(line.seatId)).map((line) => line.name);
}

async function holdersView(tx: Reader, { needed, publicKey, holders }: Sealing) {
  const keys = await loadHolderKeys(
    tx,
    holders.map((holder) => holder.personId),
  );
  return {
    needed,
    publicKey,
    submitted: holders.filter((holder) => holder.share !== null).length,
    holders: holders.map(({ number, personId, name, seat, confirmedAt, share }) => ({
      ...{ number, name, seat, confirmed: confirmedAt !== null, submitted: share !== null },
      /** The holder's key of now, to which a share would be sealed. */
      key: keys.get(personId)?.publicKey ?? null,
    })),
  };
}

function ownShareView({ holders }: Sealing, personId: string) {
  const own = holders.find((holder) => holder.personId === personId);
  if (!own) return null;
  const { number, holderKey, sealedShare, commitment, confirmedAt, share } = own;
  const given = holderKey === null ? null : { holderKey, sealedShare: sealedShare!, commitment: commitment! };
  return { number, given, confirmed: confirmedAt !== null, submitted: share !== null };
}

async function eligibleView(tx: Reader, committeeId: string) {
  const found = await loadEligibleHolders(tx, committeeId);
  return found.map(({ personId, name, seat, hasKey }) => ({ personId, name, seat, hasKey }));
}

async function transcriptView(tx: Reader, ballot: Ballot) {
  const unsealing = await findUnsealing(tx, ballot.id);
  return unsealing === null ? null : { at: unsealing.at, openedHash: unsealing.openedHash };
}
