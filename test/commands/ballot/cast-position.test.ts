/** The story of a position: who casts, when, what it must say, and what comes back. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../../domain/refusal.ts";
import { acts } from "../../../server/acts.ts";
import { castFields, givenDrafted, givenOpen, type OpenBallot } from "../../given/ballot.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
let open: OpenBallot;

beforeAll(async () => {
  regime = await givenRegime();
  open = await givenOpen(regime);
});
afterAll(() => regime?.close());

describe("a position on an open ballot", () => {
  it("[P1] is taken from the holder of a seat on the roll, with a receipt", async () => {
    const at = await regime.now();
    const receipt = await regime.done(regime.holders.JP, "cast-position", castFields(open, "yes"));
    expect(receipt).toMatchObject({ reference: open.reference, seat: "Japan", sequence: 1, word: "yes" });
    expect(receipt.at).toBeGreaterThanOrEqual(at);
  });

  it("[P4] replaces the one before it, which stays in the record", async () => {
    await regime.done(regime.holders.JP, "cast-position", castFields(open, "abstain"));
    const { all, current } = await regime.db.read(async (tx) => {
      const { positions, currentPositions } = tx.t;
      const all = await tx.select().from(positions).where(eq(positions.seatId, regime.seats.JP.id));
      const current = await tx.select().from(currentPositions).where(eq(currentPositions.seatId, regime.seats.JP.id));
      return { all, current };
    });
    expect(all.map((row) => row.word).sort()).toEqual(["abstain", "yes"]);
    expect(current).toHaveLength(1);
    expect(all.find((row) => row.id === current[0]!.positionId)!.word).toBe("abstain");
  });

  it("[P8] may come from the alternate: the last of both to act counts", async () => {
    const receipt = await regime.done(regime.alternates.JP, "cast-position", castFields(open, "no-objection"));
    expect(receipt.seat).toBe("Japan");
  });

  it("[P6] with the key of one before gives back the first receipt and appends nothing", async () => {
    const first = await regime.done(regime.holders.US, "cast-position", castFields(open, "yes", { key: "k-1" }));
    const before = await rowCounts(regime.db);
    const fields = castFields(open, "no", { key: "k-1", reason: "Another word under the same key." });
    expect(await regime.done(regime.holders.US, "cast-position", fields)).toEqual(first);
    expect(await regime.done(regime.alternates.US, "cast-position", fields)).toEqual(first);
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[P6] with the same key from another seat is a position of its own", async () => {
    const receipt = await regime.done(regime.holders.NL, "cast-position", castFields(open, "yes", { key: "k-1" }));
    expect(receipt.seat).toBe("Netherlands");
  });

  const refusals: [string, () => Parameters<Regime["refused"]>, { code: string; rule: string; field?: string }][] = [
    [
      "[W8] from the secretariat",
      () => [regime.secretariat, "cast-position", castFields(open, "yes")],
      { code: "role", rule: "W8" },
    ],
    [
      "[W8] from a government reviewer",
      () => [regime.reviewers.NL, "cast-position", castFields(open, "yes")],
      { code: "role", rule: "W8" },
    ],
    [
      "[P8] from an observer, who holds no seat",
      () => [regime.observer, "cast-position", castFields(open, "yes")],
      { code: "seat", rule: "P8" },
    ],
    [
      "[W2] from somebody outside the committee",
      () => [regime.stranger, "cast-position", castFields(open, "yes")],
      { code: "not-found", rule: "W2" },
    ],
    [
      "[W2] on a ballot that does not exist",
      () => [regime.holders.NL, "cast-position", { ...castFields(open, "yes"), ballot: "nothing" }],
      { code: "not-found", rule: "W2" },
    ],
    [
      "[P8] for another member's seat",
      () => [regime.holders.NL, "cast-position", castFields(open, "yes", { seat: regime.seats.JP.id })],
      { code: "seat", rule: "P8" },
    ],
    [
      "[P1] with a word that the type does not have",
      () => [regime.holders.NL, "cast-position", castFields(open, "veto")],
      { code: "word", rule: "P1" },
    ],
    [
      "[P2] on another text",
      () => [regime.holders.NL, "cast-position", castFields({ ...open, textHash: "0".repeat(64) }, "yes")],
      { code: "frozen", rule: "P2" },
    ],
    [
      "[P7] that says no without a reason",
      () => [regime.holders.NL, "cast-position", castFields(open, "no", { reason: "   " })],
      { code: "reason-missing", rule: "P7", field: "reason" },
    ],
    [
      "[P7] with a Discuss that names no clause",
      () => [regime.holders.NL, "cast-position", castFields(open, "discuss", { reason: "Too low.", change: "34" })],
      { code: "reason-missing", rule: "P7", field: "clause" },
    ],
    [
      "[P7] with a Discuss that does not say what would clear it",
      () => [regime.holders.NL, "cast-position", castFields(open, "discuss", { reason: "Too low.", clause: "c2" })],
      { code: "reason-missing", rule: "P7", field: "change" },
    ],
    [
      "[P7] on a clause that the text does not have",
      () => [regime.holders.NL, "cast-position", castFields(open, "no", { reason: "Too low.", clause: "c99" })],
      { code: "reason-missing", rule: "P7", field: "clause" },
    ],
    [
      "[P12] that recuses without a declared interest",
      () => [regime.holders.NL, "cast-position", castFields(open, "recuse", { reason: "A grant." })],
      { code: "reason-missing", rule: "P12" },
    ],
    [
      "[P1] without a word",
      () => [regime.holders.NL, "cast-position", castFields(open, "")],
      { code: "malformed", rule: "P1", field: "word" },
    ],
  ];
  it.each(refusals)("%s is refused and writes nothing", async (_title, attempt, expected) => {
    const before = await rowCounts(regime.db);
    const refusal = await regime.refused(...attempt());
    expect(refusal).toMatchObject(expected);
    expect(refusal.reason).toMatch(/\.$/);
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  it("[P13] makes one Discuss a ballot; a later position clears it, a second Discuss is refused", async () => {
    const fields = castFields(open, "discuss", { reason: "Too low.", clause: "c2", change: "Say 100." });
    await regime.done(regime.holders.TW, "cast-position", fields);
    await regime.done(regime.holders.TW, "cast-position", castFields(open, "yes"));
    expect(await regime.refused(regime.holders.TW, "cast-position", fields)).toMatchObject({
      code: "limit",
      rule: "P13",
    });
  });

  it("[P12] that recuses the own seat is final", async () => {
    const statement = "We license the patent.";
    const patent = { kind: "patent", reference: "EP 1234567", issuer: "European Patent Office" } as const;
    const interest = { candidate: open.candidate.id, ...patent, class: "sectoral", statement } as const;
    await regime.done(regime.industryHolder, "declare-interest", interest);
    await regime.done(regime.industryHolder, "cast-position", castFields(open, "recuse", { reason: "Our patent." }));
    expect(await regime.refused(regime.industryHolder, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "recused",
      rule: "P12",
    });
  });

  it("[X3] is refused from a person with a direct interest, and taken from the alternate without one", async () => {
    const interest = {
      candidate: open.candidate.id,
      kind: "ownership",
      class: "direct",
      share: "4",
      statement: "Shares.",
    } as const;
    await regime.done(regime.holders.FR, "declare-interest", interest);
    expect(await regime.refused(regime.holders.FR, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "recused",
    });
    await regime.done(regime.alternates.FR, "cast-position", castFields(open, "yes"));
  });

  it("[X4] is refused from a seat of which nobody is free of a direct interest", async () => {
    const interest = {
      candidate: open.candidate.id,
      kind: "ownership",
      class: "direct",
      share: "4",
      statement: "Shares.",
    } as const;
    await regime.done(regime.alternates.FR, "declare-interest", interest);
    expect(await regime.refused(regime.alternates.FR, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "recused",
    });
  });

  it("[P4] fifty casts at once by one seat leave one current position, and a row for each", async () => {
    const words = ["yes", "no-objection", "abstain"];
    const seatRows = () =>
      regime.db.read(async (tx) => {
        const { positions, currentPositions } = tx.t;
        return {
          all: await tx.select().from(positions).where(eq(positions.seatId, regime.seats.CA.id)),
          current: await tx.select().from(currentPositions).where(eq(currentPositions.seatId, regime.seats.CA.id)),
          sequences: (await tx.select({ sequence: positions.sequence }).from(positions)).map((row) => row.sequence),
        };
      });
    const casts = Array.from({ length: 50 }, (_, index) =>
      regime.done(
        regime.holders.CA,
        "cast-position",
        castFields(open, words[index % 3]!, { key: `race-${index % 25}` }),
      ),
    );
    const receipts = await Promise.all(casts);
    const { all, current, sequences } = await seatRows();
    expect(all).toHaveLength(25);
    expect(current).toHaveLength(1);
    expect(new Set(receipts.map((one) => one.sequence)).size).toBe(25);
    expect(sequences.sort((a, b) => a - b)).toEqual(sequences.map((_, index) => index + 1));
    const latest = all.reduce((last, row) => (row.sequence > last.sequence ? row : last));
    expect(current[0]!.positionId).toBe(latest.id);
  });
});

describe("the time of a position", () => {
  it("[P5] before opening it is refused", async () => {
    const early = await givenRegime();
    const drafted = await givenDrafted(early);
    const refusal = await early.refused(
      early.holders.JP,
      "cast-position",
      castFields({ ...drafted, textHash: open.textHash }, "yes"),
    );
    expect(refusal).toMatchObject({ code: "state", rule: "P5" });
    await early.close();
  });

  it("[B6] at the closing time none is taken, before it each is; by the database's clock", async () => {
    const closesAt = await regime.db.read(async (tx) => {
      const [ballot] = await tx.select().from(tx.t.ballots).where(eq(tx.t.ballots.id, open.ballot));
      return ballot!.closesAt!;
    });
    regime.pass({ ms: closesAt - (await regime.now()) - 250 });
    const outcomes: { refused: boolean; at: number | null; code: string | null }[] = [];
    while (outcomes.length < 2000 && outcomes.filter((one) => one.refused).length < 5) {
      const outcome = await acts["cast-position"](regime.context, regime.holders.US, castFields(open, "yes"));
      const refused = isRefusal(outcome);
      outcomes.push({ refused, at: refused ? null : outcome.value.at, code: refused ? outcome.code : null });
    }
    expect(outcomes.some((one) => !one.refused)).toBe(true);
    expect(outcomes.some((one) => one.refused)).toBe(true);
    for (const { refused, at, code } of outcomes) {
      if (refused) expect(code).toBe("late");
      else expect(at).toBeLessThan(closesAt);
    }
    const firstRefused = outcomes.findIndex((one) => one.refused);
    expect(outcomes.slice(firstRefused).every((one) => one.refused)).toBe(true);
  });

  it("[P6] the key of an accepted position gives its receipt back after close too", async () => {
    const receipt = await regime.done(regime.holders.US, "cast-position", castFields(open, "yes", { key: "k-1" }));
    expect(receipt).toMatchObject({ word: "yes", seat: "United States" });
  });

  it("[P5] after the close the refusal is late", async () => {
    await regime.byClock("close-ballot", { ballot: open.ballot });
    expect(await regime.refused(regime.holders.US, "cast-position", castFields(open, "yes"))).toMatchObject({
      code: "late",
      rule: "P5",
    });
  });
});
