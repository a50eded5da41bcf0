import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase } from "../../../domain/ballot/ballot-case.ts";
import type { BallotType } from "../../../domain/ballot/ballot-type.ts";
import { ceilingOf, supportNeeded } from "../../../domain/ballot/conditions.ts";
import { cast, closesAt, counted, given, hours, roll, says, seats } from "./given-ballot.ts";

/** Outcome and failing conditions of a ballot whose whole roll is named by its words; `none` takes no position. */
function outcome(type: BallotType, numbers: Record<string, number>, changes: Partial<BallotCase> = {}) {
  const size = Object.values(numbers).reduce((sum, count) => sum + count, 0);
  const result = account(given({ type, roll: roll(size), positions: cast(numbers), ...changes }));
  return [result.outcome, ...result.failing].join(" ");
}

describe("counts", () => {
  test("[B11] each word has its count over E and their sum is E", () => {
    const positions = cast({ yes: 3, "no-objection": 2, discuss: 1, no: 2, abstain: 1, none: 2, recuse: 1 });
    expect(counted({ positions }).counts).toEqual({ R: 12, X: 1, E: 11, Y: 3, O: 2, D: 1, N: 2, A: 1, S: 2 });
  });

  test("[B11] types about options count sets and rankings as positions", () => {
    const options = ["A", "B"];
    const result = account(
      given({
        type: "approval",
        options,
        roll: roll(6),
        positions: [{ seat: "S01", said: { set: ["A"] }, at: hours(1) }, says("S02", "abstain"), says("S03", "recuse")],
      }),
    );
    expect(result.counts).toEqual({ R: 6, X: 1, E: 5, P: 2, A: 1, S: 3 });
  });

  test("[B32] an abstention counts in E and quorum and in no numerator", () => {
    expect(outcome("simple-majority", { yes: 1, abstain: 4, none: 4 })).toBe("adopted");
    expect(outcome("two-thirds", { yes: 3, abstain: 2 })).toBe("not-adopted B20");
    expect(outcome("recommendation", { yes: 3, abstain: 3 })).toBe("not-adopted B13");
  });
});

describe("void", () => {
  test("[B12] E of five is enough, four are void", () => {
    expect(outcome("recommendation", { yes: 5 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 4 })).toBe("void B12a");
    expect(outcome("recommendation", { yes: 5, recuse: 1 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 4, recuse: 1 })).toBe("void B12a");
  });

  test("[B12] half of the roll must be free to decide", () => {
    expect(outcome("two-thirds", { yes: 6, recuse: 6 })).toBe("not-adopted B20");
    expect(outcome("two-thirds", { yes: 6, recuse: 7 })).toBe("void B12b");
    expect(outcome("two-thirds", { yes: 4, recuse: 5 })).toBe("void B12a B12b");
  });

  test.each(["iso", "simple-majority", "consensus"] as const)(
    "[B12] %s needs positions of more than half of E",
    (type) => {
      const classed = (size: number) => ({ roll: roll(size).map((one) => ({ ...one, class: "P" as const })) });
      expect(outcome(type, { yes: 3, none: 3 }, classed(6))).toBe("void B12c");
      expect(outcome(type, { yes: 4, none: 3 }, classed(7))).toBe("adopted");
      expect(outcome(type, { yes: 3, abstain: 1, none: 3 }, classed(7))).toBe("adopted");
    },
  );

  test.each(["recommendation", "two-thirds", "weighted"] as const)("[B12] %s asks for no such quorum", (type) => {
    const weighted = { roll: roll(10).map((one) => ({ ...one, weight: 1 })) };
    expect(outcome(type, { yes: 2, none: 8 }, weighted)).toMatch(/^not-adopted/);
  });

  test.each(["approval", "ranked-irv", "ranked-schulze"] as const)(
    "[B12] %s counts abstentions towards the quorum",
    (type) => {
      const options = { options: ["A", "B"], tieOrder: ["A", "B"] };
      expect(outcome(type, { abstain: 5, none: 5 }, options)).toBe("void B12c");
      expect(outcome(type, { abstain: 6, none: 5 }, options)).toMatch(/^not-adopted/);
    },
  );

  test("[B12] a void ballot lists only what makes it void", () => {
    const result = account(given({ type: "iso", roll: roll(4).map((one) => ({ ...one, class: "P" })) }));
    expect(result).toMatchObject({ outcome: "void", failing: ["B12a", "B12c"] });
    expect(result.conditions.filter((one) => !one.met).map((one) => one.id)).toEqual(["B12a", "B12c", "B17"]);
  });

  test("[B30] a straw poll is advisory whatever is said, and is never void", () => {
    expect(outcome("straw-poll", { none: 2 })).toBe("advisory");
    expect(account(given({ type: "straw-poll", positions: cast({ yes: 2 }) })).counts).toHaveProperty("Y", 2);
    expect(
      account(
        given({ type: "straw-poll", options: ["A"], positions: [{ seat: "S01", said: { set: ["A"] }, at: hours(1) }] }),
      ),
    ).toMatchObject({
      counts: { R: 12, X: 0, E: 12, P: 1, A: 0, S: 11 },
      approvals: { A: 1 },
    });
  });
});

