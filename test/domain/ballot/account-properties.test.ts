import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { account, type WordCounts } from "../../../domain/ballot/account.ts";
import type { BallotCase, Position } from "../../../domain/ballot/ballot-case.ts";
import { ballotTypes, positionWords } from "../../../domain/ballot/ballot-type.ts";
import { day_ms } from "../../../domain/instant.ts";
import { cast, closesAt, given, hours, opensAt, seats } from "./given-ballot.ts";

const wordTypes = ["recommendation", "iso", "simple-majority", "two-thirds", "consensus", "weighted"] as const;
const size = 12;

const position: fc.Arbitrary<Position> = fc.record({
  seat: fc.constantFrom(...seats(size + 1)),
  said: fc.record({ word: fc.constantFrom(...positionWords, "veto") }),
  at: fc.integer({ min: opensAt - day_ms, max: closesAt + day_ms }),
  reason: fc.constantFrom("", "harm"),
  key: fc.option(fc.constantFrom("k", "l"), { nil: undefined }),
  recordedBy: fc.option(fc.constant("secretariat"), { nil: undefined }),
  disputedAt: fc.option(fc.integer({ min: opensAt, max: closesAt + 3 * day_ms }), { nil: undefined }),
});

const event = fc.oneof(
  fc.record({
    type: fc.constantFrom("answer" as const, "renew" as const),
    seat: fc.constantFrom(...seats(size)),
    at: fc.integer({ min: opensAt, max: closesAt }),
  }),
  fc.record({
    type: fc.constant("override" as const),
    seat: fc.constantFrom(...seats(size)),
    announcedAt: fc.integer({ min: opensAt, max: closesAt }),
    at: fc.integer({ min: opensAt, max: closesAt }),
    for: fc.subarray(seats(size), { minLength: 6 }),
    against: fc.constant([]),
  }),
);

const ballot: fc.Arbitrary<BallotCase> = fc.record({
  type: fc.constantFrom(...wordTypes),
  mode: fc.constantFrom("RECORDED" as const, "SEALED" as const),
  opensAt: fc.constant(opensAt),
  closesAt: fc.constant(closesAt),
  roll: fc.constant(
    seats(size).map((seat, index) => ({ seat, class: index % 3 ? ("P" as const) : ("O" as const), weight: index })),
  ),
  recused: fc.subarray(seats(size), { maxLength: 4 }),
  positions: fc.array(position, { maxLength: 40 }),
  events: fc.array(event, { maxLength: 10 }),
});

describe("properties", () => {
  test("[B11] Y + O + D + N + A + S = E, and E + X = R, each seat in exactly one", () => {
    fc.assert(
      fc.property(ballot, (one) => {
        const { R, X, E, Y, O, D, N, A, S } = account(one).counts as WordCounts;
        expect(Y + O + D + N + A + S).toBe(E);
        expect(E + X).toBe(R);
        expect(R).toBe(size);
      }),
      { numRuns: 500 },
    );
  });

  test("[B10] a recused seat is never counted: what it says changes no number", () => {
    fc.assert(
      fc.property(ballot, (one) => {
        const without = { ...one, positions: one.positions.filter((position) => !one.recused.includes(position.seat)) };
        const [all, rest] = [account(one), account(without)];
        expect(all.counts).toEqual(rest.counts);
        expect(all.outcome).toBe(rest.outcome);
        for (const line of all.rollCall) if (one.recused.includes(line.seat)) expect(line.countedAs).toBe("recuse");
      }),
    );
  });

  test("[P4] the order in which positions of different seats arrive does not matter", () => {
    const oneEach = fc.array(fc.constantFrom(...positionWords), { minLength: size, maxLength: size });
    const order = fc.shuffledSubarray(seats(size), { minLength: size });
    fc.assert(
      fc.property(fc.constantFrom(...wordTypes), oneEach, order, (type, words, arrival) => {
        const positions = words.map((word, index) => ({
          seat: seats(size)[index]!,
          said: { word },
          reason: "harm",
          at: hours(1),
        }));
        const shuffled = arrival.map((seat, minute) => ({
          ...positions.find((position) => position.seat === seat)!,
          at: hours(1) + minute,
        }));
        const roll = seats(size).map((seat, index) => ({ seat, class: "P" as const, weight: index }));
        const [first, second] = [
          account(given({ type, roll, positions })),
          account(given({ type, roll, positions: shuffled })),
        ];
        expect(second.counts).toEqual(first.counts);
        expect([second.outcome, second.failing]).toEqual([first.outcome, first.failing]);
      }),
    );
  });

  test("[P4] the list may stand in any order: time alone decides where no two are at one instant", () => {
    const spread = fc.uniqueArray(position, { maxLength: 25, selector: (one) => one.at });
    fc.assert(
      fc.property(ballot, spread, (one, positions) => {
        const [forth, back] = [
          account({ ...one, positions }),
          account({ ...one, positions: [...positions].reverse() }),
        ];
        expect(back.counts).toEqual(forth.counts);
        expect(back.refused.length).toBe(forth.refused.length);
        expect(back.duplicates.length).toBe(forth.duplicates.length);
      }),
    );
  });

  test("[P5] each position is counted, replaced, refused or a duplicate; a refused one changes nothing", () => {
    fc.assert(
      fc.property(ballot, (one) => {
        const first = account(one);
        const gone = new Set([
          ...first.refused.map((refusal) => refusal.index),
          ...first.duplicates.map((duplicate) => duplicate.index),
        ]);
        const second = account({ ...one, positions: one.positions.filter((_, index) => !gone.has(index)) });
        expect(second.counts).toEqual(first.counts);
        expect(second.refused).toEqual([]);
        expect(second.duplicates).toEqual([]);
      }),
    );
  });

  test("[B12] a straw poll is the only type that can be advisory, and the only one never void", () => {
    for (const type of ballotTypes) {
      const options = ["A", "B"];
      const outcome = account(given({ type, options, tieOrder: options, roll: [] })).outcome;
      expect(outcome).toBe(type === "straw-poll" ? "advisory" : "void");
    }
  });
});

