import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotEvent } from "../../../domain/ballot/ballot-case.ts";
import { closingTime, earlyCloseCheck, extensionCheck } from "../../../domain/ballot/closing.ts";
import { hour_ms, minute_ms, writeInstant } from "../../../domain/instant.ts";
import { closesAt, extended, given, hours, opensAt, says } from "./given-ballot.ts";

const closed = (events: BallotEvent[], outages: { from: number; to: number }[] = []) =>
  (closingTime(given({ events, outages })) - closesAt) / hour_ms;
const from = (count: number) => closesAt + count * hour_ms;

describe("extension", () => {
  test("[B8] made 24 h before close it is valid, an instant later not", () => {
    expect(closed([extended(from(-24), from(10))])).toBe(10);
    expect(closed([extended(from(-24) + 1, from(10))])).toBe(0);
  });

  test("[B8] by 336 h at most, and by more than nothing", () => {
    expect(closed([extended(from(-100), from(336))])).toBe(336);
    expect(closed([extended(from(-100), from(336) + 1)])).toBe(0);
    expect(closed([extended(from(-100), from(-10))])).toBe(0);
  });

  test("[B8] two persons: one alone, or one twice, does not extend", () => {
    expect(closed([extended(from(-100), from(10), ["chair"])])).toBe(0);
    expect(closed([extended(from(-100), from(10), ["chair", "chair"])])).toBe(0);
    expect(closed([extended(from(-100), from(10), ["chair", "vice"])])).toBe(10);
  });

  test("[B8] at most twice; an invalid one uses none up, and the list's order does not matter", () => {
    const [first, second, third] = [
      extended(from(-100), from(10)),
      extended(from(-90), from(20)),
      extended(from(-80), from(30)),
    ];
    expect(closed([third, second, first])).toBe(20);
    expect(closed([extended(from(-95), from(400)), first, third])).toBe(30);
  });

  test("[B8] time and length are measured from the closing time then in force", () => {
    expect(closed([extended(from(-100), from(300)), extended(from(276), from(600))])).toBe(600);
    expect(closed([extended(from(-100), from(300)), extended(from(276) + 1, from(600))])).toBe(300);
    expect(closed([extended(from(-100), from(300)), extended(from(0), from(637))])).toBe(300);
  });

  test("[B8] only an open ballot is extended", () => {
    expect(closed([extended(opensAt - 1, from(10))])).toBe(0);
    expect(closed([extended(opensAt, from(10))])).toBe(10);
  });

  test("[B8] the refusal has the code of what is wrong", () => {
    const question = { opensAt, closesAt, extensions: 0, by: ["a", "b"], newClosesAt: from(1), now: from(-30) };
    const code = (changes: Partial<typeof question>) => {
      const answer = extensionCheck({ ...question, ...changes });
      return "refused" in answer ? answer.code : "allowed";
    };
    expect(code({})).toBe("allowed");
    expect(code({ by: ["a"] })).toBe("second-person");
    expect(code({ now: from(-23) })).toBe("late");
    expect(code({ extensions: 2 })).toBe("limit");
    expect(code({ newClosesAt: from(337) })).toBe("duration");
    expect(code({ now: opensAt - 1 })).toBe("state");
  });

  test("[B3] the account names the closing time only if it moved, and positions are held to it", () => {
    const positions = [says("S01", "yes", { at: from(5) }), says("S02", "yes", { at: from(10) })];
    const moved = account(given({ positions, events: [extended(from(-100), from(10))] }));
    expect(moved.closesAt).toBe(writeInstant(from(10)));
    expect(moved.refused).toEqual([{ index: 1, code: "late" }]);
    const unmoved = account(given({ positions }));
    expect(unmoved).not.toHaveProperty("closesAt");
    expect(unmoved.refused).toHaveLength(2);
  });
});

describe("outage", () => {
  const outage = (start: number, end: number) => ({ from: from(start), to: from(end) });

  test("[B47] one that overlaps the 24 h before close moves it to 24 h after its end", () => {
    expect(closed([], [outage(-10, -9)])).toBe(15);
    expect(closed([], [outage(-30, -24)])).toBe(0);
    expect(closed([], [{ from: from(-30), to: from(-24) + 1 }])).toBeCloseTo(0, 3);
    expect(closingTime(given({ outages: [{ from: from(-30), to: from(-24) + 1 }] }))).toBe(closesAt + 1);
    expect(closed([], [{ from: from(0) - 1, to: from(4) }])).toBe(28);
    expect(closed([], [outage(0, 4)])).toBe(0);
  });

  test("[B47] again if need be", () => {
    expect(closed([], [outage(-10, -9), outage(14, 14.5)])).toBe(38.5);
    expect(closed([], [outage(14, 14.5), outage(-10, -9)])).toBe(38.5);
    expect(closed([], [outage(-10, -9), outage(15, 16)])).toBe(15);
  });

  test("[V16] one shorter than 300 s moves nothing, but the ballot does not close while it lasts (B47)", () => {
    const short = (start: number, seconds: number) => [{ from: start, to: start + seconds * 1000 }];
    expect(closed([], short(from(-2), 299))).toBe(0);
    expect(closingTime(given({ outages: short(from(-2), 300) }))).toBe(from(22) + 5 * minute_ms);
    expect(closingTime(given({ outages: short(closesAt - minute_ms, 299) }))).toBe(closesAt + 239_000);
    expect(closingTime(given({ outages: short(closesAt - minute_ms, 60) }))).toBe(closesAt);
  });

  test("[V16] two records of one outage are one", () => {
    const two = [
      { from: from(-2), to: from(-2) + 200_000 },
      { from: from(-2) + 100_000, to: from(-2) + 300_000 },
    ];
    expect(closingTime(given({ outages: two }))).toBe(from(22) + 300_000);
  });

  test("[B47] it uses up no extension, and an extension after it is measured from the moved close", () => {
    const events = [extended(from(-100), from(10)), extended(from(-90), from(20))];
    expect(closed(events, [outage(10, 11)])).toBe(35);
    expect(closed([extended(from(-9), from(40))], [outage(-10, -9)])).toBe(40);
    expect(closed([extended(from(-8), from(40))], [outage(-10, -9)])).toBe(15);
    expect(closed([extended(from(-9.5), from(40))], [outage(-10, -9)])).toBe(15);
  });

  test("[B47] an outage before the 24 h of an extended close moves nothing", () => {
    expect(closed([extended(from(-50), from(100))], [outage(-10, -9)])).toBe(100);
  });
});

describe("early close", () => {
  test("[B9] two persons, every seat with a position, no Discuss open", () => {
    const code = (counts: { S: number; D: number }, by: string[]) => {
      const answer = earlyCloseCheck(counts, by);
      return "refused" in answer ? answer.code : "allowed";
    };
    expect(code({ S: 0, D: 0 }, ["a", "b"])).toBe("allowed");
    expect(code({ S: 1, D: 0 }, ["a", "b"])).toBe("state");
    expect(code({ S: 0, D: 1 }, ["a", "b"])).toBe("state");
    expect(code({ S: 0, D: 0 }, ["a", "a"])).toBe("second-person");
  });

  test("[B9] what comes after an early close is late", () => {
    const result = account(given({ closedEarlyAt: hours(10), positions: [says("S01", "yes", { at: hours(10) })] }));
    expect(result.closesAt).toBe(writeInstant(hours(10)));
    expect(result.refused).toEqual([{ index: 0, code: "late" }]);
  });
});
