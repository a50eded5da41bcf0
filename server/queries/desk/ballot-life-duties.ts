/** What awaits people of a ballot beside their position: recorded positions, overrides, challenges. */
import { and, eq, gt, inArray, ne } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadEvents } from "../../../db/store/ballot.ts";
import { thingWithRecusals } from "../../../db/store/ballot-acting.ts";
import { openChallenge } from "../../../db/store/ballot-challenge.ts";
import { type AnnouncedOverride, pendingOverride } from "../../../db/store/ballot-override.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { openDiscuss } from "../../../db/store/open-discuss.ts";
import { disputeTime_ms } from "../../../domain/ballot/closing.ts";
import { overrideNotice_ms } from "../../../domain/ballot/discuss.ts";
import { type Person, seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

const dutyOf = (kind: Duty["kind"], rule: string, about: { reference: string; title: string }): Duty => ({
  ...{ kind, rule, title: about.title, to: `/ballots/${slugOf(about.reference)}` },
  ...{ dueAt: null, note: null, count: 1 },
});

/** Positions that another person recorded for the person's seats and that stand, as long as they may be disputed (P9, P10). */
export async function recordedPositionDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { ballots, candidates, positions, currentPositions, rollSeats } = tx.t;
  const seats = person.roles.flatMap((held) => held.seatId ?? []);
  if (seats.length === 0) return [];
  const rows = await tx
    .select({
      reference: ballots.reference,
      title: candidates.title,
      closesAt: ballots.closesAt,
      name: rollSeats.name,
    })
    .from(candidates)
    .innerJoin(ballots, eq(ballots.candidateId, candidates.id))
    .innerJoin(currentPositions, eq(currentPositions.ballotId, ballots.id))
    .innerJoin(
      positions,
      and(eq(positions.id, currentPositions.positionId), ne(positions.recordedBy, positions.personId)),
    )
    .innerJoin(
      rollSeats,
      and(eq(rollSeats.ballotId, currentPositions.ballotId), eq(rollSeats.seatId, currentPositions.seatId)),
    )
    .where(
      and(
        inArray(candidates.committeeId, committeesOf(person, "holder", "alternate")),
        eq(candidates.state, "balloting"),
        inArray(currentPositions.seatId, seats),
        inArray(ballots.state, ["open", "closed", "challenged"]),
        gt(ballots.closesAt, tx.now - disputeTime_ms),
      ),
    )
    .limit(rowsMax);
  return rows.map((row) => ({
    ...dutyOf("check-recorded-position", "P10", row),
    dueAt: row.closesAt! + disputeTime_ms,
    note: row.name,
  }));
}

/** Announced overrides: seats of E say for or against, the chairs decide when the notice is over (rule P17). */
export async function overrideDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { ballots, candidates, ballotEvents } = tx.t;
  const committees = committeesOf(person, "holder", "alternate", "chair", "vice-chair");
  if (committees.length === 0) return [];
  const announced = await tx
    .select({ ballot: ballots, title: candidates.title, seatId: ballotEvents.seatId })
    .from(candidates)
    .innerJoin(ballots, and(eq(ballots.candidateId, candidates.id), eq(ballots.state, "open")))
    .innerJoin(ballotEvents, and(eq(ballotEvents.ballotId, ballots.id), eq(ballotEvents.type, "announce")))
    .where(and(inArray(candidates.committeeId, committees), eq(candidates.state, "balloting")))
    .limit(rowsMax);
  const seen = new Set<string>();
  const duties: Duty[] = [];
  for (const { ballot, title, seatId } of announced) {
    if (seen.has(`${ballot.id} ${seatId}`)) continue;
    seen.add(`${ballot.id} ${seatId}`);
    const discuss = await openDiscuss(tx, ballot, seatId!, "P17");
    if (isRefusal(discuss)) continue;
    const pending = pendingOverride(await loadEvents(tx, ballot.id), seatId!, discuss.at);
    if (!pending) continue;
    const thing = await thingWithRecusals(tx, ballot, await findCandidate(tx, ballot.candidateId));
    const about = { reference: ballot.reference, title };
    const voice = powers["give-override-voice"](person, thing, seatId!, tx.now);
    if (!isRefusal(voice) && !hasVoice(pending, person, ballot.committeeId))
      duties.push({ ...dutyOf("give-override-voice", "P17", about), dueAt: ballot.closesAt, note: "Your seat" });
    const ripe = tx.now >= pending.announcedAt + overrideNotice_ms;
    if (ripe && !isRefusal(powers["decide-override"](person, thing, seatId!, tx.now)))
      duties.push({ ...dutyOf("decide-override", "P17", about), dueAt: ballot.closesAt });
  }
  return duties;
}

function hasVoice({ voices }: AnnouncedOverride, person: Person, committeeId: string): boolean {
  return seatsOf(person, committeeId).some((held) => voices.some((one) => one.seatId === held.seatId));
}

/** The challenge that the person's office answers (rule B44). */
export async function challengeDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { ballots, candidates } = tx.t;
  const presiding = committeesOf(person, "chair", "vice-chair");
  if (presiding.length === 0) return [];
  const rows = await tx
    .select({ ballot: ballots, candidate: candidates })
    .from(candidates)
    .innerJoin(ballots, and(eq(ballots.candidateId, candidates.id), eq(ballots.state, "challenged")))
    .where(inArray(candidates.committeeId, presiding))
    .limit(rowsMax);
  const duties: Duty[] = [];
  for (const { ballot, candidate } of rows) {
    const thing = await thingWithRecusals(tx, ballot, candidate);
    const answer = powers["answer-challenge"](person, thing, await openChallenge(tx, ballot, thing));
    if (!isRefusal(answer))
      duties.push(dutyOf("answer-challenge", "B44", { reference: ballot.reference, title: candidate.title }));
  }
  return duties;
}
