/** Outages: times in which the platform could not accept acts. Rules V16, V18, and what V5, V17 and B47 count of them. */
import { type Instant, minute_ms } from "../instant.ts";

/** `[from, to)`; `to` is null while the outage lasts. */
export type Outage = { from: Instant; to: Instant | null };

/** An outage whose end is known, or that is cut off at the instant of the account. */
export type OutageSpan = { from: Instant; to: Instant };

/** An outage counts beyond its own duration only from this length on (rule V16). */
export const outageMin_ms = 5 * minute_ms;

/**
 * The outages as they were known at an instant (rule V16): what is later has not happened, an open one counts up to now,
 * and those that overlap or touch are one interval, since the platform accepted nothing in between.
 */
export function outagesUntil(outages: readonly Outage[], now: Instant): OutageSpan[] {
  const known = outages
    .filter((outage) => outage.from <= now)
    .map(({ from, to }) => ({ from, to: to === null || to > now ? now : to }))
    .filter((span) => span.to > span.from)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: OutageSpan[] = [];
  for (const span of known) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** Those long enough to count beyond their own duration (rule V16). */
export function countedOutages(spans: readonly OutageSpan[]): OutageSpan[] {
  return spans.filter((span) => span.to - span.from >= outageMin_ms);
}

/** Whether the outage overlaps `[from, to)`. */
export function overlaps(outage: OutageSpan, from: Instant, to: Instant): boolean {
  return outage.from < to && outage.to > from;
}

/** Whether an outage is open at the instant (rule V18). */
export function isOutageOpen(outages: readonly Outage[], at: Instant): boolean {
  return outages.some((outage) => outage.from <= at && (outage.to === null || outage.to > at));
}

/** The first instant, from `at` on, at which no outage is open; null when one open now has no end that is known. Rule V18. */
export function firstFreeInstant(outages: readonly Outage[], at: Instant, now: Instant): Instant | null {
  let free = at;
  for (;;) {
    const open = outages.find((outage) => outage.from <= free && (outage.to === null || outage.to > free));
    if (!open) return free <= now ? free : null;
    if (open.to === null || open.to > now) return null;
    free = open.to;
  }
}
