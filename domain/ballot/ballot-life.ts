/** The life of a ballot: table B2 as data. */
import { type Refusal, refuse } from "../refusal.ts";
import type { BallotMode } from "./ballot-type.ts";

export const ballotStates = [
  "drafted",
  "discarded",
  "open",
  "sealed",
  "closed",
  "challenged",
  "certified",
  "void",
] as const;
export type BallotState = (typeof ballotStates)[number];

/** Who may cause a move; `second` stands for the other person of a two-person act (rule W6). */
export type BallotMover = "chair" | "vice-chair" | "second" | "secretariat" | "seat" | "key-holders" | "clock";

/** `from` is empty where the act makes the ballot; `mode` is named where it decides the row. */
export type BallotMove = {
  from: readonly BallotState[];
  act: string;
  to: BallotState;
  who: readonly BallotMover[];
  rules: readonly string[];
  mode?: BallotMode;
};

const two = ["chair", "second"] as const;

/** Table B2. */
export const ballotMoves = [
  { from: [], act: "draft-ballot", to: "drafted", who: ["chair", "secretariat"], rules: ["B1"] },
  { from: ["drafted"], act: "discard-ballot", to: "discarded", who: ["chair"], rules: ["B1"] },
  { from: ["drafted"], act: "open-ballot", to: "open", who: two, rules: ["B2", "B4", "W6"] },
  { from: ["open"], act: "extend-ballot", to: "open", who: two, rules: ["B8"] },
  { from: ["open"], act: "outage", to: "open", who: ["clock"], rules: ["B47"] },
  { from: ["open"], act: "close-ballot", to: "sealed", who: ["clock"], rules: ["B39"], mode: "SEALED" },
  { from: ["open"], act: "close-ballot", to: "closed", who: ["clock", ...two], rules: ["B6", "B9"] },
  { from: ["sealed"], act: "unseal-ballot", to: "closed", who: ["key-holders"], rules: ["B39"] },
  { from: ["sealed"], act: "unseal-overdue", to: "void", who: ["clock"], rules: ["B41"] },
  {
    from: ["open", "sealed", "closed"],
    act: "void-ballot",
    to: "void",
    who: [...two, "clock"],
    rules: ["B12", "B37"],
  },
  { from: ["closed"], act: "challenge-ballot", to: "challenged", who: ["seat"], rules: ["B44"] },
  { from: ["challenged"], act: "answer-challenge", to: "closed", who: ["chair", "vice-chair"], rules: ["B44"] },
  { from: ["closed"], act: "certify-ballot", to: "certified", who: ["clock"], rules: ["B44"] },
  { from: ["certified"], act: "re-ballot", to: "certified", who: ["chair", "clock"], rules: ["B36", "X9"] },
] as const satisfies readonly BallotMove[];

export type BallotAct = (typeof ballotMoves)[number]["act"];

/** The row of table B2 by which the act moves a ballot of this mode from this state, or a refusal that names both. */
export function ballotMove(state: BallotState, act: BallotAct, mode: BallotMode): BallotMove | Refusal {
  const rows: readonly BallotMove[] = ballotMoves.filter((row) => row.act === act);
  const row = rows.find((one) => one.from.includes(state) && (one.mode === undefined || one.mode === mode));
  if (row) return row;
  const starts = [...new Set(rows.flatMap((one) => one.from))];
  const needed = starts.length > 0 ? `needs it to be ${starts.join(" or ")}` : "makes a new ballot";
  return refuse("state", rows[0]!.rules[0]!, `The ballot is ${state}; ${act} ${needed}.`);
}

/** Whether no row leaves the state. */
export function isBallotOver(state: BallotState): boolean {
  return !ballotMoves.some((row) => row.to !== state && (row.from as readonly BallotState[]).includes(state));
}
