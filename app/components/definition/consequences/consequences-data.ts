/** What the page of consequences is given. */
import type { Refusal } from "../../../../domain/refusal.ts";
import type { consequencesPage } from "../../../../server/queries/definition/consequences-page.ts";

export type ConsequencesData = Exclude<Awaited<ReturnType<typeof consequencesPage>>, Refusal>;
