/**
 * The export of a ballot (rule T5): all that other code needs to compute the account offline and to check the record behind
 * it. Its members are described in verifier/README.md; a change of their meaning is a new format.
 */
import { and, asc, eq, inArray, lt, or } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import { type Ballot, findFrozen, loadEvents, loadPositions, loadRoll } from "../../db/store/ballot.ts";
import { findCandidate } from "../../db/store/candidate.ts";
import { type CheckpointRow, consistencyProof, inclusionProof, indexOf, type LeafRow } from "../../db/store/log.ts";
import { findCommittee } from "../../db/store/membership.ts";
import { type Instant, writeInstant } from "../../domain/instant.ts";
import type { MinuteType } from "../../domain/record/act.ts";
import { toHex } from "../../domain/record/checkpoint.ts";
import { minuteBody } from "../../domain/record/leaf.ts";
import type { Minute } from "../../domain/record/minute.ts";
import { exportedUnsealing } from "./exported-unsealing.ts";

export const exportFormat = "plenary-ballot-export/1";

/** Earlier checkpoints that are proved to be the beginning of the one of the export. */
const earlierMost = 100;

const time = (at: Instant | null) => (at === null ? null : writeInstant(at));

/** Minutes of the committee and of the candidate that say who might act, and who was recused. */
const ofCommittee: MinuteType[] = ["seat-created", "role-given", "role-ended"];
const ofCandidate: MinuteType[] = ["candidate-proposed", "interest-declared", "version-frozen"];

/** `since` are sizes of checkpoints that somebody kept: the export proves that the log continues them. */
export async function ballotExport(tx: Reader, ballot: Ballot, checkpoint: CheckpointRow, since: number[] = []) {
  const [committee, candidate] = [
    await findCommittee(tx, ballot.committeeId),
    await findCandidate(tx, ballot.candidateId),
  ];
  const version = (await findFrozen(tx, ballot.versionId))!;
  const [frozen] = await tx
    .select({ previousHash: tx.t.versions.previousHash })
    .from(tx.t.versions)
    .where(eq(tx.t.versions.id, version.id));
  const roll = await loadRoll(tx, ballot.id);
  const nameOf = new Map(roll.map((line) => [line.seatId, line.name]));
  const earlier = await earlierCheckpoints(tx, checkpoint.size);
  return {
    format: exportFormat,
    exportedAt: writeInstant(tx.now),
    committee: { id: committee!.id, code: committee!.code },
    candidate: { id: candidate!.id, reference: candidate!.reference, sponsorSeat: candidate!.sponsorSeatId },
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
    text: {
      version: version.number,
      textHash: version.textHash,
      previousHash: frozen!.previousHash,
      frozenAt: writeInstant(version.frozenAt),
      canonical: version.text,
    },
    ruleBook: ballot.record === null ? null : (JSON.parse(ballot.record) as { ruleBook: string }).ruleBook,
    roll: roll.map(({ seatId, name, memberId }) => ({ id: seatId, seat: name, member: memberId })),
    positions: await exportedPositions(tx, ballot.id, nameOf),
    events: (await loadEvents(tx, ballot.id)).map(({ number, type, seatId, personId, values, at }) => ({
      ...{ number, type, seatId, personId, values },
      seat: seatId === null ? null : (nameOf.get(seatId) ?? null),
      at: writeInstant(at),
    })),
    ...(ballot.mode === "SEALED" ? { unsealing: await exportedUnsealing(tx, ballot) } : {}),
    minutes: await exportedMinutes(tx, ballot, checkpoint.size),
    checkpoint: checkpoint.note,
    earlier: earlier.map(({ note }) => note),
    consistency: await consistencies(tx, [...earlier.map(({ size }) => size), ...since], checkpoint.size),
    keys: [...new Set([checkpoint.key, ...earlier.map(({ key }) => key)])],
  };
}

export type BallotExport = Awaited<ReturnType<typeof ballotExport>>;

async function exportedPositions(tx: Reader, ballotId: string, nameOf: ReadonlyMap<string, string>) {
  const { receipts, positions } = tx.t;
  const rows = await tx
    .select({ positionId: receipts.positionId, receipt: receipts.receipt })
    .from(receipts)
    .innerJoin(positions, eq(positions.id, receipts.positionId))
    .where(eq(positions.ballotId, ballotId));
  const receiptOf = new Map(rows.map((row) => [row.positionId, row.receipt]));
  return (await loadPositions(tx, ballotId)).map((row) => {
    const { sequence, seatId, personId, recordedBy, word, reason, nid, change, textHash, key } = row;
    return {
      ...{ sequence, seatId, seat: nameOf.get(seatId) ?? seatId, personId, recordedBy },
      ...{ word, reason, nid, change, textHash, key, at: writeInstant(row.at) },
      receipt: receiptOf.get(row.id) ?? null,
    };
  });
}

/** The minutes that the export rests on, in their order, each with its salt, its leaf and the proof of it. */
async function exportedMinutes(tx: Reader, ballot: Ballot, size: number) {
  const { minutes, leaves } = tx.t;
  const rows = await tx
    .select({ minute: minutes, leaf: leaves })
    .from(minutes)
    .innerJoin(leaves, eq(leaves.sequence, minutes.sequence))
    .where(
      or(
        and(eq(minutes.objectKind, "ballot"), eq(minutes.objectId, ballot.id)),
        and(eq(minutes.candidateId, ballot.candidateId), inArray(minutes.type, ofCandidate)),
        and(eq(minutes.committeeId, ballot.committeeId), inArray(minutes.type, ofCommittee)),
      ),
    )
    .orderBy(asc(minutes.sequence));
  const exported = [];
  for (const { minute, leaf } of rows) {
    const { sequence, ...said } = minute;
    if (sequence > size) continue;
    exported.push(await exportedMinute(tx, said as Minute, leaf, size));
  }
  return exported;
}

async function exportedMinute(tx: Reader, minute: Minute, leaf: LeafRow, size: number) {
  const index = indexOf(leaf);
  return {
    index,
    body: minuteBody(minute),
    salt: toHex(leaf.salt),
    stream: leaf.stream,
    commitment: toHex(leaf.commitment),
    hash: toHex(leaf.hash),
    proof: (await inclusionProof(tx, index, size)).map(toHex),
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
