/**
 * The life of a candidate (rule C2, table C): a candidate is in exactly one state and moves only by a row of this table.
 * Rows whose act has no command yet stand here all the same, since the table is one rule.
 */
import { type Answer, allowed, refuse } from "../refusal.ts";

export const candidateStates = [
  "proposed",
  "drafting",
  "commenting",
  "resolving",
  "ready",
  "balloting",
  "recommended",
  "reviewing",
  "listed",
  "listed-in-part",
  "returned",
  "parked",
  "declined",
  "withdrawn",
  "lapsed",
  "merged",
  "delisted",
] as const;
export type CandidateState = (typeof candidateStates)[number];

/** Who may cause a move: the roles of W4, or the clock when the time has come. */
export type Mover = "seat" | "government-reviewer" | "chair" | "secretariat" | "sponsor" | "clock";

export type CandidateMove = {
  from: CandidateState[];
  act: string;
  to: CandidateState;
  who: Mover[];
  rules: string[];
};

/** States before a ballot in which the sponsor may withdraw; `*` of table C. */
export const statesBeforeBalloting = [
  "proposed",
  "drafting",
  "commenting",
  "resolving",
  "ready",
  "returned",
  "parked",
] as const satisfies CandidateState[];

const row = (from: CandidateState[], act: string, to: CandidateState, who: Mover[], ...rules: string[]) =>
  ({ from, act, to, who, rules }) satisfies CandidateMove;

/** Table C. The first row of the rule book, the proposal, has no state before it and stands in its command. */
export const candidateMoves: CandidateMove[] = [
  row(["proposed"], "accept-candidate", "drafting", ["chair", "clock"], "C3"),
  row(["proposed"], "decline-candidate", "declined", ["chair"], "C4"),
  row(["declined"], "appeal-decline", "proposed", ["seat"], "C4"),
  row(["drafting"], "open-comment-round", "commenting", ["chair"], "C6", "D9"),
  row(["commenting"], "close-comment-round", "resolving", ["clock", "chair"], "K3"),
  row(["resolving"], "revise-text", "drafting", ["chair"], "D10"),
  row(["resolving"], "mark-ready", "ready", ["chair"], "B4"),
  row(["ready"], "revise-text", "drafting", ["chair"], "D10"),
  row(["ready"], "open-ballot", "balloting", ["chair"], "B2", "B4"),
  row(["balloting"], "adopt", "recommended", ["clock"], "B44"),
  row(["balloting"], "not-adopt", "resolving", ["clock"], "B35"),
  row(["balloting"], "void-ballot", "ready", ["clock", "chair"], "B12", "B37"),
  row(["recommended"], "re-ballot", "ready", ["chair", "clock"], "X9"),
  row(["recommended"], "transmit-recommendation", "reviewing", ["secretariat"], "R10"),
  row(["recommended", "reviewing"], "recall-recommendation", "resolving", ["chair"], "R11"),
  row(["reviewing"], "adopt-by-silence", "listed", ["clock"], "V20", "L1"),
  row(["reviewing"], "adopt-in-part", "listed-in-part", ["clock"], "V14", "V23"),
  row(["reviewing"], "return-to-committee", "returned", ["clock"], "V12", "V15", "V23"),
  row(["returned"], "revise-text", "drafting", ["chair"], "V21"),
  row(["returned"], "resubmit-unchanged", "reviewing", ["chair"], "V21"),
  row(["listed-in-part"], "complete-list", "listed", ["clock"], "S9"),
  row(["drafting", "resolving", "returned"], "park-candidate", "parked", ["chair"], "C8"),
  row(["parked"], "resume-candidate", "drafting", ["chair"], "C8"),
  row(["parked"], "lapse-candidate", "lapsed", ["clock"], "C8"),
  row([...statesBeforeBalloting], "withdraw-candidate", "withdrawn", ["sponsor"], "C9"),
  row(["drafting", "parked"], "merge-candidate", "merged", ["chair"], "C7"),
  row(["listed", "listed-in-part"], "delist", "delisted", ["clock"], "C11", "L8"),
];

/** The row of table C by which the act moves a candidate from this state, or a refusal that names both. Rule C2. */
export function moveFrom(state: CandidateState, act: string): CandidateMove | ReturnType<typeof refuse> {
  const move = candidateMoves.find((one) => one.act === act && one.from.includes(state));
  if (move) return move;
  const starts = candidateMoves.filter((one) => one.act === act).flatMap((one) => one.from);
  return refuse("state", "C2", `The candidate is ${state}; this act needs it to be ${starts.join(" or ")}.`);
}

/** States in which the definition's text may be edited (powers matrix, edit-definition). */
export const editableStates = ["drafting", "resolving"] as const satisfies CandidateState[];

export function mayEditIn(state: CandidateState): Answer {
  if ((editableStates as readonly CandidateState[]).includes(state)) return allowed;
  return refuse("frozen", "D10", `The candidate is ${state}; its text is edited while it is drafting or resolving.`);
}

/** States that no row leaves. */
export function isFinal(state: CandidateState): boolean {
  return !candidateMoves.some((move) => move.from.includes(state));
}

/** The way that most candidates go, for the picture of a candidate's path. */
export const mainPath = [
  "proposed",
  "drafting",
  "commenting",
  "resolving",
  "ready",
  "balloting",
  "recommended",
  "reviewing",
  "listed",
] as const satisfies CandidateState[];
