/** The desk asks a reviewer for the proof of delivery first, then for the reply, until the member has replied. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { deskPage } from "../../../server/queries/desk/desk-page.ts";
import { givenRegime, memberCodes, type Regime } from "../../given/regime.ts";
import { givenDelivered, givenDispatched, roundRow } from "../../given/round.ts";

let regime: Regime;

beforeEach(async () => {
  regime = await givenRegime();
});

afterEach(() => regime.close());

async function roundDuties(who: Person) {
  const page = await deskPage(regime.context, who, {});
  if (isRefusal(page)) throw new Error(page.reason);
  return page.duties.filter((duty) => duty.rule === "V3" || duty.rule === "V8");
}

test("[V3] a dispatched round asks the member's reviewer for the delivery, and no other person of the member", async () => {
  await givenDispatched(regime);
  expect(await roundDuties(regime.reviewers.JP)).toMatchObject([
    { kind: "acknowledge-delivery", rule: "V3", note: "Japan", dueAt: null },
  ]);
  expect(await roundDuties(regime.holders.JP)).toEqual([]);
});

test("[V8] a delivered round asks for the reply by the round's end, until it is there", async () => {
  const given = await givenDispatched(regime);
  await givenDelivered(regime, given, memberCodes);
  const { endsAt } = await roundRow(regime, given.round);
  expect(await roundDuties(regime.reviewers.JP)).toMatchObject([
    { kind: "reply-round", rule: "V8", note: "Japan", dueAt: endsAt },
  ]);
  await regime.done(regime.reviewers.JP, "reply-round", { round: given.round, word: "agree" });
  expect(await roundDuties(regime.reviewers.JP)).toEqual([]);
  expect(await roundDuties(regime.reviewers.NO)).toHaveLength(1);
});
