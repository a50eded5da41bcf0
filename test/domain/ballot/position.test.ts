import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotCase, Position } from "../../../domain/ballot/ballot-case.ts";
import { ballotTypes, wordsOf } from "../../../domain/ballot/ballot-type.ts";
import { type NewPosition, positionCheck } from "../../../domain/ballot/position.ts";
import { hour_ms } from "../../../domain/instant.ts";
import { chooses, closesAt, counted, given, hours, opensAt, ranks, says } from "./given-ballot.ts";

/** The codes of refusal by index of position. */
const codes = (positions: Position[], changes: Partial<BallotCase> = {}) =>
  Object.fromEntries(account(given({ positions, ...changes })).refused.map(({ index, code }) => [index, code]));

const options = ["A", "B", "C"];

describe("the order of tests", () => {
  const rules = { ...given(), roll: new Set(["S01", "S02"]), recused: new Set(["S02"]), textHash: "aa" };
  const late = closesAt;
  const wrong: NewPosition = { seat: "S99", said: { word: "veto" }, at: late, textHash: "bb" };
  const code = (position: NewPosition, earlier: Position[] = []) => {
    const answer = positionCheck(rules, earlier, position);
    return "refused" in answer ? `${answer.code} ${answer.rule}` : "duplicateOf" in answer ? "duplicate" : "allowed";
  };

  test("[P1] the first failure in the order key, seat, time, recusal, word, hash, reason, limit is the refusal", () => {
    const earlier = [says("S02", "discuss", { key: "k" })];
    expect(code({ ...wrong, seat: "S02", key: "k" }, earlier)).toBe("duplicate");
    expect(code(wrong)).toBe("seat P8");
    expect(code({ ...wrong, seat: "S02" })).toBe("late P5");
    expect(code({ ...wrong, seat: "S02", at: hours(2) })).toBe("recused X4");
    expect(code({ ...wrong, seat: "S01", at: hours(2) })).toBe("word P1");
    expect(code({ ...wrong, seat: "S01", at: hours(2), said: { word: "discuss" } }, earlier)).toBe("frozen P2");
    const right = { seat: "S01", at: hours(2), said: { word: "discuss" }, textHash: "aa" };
    expect(code(right, earlier)).toBe("reason-missing P7");
    expect(code({ ...right, reason: "harm" }, earlier)).toBe("limit P13");
    expect(code({ ...right, reason: "harm" })).toBe("allowed");
  });

  test("[P2] a position on another text hash is refused", () => {
    expect(code({ seat: "S01", said: { word: "yes" }, at: hours(2), textHash: "bb" })).toBe("frozen P2");
    expect(code({ seat: "S01", said: { word: "yes" }, at: hours(2), textHash: "aa" })).toBe("allowed");
  });

  test("[P8] who neither holds the seat nor is its alternate, or is barred, is refused before the time is looked at", () => {
    const yes = { seat: "S01", said: { word: "yes" }, at: late };
    expect(code({ ...yes, holdsSeat: false })).toBe("seat P8");
    expect(code({ ...yes, barred: true })).toBe("recused P8");
    expect(code({ ...yes, holdsSeat: true, barred: false, at: hours(2) })).toBe("allowed");
  });

  test("[P7] a Discuss needs a clause and the change that would clear it", () => {
    const discuss = {
      seat: "S01",
      said: { word: "discuss" },
      at: hours(2),
      reason: "harm",
      clause: "c1",
      change: "raise a.2",
    };
    expect(code(discuss)).toBe("allowed");
    expect(code({ ...discuss, clause: "" })).toBe("reason-missing P7");
    expect(code({ ...discuss, change: " " })).toBe("reason-missing P7");
  });

  test("[P12] a recusal needs a declared interest", () => {
    const recuse = { seat: "S01", said: { word: "recuse" }, at: hours(2), reason: "patent" };
    expect(code({ ...recuse, interestDeclared: false })).toBe("reason-missing P12");
    expect(code({ ...recuse, interestDeclared: true })).toBe("allowed");
  });
});

describe("time", () => {
  test("[P5] before opening is refused as state, from the closing instant on as late", () => {
    const at = [opensAt - 1, opensAt, closesAt - 1, closesAt];
    expect(codes(at.map((one, index) => says(`S0${index + 1}`, "yes", { at: one })))).toEqual({
      0: "state",
      3: "late",
    });
  });

  test("[B6] a position counts from opening on and until just before close", () => {
    expect(
      counted({ positions: [says("S01", "yes", { at: opensAt }), says("S02", "yes", { at: closesAt - 1 })] }).counts.Y,
    ).toBe(2);
  });

  test("[P4] the latest by time counts, whatever the order of the list; at one instant the later in sequence", () => {
    const positions = [says("S01", "no", { at: hours(5) }), says("S01", "yes", { at: hours(4) })];
    expect(counted({ positions }).counts).toMatchObject({ N: 1, Y: 0 });
    const same = [says("S01", "no", { at: hours(5) }), says("S01", "yes", { at: hours(5) })];
    expect(counted({ positions: same }).counts).toMatchObject({ N: 0, Y: 1 });
  });

  test("[P4] a refused position replaces nothing", () => {
    const positions = [says("S01", "yes"), says("S01", "no", { at: hours(2), reason: "" })];
    expect(counted({ positions }).counts).toMatchObject({ Y: 1, N: 0 });
  });
});

