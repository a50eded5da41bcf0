/**
 * Instants: milliseconds since 1970 in UTC inside, ISO 8601 text at the edge. An hour is exact: a rule that says
 * 48 hours means 172,800 seconds, whatever the clocks of any zone do.
 */

/** An instant in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const minute_ms = 60_000;
export const hour_ms = 60 * minute_ms;
export const day_ms = 24 * hour_ms;

const written = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|\+00:00)$/;

/** Reads an instant in UTC (`2026-09-01T00:00:00Z`); null when the text is none, or names a day or time that does not exist. */
export function readInstant(text: string): Instant | null {
  const parts = written.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (hour! > 23 || minute! > 59 || second! > 59) return null;
  if (!isDate(`${parts[1]}-${parts[2]}-${parts[3]}`)) return null;
  const whole = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  return whole + Number((parts[7] ?? "0").padEnd(3, "0"));
}

/** Reads an instant that is known to be well formed; anything else is a fault of the program and throws. */
export function instantOf(text: string): Instant {
  const instant = readInstant(text);
  if (instant === null) throw new Error(`Expected an instant in UTC, got "${text}".`);
  return instant;
}

/** Writes an instant in UTC; the milliseconds only where there are some. */
export function writeInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

const months = "January February March April May June July August September October November December".split(" ");

/** An instant as a sentence says it, in UTC: `20 November 2026, 09:18 UTC`; the seconds only where there are some. */
export function sayInstant(instant: Instant): string {
  const at = new Date(instant);
  const time = at.toISOString().slice(11, at.getUTCSeconds() === 0 ? 16 : 19);
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${time} UTC`;
}

/** Whether the text is a day of the calendar, as `2026-02-28`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  if (year < 1000) return false;
  const date = new Date(Date.UTC(year, Number(parts[2]) - 1, Number(parts[3])));
  return date.toISOString().slice(0, 10) === text;
}
