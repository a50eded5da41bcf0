/** Positions as the page of a ballot shows them: one line a seat of the roll, with what it said before and on which version. */
import { and, asc, eq, lt, ne } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import type { Ballot, BallotReading, PositionRow } from "../../../db/store/ballot.ts";
import { namesOfPeople } from "../../../db/store/membership.ts";
import type { Account } from "../../../domain/ballot/account.ts";
import { type DiscussState, discussClock } from "../../../domain/ballot/discuss.ts";
import type { Choice } from "../../../domain/ballot/question.ts";
import type { CountedAs } from "../../../domain/ballot/roll-call.ts";

export type FormerPosition = {
  word: string;
  choice: Choice | null;
  reason: string;
  at: number;
  /** Reference and version of an earlier ballot; null for an earlier position on this one. */
  ballot: string | null;
  version: number | null;
};

export type SeatLine = {
  seatId: string;
  seat: string;
  /** What the roll gives the seat where the type has it (rules B17, B22). */
  class: "P" | "O" | null;
  weight: number | null;
  own: boolean;
  /** What the seat counts as, and the word it said; a lapsed Discuss counts as abstain. */
  countedAs: CountedAs;
  word: string | null;
  /** The options that were chosen or ranked, where the word is `set` or `ranking`. */
  choice: Choice | null;
  discuss: DiscussState | null;
  reason: string;
  nid: string | null;
  change: string | null;
  at: number | null;
  person: string | null;
  former: FormerPosition[];
};

/** The lines in order of the roll. `versionOf` is not asked: all positions of one ballot are on its version (rule P2). */
export async function seatLines(
  tx: Reader,
  ballot: Ballot,
  { roll, positions, disputes }: BallotReading,
  account: Account,
  ownSeats: readonly string[],
): Promise<SeatLine[]> {
  const names = await namesOfPeople(
    tx,
    positions.map((row) => row.personId),
  );
  const earlier = await earlierBallots(tx, ballot);
  const callOf = new Map(account.rollCall.map((line) => [line.seat, line]));
  const saidBy = bySeat(positions.filter((row) => !disputes.has(row.id)));
  return roll.map(({ seatId, name, class: seatClass = null, weight = null }) => {
    const call = callOf.get(name)!;
    const said = saidBy.get(seatId) ?? [];
    const current = call.index === null ? undefined : positions[call.index];
    const replaced = said
      .filter((row) => row !== current)
      .map(({ word, choice, reason, at }) => ({ word, choice, reason, at, ballot: null, version: null }));
    return {
      seatId,
      seat: name,
      class: seatClass,
      weight,
      own: ownSeats.includes(seatId),
      countedAs: call.countedAs,
      word: current?.word ?? null,
      choice: current?.choice ?? null,
      discuss: call.discuss,
      reason: current?.reason ?? "",
      nid: current?.nid ?? null,
      change: current?.change ?? null,
      at: current?.at ?? null,
      person: current ? (names.get(current.personId) ?? null) : null,
      former: [...replaced.reverse(), ...(earlier.get(seatId) ?? [])],
    };
  });
}

function bySeat(positions: readonly PositionRow[]): Map<string, PositionRow[]> {
  const saidBy = new Map<string, PositionRow[]>();
  for (const row of positions) {
    const known = saidBy.get(row.seatId);
    if (known) known.push(row);
    else saidBy.set(row.seatId, [row]);
  }
  return saidBy;
}

/** The last position of each seat on the candidate's text before this ballot on it, the latest ballot first. */
async function earlierBallots(tx: Reader, ballot: Ballot): Promise<Map<string, FormerPosition[]>> {
  if (ballot.candidateId === null || ballot.subject !== "text") return new Map();
  const { ballots, currentPositions, positions, versions } = tx.t;
  const rows = await tx
    .select({ position: positions, ballot: ballots.reference, version: versions.number })
    .from(ballots)
    .innerJoin(currentPositions, eq(currentPositions.ballotId, ballots.id))
    .innerJoin(positions, eq(positions.id, currentPositions.positionId))
    .innerJoin(versions, eq(versions.id, ballots.versionId))
    .where(
      and(
        eq(ballots.candidateId, ballot.candidateId),
        ne(ballots.id, ballot.id),
        lt(ballots.draftedAt, ballot.draftedAt),
      ),
    )
    .orderBy(asc(ballots.draftedAt));
  const bySeat = new Map<string, FormerPosition[]>();
  for (const { position, ballot: reference, version } of rows) {
    const { seatId, word, choice, reason, at } = position;
    bySeat.set(seatId, [{ word, choice, reason, at, ballot: reference, version }, ...(bySeat.get(seatId) ?? [])]);
  }
  return bySeat;
}

export type DiscussView = {
  seatId: string;
  seat: string;
  person: string | null;
  madeAt: number;
  nid: string | null;
  reason: string;
  change: string | null;
  state: DiscussState;
  answeredAt: number | null;
  renewedAt: number | null;
  lapsesAt: number | null;
  /** Answers and renewals in their order. */
  said: { type: "answer" | "renew"; text: string; person: string | null; at: number }[];
};

/** Every Discuss that is its seat's current position, with its clock (rules P13 to P16). */
export async function discussViews(
  tx: Reader,
  lines: readonly SeatLine[],
  { ballotCase, events }: BallotReading,
): Promise<DiscussView[]> {
  const made = lines.filter((line) => line.word === "discuss" && line.discuss !== null && line.at !== null);
  if (made.length === 0) return [];
  const nameOf = await namesOfPeople(
    tx,
    events.map((row) => row.personId),
  );
  return made.map(({ seatId, seat, person, at, nid, reason, change, discuss }) => ({
    seatId,
    seat,
    person,
    madeAt: at!,
    nid,
    reason,
    change,
    state: discuss!,
    ...discussClock({ seat, at: at! }, ballotCase.events),
    said: events
      .filter((row) => row.seatId === seatId && row.at > at! && (row.type === "answer" || row.type === "renew"))
      .map((row) => ({
        type: row.type as "answer" | "renew",
        text: String(row.values.text ?? ""),
        person: row.personId === null ? null : (nameOf.get(row.personId) ?? null),
        at: row.at,
      })),
  }));
}
