/** The clocks of candidates and their texts: the chair's answer, comment rounds, time to reopen, notices of amendments. */
import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Reader } from "../../../../db/open.ts";
import { noticeTime_ms } from "../../../../domain/definition/amendment.ts";
import { day_ms } from "../../../../domain/instant.ts";
import { roleIn, seatsOf } from "../../../../domain/membership/role.ts";
import { slugOf } from "../../../../domain/record/reference.ts";
import { reopenUntil } from "../../../text-gate.ts";
import { type Asking, askedOf, isAsked, type OpenClock } from "./clock.ts";

const kinds = [
  { kind: "candidate-answer", state: "proposed", rule: "C3" },
  { kind: "comment-round", state: "commenting", rule: "C6" },
] as const;

export async function candidateClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { candidates } = tx.t;
  const { person, committees, candidateId, most } = asking;
  const found: OpenClock[] = [];
  for (const { kind, state, rule } of kinds) {
    const rows = await tx
      .select()
      .from(candidates)
      .where(
        and(
          eq(candidates.state, state),
          inArray(candidates.committeeId, committees),
          candidateId === undefined ? undefined : eq(candidates.id, candidateId),
          askedOf(asking, kind, candidates.dueAt, candidates.id),
        ),
      )
      .orderBy(asc(candidates.dueAt), asc(candidates.id))
      .limit(most);
    for (const { id, committeeId, title, marking, reference, dueAt } of rows)
      found.push({
        ...{ kind, rule, id, committeeId, title, marking, reference, at: dueAt!, note: null, place: null },
        to: `/candidates/${slugOf(reference)}${kind === "comment-round" ? "/comments" : ""}`,
        mine:
          kind === "candidate-answer"
            ? roleIn(person, committeeId, "chair") !== undefined
            : seatsOf(person, committeeId).length > 0,
      });
  }
  return found;
}

/** Five working days never take longer than this, whatever weekends lie between (rule K7). */
const reopenWithin_ms = 10 * day_ms;

/** Comments of running candidates whose disposition may still be reopened (rule K7). */
export async function reopeningClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { comments, candidates, committees: houses } = tx.t;
  const rows = await tx
    .select({ comment: comments, candidate: candidates, zone: houses.zone })
    .from(candidates)
    .innerJoin(houses, eq(houses.id, candidates.committeeId))
    .innerJoin(
      comments,
      and(
        eq(comments.candidateId, candidates.id),
        eq(comments.state, "disposed"),
        isNull(comments.reopenedAt),
        gt(comments.disposedAt, asking.from - reopenWithin_ms),
      ),
    )
    .where(
      and(
        inArray(candidates.committeeId, asking.committees),
        inArray(candidates.state, ["commenting", "resolving", "ready"]),
        asking.candidateId === undefined ? undefined : eq(candidates.id, asking.candidateId),
      ),
    );
  return rows
    .map(
      ({ comment, candidate, zone }): OpenClock => ({
        ...{ kind: "comment-reopen", rule: "K7", id: comment.id, committeeId: candidate.committeeId, place: null },
        at: reopenUntil(comment.disposedAt!, { zone }),
        ...{ title: candidate.title, marking: candidate.marking, reference: candidate.reference },
        note: String(comment.number),
        to: `/candidates/${slugOf(candidate.reference)}/comments/${comment.number}`,
        mine: comment.personId === asking.person.personId,
      }),
    )
    .filter((clock) => isAsked(asking, clock));
}

/** Amendments that nobody has objected to and that wait out their 72 hours (rule A3). */
export async function noticeClocks(tx: Reader, asking: Asking): Promise<OpenClock[]> {
  const { amendments, candidates } = tx.t;
  const { person, committees, candidateId, most } = asking;
  const rows = await tx
    .select({ amendment: amendments, candidate: candidates })
    .from(amendments)
    .innerJoin(candidates, eq(candidates.id, amendments.candidateId))
    .where(
      and(
        eq(amendments.state, "proposed"),
        inArray(candidates.committeeId, committees),
        candidateId === undefined ? undefined : eq(candidates.id, candidateId),
        askedOf(asking, "amendment-notice", amendments.noticeAt, amendments.id, noticeTime_ms),
      ),
    )
    .orderBy(asc(amendments.noticeAt), asc(amendments.id))
    .limit(most);
  return rows.map(({ amendment, candidate }) => ({
    ...{ kind: "amendment-notice", rule: "A3", id: amendment.id, at: amendment.noticeAt + noticeTime_ms },
    ...{ committeeId: candidate.committeeId, title: candidate.title, marking: candidate.marking, place: null },
    reference: candidate.reference,
    note: String(amendment.number),
    to: `/candidates/${slugOf(candidate.reference)}/amendments/${amendment.number}`,
    mine:
      amendment.personId === person.personId ||
      roleIn(person, candidate.committeeId, "chair", "vice-chair") !== undefined,
  }));
}