describe("keys", () => {
  test("[P6] the same key from the same seat appends nothing, whatever the content and time", () => {
    const positions = [
      says("S01", "yes", { key: "k" }),
      says("S01", "no", { key: "k", at: hours(2) }),
      says("S02", "no", { key: "k", at: hours(2) }),
      says("S01", "veto", { key: "k", at: closesAt }),
    ];
    const result = counted({ positions });
    expect(result.duplicates).toEqual([
      { index: 1, of: 0 },
      { index: 3, of: 0 },
    ]);
    expect(result.refused).toEqual([]);
    expect(result.counts).toMatchObject({ Y: 1, N: 1 });
  });

  test("[P6] a key whose position was refused is free", () => {
    const positions = [says("S01", "no", { key: "k", reason: " " }), says("S01", "no", { key: "k", at: hours(2) })];
    const result = counted({ positions });
    expect(result.refused).toEqual([{ index: 0, code: "reason-missing" }]);
    expect(result.duplicates).toEqual([]);
    expect(result.counts.N).toBe(1);
  });

  test("[P6] the first is the first in time, not in the list", () => {
    const positions = [says("S01", "yes", { key: "k", at: hours(3) }), says("S01", "no", { key: "k", at: hours(2) })];
    expect(counted({ positions }).duplicates).toEqual([{ index: 0, of: 1 }]);
  });
});

describe("seats and recusal", () => {
  test("[P8] a seat that is not on the roll is refused", () => {
    expect(codes([says("S13", "yes"), says("S12", "yes")])).toEqual({ 0: "seat" });
  });

  test("[P12] recuse is final: earlier positions no longer count, later ones are refused, another recusal too", () => {
    const positions = [
      says("S01", "yes"),
      says("S01", "recuse", { at: hours(2) }),
      says("S01", "no", { at: hours(3) }),
      says("S01", "recuse", { at: hours(4) }),
    ];
    const result = counted({ positions });
    expect(result.refused).toEqual([
      { index: 2, code: "recused" },
      { index: 3, code: "recused" },
    ]);
    expect(result.counts).toMatchObject({ R: 12, X: 1, E: 11, Y: 0, N: 0 });
  });

  test("[X4] a seat recused from the start takes no position and leaves E", () => {
    const result = counted({
      recused: ["S01"],
      positions: [says("S01", "yes"), says("S01", "recuse", { at: hours(2) })],
    });
    expect(result.refused.map((one) => one.code)).toEqual(["recused", "recused"]);
    expect(result.counts).toMatchObject({ X: 1, E: 11, Y: 0 });
  });

  test("[B10] a recused seat counts once, and only if it is on the roll", () => {
    expect(counted({ recused: ["S01", "S01", "S77"] }).counts).toMatchObject({ R: 12, X: 1, E: 11 });
  });
});

