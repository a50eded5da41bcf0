/** The checks of what one person does in a ballot's life, at the instant itself and a millisecond to either side. */
import { describe, expect, test } from "vitest";
import { announcementCheck, decisionCheck, overrideNotice_ms } from "../../../domain/ballot/discuss.ts";
import { evidenceCheck, isDisputed, recorderCheck } from "../../../domain/ballot/position.ts";
import { hour_ms } from "../../../domain/instant.ts";
import { isRefusal } from "../../../domain/refusal.ts";

const at = 1_800_000_000_000;

describe("the override of a Discuss", () => {
  test("[P17] is announced after the Discuss was made, and in no consensus ballot", () => {
    const discuss = { seat: "Japan", at };
    for (const [now, rule] of [
      [at - 1, "P17"],
      [at, "P17"],
      [at + 1, undefined],
    ] as const) {
      const answer = announcementCheck("recommendation", discuss, now);
      expect([now, isRefusal(answer) ? answer.rule : undefined]).toEqual([now, rule]);
    }
    expect(announcementCheck("consensus", discuss, at + 1)).toMatchObject({ code: "state", rule: "P17" });
  });

  test("[P17] is decided 48 h after its announcement, not a millisecond sooner", () => {
    expect(decisionCheck(at, at + overrideNotice_ms - 1)).toMatchObject({ code: "duration", rule: "P17" });
    expect(isRefusal(decisionCheck(at, at + overrideNotice_ms))).toBe(false);
    expect(isRefusal(decisionCheck(at, at + overrideNotice_ms + 1))).toBe(false);
  });
});

describe("a recorded position", () => {
  test("[P9] names in a sentence where it was received, and is another's", () => {
    for (const evidence of ["", "By mail.", "Letterofthethirdofmay"])
      expect(evidenceCheck(evidence)).toMatchObject({ code: "reason-missing", rule: "P9", field: "evidence" });
    expect(isRefusal(evidenceCheck("Letter of the third of May."))).toBe(false);
    expect(recorderCheck("chair", "chair")).toMatchObject({ code: "seat", rule: "P9" });
    expect(isRefusal(recorderCheck("chair", "holder"))).toBe(false);
  });

  test("[P10] is as never made where it was disputed before 48 h after the close", () => {
    const close = at + 100 * hour_ms;
    const disputed = (disputedAt: number) =>
      isDisputed({ said: { word: "yes" }, at, recordedBy: "chair", disputedAt }, close, Number.POSITIVE_INFINITY);
    const until = close + 48 * hour_ms;
    expect([until - 1, until, until + 1].map(disputed)).toEqual([true, false, false]);
  });
});
