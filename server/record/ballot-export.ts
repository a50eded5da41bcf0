/**
 * The export of a ballot (rule T5): all that other code needs to compute the account offline and to check the record behind
 * it. Its members are described in verifier/README.md; a change of their meaning is a new format.
 */
import { and, asc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import { type Ballot, findFrozen, loadEvents, loadPositions, loadRoll } from "../../db/store/ballot.ts";
import {
  type DisputeRow,
  loadBallotOutages,
  loadDisputes,
  loadEvidence,
  loadReplacedAccounts,
} from "../../db/store/ballot-life.ts";
import { saidOf } from "../../db/store/ballot-question.ts";
import { findCandidate } from "../../db/store/candidate.ts";
import { type CheckpointRow, consistencyProof, inclusionProver, indexOf, type LeafRow } from "../../db/store/log.ts";
import { findCommittee } from "../../db/store/membership.ts";
import type { Tables } from "../../db/tables.ts";
import { type Instant, writeInstant } from "../../domain/instant.ts";
import type { MinuteType } from "../../domain/record/act.ts";
import { toHex } from "../../domain/record/checkpoint.ts";
import { minuteBody } from "../../domain/record/leaf.ts";
import type { Minute } from "../../domain/record/minute.ts";
import { exportedUnsealing } from "./exported-unsealing.ts";
import { batchesOf, othersTurn } from "./long-work.ts";

type MinuteRow = Tables["minutes"]["$inferSelect"];

export const exportFormat = "plenary-ballot-export/1";

/** Earlier checkpoints that are proved to be the beginning of the one of the export. */
const earlierMost = 100;

const time = (at: Instant | null) => (at === null ? null : writeInstant(at));

/** Minutes of the committee and of the candidate that say who might act, and who was recused. */
const ofCommittee: MinuteType[] = ["seat-created", "role-given", "role-ended"];
const ofCandidate: MinuteType[] = [
  "candidate-proposed",
  "interest-declared",
  "interest-found",
  "interest-classified",
  "classification-settled",
  "version-frozen",
];
/** Those of the whole regime: who keeps its procedure, and when the platform was not there. */
const ofRegime: MinuteType[] = ["role-given", "role-ended"];
const ofOutage: MinuteType[] = ["outage-recorded", "outage-ended"];

/** `since` are sizes of checkpoints that somebody kept: the export proves that the log continues them. */
export async function ballotExport(tx: Reader, ballot: Ballot, checkpoint: CheckpointRow, since: number[] = []) {
  const [committee, candidate] = [
    await findCommittee(tx, ballot.committeeId),
    await findCandidate(tx, ballot.candidateId),
  ];
  const roll = await loadRoll(tx, ballot.id);
  const nameOf = new Map(roll.map((line) => [line.seatId, line.name]));
  const earlier = await earlierCheckpoints(tx, checkpoint.size);
  return {
    format: exportFormat,
    exportedAt: writeInstant(tx.now),
    committee: { id: committee!.id, code: committee!.code },
    candidate: candidate && {
      id: candidate.id,
      reference: candidate.reference,
      sponsorSeat: candidate.sponsorSeatId,
    },
    ballot: {
      id: ballot.id,
      reference: ballot.reference,
      identity: ballot.recordHash,
      record: ballot.record,
      state: ballot.state,
      outcome: ballot.outcome,
      account: ballot.account,
      closesAt: time(ballot.closesAt),
      closedAt: time(ballot.closedAt),
      unsealedAt: time(ballot.unsealedAt),
      certifiedAt: time(ballot.certifiedAt),
    },
    text: await exportedText(tx, ballot),
    ruleBook: ballot.record === null ? null : (JSON.parse(ballot.record) as { ruleBook: string }).ruleBook,
    roll: roll.map(({ seatId, name, memberId, ...mark }) => ({ id: seatId, seat: name, member: memberId, ...mark })),
    positions: await exportedPositions(tx, ballot.id, nameOf),
    events: (await loadEvents(tx, ballot.id)).map(({ number, type, seatId, personId, values, at }) => ({
      ...{ number, type, seatId, personId, values },
      seat: seatId === null ? null : (nameOf.get(seatId) ?? null),
      at: writeInstant(at),
    })),
    ...(ballot.mode === "SEALED" ? { unsealing: await exportedUnsealing(tx, ballot) } : {}),
    outages: (await loadBallotOutages(tx, ballot.id)).map(({ outageId, fromAt, toAt }) => ({
      outage: outageId,
      from: writeInstant(fromAt),
      to: writeInstant(toAt),
    })),
    replaced: await loadReplacedAccounts(tx, ballot.id),
    minutes: await exportedMinutes(tx, ballot, checkpoint.size),
    checkpoint: checkpoint.note,
    earlier: earlier.map(({ note }) => note),
    consistency: await consistencies(tx, [...earlier.map(({ size }) => size), ...since], checkpoint.size),
    keys: [...new Set([checkpoint.key, ...earlier.map(({ key }) => key)])],
  };
}

export type BallotExport = Awaited<ReturnType<typeof ballotExport>>;

/** The frozen text that the ballot asks about; null where it asks about none. */
async function exportedText(tx: Reader, ballot: Ballot) {
  const version = await findFrozen(tx, ballot.versionId);
  if (version === null) return null;
  const { versions } = tx.t;
  const [frozen] = await tx
    .select({ previousHash: versions.previousHash })
    .from(versions)
    .where(eq(versions.id, version.id));
  return {
    version: version.number,
    textHash: version.textHash,
    previousHash: frozen!.previousHash,
    frozenAt: writeInstant(version.frozenAt),
    canonical: version.text,
  };
}

async function exportedPositions(tx: Reader, ballotId: string, nameOf: ReadonlyMap<string, string>) {
  const { receipts, positions } = tx.t;
  const rows = await tx
    .select({ positionId: receipts.positionId, receipt: receipts.receipt })
    .from(receipts)
    .innerJoin(positions, eq(positions.id, receipts.positionId))
    .where(eq(positions.ballotId, ballotId));
  const receiptOf = new Map(rows.map((row) => [row.positionId, row.receipt]));
  const evidence = await loadEvidence(tx, ballotId);
  const disputes = await loadDisputes(tx, ballotId);
  return (await loadPositions(tx, ballotId)).map((row) => {
    const { sequence, seatId, personId, recordedBy, reason, nid, change, textHash, key } = row;
    return {
      ...{ sequence, seatId, seat: nameOf.get(seatId) ?? seatId, personId, recordedBy },
      ...saidOf(row),
      ...{ reason, nid, change, textHash, key, at: writeInstant(row.at) },
      receipt: receiptOf.get(row.id) ?? null,
      ...recorded(evidence.get(row.id), disputes.get(row.id)),
    };
  });
}

/** What a recorded position has besides: its evidence, and when and by whom it was disputed (rules P9, P10). */
function recorded(evidence: string | undefined, dispute: DisputeRow | undefined) {
  if (evidence === undefined) return {};
  if (dispute === undefined) return { evidence };
  return {
    evidence,
    disputedAt: writeInstant(dispute.at),
    disputedBy: dispute.personId,
    disputeReason: dispute.reason,
  };
}

/** A member's reviewers have a role of the whole regime too; on a ballot they do nothing. */
function isOfAnotherRoom({ committeeId, objectKind, values }: Tables["minutes"]["$inferSelect"]): boolean {
  return committeeId === null && objectKind === "person" && values.role !== "secretariat";
}

/** The minutes that the export rests on, in their order, each with its salt, its leaf and the proof of it. */
async function exportedMinutes(tx: Reader, ballot: Ballot, size: number) {
  const { minutes, leaves } = tx.t;
  const outages = (await loadBallotOutages(tx, ballot.id)).map((row) => row.outageId);
  const concerned = await tx
    .select({ sequence: minutes.sequence })
    .from(minutes)
    .where(
      or(
        and(eq(minutes.objectKind, "ballot"), eq(minutes.objectId, ballot.id)),
        ballot.candidateId === null
          ? undefined
          : and(eq(minutes.candidateId, ballot.candidateId), inArray(minutes.type, ofCandidate)),
        and(eq(minutes.committeeId, ballot.committeeId), inArray(minutes.type, ofCommittee)),
        and(isNull(minutes.committeeId), inArray(minutes.type, ofRegime)),
        and(inArray(minutes.objectId, [...outages, ""]), inArray(minutes.type, ofOutage)),
      ),
    )
    .orderBy(asc(minutes.sequence));
  const covered = concerned.map(({ sequence }) => sequence).filter((sequence) => sequence <= size);
  const prove = inclusionProver(tx, size);
  const exported = [];
  for (const sequences of batchesOf(covered)) {
    const read = await tx
      .select({ minute: minutes, leaf: leaves })
      .from(minutes)
      .innerJoin(leaves, eq(leaves.sequence, minutes.sequence))
      .where(inArray(minutes.sequence, sequences))
      .orderBy(asc(minutes.sequence));
    const batch = read.filter(({ minute }) => !isOfAnotherRoom(minute));
    const proofs = await prove(batch.map(({ leaf }) => indexOf(leaf)));
    for (const [at, { minute, leaf }] of batch.entries()) exported.push(exportedMinute(minute, leaf, proofs[at]!));
    await othersTurn();
  }
  return exported;
}

function exportedMinute({ sequence: _, ...said }: MinuteRow, leaf: LeafRow, proof: readonly Uint8Array[]) {
  return {
    index: indexOf(leaf),
    body: minuteBody(said as Minute),
    salt: toHex(leaf.salt),
    stream: leaf.stream,
    commitment: toHex(leaf.commitment),
    hash: toHex(leaf.hash),
    proof: proof.map(toHex),
  };
}

async function earlierCheckpoints(tx: Reader, size: number): Promise<CheckpointRow[]> {
  const { checkpoints } = tx.t;
  const before = lt(checkpoints.size, size);
  return tx.select().from(checkpoints).where(before).orderBy(asc(checkpoints.size)).limit(earlierMost);
}

async function consistencies(tx: Reader, sizes: number[], to: number) {
  const proved = [];
  for (const from of [...new Set(sizes)].filter((size) => size > 0 && size < to).sort((a, b) => a - b))
    proved.push({ from, to, proof: (await consistencyProof(tx, from, to)).map(toHex) });
  return proved;
}
