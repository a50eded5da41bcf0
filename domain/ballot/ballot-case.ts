/** What an account is computed from: the frozen ballot record, its positions and its events (rules B2, B34). */
import type { Instant } from "../instant.ts";
import type { OutageSpan } from "../review/outage.ts";
import type { BallotMode, BallotType } from "./ballot-type.ts";

/** A seat on the roll; `class` belongs to ISO ballots (B17), `weight` to weighted ones (B22, a whole number from 0 up). */
export type RollSeat = { seat: string; class?: "P" | "O"; weight?: number };

/** Options, or groups of equal options, the first preferred. */
export type Ranking = readonly (string | readonly string[])[];

/** What a position says. A word that is none of the type is refused by P1, so it may be any text here. */
export type Said = { word: string } | { set: readonly string[] } | { ranking: Ranking };

export type Position = {
  seat: string;
  said: Said;
  at: Instant;
  reason?: string;
  /** Idempotency key (rule P6). */
  key?: string;
  /** Who recorded it for the seat (rule P9), and when the seat disputed that (rule P10). */
  recordedBy?: string;
  disputedAt?: Instant;
};

export type BallotEvent =
  | { type: "answer"; seat: string; at: Instant }
  | { type: "renew"; seat: string; at: Instant }
  | {
      type: "override";
      seat: string;
      announcedAt: Instant;
      at: Instant;
      for: readonly string[];
      against: readonly string[];
    }
  | { type: "extend"; by: readonly string[]; at: Instant; closesAt: Instant }
  | { type: "interest-found"; seat: string; at: Instant };

export type OverrideEvent = Extract<BallotEvent, { type: "override" }>;

/** Positions stand in order of sequence. `recused` are seats recused by X4. Options, tie order and `atMost` as B24 to B28 ask. */
export type BallotCase = {
  type: BallotType;
  mode: BallotMode;
  opensAt: Instant;
  closesAt: Instant;
  roll: readonly RollSeat[];
  recused: readonly string[];
  options?: readonly string[];
  tieOrder?: readonly string[];
  atMost?: number;
  positions: readonly Position[];
  events: readonly BallotEvent[];
  outages?: readonly OutageSpan[];
  /** When two persons closed the ballot before its time (rule B9). */
  closedEarlyAt?: Instant;
};

/** The events of one type in order of time, then of the list. */
export function eventsOf<Type extends BallotEvent["type"]>(
  events: readonly BallotEvent[],
  type: Type,
): Extract<BallotEvent, { type: Type }>[] {
  const ofType = (event: BallotEvent): event is Extract<BallotEvent, { type: Type }> => event.type === type;
  return events.filter(ofType).sort((a, b) => a.at - b.at);
}
