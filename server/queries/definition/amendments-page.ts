/** The amendments of a candidate with filters and paging by key, and those that compete for a clause (rule A5). */

import { asc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import {
  type Amendment,
  countAmendments,
  findAmendments,
  loadChanges,
  loadOpenAmendments,
} from "../../../db/store/amendment.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { distanceOf, orderOfVote } from "../../../domain/definition/amendment.ts";
import { type AmendmentState, amendmentStates } from "../../../domain/definition/amendment-life.ts";
import { type ChangeView, viewChanges } from "../../../domain/definition/amendment-view.ts";
import { type Clause, clauseText } from "../../../domain/definition/control-text.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { viewAmendments } from "./amendment-view.ts";
import { clauseNames } from "./comment-view.ts";

const rowsMax = 30;
const wordsMax = 60;

export type AmendmentsParams = {
  candidate: string;
  states?: string[];
  clause?: string | null;
  member?: string | null;
  before?: string | null;
};

/** The members for which somebody has proposed an amendment to this text. */
async function proposingMembers(tx: Reader, candidateId: string) {
  const { amendments, members } = tx.t;
  return tx
    .selectDistinct({ id: members.id, name: members.name })
    .from(amendments)
    .innerJoin(members, eq(members.id, amendments.memberId))
    .where(eq(amendments.candidateId, candidateId))
    .orderBy(asc(members.name));
}

/** The clauses for which several open amendments compete, each with them in the order of vote (rule A5). */
export async function competing(tx: Reader, open: Amendment[], clauses: Clause[]) {
  const changes = await loadChanges(tx, open);
  const nameOf = clauseNames(clauses);
  const places = new Map(clauses.map(({ nid }, at) => [nid, at]));
  const views = new Map<string, ChangeView[]>();
  const viewOf = (id: string, nid: string) => {
    const shown = views.get(id) ?? viewChanges(changes.get(id)!, clauses);
    views.set(id, shown);
    return shown.find((view) => view.nid === nid)!;
  };
  const byNid = new Map<string, Amendment[]>();
  for (const amendment of open)
    for (const { nid, before } of changes.get(amendment.id)!)
      if (before !== null) byNid.set(nid, [...(byNid.get(nid) ?? []), amendment]);
  return [...byNid]
    .filter(([, several]) => several.length > 1)
    .sort(([one], [other]) => (places.get(one) ?? 1e9) - (places.get(other) ?? 1e9))
    .map(([nid, several]) => {
      const voted = several.map(({ id, number, noticeAt, state }) => ({
        id,
        number,
        noticeAt,
        state,
        changes: changes.get(id)!,
      }));
      return {
        nid,
        clause: nameOf(nid),
        amendments: orderOfVote(voted, nid).map((one) => ({
          number: one.number,
          state: one.state,
          distance: distanceOf(one.changes, nid),
          change: viewOf(one.id, nid),
        })),
      };
    });
}

export const amendmentsPage = query(async (tx, actor, params: AmendmentsParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const thing = await candidateThing(tx, candidate);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const clauses = (await readHeadText(tx, candidate))?.text.clauses ?? [];
  const states = (params.states ?? []).filter((one): one is AmendmentState =>
    (amendmentStates as readonly string[]).includes(one),
  );
  const before = /^\d{1,9}$/.test(params.before ?? "") ? Number(params.before) : undefined;
  const chosen = { states, nid: params.clause || undefined, memberId: params.member || undefined };
  const found = await findAmendments(tx, candidate.id, { ...chosen, before, most: rowsMax + 1 });
  const rows = found.slice(0, rowsMax);
  const nameOf = clauseNames(clauses);
  const may = powers["propose-amendment"](actor, thing);
  return {
    candidate: candidateHead(candidate),
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    clauses: clauses.map((clause) => ({
      nid: clause.nid,
      clause: nameOf(clause.nid),
      words: clauseText(clause).slice(0, wordsMax),
    })),
    members: await proposingMembers(tx, candidate.id),
    chosen: { state: states[0] ?? null, clause: chosen.nid ?? null, member: chosen.memberId ?? null },
    counts: await countAmendments(tx, candidate.id),
    rows: await viewAmendments(tx, rows, { actor, thing, clauses }),
    /** On the first page only: it is about all open amendments, whatever the filters show. */
    competing: before === undefined ? await competing(tx, await loadOpenAmendments(tx, candidate.id), clauses) : [],
    next: found.length > rowsMax ? String(rows.at(-1)!.number) : null,
    may: { "propose-amendment": isRefusal(may) ? may : null },
    topics: [`candidate:${candidate.id}`],
  };
});
