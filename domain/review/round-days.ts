/** The local dates of one member in a running round, as its page draws them. Rules V5, V6. */
import type { Instant } from "../instant.ts";
import { type Calendar, daysAfter, isWorkingDay, type LocalDate, localDateOf, weekdayOf } from "./working-day.ts";

/** `holiday` is a date off that is no weekend day, so that a reader sees why the end is later. */
export type RoundDayKind = "working" | "weekend" | "holiday";

export type RoundDay = { date: LocalDate; kind: RoundDayKind };

export type RoundDays = {
  days: RoundDay[];
  /** The local date now; working days before it are over. */
  today: LocalDate;
  /** Number of working days begun, `today` among them, and of all up to the end. */
  dayNumber: number;
  daysInAll: number;
  holidaysAhead: number;
  holidaysPassed: number;
};

/** The dates after the local date of T0 up to the member's end, with today's place among them. */
export function roundDays(calendar: Calendar, startsAt: Instant, endsAt: Instant, now: Instant): RoundDays {
  const last = localDateOf(endsAt - 1, calendar.zone);
  const today = localDateOf(now, calendar.zone);
  const days: RoundDay[] = [];
  for (let date = daysAfter(localDateOf(startsAt, calendar.zone), 1); date <= last; date = daysAfter(date, 1))
    days.push({ date, kind: kindOf(date, calendar) });
  const working = days.filter((day) => day.kind === "working");
  const holidays = days.filter((day) => day.kind === "holiday");
  return {
    days,
    today,
    dayNumber: working.filter((day) => day.date <= today).length,
    daysInAll: working.length,
    holidaysAhead: holidays.filter((day) => day.date >= today).length,
    holidaysPassed: holidays.filter((day) => day.date < today).length,
  };
}

function kindOf(date: LocalDate, calendar: Calendar): RoundDayKind {
  if (isWorkingDay(date, calendar)) return "working";
  const weekend = calendar.weekend ?? [6, 7];
  return weekend.includes(weekdayOf(date)) ? "weekend" : "holiday";
}
