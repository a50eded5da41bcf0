/** The flag of a ballot: interests found after its close, the second account, and what was decided. Rules X8, X9, B45. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type FlagState, type FlagWord, flagDueAt, seatsFound } from "../../domain/ballot/found-interest.ts";
import type { Instant } from "../../domain/instant.ts";
import { interestsInForce } from "../../domain/membership/interest.ts";
import type { MinuteValue } from "../../domain/record/minute.ts";
import type { Reader, Tx } from "../open.ts";
import type { Tables } from "../tables.ts";
import { type Ballot, type EventRow, loadEvents, saveEvent } from "./ballot.ts";
import { accountHash, accountOf, reckon, storedAccount } from "./ballot-account.ts";
import { keepReplacedAccount } from "./ballot-life.ts";
import { rollStandings } from "./ballot-roll.ts";
import { loadDeclarations } from "./interest.ts";

export type FlagDecisionRow = Tables["flagDecisions"]["$inferSelect"];

export type Flag = FlagState & {
  found: EventRow[];
  decisions: FlagDecisionRow[];
  /** When the clock opens a new ballot; null where nothing is undecided. */
  dueAt: Instant | null;
};

/** What is known of the ballot's flag; `zone` is that of the committee, whose working days count. */
export async function loadFlag(tx: Reader, ballot: Ballot, zone: string): Promise<Flag> {
  const { flagDecisions } = tx.t;
  const found = (await loadEvents(tx, ballot.id)).filter((event) => event.type === "interest-found");
  const decisions = await tx
    .select()
    .from(flagDecisions)
    .where(eq(flagDecisions.ballotId, ballot.id))
    .orderBy(asc(flagDecisions.number));
  const decidedUpTo = decisions.findLast((one) => one.word !== "confirm-asked")?.upTo ?? 0;
  const open = found.filter((event) => event.number > decidedUpTo);
  const last = decisions.at(-1);
  const asked = last?.word === "confirm-asked" && last.upTo === open.at(-1)?.number ? last : null;
  const account = accountOf(ballot);
  return {
    found,
    decisions,
    isUndecided: open.length > 0,
    askedBy: asked?.personId ?? null,
    outcome: account?.outcome ?? null,
    recount: account?.recount?.outcome ?? null,
    dueAt: open[0] ? flagDueAt(open[0].at, { zone }) : null,
  };
}

/** Writes a decision about all that was found until now. */
export async function saveFlagDecision(
  tx: Tx,
  ballot: Ballot,
  flag: Flag,
  said: { word: FlagWord; personId: string | null; reason: string; newBallotId?: string | null },
): Promise<void> {
  const { ballots, flagDecisions } = tx.t;
  await tx.insert(flagDecisions).values({
    ...{ ballotId: ballot.id, number: flag.decisions.length + 1, word: said.word },
    ...{ upTo: flag.found.at(-1)!.number, personId: said.personId, reason: said.reason },
    ...{ newBallotId: said.newBallotId ?? null, at: tx.now },
  });
  if (said.word !== "confirm-asked") await tx.update(ballots).set({ dueAt: null }).where(eq(ballots.id, ballot.id));
}

export type FoundInterest = {
  personId: string;
  organisations: string[];
  since: Instant;
  /** Who makes it known. */
  foundBy: string;
};

/** The roll as it stood at the close, with who took each seat's last position. */
async function seatsAtClose(tx: Reader, ballot: Ballot) {
  const { currentPositions, positions } = tx.t;
  const rows = await tx
    .select({ seatId: currentPositions.seatId, personId: positions.personId })
    .from(currentPositions)
    .innerJoin(positions, eq(positions.id, currentPositions.positionId))
    .where(eq(currentPositions.ballotId, ballot.id));
  const castBy = new Map(rows.map((row) => [row.seatId, row.personId]));
  const standings = await rollStandings(tx, ballot.id, ballot.closedAt!);
  return standings.map((seat) => ({ ...seat, castBy: castBy.get(seat.seatId) ?? null }));
}

/**
 * Writes what was found into the events of a closed ballot and computes the account anew, with the second one beside the first
 * (rule X8). @returns what the minute says of it, or null where no seat of the ballot's count is concerned
 */
export async function flagBallot(
  tx: Tx,
  ballot: Ballot,
  found: FoundInterest,
  zone: string,
): Promise<Record<string, MinuteValue> | null> {
  const closedAt = ballot.closedAt!;
  if (found.since >= closedAt || ballot.candidateId === null) return null;
  const declared = await loadDeclarations(tx, ballot.candidateId, closedAt);
  const known = interestsInForce(
    declared.filter((one) => one.declaredAt < closedAt),
    closedAt,
  );
  const before = await reckon(tx, ballot, closedAt);
  const out = new Set([
    ...before.ballotCase.recused,
    ...before.ballotCase.events.flatMap((event) => (event.type === "interest-found" ? [event.seat] : [])),
  ]);
  const seats = seatsFound(await seatsAtClose(tx, ballot), known, found, out);
  if (seats.length === 0) return null;
  for (const seat of seats)
    await saveEvent(tx, {
      ...{ ballotId: ballot.id, type: "interest-found", seatId: seat.seatId, personId: found.foundBy },
      values: { person: found.personId, since: found.since, organisations: found.organisations },
    });
  const after = await reckon(tx, ballot, closedAt);
  const account = storedAccount(after);
  const { ballots } = tx.t;
  await keepReplacedAccount(tx, ballot.id, ballot.account!);
  const dueAt = ballot.state === "certified" ? (await loadFlag(tx, ballot, zone)).dueAt : ballot.dueAt;
  await tx.update(ballots).set({ account, dueAt }).where(eq(ballots.id, ballot.id));
  return {
    ...{ ballot: ballot.reference, seats: seats.map((seat) => seat.name), since: found.since },
    ...{ outcome: after.account.outcome, recount: after.account.recount?.outcome ?? null },
    accountHash: accountHash(account),
  };
}

/** Ballots of the candidate whose result stands and may be flagged, the latest first. */
export async function closedBallots(tx: Reader, candidateId: string): Promise<Ballot[]> {
  const { ballots } = tx.t;
  return tx
    .select()
    .from(ballots)
    .where(and(eq(ballots.candidateId, candidateId), inArray(ballots.state, ["closed", "challenged", "certified"])))
    .orderBy(desc(ballots.draftedAt));
}
