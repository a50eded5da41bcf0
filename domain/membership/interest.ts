/**
 * Declared interests and the recusals that follow from them. Rules X1, X3, X4, X7. A declaration is a set of interests made in
 * one act; it takes the place of the person's declaration before it, and its class is the strongest of its interests.
 */
import type { Instant } from "../instant.ts";

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

/** One interest of a declaration; what its kind does not have is null (rule X1). */
export type InterestPart = {
  /** From 1 within its declaration. */
  number: number;
  kind: InterestKind;
  class: InterestClass;
  organisationId: string | null;
  /** Hundredths of a per cent of an ownership: 4.25 % is 425. */
  shareHundredths: number | null;
  amount_eur: number | null;
  /** The number of a patent or grant. */
  reference: string | null;
  /** The office of a patent, or the giver of a grant. */
  issuer: string | null;
  statement: string;
  since: Instant | null;
  until: Instant | null;
  /** Who found it, where the person did not declare it (rule X8). */
  foundBy: string | null;
};

/** A declaration as the rules read it: who, the strongest class with its kind and organisation, and for how long. */
export type Interest = {
  personId: string;
  kind: InterestKind;
  class: InterestClass;
  organisationId: string | null;
  /** Bodies named by its direct interests; left out, the one organisation is meant. */
  directOrganisations?: string[];
  /** Instants in milliseconds. */
  declaredAt: number;
  expiresAt: number;
};

const day_ms = 24 * 60 * 60 * 1000;

/** A declaration holds for 365 × 24 h (rule X7). */
export const interestLife_ms = 365 * day_ms;

/** The strongest of several interests, the first where several are equally strong; null without any. */
export function strongest<Part extends Pick<InterestPart, "class">>(parts: readonly Part[]): Part | null {
  const byStrength = [...interestClasses].reverse();
  for (const name of byStrength) {
    const found = parts.find((part) => part.class === name);
    if (found) return found;
  }
  return null;
}

/** The bodies that the direct interests of a declaration name, each once (rule X4). */
export function directOrganisationsOf(parts: readonly Pick<InterestPart, "class" | "organisationId">[]): string[] {
  const named = parts.flatMap((part) => (part.class === "direct" ? (part.organisationId ?? []) : []));
  return [...new Set(named)];
}

/** The declaration in force of each person: the latest one, unless it has expired (rule X7). */
export function interestsInForce<One extends Interest>(interests: readonly One[], now: number): Map<string, One> {
  const latest = new Map<string, One>();
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
  const nominatedBy = seat.organisationId;
  return [...inForce.values()].some((interest) => {
    const { directOrganisations = interest.organisationId === null ? [] : [interest.organisationId] } = interest;
    return interest.class === "direct" && directOrganisations.includes(nominatedBy);
  });
}