describe("words", () => {
  const words = ["yes", "no-objection", "discuss", "no", "abstain", "recuse"];

  test.each(ballotTypes)("[P1] a %s ballot takes its words of table B and refuses all others", (type) => {
    const more = {
      options,
      tieOrder: options,
      roll: words.map((_, index) => ({ seat: `S0${index + 1}`, class: "P" as const, weight: 1 })),
    };
    const refused = codes(
      words.map((word, index) => says(`S0${index + 1}`, word)),
      { type, ...more },
    );
    const expected = words.flatMap((word, index) =>
      (wordsOf(type, "RECORDED") as string[]).includes(word) ? [] : [[index, "word"]],
    );
    expect(refused).toEqual(Object.fromEntries(expected));
  });

  test("[B42] in SEALED mode discuss is no word", () => {
    expect(codes([says("S01", "discuss"), says("S02", "no")], { mode: "SEALED" })).toEqual({ 0: "word" });
    expect(codes([says("S01", "discuss")], { mode: "RECORDED" })).toEqual({});
  });

  test("[P1] a set holds options of the ballot, none twice; it may be empty", () => {
    const positions = [
      chooses("S01", ["A", "A"]),
      chooses("S02", ["D"]),
      chooses("S03", []),
      chooses("S04", ["B"]),
      ranks("S05", ["A"]),
      says("S06", "Yes"),
    ];
    expect(codes(positions, { type: "approval", options })).toEqual({ 0: "word", 1: "word", 4: "word", 5: "word" });
  });

  test("[P1] a ranking holds options of the ballot, none twice; in IRV none share a place", () => {
    const positions = [
      ranks("S01", ["A", "B", "A"]),
      ranks("S02", ["A", "D"]),
      ranks("S03", [["A", "B"], "C"]),
      ranks("S04", [["A"], ["B"]]),
      ranks("S05", []),
      ranks("S06", [["A"], []]),
      chooses("S07", ["A"]),
    ];
    const irv = { 0: "word", 1: "word", 2: "word", 5: "word", 6: "word" };
    expect(codes(positions, { type: "ranked-irv", options, tieOrder: options })).toEqual(irv);
    expect(codes(positions, { type: "ranked-schulze", options })).toEqual({
      0: "word",
      1: "word",
      5: "word",
      6: "word",
    });
  });

  test("[P1] sets and rankings are no words where the type has none, or a straw poll no options", () => {
    const positions = [chooses("S01", []), ranks("S02", [])];
    expect(codes(positions)).toEqual({ 0: "word", 1: "word" });
    expect(codes(positions, { type: "straw-poll" })).toEqual({ 0: "word", 1: "word" });
    expect(codes(positions, { type: "straw-poll", options })).toEqual({});
  });

  test("[P7] no, discuss and recuse need a reason; the others do not", () => {
    const bare = words.map((word, index) => says(`S0${index + 1}`, word, { reason: undefined }));
    expect(codes(bare)).toEqual({ 2: "reason-missing", 3: "reason-missing", 5: "reason-missing" });
    expect(codes(bare.map((one) => ({ ...one, reason: " \n" })))).toEqual({
      2: "reason-missing",
      3: "reason-missing",
      5: "reason-missing",
    });
  });

  test("[P13] a seat makes one Discuss; any later position clears it, a second Discuss is refused", () => {
    const positions = [
      says("S01", "discuss"),
      says("S01", "abstain", { at: hours(2) }),
      says("S01", "discuss", { at: hours(3) }),
    ];
    const result = counted({ positions });
    expect(result.refused).toEqual([{ index: 2, code: "limit" }]);
    expect(result.counts).toMatchObject({ D: 0, A: 1 });
  });
});

describe("positions recorded for a seat", () => {
  const recorded = { recordedBy: "secretariat" };

  test("[P9] a recorded position counts like any other", () => {
    expect(counted({ positions: [says("S01", "yes", recorded)] }).counts.Y).toBe(1);
  });

  test("[P10] disputed until just before 48 h after close it counts as never made; from then on it stands", () => {
    const until = closesAt + 48 * hour_ms;
    const disputed = (disputedAt: number) =>
      counted({ positions: [says("S01", "yes", { ...recorded, disputedAt })] }).counts;
    expect(disputed(until - 1)).toMatchObject({ Y: 0, S: 12 });
    expect(disputed(until)).toMatchObject({ Y: 1, S: 11 });
  });

  test("[P10] the 48 h run from the closing time in force", () => {
    const events = [{ type: "extend" as const, by: ["a", "b"], at: hours(1), closesAt: closesAt + 10 * hour_ms }];
    const positions = [says("S01", "yes", { ...recorded, disputedAt: closesAt + 57 * hour_ms })];
    expect(counted({ positions, events }).counts.Y).toBe(0);
  });

  test("[P10] only a recorded position can be disputed", () => {
    expect(counted({ positions: [says("S01", "yes", { disputedAt: hours(2) })] }).counts.Y).toBe(1);
  });

  test("[P10] an earlier position is current again when the recorded one is disputed", () => {
    const positions = [says("S01", "yes"), says("S01", "no", { ...recorded, at: hours(2), disputedAt: hours(9) })];
    expect(counted({ positions }).counts).toMatchObject({ Y: 1, N: 0 });
  });

  test("[P10] what was refused before the dispute stays refused; after it the recusal was never made", () => {
    const positions = [
      says("S01", "recuse", { ...recorded, at: hours(2), disputedAt: hours(5) }),
      says("S01", "yes", { at: hours(5) - 1 }),
      says("S01", "abstain", { at: hours(5) }),
    ];
    const result = counted({ positions });
    expect(result.refused).toEqual([{ index: 1, code: "recused" }]);
    expect(result.counts).toMatchObject({ X: 0, A: 1, Y: 0 });
  });

  test("[P10] a disputed Discuss leaves the seat its one Discuss, a disputed key is free", () => {
    const discuss = { ...recorded, at: hours(2), disputedAt: hours(5), key: "k" };
    const positions = [
      says("S01", "discuss", discuss),
      says("S01", "discuss", { at: hours(4) }),
      says("S01", "abstain", { key: "k", at: hours(4) }),
      says("S01", "discuss", { key: "k", at: hours(6) }),
    ];
    const result = counted({ positions });
    expect(result.refused).toEqual([{ index: 1, code: "limit" }]);
    expect(result.duplicates).toEqual([{ index: 2, of: 0 }]);
    expect(result.counts).toMatchObject({ D: 1, A: 0 });
  });

  test("[P11] a seat without holder stays on the roll: nothing but its positions is looked at", () => {
    expect(counted({ positions: [says("S01", "yes")] }).counts).toMatchObject({ R: 12, E: 12, Y: 1 });
  });
});
