/** The data of the interests' page, as its query gives it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

export type InterestsData = Exclude<Awaited<ReturnType<Queries["interestsPage"]>>, Refusal>;
export type InterestRowData = InterestsData["rows"][number];
export type ProposalData = InterestsData["ownProposals"][number];
export type DisputeData = InterestsData["disputes"][number];
