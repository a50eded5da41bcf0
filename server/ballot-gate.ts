/** The opening gate of a recommendation ballot (rule B4): what still stands in the way, room by room, with its names. */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../db/open.ts";
import { type Ballot, findLatestFrozen, notAdoptedAt, type VersionRow } from "../db/store/ballot.ts";
import { isTypeChosen } from "../db/store/ballot-question.ts";
import { loadTechnicalComments } from "../db/store/comment.ts";
import { loadWaivers } from "../db/store/definition.ts";
import { findCommittee, loadInterests, type SeatWithPeople } from "../db/store/membership.ts";
import { loadSealing, sealStateOf } from "../db/store/sealing.ts";
import {
  durationCheck,
  type GateFacts,
  gateCheck,
  questionCheck,
  reballotCheck,
  rollCheck,
} from "../domain/ballot/opening.ts";
import { markedRoll, marksCheck } from "../domain/ballot/question.ts";
import { sealReadyCheck } from "../domain/ballot/sealing.ts";
import { type Candidate, regimes, reviewByDaysMax } from "../domain/candidate/candidate.ts";
import { isFinal } from "../domain/candidate/candidate-life.ts";
import type { ControlText } from "../domain/definition/control-text.ts";
import { type Fault, openFaults } from "../domain/definition/linter.ts";
import type { Instant } from "../domain/instant.ts";
import { interestsInForce } from "../domain/membership/interest.ts";
import { type Answer, allowed, firstRefusal, isRefusal, refuse } from "../domain/refusal.ts";
import { scopeCheck } from "../domain/review/scope.ts";
import { scopeLists } from "../domain/review/scope-lists.ts";
import { endOfWorkingDays } from "../domain/review/working-day.ts";
import { clauseTextHash, faultsOf, reopenUntil } from "./text-gate.ts";

/** A seat was asked for interests when the candidate became ready; so many working days later it need not have answered. */
const interestDays = 5;

export type GateReading = GateFacts & {
  faults: Fault[];
  /** Numbers of the comments that hold the ballot up (K5), and of those that may still be reopened (K7). */
  undisposed: number[];
  reopenable: number[];
  /** The end of the last time in which a disposed comment may be reopened (K7), or null. */
  reopenableUntil: Instant | null;
  /** Seats that have not answered, and until when the ballot waits for them; null when it does not. */
  silentSeats: { name: string; waitsUntil: Instant }[];
};

/** Reads the gate for a version and the roll that the ballot would have now. */
export async function readGate(
  tx: Reader,
  candidate: Candidate,
  version: VersionRow,
  roll: readonly SeatWithPeople[],
): Promise<GateReading> {
  const faults = await openFaultsOf(tx, version);
  const comments = await readComments(tx, candidate);
  const silentSeats = await readSilentSeats(tx, candidate, roll);
  return {
    openFaults: faults.length,
    undisposedComments: comments.undisposed.length,
    reopenableComments: comments.reopenable.length,
    scopeLacks: scopeLacks(candidate),
    unansweredSeats: silentSeats.filter((seat) => seat.waitsUntil > tx.now).length,
    faults,
    ...comments,
    silentSeats,
  };
}

/**
 * Everything that must hold before opening, the gate B4 last: it is what the chair can mend. A question of procedure has no
 * text, and no gate.
 */
export async function openingCheck(
  tx: Reader,
  ballot: Ballot,
  candidate: Candidate | null,
  version: VersionRow | null,
  roll: readonly SeatWithPeople[],
): Promise<Answer> {
  const asking = firstRefusal(
    durationCheck(ballot.type, tx.now, tx.now + ballot.length_ms),
    rollCheck(ballot.type, roll.length),
    marksCheck(ballot.type, markedRoll(ballot.type, roll, ballot.rollMarks)),
    await sealCheck(tx, ballot),
  );
  if (candidate !== null && version !== null) return textOpeningCheck(tx, { ballot, candidate, version, roll, asking });
  if (candidate === null || !isFinal(candidate.state)) return asking;
  return refuse("state", "B1", `The candidate is ${candidate.state}; nothing is asked about it any more.`);
}

type TextOpening = {
  ballot: Ballot;
  candidate: Candidate;
  version: VersionRow;
  roll: readonly SeatWithPeople[];
  asking: Answer;
};

