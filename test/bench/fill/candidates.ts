/** Candidates in every state, with their paths, definitions, frozen versions, comments and declared interests. */
import { hashBeforeFirstVersion } from "../../../db/store/definition.ts";
import { hashOfUpdate, startOfChain } from "../../../db/store/definition-text.ts";
import { type CandidateScope, regimes } from "../../../domain/candidate/candidate.ts";
import { type CandidateMove, type CandidateState, candidateMoves } from "../../../domain/candidate/candidate-life.ts";
import { interestLife_ms } from "../../../domain/membership/interest.ts";
import { enterAmendments } from "./amendments.ts";
import type { Bulk } from "./bulk.ts";
import { day_ms, type House, type HouseCommittee } from "./house.ts";
import { type BenchText, benchTexts } from "./texts.ts";

export type BenchCandidate = {
  id: string;
  reference: string;
  title: string;
  committee: HouseCommittee;
  state: CandidateState;
  path: CandidateMove[];
  proposedAt: number;
  changedAt: number;
  scope: CandidateScope;
  definitionId: string | null;
  version: { id: string; number: number; textHash: string } | null;
};

/** How many of a thousand candidates stand in each state: as after years, most are over and few are at work. */
const shares: Record<CandidateState, number> = {
  proposed: 80,
  drafting: 120,
  commenting: 60,
  resolving: 50,
  ready: 20,
  balloting: 15,
  recommended: 15,
  reviewing: 10,
  listed: 19,
  "listed-in-part": 1,
  returned: 60,
  parked: 100,
  declined: 200,
  withdrawn: 106,
  lapsed: 100,
  merged: 38,
  delisted: 6,
};
const atWork: readonly CandidateState[] = ["commenting", "resolving", "ready", "balloting", "recommended", "reviewing"];

/** The shortest way by table C from the proposal to the state. */
function pathTo(state: CandidateState): CandidateMove[] {
  const ways: { at: CandidateState; path: CandidateMove[] }[] = [{ at: "proposed", path: [] }];
  for (const { at, path } of ways) {
    if (at === state) return path;
    for (const move of candidateMoves)
      if (move.from.includes(at) && !ways.some((way) => way.at === move.to))
        ways.push({ at: move.to, path: [...path, move] });
  }
  throw new Error(`No way leads to ${state}.`);
}

function statesOf(count: number): CandidateState[] {
  const states = Object.entries(shares) as [CandidateState, number][];
  const many = states.flatMap(([state, share]) =>
    Array<CandidateState>(Math.max(1, Math.round((count * share) / 1000))).fill(state),
  );
  return many.slice(0, Math.max(count, states.length));
}

