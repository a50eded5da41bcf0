/** What is missing in the other types: doing it makes the ballot pass, and nothing is missing only where it passes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase, Position, RollSeat, Said } from "../../../domain/ballot/ballot-case.ts";
import type { BallotType } from "../../../domain/ballot/ballot-type.ts";
import type { MissingPart } from "../../../domain/ballot/missing-parts.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";
import { chooses, given, ranks, roll, says, seats } from "./given-ballot.ts";

type Voice = RollSeat & { said: Said | null };

const word = (said: Said | null) => (said !== null && "word" in said ? said.word : null);

function caseOf(type: BallotType, voices: readonly Voice[], more: Partial<BallotCase> = {}): BallotCase {
  const positions = voices.flatMap(({ seat, said }): Position[] => {
    if (said === null) return [];
    return "word" in said ? [says(seat, said.word)] : [{ ...says(seat, ""), said }];
  });
  return given({ type, roll: voices.map(({ said: _, ...line }) => line), positions, ...more });
}

const missingOf = (ballot: BallotCase) => whatIsMissing(account(ballot), (seat) => seat, ballot.roll);

const part = <Kind extends MissingPart["kind"]>(parts: readonly MissingPart[], kind: Kind) =>
  parts.find((one): one is Extract<MissingPart, { kind: Kind }> => one.kind === kind);

const outOfReach = (parts: readonly MissingPart[]) =>
  parts.some((one) => ["recusals", "roll", "no-p-members"].includes(one.kind));

/** The seats that do what is asked, one after the other; silent ones before those that abstain. */
function sayYes(voices: Voice[], count: number, from: readonly (string | null)[], isOne: (one: Voice) => boolean) {
  let left = count;
  for (const as of from)
    for (const voice of voices) {
      if (left === 0 || word(voice.said) !== as || !isOne(voice)) continue;
      voice.said = { word: "yes" };
      left -= 1;
    }
  expect(left).toBe(0);
}

function supplied(voices: readonly Voice[], parts: readonly MissingPart[]): Voice[] {
  const heaviest = [...voices].map((one) => ({ ...one })).sort((one, other) => other.weight! - one.weight!);
  const turn = part(parts, "turn");
  if (turn) {
    sayYes(heaviest, turn.ofP ?? 0, ["no"], (one) => one.class === "P");
    const others = turn.ofP === undefined ? () => true : (one: Voice) => one.class === "O";
    sayYes(heaviest, turn.seats - (turn.ofP ?? 0), ["no"], others);
  }
  const support = part(parts, "support");
  if (support) {
    sayYes(heaviest, support.ofP ?? 0, [null, "abstain"], (one) => one.class === "P");
    const free = part(parts, "weight") ? [] : [null, "abstain", "discuss", "no-objection"];
    sayYes(heaviest, free.length === 0 ? 0 : support.seats - (support.ofP ?? 0), free, () => true);
  }
  const weight = part(parts, "weight");
  if (weight) {
    let [weighed, said] = [0, 0];
    for (const voice of heaviest) {
      if (word(voice.said) !== "abstain" && voice.said !== null) continue;
      if (weighed >= weight.weight && said >= (support?.seats ?? 0)) continue;
      weighed += voice.weight!;
      said += 1;
      voice.said = { word: "yes" };
    }
    expect(weighed).toBeGreaterThanOrEqual(weight.weight);
  }
  return takePositions(heaviest, parts);
}

function takePositions(voices: Voice[], parts: readonly MissingPart[]): Voice[] {
  let left = part(parts, "position")?.seats ?? 0;
  const cleared = part(parts, "discuss") !== undefined;
  return voices.map((voice) => {
    if (cleared && word(voice.said) === "discuss") return { ...voice, said: { word: "abstain" } };
    if (voice.said !== null || left === 0) return voice;
    left -= 1;
    return { ...voice, said: { word: "abstain" } };
  });
}

function wordVoices(words: readonly string[]): fc.Arbitrary<Voice[]> {
  const one = fc.record({
    class: fc.constantFrom("P" as const, "O" as const),
    weight: fc.nat(12),
    said: fc.constantFrom(null, ...words).map((said) => (said === null ? null : { word: said })),
  });
  return fc
    .array(one, { minLength: 4, maxLength: 14 })
    .map((all) => all.map((voice, index) => ({ ...voice, seat: seats(all.length)[index]! })));
}

const plain = ["yes", "yes", "no", "no", "abstain", "recuse"];

