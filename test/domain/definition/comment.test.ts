/** Comments as pure rules: what a disposition names, which comments wait, whom words call, and where quoted words stand. */
import { describe, expect, test } from "vitest";
import {
  carrierWord,
  checkCarryingVersion,
  checkDisposition,
  checkTogether,
  holdsUpBallot,
  readCarrier,
} from "../../../domain/definition/comment.ts";
import { removedIn, standingIn } from "../../../domain/definition/comment-anchor.ts";
import type { Clause } from "../../../domain/definition/control-text.ts";
import { mentionedIn } from "../../../domain/definition/mention.ts";
import { isRefusal } from "../../../domain/refusal.ts";

describe("dispositions", () => {
  test("[K4] accepted needs what carries it and no reason; the other words need a reason", () => {
    expect(checkDisposition("accepted", "", { version: 2 })).toEqual({ allowed: true });
    expect(checkDisposition("accepted", "Of course.", null)).toMatchObject({ rule: "K4", field: "carriedBy" });
    for (const word of ["partially-accepted", "noted", "rejected"] as const) {
      expect(checkDisposition(word, " ", { version: 2 })).toMatchObject({ rule: "K4", field: "reason" });
      expect(checkDisposition(word, "Because.", null)).toEqual({ allowed: true });
    }
  });

  test("[K4] a carrier is read as it is written, and nothing else is one", () => {
    for (const carrier of [{ version: 1 }, { version: 99 }, { amendment: "9fAb" }])
      expect(readCarrier(carrierWord(carrier))).toEqual(carrier);
    for (const word of [null, "", "version-0", "version-01", "version-x", "amendment-", "version-1x", "volume-2"])
      expect(readCarrier(word)).toBeNull();
  });

  test("[K4] a version carries a comment if it comes after the commented text, up to the next one", () => {
    const carries = (version: number, commented: number | null, latest: number) =>
      !isRefusal(checkCarryingVersion(version, { commented, latest }));
    expect([1, 2, 3, 4, 5].map((version) => carries(version, 2, 3))).toEqual([false, false, true, true, false]);
    expect([0, 1, 2].map((version) => carries(version, null, 0))).toEqual([false, true, false]);
    expect(checkCarryingVersion(2, { commented: 2, latest: 2 })).toMatchObject({
      reason: expect.stringContaining("only version 3 can"),
    });
  });

  test("[K9] several are of one type, and the refusal names the one that is not", () => {
    expect(checkTogether([])).toEqual({ allowed: true });
    expect(
      checkTogether([
        { number: 4, type: "technical" },
        { number: 9, type: "technical" },
      ]),
    ).toEqual({ allowed: true });
    expect(
      checkTogether([
        { number: 4, type: "technical" },
        { number: 9, type: "general" },
      ]),
    ).toMatchObject({
      rule: "K9",
      reason: expect.stringContaining("comment 9 is general"),
    });
  });

  test("[K3] [K5] a technical comment waits in time or once admitted; others never do", () => {
    const waits = (late: boolean, admittedAt: number | null, state: "open" | "reopened" | "disposed" | "final") =>
      holdsUpBallot({ type: "technical", late, admittedAt, state });
    expect([waits(false, null, "open"), waits(true, null, "open"), waits(true, 5, "open")]).toEqual([
      true,
      false,
      true,
    ]);
    expect([waits(false, null, "reopened"), waits(false, null, "disposed"), waits(true, 5, "final")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(holdsUpBallot({ type: "editorial", late: false, admittedAt: null, state: "open" })).toBe(false);
  });
});

describe("mentions", () => {
  const people = [
    { personId: "1", name: "Ada Example" },
    { personId: "2", name: "Ada Example-Ruiz" },
    { personId: "3", name: "Étienne Varenne" },
    { personId: "4", name: "Lin Wei-han" },
    { personId: "5", name: "Lin Wei-han" },
  ];

  test("[W2] call whoever is named with @ and may read, and nobody by half a name", () => {
    const called = (words: string) => mentionedIn(words, people);
    expect(called("@Ada Example, and @étienne varenne?")).toEqual(["1", "3"]);
    expect(called("@Ada Example-Ruiz knows")).toEqual(["2"]);
    expect(called("@Ada Examples")).toEqual([]);
    expect(called("@Ada, Ada Example, mail@Ada Example, @Nobody Here")).toEqual([]);
    expect(called("@E\u0301tienne Varenne")).toEqual(["3"]);
    expect(called("(@Ada Example) @Ada Example")).toEqual(["1"]);
    expect(called("@Lin Wei-han")).toEqual(["4", "5"]);
  });
});

const clause = (nid: string, text: string): Clause => ({
  ...{ nid, level: 1, kind: "item", marking: "AMBER", caveat: [], content: [{ text }] },
});

describe("quoted words", () => {
  const clauses = [clause("a", "34 or  more\u00a0qubits;"), clause("b", "an error of 10⁻⁴ or less per gate")];

  test.each([
    ["the text as a whole", { nid: "", quote: "" }, { kind: "whole" }],
    ["the clause as a whole", { nid: "a", quote: "" }, { kind: "stands" }],
    ["words across odd spaces", { nid: "a", quote: "34 or more qubits" }, { kind: "stands" }],
    ["words that moved with a split", { nid: "a", quote: "10⁻⁴ or less per gate" }, { kind: "elsewhere", nid: "b" }],
    ["few words that stand elsewhere by chance", { nid: "a", quote: "or less" }, { kind: "words-gone" }],
    ["words that are gone", { nid: "a", quote: "50 or more qubits" }, { kind: "words-gone" }],
    ["a clause that is gone", { nid: "z", quote: "" }, { kind: "clause-gone" }],
    [
      "a clause that is gone and its words with it",
      { nid: "z", quote: "no such words at all" },
      { kind: "clause-gone" },
    ],
  ])("[K2] %s", (_what, comment, standing) => {
    expect(standingIn(clauses, comment)).toEqual(standing);
  });

  test("[K2] a clause is removed in the first version that lacks it", () => {
    const versions = [2, 3, 4].map((number) => ({ number, nids: new Set(number < 3 ? ["a", "b"] : ["b"]) }));
    expect(removedIn("a", versions)).toBe(3);
    expect(removedIn("b", versions)).toBeNull();
    expect(removedIn("a", [])).toBeNull();
  });
});
