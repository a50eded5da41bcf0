/** A disputed classification: both chairs decide it together, else the committee does. Rules X3, X6. */
import { type Answer, allowed, refuse } from "../refusal.ts";
import type { InterestClass } from "./interest.ts";

export const disputedClasses = ["direct", "sectoral"] as const satisfies InterestClass[];
export type DisputedClass = (typeof disputedClasses)[number];

export const disputeStates = ["open", "procedure", "decided"] as const;
export type DisputeState = (typeof disputeStates)[number];

export type Said = { chair: DisputedClass | null; viceChair: DisputedClass | null };

/** What becomes of a dispute by what both chairs said: open while one is silent, a question of procedure where they differ. */
export function afterWords({ chair, viceChair }: Said): { state: DisputeState; class: DisputedClass | null } {
  if (chair === null || viceChair === null) return { state: "open", class: null };
  return chair === viceChair ? { state: "decided", class: chair } : { state: "procedure", class: null };
}

/** The state in which a dispute begins: nobody judges the own interest, so that of a chair goes to the committee at once. */
export function firstState(holderPresides: boolean): DisputeState {
  return holderPresides ? "procedure" : "open";
}

export type CitedBallot = {
  reference: string;
  committeeId: string;
  type: string;
  state: string;
  outcome: string | null;
  opensAt: number | null;
};

/** Whether a ballot may decide the dispute: of the committee, by simple majority, opened after the dispute, certified. */
export function citedBallotCheck(ballot: CitedBallot, dispute: { committeeId: string; raisedAt: number }): Answer {
  const { reference, type, state } = ballot;
  if (ballot.committeeId !== dispute.committeeId)
    return refuse("not-found", "X6", `The ballot ${reference} is none of this committee.`, "ballot");
  if (type !== "simple-majority")
    return refuse(
      "state",
      "X6",
      `The ballot ${reference} is of the type ${type}; procedure is decided by simple majority.`,
      "ballot",
    );
  if (state !== "certified")
    return refuse("state", "X6", `The ballot ${reference} is ${state}; it decides once it is certified.`, "ballot");
  if (ballot.opensAt === null || ballot.opensAt < dispute.raisedAt)
    return refuse("state", "X6", `The ballot ${reference} opened before this dispute was raised.`, "ballot");
  return allowed;
}

/** The question put is "Is this interest direct?": adopted, it is; else it is sectoral. */
export function classOfOutcome(outcome: string | null): DisputedClass {
  return outcome === "adopted" ? "direct" : "sectoral";
}
