/** Declared interests and the recusals that follow from them. Rules X1, X3, X4, X7. */

export const interestKinds = [
  "none",
  "employment",
  "ownership",
  "patent",
  "customer-or-supplier",
  "grant",
  "advice-to-a-party",
  "family",
] as const;
export type InterestKind = (typeof interestKinds)[number];

/** `direct` bars the person, `sectoral` is only shown, `none` is a declaration too (rules X1, X3). */
export const interestClasses = ["none", "sectoral", "direct"] as const;
export type InterestClass = (typeof interestClasses)[number];

export type Interest = {
  personId: string;
  kind: InterestKind;
  class: InterestClass;
  organisationId: string | null;
  /** Instants in milliseconds. */
  declaredAt: number;
  expiresAt: number;
};

const day_ms = 24 * 60 * 60 * 1000;

/** A declaration holds for 365 × 24 h (rule X7). */
export const interestLife_ms = 365 * day_ms;

/** The declaration in force of each person: the latest one, unless it has expired (rule X7). */
export function interestsInForce(interests: Interest[], now: number): Map<string, Interest> {
  const latest = new Map<string, Interest>();
  for (const interest of interests) {
    const known = latest.get(interest.personId);
    if (!known || interest.declaredAt >= known.declaredAt) latest.set(interest.personId, interest);
  }
  for (const [personId, interest] of latest) if (interest.expiresAt <= now) latest.delete(personId);
  return latest;
}

export type SeatStanding = {
  seatId: string;
  kind: "delegation" | "industry";
  /** The body that nominated the seat. */
  organisationId: string | null;
  /** Holder and alternates. */
  people: string[];
};

/** Whether the person is barred from casting and presiding on the candidate (rule X3). */
export function isBarred(personId: string, inForce: Map<string, Interest>): boolean {
  return inForce.get(personId)?.class === "direct";
}

/**
 * Whether the seat leaves the count (rule X4): its nominating organisation has a direct interest, or nobody on it is free
 * of one. A government delegation's seat is recused by nobody's declaration but its holders' own.
 */
export function isRecused(seat: SeatStanding, inForce: Map<string, Interest>): boolean {
  const everybodyBarred = seat.people.length > 0 && seat.people.every((person) => isBarred(person, inForce));
  if (everybodyBarred) return true;
  if (seat.kind === "delegation" || seat.organisationId === null) return false;
  return [...inForce.values()].some(
    (interest) => interest.class === "direct" && interest.organisationId === seat.organisationId,
  );
}
