/** The desk asks a seat for its position from the opening to the close, and not once the position is there. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import { givenDrafted, givenOpen, givenPositions } from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;

beforeEach(async () => {
  regime = await givenRegime();
});

afterEach(() => regime.close());

async function positionsDue(who: Person) {
  const page = await deskPage(regime.context, who, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.filter((duty) => duty.kind === "take-position");
}

test("[B6] a ballot that is only drafted asks nobody", async () => {
  await givenDrafted(regime);
  expect(await positionsDue(regime.holders.NL)).toEqual([]);
});

test("[B6] an open ballot asks each seat on its roll, holder and alternate, until its position is there", async () => {
  const open = await givenOpen(regime);
  const [due] = await positionsDue(regime.holders.NL);
  const { closesAt } = await regime.db.read(async (tx) => (await tx.select().from(tx.t.ballots))[0]!);
  expect(due).toMatchObject({ to: `/ballots/${open.reference.toLowerCase().replaceAll("/", "-")}`, dueAt: closesAt });
  expect(await positionsDue(regime.alternates.NL)).toHaveLength(1);
  expect(await positionsDue(regime.secretariat)).toEqual([]);
  expect(await positionsDue(regime.reviewers.NL)).toEqual([]);
  await givenPositions(regime, open, { NL: "yes" });
  expect(await positionsDue(regime.holders.NL)).toEqual([]);
  expect(await positionsDue(regime.alternates.NL)).toEqual([]);
  expect(await positionsDue(regime.holders.JP)).toHaveLength(1);
});

test("[B6] a ballot whose time is over asks nobody, even before the clock has closed it", async () => {
  await givenOpen(regime);
  regime.pass({ days: 14 });
  expect(await positionsDue(regime.holders.JP)).toEqual([]);
});