describe("recommendation", () => {
  test("[B13] assent of two thirds of E, no objection counting like yes", () => {
    expect(outcome("recommendation", { yes: 5, "no-objection": 3, none: 4 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 5, "no-objection": 2, none: 5 })).toBe("not-adopted B13");
    expect(outcome("recommendation", { yes: 5, "no-objection": 2, none: 3, recuse: 1 })).toBe("adopted");
  });

  test("[B14] support of three, and of a fifth of E rounded up", () => {
    expect(outcome("recommendation", { yes: 3, "no-objection": 9 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 2, "no-objection": 10 })).toBe("not-adopted B14");
    expect(outcome("recommendation", { yes: 3, "no-objection": 12 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 3, "no-objection": 13 })).toBe("not-adopted B14");
    expect(outcome("recommendation", { yes: 4, "no-objection": 16 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 4, "no-objection": 17 })).toBe("not-adopted B14");
    expect([1, 5, 15, 16, 20, 21].map(supportNeeded)).toEqual([3, 3, 3, 4, 4, 5]);
  });

  test("[B15] opposition of at most a third of those who assent", () => {
    expect(outcome("recommendation", { yes: 9, no: 3 })).toBe("adopted");
    expect(outcome("recommendation", { yes: 8, no: 3 })).toBe("not-adopted B15");
    expect(outcome("recommendation", { yes: 8, no: 4 })).toBe("not-adopted B15");
  });

  test("[B16] one open Discuss blocks", () => {
    expect(outcome("recommendation", { yes: 11, discuss: 1 })).toBe("not-adopted B16");
    expect(outcome("consensus", { yes: 11, discuss: 1 })).toBe("not-adopted B16");
  });

  test("[B35] all failing conditions are listed in their order", () => {
    expect(outcome("recommendation", { yes: 2, no: 6, discuss: 1 })).toBe("not-adopted B13 B14 B15 B16");
  });
});

describe("the other types decided by words", () => {
  const iso = (p: Record<string, number>, o: Record<string, number> = {}) => {
    const words = (numbers: Record<string, number>) =>
      Object.entries(numbers).flatMap(([word, count]) => Array<string>(count).fill(word));
    const all = [...words(p), ...words(o)];
    const rolled = seats(all.length).map((seat, index) => ({
      seat,
      class: index < words(p).length ? ("P" as const) : ("O" as const),
    }));
    const positions = all.flatMap((word, index) => (word === "none" ? [] : [says(rolled[index]!.seat, word)]));
    const result = account(given({ type: "iso", roll: rolled, positions }));
    return [result.outcome, ...result.failing].join(" ");
  };

  test("[B17] two thirds of the P-members' votes, and at least one of them", () => {
    expect(iso({ yes: 4, no: 2 }, { yes: 2 })).toBe("adopted");
    expect(iso({ yes: 3, no: 2 }, { yes: 4 })).toBe("not-adopted B17");
    expect(iso({ yes: 1, abstain: 4 })).toBe("adopted");
    expect(iso({ abstain: 5 }, { yes: 5 })).toBe("not-adopted B17");
  });

  test("[B18] a quarter of all votes may be negative, classes P and O together", () => {
    expect(iso({ yes: 3 }, { yes: 3, no: 2 })).toBe("adopted");
    expect(iso({ yes: 3 }, { yes: 2, no: 2 })).toBe("not-adopted B18");
    expect(iso({ yes: 6 }, { no: 2 })).toBe("adopted");
  });

  test("[B19] more yes than no", () => {
    expect(outcome("simple-majority", { yes: 3, no: 2 })).toBe("adopted");
    expect(outcome("simple-majority", { yes: 3, no: 3 })).toBe("not-adopted B19");
  });

  test("[B31] a tie fails", () => {
    expect(outcome("simple-majority", { yes: 4, no: 4 })).toBe("not-adopted B19");
    expect(outcome("simple-majority", { abstain: 6 })).toBe("not-adopted B19");
  });

  test("[B20] two thirds of the roll, recused seats staying in it", () => {
    expect(outcome("two-thirds", { yes: 8, no: 4 })).toBe("adopted");
    expect(outcome("two-thirds", { yes: 7, no: 3, recuse: 2 })).toBe("not-adopted B20");
    expect(outcome("two-thirds", { yes: 8, recuse: 4 })).toBe("adopted");
  });

  const weighted = (weights: number[], yes: number, recuse = 0) => {
    const rolled = seats(weights.length).map((seat, index) => ({ seat, weight: weights[index] }));
    return account(given({ type: "weighted", roll: rolled, positions: cast({ yes, recuse }) }));
  };

  test("[B21] eleven twentieths of the seats of E", () => {
    const even = Array<number>(20).fill(1);
    expect(weighted([...even.slice(1), 1], 11).failing).toEqual(["B22"]);
    expect(weighted(even, 10).failing).toEqual(["B21", "B22"]);
    expect(weighted(even, 13).outcome).toBe("adopted");
  });

  test("[B22] thirteen twentieths of the weight of E", () => {
    const heavy = (first: number) => [first, ...Array<number>(5).fill(0), 100 - first, 0, 0, 0];
    expect(weighted(heavy(65), 6)).toMatchObject({ outcome: "adopted", weights: { wY: 65, wE: 100 } });
    expect(weighted(heavy(64), 6)).toMatchObject({ outcome: "not-adopted", failing: ["B22"] });
  });

  test("[B22] a blocking minority has at least four seats", () => {
    const light = [...Array<number>(6).fill(1), ...Array<number>(4).fill(100)];
    expect(weighted(light, 6).failing).toEqual(["B22"]);
    expect(weighted(light.slice(0, 9), 6).outcome).toBe("adopted");
  });

  test("[B22] weight is that of E: a recused seat's is left out", () => {
    const weights = [10, 10, 10, 10, 10, 10, 900, 5, 5, 5, 5];
    const result = weighted(weights, 6, 1);
    expect(result).toMatchObject({ outcome: "adopted", weights: { wY: 60, wE: 80 } });
  });
});

