/** The clocks of ballots: extension, close, certification, unsealing; and of each Discuss its answer and its lapse. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../../db/open.ts";
import { extensionNotice_ms } from "../../../../domain/ballot/closing.ts";
import { answerTime_ms, discussClock } from "../../../../domain/ballot/discuss.ts";
import { roleIn, seatsOf } from "../../../../domain/membership/role.ts";
import { powers } from "../../../../domain/powers.ts";
import { slugOf } from "../../../../domain/record/reference.ts";
import { isRefusal } from "../../../../domain/refusal.ts";
import { type Asking, askedOf, type ClockKind, isAsked, type OpenClock } from "./clock.ts";

const kinds = [
  { kind: "ballot-close", state: "open", rule: "B6", shift_ms: 0 },
  { kind: "ballot-extend", state: "open", rule: "B8", shift_ms: -extensionNotice_ms },
  { kind: "ballot-unseal", state: "sealed", rule: "B41", shift_ms: 0 },
  { kind: "ballot-certify", state: "closed", rule: "B44", shift_ms: 0 },
] as const;

/** Ballots by the instant at which the clock acts on them. The last instant for an extension is told to the chairs. */
export async function ballotClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { ballots, candidates } = tx.t;
  const { person, committees, candidateId, most } = asking;
  const found: OpenClock[] = [];
  const presided = committees.filter((committee) => roleIn(person, committee, "chair", "vice-chair"));
  for (const { kind, state, rule, shift_ms } of kinds) {
    const rows = await tx
      .select({ ballot: ballots, title: candidates.title, marking: candidates.marking })
      .from(ballots)
      .innerJoin(candidates, eq(candidates.id, ballots.candidateId))
      .where(
        and(
          eq(ballots.state, state),
          inArray(ballots.committeeId, kind === "ballot-extend" ? presided : committees),
          candidateId === undefined ? undefined : eq(ballots.candidateId, candidateId),
          askedOf(asking, kind, ballots.dueAt, ballots.id, shift_ms),
        ),
      )
      .orderBy(asc(ballots.dueAt), asc(ballots.id))
      .limit(most);
    for (const { ballot, title, marking } of rows) {
      found.push({
        ...{ kind, rule, title, marking, id: ballot.id, at: ballot.dueAt! + shift_ms },
        ...{ committeeId: ballot.committeeId, reference: ballot.reference, note: null },
        to: `/ballots/${slugOf(ballot.reference)}`,
        mine:
          presided.includes(ballot.committeeId) ||
          (kind === "ballot-close" && seatsOf(person, ballot.committeeId).length > 0),
        place: null,
      });
    }
  }
  return found;
}

/** Every open Discuss of the ballots that are open; they are found by their candidates, which are balloting meanwhile. */
async function openDiscusses(tx: Reader, { committees, candidateId }: Asking) {
  const { ballots, candidates, currentPositions, positions, rollSeats } = tx.t;
  return tx
    .select({ ballot: ballots, candidate: candidates, position: positions, seat: rollSeats.name })
    .from(candidates)
    .innerJoin(ballots, and(eq(ballots.candidateId, candidates.id), eq(ballots.state, "open")))
    .innerJoin(currentPositions, eq(currentPositions.ballotId, ballots.id))
    .innerJoin(positions, and(eq(positions.id, currentPositions.positionId), eq(positions.word, "discuss")))
    .innerJoin(rollSeats, and(eq(rollSeats.ballotId, ballots.id), eq(rollSeats.seatId, positions.seatId)))
    .where(
      and(
        inArray(candidates.committeeId, committees),
        eq(candidates.state, "balloting"),
        candidateId === undefined ? undefined : eq(candidates.id, candidateId),
      ),
    );
}

/** The sponsor's time to answer (B46), and after the answer the lapse (P16); only to those who see positions (B38). */
export async function discussClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const rows = (await openDiscusses(tx, asking)).filter(({ ballot, candidate }) => {
    const { committeeId, state, closesAt } = ballot;
    const thing = { committeeId, state, closesAt, sponsorSeatId: candidate.sponsorSeatId, roll: [], recusedSeats: [] };
    return !isRefusal(powers["see-positions"](asking.person, thing));
  });
  if (rows.length === 0) return [];
  const { ballotEvents } = tx.t;
  const events = await tx
    .select()
    .from(ballotEvents)
    .where(
      and(
        inArray(ballotEvents.ballotId, [...new Set(rows.map(({ ballot }) => ballot.id))]),
        inArray(ballotEvents.type, ["answer", "renew"]),
      ),
    );
  const clocks = rows.map(({ ballot, candidate, position, seat }): OpenClock => {
    const said = events
      .filter((event) => event.ballotId === ballot.id && event.seatId === position.seatId)
      .map((event) => ({ type: event.type as "answer" | "renew", seat: position.seatId, at: event.at }));
    const { lapsesAt } = discussClock({ seat: position.seatId, at: position.at }, said);
    const own = seatsOf(asking.person, ballot.committeeId).map((held) => held.seatId);
    const kind: ClockKind = lapsesAt === null ? "discuss-answer" : "discuss-lapse";
    return {
      ...{ kind, id: position.id, at: lapsesAt ?? position.at + answerTime_ms },
      ...{ rule: lapsesAt === null ? "B46" : "P16", committeeId: ballot.committeeId },
      ...{ title: candidate.title, marking: candidate.marking, reference: ballot.reference, note: seat },
      to: `/ballots/${slugOf(ballot.reference)}#positions`,
      mine: own.includes(lapsesAt === null ? candidate.sponsorSeatId : position.seatId),
      place: null,
    };
  });
  return clocks.filter((clock) => isAsked(asking, clock));
}
