import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FilledSeat, votingRoll } from "../../../domain/ballot/voting-roll.ts";

const seat = (memberId: string, kind: FilledSeat["kind"], number = 1, createdAt = 0): FilledSeat => ({
  seatId: `${memberId}-${kind}-${number}`,
  name: kind === "delegation" ? memberId : `${memberId}, industry ${number}`,
  memberId,
  kind,
  createdAt,
  number,
});
const delegations = (count: number) =>
  Array.from({ length: count }, (_, index) => seat(`M${String(index).padStart(2, "0")}`, "delegation"));
const names = (seats: FilledSeat[]) => seats.map((one) => one.name);

describe("the roll of a ballot", () => {
  it("[M4] holds every filled seat, in order of names, while no member has more than a quarter", () => {
    const filled = [...delegations(7), seat("M00", "industry", 1), seat("M01", "industry", 1)].reverse();
    expect(names(votingRoll(filled))).toEqual(names([...filled]).sort());
  });

  it("[M4] keeps a member with exactly a quarter, and leaves out one seat of a member with more", () => {
    const quarter = [...delegations(7), seat("M00", "industry", 1)];
    expect(votingRoll(quarter)).toHaveLength(8);
    const more = [...delegations(6), seat("M00", "industry", 1)];
    expect(names(votingRoll(more))).not.toContain("M00, industry 1");
  });

  it("[M4] leaves out the youngest industry seat first; of one instant the higher number", () => {
    const base = delegations(8);
    const younger = [...base, seat("M00", "industry", 1, 20), seat("M00", "industry", 2, 10)];
    expect(names(votingRoll(younger))).toContain("M00, industry 2");
    expect(names(votingRoll(younger))).not.toContain("M00, industry 1");
    const sameTime = [...base, seat("M00", "industry", 1, 10), seat("M00", "industry", 2, 10)];
    expect(names(votingRoll(sameTime))).not.toContain("M00, industry 2");
  });

  it("[M4] never leaves out a delegation, however few there are", () => {
    expect(votingRoll(delegations(1))).toHaveLength(1);
    expect(votingRoll(delegations(3))).toHaveLength(3);
  });

  it("[M4] for any regime: delegations all stay, no member that could give a seat has more than a quarter, order of input does not matter", () => {
    const member = fc.record({
      industry: fc.integer({ min: 0, max: 2 }),
      createdAt: fc.integer({ min: 0, max: 3 }),
      vacant: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 14 }), fc.integer(), (members, turn) => {
        const filled = members.flatMap(({ industry, createdAt, vacant }, index) => {
          const id = `M${String(index).padStart(2, "0")}`;
          const own = Array.from({ length: industry }, (_, at) => seat(id, "industry", at + 1, createdAt + at));
          return vacant ? own : [seat(id, "delegation"), ...own];
        });
        const roll = votingRoll(filled);
        expect(roll.filter((one) => one.kind === "delegation")).toHaveLength(
          filled.filter((one) => one.kind === "delegation").length,
        );
        for (const one of roll)
          if (one.kind === "industry")
            expect(4 * roll.filter((other) => other.memberId === one.memberId).length).toBeLessThanOrEqual(roll.length);
        const turned = filled.map(
          (_, at) => filled[(at + (((turn % filled.length) + filled.length) % filled.length)) % filled.length]!,
        );
        expect(names(votingRoll(turned))).toEqual(names(roll));
      }),
    );
  });
});
