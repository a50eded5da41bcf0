/** When a silence round starts and ends. Rules V2, V4, V6, V7, V17, V19, V22, V24, V26. */
import { day_ms, type Instant } from "../instant.ts";
import { countedOutages, type Outage, type OutageSpan, outagesUntil, overlaps } from "./outage.ts";
import { type Calendar, endOfWorkingDayFrom, endOfWorkingDays, startOfWorkingDayBefore } from "./working-day.ts";

/** Working days by kind (rule V2); an accession is decided in the same way, among members only (rule M8). */
export const roundLengthDays = { correction: 5, amendment: 10, "new-entry": 20, accession: 20 } as const;
/** Kinds of a round about a recommendation; an accession is decided in a round of its own (rule M8). */
export const roundKinds = ["correction", "amendment", "new-entry"] as const;

export type RoundKind = keyof typeof roundLengthDays;

export const optInLengthDays = 20;
/** What the chair and a second may add once, after a request for time (rule V19). */
export const lengtheningDays = 5;
/** Working days before a member's end at which the clock reminds those who are silent (rule V24). */
export const reminderDays = [5, 2, 1] as const;

/** An outage this close before the end moves it (rule V17). */
const watch_ms = day_ms;

/** A member of the round as frozen at dispatch (rule V1), and its proof of delivery (rule V3), if there is one. */
export type RoundMember = Calendar & {
  member: string;
  deliveredAt: Instant | null;
  /** When the chair and a second set the member aside; the round then starts without its proof (rule V26). */
  setAsideAt?: Instant;
};

/** `ends` by member; the round's end Z is the latest of them (rule V7). */
export type RoundClock = { startsAt: Instant; ends: Map<string, Instant>; endsAt: Instant };

/**
 * T0, the latest of the members' proofs (rule V4), as known at `now`; null while one is missing. For a member that was
 * set aside, the instant of that stands in place of its proof.
 */
export function startOfRound(members: readonly RoundMember[], now: Instant): Instant | null {
  let latest: Instant = Number.NEGATIVE_INFINITY;
  for (const { deliveredAt, setAsideAt } of members) {
    const known = [deliveredAt ?? null, setAsideAt ?? null].filter((at) => at !== null && at <= now) as Instant[];
    if (known.length === 0) return null;
    latest = Math.max(latest, Math.min(...known));
  }
  return latest;
}

/** Start and ends of a round of so many working days, as known at `now`; null until T0. Rules V4 to V7, V17. */
export function clockOfRound(
  members: readonly RoundMember[],
  days: number,
  outages: readonly Outage[],
  now: Instant,
): RoundClock | null {
  const startsAt = startOfRound(members, now);
  if (startsAt === null) return null;
  const known = outagesUntil(outages, now);
  const ends = new Map(
    members.map((one): [string, Instant] => [one.member, endOfWorkingDays(startsAt, days, one, known)]),
  );
  const endsAt = moveForOutages(members, ends, known);
  return { startsAt, ends, endsAt };
}

/** Moves the ends until no outage before the latest of them asks for more (rule V17); gives Z back. */
function moveForOutages(members: readonly RoundMember[], ends: Map<string, Instant>, known: readonly OutageSpan[]) {
  for (;;) {
    const endsAt = Math.max(...ends.values());
    const near = countedOutages(known).filter((span) => overlaps(span, endsAt - watch_ms, endsAt));
    let moved = false;
    for (const outage of near) {
      for (const one of members) {
        const end = endOfWorkingDayFrom(outage.to, one, known);
        if (end <= ends.get(one.member)!) continue;
        ends.set(one.member, end);
        moved = true;
      }
    }
    if (!moved) return endsAt;
  }
}

/** The instants at which a silent member is reminded of its end (rule V24), the earliest first. */
export function remindersOf(end: Instant, calendar: Calendar): Instant[] {
  return reminderDays.map((days) => startOfWorkingDayBefore(end, days, calendar));
}
