/**
 * One commit of a room: frames are judged, stored in one transaction together with the powers that allow them, then
 * applied, acknowledged and passed on. Whatever fails before the commit has changed nothing, so that the same
 * frames can be judged and stored again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { appendTextUpdates, bindTextClients, findTextHead, type TextHead } from "../../db/store/definition-text.ts";
import type { CloseName } from "../../protocol/close-codes.ts";
import { clientIdsPerSessionMax, definitionBytesMax, definitionNodesMax } from "../../protocol/limits.ts";
import { acknowledge, type Connection, charge, end } from "./connection.ts";
import { type Accepted, judgeFrame, type Verdict } from "./gate.ts";
import { BrokenText } from "./head.ts";
import { faultOfWriter } from "./rights.ts";
import type { LiveRoom, Owner, Waiting } from "./room.ts";
import { measure } from "./snapshot.ts";
import { catchUp } from "./tail.ts";
import { askForAll, broadcast } from "./telling.ts";

const framesPerCommitMax = 64;
const runsPerCommitMax = 2_000;
/** A database that does not answer for so long: everybody is sent away and comes back. */
const databaseAway_ms = 3_000;
const tryAgain_ms = 50;
const gapsMax = 60;
const stepsPerShare = 2_000;

type Judged = { waiting: Waiting; verdict: Verdict };
type Stored = { outcome: "stored"; head: TextHead; barred: Map<Connection, CloseName>; kept: Judged[] };

/** Judges and commits what waits, up to a full commit. */
export async function commitSome(room: LiveRoom): Promise<void> {
  const from = performance.now();
  let looked = false;
  while (room.waiting.length > 0) {
    const judged = judgeSome(room);
    // Another process may have stored what seems to be missing or foreign here.
    if (!looked && hasSharedLog(room) && judged.some(({ verdict }) => isDoubtful(verdict))) {
      looked = true;
      if (await catchUp(room)) continue;
    }
    try {
      const stored = await store(room, judged);
      if (stored === "moved") {
        await catchUp(room);
        continue;
      }
      settle(room, judged, stored);
      return;
    } catch (fault) {
      if (fault instanceof BrokenText || performance.now() - from > databaseAway_ms) throw fault;
      // The commit may have happened or not. If it has, the head has moved, and the frames turn out to be known.
      await sleep(tryAgain_ms);
    } finally {
      room.known.clear();
    }
  }
}

const hasSharedLog = ({ options, host }: LiveRoom) => options.sharedLog ?? host.db.engine === "postgres";

const isDoubtful = (verdict: Verdict) =>
  verdict.verdict === "gap" || (verdict.verdict === "refused" && verdict.close === "mayNot");

/** Judges frames in their order; each knows what those before it bring. */
function judgeSome(room: LiveRoom): Judged[] {
  room.known.clear();
  const claims = new Map<number, Owner>();
  const judged: Judged[] = [];
  const size = { bytes: room.bytes, nodes: room.nodes };
  const refused = new Set<Connection>();
  for (const waiting of room.waiting.slice(0, framesPerCommitMax)) {
    const { connection } = waiting;
    let verdict: Verdict = { verdict: "nothing" };
    if (!refused.has(connection)) verdict = judgeOne(room, waiting, claims, size);
    if (verdict.verdict === "refused") refused.add(connection);
    if (verdict.verdict === "accepted") {
      room.known.stage(verdict.runs);
      for (const client of verdict.newClients) claims.set(client, connection.participant);
      size.bytes += verdict.bytes.length;
      size.nodes += verdict.runs.length;
    }
    judged.push({ waiting, verdict });
    if (room.known.stagedCount > runsPerCommitMax) break;
  }
  return judged;
}

function isFull(size: { bytes: number; nodes: number }, { bytes, runs }: Accepted): boolean {
  return size.bytes + bytes.length > definitionBytesMax || size.nodes + runs.length > definitionNodesMax;
}

function judgeOne(
  room: LiveRoom,
  { connection, bytes }: Waiting,
  claims: Map<number, Owner>,
  size: { bytes: number; nodes: number },
): Verdict {
  const { personId, participant, rights } = connection;
  const ownerOf = (client: number) => (claims.get(client) ?? room.owners.get(client))?.personId;
  const verdict = judgeFrame(room.known, bytes, ownerOf, personId);
  if (verdict.verdict !== "accepted") return verdict;
  if (rights.writes !== null) {
    return verdict.onlyMarksGone
      ? { verdict: "nothing" }
      : { verdict: "refused", close: rights.writes, why: "A reader." };
  }
  const speaker = verdict.newClients.find((client) => (room.presence.ownerOf(client) ?? personId) !== personId);
  if (speaker !== undefined) return { verdict: "refused", close: "mayNot", why: "The client id of somebody present." };
  if (isFull(size, verdict) && room.measuredAt !== room.head.sequence) {
    measure(room);
    size.bytes = room.bytes;
    size.nodes = room.nodes;
  }
  if (isFull(size, verdict)) {
    return { verdict: "refused", close: "tooLarge", why: "The definition is full." };
  }
  if (verdict.newClients.length > 0) {
    const own = [...claims.values(), ...room.owners.values()].filter(
      ({ sessionId }) => sessionId === participant.sessionId,
    );
    if (own.length + verdict.newClients.length > clientIdsPerSessionMax) {
      return { verdict: "refused", close: "tooFast", why: "Too many client ids of one session." };
    }
  }
  return verdict;
}

