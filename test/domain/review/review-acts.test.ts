import { describe, expect, test } from "vitest";
import type { Answer } from "../../../domain/refusal.ts";
import { lengthenCheck, roundKindCheck, secondChannelAt, setAsideCheck } from "../../../domain/review/dispatch.ts";
import {
  recommendationMove,
  recommendationMoves,
  recommendationStates,
} from "../../../domain/review/recommendation-life.ts";
import { type ReplyQuestion, replyCheck, replyWords } from "../../../domain/review/reply.ts";
import { isRoundOver, roundMove, roundMoves, roundStates } from "../../../domain/review/round-life.ts";
import { endsAt, on } from "./given-round.ts";

const code = (answer: Answer) => ("refused" in answer ? `${answer.code} ${answer.rule}` : "allowed");

describe("tables", () => {
  test.each(roundStates.flatMap((state) => roundMoves.map((row) => [state, row.act, row] as const)))(
    "[V1] table V: a round moves only by its rows: %s, %s",
    (state, _, row) => {
      const answer = roundMove(state, row.act);
      if ((row.from as readonly string[]).includes(state)) expect(answer).toBe(row);
      else expect(answer).toMatchObject({ refused: true, code: "state" });
    },
  );

  test("[V13] no row leaves a broken round, nor one adopted, cancelled or failed", () => {
    expect(roundStates.filter(isRoundOver)).toEqual(["broken", "adopted", "adopted-in-part", "cancelled", "failed"]);
  });

  test.each(recommendationStates.flatMap((state) => recommendationMoves.map((row) => [state, row.act, row] as const)))(
    "[R1] table R: a recommendation moves only by its rows: %s, %s",
    (state, _, row) => {
      const answer = recommendationMove(state, row.act);
      if ((row.from as readonly string[]).includes(state)) expect(answer).toBe(row);
      else expect(answer).toMatchObject({ refused: true, code: "state" });
    },
  );

  test("[R11] recall is possible while drafted or transmitted, never later", () => {
    const states = recommendationStates.filter(
      (state) => !("refused" in recommendationMove(state, "recall-recommendation")),
    );
    expect(states).toEqual(["drafted", "transmitted"]);
  });

  test("[V21] a returned recommendation is resubmitted unchanged, or superseded by the next ballot", () => {
    expect(recommendationMove("returned", "resubmit-unchanged")).toMatchObject({ to: "transmitted" });
    expect(recommendationMove("returned", "supersede")).toMatchObject({ to: "superseded" });
  });
});

describe("replies", () => {
  const question: ReplyQuestion = {
    round: { state: "running", endsAt, kind: "amendment" },
    by: "government-reviewer",
    ownMember: true,
    word: "agree",
    reason: "",
    text: "",
    now: on("3"),
  };
  const answer = (changes: Partial<ReplyQuestion>) => code(replyCheck({ ...question, ...changes }));

  test("[V9] only a government reviewer of that member replies", () => {
    expect(answer({})).toBe("allowed");
    expect(answer({ by: "expert" })).toBe("role V9");
    expect(answer({ ownMember: false })).toBe("seat V9");
  });

  test("[V10] before Z, while dispatched or running", () => {
    expect(answer({ now: endsAt - 1 })).toBe("allowed");
    expect(answer({ now: endsAt })).toBe("late V10");
    const inState = (state: string) => answer({ round: { ...question.round, state, endsAt: null } });
    expect(["prepared", "dispatched", "running", "broken", "cancelled"].map(inState)).toEqual([
      "state V12",
      "allowed",
      "allowed",
      "state V12",
      "state V12",
    ]);
  });

  test("[V8] each word but agree needs a reason, amend a text too", () => {
    expect(replyWords.map((word) => answer({ word }))).toEqual([
      "allowed",
      ...Array<string>(4).fill("reason-missing V8"),
    ]);
    expect(replyWords.map((word) => answer({ word, reason: "scope" }))).toEqual([
      "allowed",
      "allowed",
      "reason-missing V8",
      "allowed",
      "allowed",
    ]);
    expect(answer({ word: "amend", reason: "scope", text: "40 qubits" })).toBe("allowed");
    expect(answer({ word: "no" })).toBe("word V8");
  });

  test("[M8] an accession knows no cannot-join", () => {
    expect(answer({ word: "cannot-join", reason: "law", round: { ...question.round, kind: "accession" } })).toBe(
      "word M8",
    );
  });
});

describe("dispatch", () => {
  const secretariat = { zone: "Etc/UTC" };
  const attempts = [
    { at: on("3"), channel: "mail" },
    { at: on("10"), channel: "telephone" },
    { at: on("15"), channel: "mail" },
  ];
  const aside = (changes: object = {}, now = on("23")) =>
    code(setAsideCheck({ deliveredAt: null, attempts, ...changes }, on("1 08:00"), secretariat, now));

  test("[V2] a correction has only editorial changes", () => {
    expect(code(roundKindCheck("correction", ["editorial"]))).toBe("allowed");
    expect(code(roundKindCheck("correction", ["editorial", "loosened"]))).toBe("word V2");
    expect(code(roundKindCheck("amendment", ["loosened"]))).toBe("allowed");
  });

  test("[V4] the second channel is used after five working days of the secretariat", () => {
    expect(secondChannelAt(on("1 08:00"), secretariat)).toBe(on("9"));
  });

  test("[V26] a member is set aside after 15 working days, three attempts and two channels", () => {
    expect(aside()).toBe("allowed");
    expect(aside({}, on("23") - 1)).toBe("state V26");
    expect(aside({ deliveredAt: on("4") })).toBe("state V26");
    expect(aside({ attempts: attempts.slice(1) })).toBe("limit V26");
    expect(aside({ attempts: attempts.map((one) => ({ ...one, channel: "mail" })) })).toBe("limit V26");
    expect(aside({ attempts: [...attempts.slice(1), { at: on("24"), channel: "mail" }] })).toBe("limit V26");
  });

  test("[V19] a round is lengthened once, while it runs, after a request", () => {
    const round = { state: "running", endsAt, lengthenedAt: null, timeAsked: true };
    const answer = (changes: object, now = on("3")) => code(lengthenCheck({ ...round, ...changes }, now));
    expect(answer({})).toBe("allowed");
    expect(answer({}, endsAt)).toBe("late V19");
    expect(answer({ state: "dispatched" })).toBe("state V19");
    expect(answer({ lengthenedAt: on("2") })).toBe("limit V19");
    expect(answer({ timeAsked: false })).toBe("state V19");
  });
});
