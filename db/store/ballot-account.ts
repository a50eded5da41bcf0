/** The account of a ballot as rows give it (rule B34): computed while it runs, stored when it closes. */
import { createHash } from "node:crypto";
import { type Account, account } from "../../domain/ballot/account.ts";
import type { BallotCase } from "../../domain/ballot/ballot-case.ts";
import { unopenedAccount } from "../../domain/ballot/sealing.ts";
import { answersOf, readElectionResult, secretAccount } from "../../domain/ballot/secret-bridge.ts";
import { canonicalJson } from "../../domain/definition/canonical-text.ts";
import { type Instant, writeInstant } from "../../domain/instant.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Reader } from "../open.ts";
import { type Ballot, type BallotReading, type PositionRow, readBallot } from "./ballot.ts";
import { saidOf } from "./ballot-question.ts";
import { isStillSealed, recusedOnRoll } from "./ballot-roll.ts";
import { findSecretResult } from "./sealing.ts";

/** The account as it is stored: with the hash of the positions it was computed from. */
export type StoredAccount = Account & {
  format: "plenary-ballot-account/1";
  /** SHA-256 of the canonical JSON of all positions in their sequence. */
  positionsHash: string;
};

export type Reckoning = BallotReading & { account: Account };

/**
 * The account if the ballot closed at this instant, or closed then. Seats are recused by what was declared before it.
 * An instant before the frozen closing time is an early close (rule B9).
 */
export async function reckon(tx: Reader, ballot: Ballot, closesAt: Instant): Promise<Reckoning> {
  const recused = await recusedOnRoll(tx, ballot, closesAt);
  const reading = await readBallot(tx, ballot, recused, closesAt);
  return { ...reading, account: await accountBy(tx, ballot, reading.ballotCase) };
}

/** A ballot still sealed counts no word (rule B41); that of a secret one is the result that was brought back (rule B43). */
async function accountBy(tx: Reader, ballot: Ballot, ballotCase: BallotCase): Promise<Account> {
  if (isStillSealed(ballot)) return unopenedAccount(ballotCase);
  const brought = ballot.mode === "SECRET" ? await findSecretResult(tx, ballot.id) : null;
  if (brought === null) return account(ballotCase);
  const counts = readElectionResult(brought.result, answersOf(ballotCase).length, brought.ballots);
  if (isRefusal(counts)) throw new Error(`The result of ${ballot.reference} does not read.`);
  return secretAccount(ballotCase, counts);
}

/** The canonical JSON that is stored at close. */
export function storedAccount({ account: computed, ballotCase, positions }: Reckoning): string {
  const said = positions.map((row, index) => saidBy(row, ballotCase.positions[index]!.seat));
  const positionsHash = hexHash(canonicalJson(said));
  return canonicalJson({ ...computed, format: "plenary-ballot-account/1", positionsHash });
}

const hexHash = (text: string) => createHash("sha256").update(text).digest("hex");

/** What of a position goes into the hash: all that it says, and nothing of the tables. */
function saidBy(row: PositionRow, seat: string) {
  const { sequence, reason, nid, change, textHash, personId, recordedBy } = row;
  const rest = { reason, nid, change, textHash, personId, recordedBy, at: writeInstant(row.at) };
  return { sequence, seat, ...saidOf(row), ...rest };
}

/** The hash of one position, which its minute names. */
export function positionHash(row: PositionRow, seat: string): string {
  return hexHash(canonicalJson(saidBy(row, seat)));
}

/** The hash of the stored account, which the minute of the close names. */
export function accountHash(stored: string): string {
  return hexHash(stored);
}

/** The account of a closed ballot; null while it runs or when it never opened. */
export function accountOf(ballot: Ballot): StoredAccount | null {
  return ballot.account === null ? null : (JSON.parse(ballot.account) as StoredAccount);
}
