/** One entry of a published list as numbered clauses, its counterpart beside it, and the candidates that may begin from it. */
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { editableStates } from "../../../domain/candidate/candidate-life.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { textOfEntry } from "../../library/entry-text.ts";
import { type LibraryEntry, library, libraryLists } from "../../library/published-lists.ts";
import { query } from "../../query.ts";

const candidatesMax = 20;

/** The candidates in drafting whose text is empty and which this actor may edit. */
export async function candidatesToBegin(tx: Reader, actor: Actor, wanted: string | null) {
  if (actor.kind !== "person") return [];
  const { candidates, definitions } = tx.t;
  const committees = actor.roles.flatMap(({ committeeId }) => committeeId ?? []);
  if (committees.length === 0) return [];
  const rows = await tx
    .select({ candidate: candidates })
    .from(candidates)
    .innerJoin(definitions, eq(definitions.candidateId, candidates.id))
    .where(
      and(
        inArray(candidates.committeeId, [...new Set(committees)]),
        inArray(candidates.state, [...editableStates]),
        // A text that has no update yet is empty.
        eq(definitions.headSequence, 0),
      ),
    )
    .limit(candidatesMax);
  const chosen = wanted ? await findCandidate(tx, wanted) : null;
  const found: Candidate[] = rows.map((row) => row.candidate);
  const mine = [];
  for (const candidate of found) {
    if (isRefusal(powers["start-definition"](actor, await candidateThing(tx, candidate)))) continue;
    mine.push({
      id: candidate.id,
      slug: slugOf(candidate.reference),
      reference: candidate.reference,
      title: candidate.title,
      chosen: candidate.id === chosen?.id,
    });
  }
  return mine.sort((one, other) => Number(other.chosen) - Number(one.chosen));
}

/** Whether the actor may propose a candidate in any committee: a seat gives it in its own, a reviewer's office in all. */
function mayPropose(actor: Actor): boolean {
  if (actor.kind !== "person") return false;
  return actor.roles.some(
    ({ committeeId }) => !isRefusal(powers["propose-candidate"](actor, { committeeId: committeeId ?? "" })),
  );
}

export type LibraryEntryParams = { code: string; list?: string | null; both?: boolean; for?: string | null };

export const libraryEntryPage = query(async (tx, actor, params: LibraryEntryParams) => {
  const asked = libraryLists.find((one) => one === params.list);
  const { find } = library();
  const entry = asked ? find(asked, params.code) : (find("us", params.code) ?? find("eu", params.code));
  if (!entry) return notFound();
  const counterpart = entry.counterpart ? find(entry.list === "us" ? "eu" : "us", entry.counterpart) : null;
  const around = library().entries.filter((one) => one.list === entry.list);
  const place = around.indexOf(entry);
  const beside = (one: LibraryEntry | undefined) => (one ? { list: one.list, code: one.code } : null);
  return {
    entry: textOfEntry(entry),
    counterpart: counterpart && {
      list: counterpart.list,
      code: counterpart.code,
      isWhole: counterpart.published !== null,
    },
    beside: params.both && counterpart ? textOfEntry(counterpart) : null,
    before: beside(around[place - 1]),
    after: beside(around[place + 1]),
    candidates: entry.published ? await candidatesToBegin(tx, actor, params.for ?? null) : [],
    mayPropose: mayPropose(actor),
  };
});