async function textOpeningCheck(
  tx: Reader,
  { ballot, candidate, version, roll, asking }: TextOpening,
): Promise<Answer> {
  const chosenBefore = await isTypeChosen(tx, candidate.id, ballot.type);
  const latest = await findLatestFrozen(tx, candidate.id);
  const isLatest =
    latest?.id === version.id
      ? allowed
      : refuse(
          "frozen",
          "B1",
          `The ballot was drafted on version ${version.number}; the latest is ${latest?.number}. Discard it and draft anew.`,
        );
  return firstRefusal(
    candidate.state === "ready"
      ? allowed
      : refuse("state", "C2", `The candidate is ${candidate.state}; its ballot opens while it is ready.`),
    isLatest,
    questionCheck(ballot.type, ballot.mode, { aboutText: true, chosenBefore, office: false }),
    asking,
    reballotCheck(await notAdoptedAt(tx, candidate.id, version.textHash), tx.now),
    gateCheck(await readGate(tx, candidate, version, roll)),
  );
}

/** A sealed ballot opens when its key is given out and every holder has opened the own share (rule B39). */
async function sealCheck(tx: Reader, ballot: Ballot): Promise<Answer> {
  return ballot.mode === "SEALED" ? sealReadyCheck(sealStateOf(await loadSealing(tx, ballot.id))) : allowed;
}

/** The faults of a frozen version that are neither gone nor waived (rules D7, D8). */
async function openFaultsOf(tx: Reader, version: VersionRow): Promise<Fault[]> {
  const text = JSON.parse(version.text) as ControlText;
  const waivers = await loadWaivers(tx, version.definitionId);
  return openFaults(await faultsOf(tx, text), waivers, (nid) => clauseTextHash(text, nid));
}

async function readComments(tx: Reader, candidate: Candidate) {
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const { holding, disposed } = await loadTechnicalComments(tx, candidate.id);
  const mayReopen = disposed
    .map(({ number, disposedAt }) => ({ number, until: reopenUntil(disposedAt!, committee) }))
    .filter(({ until }) => until > tx.now);
  return {
    undisposed: holding.map(({ number }) => number),
    reopenable: mayReopen.map(({ number }) => number),
    reopenableUntil: mayReopen.length === 0 ? null : Math.max(...mayReopen.map(({ until }) => until)),
  };
}

/** What the scope lacks, as a sentence, or null when it is complete (rules R2 to R8). */
export function scopeLacks(candidate: Candidate): string | null {
  const { scope, harms, evidence, foreignAvailability } = candidate;
  if (scope === null) return "The scope has not been drafted (R2).";
  const rows = scopeCheck(scope.rows, scopeLists, scope.allReason);
  if (isRefusal(rows)) return rows.reason;
  const unsearched = regimes.filter((regime) => !scope.relations.some((one) => one.regime === regime));
  if (unsearched.length > 0) return `The relation to ${unsearched.join(", ")} is not stated (R7).`;
  if (harms.length === 0 || evidence.trim() === "") return "No harm with its evidence is named (R5).";
  if (foreignAvailability.trim() === "") return "Foreign availability is not stated (R9).";
  const most = reviewByDaysMax[candidate.class];
  if (scope.reviewByDays > most) return `The review-by time is ${scope.reviewByDays} days; at most ${most} (R8).`;
  return null;
}

/** Seats of which no person has a declaration in force; asked when the candidate became ready (rules B4, X1, X7). */
async function readSilentSeats(tx: Reader, candidate: Candidate, roll: readonly SeatWithPeople[]) {
  const { candidateMoves, members } = tx.t;
  const [asked] = await tx
    .select({ at: candidateMoves.at })
    .from(candidateMoves)
    .where(and(eq(candidateMoves.candidateId, candidate.id), eq(candidateMoves.act, "mark-ready")))
    .orderBy(desc(candidateMoves.number))
    .limit(1);
  const answered = interestsInForce(await loadInterests(tx, candidate.id), tx.now);
  const silent = roll.filter((seat) => !seat.people.some((person) => answered.has(person)));
  if (silent.length === 0) return [];
  const calendars = await tx
    .select()
    .from(members)
    .where(inArray(members.id, [...new Set(silent.map((seat) => seat.memberId))]));
  return silent.map((seat) => {
    const member = calendars.find((one) => one.id === seat.memberId)!;
    return { name: seat.name, waitsUntil: endOfWorkingDays(asked?.at ?? tx.now, interestDays, member) };
  });
}