describe("types decided by words", () => {
  test.each([
    ["iso", plain],
    ["simple-majority", plain],
    ["two-thirds", plain],
    ["weighted", plain],
    ["consensus", ["yes", "no-objection", "discuss", "abstain", "recuse"]],
  ] as const)("[B17–B22] %s passes when what is missing is done", (type, words) => {
    fc.assert(
      fc.property(wordVoices(words), (voices) => {
        const ballot = caseOf(type, voices);
        const { parts } = missingOf(ballot);
        expect(parts.length === 0).toBe(account(ballot).outcome === "adopted");
        if (outOfReach(parts)) return;
        expect(account(caseOf(type, supplied(voices, parts))).outcome).toBe("adopted");
      }),
      { numRuns: 1500 },
    );
  });

  const some = (yes: number, no: number, rest: number, more: (index: number) => Partial<RollSeat> = () => ({})) =>
    seats(yes + no + rest).map((seat, index): Voice => {
      const said = index < yes ? "yes" : index < yes + no ? "no" : null;
      return { seat, ...more(index), said: said === null ? null : { word: said } };
    });

  test("[B19] says how many more must say yes", () => {
    expect(missingOf(caseOf("simple-majority", some(3, 4, 3))).sentence).toBe("To pass, two more seats must say yes.");
    expect(missingOf(caseOf("simple-majority", some(3, 7, 0))).sentence).toBe(
      "To pass, three seats that said no must say yes.",
    );
  });

  test("[B20] says when two thirds of the roll are out of reach", () => {
    const voices = some(4, 0, 0).concat(
      roll(7)
        .slice(4)
        .map((one) => ({ ...one, said: { word: "recuse" } })),
    );
    expect(missingOf(caseOf("two-thirds", voices)).sentence).toContain("It cannot pass: only four seats");
    const nine = roll(9).map((one, index) => ({ ...one, said: { word: index < 5 ? "yes" : "recuse" } }));
    expect(missingOf(caseOf("two-thirds", nine)).sentence).toBe(
      "It cannot pass: six seats must say yes, two thirds of the roll, and only five may take part after recusals.",
    );
  });

  test("[B17 B18] says how many must be P-members", () => {
    const voices = some(3, 2, 3, (index) => ({ class: index < 4 || index > 5 ? "P" : "O" }));
    expect(missingOf(caseOf("iso", voices)).sentence).toBe("To pass, three more seats must say yes.");
    const split = some(0, 2, 6, (index) => ({ class: index < 2 || index > 4 ? "P" : "O" }));
    expect(missingOf(caseOf("iso", split)).sentence).toContain("P-member");
    expect(
      missingOf(
        caseOf(
          "iso",
          some(5, 0, 0, () => ({ class: "O" })),
        ),
      ).sentence,
    ).toBe("It cannot pass: no P-member may take part after recusals.");
  });

  test("[B22] says the weight, or the seats instead", () => {
    const voices = some(6, 0, 4, (index) => ({ weight: index < 6 ? 1 : 5 }));
    expect(missingOf(caseOf("weighted", voices)).sentence).toBe(
      "To pass, seats that weigh 11 more together must say yes, or one more seat must.",
    );
  });

  test("[B30] a straw poll lacks nothing", () => {
    expect(missingOf(caseOf("straw-poll", some(1, 4, 3)))).toEqual({
      parts: [],
      sentence: "A straw poll decides nothing; it shows where the seats stand.",
    });
  });
});

const options = ["A", "B", "C", "D"];

function optionVoices(said: fc.Arbitrary<Said>): fc.Arbitrary<Voice[]> {
  const other = fc.constantFrom(null, { word: "abstain" }, { word: "recuse" });
  const one = fc.oneof({ arbitrary: said, weight: 5 }, { arbitrary: other, weight: 2 });
  return fc
    .array(one, { minLength: 4, maxLength: 12 })
    .map((all) => all.map((voice, index) => ({ said: voice, seat: seats(all.length)[index]! })));
}

/** One seat sets the option apart: a free one approves it alone; else one that approves it less; else one drops the rest. */
function setApart(voices: Voice[], equal: readonly string[]): void {
  const option = equal[0]!;
  const free = voices.find((one) => one.said === null) ?? voices.find((one) => word(one.said) === "abstain");
  if (free) {
    free.said = { set: [option] };
    return;
  }
  const setOf = ({ said }: Voice) => (said !== null && "set" in said ? said.set : []);
  const without = voices.find((one) => setOf(one).length > 0 && !setOf(one).includes(option));
  if (without) without.said = { set: [...setOf(without), option] };
  else {
    const dropping = voices.find((one) => setOf(one).includes(option))!;
    dropping.said = { set: setOf(dropping).filter((one) => one === option || !equal.includes(one)) };
  }
}

