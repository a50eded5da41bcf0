/** Table C of the rule book, said once more and compared: the states and acts that lead from one to the next, and no others. */
import { describe, expect, test } from "vitest";
import {
  type CandidateState,
  candidateMoves,
  candidateStates,
  editableStates,
  isFinal,
  mainPath,
  mayEditIn,
  moveFrom,
} from "../../../domain/candidate/candidate-life.ts";
import { isRefusal } from "../../../domain/refusal.ts";

const beforeBalloting = "proposed, drafting, commenting, resolving, ready, returned, parked";

/** From, act, to, who: as the rule book writes them. */
const tableC: [string, string, CandidateState, string][] = [
  ["proposed", "accept-candidate", "drafting", "chair, clock"],
  ["proposed", "decline-candidate", "declined", "chair"],
  ["declined", "appeal-decline", "proposed", "seat"],
  ["drafting", "open-comment-round", "commenting", "chair"],
  ["commenting", "close-comment-round", "resolving", "clock, chair"],
  ["resolving", "revise-text", "drafting", "chair"],
  ["resolving", "mark-ready", "ready", "chair"],
  ["ready", "revise-text", "drafting", "chair"],
  ["ready", "open-ballot", "balloting", "chair"],
  ["balloting", "adopt", "recommended", "clock"],
  ["balloting", "not-adopt", "resolving", "clock"],
  ["balloting", "void-ballot", "ready", "clock, chair"],
  ["recommended", "re-ballot", "ready", "chair, clock"],
  ["recommended", "transmit-recommendation", "reviewing", "secretariat"],
  ["recommended, reviewing", "recall-recommendation", "resolving", "chair"],
  ["reviewing", "adopt-by-silence", "listed", "clock"],
  ["reviewing", "adopt-in-part", "listed-in-part", "clock"],
  ["reviewing", "return-to-committee", "returned", "clock"],
  ["returned", "revise-text", "drafting", "chair"],
  ["returned", "resubmit-unchanged", "reviewing", "chair"],
  ["listed-in-part", "complete-list", "listed", "clock"],
  ["drafting, resolving, returned", "park-candidate", "parked", "chair"],
  ["parked", "resume-candidate", "drafting", "chair"],
  ["parked", "lapse-candidate", "lapsed", "clock"],
  [beforeBalloting, "withdraw-candidate", "withdrawn", "sponsor"],
  ["drafting, parked", "merge-candidate", "merged", "chair"],
  ["listed, listed-in-part", "delist", "delisted", "clock"],
];

describe("[C2 C3 C4 C6 C7 C8 C9 C11 L8 S9 X9] table C", () => {
  test("has these rows and no others", () => {
    const rows = candidateMoves.map((row) => [row.from.join(", "), row.act, row.to, row.who.join(", ")]);
    expect(rows).toEqual(tableC);
  });

  const acts = [...new Set(tableC.map(([, act]) => act))];
  test.each(candidateStates)("from %s an act leads where a row says, and is else refused with both named", (state) => {
    for (const act of acts) {
      const row = tableC.find(([from, name]) => name === act && from.split(", ").includes(state));
      const answer = moveFrom(state, act);
      if (row) expect(answer).toMatchObject({ act, to: row[2] });
      else {
        expect(answer).toMatchObject({ refused: true, code: "state", rule: "C2" });
        expect(isRefusal(answer) && answer.reason).toContain(`The candidate is ${state};`);
      }
    }
  });

  test("says nothing of an act that it does not know", () => {
    expect(moveFrom("proposed", "drop-candidate")).toMatchObject({ refused: true, code: "state" });
  });

  test("leaves these states for good", () => {
    expect(candidateStates.filter(isFinal)).toEqual(["withdrawn", "lapsed", "merged", "delisted"]);
  });

  test("has a main path, each step of which is a row", () => {
    for (const [at, state] of mainPath.slice(1).entries())
      expect(tableC.some(([from, , to]) => to === state && from.split(", ").includes(mainPath[at]!))).toBe(true);
  });
});

test("[D10] the text is edited while drafting or resolving, and is frozen in every other state", () => {
  expect(editableStates).toEqual(["drafting", "resolving"]);
  for (const state of candidateStates) {
    const answer = mayEditIn(state);
    if (state === "drafting" || state === "resolving") expect(answer).toEqual({ allowed: true });
    else expect(answer).toMatchObject({ code: "frozen", rule: "D10" });
  }
});
