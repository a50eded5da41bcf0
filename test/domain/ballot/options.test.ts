import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import { approval } from "../../../domain/ballot/approval.ts";
import { instantRunoff } from "../../../domain/ballot/instant-runoff.ts";
import { schulze } from "../../../domain/ballot/schulze.ts";
import { chooses, given, ranks, roll, says, seats } from "./given-ballot.ts";

const options = ["A", "B", "C"];

describe("approval", () => {
  const sets = (...words: string[]) => words.map((word) => [...word]);

  test("[B24] more than half of the seats with a non-empty set", () => {
    expect(approval(options, sets("A", "A", "B", "B")).adoptedOptions).toEqual([]);
    expect(approval(options, sets("A", "A", "AB", "B")).adoptedOptions).toEqual(["A"]);
    expect(approval(options, sets("A", "A", "B", "", "")).adoptedOptions).toEqual(["A"]);
    expect(approval(options, []).adoptedOptions).toEqual([]);
  });

  test("[B24] of those only the most approved; options tied across the last place all fall", () => {
    const all = sets("ABC", "ABC", "AB", "A", "C");
    expect(approval(options, all).adoptedOptions).toEqual(["A", "B", "C"]);
    expect(approval(options, all, 2).adoptedOptions).toEqual(["A"]);
    expect(approval(options, all, 1).adoptedOptions).toEqual(["A"]);
    expect(approval(options, sets("ABC", "ABC", "ABC"), 2).adoptedOptions).toEqual([]);
    expect(approval(options, sets("ABC", "ABC", "AB"), 2).adoptedOptions).toEqual(["A", "B"]);
    expect(approval(options, sets("ABC", "ABC", "ABC"), 3).adoptedOptions).toEqual(options);
  });

  test("[B24] no option adopted: the ballot is not adopted", () => {
    const ballot = given({
      type: "approval",
      options,
      roll: roll(5),
      positions: seats(4).map((seat, index) => chooses(seat, [index < 2 ? "A" : "B"])),
    });
    expect(account(ballot)).toMatchObject({
      outcome: "not-adopted",
      failing: ["B24"],
      approvals: { A: 2, B: 2, C: 0 },
      adoptedOptions: [],
    });
  });

  test("[B32] an abstention or an empty set is not among the seats that approve", () => {
    const positions = [chooses("S01", ["A"]), says("S02", "abstain"), chooses("S03", []), says("S04", "abstain")];
    expect(account(given({ type: "approval", options, roll: roll(6), positions }))).toMatchObject({
      outcome: "adopted",
      adoptedOptions: ["A"],
    });
  });

  test("[B12] a void ballot adopts no option", () => {
    const positions = seats(3).map((seat) => chooses(seat, ["A"]));
    expect(account(given({ type: "approval", options, roll: roll(6), positions }))).toMatchObject({
      outcome: "void",
      failing: ["B12c"],
      adoptedOptions: [],
      approvals: { A: 3 },
    });
  });
});

/** Rankings as words: "AB" ranks A above B. */
const strict = (...words: string[]) => words.map((word) => [...word]);
const rounds = (result: ReturnType<typeof instantRunoff>) => result.rounds.map((votes) => Object.fromEntries(votes));

