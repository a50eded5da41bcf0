/** The life of an amendment: table A as data. A row that a ballot decides (rule A4) waits for ballots of procedure. */
import { type Refusal, refuse } from "../refusal.ts";

export const amendmentStates = [
  "proposed",
  "contested",
  "stale",
  "accepted",
  "bracketed",
  "rejected",
  "fallen",
  "withdrawn",
] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** States from which a row of table A still leads on. */
export const openAmendmentStates = ["proposed", "contested", "stale"] as const satisfies AmendmentState[];

export type AmendmentMover = "seat" | "government-reviewer" | "chair" | "vice-chair" | "author" | "ballot" | "clock";

/** `from` is empty where the act makes the amendment. */
export type AmendmentMove = {
  from: readonly AmendmentState[];
  act: string;
  to: AmendmentState;
  who: readonly AmendmentMover[];
  rules: readonly string[];
};

const standing = ["proposed", "contested"] as const;

/** Table A. */
export const amendmentMoves = [
  { from: [], act: "propose-amendment", to: "proposed", who: ["seat", "government-reviewer"], rules: ["A1"] },
  { from: ["proposed"], act: "object-amendment", to: "contested", who: ["seat"], rules: ["A3"] },
  {
    from: standing,
    act: "accept-amendment",
    to: "accepted",
    who: ["chair", "vice-chair", "ballot"],
    rules: ["A3", "A4", "A7"],
  },
  { from: standing, act: "reject-amendment", to: "rejected", who: ["chair", "ballot"], rules: ["A4"] },
  { from: ["contested"], act: "bracket-amendment", to: "bracketed", who: ["chair"], rules: ["A4", "D6"] },
  { from: standing, act: "base-changed", to: "stale", who: ["clock"], rules: ["A6"] },
  { from: ["stale"], act: "rebase-amendment", to: "proposed", who: ["author"], rules: ["A6"] },
  {
    from: ["proposed", "contested", "stale"],
    act: "withdraw-amendment",
    to: "withdrawn",
    who: ["author"],
    rules: ["A1"],
  },
  { from: ["contested"], act: "another-adopted", to: "fallen", who: ["clock"], rules: ["A5"] },
] as const satisfies readonly AmendmentMove[];

export type AmendmentAct = (typeof amendmentMoves)[number]["act"];

/** The row of table A by which the act moves an amendment from this state, or a refusal that names both. */
export function amendmentMove(state: AmendmentState, act: AmendmentAct): AmendmentMove | Refusal {
  const row: AmendmentMove = amendmentMoves.find((one) => one.act === act)!;
  if (row.from.includes(state)) return row;
  const needed = row.from.length > 0 ? `this act needs it to be ${row.from.join(" or ")}` : "this act makes a new one";
  return refuse("state", row.rules[0]!, `The amendment is ${state}; ${needed}.`);
}

/** Whether no row leaves the state. */
export function isAmendmentOver(state: AmendmentState): boolean {
  return !amendmentMoves.some((row) => (row.from as readonly AmendmentState[]).includes(state));
}
