/** A direct interest found after the close: which seats it concerns, and what the chair may do about the ballot. Rules X4, X8, X9. */
import type { Instant } from "../instant.ts";
import { type Interest, isRecused, type SeatStanding } from "../membership/interest.ts";
import { type Answer, allowed, refuse } from "../refusal.ts";
import { type Calendar, endOfWorkingDays } from "../review/working-day.ts";

/** The chair decides within so many working days (rule X9). */
export const flagDays = 10;

/** When the clock opens a new ballot unless the chair has decided (rule X9). */
export const flagDueAt = (foundAt: Instant, calendar: Calendar): Instant =>
  endOfWorkingDays(foundAt, flagDays, calendar);

/** A seat of the frozen roll as it stood at the close, and who took its last position. */
export type SeatAtClose = SeatStanding & { name: string; castBy: string | null };

/**
 * The seats that a found interest takes out of the second account: those that X4 would have recused had it been known, and
 * those whose standing position the person took, who was barred by it (X3). Seats that are out already are left out here.
 */
export function seatsFound(
  seats: readonly SeatAtClose[],
  known: ReadonlyMap<string, Interest>,
  found: { personId: string; organisations: string[] },
  out: ReadonlySet<string>,
): SeatAtClose[] {
  const before = known.get(found.personId);
  const knownOrganisations =
    before?.class === "direct" ? (before.directOrganisations ?? [before.organisationId ?? ""]) : [];
  const direct: Interest = {
    ...{ personId: found.personId, kind: "none", class: "direct", organisationId: null },
    ...{ declaredAt: 0, expiresAt: Number.MAX_SAFE_INTEGER },
    directOrganisations: [...knownOrganisations, ...found.organisations],
  };
  const withIt = new Map(known).set(found.personId, direct);
  return seats.filter((seat) => !out.has(seat.name) && (isRecused(seat, withIt) || seat.castBy === found.personId));
}

/** Words of a decision about a flagged ballot, in the order in which they may come. */
export const flagWords = ["confirm-asked", "confirmed", "re-balloted"] as const;
export type FlagWord = (typeof flagWords)[number];

export type FlagState = {
  /** Whether a found interest awaits a decision. */
  isUndecided: boolean;
  /** The person who asked for the vice-chair's agreement to a confirmation, or null. */
  askedBy: string | null;
  outcome: string | null;
  recount: string | null;
};

/** Whether confirming needs the vice-chair: the second account has another outcome (rule X9). */
export const needsAgreement = ({ outcome, recount }: Pick<FlagState, "outcome" | "recount">): boolean =>
  recount !== null && recount !== outcome;

function undecidedCheck(flag: FlagState): Answer {
  return flag.isUndecided
    ? allowed
    : refuse("state", "X9", "No interest found after the close awaits a decision on this ballot.");
}

/** Whether the chair may confirm; against another outcome only with a reason (rule X9). */
export function confirmCheck(flag: FlagState, reason: string): Answer {
  const undecided = undecidedCheck(flag);
  if (undecided !== allowed) return undecided;
  if (flag.askedBy !== null)
    return refuse("state", "X9", "The confirmation awaits the vice-chair's agreement; it has been asked for already.");
  if (!needsAgreement(flag) || reason !== "") return allowed;
  return refuse(
    "reason-missing",
    "X9",
    `The second account is ${flag.recount}, the first ${flag.outcome}; confirming needs a reason, and none is given.`,
    "reason",
  );
}

/** Whether the vice-chair may agree: somebody else asked for it. */
export function agreementCheck(flag: FlagState, personId: string): Answer {
  const undecided = undecidedCheck(flag);
  if (undecided !== allowed) return undecided;
  if (flag.askedBy === null)
    return refuse("state", "X9", "Nobody has asked to confirm this ballot; there is nothing to agree to.");
  if (flag.askedBy !== personId) return allowed;
  return refuse("second-person", "X9", "You asked for this confirmation yourself; another person agrees to it.");
}