const isAccepted = (judged: Judged): judged is { waiting: Waiting; verdict: Accepted } =>
  judged.verdict.verdict === "accepted";

/** Stores the accepted frames of those who may write now, in one transaction. Has no effect outside the database. */
async function store(room: LiveRoom, judged: Judged[]): Promise<Stored | "moved"> {
  const { host, definitionId, head } = room;
  const accepted = judged.filter(isAccepted);
  if (accepted.length === 0) return { outcome: "stored", head, barred: new Map(), kept: [] };
  return host.db.write(async (tx) => {
    const now = await findTextHead(tx, definitionId);
    if (now === null) throw new BrokenText(`Definition ${definitionId} is gone.`);
    if (now.sequence !== head.sequence) return "moved";
    const barred = new Map<Connection, CloseName>();
    const asked = new Map<string, CloseName | null>();
    for (const { waiting } of accepted) {
      const { participant } = waiting.connection;
      const known = asked.get(participant.sessionId);
      const fault = known === undefined ? await faultOfWriter(host, tx, participant, definitionId) : known;
      asked.set(participant.sessionId, fault);
      if (fault !== null) barred.set(waiting.connection, fault);
    }
    const kept = accepted.filter(({ waiting }) => !barred.has(waiting.connection));
    await bindTextClients(
      tx,
      definitionId,
      kept.flatMap(({ waiting, verdict }) => {
        const { personId, sessionId } = waiting.connection.participant;
        return verdict.newClients.map((clientId) => ({ clientId, personId, sessionId }));
      }),
    );
    const updates = kept.map(({ waiting, verdict }) => {
      const { personId, sessionId } = waiting.connection.participant;
      return { bytes: verdict.bytes, personId, sessionId };
    });
    return { outcome: "stored", head: await appendTextUpdates(tx, now, updates), barred, kept };
  });
}

/** After the commit: apply, acknowledge (the author waits for one message, the others make many), pass on, and only then close whoever was refused. */
function settle(room: LiveRoom, judged: Judged[], { head, barred, kept }: Stored): void {
  room.waiting.splice(0, judged.length);
  room.waitingBytes -= judged.reduce((sum, { waiting }) => sum + waiting.bytes.length, 0);
  room.head = head;
  const told = kept
    .filter(isAccepted)
    .map(({ waiting, verdict }) => ({ bytes: verdict.bytes, from: waiting.connection }));
  if (told.length > 0) applyKept(room, kept.filter(isAccepted));
  const faults = new Map(barred);
  for (const { waiting, verdict } of judged) {
    const { connection } = waiting;
    if (verdict.verdict === "refused") faults.set(connection, faults.get(connection) ?? verdict.close);
    else if (!faults.has(connection)) count(waiting, verdict);
  }
  for (const connection of new Set(judged.map(({ waiting }) => waiting.connection))) acknowledge(connection);
  broadcast(room, told);
  for (const [connection, fault] of faults) {
    connection.rights = { ...connection.rights, writes: fault };
    end(connection, fault);
  }
}

function applyKept(room: LiveRoom, kept: { waiting: Waiting; verdict: Accepted }[]): void {
  const bytes = kept.map(({ verdict }) => verdict.bytes);
  Y.applyUpdate(room.doc, bytes.length === 1 ? bytes[0]! : Y.mergeUpdates(bytes));
  if (room.doc.store.pendingStructs !== null || room.doc.store.pendingDs !== null) {
    throw new BrokenText(`Definition ${room.definitionId} waits for units after update ${room.head.sequence}.`);
  }
  room.updatesSinceSnapshot += bytes.length;
  for (const { waiting, verdict } of kept) {
    room.bytes += verdict.bytes.length;
    room.nodes += verdict.runs.length;
    const { personId, sessionId } = waiting.connection.participant;
    for (const client of verdict.newClients) room.owners.set(client, { personId, sessionId });
  }
}

/** Counts one frame that was not refused. A frame behind a gap counts with the whole answer that holds it. */
function count({ connection, isWhole }: Waiting, verdict: Verdict): void {
  if (verdict.verdict === "gap") {
    connection.owed += 1;
    if (isWhole) connection.asked = false;
    if (connection.owed > gapsMax) end(connection, "resync");
    else askForAll(connection);
    return;
  }
  connection.durable += 1;
  if (isWhole) {
    connection.asked = false;
    connection.durable += connection.owed;
    connection.owed = 0;
  }
  if (verdict.verdict === "accepted") charge(connection, verdict.steps / stepsPerShare);
}
