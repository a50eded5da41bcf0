/**
 * 100,000 random ballots of all ten types: the account, a second formulation written from the rule book, and what must not
 * matter to either. A failure names the seed; `randomBallot(seed)` is the case.
 */
import { describe, expect, test } from "vitest";
import { type Account, account, type OptionCounts, type WordCounts } from "../../../domain/ballot/account.ts";
import type { BallotCase, Said } from "../../../domain/ballot/ballot-case.ts";
import { ballotTypes } from "../../../domain/ballot/ballot-type.ts";
import { writeInstant } from "../../../domain/instant.ts";
import { chanceOf, shuffled } from "./chance.ts";
import { randomBallot } from "./random-ballot.ts";
import { slowTally } from "./slow-tally.ts";

const runs = 100_000;
const blocks = 10;
const block = (number: number) => Array.from({ length: runs / blocks }, (_, index) => number * (runs / blocks) + index);
const numbersOfBlocks = Array.from({ length: blocks }, (_, index) => index);

/** What both give; text is compared, which is many times faster than comparing values, and as exact. */
const compared = [
  ...["outcome", "failing", "counts", "refused", "duplicates", "approvals", "adoptedOptions"],
  ...["rounds", "pairwise", "order", "winner", "flagged", "recount"],
];

function said(result: Record<string, unknown>): string {
  return compared.map((key) => `${key}: ${JSON.stringify(result[key])}`).join("\n");
}

/** Y + O + D + N + A + S = E and E + X = R, with the numbers that the roll call gives (rules B10, B11). */
function sumsAreRight({ counts, rollCall, type }: Account): boolean {
  const { R, X, E, A, S } = counts;
  const as = (word: string) => rollCall.filter((line) => line.countedAs === word).length;
  const whole = E + X === R && rollCall.length === R && as("recuse") === X && as("none") === S && as("abstain") === A;
  if (!("Y" in counts)) return whole && (counts as OptionCounts).P === E - S && type !== "iso";
  const { Y, O, D, N } = counts as WordCounts;
  return whole && Y + O + D + N + A + S === E;
}

const seen = { outcomes: new Set<string>(), types: new Set<string>(), flagged: 0, moved: 0, count: 0 };

describe("100,000 random ballots", () => {
  test.each(numbersOfBlocks)(
    "[B10 B11 B12 B33 B34] block %i comes out as by the slow way, and its sums are right",
    (of) => {
      for (const seed of block(of)) {
        const ballot = randomBallot(seed);
        const fast = account(ballot);
        const slow = slowTally(ballot);
        if (said(fast) !== said(slow)) expect(said(fast), `seed ${seed}, ${ballot.type}`).toBe(said(slow));
        const closesAt = fast.closesAt ?? writeInstant(ballot.closesAt);
        if (closesAt !== writeInstant(slow.closesAt))
          expect(closesAt, `seed ${seed}`).toBe(writeInstant(slow.closesAt));
        if (!sumsAreRight(fast))
          expect.fail(`The counts of seed ${seed} do not sum up: ${JSON.stringify(fast.counts)}`);
        seen.outcomes.add(`${ballot.type} ${fast.outcome}`);
        seen.flagged += fast.flagged ? 1 : 0;
        seen.moved += fast.closesAt ? 1 : 0;
        seen.count += 1;
      }
    },
  );

  test("[B35] every outcome of every type was among them, moved closes and second accounts too", () => {
    expect(seen.count).toBe(runs);
    for (const type of ballotTypes)
      for (const outcome of type === "straw-poll" ? ["advisory"] : ["adopted", "not-adopted", "void"])
        expect([...seen.outcomes]).toContain(`${type} ${outcome}`);
    expect(seen.flagged).toBeGreaterThan(1000);
    expect(seen.moved).toBeGreaterThan(1000);
  });
});

/** The result without what cites places in the list. */
function placeless({ outcome, failing, counts, approvals, adoptedOptions, rounds, order, winner, recount }: Account) {
  return JSON.stringify({ outcome, failing, counts, approvals, adoptedOptions, rounds, order, winner, recount });
}

/** Positions of one seat at one instant are told apart by their sequence alone (P4); here they are set apart. */
function setApart(ballot: BallotCase): BallotCase {
  const taken = new Set<string>();
  const positions = ballot.positions.filter(({ seat, at }) => {
    const isNew = !taken.has(`${seat} ${at}`);
    taken.add(`${seat} ${at}`);
    return isNew;
  });
  return { ...ballot, positions };
}

