/** The data of the public pages of the list, as their queries give it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

type PageOf<Name extends keyof Queries> = Exclude<Awaited<ReturnType<Queries[Name]>>, Refusal>;

export type ListData = PageOf<"listPage">;
export type ListEntryData = PageOf<"listEntryPage">;
