/**
 * What the committee decides about amendments: notice and objection, amending once, contradiction and the order of vote,
 * and when the text has moved on beneath one. Rules A1 to A8. How a change is described stands in `amendment-change.ts`.
 */
import { type CandidateState, editableStates } from "../candidate/candidate-life.ts";
import { sayInstant } from "../instant.ts";
import { type Answer, allowed, type Refusal, refuse } from "../refusal.ts";
import { type ClauseChange, changeDistance, clauseKey } from "./amendment-change.ts";
import type { AmendmentState } from "./amendment-life.ts";
import type { Clause } from "./control-text.ts";

/** Time within which a seat may object, counted from the notice (rule A3). */
export const noticeTime_ms = 72 * 60 * 60 * 1000;

/** As many clauses as one amendment may touch, and as many characters as it may bring. */
export const amendedClausesMax = 400;
export const amendedCharactersMax = 400_000;

/** Candidates in whose text an amendment may be prepared; it is accepted in two of these alone (rule A8). */
export const preparableStates = [
  "drafting",
  "commenting",
  "resolving",
  "ready",
  "balloting",
  "returned",
  "parked",
] as const satisfies CandidateState[];

/** The instant from which the amendment may be accepted, and at which it is too late to object. */
export function noticeEndsAt(noticeAt: number): number {
  return noticeAt + noticeTime_ms;
}

/** Rule A3: a seat objects within 72 h of the notice; at its very end it is too late. */
export function checkObjection(noticeAt: number, now: number): Answer {
  const end = noticeEndsAt(noticeAt);
  if (now < end) return allowed;
  return refuse("late", "A3", `Seats could object until ${sayInstant(end)}; that time is over.`);
}

/** Rules A3, A4: the chair accepts what nobody objected to within 72 h; what is contested the chair does not decide alone. */
export function checkAcceptance(amendment: { state: AmendmentState; noticeAt: number }, now: number): Answer {
  if (amendment.state === "contested")
    return refuse(
      "state",
      "A4",
      "The amendment is contested. A ballot decides it, or its text enters in brackets; the chair does not accept it alone.",
    );
  const end = noticeEndsAt(amendment.noticeAt);
  if (now >= end) return allowed;
  return refuse("state", "A3", `Seats may object until ${sayInstant(end)}; the amendment is accepted after that.`);
}

/** Rule A8: outside drafting and resolving no amendment enters the text. */
export function checkTextOpen(state: CandidateState): Answer {
  if ((editableStates as readonly CandidateState[]).includes(state)) return allowed;
  return refuse(
    "frozen",
    "A8",
    `The candidate is ${state}; an amendment enters the text while it is drafting or resolving. It may be prepared.`,
  );
}

/** An amendment that another names: the one that it amends, or one of two that it combines. */
export type NamedAmendment = {
  number: number;
  state: AmendmentState;
  /** The amendments that this one names itself. */
  names: number[];
  /** Numbers of amendments that name this one and are still open. */
  namedBy: number[];
};

/**
 * Rule A2: an amendment is amended once. Whatever names another is an amendment to it; so nothing may name that in turn,
 * and no second one may name the first while the other is open.
 */
export function checkNamed(named: NamedAmendment[]): Answer {
  for (const { number, state, names, namedBy } of named) {
    if (names.length > 0)
      return refuse(
        "state",
        "A2",
        `Amendment ${number} amends amendment ${names.join(" and ")} already; an amendment to that is refused.`,
        "names",
      );
    if (namedBy.length > 0)
      return refuse("state", "A2", `Amendment ${number} is being amended by amendment ${namedBy[0]} already.`, "names");
    if (state !== "proposed" && state !== "contested" && state !== "stale")
      return refuse("state", "A2", `Amendment ${number} is ${state}; only an open amendment is amended.`, "names");
  }
  return allowed;
}

/** The clauses of the text as they stand, by their identifiers. */
export function standingClauses(clauses: Clause[]): Map<string, Clause> {
  return new Map(clauses.map((clause) => [clause.nid, clause]));
}

/** Why a change does not fit the text any more; null where its base stands (rule A6). */
export type BaseFault = "changed" | "gone" | "stands-already" | "place-gone";

/** Where the change's clause and place stand in the text now. `changes` are all of the amendment: one may stand behind another. */
export function baseFault(
  change: ClauseChange,
  changes: ClauseChange[],
  standing: Map<string, Clause>,
): BaseFault | null {
  const now = standing.get(change.nid);
  if (change.before === null) {
    if (now !== undefined) return "stands-already";
  } else {
    if (now === undefined) return "gone";
    if (clauseKey(now) !== clauseKey(change.before)) return "changed";
  }
  if (change.behind === null || change.behind === "" || standing.has(change.behind)) return null;
  return changes.some((other) => other.nid === change.behind && other.before === null) ? null : "place-gone";
}

/** Rule A6: the changes whose base has moved on, with what became of it. */
export function staleChanges(changes: ClauseChange[], clauses: Clause[]): { nid: string; fault: BaseFault }[] {
  const standing = standingClauses(clauses);
  return changes.flatMap((change) => {
    const fault = baseFault(change, changes, standing);
    return fault === null ? [] : [{ nid: change.nid, fault }];
  });
}

/** Rule A5: two amendments contradict each other where both change a clause. New clauses of both stand beside each other. */
export function contradicts(one: ClauseChange[], other: ClauseChange[]): boolean {
  const touched = new Set(one.filter(({ before }) => before !== null).map(({ nid }) => nid));
  return other.some(({ before, nid }) => before !== null && touched.has(nid));
}

export type VotedAmendment = { number: number; noticeAt: number; changes: ClauseChange[] };

/** The number of characters by which an amendment differs from the text, in one clause or in all (rule A5). */
export function distanceOf(changes: ClauseChange[], nid?: string): number {
  const counted = nid === undefined ? changes : changes.filter((change) => change.nid === nid);
  return counted.reduce((sum, change) => sum + changeDistance(change), 0);
}

/** Rule A5: the farthest from the text first; equally far, the older first. `nid` names the clause on which they compete. */
export function orderOfVote<Voted extends VotedAmendment>(amendments: Voted[], nid?: string): Voted[] {
  const far = new Map(amendments.map((one) => [one.number, distanceOf(one.changes, nid)]));
  return [...amendments].sort(
    (one, other) =>
      far.get(other.number)! - far.get(one.number)! || one.noticeAt - other.noticeAt || one.number - other.number,
  );
}

/** The chosen changes of an amendment that is accepted clause by clause (rule A1); none named means the whole. */
export function chosenChanges(changes: ClauseChange[], nids: string[]): ClauseChange[] | Refusal {
  if (nids.length === 0) return changes;
  const unknown = nids.find((nid) => !changes.some((change) => change.nid === nid));
  if (unknown !== undefined)
    return refuse("word", "A1", `The amendment does not touch the clause "${unknown.slice(0, 64)}".`, "clauses");
  return changes.filter((change) => nids.includes(change.nid));
}
