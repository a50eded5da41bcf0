/** What the pages of amendments and of the versions in time are handed, as values that crossed the wire. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { amendmentPage } from "../../../server/queries/definition/amendment-page.ts";
import type { AmendmentView } from "../../../server/queries/definition/amendment-view.ts";
import type { amendmentsPage } from "../../../server/queries/definition/amendments-page.ts";
import type { newAmendmentPage } from "../../../server/queries/definition/new-amendment-page.ts";
import type { versionsPage } from "../../../server/queries/definition/versions-page.ts";

type PageOf<Ask extends (...given: never[]) => Promise<unknown>> = Exclude<Awaited<ReturnType<Ask>>, Refusal>;

export type AmendmentPageData = PageOf<typeof amendmentPage>;
export type AmendmentsPageData = PageOf<typeof amendmentsPage>;
export type NewAmendmentPageData = PageOf<typeof newAmendmentPage>;
export type VersionsPageData = PageOf<typeof versionsPage>;
export type AmendmentData = AmendmentView;
export type ChangeData = AmendmentView["changes"][number];
export type CompetingData = AmendmentsPageData["competing"][number];
