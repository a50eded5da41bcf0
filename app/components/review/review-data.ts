/** The data of the pages of this room, as their queries give it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

type PageOf<Name extends keyof Queries> = Exclude<Awaited<ReturnType<Queries[Name]>>, Refusal>;

export type RoundData = PageOf<"roundPage">;
export type RoundLine = RoundData["members"][number];
export type RecommendationData = PageOf<"recommendationPage">;

/** Refusals that say "another person does this": no form and no notice stands on the page of someone else's act. */
const othersActs: readonly string[] = ["role", "seat", "own-delegation", "not-found"];

export function isOthersAct(refusal: Refusal | null): boolean {
  return refusal !== null && othersActs.includes(refusal.code);
}
