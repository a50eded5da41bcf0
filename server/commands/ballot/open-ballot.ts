/**
 * Opens a ballot in one transaction: tests the gate, freezes roll, options, rule book, text hash and times into the record
 * whose SHA-256 is the ballot's identity. Where it asks about a text, every right to edit that was asked before ends, and the
 * candidate moves to balloting; a question of procedure moves nothing.
 * Rules B2, B4, B5, B36, M4, K5, W7. Who: the chair, with the second's consent. Minute: ballot-opened.
 */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { type Ballot, findBallot, findFrozen, type VersionRow } from "../../../db/store/ballot.ts";
import { ballotThing, presentRoll } from "../../../db/store/ballot-roll.ts";
import { findCandidate, moveCandidate } from "../../../db/store/candidate.ts";
import { noteOpenComments } from "../../../db/store/comment.ts";
import { raiseEpoch } from "../../../db/store/definition-text.ts";
import { findCommittee, type SeatWithPeople } from "../../../db/store/membership.ts";
import { loadSealing, recordedSealing, type Sealing } from "../../../db/store/sealing.ts";
import { canonicalRecord } from "../../../domain/ballot/ballot-record.ts";
import { markedRoll, type RollMark } from "../../../domain/ballot/question.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { day_ms } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import type { MinuteValue } from "../../../domain/record/minute.ts";
import { ruleBookVersion } from "../../../domain/record/rule-book.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { openingCheck } from "../../ballot-gate.ts";
import { handle } from "../../fields.ts";
import { type Examined, twoPersonCommand } from "../../two-persons.ts";

type Matter = {
  ballot: Ballot;
  candidate: Candidate | null;
  version: VersionRow | null;
  roll: (SeatWithPeople & RollMark)[];
  sealing: Sealing | null;
};

export const openBallot = twoPersonCommand({
  act: "open-ballot",
  rules: ["B2", "B4", "W7"],
  input: z.object({ ballot: handle }),
  async examine(tx, actor, input): Promise<Examined<Matter> | Refusal> {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    const candidate = await findCandidate(tx, ballot.candidateId);
    const answer = powers["open-ballot"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const version = await findFrozen(tx, ballot.versionId);
    const roll = markedRoll(ballot.type, await presentRoll(tx, ballot.committeeId), ballot.rollMarks);
    const sealing = ballot.mode === "SEALED" ? await loadSealing(tx, ballot.id) : null;
    const opening = await openingCheck(tx, ballot, candidate, version, roll);
    if (isRefusal(opening)) return opening;
    return {
      object: ["ballot", ballot.id],
      role: roleOf(answer),
      committeeId: ballot.committeeId,
      candidateId: ballot.candidateId,
      values: {
        reference: ballot.reference,
        question: ballot.question,
        type: ballot.type,
        mode: ballot.mode,
        ...(version ? { version: version.number, textHash: version.textHash } : {}),
        ...(ballot.options ? { options: ballot.options } : {}),
        roll: roll.map(({ name }) => name),
        days: ballot.length_ms / day_ms,
        ...sealingValues(sealing),
      },
      matter: { ballot, candidate, version, roll, sealing },
    };
  },
  async carryOut(tx, { matter, ...examined }, _context, actor) {
    const { ballot, candidate, version, roll, sealing } = matter;
    const onText = candidate && version ? await openOnText(tx, actor, candidate, version) : {};
    if (isRefusal(onText)) return onText;
    const recordHash = await freeze(tx, ballot, candidate, version, roll, sealing);
    return {
      value: { reference: ballot.reference, recordHash },
      minute: {
        ...examined,
        values: {
          reference: ballot.reference,
          recordHash,
          roll: roll.length,
          closesAt: tx.now + ballot.length_ms,
          ...onText,
        },
      },
    };
  },
});

/** Consent to opening a sealed ballot is to its very key and holders (rules B39, W6): shares given anew end the request. */
function sealingValues(sealing: Sealing | null): Record<string, MinuteValue> {
  if (sealing === null) return {};
  const { needed, publicKey, holders } = sealing;
  return { needed, holders: holders.map(({ name }) => name), sealingKey: publicKey };
}

/** Binds the candidate and its text to the ballot; what of it the minute names. */
async function openOnText(
  tx: Tx,
  actor: Actor,
  candidate: Candidate,
  version: VersionRow,
): Promise<Record<string, MinuteValue> | Refusal> {
  const moved = await moveCandidate(tx, candidate, "open-ballot", { actor });
  if (isRefusal(moved)) return moved;
  await raiseEpoch(tx, version.definitionId);
  const commentsNoted = await noteOpenComments(tx, candidate.id);
  return { version: version.number, textHash: version.textHash, commentsNoted };
}

/** Writes the roll and the record; returns the record's hash, the ballot's identity (rule B2). */
async function freeze(
  tx: Tx,
  ballot: Ballot,
  candidate: Candidate | null,
  version: VersionRow | null,
  roll: readonly (SeatWithPeople & RollMark)[],
  sealing: Sealing | null,
): Promise<string> {
  const { ballots, rollSeats } = tx.t;
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  const previous = ballot.previousBallotId === null ? null : await findBallot(tx, ballot.previousBallotId);
  const closesAt = tx.now + ballot.length_ms;
  const record = canonicalRecord({
    reference: ballot.reference,
    committee: committee.code,
    ...(candidate && { candidate: candidate.reference }),
    ...(ballot.subject !== "text" && { subject: ballot.subject }),
    question: ballot.question,
    type: ballot.type,
    mode: ballot.mode,
    ...(version && { definitionVersion: version.number, textHash: version.textHash }),
    ...(ballot.options && { options: ballot.options }),
    ...(ballot.tieOrder && { tieOrder: ballot.tieOrder }),
    ...(ballot.atMost !== null && { atMost: ballot.atMost }),
    ...(ballot.chosenType && { chosenType: ballot.chosenType }),
    ruleBook: ruleBookVersion,
    opensAt: tx.now,
    closesAt,
    roll,
    previous: previous?.reference ?? null,
    ...(sealing === null ? {} : { sealing: recordedSealing(sealing) }),
  });
  const recordHash = createHash("sha256").update(record).digest("hex");
  const lines = roll.map(({ seatId, name, class: seatClass, weight }, index) => {
    return { ballotId: ballot.id, seatId, name, number: index + 1, class: seatClass ?? null, weight: weight ?? null };
  });
  if (lines.length > 0) await tx.insert(rollSeats).values(lines);
  await tx
    .update(ballots)
    .set({ state: "open", record, recordHash, opensAt: tx.now, closesAt, dueAt: closesAt })
    .where(eq(ballots.id, ballot.id));
  return recordHash;
}