/** A share of n seats, said without division: each seat stands for `of` tokens, and `share` of each are asked for. */
function isShare(part: number, share: number, of: number, whole: number): boolean {
  const tokens = Array<string>(part).fill("x".repeat(of)).join("").length;
  const asked = Array<string>(whole).fill("x".repeat(share)).join("").length;
  return tokens >= asked;
}

/** What the page of a book would say, seat by seat, in place of the formula. */
function slowFailing(type: (typeof wordTypes)[number], { R, E, Y, O, D, N }: WordCounts): string[] {
  const assent = Y + O;
  const support = () => {
    let fifth = 0;
    while (fifth * 5 < E) fifth += 1;
    return Y >= 3 && Y >= fifth;
  };
  const conditions: Record<string, [string, boolean][]> = {
    recommendation: [
      ["B13", isShare(assent, 2, 3, E)],
      ["B14", support()],
      ["B15", !isShare(N, 1, 3, assent) || isShare(assent, 3, 1, N)],
      ["B16", D === 0],
    ],
    iso: [
      ["B17", Y + N > 0 && isShare(Y, 2, 3, Y + N)],
      ["B18", isShare(Y, 3, 4, Y + N)],
    ],
    "simple-majority": [["B19", Y - N >= 1]],
    "two-thirds": [["B20", isShare(Y, 2, 3, R)]],
    consensus: [
      ["B14", support()],
      ["B16", D === 0],
    ],
    weighted: [
      ["B21", isShare(Y, 11, 20, E)],
      ["B22", isShare(Y, 13, 20, E) || E - Y < 4],
    ],
  };
  return conditions[type]!.filter(([, met]) => !met).map(([id]) => id);
}

describe("against a slow second formulation", () => {
  test("[B33] no division gains anybody a threshold: all conditions agree with counting tokens", () => {
    const numbers = fc.record({
      yes: fc.nat(14),
      "no-objection": fc.nat(8),
      discuss: fc.nat(1),
      no: fc.nat(8),
      abstain: fc.nat(5),
      none: fc.nat(5),
      recuse: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.constantFrom(...wordTypes), numbers, (type, given_) => {
        const known: Record<string, number> = { ...given_ };
        if (type !== "recommendation" && type !== "consensus") Object.assign(known, { "no-objection": 0, discuss: 0 });
        if (type === "consensus") known.no = 0;
        const total = Object.values(known).reduce((sum, count) => sum + count, 0);
        const roll = seats(total).map((seat) => ({ seat, class: "P" as const, weight: 1 }));
        const result = account(given({ type, roll, positions: cast(known) }));
        if (result.outcome === "void") return;
        expect(result.failing).toEqual(slowFailing(type, result.counts as WordCounts));
      }),
      { numRuns: 2000 },
    );
  });
});
