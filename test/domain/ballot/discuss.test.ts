import { describe, expect, test } from "vitest";
import type { BallotCase, BallotEvent } from "../../../domain/ballot/ballot-case.ts";
import { discussClock, renewalCheck } from "../../../domain/ballot/discuss.ts";
import {
  answered,
  closesAt,
  counted,
  extended,
  given,
  hours,
  overridden,
  renewed,
  roll,
  says,
  seats,
} from "./given-ballot.ts";

const discuss = says("S01", "discuss", { at: hours(10) });
/** How the Discuss of S01 counts: D, A or N. */
function countsAs(events: BallotEvent[], changes: Partial<BallotCase> = {}) {
  const { counts } = counted({ positions: [discuss], events, ...changes });
  return ["D", "A", "N"].filter((key) => counts[key] === 1).join();
}
const length = (closesAt - hours(0)) / 3_600_000;

describe("lapse", () => {
  test("[P14] without answer a Discuss stays open", () => {
    expect(countsAs([])).toBe("D");
  });

  test("[P16] it lapses 240 h after the answer: at the close it counts as lapsed, an instant later as open", () => {
    expect(countsAs([answered("S01", hours(length - 240))])).toBe("A");
    expect(countsAs([answered("S01", hours(length - 240) + 1)])).toBe("D");
  });

  test("[P18] a lapsed Discuss counts as abstain", () => {
    expect(counted({ positions: [discuss], events: [answered("S01", hours(11))] }).counts).toMatchObject({
      A: 1,
      D: 0,
      S: 11,
    });
  });

  test("[P15] only the first answer after that Discuss starts the clock; one before it, or to another seat, does not", () => {
    expect(countsAs([answered("S01", hours(10))])).toBe("D");
    expect(countsAs([answered("S01", hours(10) + 1)])).toBe("A");
    expect(countsAs([answered("S02", hours(11))])).toBe("D");
    expect(
      discussClock({ seat: "S01", at: hours(10) }, [
        answered("S01", hours(30)),
        answered("S01", hours(20)),
        answered("S01", hours(5)),
      ]).answeredAt,
    ).toBe(hours(20));
  });

  test("[P16] a renewal between answer and lapse moves the lapse to 240 h after it, once", () => {
    const clock = (events: BallotEvent[]) =>
      discussClock({ seat: "S01", at: hours(10) }, [answered("S01", hours(20)), ...events]).lapsesAt;
    expect(clock([])).toBe(hours(260));
    expect(clock([renewed("S01", hours(20) - 1)])).toBe(hours(260));
    expect(clock([renewed("S01", hours(20))])).toBe(hours(260));
    expect(clock([renewed("S01", hours(100))])).toBe(hours(340));
    expect(clock([renewed("S01", hours(260) - 1)])).toBe(hours(500) - 1);
    expect(clock([renewed("S01", hours(260))])).toBe(hours(260));
    expect(clock([renewed("S02", hours(100))])).toBe(hours(260));
    expect(clock([renewed("S01", hours(200)), renewed("S01", hours(100))])).toBe(hours(340));
    expect(clock([renewed("S01", hours(5)), renewed("S01", hours(100))])).toBe(hours(340));
  });

  test("[P16] a renewed Discuss is open at a close before its second lapse", () => {
    expect(countsAs([answered("S01", hours(20)), renewed("S01", hours(length - 240) + 1)])).toBe("D");
    expect(countsAs([answered("S01", hours(20)), renewed("S01", hours(length - 240))])).toBe("A");
  });

  test("[P16] the lapse is set against the closing time in force", () => {
    const events = [answered("S01", hours(length - 230))];
    expect(countsAs(events)).toBe("D");
    expect(countsAs([...events, extended(hours(20), closesAt + 10 * 3_600_000)])).toBe("A");
  });

  test("[P16] the renewal's answer says what it lacks", () => {
    const code = (events: BallotEvent[], now: number) => {
      const answer = renewalCheck(discussClock({ seat: "S01", at: hours(10) }, events), now);
      return "refused" in answer ? answer.code : "allowed";
    };
    expect(code([], hours(30))).toBe("state");
    expect(code([answered("S01", hours(20))], hours(20))).toBe("allowed");
    expect(code([answered("S01", hours(20))], hours(260))).toBe("late");
    expect(code([answered("S01", hours(20)), renewed("S01", hours(30))], hours(40))).toBe("limit");
  });
});

