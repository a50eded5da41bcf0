/**
 * The desk: only what awaits this person, by deadline. Each duty is asked of the same tables and powers as the page that
 * it leads to, so that the desk is never wrong about what may be done.
 */
import { asc, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { findMinutes } from "../../../db/store/record.ts";
import type { Actor, Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { amendmentDecisions, staleAmendments } from "./amendment-duties.ts";
import { challengeDuties, overrideDuties, recordedPositionDuties } from "./ballot-life-duties.ts";
import { commenterDuties, dispositionDuties, mentionDuties } from "./comment-duties.ts";
import type { Duty } from "./duty.ts";
import { chairDuties, roundDuties, secretariatDuties } from "./office-duties.ts";
import { ballotDuties, discussDuties, interestDuties } from "./seat-duties.ts";
import { secondDuties } from "./second-duties.ts";

const dutiesMax = 100;
const newsMax = 12;

/** By deadline, those with none last, in the order of the rule book's year. */
function byDeadline(one: Duty, other: Duty): number {
  return (one.dueAt ?? Number.MAX_SAFE_INTEGER) - (other.dueAt ?? Number.MAX_SAFE_INTEGER);
}

async function dutiesOf(tx: Reader, person: Person): Promise<Duty[]> {
  const found: Duty[] = [];
  for (const ask of [
    ballotDuties,
    discussDuties,
    secondDuties,
    recordedPositionDuties,
    overrideDuties,
    challengeDuties,
    roundDuties,
    chairDuties,
    dispositionDuties,
    amendmentDecisions,
    staleAmendments,
    secretariatDuties,
    commenterDuties,
    mentionDuties,
    interestDuties,
  ])
    found.push(...(await ask(tx, person)));
  return found.sort(byDeadline).slice(0, dutiesMax);
}

/** What happened last to candidates of these committees, the newest first. */
async function newsOf(tx: Reader, committees: { id: string; name: string }[]) {
  const found = [];
  for (const { id, name } of committees) {
    const minutes = await findMinutes(tx, { committeeId: id }, { most: newsMax });
    found.push(
      ...minutes.filter((minute) => minute.candidateId !== null).map((minute) => ({ ...minute, committee: name })),
    );
  }
  return found.sort((one, other) => other.sequence - one.sequence).slice(0, newsMax);
}

export const deskPage = query(async (tx, actor: Actor, _params: Record<string, never>) => {
  if (actor.kind !== "person") return notFound();
  const { committees, candidates } = tx.t;
  const everywhere = actor.roles.some((held) => held.committeeId === null);
  const mine = everywhere
    ? await tx.select().from(committees).orderBy(asc(committees.name))
    : await tx
        .select()
        .from(committees)
        .where(inArray(committees.id, [...new Set(actor.roles.map((held) => held.committeeId!)), ""]))
        .orderBy(asc(committees.name));
  const news = await newsOf(tx, mine);
  const about = [...new Set(news.map((minute) => minute.candidateId).filter((id) => id !== null))];
  const titles = new Map(
    about.length === 0
      ? []
      : (
          await tx
            .select({ id: candidates.id, title: candidates.title, reference: candidates.reference })
            .from(candidates)
            .where(inArray(candidates.id, about))
        ).map((row) => [row.id, { title: row.title, slug: slugOf(row.reference) }] as const),
  );
  return {
    duties: await dutiesOf(tx, actor),
    news: news.map(({ id, type, personName, at, committee, candidateId }) => ({
      id,
      type,
      personName,
      at,
      committee,
      candidate: titles.get(candidateId ?? "") ?? null,
    })),
    topics: mine.map((committee) => `committee:${committee.id}`),
  };
});