describe("the account", () => {
  test("[B33] only whole numbers stand on both sides, and the ceiling is exact", () => {
    const result = account(given({ positions: cast({ yes: 5, no: 1 }) }));
    for (const { left, right } of result.conditions) expect([left, right].every(Number.isInteger)).toBe(true);
    for (let a = 0; a < 60; a++) expect(ceilingOf(a, 5)).toBe(Math.ceil(a / 5));
  });

  test("[B34] each condition has a name, both sides, the relation and whether it is met", () => {
    const result = account(given({ positions: cast({ yes: 5, "no-objection": 3, no: 1 }) }));
    expect(result.conditions.map(({ id, left, relation, right, met }) => [id, left, relation, right, met])).toEqual([
      ["B12a", 12, "≥", 5, true],
      ["B12b", 24, "≥", 12, true],
      ["B13", 24, "≥", 24, true],
      ["B14", 5, "≥", 3, true],
      ["B15", 3, "≤", 8, true],
      ["B16", 0, "=", 0, true],
    ]);
  });

  test("[B34] it is a pure function: the same case gives the same account, and the case is left as it was", () => {
    const ballot = given({ positions: cast({ yes: 5, discuss: 1 }) });
    const before = structuredClone(ballot);
    expect(account(ballot)).toEqual(account(structuredClone(ballot)));
    expect(ballot).toEqual(before);
  });
});

describe("an interest found after close", () => {
  const found = (seat: string, at: number) => ({ type: "interest-found" as const, seat, at });
  const positions = cast({ yes: 8, none: 4 });

  test("[X8] it flags the ballot and the account is computed again without that seat", () => {
    const result = account(given({ positions, events: [found("S01", closesAt)] }));
    expect(result).toMatchObject({ outcome: "adopted", flagged: true });
    expect(result.recount).toEqual({
      outcome: "not-adopted",
      failing: ["B13"],
      counts: { R: 12, X: 1, E: 11, Y: 7, O: 0, D: 0, N: 0, A: 0, S: 4 },
    });
  });

  test("[X8] before close it has no effect", () => {
    const result = account(given({ positions, events: [found("S01", closesAt - 1)] }));
    expect(result.flagged).toBe(false);
    expect(result).not.toHaveProperty("recount");
  });

  test("[X8] several seats are recused together, and the first account stays", () => {
    const result = account(given({ positions, events: [found("S02", closesAt + 5), found("S01", closesAt)] }));
    expect(result.counts).toMatchObject({ X: 0, Y: 8 });
    expect(result.recount?.counts).toMatchObject({ X: 2, Y: 6 });
  });

  test("[B45] the flag is a mark beside the outcome, not an outcome", () => {
    expect(account(given({ positions, events: [found("S12", closesAt)] }))).toMatchObject({
      outcome: "adopted",
      flagged: true,
      recount: { outcome: "adopted" },
    });
  });
});
