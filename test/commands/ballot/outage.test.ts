/** Outages of the platform: on record they move the close of open ballots and the end of running rounds. */
import { afterEach, describe, expect, it } from "vitest";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { theClock } from "../../../domain/membership/role.ts";
import { runDueActs } from "../../../server/clock.ts";
import { ballotRow, castFields, givenOpen, givenPositions } from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";
import { givenRunning, roundRow } from "../../given/round.ts";

let regime: Regime;
afterEach(() => regime?.close());

const hour_ms = 3_600_000;
const minute_ms = 60_000;
const passTo = async (at: number) => regime.pass({ ms: at - (await regime.now()) });
const written = (at: number) => new Date(at).toISOString();
const reason = "The data centre had no power.";

async function givenOpenBallot() {
  regime = await givenRegime();
  const open = await givenOpen(regime);
  const { closesAt } = await ballotRow(regime, open.ballot);
  return { ...open, closesAt: closesAt! };
}

describe("[B47 V16] an outage", () => {
  it("is recorded by the secretariat of the regime once it began, and has an end after its beginning", async () => {
    regime = await givenRegime();
    const now = await regime.now();
    const fields = { from: written(now - hour_ms), to: written(now - minute_ms), reason };
    for (const who of [regime.chair, regime.secretariat, regime.observer, regime.reviewers.JP])
      expect(await regime.refused(who, "record-outage", fields)).toMatchObject({ code: "role", rule: "V16" });
    const refused = (more: Record<string, string>) =>
      regime.refused(regime.regimeSecretariat, "record-outage", { ...fields, ...more });
    expect(await refused({ from: written(now + hour_ms) })).toMatchObject({ code: "state", field: "from" });
    expect(await refused({ to: written(now + hour_ms) })).toMatchObject({ code: "state", field: "to" });
    expect(await refused({ to: written(now - 2 * hour_ms) })).toMatchObject({ code: "duration", field: "to" });
    expect(await refused({ from: "yesterday" })).toMatchObject({ code: "malformed", field: "from" });
    await regime.done(regime.regimeSecretariat, "record-outage", fields);
  });

  it("in the last 24 h moves the close to 24 h after its end; the record stays, and positions count until then", async () => {
    const open = await givenOpenBallot();
    const before = (await ballotRow(regime, open.ballot)).record;
    await passTo(open.closesAt - 2 * hour_ms);
    const from = open.closesAt - 4 * hour_ms;
    const to = open.closesAt - 3 * hour_ms;
    await regime.done(regime.regimeSecretariat, "record-outage", { from: written(from), to: written(to), reason });
    expect(await runDueActs(regime.context)).toBe(1);
    expect(await ballotRow(regime, open.ballot)).toMatchObject({
      closesAt: to + 24 * hour_ms,
      dueAt: to + 24 * hour_ms,
    });
    expect((await ballotRow(regime, open.ballot)).record).toBe(before);
    await passTo(open.closesAt + hour_ms);
    await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
    expect(await regime.refused(theClock, "close-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B6" });
    await passTo(to + 24 * hour_ms);
    expect(await regime.refused(regime.holders.US, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "late",
    });
    expect(await runDueActs(regime.context)).toBe(1);
    const closed = await ballotRow(regime, open.ballot);
    expect(closed).toMatchObject({ state: "closed", outcome: "adopted", closedAt: to + 24 * hour_ms });
    expect(accountOf(closed)!.closesAt).toBe(new Date(to + 24 * hour_ms).toISOString().replace(".000Z", "Z"));
  });

  it("that ended 24 h before the close, or was shorter than 300 s, moves nothing", async () => {
    const open = await givenOpenBallot();
    await passTo(open.closesAt - hour_ms);
    const day = open.closesAt - 24 * hour_ms;
    for (const [from, to] of [
      [day - hour_ms, day],
      [open.closesAt - 3 * hour_ms, open.closesAt - 3 * hour_ms + 5 * minute_ms - 1],
    ] as const)
      await regime.done(regime.regimeSecretariat, "record-outage", { from: written(from), to: written(to), reason });
    expect(await runDueActs(regime.context)).toBe(0);
    expect(await regime.refused(theClock, "apply-outage", { ballot: open.ballot })).toMatchObject({ rule: "B47" });
    expect(await ballotRow(regime, open.ballot)).toMatchObject({ closesAt: open.closesAt });
    const last = { from: written(day - hour_ms), to: written(day + 1), reason };
    await regime.done(regime.regimeSecretariat, "record-outage", last);
    expect(await runDueActs(regime.context)).toBe(1);
    expect(await ballotRow(regime, open.ballot)).toMatchObject({ closesAt: day + 1 + 24 * hour_ms });
  });

  it("while it lasts the ballot does not close; the clock moves the close again and again until its end", async () => {
    const open = await givenOpenBallot();
    await passTo(open.closesAt - hour_ms);
    const from = open.closesAt - hour_ms - minute_ms;
    const { id: outage } = await regime.done(regime.regimeSecretariat, "record-outage", {
      from: written(from),
      reason,
    });
    await passTo(open.closesAt);
    expect(await regime.refused(theClock, "close-ballot", { ballot: open.ballot })).toMatchObject({ rule: "B47" });
    expect(await runDueActs(regime.context)).toBe(1);
    const first = (await ballotRow(regime, open.ballot)).closesAt!;
    expect(first).toBeGreaterThanOrEqual(open.closesAt + 24 * hour_ms);
    await passTo(first);
    await runDueActs(regime.context);
    const second = (await ballotRow(regime, open.ballot)).closesAt!;
    expect(second).toBeGreaterThanOrEqual(first + 24 * hour_ms);
    const { to } = await regime.done(regime.regimeSecretariat, "end-outage", { outage });
    await runDueActs(regime.context);
    expect(await ballotRow(regime, open.ballot)).toMatchObject({ state: "open", closesAt: to + 24 * hour_ms });
    expect(await regime.refused(regime.regimeSecretariat, "end-outage", { outage })).toMatchObject({ code: "state" });
    await passTo(to + 24 * hour_ms);
    await runDueActs(regime.context);
    expect((await ballotRow(regime, open.ballot)).state).not.toBe("open");
  });

  it("[B3] recorded after the close changes nothing of what closed", async () => {
    const open = await givenOpenBallot();
    await givenPositions(regime, open, { CA: "yes", FR: "yes", JP: "yes", NL: "yes", NO: "yes", TW: "yes" });
    await passTo(open.closesAt);
    await runDueActs(regime.context);
    const before = await ballotRow(regime, open.ballot);
    regime.pass({ days: 1 });
    const [from, to] = [open.closesAt - 2 * hour_ms, open.closesAt - hour_ms];
    await regime.done(regime.regimeSecretariat, "record-outage", { from: written(from), to: written(to), reason });
    await runDueActs(regime.context);
    expect(await ballotRow(regime, open.ballot)).toEqual(before);
  });

  it("[V17 V18] in a round's last 24 h moves its end", async () => {
    regime = await givenRegime();
    const { round } = await givenRunning(regime);
    const before = await roundRow(regime, round);
    await passTo(before.endsAt! - hour_ms);
    const from = before.endsAt! - 4 * hour_ms;
    const to = before.endsAt! - 3 * hour_ms;
    await regime.done(regime.regimeSecretariat, "record-outage", { from: written(from), to: written(to), reason });
    const after = await roundRow(regime, round);
    expect(after.endsAt!).toBeGreaterThan(before.endsAt!);
    expect(after.dueAt).toBe(after.endsAt! + hour_ms);
  });
});
