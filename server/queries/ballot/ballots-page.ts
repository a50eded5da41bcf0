/** The ballots of the actor's committees with filters and paging by key, and what the actor's seats said on each. */
import { and, count, desc, eq, inArray, lt, lte, or } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadTurnouts } from "../../../db/store/ballot.ts";
import { findCommittees, loadRecusals } from "../../../db/store/membership.ts";
import { type BallotState, ballotStates } from "../../../domain/ballot/ballot-life.ts";
import { type Actor, isInCircle, type Person } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { readKey } from "../candidate/candidates-page.ts";

const rowsMax = 50;

export type BallotsParams = { committee?: string | null; states?: string[]; after?: string | null };

export const ballotsPage = query(async (tx, actor, params: BallotsParams) => {
  const committees = (await findCommittees(tx)).filter((committee) => isInCircle(actor, committee.id));
  const chosen = params.committee
    ? committees.filter((one) => one.code === params.committee?.toUpperCase())
    : committees;
  const states = ballotStates.filter((state) => params.states?.includes(state));
  const found = await findRows(tx, { committeeIds: chosen.map((one) => one.id), states, after: params.after });
  const rows = found.slice(0, rowsMax);
  const ids = rows.map((row) => row.ballot.id);
  const turnouts = await loadTurnouts(tx, ids);
  const rolls = await loadRollSizes(tx, ids);
  const own = await loadOwn(tx, actor, ids);
  const nameOf = new Map(committees.map((one) => [one.id, one.name]));
  const last = rows.at(-1)?.ballot;
  return {
    committees: committees.map(({ code, name }) => ({ code, name })),
    chosen: { committee: params.committee ?? null, states },
    rows: rows.map(({ ballot, title }) => ({
      slug: slugOf(ballot.reference),
      reference: ballot.reference,
      question: ballot.question,
      /** Null where the question is about no candidate. */
      technology: title,
      type: ballot.type,
      committee: nameOf.get(ballot.committeeId)!,
      state: ballot.state,
      outcome: ballot.outcome,
      draftedAt: ballot.draftedAt,
      closesAt: ballot.closesAt,
      turnout: turnouts.get(ballot.id) ?? 0,
      roll: rolls.get(ballot.id) ?? 0,
      own: own.get(ballot.id) ?? null,
    })),
    /** Committees in which the reader may draft a ballot, by their codes. */
    drafts: await committeesToDraftIn(tx, actor, committees),
    next: found.length > rowsMax && last ? `${last.draftedAt}_${last.id}` : null,
    topics: committees.map((one) => `committee:${one.id}`),
  };
});

async function committeesToDraftIn(tx: Reader, actor: Actor, committees: { id: string; code: string }[]) {
  const codes: string[] = [];
  for (const { id, code } of committees) {
    const { chairPresides, barredPeople } = await loadRecusals(tx, id, null);
    if (!isRefusal(powers["draft-ballot"](actor, { committeeId: id, chairPresides, barredPeople }))) codes.push(code);
  }
  return codes;
}

type Filter = { committeeIds: string[]; states: BallotState[]; after?: string | null };

type DraftKey = { id: string; draftedAt: number };

const latestFirst = (one: DraftKey, other: DraftKey) =>
  other.draftedAt - one.draftedAt || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);

/** The keys of one committee's ballots, read off an index in their order. */
async function findKeys(tx: Reader, committeeId: string, { states, after }: Filter): Promise<DraftKey[]> {
  const { ballots } = tx.t;
  const key = readKey(after);
  return tx
    .select({ id: ballots.id, draftedAt: ballots.draftedAt })
    .from(ballots)
    .where(
      and(
        eq(ballots.committeeId, committeeId),
        states.length > 0 ? inArray(ballots.state, states) : undefined,
        // The first half says nothing new; it lets the engine begin where the page before ended.
        key
          ? and(lte(ballots.draftedAt, key.changedAt), or(lt(ballots.draftedAt, key.changedAt), lt(ballots.id, key.id)))
          : undefined,
      ),
    )
    .orderBy(desc(ballots.draftedAt), desc(ballots.id))
    .limit(rowsMax + 1);
}

