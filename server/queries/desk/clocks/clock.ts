/**
 * An open clock: what happens when, by which rule, where it is seen. Clocks stand in one order, by instant, kind and id, so
 * that pages of them follow each other whatever table they come from.
 */
import { and, eq, gt, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { Person } from "../../../../domain/membership/role.ts";
import type { Marking } from "../../../../domain/record/marking.ts";
import type { Calendar } from "../../../../domain/review/working-day.ts";

/** In this order where two clocks end at one instant. */
export const clockKinds = [
  "candidate-answer",
  "comment-round",
  "comment-reopen",
  "amendment-notice",
  "ballot-extend",
  "ballot-close",
  "discuss-answer",
  "discuss-lapse",
  "ballot-unseal",
  "ballot-certify",
  "transmit",
  "round-end",
  "reservation-sunset",
  "review-by",
  "interest-renewal",
] as const;
export type ClockKind = (typeof clockKinds)[number];

export type Place = { zone: string; city: string };

export type OpenClock = {
  kind: ClockKind;
  /** Of the row that the clock belongs to; with the kind it tells clocks apart. */
  id: string;
  at: number;
  rule: string;
  committeeId: string;
  /** The technology, and how strictly its title is kept. */
  title: string;
  marking: Marking;
  reference: string;
  /** A seat's or member's name, or a number; whatever the sentence of the kind names. */
  note: string | null;
  to: string;
  /** Whether the reader has something to do or to lose in it. */
  mine: boolean;
  /** Whose calendar counts; the committee's where nothing is said. */
  place: (Place & Omit<Calendar, "zone">) | null;
};

export type Cursor = { at: number; kind: ClockKind; id: string };

export type Asking = {
  person: Person;
  committees: string[];
  /** Only this candidate's clocks. */
  candidateId?: string;
  from: number;
  until: number;
  after: Cursor | null;
  most: number;
};

const placeOf = (kind: ClockKind) => clockKinds.indexOf(kind);

/** Negative where the first comes before the second. */
export function compareClocks(one: Cursor, other: Cursor): number {
  return (
    one.at - other.at || placeOf(one.kind) - placeOf(other.kind) || (one.id < other.id ? -1 : +(one.id > other.id))
  );
}

/** Whether a clock that was computed lies in the time that is asked for, and behind the page before. */
export const isAsked = ({ from, until, after }: Asking, clock: Cursor): boolean =>
  clock.at > from && clock.at < until && (after === null || compareClocks(clock, after) > 0);

type InstantColumn = Parameters<typeof gte>[0];

/**
 * The same question in SQL, for a kind whose instant is a column plus a fixed time. What stands before the cursor is not read,
 * so that each page costs the same.
 */
export function askedOf(
  { from, until, after }: Asking,
  kind: ClockKind,
  column: InstantColumn,
  id: InstantColumn,
  shift_ms = 0,
): SQL | undefined {
  const within = and(gt(column, from - shift_ms), lt(column, until - shift_ms));
  if (after === null) return within;
  const at = after.at - shift_ms;
  const order = placeOf(kind) - placeOf(after.kind);
  if (order < 0) return and(within, gt(column, at));
  if (order > 0) return and(within, gte(column, at));
  return and(within, or(gt(column, at), and(eq(column, at), gt(id, sql`${after.id}`))));
}

/** `at_kind_id`, as it stands in an address. */
export const writeCursor = ({ at, kind, id }: Cursor): string => `${at}_${kind}_${id}`;

/** Anything else in the address begins at the beginning. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const parts = /^(\d{1,15})_([a-z-]{1,40})_([A-Za-z0-9_-]{1,80})$/.exec(text ?? "");
  const kind = clockKinds.find((one) => one === parts?.[2]);
  return parts && kind ? { at: Number(parts[1]), kind, id: parts[3]! } : null;
}
