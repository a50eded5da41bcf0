import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import type { BallotType } from "../../../domain/ballot/ballot-type.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";
import { cast, given, roll } from "./given-ballot.ts";

const name = (seat: string) => ({ S01: "the Netherlands", S02: "Japan" })[seat] ?? seat;

function missing(numbers: Record<string, number>, type: BallotType = "recommendation") {
  const size = Object.values(numbers).reduce((sum, count) => sum + count, 0);
  return whatIsMissing(account(given({ type, roll: roll(size), positions: cast(numbers) })), name);
}

describe("what is missing", () => {
  test("[B13] seats to assent, and the Discuss by the name of its seat (B16)", () => {
    expect(missing({ discuss: 1, yes: 4, "no-objection": 2, none: 5 }).sentence).toBe(
      "To pass, two more seats must say yes or no objection, and the Discuss of the Netherlands must be cleared or overridden before the close.",
    );
  });

  test("[B16] several Discusses are named together", () => {
    expect(missing({ discuss: 2, yes: 10 }).sentence).toBe(
      "To pass, the Discusses of the Netherlands and Japan must be cleared or overridden before the close.",
    );
    expect(missing({ discuss: 1, yes: 11 }, "consensus").sentence).toBe(
      "To pass, the Discuss of the Netherlands must be cleared before the close.",
    );
  });

  test("[B14] seats that must say yes, among those who assent or beside them", () => {
    expect(missing({ yes: 2, none: 10 }).sentence).toBe(
      "To pass, six more seats must say yes or no objection, and one of them must say yes.",
    );
    expect(missing({ yes: 2, "no-objection": 10 }).sentence).toBe("To pass, one more seat must say yes.");
  });

  test("[B15] seats that said no must turn where all others do not suffice", () => {
    expect(missing({ yes: 7, no: 5 }).sentence).toBe("To pass, two seats that said no must say yes.");
  });

  test("[B12] recusals that make it void, a quorum that is not reached", () => {
    expect(missing({ yes: 4, recuse: 2 }).sentence).toBe(
      "It cannot pass: only four seats may take part after recusals, and five are needed, so the ballot is void.",
    );
    expect(missing({ yes: 4, none: 8 }, "consensus").sentence).toBe("To pass, three more seats must take a position.");
  });

  test("[B13] nothing", () => {
    expect(missing({ yes: 8, none: 4 })).toEqual({
      parts: [],
      sentence: "Nothing is missing: as the positions stand, it passes.",
    });
  });

  test("[B13] nothing is missing exactly when the ballot passes, and doing what is missing makes it pass", () => {
    const numbers = fc.record({
      yes: fc.nat(9),
      "no-objection": fc.nat(6),
      discuss: fc.nat(2),
      no: fc.nat(7),
      abstain: fc.nat(4),
      none: fc.nat(9),
      recuse: fc.nat(2),
    });
    fc.assert(
      fc.property(numbers, (cases) => {
        const before = { ...cases };
        const size = Object.values(before).reduce((sum, count) => sum + count, 0);
        const ballot = given({ roll: roll(size), positions: cast(before) });
        const first = account(ballot);
        const { parts } = whatIsMissing(first, name);
        expect(parts.length === 0).toBe(first.outcome === "adopted");
        expect(parts.some((part) => part.kind === "recusals")).toBe(first.outcome === "void");
        if (first.outcome === "void") return;
        // The seats do what is asked: they turn, clear their Discuss by assent or abstention, then assent, then support.
        const count = (kind: string) =>
          parts.reduce(
            (sum, part) =>
              sum + (part.kind === kind && "seats" in part && typeof part.seats === "number" ? part.seats : 0),
            0,
          );
        const after = { ...before };
        after.no -= count("turn");
        after.yes += count("turn");
        let assent = count("assent");
        for (const from of ["none", "abstain", "discuss"] as const) {
          const moved = Math.min(assent, after[from]);
          after[from] -= moved;
          after["no-objection"] += moved;
          assent -= moved;
        }
        after.abstain += after.discuss;
        after.discuss = 0;
        let support = count("support");
        for (const from of ["no-objection", "abstain", "none"] as const) {
          const moved = Math.min(support, after[from]);
          after[from] -= moved;
          after.yes += moved;
          support -= moved;
        }
        const positions = cast(after);
        expect(account(given({ roll: roll(size), positions })).outcome).toBe("adopted");
      }),
      { numRuns: 1000 },
    );
  });
});