describe("override", () => {
  const all = seats(12);
  /** Twelve seats, the holder among them: eleven others, of whom eight are two thirds. */
  const eight = all.slice(1, 9);

  test("[P17] two thirds of the other seats override, one fewer does not", () => {
    expect(countsAs([overridden("S01", hours(11), hours(60), eight)])).toBe("N");
    expect(countsAs([overridden("S01", hours(11), hours(60), eight.slice(1))])).toBe("D");
  });

  test("[P19] an overridden Discuss counts as no", () => {
    expect(
      counted({ positions: [discuss], events: [overridden("S01", hours(11), hours(60), eight)] }).counts,
    ).toMatchObject({ N: 1, D: 0 });
  });

  test("[P17] two seats against still let it be overridden, three do not", () => {
    const against = (count: number) =>
      overridden("S01", hours(11), hours(60), all.slice(1, 9), all.slice(9, 9 + count));
    expect(countsAs([against(2)])).toBe("N");
    expect(countsAs([against(3)])).toBe("D");
  });

  test("[P17] it is announced after the Discuss and 48 h before it is decided", () => {
    expect(countsAs([overridden("S01", hours(10), hours(60), eight)])).toBe("D");
    expect(countsAs([overridden("S01", hours(10) + 1, hours(60), eight)])).toBe("N");
    expect(countsAs([overridden("S01", hours(12), hours(60) - 1, eight)])).toBe("D");
    expect(countsAs([overridden("S01", hours(12), hours(60), eight)])).toBe("N");
  });

  test("[P17] it is decided before close", () => {
    expect(countsAs([overridden("S01", hours(11), closesAt - 1, eight)])).toBe("N");
    expect(countsAs([overridden("S01", hours(11), closesAt, eight)])).toBe("D");
  });

  test("[P17] a Discuss that has lapsed is not overridden; one overridden before does not lapse", () => {
    const events = (at: number) => [answered("S01", hours(20)), overridden("S01", hours(21), at, eight)];
    expect(countsAs(events(hours(260)))).toBe("A");
    expect(countsAs(events(hours(260) - 1))).toBe("N");
  });

  test("[P17] the holder, recused seats, strangers and repeated names are no voices", () => {
    const seven = eight.slice(1);
    for (const stranger of ["S01", "S99", seven[0]!])
      expect(countsAs([overridden("S01", hours(11), hours(60), [...seven, stranger])])).toBe("D");
    // S12 is recused: of ten others seven are two thirds, and its own voice is none of them.
    const voices = [...all.slice(1, 7), "S12"];
    expect(countsAs([overridden("S01", hours(11), hours(60), voices)], { recused: ["S12"] })).toBe("D");
    expect(countsAs([overridden("S01", hours(11), hours(60), all.slice(1, 8))], { recused: ["S12"] })).toBe("N");
  });

  test("[P17] E is that of the instant of the decision: a later recusal does not lower the number needed", () => {
    const seven = all.slice(1, 8);
    const recusal = (at: number) => ({
      positions: [discuss, says("S12", "recuse", { at })],
      events: [overridden("S01", hours(11), hours(60), seven)],
    });
    expect(counted(recusal(hours(60))).counts).toMatchObject({ N: 1, D: 0 });
    expect(counted(recusal(hours(60) + 1)).counts).toMatchObject({ N: 0, D: 1 });
  });

  test("[P17] each override names one Discuss, and a consensus ballot has none", () => {
    expect(countsAs([overridden("S02", hours(11), hours(60), eight)])).toBe("D");
    expect(countsAs([overridden("S01", hours(11), hours(60), all.slice(1))], { type: "consensus" })).toBe("D");
  });

  test("[P13] what the seat says after an override counts", () => {
    const positions = [discuss, says("S01", "yes", { at: hours(100) })];
    expect(counted({ positions, events: [overridden("S01", hours(11), hours(60), eight)] }).counts).toMatchObject({
      Y: 1,
      N: 0,
      D: 0,
    });
  });

  test("[P17] of an even third: with ten seats, six of nine others suffice", () => {
    expect(countsAs([overridden("S01", hours(11), hours(60), all.slice(1, 7))], { roll: roll(10) })).toBe("N");
    expect(countsAs([overridden("S01", hours(11), hours(60), all.slice(1, 6))], { roll: roll(10) })).toBe("D");
  });

  test("[P14] the roll call names how each Discuss ended", () => {
    const states = (events: BallotEvent[]) =>
      counted({ ...given(), positions: [discuss], events }).rollCall[0]!.discuss;
    expect([
      states([]),
      states([answered("S01", hours(20))]),
      states([overridden("S01", hours(11), hours(60), eight)]),
    ]).toEqual(["open", "lapsed", "overridden"]);
  });
});
