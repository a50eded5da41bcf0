/** Races of positions: one seat many times at once, and everybody at the very close. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal } from "../../../domain/refusal.ts";
import { acts } from "../../../server/acts.ts";
import { castFields, givenOpen, type OpenBallot } from "../../given/ballot.ts";
import { givenRegime, type MemberCode, type Regime } from "../../given/regime.ts";

let regime: Regime;
let open: OpenBallot;

beforeAll(async () => {
  regime = await givenRegime();
  open = await givenOpen(regime);
});
afterAll(() => regime?.close());

const positionsOf = (seatId: string) =>
  regime.db.read(async (tx) => {
    const { positions, currentPositions, receipts } = tx.t;
    const all = await tx
      .select({ id: positions.id, key: positions.key, sequence: positions.sequence, receipt: receipts.receipt })
      .from(positions)
      .innerJoin(receipts, eq(receipts.positionId, positions.id))
      .where(eq(positions.seatId, seatId));
    return { all, current: await tx.select().from(currentPositions).where(eq(currentPositions.seatId, seatId)) };
  });

it("[P4 P6 P20] two hundred casts at once by one seat leave one current position and one receipt a key", async () => {
  const words = ["yes", "no-objection", "abstain"];
  const casts = Array.from({ length: 200 }, (_, index) => {
    const who = index % 2 === 0 ? regime.holders.CA : regime.alternates.CA;
    const key = `race-${index % 100}`;
    return regime.done(who, "cast-position", castFields(open, words[index % 3]!, { key })).then((receipt) => ({
      key,
      receipt,
    }));
  });
  const given = await Promise.all(casts);
  const { all, current } = await positionsOf(regime.seats.CA.id);
  expect(all).toHaveLength(100);
  expect(new Set(all.map((row) => row.key)).size).toBe(100);
  expect(current).toHaveLength(1);
  const latest = all.reduce((last, row) => (row.sequence > last.sequence ? row : last));
  expect(current[0]!.positionId).toBe(latest.id);
  for (const row of all) {
    const handedOut = given.filter((one) => one.key === row.key).map((one) => one.receipt);
    expect(handedOut).toHaveLength(2);
    for (const receipt of handedOut) expect(receipt.sequence).toBe(row.sequence);
  }
});

it("[B6 P5] casts of all seats at once around the close: whoever is taken stands before it, nobody after it", async () => {
  const codes = ["FR", "JP", "NL", "TW", "US"] satisfies MemberCode[];
  const closesAt = await regime.db.read(async (tx) => {
    const [ballot] = await tx.select().from(tx.t.ballots).where(eq(tx.t.ballots.id, open.ballot));
    return ballot!.closesAt!;
  });
  const taken: number[] = [];
  const late: string[] = [];
  // Each turn begins a few milliseconds before the close, and its casts run on over it.
  for (let turn = 0; turn < 12; turn += 1) {
    regime.pass({ ms: closesAt - (await regime.now()) - 5 });
    const casts = Array.from({ length: 20 }, (_, index) =>
      acts["cast-position"](regime.context, regime.holders[codes[index % codes.length]!], castFields(open, "yes")),
    );
    for (const outcome of await Promise.all(casts)) {
      if (isRefusal(outcome)) late.push(outcome.code);
      else taken.push(outcome.value.at);
    }
  }
  expect(taken.length + late.length).toBe(240);
  expect(late.length).toBeGreaterThan(0);
  expect(late.filter((code) => code !== "late")).toEqual([]);
  expect(taken.filter((at) => at >= closesAt)).toEqual([]);
  const kept = await regime.db.read((tx) => tx.select({ at: tx.t.positions.at }).from(tx.t.positions));
  expect(kept.filter(({ at }) => at >= closesAt)).toEqual([]);
});
