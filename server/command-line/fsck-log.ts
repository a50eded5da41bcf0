/** What `plenary fsck` looks at in the log: leaves, the tree over them, checkpoints, and whether the ballots' rows are those of the record. */
import { asc, eq, gt, isNotNull } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import { type Ballot, loadEvents, loadPositions, loadRoll } from "../../db/store/ballot.ts";
import { positionHash } from "../../db/store/ballot-account.ts";
import { commitmentTo, endedSubtrees, hashOfLeaf, indexOf, type LeafRow } from "../../db/store/log.ts";
import { readCheckpoint, readNote } from "../../domain/record/checkpoint.ts";
import { minuteBody, streamOf } from "../../domain/record/leaf.ts";
import type { Minute, MinuteValue } from "../../domain/record/minute.ts";
import { isSigned } from "../record/log-key.ts";
import { isReceiptSigned } from "../record/receipts.ts";
import { isToldBy, minuteOfEvent } from "../record/told-events.ts";
import type { Check, Find } from "./fsck.ts";

import { findingsOf } from "./fsck-found.ts";

import { checkEnvelopes, loadEnvelopes } from "./fsck-sealed.ts";

const pageOfMinutes = 1000;

type Row = { minute: Minute & { sequence: number }; leaf: LeafRow | null };

/** Every minute has its leaf, every leaf its minute, in one sequence without a gap; and the tree is that of the leaves. */
const checkLog: Check = async (tx, find) => {
  const grown = endedSubtrees();
  const roots = await signedRoots(tx, find);
  let last = 0;
  for (;;) {
    const rows = await pageOfLog(tx, last);
    for (const { minute, leaf } of rows) {
      if (minute.sequence !== last + 1)
        find("log", String(last + 1), `Minute ${minute.sequence} follows minute ${last}.`);
      last = minute.sequence;
      if (leaf === null) {
        find("log", String(last), "The minute has no leaf.");
        continue;
      }
      checkLeaf(minute, leaf, find);
      const finished = grown.add(leaf.hash);
      if (!finished.equals(leaf.finished))
        find("tree", String(last), "The subtrees that the leaf finished are not those of the leaves.");
      const signed = roots.get(last);
      if (signed && !grown.root().equals(signed))
        find("checkpoint", String(last), `The first ${last} leaves are not those that were signed (T4).`);
      roots.delete(last);
    }
    if (rows.length < pageOfMinutes) break;
  }
  for (const size of roots.keys())
    find("checkpoint", String(size), `The log has ${last} leaves; ${size} were signed (T4).`);
  const { leaves } = tx.t;
  for (const { sequence } of await tx
    .select({ sequence: leaves.sequence })
    .from(leaves)
    .where(gt(leaves.sequence, last)))
    find("log", String(sequence), "The leaf has no minute.");
  return last;
};

async function pageOfLog(tx: Reader, after: number): Promise<Row[]> {
  const { minutes, leaves } = tx.t;
  const rows = await tx
    .select({ minute: minutes, leaf: leaves })
    .from(minutes)
    .leftJoin(leaves, eq(leaves.sequence, minutes.sequence))
    .where(gt(minutes.sequence, after))
    .orderBy(asc(minutes.sequence))
    .limit(pageOfMinutes);
  return rows as Row[];
}

function checkLeaf({ sequence, ...minute }: Row["minute"], leaf: LeafRow, find: Find): void {
  if (!commitmentTo(leaf.salt, minuteBody(minute)).equals(leaf.commitment))
    find("log", String(sequence), "The minute is not what its leaf committed to (T3).");
  const said = { stream: leaf.stream, type: minute.type, at: minute.at, commitment: leaf.commitment };
  if (leaf.stream !== streamOf(minute) || !hashOfLeaf(said).equals(leaf.hash))
    find("log", String(sequence), `Leaf ${indexOf(leaf)} does not have its hash (T3).`);
}

/** The roots that were signed, by size; a note that does not say what its row says, or is not signed, is found here. */
async function signedRoots(tx: Reader, find: Find): Promise<Map<number, Buffer>> {
  const rows = await tx.select().from(tx.t.checkpoints).orderBy(asc(tx.t.checkpoints.size));
  for (const { size, root, note, key } of rows) {
    const read = readNote(note);
    const said = read && readCheckpoint(read.text);
    if (said?.size !== size || !root.equals(said.root))
      find("checkpoint", String(size), "The row is not what its note says.");
    else if (!read!.signatures.some(({ signature }) => isSigned(key, read!.text, signature)))
      find("checkpoint", String(size), "The note is not signed by its key (T4).");
  }
  return new Map(rows.map(({ size, root }) => [size, root]));
}

