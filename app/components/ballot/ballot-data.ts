/** The data of the pages of this room, as their queries give it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

type PageOf<Name extends keyof Queries> = Exclude<Awaited<ReturnType<Queries[Name]>>, Refusal>;

export type BallotData = PageOf<"ballotPage">;
export type BallotResult = NonNullable<BallotData["result"]>;
export type LifeData = NonNullable<BallotData["life"]>;
export type SeatLineData = BallotResult["lines"][number];
export type DiscussData = BallotResult["discusses"][number];
export type ConditionData = BallotResult["conditions"][number];

/** Counts of a ballot that is decided by words; the other types have their page in a later edition. */
export function wordCounts(counts: BallotResult["counts"]) {
  return "Y" in counts ? counts : { ...counts, Y: 0, O: 0, D: 0, N: 0 };
}
