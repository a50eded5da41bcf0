/** A comment as pages show it: its clause's number today, its thread, and what this actor may do with it and why not. */
import { and, eq, inArray, max } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type CommentRow, commentThing, loadThreads } from "../../../db/store/comment.ts";
import type { CandidateThing } from "../../../domain/candidate/candidate-powers.ts";
import type { Clause, ClauseKind } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, isRefusal, refuse } from "../../../domain/refusal.ts";
import { reopenUntil } from "../../text-gate.ts";

export const commentActs = [
  "follow-up-comment",
  "dispose-comment",
  "reopen-comment",
  "agree-disposition",
  "withdraw-comment",
] as const;

/** How a page names a clause: its number, else its kind; `gone` where it no longer stands in the text. */
export type ClauseName = { label: string; kind: ClauseKind | null; gone: boolean };

export function clauseNames(clauses: Clause[]): (nid: string) => ClauseName {
  const labels = numbers(clauses);
  const kinds = new Map(clauses.map((clause) => [clause.nid, clause.kind]));
  return (nid) => ({
    label: (labels.get(nid) ?? "").replace(/\.$/, ""),
    kind: kinds.get(nid) ?? null,
    gone: nid !== "" && !kinds.has(nid),
  });
}

export type CommentsAround = {
  actor: Actor;
  thing: CandidateThing;
  clauses: Clause[];
  committee: { zone: string };
};

export async function viewComments(tx: Reader, rows: CommentRow[], around: CommentsAround) {
  const { actor, thing, clauses, committee } = around;
  const threads = await loadThreads(
    tx,
    rows.map(({ id }) => id),
  );
  const nameOf = clauseNames(clauses);
  const versionIds = [...new Set(rows.flatMap(({ versionId }) => versionId ?? []))];
  const { versions } = tx.t;
  const numbered = new Map(
    versionIds.length === 0
      ? []
      : (
          await tx
            .select({ id: versions.id, number: versions.number })
            .from(versions)
            .where(inArray(versions.id, versionIds))
        ).map(({ id, number }) => [id, number] as const),
  );
  const own = actor.kind === "person" ? actor.personId : "";
  return rows.map((row) => {
    const asked = commentThing(row, thing);
    const until = row.disposedAt === null || row.state !== "disposed" ? null : reopenUntil(row.disposedAt, committee);
    const may = Object.fromEntries(
      commentActs.map((act) => {
        const answer: Answer = powers[act](actor, asked);
        const late = act === "reopen-comment" && until !== null && tx.now >= until;
        const shown =
          !isRefusal(answer) && late ? refuse("late", "K7", "The five working days to reopen are over.") : answer;
        return [act, isRefusal(shown) ? shown : null];
      }),
    ) as Record<(typeof commentActs)[number], ReturnType<typeof refuse> | null>;
    return {
      id: row.id,
      number: row.number,
      nid: row.nid,
      clause: nameOf(row.nid),
      quote: row.quote,
      anchor: row.anchor,
      type: row.type,
      body: row.body,
      proposedChange: row.proposedChange,
      late: row.late,
      state: row.state,
      version: row.versionId === null ? null : (numbered.get(row.versionId) ?? null),
      madeAt: row.madeAt,
      by: { name: row.personName, colour: row.personColour, speaksFor: row.speaksFor },
      own: row.personId === own,
      disposition: row.disposition,
      dispositionReason: row.dispositionReason,
      disposedAt: row.disposedAt,
      reopenUntil: until,
      thread: (threads.get(row.id) ?? []).map(({ personId, personName, ...entry }) => ({
        ...entry,
        by: personName,
        own: personId !== null && personId === own,
      })),
      may,
    };
  });
}

export type CommentView = Awaited<ReturnType<typeof viewComments>>[number];

/** The number of the actor's last comment on the candidate; 0 before the first. */
export async function lastOwnComment(tx: Reader, candidateId: string, actor: Actor): Promise<number> {
  if (actor.kind !== "person") return 0;
  const { comments } = tx.t;
  const [{ last } = { last: null }] = await tx
    .select({ last: max(comments.number) })
    .from(comments)
    .where(and(eq(comments.candidateId, candidateId), eq(comments.personId, actor.personId)));
  return Number(last ?? 0);
}