type Values = Record<string, MinuteValue>;

/** The rows of every opened ballot are those that its minutes name: record, roll, positions, receipts, events. */
const checkBallotMinutes: Check = async (tx, find) => {
  const { ballots, minutes } = tx.t;
  const opened = await tx.select().from(ballots).where(isNotNull(ballots.record)).orderBy(asc(ballots.id));
  for (const ballot of opened) {
    const wrong = (detail: string) => find("ballot", ballot.reference, detail);
    const rows = await tx.select().from(minutes).where(eq(minutes.objectId, ballot.id)).orderBy(asc(minutes.sequence));
    const of = (...types: string[]) => rows.filter(({ type }) => types.includes(type));
    const values = (type: string) => of(type)[0]?.values as Values | undefined;
    if (values("ballot-opened")?.recordHash !== ballot.recordHash)
      wrong("The minute of the opening names another record (B2).");
    const said = JSON.parse(ballot.record!) as { roll: { id: string; seat: string; member: string }[] };
    const roll = (await loadRoll(tx, ballot.id)).map(({ seatId, name, memberId }) => ({
      id: seatId,
      seat: name,
      member: memberId,
    }));
    if (JSON.stringify(roll) !== JSON.stringify(said.roll.map(({ id, seat, member }) => ({ id, seat, member }))))
      wrong("The roll is not the one that was frozen (B3).");
    const numbered = await tx
      .select({ number: tx.t.rollSeats.number })
      .from(tx.t.rollSeats)
      .where(eq(tx.t.rollSeats.ballotId, ballot.id))
      .orderBy(asc(tx.t.rollSeats.number));
    if (numbered.some(({ number }, index) => number !== index + 1)) wrong("The numbers of the roll have a gap (B3).");
    await checkPositionMinutes(
      tx,
      ballot,
      of("position-cast", "position-recorded", "sealed-position-cast").map((row) => row.values as Values),
      wrong,
    );
    const all = await loadEvents(tx, ballot.id);
    const events = all.filter((event) => event.type !== "interest-found");
    const told = of(...Object.values(minuteOfEvent));
    const alike = events.every((event, index) => isToldBy(event, told[index]));
    if (events.length !== told.length || !alike)
      wrong("The answers and other events are not those of the minutes (P15).");
    const findings = await findingsOf(tx, ballot);
    const found = all.filter((event) => event.type === "interest-found");
    const isTold = found.every(({ at, personId }) =>
      findings.some((one) => one.at === at && one.personId === personId),
    );
    if (!isTold || findings.reduce((sum, { seats }) => sum + seats, 0) !== found.length)
      wrong("The interests found after the close are not those of the minutes (X8).");
  }
  return opened.length;
};

/** Open positions answer to their minutes one for one; in a sealed ballot the minutes of envelopes stand between them. */
async function checkPositionMinutes(
  tx: Reader,
  ballot: Ballot,
  told: Values[],
  wrong: (detail: string) => void,
): Promise<void> {
  const nameOf = new Map((await loadRoll(tx, ballot.id)).map((line) => [line.seatId, line.name]));
  const envelopes = await loadEnvelopes(tx, ballot.id);
  const sealed = new Set([...envelopes.values()].map((row) => row.id));
  const all = await loadPositions(tx, ballot.id);
  const positions = all.filter((row) => !sealed.has(row.id));
  const openly = told.filter((values) => values.sealedHash === undefined);
  const { receipts } = tx.t;
  if (positions.length !== openly.length)
    wrong(`There are ${positions.length} positions and ${openly.length} minutes of them (P3).`);
  for (const [index, position] of positions.entries()) {
    const hash = positionHash(position, nameOf.get(position.seatId) ?? position.seatId);
    if (openly[index]?.positionHash !== hash) wrong(`Position ${position.sequence} is not what its minute names (P3).`);
    const [row] = await tx.select().from(receipts).where(eq(receipts.positionId, position.id));
    if (!row || !isReceiptSigned(row.receipt) || row.receipt.sequence !== position.sequence)
      wrong(`Position ${position.sequence} has no receipt that is signed for it (P20).`);
  }
  if (ballot.mode !== "SEALED") return;
  const hashes = told.flatMap((values) => values.sealedHash ?? []);
  await checkEnvelopes(tx, ballot, hashes, all, wrong);
}

export const logChecks: Record<string, Check> = { log: checkLog, ballotMinutes: checkBallotMinutes };
