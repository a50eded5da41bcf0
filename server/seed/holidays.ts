/** Public holidays of the demo regime's members around today, as local dates. Rule V5 counts by them. */

/**
 * One holiday: `12-25` each year; `easter+1` days from Easter Sunday; `11/4/4` the fourth Thursday of November, `5/-1/1` the
 * last Monday of May; `2026-02-17` that day alone.
 */
export type HolidayRule = string;

const day_ms = 24 * 60 * 60 * 1000;

const written = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Easter Sunday in the Gregorian calendar, by the method of Meeus. */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - e + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1);
}

function weekdayInMonth(year: number, month: number, count: number, weekday: number): number {
  const iso = (time: number) => new Date(time).getUTCDay() || 7;
  if (count > 0) {
    const first = Date.UTC(year, month - 1, 1);
    return first + (((weekday - iso(first) + 7) % 7) + 7 * (count - 1)) * day_ms;
  }
  const last = Date.UTC(year, month, 0);
  return last - ((iso(last) - weekday + 7) % 7) * day_ms;
}

function dateOf(rule: HolidayRule, year: number): string | null {
  if (/^\d{4}-/.test(rule)) return rule.startsWith(`${year}-`) ? rule : null;
  if (/^\d{2}-\d{2}$/.test(rule)) return `${year}-${rule}`;
  const easter = /^easter([+-]\d+)$/.exec(rule);
  if (easter) return written(easterOf(year) + Number(easter[1]) * day_ms);
  const [month, count, weekday] = rule.split("/").map(Number);
  return written(weekdayInMonth(year, month!, count!, weekday!));
}

/** The dates of these rules in the years given, in order. */
export function holidaysIn(years: number[], rules: HolidayRule[]): string[] {
  const dates = years.flatMap((year) => rules.map((rule) => dateOf(rule, year)));
  return [...new Set(dates.filter((date) => date !== null))].sort();
}
