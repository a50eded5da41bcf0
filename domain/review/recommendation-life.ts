/** The life of a recommendation: table R as data. */
import { type Refusal, refuse } from "../refusal.ts";

export const recommendationStates = [
  "drafted",
  "transmitted",
  "recalled",
  "adopted",
  "adopted-in-part",
  "returned",
  "superseded",
  "expired",
] as const;
export type RecommendationState = (typeof recommendationStates)[number];

export type RecommendationMover = "clock" | "secretariat" | "chair" | "second";

/** `from` is empty where the act makes the recommendation. */
export type RecommendationMove = {
  from: readonly RecommendationState[];
  act: string;
  to: RecommendationState;
  who: readonly RecommendationMover[];
  rules: readonly string[];
};

/** Table R. */
export const recommendationMoves = [
  { from: [], act: "draft-recommendation", to: "drafted", who: ["clock"], rules: ["R1"] },
  { from: ["drafted"], act: "transmit-recommendation", to: "transmitted", who: ["secretariat"], rules: ["R10"] },
  { from: ["drafted"], act: "re-ballot", to: "superseded", who: ["chair", "clock"], rules: ["X9"] },
  { from: ["drafted", "transmitted"], act: "recall-recommendation", to: "recalled", who: ["chair"], rules: ["R11"] },
  { from: ["transmitted"], act: "adopt-by-silence", to: "adopted", who: ["clock"], rules: ["V20"] },
  { from: ["transmitted"], act: "adopt-in-part", to: "adopted-in-part", who: ["clock"], rules: ["V14", "V23"] },
  {
    from: ["transmitted"],
    act: "return-to-committee",
    to: "returned",
    who: ["clock"],
    rules: ["V12", "V15", "V23"],
  },
  { from: ["returned"], act: "resubmit-unchanged", to: "transmitted", who: ["chair", "second"], rules: ["V21"] },
  { from: ["returned"], act: "supersede", to: "superseded", who: ["clock"], rules: ["B36"] },
  { from: ["adopted", "adopted-in-part"], act: "expire", to: "expired", who: ["clock"], rules: ["R8", "C11"] },
] as const satisfies readonly RecommendationMove[];

export type RecommendationAct = (typeof recommendationMoves)[number]["act"];

/** The row of table R by which the act moves a recommendation from this state, or a refusal that names both. */
export function recommendationMove(state: RecommendationState, act: RecommendationAct): RecommendationMove | Refusal {
  const rows: readonly RecommendationMove[] = recommendationMoves.filter((row) => row.act === act);
  const row = rows.find((one) => one.from.includes(state));
  if (row) return row;
  const starts = rows.flatMap((one) => one.from);
  const needed = starts.length > 0 ? `needs it to be ${starts.join(" or ")}` : "makes a new recommendation";
  return refuse("state", rows[0]!.rules[0]!, `The recommendation is ${state}; ${act} ${needed}.`);
}
