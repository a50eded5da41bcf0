/** A comment as pages show it: its clause's number today, its thread, and what this actor may do with it and why not. */
import { and, eq, max } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type CommentRow, commentThing, loadThreads } from "../../../db/store/comment.ts";
import { loadUnseenMentions } from "../../../db/store/mention.ts";
import type { CandidateThing } from "../../../domain/candidate/candidate-powers.ts";
import { readCarrier } from "../../../domain/definition/comment.ts";
import type { NamedCarrier } from "../../../domain/definition/comment-layout.ts";
import type { Clause } from "../../../domain/definition/control-text.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { reopenUntil } from "../../text-gate.ts";
import { amendmentNumbers, carrierChoices, clauseNames, placesOf } from "./comment-places.ts";

export { type ClauseName, clauseNames } from "./comment-places.ts";

export const commentActs = [
  "follow-up-comment",
  "dispose-comment",
  "reopen-comment",
  "agree-disposition",
  "withdraw-comment",
  "admit-comment",
  "sustain-comment",
] as const;
type CommentAct = (typeof commentActs)[number];

export type CommentsAround = {
  actor: Actor;
  thing: CandidateThing;
  clauses: Clause[];
  committee: { zone: string };
};

/** What carries a comment, as a page says it; null where nothing does. */
function carrierShown(word: string | null, numbers: Map<string, number>): NamedCarrier | null {
  const carrier = readCarrier(word);
  if (carrier === null) return null;
  if ("version" in carrier) return carrier;
  const amendmentNumber = numbers.get(carrier.amendment);
  return amendmentNumber === undefined ? null : { amendmentNumber };
}

/** Amendments that carry any of these comments, or did at an earlier disposition. */
function amendmentsNamed(words: (string | null | undefined)[]): string[] {
  const carriers = words.flatMap((word) => readCarrier(word ?? null) ?? []);
  return [...new Set(carriers.flatMap((carrier) => ("amendment" in carrier ? [carrier.amendment] : [])))];
}

function mayOf(
  actor: Actor,
  row: CommentRow,
  thing: CandidateThing,
  isOver: boolean,
): Record<CommentAct, Refusal | null> {
  const asked = commentThing(row, thing);
  return Object.fromEntries(
    commentActs.map((act) => {
      const answer: Answer = powers[act](actor, asked);
      if (isRefusal(answer)) return [act, answer];
      const late = act === "reopen-comment" && isOver;
      return [act, late ? refuse("late", "K7", "The five working days to reopen are over.") : null];
    }),
  ) as Record<CommentAct, Refusal | null>;
}

export async function viewComments(tx: Reader, rows: CommentRow[], around: CommentsAround) {
  const { actor, thing, clauses, committee } = around;
  const ids = rows.map(({ id }) => id);
  const own = actor.kind === "person" ? actor.personId : "";
  const [threads, places, unseen] = [
    await loadThreads(tx, ids),
    await placesOf(tx, rows, clauses),
    await loadUnseenMentions(tx, ids, own),
  ];
  const said = [...threads.values()].flat().map(({ carriedBy }) => carriedBy);
  const numbers = await amendmentNumbers(tx, amendmentsNamed([...said, ...rows.map((row) => row.carriedBy)]));
  const choices = rows.length === 0 ? { latest: 0, amendments: [] } : await carrierChoices(tx, rows[0]!.candidateId);
  const nameOf = clauseNames(clauses);
  return rows.map((row) => {
    const until = row.disposedAt === null || row.state !== "disposed" ? null : reopenUntil(row.disposedAt, committee);
    const place = places.get(row.id)!;
    const may = mayOf(actor, row, thing, until !== null && tx.now >= until);
    return {
      id: row.id,
      number: row.number,
      nid: row.nid,
      clause: nameOf(row.nid),
      place,
      quote: row.quote,
      anchor: row.anchor,
      type: row.type,
      body: row.body,
      proposedChange: row.proposedChange,
      late: row.late,
      admittedAt: row.admittedAt,
      state: row.state,
      version: place.version,
      madeAt: row.madeAt,
      by: { name: row.personName, colour: row.personColour, speaksFor: row.speaksFor, memberCode: row.memberCode },
      own: row.personId === own,
      /** The words call this person, who has not looked yet. */
      callsYou: unseen.has(row.id),
      disposition: row.disposition,
      dispositionReason: row.dispositionReason,
      carriedBy: carrierShown(row.carriedBy, numbers),
      disposedAt: row.disposedAt,
      reopenUntil: until,
      thread: (threads.get(row.id) ?? []).map(({ personId, personName, carriedBy = null, ...entry }) => ({
        ...entry,
        carriedBy: carrierShown(carriedBy, numbers),
        by: personName,
        own: personId !== null && personId === own,
      })),
      /** What may carry it when it is accepted: from the version after the commented one to the next one. */
      carriers: may["dispose-comment"] === null ? { after: place.version ?? 0, ...choices } : null,
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
