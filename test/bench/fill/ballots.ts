/** Ballots of the candidates that came so far, with roll, positions, current positions and account: open, adopted, not adopted. */

import type { PositionRow, RollLine } from "../../../db/store/ballot.ts";
import { storedAccount } from "../../../db/store/ballot-account.ts";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase } from "../../../domain/ballot/ballot-case.ts";
import { canonicalRecord } from "../../../domain/ballot/ballot-record.ts";
import { ballotReference } from "../../../domain/record/reference.ts";
import { ruleBookVersion } from "../../../domain/record/rule-book.ts";
import type { Bulk } from "./bulk.ts";
import type { BenchCandidate } from "./candidates.ts";
import { day_ms, type House } from "./house.ts";
import { sha256 } from "./texts.ts";

export type BenchBallot = { id: string; candidate: BenchCandidate; versionId: string; closedAt: number };

const length_ms = 14 * day_ms;
const reason = "The threshold stands where our own industry and that of our partners can live with it.";

type Times = { opensAt: number; closesAt: number; isOpen: boolean };

function timesOf(candidate: BenchCandidate, house: House): Times {
  const isOpen = candidate.state === "balloting";
  const opensAt = isOpen ? house.now - 5 * day_ms : candidate.changedAt - 20 * day_ms;
  return { opensAt, closesAt: opensAt + length_ms, isOpen };
}

/** Of an adopted ballot most say yes; of one not adopted every third says no. While it is open a part has not answered. */
function positionsOf(
  bulk: Bulk,
  candidate: BenchCandidate,
  ballotId: string,
  { opensAt, isOpen }: Times,
): PositionRow[] {
  const failed = candidate.state === "resolving";
  const seats = candidate.committee.seats.filter((_, index) => index % (isOpen ? 3 : 15) !== 1);
  return seats.map((seat, index) => ({
    id: bulk.newId(),
    ballotId,
    seatId: seat.id,
    sequence: index + 1,
    personId: seat.holder,
    recordedBy: seat.holder,
    versionId: candidate.version!.id,
    textHash: candidate.version!.textHash,
    word: wordOf(index, failed, isOpen),
    reason,
    choice: null,
    nid: null,
    change: isOpen && index === 4 ? "Replace 34 by 50." : null,
    key: `key-${index}`,
    at: opensAt + (index + 1) * 60_000,
  }));
}

function wordOf(index: number, failed: boolean, isOpen: boolean): string {
  if (failed && index % 3 === 0) return "no";
  if (isOpen && index === 4) return "discuss";
  if (index % 9 === 5) return "no-objection";
  return index % 11 === 7 ? "abstain" : "yes";
}

function recordOf(candidate: BenchCandidate, reference: string, question: string, times: Times): string {
  return canonicalRecord({
    reference,
    question,
    committee: candidate.committee.code,
    candidate: candidate.reference,
    type: "recommendation",
    mode: "RECORDED",
    definitionVersion: candidate.version!.number,
    textHash: candidate.version!.textHash,
    ruleBook: ruleBookVersion,
    opensAt: times.opensAt,
    closesAt: times.closesAt,
    roll: candidate.committee.seats.map(({ id, name, memberId }) => ({ seatId: id, name, memberId })),
    previous: null,
  });
}

function accountOf(candidate: BenchCandidate, times: Times, positions: PositionRow[]) {
  const roll: RollLine[] = candidate.committee.seats.map(({ id, name, memberId }) => ({ seatId: id, name, memberId }));
  const nameOf = new Map(roll.map((line) => [line.seatId, line.name]));
  const ballotCase: BallotCase = {
    type: "recommendation",
    mode: "RECORDED",
    opensAt: times.opensAt,
    closesAt: times.closesAt,
    roll: roll.map((line) => ({ seat: line.name })),
    recused: [],
    events: [],
    positions: positions.map(({ seatId, word, at, reason: given, key }) => ({
      seat: nameOf.get(seatId)!,
      said: { word },
      at,
      reason: given,
      key,
    })),
  };
  const computed = account(ballotCase);
  const stored = storedAccount({ account: computed, ballotCase, roll, positions, events: [], disputes: new Map() });
  return { outcome: computed.outcome, stored };
}

function enterBallot(bulk: Bulk, house: House, candidate: BenchCandidate, number: number): BenchBallot {
  const { committee, version } = candidate;
  const id = bulk.newId();
  const times = timesOf(candidate, house);
  const { opensAt, closesAt, isOpen } = times;
  const question = `Shall the committee recommend ${candidate.reference} in version ${version!.number}?`;
  const reference = ballotReference(committee.code, number);
  const record = recordOf(candidate, reference, question, times);
  const positions = positionsOf(bulk, candidate, id, times);
  const closed = isOpen ? null : accountOf(candidate, times, positions);
  bulk.insert("ballots", {
    id,
    reference,
    committeeId: committee.id,
    candidateId: candidate.id,
    versionId: version!.id,
    type: "recommendation",
    mode: "RECORDED",
    question,
    state: isOpen ? "open" : "certified",
    record,
    recordHash: sha256(record),
    length_ms,
    draftedAt: opensAt - day_ms,
    opensAt,
    closesAt,
    closedAt: isOpen ? null : closesAt,
    certifiedAt: isOpen ? null : closesAt + 3 * day_ms,
    dueAt: isOpen ? closesAt : null,
    outcome: closed?.outcome ?? null,
    account: closed?.stored ?? null,
  });
  committee.seats.forEach((seat, index) => {
    bulk.insert("rollSeats", { ballotId: id, seatId: seat.id, number: index + 1, name: seat.name });
  });
  for (const position of positions) {
    bulk.insert("positions", position);
    bulk.insert("currentPositions", { ballotId: id, seatId: position.seatId, positionId: position.id });
  }
  return { id, candidate, versionId: version!.id, closedAt: closesAt };
}

/** A ballot for every candidate that was balloted, and a failed one for every second that is being resolved. */
export function fillBallots(bulk: Bulk, house: House, candidates: BenchCandidate[]): BenchBallot[] {
  const balloted = candidates.filter(
    ({ state, path, version }, index) =>
      version !== null && (path.some((move) => move.to === "balloting") || (state === "resolving" && index % 2 === 0)),
  );
  const given = new Map<string, number>();
  const ballots: BenchBallot[] = [];
  bulk.step("ballots, rolls and positions", () => {
    for (const candidate of balloted) {
      const number = (given.get(candidate.committee.code) ?? 0) + 1;
      given.set(candidate.committee.code, number);
      ballots.push(enterBallot(bulk, house, candidate, number));
    }
    for (const [code, last] of given) bulk.insert("numberSeries", { series: `ballot/${code}`, last });
  });
  return ballots;
}
