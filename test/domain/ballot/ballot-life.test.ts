import { describe, expect, test } from "vitest";
import { ballotMove, ballotMoves, ballotStates, isBallotOver } from "../../../domain/ballot/ballot-life.ts";
import { ballotTypes } from "../../../domain/ballot/ballot-type.ts";
import {
  durationCheck,
  gateCheck,
  questionCheck,
  reballotCheck,
  rollCheck,
  sharesCheck,
} from "../../../domain/ballot/opening.ts";
import { day_ms, hour_ms } from "../../../domain/instant.ts";
import type { Answer } from "../../../domain/refusal.ts";

const code = (answer: Answer) => ("refused" in answer ? `${answer.code} ${answer.rule}` : "allowed");

describe("table B2", () => {
  test.each(ballotStates.flatMap((state) => ballotMoves.map((row) => [state, row.act, row] as const)))(
    "[B3] a ballot moves only by its rows: %s, %s",
    (state, _, row) => {
      const answer = ballotMove(state, row.act, "RECORDED");
      const rows = ballotMoves.filter((one) => one.act === row.act && !("mode" in one && one.mode === "SEALED"));
      const expected = rows.find((one) => (one.from as readonly string[]).includes(state));
      if (expected) expect(answer).toBe(expected);
      else expect(answer).toMatchObject({ refused: true, code: "state" });
    },
  );

  test("[B39] a sealed ballot closes to sealed, any other to closed", () => {
    expect(ballotMove("open", "close-ballot", "SEALED")).toMatchObject({ to: "sealed" });
    expect(ballotMove("open", "close-ballot", "RECORDED")).toMatchObject({ to: "closed" });
  });

  test("[B37] nothing is void after certification", () => {
    expect(ballotMove("certified", "void-ballot", "RECORDED")).toMatchObject({ refused: true, rule: "B12" });
    expect(ballotStates.filter(isBallotOver)).toEqual(["discarded", "certified", "void"]);
  });
});

describe("opening", () => {
  const least = {
    recommendation: 336,
    iso: 336,
    weighted: 336,
    consensus: 336,
    "two-thirds": 168,
    approval: 168,
    "ranked-irv": 168,
    "ranked-schulze": 168,
    "simple-majority": 72,
    "straw-poll": 24,
  };

  test.each(ballotTypes)("[B5] a %s ballot has its least duration", (type) => {
    expect(code(durationCheck(type, 0, least[type] * hour_ms))).toBe("allowed");
    expect(code(durationCheck(type, 0, least[type] * hour_ms - 1))).toBe("duration B5");
  });

  test("[B23] a weighted ballot needs a roll of nine", () => {
    expect(code(rollCheck("weighted", 9))).toBe("allowed");
    expect(code(rollCheck("weighted", 8))).toBe("limit B23");
    expect(code(rollCheck("iso", 8))).toBe("allowed");
  });

  test("[B29] text is adopted by recommendation, or by a type chosen before", () => {
    const text = { aboutText: true, chosenBefore: false, office: false };
    expect(code(questionCheck("recommendation", "RECORDED", text))).toBe("allowed");
    for (const type of ["iso", "two-thirds", "consensus", "weighted"] as const) {
      expect(code(questionCheck(type, "RECORDED", text))).toBe("state B29");
      expect(code(questionCheck(type, "RECORDED", { ...text, chosenBefore: true }))).toBe("allowed");
    }
    for (const type of ["simple-majority", "approval", "ranked-irv", "ranked-schulze", "straw-poll"] as const)
      expect(code(questionCheck(type, "RECORDED", { ...text, chosenBefore: true }))).toBe("state B29");
  });

  test("[B43] SECRET is for elections to office and straw polls", () => {
    const office = { aboutText: false, chosenBefore: false, office: true };
    expect(code(questionCheck("ranked-irv", "SECRET", office))).toBe("allowed");
    expect(code(questionCheck("ranked-irv", "SECRET", { ...office, office: false }))).toBe("state B43");
    expect(code(questionCheck("straw-poll", "SECRET", { ...office, office: false }))).toBe("allowed");
  });

  test("[B4] the gate says what stands in the way, faults and comments with their own codes", () => {
    const clear = { openFaults: 0, undisposedComments: 0, reopenableComments: 0, scopeLacks: null, unansweredSeats: 0 };
    expect(code(gateCheck(clear))).toBe("allowed");
    expect(code(gateCheck({ ...clear, openFaults: 1 }))).toBe("faults B4");
    expect(code(gateCheck({ ...clear, undisposedComments: 1 }))).toBe("comments B4");
    expect(code(gateCheck({ ...clear, reopenableComments: 1 }))).toBe("comments B4");
    expect(code(gateCheck({ ...clear, scopeLacks: "The scope has no review-by date." }))).toBe("state B4");
    expect(code(gateCheck({ ...clear, unansweredSeats: 1 }))).toBe("state B4");
  });

  test("[B36] a text that was not adopted is balloted again once, after 30 × 24 h", () => {
    expect(code(reballotCheck([], 0))).toBe("allowed");
    expect(code(reballotCheck([0], 30 * day_ms - 1))).toBe("duration B36");
    expect(code(reballotCheck([0], 30 * day_ms))).toBe("allowed");
    expect(code(reballotCheck([0, 40 * day_ms], 900 * day_ms))).toBe("limit B36");
  });

  test("[B39] more than half of the share holders open, no delegation holds two", () => {
    expect(code(sharesCheck(2, ["NL", "JP", "CA"]))).toBe("allowed");
    expect(code(sharesCheck(1, ["NL", "JP"]))).toBe("limit B39");
    expect(code(sharesCheck(2, ["NL", "JP", "NL"]))).toBe("limit B39");
    expect(code(sharesCheck(4, ["NL", "JP", "CA"]))).toBe("limit B39");
  });
});
