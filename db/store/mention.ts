/** People whom comments name, and whether they have looked. */
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Reader, Tx } from "../open.ts";
import { inForce } from "./membership.ts";

export type ReaderOfComments = { personId: string; name: string; speaksFor: string | null };

const readersMax = 300;

/** Everybody who reads a committee's comments: its own people, government reviewers and the regime's secretariat. */
export async function loadReaders(tx: Reader, committeeId: string): Promise<ReaderOfComments[]> {
  const { roles, people, members } = tx.t;
  const rows = await tx
    .selectDistinct({ personId: people.id, name: people.name, speaksFor: members.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(members, eq(members.id, people.memberId))
    .where(
      and(
        or(
          eq(roles.committeeId, committeeId),
          and(isNull(roles.committeeId), inArray(roles.role, ["government-reviewer", "secretariat"])),
        ),
        inForce(tx),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(readersMax);
  return rows;
}

export type MentionPlace = { commentId: string; entry: number };

export async function saveMentions(
  tx: Tx,
  { commentId, entry }: MentionPlace,
  byPersonId: string,
  people: string[],
): Promise<void> {
  // Nobody is called by the own words.
  const called = people.filter((personId) => personId !== byPersonId);
  if (called.length === 0) return;
  await tx
    .insert(tx.t.mentions)
    .values(called.map((personId) => ({ commentId, entry, personId, byPersonId, at: tx.now, seenAt: null })));
}

/** What this person has not looked at yet under the comment; how many mentions it was. */
export async function markMentionsSeen(tx: Tx, commentId: string, personId: string): Promise<number> {
  const { mentions } = tx.t;
  const seen = await tx
    .update(mentions)
    .set({ seenAt: tx.now })
    .where(and(eq(mentions.commentId, commentId), eq(mentions.personId, personId), isNull(mentions.seenAt)))
    .returning({ entry: mentions.entry });
  return seen.length;
}

/** Of these comments, those that call this person and wait to be looked at. */
export async function loadUnseenMentions(tx: Reader, commentIds: string[], personId: string): Promise<Set<string>> {
  if (commentIds.length === 0) return new Set();
  const { mentions } = tx.t;
  const rows = await tx
    .selectDistinct({ commentId: mentions.commentId })
    .from(mentions)
    .where(and(inArray(mentions.commentId, commentIds), eq(mentions.personId, personId), isNull(mentions.seenAt)));
  return new Set(rows.map(({ commentId }) => commentId));
}
