/** What a ballot asks about: whether type and parts fit, the marks of the roll, and rankings as forms give them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BallotRecord, canonicalRecord } from "../../../domain/ballot/ballot-record.ts";
import { ballotTypes } from "../../../domain/ballot/ballot-type.ts";
import { markedRoll, marksCheck, partsCheck, rankingOf } from "../../../domain/ballot/question.ts";
import { allowed } from "../../../domain/refusal.ts";

const options = ["One", "Two", "Three"];

describe("type and parts", () => {
  test("[B1] each type asks about procedure, with options where it has them, but a recommendation is of a text", () => {
    for (const type of ballotTypes) {
      const needs = ["approval", "ranked-irv", "ranked-schulze"].includes(type) ? { options } : {};
      const answer = partsCheck({ type, subject: "procedure", ...needs });
      if (type === "recommendation") expect(answer).toMatchObject({ rule: "B1", field: "type" });
      else expect(answer, type).toBe(allowed);
    }
    expect(partsCheck({ type: "straw-poll", subject: "procedure", options })).toBe(allowed);
  });

  test("[M6] an office is filled by an instant run-off and ended by two thirds", () => {
    const parts = { subject: "office" } as const;
    expect(partsCheck({ ...parts, type: "ranked-irv", options })).toBe(allowed);
    expect(partsCheck({ ...parts, type: "two-thirds" })).toBe(allowed);
    expect(partsCheck({ ...parts, type: "simple-majority" })).toMatchObject({ rule: "M6", code: "state" });
    expect(partsCheck({ ...parts, type: "ranked-schulze", options })).toMatchObject({ rule: "M6" });
  });

  test("[B26] a tie order names each option once", () => {
    const irv = { type: "ranked-irv", subject: "procedure", options } as const;
    expect(partsCheck({ ...irv, tieOrder: ["Three", "One", "Two"] })).toBe(allowed);
    for (const tieOrder of [
      ["One", "Two"],
      ["One", "Two", "Two"],
      [...options, "Four"],
    ])
      expect(partsCheck({ ...irv, tieOrder })).toMatchObject({ rule: "B26", field: "tieOrder" });
  });
});

describe("the roll with its marks", () => {
  const roll = ["a", "b", "c"].map((seatId) => ({ seatId, name: seatId.toUpperCase() }));

  test("[B17 B22] a seat without a class is a P-member, and one without a weight is named", () => {
    expect(markedRoll("iso", roll, { b: { class: "O" } }).map((seat) => seat.class)).toEqual(["P", "O", "P"]);
    const weighted = markedRoll("weighted", roll, { a: { weight: 3 }, c: { weight: 0 } });
    expect(marksCheck("weighted", weighted)).toMatchObject({ rule: "B22", reason: expect.stringContaining(": B.") });
    const none = markedRoll("weighted", roll, { a: { weight: 0 }, b: { weight: 0 }, c: { weight: 0 } });
    expect(marksCheck("weighted", none)).toMatchObject({ rule: "B22" });
    expect(markedRoll("two-thirds", roll, { a: { weight: 3 } })).toEqual(roll);
  });
});

describe("a ranking from places", () => {
  test("[B25 B27] goes by the places, keeps equal ones together, and leaves out what has none", () => {
    expect(rankingOf(options, [2, 1, null])).toEqual(["Two", "One"]);
    expect(rankingOf(options, [5, 1, 5])).toEqual(["Two", ["One", "Three"]]);
    expect(rankingOf(options, [])).toEqual([]);
  });

  test("[P1] keeps a place for what is no option, so that it is refused", () => {
    expect(rankingOf(options, [1, null, null, 2])).toEqual(["One", "#4"]);
  });

  test("[B27] names each option with a place once, in the order of the places", () => {
    const place = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 3 }), (places) => {
        const ranked = rankingOf(options, places).flat();
        expect([...ranked].sort()).toEqual(options.filter((_, index) => places[index] !== null).sort());
        const inOrder = ranked.map((option) => places[options.indexOf(option)]!);
        expect(inOrder).toEqual([...inOrder].sort());
      }),
    );
  });
});

test("[B2] the record of a recommendation holds what it always held: what a type does not have is absent", () => {
  const record: BallotRecord = {
    reference: "QTAC/B/1",
    committee: "QTAC",
    candidate: "QTAC/2026/001",
    question: "Shall it be recommended?",
    type: "recommendation",
    mode: "RECORDED",
    definitionVersion: 1,
    textHash: "00",
    ruleBook: "1.0",
    opensAt: 0,
    closesAt: 1_209_600_000,
    roll: [{ seatId: "s1", name: "Japan", memberId: "m1" }],
    previous: null,
  };
  const written = canonicalRecord(record);
  expect(written).toBe(
    '{"candidate":"QTAC/2026/001","closesAt":"1970-01-15T00:00:00Z","committee":"QTAC","definitionVersion":1,"format":"plenary-ballot-record/1","mode":"RECORDED","opensAt":"1970-01-01T00:00:00Z","previous":null,"question":"Shall it be recommended?","reference":"QTAC/B/1","roll":[{"id":"s1","member":"m1","seat":"Japan"}],"ruleBook":"1.0","textHash":"00","type":"recommendation"}',
  );
});
