/** What awaits holders of seats, their alternates, and commenters. */
import { and, asc, eq, gt, inArray, notExists } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadRemindersOf } from "../../../db/store/attention.ts";
import { loadRecusals } from "../../../db/store/membership.ts";
import { answerTime_ms } from "../../../domain/ballot/discuss.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

/**
 * The ballots that are open now in these committees, by id. They are found by when they are due: few are, and a seat has stood
 * on the roll of many more ballots than are open. One that asks about no candidate has its question for a title.
 */
async function openBallots(tx: Reader, committees: string[]) {
  const { ballots, candidates } = tx.t;
  const { id, reference, committeeId, candidateId, closesAt, question, subject } = ballots;
  const rows =
    committees.length === 0
      ? []
      : await tx
          .select({ id, reference, committeeId, candidateId, closesAt, question, subject, title: candidates.title })
          .from(ballots)
          .leftJoin(candidates, eq(candidates.id, ballots.candidateId))
          .where(
            and(
              gt(ballots.dueAt, tx.now),
              eq(ballots.state, "open"),
              gt(ballots.closesAt, tx.now),
              inArray(ballots.committeeId, committees),
            ),
          );
  const titleOf = (row: (typeof rows)[number]) => (row.subject === "text" && row.title ? row.title : row.question);
  return new Map(rows.map((row) => [row.id, { ...row, title: titleOf(row) }]));
}

export async function ballotDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { rollSeats, currentPositions, sealedPositions } = tx.t;
  const seats = person.roles.filter((held) => held.seatId).map((held) => held.seatId!);
  const open = await openBallots(tx, committeesOf(person, "holder", "alternate"));
  if (seats.length === 0 || open.size === 0) return [];
  const rows = await tx
    .select({ ballotId: rollSeats.ballotId, seatId: rollSeats.seatId, name: rollSeats.name })
    .from(rollSeats)
    .where(
      and(
        inArray(rollSeats.ballotId, [...open.keys()]),
        inArray(rollSeats.seatId, seats),
        notExists(
          tx
            .select({ seatId: currentPositions.seatId })
            .from(currentPositions)
            .where(
              and(eq(currentPositions.ballotId, rollSeats.ballotId), eq(currentPositions.seatId, rollSeats.seatId)),
            ),
        ),
        notExists(
          tx
            .select({ seatId: sealedPositions.seatId })
            .from(sealedPositions)
            .where(and(eq(sealedPositions.ballotId, rollSeats.ballotId), eq(sealedPositions.seatId, rollSeats.seatId))),
        ),
      ),
    )
    .limit(rowsMax);
  const reminded = await loadRemindersOf(tx, seats, [...open.keys()]);
  const duties: Duty[] = [];
  for (const row of rows) {
    const { title, ...ballot } = open.get(row.ballotId)!;
    const { recusedSeats, barredPeople } = await loadRecusals(tx, ballot.committeeId, ballot.candidateId);
    if (recusedSeats.includes(row.seatId) || barredPeople.includes(person.personId)) continue;
    duties.push({
      kind: "take-position",
      title,
      to: `/ballots/${slugOf(ballot.reference)}`,
      dueAt: ballot.closesAt,
      rule: "B6",
      note: row.name,
      count: 1,
      remindedAt: reminded.get(`${row.ballotId} ${row.seatId}`) ?? null,
    });
  }
  return duties;
}

/** Discusses on ballots about candidates that one of the person's seats sponsors, without an answer yet (rules P15, B46). */
export async function discussDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { ballots, candidates, positions, currentPositions, ballotEvents } = tx.t;
  const seats = person.roles.filter((held) => held.seatId).map((held) => held.seatId!);
  if (seats.length === 0) return [];
  const rows = await tx
    .select({ ballot: ballots, title: candidates.title, madeAt: positions.at })
    .from(candidates)
    .innerJoin(ballots, and(eq(ballots.candidateId, candidates.id), eq(ballots.state, "open")))
    .innerJoin(currentPositions, eq(currentPositions.ballotId, ballots.id))
    .innerJoin(positions, and(eq(positions.id, currentPositions.positionId), eq(positions.word, "discuss")))
    .where(
      and(
        inArray(candidates.sponsorSeatId, seats),
        notExists(
          tx
            .select({ number: ballotEvents.number })
            .from(ballotEvents)
            .where(
              and(
                eq(ballotEvents.ballotId, ballots.id),
                eq(ballotEvents.type, "answer"),
                eq(ballotEvents.seatId, positions.seatId),
              ),
            ),
        ),
      ),
    )
    .limit(rowsMax);
  return rows.map((row) => ({
    kind: "answer-discuss",
    title: row.title,
    to: `/ballots/${slugOf(row.ballot.reference)}`,
    dueAt: row.madeAt + answerTime_ms,
    rule: "B46",
    note: null,
    count: 1,
  }));
}

/** Candidates on their way to a ballot for which the person never said anything about interests; renewing is a duty of its own. */
export async function interestDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const committees = committeesOf(person, "holder", "alternate", "chair", "vice-chair");
  if (committees.length === 0) return [];
  const { candidates, interests } = tx.t;
  const rows = await tx
    .select({ id: candidates.id, reference: candidates.reference, title: candidates.title })
    .from(candidates)
    .where(
      and(
        inArray(candidates.committeeId, committees),
        inArray(candidates.state, ["commenting", "resolving", "ready"]),
        notExists(
          tx
            .select({ id: interests.id })
            .from(interests)
            .where(and(eq(interests.candidateId, candidates.id), eq(interests.personId, person.personId))),
        ),
      ),
    )
    .orderBy(asc(candidates.changedAt))
    .limit(rowsMax);
  const reminded = await remindedInterests(
    tx,
    person,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    kind: "declare-interest",
    title: row.title,
    to: `/candidates/${slugOf(row.reference)}/interests#own`,
    dueAt: null,
    rule: "X1",
    note: null,
    count: 1,
    remindedAt: reminded.get(row.id) ?? null,
  }));
}

/** By candidate, when one of the person's seats was last reminded of the interest question of its drafted ballot. */
async function remindedInterests(tx: Reader, person: Person, candidateIds: string[]): Promise<Map<string, number>> {
  const { ballots } = tx.t;
  const seats = person.roles.filter((held) => held.seatId).map((held) => held.seatId!);
  if (candidateIds.length === 0 || seats.length === 0) return new Map();
  const drafted = await tx
    .select({ id: ballots.id, candidateId: ballots.candidateId })
    .from(ballots)
    .where(and(inArray(ballots.candidateId, candidateIds), eq(ballots.state, "drafted")));
  const reminders = await loadRemindersOf(
    tx,
    seats,
    drafted.map((row) => row.id),
  );
  const found = new Map<string, number>();
  for (const { id, candidateId } of drafted)
    for (const seat of seats) {
      const at = reminders.get(`${id} ${seat}`);
      if (at !== undefined && candidateId !== null) found.set(candidateId, Math.max(at, found.get(candidateId) ?? 0));
    }
  return found;
}
