import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScopeRow } from "../../../domain/candidate/candidate.ts";
import { day_ms } from "../../../domain/instant.ts";
import type { Answer } from "../../../domain/refusal.ts";
import {
  appliesFor,
  isExpired,
  narrowCheck,
  renewalCheck,
  reservationCheck,
  reservationMove,
  reservationMoves,
  reservationStates,
} from "../../../domain/review/reservation.ts";
import { controlApplies, isWithin, rowMatches, scopeCheck } from "../../../domain/review/scope.ts";

const code = (answer: Answer) => ("refused" in answer ? `${answer.code} ${answer.rule}` : "allowed");
const lists = { countries: ["KP", "IR", "SY"], endUses: ["nuclear", "missile"], endUsers: ["laboratory"] };
const row = (countries: string[], endUses: string[], endUsers: string[]): ScopeRow => ({
  countries,
  endUses,
  endUsers,
});
const all = ["all"];

describe("scope", () => {
  test("[R2] a row of all in every column needs the chair's statement", () => {
    const unlimited = [row(["KP"], all, all), row(all, all, all)];
    expect(code(scopeCheck(unlimited, lists, ""))).toBe("reason-missing R2");
    expect(code(scopeCheck(unlimited, lists, "any transfer helps"))).toBe("allowed");
    expect(code(scopeCheck([row(all, all, ["laboratory"])], lists, ""))).toBe("allowed");
    expect(code(scopeCheck([], lists, ""))).toBe("malformed R2");
    expect(code(scopeCheck([row([], all, all)], lists, ""))).toBe("malformed R2");
  });

  test("[R3] words are taken from the committee's lists; military end use and user are always among them", () => {
    expect(code(scopeCheck([row(["KP"], ["military-end-use"], ["military-end-user"])], lists, ""))).toBe("allowed");
    expect(code(scopeCheck([row(["NL"], all, all)], lists, ""))).toBe("word R3");
    expect(code(scopeCheck([row(["KP"], ["farming"], all)], lists, ""))).toBe("word R3");
  });

  test("[R4] a control applies iff a row matches in all three columns and no exclusion does", () => {
    const rows = [row(["KP"], ["nuclear"], all), row(["IR"], all, ["laboratory"])];
    const to = (country: string, endUse: string, endUser: string) =>
      controlApplies(rows, [row(["KP"], all, ["hospital"])], { country, endUse, endUser });
    expect(to("KP", "nuclear", "laboratory")).toBe(true);
    expect(to("KP", "missile", "laboratory")).toBe(false);
    expect(to("KP", "nuclear", "hospital")).toBe(false);
    expect(to("IR", "missile", "laboratory")).toBe(true);
    expect(to("IR", "missile", "firm")).toBe(false);
    expect(to("SY", "nuclear", "laboratory")).toBe(false);
  });

  test("[R4] rows that only together cover a row cover it", () => {
    const inner = [row(["KP", "IR"], all, all)];
    expect(isWithin(inner, [row(["KP"], all, all), row(["IR"], all, all)])).toBe(true);
    expect(isWithin(inner, [row(["KP"], all, all), row(["IR"], ["nuclear"], all)])).toBe(false);
    expect(isWithin([row(all, all, all)], [row(lists.countries, all, all)])).toBe(false);
  });

  test("[R4] within means: whatever the inner rows match, the outer match too", () => {
    const column = (words: string[]) => fc.oneof(fc.constant(all), fc.subarray(words, { minLength: 1 }));
    const rows = fc.array(
      fc.record({
        countries: column(lists.countries),
        endUses: column(lists.endUses),
        endUsers: column(lists.endUsers),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(rows, rows, (inner, outer) => {
        const transfers = [...lists.countries, "NL"].flatMap((country) =>
          [...lists.endUses, "farming"].flatMap((endUse) =>
            [...lists.endUsers, "firm"].map((endUser) => ({ country, endUse, endUser })),
          ),
        );
        const slow = transfers.every(
          (one) => !inner.some((each) => rowMatches(each, one)) || outer.some((each) => rowMatches(each, one)),
        );
        expect(isWithin(inner, outer)).toBe(slow);
      }),
    );
  });
});

describe("reservations", () => {
  const now = 1000 * day_ms;
  const entered = {
    entry: "4A906",
    rows: [row(["KP"], all, all)],
    reason: "a pending law",
    sunsetAt: now + 730 * day_ms,
  };
  const times = { dispatchedAt: now - day_ms, adoptedAt: null, lawChangedAt: null };
  const answer = (changes: object = {}, at: object = {}) =>
    code(reservationCheck({ ...entered, ...changes }, { ...times, ...at }, lists, now));

  test("[S1] entry, rows, reason and sunset; one missing is refused", () => {
    expect(answer()).toBe("allowed");
    expect(answer({ entry: null })).toBe("malformed S1");
    expect(answer({ rows: [] })).toBe("malformed S1");
    expect(answer({ reason: " " })).toBe("reason-missing S1");
    expect(answer({ sunsetAt: null })).toBe("malformed S1");
    expect(answer({ rows: [row(["NL"], all, all)] })).toBe("word R3");
  });

  test("[S2] the sunset is at most 730 × 24 h after entry", () => {
    expect(answer({ sunsetAt: now + 730 * day_ms + 1 })).toBe("duration S2");
    expect(answer({ sunsetAt: now })).toBe("duration S2");
    expect(answer({ sunsetAt: now + 1 })).toBe("allowed");
    expect([isExpired(now, now - 1), isExpired(now, now)]).toEqual([false, true]);
  });

  test("[S2] it is renewed once, with a new reason", () => {
    const renew = (renewals: number, reason: string, sunsetAt = now + day_ms) =>
      code(renewalCheck({ reason: "a pending law", renewals }, { reason, sunsetAt }, now));
    expect(renew(0, "the law was put off")).toBe("allowed");
    expect(renew(1, "the law was put off")).toBe("limit S2");
    expect(renew(0, "a pending law ")).toBe("reason-missing S2");
    expect(renew(0, "")).toBe("reason-missing S2");
    expect(renew(0, "the law was put off", now + 731 * day_ms)).toBe("duration S2");
  });

  test("[S3] from dispatch until 30 × 24 h after adoption, later for 60 × 24 h after a change of law", () => {
    expect(answer({}, { dispatchedAt: null })).toBe("state S3");
    expect(answer({}, { dispatchedAt: now })).toBe("allowed");
    expect(answer({}, { dispatchedAt: now + 1 })).toBe("state S3");
    expect(answer({}, { adoptedAt: now - 30 * day_ms + 1 })).toBe("allowed");
    expect(answer({}, { adoptedAt: now - 30 * day_ms })).toBe("late S3");
    const law = (lawChangedAt: number) => answer({}, { adoptedAt: now - 400 * day_ms, lawChangedAt });
    expect([law(now - 60 * day_ms + 1), law(now - 60 * day_ms), law(now + 1)]).toEqual([
      "allowed",
      "late S3",
      "late S3",
    ]);
  });

  test("[S4] it binds only its member and only takes away", () => {
    const control = { rows: [row(["KP", "IR"], all, all)], exclusions: [] };
    const reservations = [{ member: "NL", rows: [row(["KP"], all, all)] }];
    const applies = (member: string, country: string) =>
      appliesFor(member, control, reservations, { country, endUse: "nuclear", endUser: "firm" });
    expect([applies("NL", "KP"), applies("NL", "IR"), applies("JP", "KP"), applies("NL", "SY")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("[S5] it may be narrowed, never widened", () => {
    const current = [row(["KP", "IR"], all, all)];
    expect(code(narrowCheck(current, [row(["KP"], all, all)], lists))).toBe("allowed");
    expect(code(narrowCheck(current, [row(["KP", "SY"], all, all)], lists))).toBe("state S5");
    expect(code(narrowCheck(current, [row(["KP"], all, all), row(["IR"], all, all)], lists))).toBe("state S5");
    expect(code(narrowCheck(current, [], lists))).toBe("malformed R2");
  });

  test.each(reservationStates.flatMap((state) => reservationMoves.map((each) => [state, each.act, each] as const)))(
    "[S5] table S: a reservation moves only by its rows: %s, %s",
    (state, _, each) => {
      const move = reservationMove(state, each.act);
      if ((each.from as readonly string[]).includes(state)) expect(move).toBe(each);
      else expect(move).toMatchObject({ refused: true, code: "state" });
    },
  );
});
