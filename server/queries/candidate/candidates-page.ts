/** The list of candidates that the actor may see, with filters and paging by key. */
import { findCandidates } from "../../../db/store/candidate.ts";
import { findCommittees } from "../../../db/store/membership.ts";
import { type CandidateState, candidateStates } from "../../../domain/candidate/candidate-life.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";

const rowsMax = 50;

/** How a page by key continues: the time of change and the id of its last row. */
export function readKey(after: string | null | undefined): { changedAt: number; id: string } | undefined {
  const [changedAt, id] = (after ?? "").split("_");
  return /^\d{1,15}$/.test(changedAt ?? "") && id ? { changedAt: Number(changedAt), id } : undefined;
}

export type CandidatesParams = {
  committee?: string | null;
  states?: string[];
  class?: string | null;
  after?: string | null;
};

export const candidatesPage = query(async (tx, actor, params: CandidatesParams) => {
  const committees = (await findCommittees(tx)).filter((committee) => isInCircle(actor, committee.id));
  const chosen = params.committee
    ? committees.filter((one) => one.code === params.committee?.toUpperCase())
    : committees;
  const states = (params.states ?? []).filter((state): state is CandidateState =>
    (candidateStates as readonly string[]).includes(state),
  );
  const found = await findCandidates(tx, {
    committeeIds: chosen.map((one) => one.id),
    states,
    class: params.class === "emerging" || params.class === "foundational" ? params.class : undefined,
    after: readKey(params.after),
    most: rowsMax + 1,
  });
  const rows = found.slice(0, rowsMax);
  const last = rows.at(-1);
  const nameOf = new Map(committees.map((one) => [one.id, one]));
  return {
    committees: committees.map(({ code, name }) => ({ code, name })),
    chosen: { committee: params.committee ?? null, states, class: params.class ?? null },
    rows: rows.map((candidate) => ({
      slug: slugOf(candidate.reference),
      reference: candidate.reference,
      title: candidate.title,
      class: candidate.class,
      state: candidate.state,
      committee: nameOf.get(candidate.committeeId)!.name,
      changedAt: candidate.changedAt,
      dueAt: candidate.dueAt,
    })),
    next: found.length > rowsMax && last ? `${last.changedAt}_${last.id}` : null,
    mayPropose: committees.some(
      (one) => !isRefusal(powers["propose-candidate"](actor, { committeeId: one.id }) as Answer),
    ),
    topics: committees.map((one) => `committee:${one.id}`),
  };
});
