/** The data of the calendar, as its query gives it, and how its address is read. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

export type CalendarData = Exclude<Awaited<ReturnType<Queries["calendarPage"]>>, Refusal>;
export type ClockData = CalendarData["clocks"][number];

/** The filters of an address; files have the same. */
export function calendarParams(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    committee: searchParams.get("committee"),
    kinds: searchParams.getAll("kind"),
    mine: searchParams.get("mine") === "yes",
    after: searchParams.get("after"),
  };
}
