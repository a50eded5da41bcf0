/**
 * Opens a ballot in one transaction: tests the gate, freezes roll, rule book, text hash and times into the record whose
 * SHA-256 is the ballot's identity, ends every right to edit that was asked before, and moves the candidate to balloting.
 * Rules B2, B4, B5, B36, M4, K5. Who: the chair. The second person (W6, W7) is not asked yet. Minute: ballot-opened.
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
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { ruleBookVersion } from "../../../domain/record/rule-book.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { openingCheck } from "../../ballot-gate.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";

export const openBallot = command({
  act: "open-ballot",
  rules: ["B2", "B4"],
  input: z.object({ ballot: handle }),
  async decide(tx, actor, input) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot) return notFound();
    const candidate = (await findCandidate(tx, ballot.candidateId))!;
    const answer = powers["open-ballot"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const version = (await findFrozen(tx, ballot.versionId))!;
    const roll = await presentRoll(tx, ballot.committeeId);
    const sealing = ballot.mode === "SEALED" ? await loadSealing(tx, ballot.id) : null;
    const opening = await openingCheck(tx, ballot, candidate, version, roll);
    if (isRefusal(opening)) return opening;
    const moved = await moveCandidate(tx, candidate, "open-ballot", { actor });
    if (isRefusal(moved)) return moved;
    await raiseEpoch(tx, version.definitionId);
    const noted = await noteOpenComments(tx, candidate.id);
    const recordHash = await freeze(tx, ballot, candidate, version, roll, sealing);
    return {
      value: { reference: ballot.reference, recordHash },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: candidate.id,
        values: {
          reference: ballot.reference,
          version: version.number,
          textHash: version.textHash,
          recordHash,
          roll: roll.length,
          closesAt: tx.now + ballot.length_ms,
          commentsNoted: noted,
        },
      },
    };
  },
});

/** Writes the roll and the record; returns the record's hash, the ballot's identity (rule B2). */
async function freeze(
  tx: Tx,
  ballot: Ballot,
  candidate: Candidate,
  version: VersionRow,
  roll: readonly SeatWithPeople[],
  sealing: Sealing | null,
): Promise<string> {
  const { ballots, rollSeats } = tx.t;
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  const previous = ballot.previousBallotId === null ? null : await findBallot(tx, ballot.previousBallotId);
  const closesAt = tx.now + ballot.length_ms;
  const record = canonicalRecord({
    reference: ballot.reference,
    committee: committee.code,
    candidate: candidate.reference,
    question: ballot.question,
    type: ballot.type,
    mode: ballot.mode,
    definitionVersion: version.number,
    textHash: version.textHash,
    ruleBook: ruleBookVersion,
    opensAt: tx.now,
    closesAt,
    roll,
    previous: previous?.reference ?? null,
    ...(sealing === null ? {} : { sealing: recordedSealing(sealing) }),
  });
  const recordHash = createHash("sha256").update(record).digest("hex");
  if (roll.length > 0)
    await tx
      .insert(rollSeats)
      .values(roll.map(({ seatId, name }, index) => ({ ballotId: ballot.id, seatId, name, number: index + 1 })));
  await tx
    .update(ballots)
    .set({ state: "open", record, recordHash, opensAt: tx.now, closesAt, dueAt: closesAt })
    .where(eq(ballots.id, ballot.id));
  return recordHash;
}
