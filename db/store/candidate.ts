/** Rows of candidates ⇄ domain values. */
import { and, asc, count, desc, eq, inArray, lt, lte, or } from "drizzle-orm";
import type { Candidate } from "../../domain/candidate/candidate.ts";
import { type CandidateState, moveFrom } from "../../domain/candidate/candidate-life.ts";
import type { CandidateThing } from "../../domain/candidate/candidate-powers.ts";
import type { Actor } from "../../domain/membership/role.ts";
import { referenceOf } from "../../domain/record/reference.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Reader, Tx } from "../open.ts";
import { loadRecusals } from "./membership.ts";

/** By id, by reference (`QTAC/2026/014`) or by its address form (`qtac-2026-014`); null if unknown, or none is named. */
export async function findCandidate(tx: Reader, handle: string | null): Promise<Candidate | null> {
  if (handle === null) return null;
  const { candidates } = tx.t;
  const [row] = await tx
    .select()
    .from(candidates)
    .where(or(eq(candidates.id, handle), eq(candidates.reference, referenceOf(handle))));
  return row ?? null;
}

/** What the powers of a candidate are asked about: the candidate, and who is barred from presiding on it. */
export async function candidateThing(
  tx: Reader,
  candidate: Candidate,
): Promise<CandidateThing & { recusedSeats: string[] }> {
  const { barredPeople, recusedSeats, chairPresides } = await loadRecusals(tx, candidate.committeeId, candidate.id);
  return {
    committeeId: candidate.committeeId,
    state: candidate.state,
    sponsorSeatId: candidate.sponsorSeatId,
    sponsorMemberId: candidate.sponsorMemberId,
    proposedBy: candidate.proposedBy,
    barredPeople,
    chairPresides,
    recusedSeats,
  };
}

export async function saveNewCandidate(tx: Tx, candidate: Candidate): Promise<void> {
  await tx.insert(tx.t.candidates).values(candidate);
  await tx.insert(tx.t.candidateMoves).values({
    candidateId: candidate.id,
    number: 1,
    from: null,
    to: candidate.state,
    act: "propose-candidate",
    personId: candidate.proposedBy,
    reason: null,
    at: tx.now,
  });
}

/**
 * Moves a candidate by a row of table C and writes the step into its path; refused where no row leads on (rule C2).
 * `dueAt` is when the clock acts next, or null.
 */
export async function moveCandidate(
  tx: Tx,
  candidate: Pick<Candidate, "id" | "state">,
  act: string,
  { actor, reason = null, dueAt = null }: { actor: Actor; reason?: string | null; dueAt?: number | null },
): Promise<CandidateState | Refusal> {
  const move = moveFrom(candidate.state, act);
  if (isRefusal(move)) return move;
  const { candidates, candidateMoves } = tx.t;
  await tx.update(candidates).set({ state: move.to, changedAt: tx.now, dueAt }).where(eq(candidates.id, candidate.id));
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(candidateMoves)
    .where(eq(candidateMoves.candidateId, candidate.id));
  await tx.insert(candidateMoves).values({
    candidateId: candidate.id,
    number: taken + 1,
    from: candidate.state,
    to: move.to,
    act,
    personId: actor.kind === "person" ? actor.personId : null,
    reason,
    at: tx.now,
  });
  return move.to;
}

/** The path of a candidate, oldest step first, with the names of those who moved it. */
export async function loadPath(tx: Reader, candidateId: string) {
  const { candidateMoves, people } = tx.t;
  return tx
    .select({
      from: candidateMoves.from,
      to: candidateMoves.to,
      act: candidateMoves.act,
      reason: candidateMoves.reason,
      at: candidateMoves.at,
      personName: people.name,
    })
    .from(candidateMoves)
    .leftJoin(people, eq(people.id, candidateMoves.personId))
    .where(eq(candidateMoves.candidateId, candidateId))
    .orderBy(asc(candidateMoves.number));
}

export type CandidateFilter = {
  committeeIds: string[];
  states?: CandidateState[];
  class?: Candidate["class"];
  /** The last candidate of the page before, by its time of change and id. */
  after?: { changedAt: number; id: string };
  most: number;
};

type ChangeKey = { id: string; changedAt: number };

const latestFirst = (one: ChangeKey, other: ChangeKey) =>
  other.changedAt - one.changedAt || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);

/** The keys of one committee's candidates in one state, or in any: read off an index in their order. */
async function findKeys(
  tx: Reader,
  committeeId: string,
  state: CandidateState | null,
  { class: asked, after, most }: CandidateFilter,
): Promise<ChangeKey[]> {
  const { candidates } = tx.t;
  return tx
    .select({ id: candidates.id, changedAt: candidates.changedAt })
    .from(candidates)
    .where(
      and(
        eq(candidates.committeeId, committeeId),
        state === null ? undefined : eq(candidates.state, state),
        asked ? eq(candidates.class, asked) : undefined,
        // The first half says nothing new; it lets the engine begin where the page before ended.
        after
          ? and(
              lte(candidates.changedAt, after.changedAt),
              or(lt(candidates.changedAt, after.changedAt), lt(candidates.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(candidates.changedAt), desc(candidates.id))
    .limit(most);
}

/**
 * Candidates of these committees, the latest changed first: a page by key. Each committee and state is asked by itself,
 * because an engine that is asked for several at once reads and sorts all of them before it keeps a page.
 */
export async function findCandidates(tx: Reader, filter: CandidateFilter): Promise<Candidate[]> {
  const states = filter.states && filter.states.length > 0 ? [...new Set(filter.states)] : [null];
  const keys: ChangeKey[] = [];
  for (const committeeId of filter.committeeIds)
    for (const state of states) keys.push(...(await findKeys(tx, committeeId, state, filter)));
  const page = keys.sort(latestFirst).slice(0, filter.most);
  if (page.length === 0) return [];
  const { candidates } = tx.t;
  const ids = page.map((key) => key.id);
  const found = await tx.select().from(candidates).where(inArray(candidates.id, ids));
  return found.sort(latestFirst);
}
