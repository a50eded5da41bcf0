/** The ballot that an act is about, with what powers are asked; and the seats that left it by a position of their own (X5, P12). */
import type { Account } from "../../domain/ballot/account.ts";
import type { BallotThing } from "../../domain/ballot/ballot-powers.ts";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { Reader, Tx } from "../open.ts";
import { type Ballot, findBallot, loadRoll, lockBallot, type RollLine } from "./ballot.ts";
import { accountOf, reckon } from "./ballot-account.ts";
import { ballotThing } from "./ballot-roll.ts";
import { findCandidate } from "./candidate.ts";

export type ActingOn = { ballot: Ballot; candidate: Candidate | null; thing: BallotThing };

async function withThing(tx: Reader, ballot: Ballot): Promise<ActingOn> {
  const candidate = await findCandidate(tx, ballot.candidateId);
  return { ballot, candidate, thing: await ballotThing(tx, ballot, candidate) };
}

/** By id or reference; null if unknown. */
export async function ballotAt(tx: Reader, handle: string): Promise<ActingOn | null> {
  const ballot = await findBallot(tx, handle);
  return ballot && withThing(tx, ballot);
}

/** The same, locked for this transaction, so that acts on the ballot stand in one line. */
export async function lockedBallotAt(tx: Tx, handle: string): Promise<ActingOn | null> {
  const ballot = await findBallot(tx, handle);
  if (!ballot) return null;
  await lockBallot(tx, ballot);
  return withThing(tx, ballot);
}

/** The same, where recused are also the seats that said so themselves. */
export async function actingOn(tx: Tx, handle: string): Promise<ActingOn | null> {
  const at = await lockedBallotAt(tx, handle);
  return at && { ...at, thing: await thingWithRecusals(tx, at.ballot, at.candidate) };
}

/** The ballot as powers read it; recused are also the seats that said so themselves. */
export async function thingWithRecusals(
  tx: Reader,
  ballot: Ballot,
  candidate: Pick<Candidate, "sponsorSeatId"> | null,
): Promise<BallotThing> {
  const thing = await ballotThing(tx, ballot, candidate);
  if (ballot.opensAt === null) return thing;
  const account = accountOf(ballot) ?? (await reckon(tx, ballot, Math.min(ballot.closesAt!, tx.now + 1))).account;
  return withRecusals(thing, await loadRoll(tx, ballot.id), account);
}

/** The same for who has the account at hand already: computing it reads every position. */
export function withRecusals(
  thing: BallotThing,
  roll: readonly RollLine[],
  { rollCall }: Pick<Account, "rollCall">,
): BallotThing {
  const left = new Set(rollCall.flatMap((line) => (line.countedAs === "recuse" ? [line.seat] : [])));
  const leftIds = roll.filter((line) => left.has(line.name)).map((line) => line.seatId);
  return { ...thing, recusedSeats: [...new Set([...thing.recusedSeats, ...leftIds])] };
}
