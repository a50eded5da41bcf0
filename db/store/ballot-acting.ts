/** What the acts on an opened ballot ask powers about: with the seats that left it by a position of their own (rules X5, P12). */
import type { BallotThing } from "../../domain/ballot/ballot-powers.ts";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import type { Reader, Tx } from "../open.ts";
import { type Ballot, findBallot, loadRoll, lockBallot } from "./ballot.ts";
import { accountOf, reckon } from "./ballot-account.ts";
import { ballotThing } from "./ballot-roll.ts";
import { findCandidate } from "./candidate.ts";

export type ActingOn = { ballot: Ballot; candidate: Candidate | null; thing: BallotThing };

/** Finds and locks the ballot that an act is about; null if unknown. */
export async function actingOn(tx: Tx, handle: string): Promise<ActingOn | null> {
  const ballot = await findBallot(tx, handle);
  if (!ballot) return null;
  await lockBallot(tx, ballot);
  const candidate = await findCandidate(tx, ballot.candidateId);
  return { ballot, candidate, thing: await thingWithRecusals(tx, ballot, candidate) };
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
  const left = new Set(account.rollCall.flatMap((line) => (line.countedAs === "recuse" ? [line.seat] : [])));
  const roll = await loadRoll(tx, ballot.id);
  const leftIds = roll.filter((line) => left.has(line.name)).map((line) => line.seatId);
  return { ...thing, recusedSeats: [...new Set([...thing.recusedSeats, ...leftIds])] };
}
