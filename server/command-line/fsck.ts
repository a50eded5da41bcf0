/**
 * `plenary fsck`: whether the database still is what was written. Guards, references, the chains of hashes of live text,
 * versions and editions, the log with its tree and checkpoints, the records of ballots, and each stored account computed anew
 * from its positions. Reads only.
 */
import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { missingGuards } from "../../db/guards.ts";
import type { Database, Reader } from "../../db/open.ts";
import { findFrozen } from "../../db/store/ballot.ts";
import { reckon, storedAccount } from "../../db/store/ballot-account.ts";
import { hashBeforeFirstVersion } from "../../db/store/definition.ts";
import { findTextHead, firstBrokenUpdate, hashOfSnapshot, startOfChain } from "../../db/store/definition-text.ts";
import { editionHash } from "../../db/store/list.ts";
import { canonicalText } from "../../domain/definition/canonical-text.ts";
import type { ControlText } from "../../domain/definition/control-text.ts";
import { startOfEditions } from "../../domain/list/edition.ts";
import { sha256 } from "../freeze-head.ts";
import { ballotLifeChecks } from "./fsck-ballot-life.ts";
import { logChecks } from "./fsck-log.ts";

export type FsckFault = { check: string; object: string; detail: string };
export type FsckReport = { ok: boolean; checked: Record<string, number>; faults: FsckFault[] };

export type Find = (check: string, object: string, detail: string) => void;
export type Check = (tx: Reader, find: Find) => Promise<number>;

const pageOfUpdates = 500;

/** The live text of every definition: each update follows from the one before it, up to the head. */
const checkTexts: Check = async (tx, find) => {
  const { definitions, textUpdates, textSnapshots } = tx.t;
  const ids = await tx.select({ id: definitions.id }).from(definitions).orderBy(asc(definitions.id));
  for (const { id } of ids) {
    const head = (await findTextHead(tx, id))!;
    let last = { sequence: 0, hash: startOfChain };
    for (;;) {
      const updates = await tx
        .select()
        .from(textUpdates)
        .where(and(eq(textUpdates.definitionId, id), gt(textUpdates.sequence, last.sequence)))
        .orderBy(asc(textUpdates.sequence))
        .limit(pageOfUpdates);
      const broken = firstBrokenUpdate(last.hash, last.sequence, updates);
      if (broken !== null) find("text", id, `Update ${broken} does not follow from the one before it.`);
      const end = updates.at(-1);
      if (end) last = end;
      if (broken !== null || updates.length < pageOfUpdates) break;
    }
    if (last.sequence !== head.sequence || last.hash !== head.hash)
      find("text", id, `The log ends at update ${last.sequence}; the head says ${head.sequence}.`);
    const snapshots = await tx.select().from(textSnapshots).where(eq(textSnapshots.definitionId, id));
    for (const { sequence, sequenceHash, state, hash } of snapshots)
      if (hashOfSnapshot(sequenceHash, state) !== hash)
        find("text", id, `The snapshot of update ${sequence} is not what was written.`);
  }
  return ids.length;
};

/** Every frozen text is canonical, has the hash it says, and names the hash before it (rule D9). */
const checkVersions: Check = async (tx, find) => {
  const { versions } = tx.t;
  const heads = await tx
    .select({ id: versions.id, definitionId: versions.definitionId, number: versions.number })
    .from(versions)
    .orderBy(asc(versions.definitionId), asc(versions.number));
  let before = { definitionId: "", number: 0, textHash: hashBeforeFirstVersion };
  for (const { id, definitionId, number } of heads) {
    if (before.definitionId !== definitionId) before = { definitionId, number: 0, textHash: hashBeforeFirstVersion };
    const [version] = await tx
      .select({ text: versions.text, textHash: versions.textHash, previousHash: versions.previousHash })
      .from(versions)
      .where(eq(versions.id, id));
    const { text, textHash, previousHash } = version!;
    if (sha256(text) !== textHash) find("version", id, `The text of version ${number} does not have its hash.`);
    else if (canonicalText(JSON.parse(text) as ControlText) !== text)
      find("version", id, `The text of version ${number} is not canonical.`);
    if (previousHash !== before.textHash) find("version", id, `Version ${number} does not name the hash before it.`);
    if (number !== before.number + 1) find("version", id, `Version ${number} follows version ${before.number}.`);
    before = { definitionId, number, textHash };
  }
  return heads.length;
};