function benchScope(): CandidateScope {
  return {
    rows: [{ countries: ["D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] }],
    allReason: "",
    exclusions: ["Instruments for teaching."],
    relations: regimes.map((regime) => ({ regime, word: "none-found", entries: [], note: "Searched in March." })),
    reviewByDays: 730,
  };
}

const passes = (candidate: BenchCandidate, state: CandidateState) => candidate.path.some((move) => move.to === state);

function proposedBy(candidate: BenchCandidate, index: number) {
  return candidate.committee.seats[index % candidate.committee.seats.length]!;
}

function enterCandidate(bulk: Bulk, house: House, candidate: BenchCandidate, index: number): void {
  const { id, reference, title, committee, state, proposedAt, changedAt, scope } = candidate;
  const seat = proposedBy(candidate, index);
  bulk.insert("candidates", {
    id,
    reference,
    title,
    state,
    proposedAt,
    changedAt,
    committeeId: committee.id,
    class: index % 3 === 0 ? "foundational" : "emerging",
    sponsorSeatId: seat.id,
    proposedBy: seat.holder,
    rationale:
      "A machine with enough qubits of low enough error could break the public-key cryptography in use today. ".repeat(
        6,
      ),
    producers: "Firms and institutes in several members; three firms outside the membership announced machines.",
    foreignAvailability: "Rising outside the membership, at about a third of the performance.",
    evidence: "Published machine data of the last three years, with two independent measurements.",
    harms: ["military-end-use", "critical-infrastructure"],
    harmsOfControl: "Small science is international.",
    touches: ["4A906", "3A001"],
    scope: passes(candidate, "ready") ? scope : null,
    marking: "AMBER",
    // The clock has nothing to do while pages are measured.
    dueAt: state === "proposed" || state === "commenting" ? house.now + 20 * day_ms : null,
  });
  const steps = [{ from: null, to: "proposed" as const, act: "propose-candidate", by: seat.holder }].concat(
    candidate.path.map((move, at) => ({
      from: (candidate.path[at - 1]?.to ?? "proposed") as never,
      to: move.to as never,
      act: move.act,
      by: committee.chair,
    })),
  );
  steps.forEach(({ from, to, act, by }, at) => {
    const reason = at === 0 ? null : "By the rules of the committee.";
    const when = proposedAt + Math.round(((changedAt - proposedAt) * at) / Math.max(1, steps.length - 1));
    bulk.insert("candidateMoves", { candidateId: id, number: at + 1, from, to, act, personId: by, reason, at: when });
  });
}

function enterDefinition(bulk: Bulk, candidate: BenchCandidate, text: BenchText): void {
  if (!passes(candidate, "drafting")) return;
  const id = bulk.newId();
  const at = candidate.proposedAt + day_ms;
  const unhashed = { definitionId: id, sequence: 1, bytes: text.update, personId: null, sessionId: null, at };
  const hash = hashOfUpdate({ ...unhashed, previousHash: startOfChain });
  const head = { epoch: 1, headSequence: 1, headHash: hash, changedAt: candidate.changedAt, createdAt: at };
  bulk.insert("definitions", { id, candidateId: candidate.id, ...head });
  bulk.insert("textUpdates", { ...unhashed, hash, previousHash: startOfChain });
  bulk.insert("textClients", { definitionId: id, clientId: text.clientId, at });
  candidate.definitionId = id;
  const numbers = (passes(candidate, "commenting") ? 1 : 0) + (passes(candidate, "balloting") ? 1 : 0);
  let previousHash = hashBeforeFirstVersion;
  for (let number = 1; number <= numbers; number += 1) {
    const title = number === 1 ? `${candidate.title}, first draft` : candidate.title;
    const frozen = text.frozen(candidate.reference, title);
    const { state, plainText } = text;
    const version = { id: bulk.newId(), number, textHash: frozen.textHash };
    const frozenBy = candidate.committee.chair;
    const reason = number === 1 ? "Opened for comments." : "Opened for the ballot.";
    const rest = { definitionId: id, previousHash, headSequence: 1, reason, frozenBy, frozenAt: candidate.changedAt };
    bulk.insert("versions", { ...version, ...rest, text: frozen.text, plainText, state });
    previousHash = frozen.textHash;
    candidate.version = version;
  }
}

const states = ["open", "disposed", "reopened", "final", "sustained", "withdrawn"] as const;

function enterComments(bulk: Bulk, candidate: BenchCandidate, text: BenchText, most: number): void {
  const { chance } = bulk;
  const isOver = !["commenting", "resolving"].includes(candidate.state);
  for (let number = 1; number <= most; number += 1) {
    const seat = chance.pick(candidate.committee.seats);
    const state = isOver ? "final" : chance.pick(states);
    const isDisposed = !["open", "withdrawn"].includes(state);
    const id = bulk.newId();
    const madeAt = candidate.changedAt - day_ms;
    bulk.insert("comments", {
      id,
      candidateId: candidate.id,
      number,
      versionId: candidate.version?.id ?? null,
      nid: chance.pick(text.nids),
      quote: "having any of the following",
      type: chance.pick(["general", "technical", "editorial"] as const),
      body: "The threshold is below what firms outside the membership sell today; it would control what cannot be kept.",
      proposedChange: "Replace 34 by 50.",
      personId: seat.holder,
      seatId: seat.id,
      memberId: seat.memberId,
      madeAt,
      late: number % 12 === 0,
      state,
      disposition: isDisposed ? "partially-accepted" : null,
      dispositionReason: isDisposed ? "The number moves to 40 after the measurements of June." : null,
      disposedBy: isDisposed ? candidate.committee.chair : null,
      disposedAt: isDisposed ? candidate.changedAt : null,
    });
    if (!isDisposed) continue;
    const by = { personId: candidate.committee.chair, at: candidate.changedAt, body: "The number moves to 40." };
    bulk.insert("followUps", { commentId: id, number: 1, kind: "disposition", word: "partially-accepted", ...by });
  }
}

function enterInterests(bulk: Bulk, house: House, candidate: BenchCandidate): void {
  if (!passes(candidate, "ready")) return;
  const asked = new Set(candidate.committee.seats.map((seat) => seat.holder));
  const declaredAt = Math.min(candidate.changedAt, house.now - day_ms);
  for (const personId of asked)
    bulk.insert("interests", {
      id: bulk.newId(),
      candidateId: candidate.id,
      personId,
      sequence: 1,
      kind: "none",
      class: "none",
      statement: "",
      declaredAt,
      expiresAt: declaredAt + interestLife_ms,
    });
}

function newCandidate(bulk: Bulk, house: House, state: CandidateState, index: number): BenchCandidate {
  const committee = house.committees[index % house.committees.length]!;
  const number = String(Math.floor(index / house.committees.length) + 1).padStart(3, "0");
  const isAtWork = atWork.includes(state);
  const age = bulk.chance.between(20, isAtWork ? 200 : 1700) * day_ms;
  const proposedAt = house.now - age - 60 * day_ms;
  return {
    id: bulk.newId(),
    reference: `${committee.code}/2026/${number}`,
    title: `Candidate technology ${index + 1}: devices with coherence above a threshold`,
    committee,
    state,
    path: pathTo(state),
    proposedAt,
    changedAt: isAtWork ? house.now - bulk.chance.between(2, 12) * day_ms : proposedAt + 50 * day_ms,
    scope: benchScope(),
    definitionId: null,
    version: null,
  };
}

/** One candidate at work in each committee has hundreds of comments, the others have a dozen. */
export function fillCandidates(bulk: Bulk, house: House, count: number): BenchCandidate[] {
  const textOf = benchTexts();
  const heavy = new Set<string>();
  const candidates = statesOf(count).map((state, index) => newCandidate(bulk, house, state, index));
  bulk.step("candidates and their paths", () => {
    candidates.forEach((candidate, index) => {
      enterCandidate(bulk, house, candidate, index);
    });
  });
  bulk.step("definitions and versions", () => {
    candidates.forEach((candidate, index) => {
      enterDefinition(bulk, candidate, textOf(index));
    });
  });
  bulk.step("comments, interests and amendments", () => {
    candidates.forEach((candidate, index) => {
      const key = `${candidate.committee.code} ${candidate.state}`;
      const isHeavy = atWork.includes(candidate.state) && !heavy.has(key);
      if (isHeavy) heavy.add(key);
      if (passes(candidate, "commenting"))
        enterComments(bulk, candidate, textOf(index), isHeavy ? 300 : bulk.chance.between(6, 24));
      enterInterests(bulk, house, candidate);
      if (candidate.version) enterAmendments(bulk, candidate, textOf(index), isHeavy ? 80 : bulk.chance.between(2, 8));
    });
  });
  return candidates;
}
