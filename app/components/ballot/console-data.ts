/** The data of the console, as its query gives it. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

export type ConsoleData = Exclude<Awaited<ReturnType<Queries["consolePage"]>>, Refusal>;
export type ConsoleDesk = NonNullable<ConsoleData["desk"]>;
export type SilentData = NonNullable<ConsoleDesk["silent"]>;
export type SilentSeatData = SilentData["seats"][number];