/** Every ballot's record has its hash and names its text; a stored account is what the positions give (rules B2, B34). */
const checkBallots: Check = async (tx, find) => {
  const { ballots } = tx.t;
  const ids = await tx
    .select({ id: ballots.id })
    .from(ballots)
    .where(isNotNull(ballots.record))
    .orderBy(asc(ballots.id));
  for (const { id } of ids) {
    const [ballot] = await tx.select().from(ballots).where(eq(ballots.id, id));
    const { reference, record, recordHash, account, outcome, closesAt } = ballot!;
    if (sha256(record!) !== recordHash) {
      find("ballot", reference, "The record does not have its hash.");
      continue;
    }
    const frozen = await findFrozen(tx, ballot!.versionId);
    const said = JSON.parse(record!) as { textHash?: string };
    if (frozen?.textHash !== said.textHash)
      find("ballot", reference, "The record names another text than its version.");
    if (account === null) continue;
    const reckoning = await reckon(tx, ballot!, closesAt!);
    if (storedAccount(reckoning) !== account)
      find("ballot", reference, "The stored account is not what the positions give.");
    if (reckoning.account.outcome !== outcome)
      find("ballot", reference, `The outcome is stored as ${outcome} and computed as ${reckoning.account.outcome}.`);
  }
  return ids.length;
};

/** The current position of each seat is its latest that nobody disputed (rules P4, P10). */
const checkPositions: Check = async (tx, find) => {
  const { positions, currentPositions, positionDisputes } = tx.t;
  const { ballotId, seatId, sequence, id } = positions;
  const rows = await tx
    .select({ id, ballotId, seatId })
    .from(positions)
    .leftJoin(positionDisputes, eq(positionDisputes.positionId, id))
    .where(isNull(positionDisputes.positionId))
    .orderBy(asc(ballotId), asc(sequence));
  const latest = new Map(rows.map((row) => [`${row.ballotId} ${row.seatId}`, row.id]));
  const current = await tx.select().from(currentPositions);
  for (const row of current) {
    const key = `${row.ballotId} ${row.seatId}`;
    if (latest.get(key) !== row.positionId)
      find("position", row.positionId, "A later position of its seat is not current.");
    latest.delete(key);
  }
  for (const positionId of latest.values()) find("position", positionId, "Its seat has no current position.");
  return rows.length;
};

/** Every edition has its hash and names the one before it (rule L1). */
const checkEditions: Check = async (tx, find) => {
  const { editions } = tx.t;
  const numbers = await tx.select({ number: editions.number }).from(editions).orderBy(asc(editions.number));
  let before = startOfEditions;
  for (const { number } of numbers) {
    const [edition] = await tx.select().from(editions).where(eq(editions.number, number));
    const { hash, previousHash } = edition!;
    if (editionHash(edition!) !== hash) find("edition", String(number), "The edition does not have its hash.");
    if (previousHash !== before) find("edition", String(number), "The edition does not name the one before it.");
    before = hash;
  }
  return numbers.length;
};

/** A candidate's state is where its path ends (rule C2). */
const checkCandidates: Check = async (tx, find) => {
  const { candidates, candidateMoves } = tx.t;
  const rows = await tx
    .select({ id: candidates.id, reference: candidates.reference, state: candidates.state })
    .from(candidates);
  const moves = await tx
    .select({ candidateId: candidateMoves.candidateId, to: candidateMoves.to })
    .from(candidateMoves)
    .orderBy(asc(candidateMoves.candidateId), asc(candidateMoves.number));
  const end = new Map(moves.map((move) => [move.candidateId, move.to]));
  for (const { id, reference, state } of rows)
    if (end.get(id) !== state)
      find("candidate", reference, `The candidate is ${state}; its path ends at ${end.get(id) ?? "nothing"}.`);
  return rows.length;
};

const checks: Record<string, Check> = {
  texts: checkTexts,
  versions: checkVersions,
  ballots: checkBallots,
  positions: checkPositions,
  editions: checkEditions,
  candidates: checkCandidates,
  ...logChecks,
  ...ballotLifeChecks,
};

/** What the engine itself can say: its file holds together, and no row refers to nothing. */
async function checkEngine(db: Database, find: Find): Promise<void> {
  if (db.engine === "sqlite") {
    for (const row of await db.raw("PRAGMA integrity_check")) {
      const { integrity_check: said } = row as { integrity_check: string };
      if (said !== "ok") find("file", "sqlite", said);
    }
    for (const row of await db.raw("PRAGMA foreign_key_check")) {
      const { table, rowid, parent } = row as { table: string; rowid: number; parent: string };
      find("reference", `${table} ${rowid}`, `The row refers to nothing in ${parent}.`);
    }
    return;
  }
  const loose = await db.raw("SELECT conname FROM pg_constraint WHERE NOT convalidated");
  for (const row of loose) find("reference", (row as { conname: string }).conname, "The constraint is not validated.");
}

/** Checks the whole database and changes nothing. The guards are looked for, not made. */
export async function fsck(db: Database): Promise<FsckReport> {
  const faults: FsckFault[] = [];
  const find: Find = (check, object, detail) => void faults.push({ check, object, detail });
  for (const guard of await missingGuards(db)) find("guard", guard, "The trigger does not stand.");
  await checkEngine(db, find);
  const checked: Record<string, number> = {};
  for (const [name, check] of Object.entries(checks)) checked[name] = await db.read((tx) => check(tx, find));
  return { ok: faults.length === 0, checked, faults };
}
