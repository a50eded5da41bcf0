/**
 * Working days in a member's own zone and calendar. Rules V5, V6. Zones come from the platform's own zone data, so
 * days of 23 or 25 hours, midnights that do not exist and dates that a zone skipped are what they are there.
 */
import { day_ms, hour_ms, type Instant, minute_ms } from "../instant.ts";
import { countedOutages, type OutageSpan } from "./outage.ts";

/** A local date, `2026-09-01`. */
export type LocalDate = string;

/** A member's zone (IANA name) and calendar, frozen at dispatch (rule V1). `weekend` holds ISO weekdays, Monday is 1. */
export type Calendar = {
  zone: string;
  weekend?: readonly number[];
  holidays?: readonly LocalDate[];
  extraWorkingDays?: readonly LocalDate[];
};

export const defaultWeekend = [6, 7] as const;

/** A date with this much outage or more is no working day (rule V5). */
export const outagePerDayMax_ms = 60 * minute_ms;

/** A formatter is dear to make and its answers do not change, so one is kept for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

/** Whether the platform knows the zone by this IANA name; an offset such as `+02:00` is no zone. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The local date at an instant. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  const parts = formatterOf(zone).formatToParts(instant);
  const part = (type: "year" | "month" | "day") => parts.find((one) => one.type === type)!.value;
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The date of the calendar that many days on. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day_ms).toISOString().slice(0, 10);
}

/** ISO weekday of a date: Monday 1 to Sunday 7. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

const starts = new Map<string, Instant>();
const startsMax = 20_000;

/**
 * The first instant of the local date, whatever clocks do at midnight (rule V6); of a date that the zone skipped, the
 * first instant after it. Kept, since a long-lived server asks for the same few dates.
 */
export function startOfDate(date: LocalDate, zone: string): Instant {
  const key = `${zone}|${date}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (starts.size >= startsMax) starts.clear();
  const found = findStart(date, zone);
  starts.set(key, found);
  return found;
}

function findStart(date: LocalDate, zone: string): Instant {
  const reached = (at: Instant) => localDateOf(at, zone) >= date;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Local midnights lie between 14 hours before and 12 hours after the one of UTC; the margin is for odd old offsets.
  let before = midnight - 27 * hour_ms;
  let after = midnight + 27 * hour_ms;
  while (after - before > 1) {
    const middle = before + Math.floor((after - before) / 2);
    if (reached(middle)) after = middle;
    else before = middle;
  }
  // A clock put back just after midnight shows the date twice: then the earlier of the two beginnings is the first.
  for (let at = after - 2 * hour_ms; at < after; at += 15 * minute_ms) if (reached(at)) return at;
  return after;
}

/** Whether the zone had this date at all: some skipped one when they crossed the date line. */
function exists(date: LocalDate, zone: string): boolean {
  return startOfDate(date, zone) < startOfDate(daysAfter(date, 1), zone);
}

/** Milliseconds of counted outage on the local date (rules V5, V16). `outages` are merged spans. */
export function outageOnDate_ms(date: LocalDate, zone: string, outages: readonly OutageSpan[]): number {
  const counted = countedOutages(outages);
  if (counted.length === 0) return 0;
  const from = startOfDate(date, zone);
  const to = startOfDate(daysAfter(date, 1), zone);
  return counted.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
}

/** Whether the local date is a working day (rule V5). `outages` are merged spans. */
export function isWorkingDay(date: LocalDate, calendar: Calendar, outages: readonly OutageSpan[] = []): boolean {
  const extra = calendar.extraWorkingDays?.includes(date) ?? false;
  const weekend = (calendar.weekend ?? defaultWeekend).includes(weekdayOf(date));
  const holiday = calendar.holidays?.includes(date) ?? false;
  if (!extra && (weekend || holiday)) return false;
  if (!exists(date, calendar.zone)) return false;
  return outageOnDate_ms(date, calendar.zone, outages) < outagePerDayMax_ms;
}

/** The first working day on or after the date. A calendar whose every weekday is weekend has none, and throws. */
export function workingDayFrom(date: LocalDate, calendar: Calendar, outages: readonly OutageSpan[] = []): LocalDate {
  if ([1, 2, 3, 4, 5, 6, 7].every((day) => (calendar.weekend ?? defaultWeekend).includes(day)))
    throw new Error(`Expected a calendar with a weekday that is no weekend, got the weekend ${calendar.weekend}.`);
  let day = date;
  while (!isWorkingDay(day, calendar, outages)) day = daysAfter(day, 1);
  return day;
}

/**
 * The end of the count-th working day after the local date of `from`: the first instant of the date after it (rule V6).
 * Serves the rounds and every other rule that counts working days (C3, K7, R10, X9 …). `count` is from 1 up.
 */
export function endOfWorkingDays(
  from: Instant,
  count: number,
  calendar: Calendar,
  outages: readonly OutageSpan[] = [],
): Instant {
  let day = localDateOf(from, calendar.zone);
  for (let number = 0; number < count; number++) day = workingDayFrom(daysAfter(day, 1), calendar, outages);
  return startOfDate(daysAfter(day, 1), calendar.zone);
}

/** The end of the first working day that begins at or after the instant (rule V17). */
export function endOfWorkingDayFrom(
  instant: Instant,
  calendar: Calendar,
  outages: readonly OutageSpan[] = [],
): Instant {
  const today = localDateOf(instant, calendar.zone);
  const first = startOfDate(today, calendar.zone) >= instant ? today : daysAfter(today, 1);
  return startOfDate(daysAfter(workingDayFrom(first, calendar, outages), 1), calendar.zone);
}

/** How many working days lie ahead: local dates after the one of `now`, up to the one on which the deadline falls. */
export function workingDaysLeft(now: Instant, deadline: Instant, calendar: Calendar): number {
  const last = localDateOf(deadline - 1, calendar.zone);
  let count = 0;
  for (let day = daysAfter(localDateOf(now, calendar.zone), 1); day <= last; day = daysAfter(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The first instant of the count-th working day before an end, for reminders (rule V24): 1 is the last working day. */
export function startOfWorkingDayBefore(end: Instant, count: number, calendar: Calendar): Instant {
  let day = localDateOf(end - 1, calendar.zone);
  for (let left = count; ; day = daysAfter(day, -1)) {
    if (isWorkingDay(day, calendar)) left -= 1;
    if (left === 0) return startOfDate(day, calendar.zone);
  }
}