/**
 * Each committee is asked by itself, because an engine that is asked for several at once reads and sorts all of their
 * ballots before it keeps a page. Record and account stay where they are: they are the largest part of a ballot's row.
 */
async function findRows(tx: Reader, filter: Filter) {
  const keys: DraftKey[] = [];
  for (const committeeId of filter.committeeIds) keys.push(...(await findKeys(tx, committeeId, filter)));
  const page = keys.sort(latestFirst).slice(0, rowsMax + 1);
  if (page.length === 0) return [];
  const { ballots, candidates } = tx.t;
  const { id, reference, question, type, committeeId, state, outcome, draftedAt, closesAt } = ballots;
  const rows = await tx
    .select({
      ballot: { id, reference, question, type, committeeId, state, outcome, draftedAt, closesAt },
      title: candidates.title,
    })
    .from(ballots)
    .leftJoin(candidates, eq(candidates.id, ballots.candidateId))
    .where(
      inArray(
        ballots.id,
        page.map((one) => one.id),
      ),
    );
  return rows.sort((one, other) => latestFirst(one.ballot, other.ballot));
}

async function loadRollSizes(tx: Reader, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rollSeats } = tx.t;
  const rows = await tx
    .select({ ballotId: rollSeats.ballotId, seats: count() })
    .from(rollSeats)
    .where(inArray(rollSeats.ballotId, ids))
    .groupBy(rollSeats.ballotId);
  return new Map(rows.map((row) => [row.ballotId, row.seats]));
}

/** For each ballot on whose roll a seat of the actor stands: the seat, and its word or null. */
/** Which of the reader's own seats have a sealed position on which ballot: of others' seats nobody is told (rule B40). */
async function sealedBy(tx: Reader, ids: string[], seats: string[]): Promise<Set<string>> {
  const { sealedPositions } = tx.t;
  const rows = await tx
    .selectDistinct({ ballotId: sealedPositions.ballotId, seatId: sealedPositions.seatId })
    .from(sealedPositions)
    .where(and(inArray(sealedPositions.ballotId, ids), inArray(sealedPositions.seatId, seats)));
  return new Set(rows.map((row) => `${row.ballotId} ${row.seatId}`));
}

async function loadOwn(tx: Reader, actor: Actor, ids: string[]) {
  const own = new Map<string, { seat: string; word: string | null }>();
  const { rollSeats, currentPositions, positions } = tx.t;
  const held = actor.kind === "person" ? actor.roles.flatMap((role) => role.seatId ?? []) : [];
  if (ids.length === 0 || held.length === 0) return own;
  const rows = await tx
    .select({ ballotId: rollSeats.ballotId, seatId: rollSeats.seatId, seat: rollSeats.name, word: positions.word })
    .from(rollSeats)
    .leftJoin(
      currentPositions,
      and(eq(currentPositions.ballotId, rollSeats.ballotId), eq(currentPositions.seatId, rollSeats.seatId)),
    )
    .leftJoin(positions, eq(positions.id, currentPositions.positionId))
    .where(and(inArray(rollSeats.ballotId, ids), inArray(rollSeats.seatId, held)));
  // The seat a person acts for is the one held, before the one stood in for; as in casting.
  const order = actor.kind === "person" ? seatsInOrder(actor) : [];
  rows.sort((one, other) => order.indexOf(one.seatId) - order.indexOf(other.seatId));
  const sealed = await sealedBy(tx, ids, held);
  for (const { ballotId, seatId, seat, word } of rows)
    if (!own.has(ballotId))
      own.set(ballotId, { seat, word: word ?? (sealed.has(`${ballotId} ${seatId}`) ? "sealed" : null) });
  return own;
}

function seatsInOrder({ roles }: Person): string[] {
  const of = (name: string) => roles.filter((held) => held.role === name).flatMap((held) => held.seatId ?? []);
  return [...of("holder"), ...of("alternate")];
}
