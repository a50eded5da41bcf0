/** The rounds that the actor may see, the latest first. */
import { findCommittees } from "../../../db/store/membership.ts";
import { findRounds } from "../../../db/store/review.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { readPageKey, writePageKey } from "./page-key.ts";

const rowsMax = 50;

export const roundsPage = query(async (tx, actor, params: { after?: string | null }) => {
  const committees = (await findCommittees(tx)).filter(
    (one) => !isRefusal(powers["read-round"](actor, { committeeId: one.id })),
  );
  const found = await findRounds(tx, {
    committeeIds: committees.map((one) => one.id),
    after: readPageKey(params.after),
    most: rowsMax + 1,
  });
  const rows = found.slice(0, rowsMax);
  const last = rows.at(-1);
  const nameOf = new Map(committees.map((one) => [one.id, one.name]));
  return {
    rows: rows.map((row) => ({
      slug: slugOf(row.reference),
      reference: row.reference,
      title: row.title,
      committee: nameOf.get(row.committeeId)!,
      recommendation: { slug: slugOf(row.recommendation), reference: row.recommendation },
      kind: row.kind,
      state: row.state,
      dispatchedAt: row.dispatchedAt,
      endsAt: row.endsAt,
    })),
    next: found.length > rowsMax && last ? writePageKey({ at: last.preparedAt, id: last.id }) : null,
    topics: committees.map((one) => `committee:${one.id}`),
  };
});
