/** What awaits people about comments: dispositions to make, to answer and to read, and comments that name them. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { isInCircle, type Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { reopenUntil } from "../../text-gate.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

/** Comments that wait for the chair's disposition, one duty a candidate (rules K3, K5). */
export async function dispositionDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const committees = committeesOf(person, "chair", "vice-chair");
  if (committees.length === 0) return [];
  const { candidates, comments } = tx.t;
  const rows = await tx
    .select({ reference: candidates.reference, title: candidates.title, memberId: comments.memberId })
    .from(candidates)
    .innerJoin(
      comments,
      and(
        eq(comments.candidateId, candidates.id),
        inArray(comments.state, ["open", "reopened"]),
        eq(comments.type, "technical"),
        or(eq(comments.late, false), isNotNull(comments.admittedAt)),
      ),
    )
    .where(and(inArray(candidates.committeeId, committees), inArray(candidates.state, ["commenting", "resolving"])))
    .limit(rowsMax);
  const counted = new Map<string, Duty>();
  for (const row of rows) {
    if (row.memberId !== null && row.memberId === person.memberId) continue;
    const known = counted.get(row.reference);
    if (known) known.count += 1;
    else
      counted.set(row.reference, {
        kind: "dispose-comments",
        title: row.title,
        to: `/candidates/${slugOf(row.reference)}/comments?state=open&state=reopened&type=technical`,
        dueAt: null,
        rule: "K5",
        note: null,
        count: 1,
      });
  }
  return [...counted.values()];
}

/**
 * The person's own comments that were disposed of (rule K6): those that may still be reopened, until that time is over (K7),
 * and those whose second disposition stands, as long as a first one could be answered (K8).
 */
export async function commenterDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { comments, candidates, committees } = tx.t;
  const rows = await tx
    .select({
      number: comments.number,
      state: comments.state,
      disposedAt: comments.disposedAt,
      title: candidates.title,
      reference: candidates.reference,
      committeeId: candidates.committeeId,
      zone: committees.zone,
    })
    .from(comments)
    .innerJoin(candidates, eq(candidates.id, comments.candidateId))
    .innerJoin(committees, eq(committees.id, candidates.committeeId))
    .where(
      and(
        eq(comments.personId, person.personId),
        or(
          and(eq(comments.state, "disposed"), isNull(comments.reopenedAt)),
          and(eq(comments.state, "final"), isNotNull(comments.reopenedAt)),
        ),
        inArray(candidates.state, ["commenting", "resolving", "ready"]),
      ),
    )
    .orderBy(desc(comments.disposedAt))
    .limit(rowsMax);
  return rows.flatMap((row): Duty[] => {
    const until = reopenUntil(row.disposedAt!, row);
    if (until <= tx.now || !isInCircle(person, row.committeeId)) return [];
    const again = row.state === "final";
    return [
      {
        kind: again ? "read-final-disposition" : "answer-disposition",
        title: row.title,
        to: `/candidates/${slugOf(row.reference)}/comments/${row.number}`,
        dueAt: until,
        rule: again ? "K8" : "K7",
        note: String(row.number),
        count: 1,
      },
    ];
  });
}

/** Comments that name the person and that the person has not looked at. What they say stays where it may be read (rule W2). */
export async function mentionDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const { mentions, comments, candidates } = tx.t;
  const rows = await tx
    .selectDistinct({
      number: comments.number,
      title: candidates.title,
      reference: candidates.reference,
      committeeId: candidates.committeeId,
    })
    .from(mentions)
    .innerJoin(comments, eq(comments.id, mentions.commentId))
    .innerJoin(candidates, eq(candidates.id, comments.candidateId))
    .where(and(eq(mentions.personId, person.personId), isNull(mentions.seenAt)))
    .orderBy(asc(candidates.reference), asc(comments.number))
    .limit(rowsMax);
  return rows
    .filter(({ committeeId }) => isInCircle(person, committeeId))
    .map((row) => ({
      kind: "read-mention",
      title: row.title,
      to: `/candidates/${slugOf(row.reference)}/comments/${row.number}`,
      dueAt: null,
      rule: "K2",
      note: String(row.number),
      count: 1,
    }));
}