describe("instant run-off", () => {
  test("[B25] the fewest leave until one remains; ballots without a standing option are exhausted", () => {
    const result = instantRunoff(options, options, strict("A", "A", "A", "BC", "BC", "C"));
    expect(rounds(result)).toEqual([
      { A: 3, B: 2, C: 1 },
      { A: 3, B: 2 },
    ]);
    expect(result.order).toEqual(["A", "B", "C"]);
  });

  test("[B25] a majority in the first round ends nothing early", () => {
    expect(instantRunoff(options, options, strict("A", "A", "A", "B")).rounds).toHaveLength(2);
  });

  test("[B26] equal fewest: the first round in which they differ decides", () => {
    // D leaves first and its ballot goes to C, which then ties with B; but B had more in the first round.
    const four = ["A", "B", "C", "D"];
    const tied = instantRunoff(four, four, strict("A", "A", "A", "A", "BA", "BA", "BA", "CA", "CA", "DC"));
    expect(rounds(tied)[1]).toEqual({ A: 4, B: 3, C: 3 });
    expect(tied.order).toEqual(["A", "B", "C", "D"]);
  });

  test("[B26] never different: the later in the frozen tie order leaves", () => {
    const all = strict("A", "A", "B", "C");
    expect(instantRunoff(options, ["A", "B", "C"], all).order).toEqual(["A", "B", "C"]);
    expect(instantRunoff(options, ["C", "A", "B"], all).order).toEqual(["A", "C", "B"]);
  });

  test("[B26] the last two with equal votes: no winner, whatever the tie order", () => {
    const result = instantRunoff(options, options, strict("A", "A", "B", "B", "C"));
    expect(result).toMatchObject({ winner: null, order: null });
    expect(rounds(result)).toHaveLength(2);
    const ballot = given({
      type: "ranked-irv",
      options,
      tieOrder: options,
      roll: roll(5),
      positions: seats(4).map((seat, index) => ranks(seat, [index < 2 ? "A" : "B"])),
    });
    expect(account(ballot)).toMatchObject({ outcome: "not-adopted", failing: ["B26"], winner: null, order: null });
  });

  test("[B25] a single option remains without a round", () => {
    expect(
      account(
        given({
          type: "ranked-irv",
          options: ["A"],
          tieOrder: ["A"],
          positions: seats(7).map((seat) => ranks(seat, ["A"])),
        }),
      ),
    ).toMatchObject({
      outcome: "adopted",
      rounds: [],
      order: ["A"],
      winner: "A",
    });
  });

  test("[B26] agrees with a slow second formulation", () => {
    const ranking = fc.shuffledSubarray(["A", "B", "C", "D"], { minLength: 0 });
    fc.assert(
      fc.property(
        fc.array(ranking, { maxLength: 9 }),
        fc.shuffledSubarray(["A", "B", "C", "D"], { minLength: 4 }),
        (all, tieOrder) => {
          expect(instantRunoff(["A", "B", "C", "D"], tieOrder, all).order).toEqual(
            slowRunoff(["A", "B", "C", "D"], tieOrder, all, []),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Strikes the leaving option out of every ballot and begins anew; sorts by the whole history of votes. */
function slowRunoff(
  standing: string[],
  tieOrder: string[],
  all: string[][],
  history: Record<string, number>[],
): string[] | null {
  if (standing.length === 1) return standing;
  const votes = Object.fromEntries(
    standing.map((option) => [option, all.filter((ranking) => ranking[0] === option).length]),
  );
  const past = [...history, votes];
  const fewest = Math.min(...Object.values(votes));
  if (standing.length === 2 && new Set(Object.values(votes)).size === 1) return null;
  const [leaving] = standing
    .filter((option) => votes[option] === fewest)
    .sort((a, b) => {
      for (const round of past) if (round[a] !== round[b]) return round[a]! - round[b]!;
      return tieOrder.indexOf(b) - tieOrder.indexOf(a);
    });
  const rest = slowRunoff(
    standing.filter((option) => option !== leaving),
    tieOrder,
    all.map((ranking) => ranking.filter((option) => option !== leaving)),
    past,
  );
  return rest && [...rest, leaving!];
}

describe("Schulze", () => {
  test("[B27] options not ranked are equal last", () => {
    expect(schulze(options, [["A"]]).pairwise).toEqual([
      [0, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("[B27] a cycle is settled by the strongest paths", () => {
    // A>B 6:3, B>C 7:2, C>A 5:4: the weakest link, C over A, gives way.
    const all = [...strict("ABC", "ABC", "ABC", "ABC"), ...strict("BCA", "BCA", "BCA"), ...strict("CAB", "CAB")];
    const result = schulze(options, all);
    expect(result.order).toEqual([["A"], ["B"], ["C"]]);
    expect(result.winner).toBe("A");
  });

  test("[B28] a first group of two has no winner and is not adopted", () => {
    const positions = [
      ranks("S01", [["A", "B"], "C"]),
      ranks("S02", [["A", "B"]]),
      ranks("S03", ["A", "B"]),
      ranks("S04", ["B", "A"]),
    ];
    expect(account(given({ type: "ranked-schulze", options, roll: roll(5), positions }))).toMatchObject({
      outcome: "not-adopted",
      failing: ["B28"],
      order: [["A", "B"], ["C"]],
      winner: null,
    });
  });

  test("[B28] agrees with a slow second formulation that walks every path", () => {
    const four = ["A", "B", "C", "D"];
    const ranking = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }).map((places) => {
      const groups = [0, 1, 2].map((place) => four.filter((_, index) => places[index] === place));
      return groups.filter((group) => group.length > 0);
    });
    fc.assert(
      fc.property(fc.array(ranking, { maxLength: 7 }), (all) => {
        expect(schulze(four, all).order).toEqual(slowSchulze(four, all));
      }),
      { numRuns: 300 },
    );
  });
});

function slowSchulze(names: string[], all: string[][][]): string[][] {
  /** Unranked options come behind all places. */
  const place = (ranking: string[][], option: string) => {
    const found = ranking.findIndex((group) => group.includes(option));
    return found < 0 ? names.length : found;
  };
  const above = (a: string, b: string) => all.filter((ranking) => place(ranking, a) < place(ranking, b)).length;
  const link = (a: string, b: string) => (above(a, b) > above(b, a) ? above(a, b) : 0);
  const path = (a: string, b: string, seen: string[]): number =>
    Math.max(
      link(a, b),
      ...names
        .filter((via) => ![a, b, ...seen].includes(via))
        .map((via) => Math.min(link(a, via), path(via, b, [...seen, a]))),
    );
  const groups: string[][] = [];
  let left = names;
  while (left.length > 0) {
    const group = left.filter((a) => left.every((b) => a === b || path(b, a, []) <= path(a, b, [])));
    groups.push(group);
    left = left.filter((option) => !group.includes(option));
  }
  return groups;
}
