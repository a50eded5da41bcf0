/** The reading room: the newest edition, the editions before it, the members by the names they register. It is public. */
import { findEdition, findEditionHeads } from "../../../db/store/list.ts";
import { findCommittees, findMembers } from "../../../db/store/membership.ts";
import { query } from "../../query.ts";
import { groupEntries, readEditionNumber, viewEditionHead } from "./edition-view.ts";

const headsMax = 24;

export const publicPage = query(async (tx, _actor, params: { before?: string | null }) => {
  const edition = await findEdition(tx, "newest");
  const from = readEditionNumber(params.before);
  const heads = await findEditionHeads(tx, {
    before: typeof from === "number" ? from : undefined,
    most: headsMax + 1,
  });
  return {
    edition: edition && viewEditionHead(edition),
    entries: edition?.content.entries.length ?? 0,
    groups: groupEntries(edition?.content.entries ?? [], ({ code, title }) => ({ code, title })),
    heads: heads.slice(0, headsMax).map(({ number, at }) => ({ number, at })),
    earlier: heads.length > headsMax ? heads[headsMax - 1]!.number : null,
    committees: (await findCommittees(tx)).map(({ name, field }) => ({ name, field })),
    members: (await findMembers(tx)).map(({ name }) => name),
    topics: [] as string[],
  };
});
