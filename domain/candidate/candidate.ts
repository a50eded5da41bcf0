/** A candidate technology and what it must bring to be accepted. Rules C1, R2 to R9. */
import type { Marking } from "../record/marking.ts";
import type { CandidateState } from "./candidate-life.ts";

export const candidateClasses = ["emerging", "foundational"] as const;
export type CandidateClass = (typeof candidateClasses)[number];

/** Harms addressed (rule R5). */
export const harms = [
  "wmd",
  "military-end-use",
  "civil-military-fusion",
  "human-rights",
  "supply-chain",
  "critical-infrastructure",
] as const;
export type Harm = (typeof harms)[number];

/** The regimes whose lists a recommendation is set against (rule R7). */
export const regimes = ["wassenaar", "australia-group", "mtcr", "nsg"] as const;
export type Regime = (typeof regimes)[number];

export const relationWords = ["equal", "broader", "narrower", "overlaps", "none-found"] as const;
export type RelationWord = (typeof relationWords)[number];

/** A relation to one regime: the entries mapped, or who searched and when where none was found (rule R7). */
export type Relation = { regime: Regime; word: RelationWord; entries: string[]; note: string };

/** One row of a scope: all three columns must match (rule R2). */
export type ScopeRow = { countries: string[]; endUses: string[]; endUsers: string[] };

/** What a recommendation carries beside its text; drafted on the candidate, complete before its ballot opens (rule B4). */
export type CandidateScope = {
  rows: ScopeRow[];
  /** Why no narrower row works, where a row says "all" in every column (rule R2). */
  allReason: string;
  exclusions: string[];
  relations: Relation[];
  /** Days from adoption to the review-by date (rule R8). */
  reviewByDays: number;
};

export type Candidate = {
  id: string;
  reference: string;
  committeeId: string;
  title: string;
  class: CandidateClass;
  state: CandidateState;
  sponsorSeatId: string | null;
  sponsorMemberId: string | null;
  proposedBy: string;
  rationale: string;
  producers: string;
  foreignAvailability: string;
  evidence: string;
  harms: Harm[];
  harmsOfControl: string;
  /** Codes of existing entries that the candidate touches. */
  touches: string[];
  scope: CandidateScope | null;
  marking: Marking;
  /** Instants in milliseconds. */
  proposedAt: number;
  changedAt: number;
  dueAt: number | null;
};

/** The longest time to review, in days after adoption (rule R8). */
export const reviewByDaysMax: Record<CandidateClass, number> = { emerging: 1096, foundational: 1827 };
