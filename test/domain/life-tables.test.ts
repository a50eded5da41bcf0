/** Rows of the life tables whose act has no story yet: the table is one rule, so it is held whole. */
import { describe, expect, test } from "vitest";
import { ballotMove, ballotMoves } from "../../domain/ballot/ballot-life.ts";
import { challengeTime_ms, unsealingTime_ms } from "../../domain/ballot/closing.ts";
import { candidateStates, moveFrom } from "../../domain/candidate/candidate-life.ts";
import { stateAfterDisposition } from "../../domain/definition/comment.ts";
import { hour_ms } from "../../domain/instant.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { reservationMove, reservationMoves } from "../../domain/review/reservation.ts";

const startsOf = (act: string) => candidateStates.filter((state) => !isRefusal(moveFrom(state, act)));

describe("Table B2", () => {
  test("[B41] seals not opened in 240 h make the ballot void, by the clock alone", () => {
    expect(ballotMove("sealed", "unseal-overdue", "SEALED")).toMatchObject({ to: "void", who: ["clock"] });
    expect(unsealingTime_ms).toBe(240 * hour_ms);
    expect(isRefusal(ballotMove("closed", "unseal-overdue", "SEALED"))).toBe(true);
  });

  test("[B44] a closed ballot is certified by the clock alone, 72 h after close, and not while it is challenged", () => {
    expect(ballotMove("closed", "certify-ballot", "RECORDED")).toMatchObject({ to: "certified", who: ["clock"] });
    expect(challengeTime_ms).toBe(72 * hour_ms);
    expect(isRefusal(ballotMove("challenged", "certify-ballot", "RECORDED"))).toBe(true);
    expect(isRefusal(ballotMove("open", "certify-ballot", "RECORDED"))).toBe(true);
  });

  test("[W6] opening and extending name a second beside the chair", () => {
    for (const act of ["open-ballot", "extend-ballot"] as const) {
      const rows = ballotMoves.filter((row) => row.act === act);
      expect(rows.map((row) => row.who)).toEqual([["chair", "second"]]);
    }
  });

  test("[X9] a new ballot after a found interest leaves the certified one as it is", () => {
    expect(ballotMove("certified", "re-ballot", "RECORDED")).toMatchObject({
      ...{ to: "certified", who: ["chair", "clock"] },
    });
  });
});

describe("Table C", () => {
  test("[C7] a candidate is merged from drafting or parked only", () => {
    expect(startsOf("merge-candidate")).toEqual(["drafting", "parked"]);
  });

  test("[C11 L8] an entry leaves the list by the clock alone", () => {
    expect(startsOf("delist")).toEqual(["listed", "listed-in-part"]);
    expect(moveFrom("listed", "delist")).toMatchObject({ to: "delisted", who: ["clock"], rules: ["C11", "L8"] });
  });
});

test("[K8] the disposition of a reopened comment is final", () => {
  expect(stateAfterDisposition("reopened")).toBe("final");
  expect(stateAfterDisposition("open")).toBe("disposed");
  expect(isRefusal(stateAfterDisposition("final"))).toBe(true);
});

test("[S6] another member may contest an active reservation, which stays active", () => {
  expect(reservationMove("active", "contest-reservation")).toMatchObject({ to: "active", who: ["other-member"] });
  expect(reservationMoves.filter((row) => row.act === "contest-reservation")).toHaveLength(1);
  expect(isRefusal(reservationMove("withdrawn", "contest-reservation"))).toBe(true);
});
