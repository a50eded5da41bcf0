/** The data of the pages of this room, as their queries give it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

type PageOf<Name extends keyof Queries> = Exclude<Awaited<ReturnType<Queries[Name]>>, Refusal>;

export type BallotData = PageOf<"ballotPage">;
export type NewBallotData = PageOf<"newBallotPage">;
export type BallotResult = NonNullable<BallotData["result"]>;
export type LifeData = NonNullable<BallotData["life"]>;
export type SeatLineData = BallotResult["lines"][number];
export type DiscussData = BallotResult["discusses"][number];
export type ChoiceData = NonNullable<SeatLineData["choice"]>;
export type ConditionData = BallotResult["conditions"][number];

/** Counts as of a ballot decided by words; the types about options have none of these. */
export function wordCounts(counts: BallotResult["counts"]) {
  return "Y" in counts ? counts : { ...counts, Y: 0, O: 0, D: 0, N: 0 };
}