const someSeeds = Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index);

describe("what must not matter", () => {
  test("[P4] the order in which positions stand in the list, where no two of a seat are at one instant", () => {
    for (const seed of someSeeds) {
      const ballot = setApart(randomBallot(seed));
      const mixed = { ...ballot, positions: shuffled(ballot.positions, chanceOf(seed)) };
      const [one, other] = [account(ballot), account(mixed)];
      if (placeless(one) !== placeless(other)) expect(placeless(other), `seed ${seed}`).toBe(placeless(one));
      expect(other.refused.length + other.duplicates.length).toBe(one.refused.length + one.duplicates.length);
    }
  });

  test("[B34] the order of the roll", () => {
    for (const seed of someSeeds) {
      const ballot = randomBallot(seed);
      const [one, other] = [account(ballot), account({ ...ballot, roll: shuffled(ballot.roll, chanceOf(seed)) })];
      if (placeless(one) !== placeless(other)) expect(placeless(other), `seed ${seed}`).toBe(placeless(one));
    }
  });

  test("[B24 B25 B26 B27 B28] the names of the options: renamed, everything is renamed and nothing else", () => {
    const renaming: Record<string, string> = { A: "Q", B: "Z", C: "M", D: "P", E: "N", F: "R", G: "T" };
    const renamed = (option: string) => renaming[option] ?? option;
    const saidAnew = (one: Said): Said => {
      if ("word" in one) return one;
      if ("set" in one) return { set: one.set.map(renamed) };
      return { ranking: one.ranking.map((place) => (typeof place === "string" ? renamed(place) : place.map(renamed))) };
    };
    const inText = (text: string) => text.replaceAll(/"([A-G])"/g, (_, option: string) => `"${renamed(option)}"`);
    const optionsOnly = ({ approvals, adoptedOptions, rounds, order, winner, pairwise }: Account) =>
      JSON.stringify({ approvals, adoptedOptions, rounds, order, winner, pairwise });
    for (const seed of someSeeds) {
      const ballot = randomBallot(seed);
      if (!ballot.options) continue;
      const other = account({
        ...ballot,
        options: ballot.options.map(renamed),
        tieOrder: ballot.tieOrder!.map(renamed),
        positions: ballot.positions.map((one) => ({ ...one, said: saidAnew(one.said) })),
      });
      const one = account(ballot);
      expect([other.outcome, other.failing]).toEqual([one.outcome, one.failing]);
      if (optionsOnly(other) !== inText(optionsOnly(one)))
        expect(optionsOnly(other), `seed ${seed}`).toBe(inText(optionsOnly(one)));
    }
  });
});

describe("what cannot help", () => {
  test("[B32] a silent seat that abstains adopts nothing that was not adopted, unless it makes the quorum", () => {
    let tried = 0;
    for (const seed of someSeeds) {
      const ballot = randomBallot(seed);
      const before = account(ballot);
      const silent = before.rollCall.find((line) => line.countedAs === "none")?.seat;
      if (silent === undefined || before.outcome !== "not-adopted" || before.closesAt) continue;
      const abstains = { seat: silent, said: { word: "abstain" }, at: ballot.closesAt - 1 };
      const after = account({ ...ballot, positions: [...ballot.positions, abstains] });
      if (after.outcome !== "not-adopted") expect(after.outcome, `seed ${seed}`).toBe("not-adopted");
      tried += 1;
    }
    expect(tried).toBeGreaterThan(500);
  });

  test("[B31 B33] a no in place of an abstention adopts nothing that was not adopted", () => {
    let tried = 0;
    for (const seed of someSeeds) {
      const ballot = randomBallot(seed);
      const before = account(ballot);
      const line = before.rollCall.find((one) => one.countedAs === "abstain" && one.index !== null && !one.discuss);
      const hasNo = !["consensus", "straw-poll"].includes(ballot.type) && !ballot.options;
      if (!line || !hasNo || before.outcome !== "not-adopted") continue;
      const positions = ballot.positions.map((one, index) =>
        index === line.index ? { ...one, said: { word: "no" }, reason: "A reason." } : one,
      );
      const after = account({ ...ballot, positions });
      if (after.outcome === "adopted") expect.fail(`seed ${seed}: adopted by one no more`);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(500);
  });
});
