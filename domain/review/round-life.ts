/** The life of a silence round: table V as data. */
import { type Refusal, refuse } from "../refusal.ts";

export const roundStates = [
  "prepared",
  "dispatched",
  "running",
  "broken",
  "adopted",
  "adopted-in-part",
  "cancelled",
  "opt-in",
  "failed",
] as const;
export type RoundState = (typeof roundStates)[number];

/** Who may cause a move; `second` stands for the other person of a two-person act (rule W7). */
export type RoundMover = "secretariat" | "chair" | "second" | "government-reviewer" | "clock";

/** `from` is empty where the act makes the round. */
export type RoundMove = {
  from: readonly RoundState[];
  act: string;
  to: readonly RoundState[];
  who: readonly RoundMover[];
  rules: readonly string[];
};

const two = ["chair", "second"] as const;

/** Table V. Setting a member aside starts the round if no other proof is missing, so it leads to one of two states. */
export const roundMoves = [
  { from: [], act: "prepare-round", to: ["prepared"], who: ["secretariat"], rules: ["V1"] },
  { from: ["prepared"], act: "dispatch-round", to: ["dispatched"], who: two, rules: ["V1", "V4"] },
  { from: ["dispatched"], act: "all-delivered", to: ["running"], who: ["clock"], rules: ["V4"] },
  { from: ["dispatched"], act: "set-member-aside", to: ["dispatched", "running"], who: two, rules: ["V26"] },
  {
    from: ["dispatched", "running"],
    act: "break-round",
    to: ["broken"],
    who: ["government-reviewer"],
    rules: ["V12"],
  },
  { from: ["running"], act: "lengthen-round", to: ["running"], who: two, rules: ["V19"] },
  { from: ["running"], act: "too-many-cannot-join", to: ["broken"], who: ["clock"], rules: ["V15"] },
  { from: ["running"], act: "adopt-by-silence", to: ["adopted"], who: ["clock"], rules: ["V20"] },
  { from: ["running"], act: "adopt-in-part", to: ["adopted-in-part"], who: ["clock"], rules: ["V14"] },
  { from: ["dispatched", "running"], act: "cancel-round", to: ["cancelled"], who: two, rules: ["R11"] },
  { from: [], act: "open-opt-in", to: ["opt-in"], who: two, rules: ["V22"] },
  { from: ["opt-in"], act: "close-opt-in", to: ["adopted-in-part", "failed"], who: ["clock"], rules: ["V23"] },
] as const satisfies readonly RoundMove[];

export type RoundAct = (typeof roundMoves)[number]["act"];

/** The row of table V by which the act moves a round from this state, or a refusal that names both. */
export function roundMove(state: RoundState, act: RoundAct): RoundMove | Refusal {
  const rows: readonly RoundMove[] = roundMoves.filter((row) => row.act === act);
  const row = rows.find((one) => one.from.includes(state));
  if (row) return row;
  const starts = rows.flatMap((one) => one.from);
  const needed = starts.length > 0 ? `needs it to be ${starts.join(" or ")}` : "begins a new round";
  return refuse("state", rows[0]!.rules[0]!, `The round is ${state}; ${act} ${needed}.`);
}

/** Whether no row leaves the state. */
export function isRoundOver(state: RoundState): boolean {
  return !roundMoves.some((row) => (row.from as readonly RoundState[]).includes(state));
}