function approve(voices: Voice[], { option, seats: count }: Extract<MissingPart, { kind: "approval" }>): void {
  if (option === null) {
    const isFree = ({ said }: Voice) => said === null || word(said) === "abstain" || "set" in said;
    const one = voices.find(({ said }) => said === null) ?? voices.find(isFree)!;
    one.said = { set: ["A"] };
    return;
  }
  let left = count;
  for (const voice of voices) {
    if (left === 0 || voice.said === null || !("set" in voice.said)) continue;
    if (voice.said.set.length === 0 || voice.said.set.includes(option)) continue;
    voice.said = { set: [...voice.said.set, option] };
    left -= 1;
  }
  expect(left).toBe(0);
}

describe("types about options", () => {
  test("[B24] an approval ballot adopts an option when what is missing is done", () => {
    const sets = fc.subarray(options).map((set): Said => ({ set }));
    fc.assert(
      fc.property(optionVoices(sets), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), (voices, most) => {
        const more = { options, ...(most === undefined ? {} : { atMost: most }) };
        const ballot = caseOf("approval", voices, more);
        const { parts } = missingOf(ballot);
        expect(parts.length === 0).toBe(account(ballot).outcome === "adopted");
        if (outOfReach(parts)) return;
        const after = voices.map((one) => ({ ...one }));
        const approval = part(parts, "approval");
        if (approval) approve(after, approval);
        const done = account(caseOf("approval", takePositions(after, parts), more));
        const equal =
          part(parts, "apart")?.options ?? part(missingOf(caseOf("approval", after, more)).parts, "apart")?.options;
        if (equal === undefined) {
          expect(done.outcome).toBe("adopted");
          return;
        }
        const apart = takePositions(after, parts);
        setApart(apart, equal);
        expect(account(caseOf("approval", apart, more)).outcome).toBe("adopted");
      }),
      { numRuns: 1500 },
    );
  });

  test("[B26] an instant run-off whose last two are equal has a winner when one more seat tells them apart", () => {
    const strict = fc.shuffledSubarray(options).map((ranking): Said => ({ ranking }));
    fc.assert(
      fc.property(optionVoices(strict), (voices) => {
        const ballot = caseOf("ranked-irv", voices, { options });
        const { parts } = missingOf(ballot);
        expect(parts.length === 0).toBe(account(ballot).outcome === "adopted");
        if (outOfReach(parts)) return;
        const after = takePositions(
          voices.map((one) => ({ ...one })),
          parts,
        );
        const lastTwo = part(parts, "last-two");
        const free = after.find((one) => one.said === null) ?? after.find((one) => word(one.said) === "abstain");
        if (lastTwo && free) free.said = { ranking: [lastTwo.options[0]!] };
        if (lastTwo && !free) return;
        expect(account(caseOf("ranked-irv", after, { options })).outcome).toBe("adopted");
      }),
      { numRuns: 1500 },
    );
  });

  test("[B28] a Schulze ballot lacks nothing exactly when one option comes first", () => {
    const ranking = fc.shuffledSubarray(options).map((ranked): Said => ({ ranking: ranked }));
    fc.assert(
      fc.property(optionVoices(ranking), (voices) => {
        const ballot = caseOf("ranked-schulze", voices, { options });
        const { parts } = missingOf(ballot);
        expect(parts.length === 0).toBe(account(ballot).outcome === "adopted");
      }),
      { numRuns: 1000 },
    );
  });

  test("[B24 B26 B28] in plain words", () => {
    const positions = [
      ...["S01", "S02"].map((seat) => chooses(seat, ["A"])),
      ...["S03", "S04", "S05"].map((seat) => chooses(seat, ["B", "C"])),
      chooses("S06", ["C"]),
    ];
    const approval = { type: "approval", options, roll: roll(6), positions } as const;
    expect(missingOf(given({ ...approval, positions: positions.slice(0, 5) })).sentence).toBe(
      "Nothing is missing: as the positions stand, it passes.",
    );
    expect(missingOf(given({ ...approval, positions: positions.slice(0, 4) })).sentence).toBe(
      'To pass, one more of the four seats that approve options must approve "A".',
    );
    const equal = [...["S01", "S02"].map((seat) => ranks(seat, ["A"])), ...["S03", "S04"].map((s) => ranks(s, ["B"]))];
    expect(
      missingOf(given({ type: "ranked-irv", options: ["A", "B"], roll: roll(6), positions: equal })).sentence,
    ).toBe("To pass, one more seat must rank one of A and B before the other, as the last two have equal votes.");
    expect(
      missingOf(given({ type: "ranked-schulze", options: ["A", "B"], roll: roll(6), positions: equal })).sentence,
    ).toBe("To pass, the rankings must set one of A and B before the others, which share the first place.");
  });
});
