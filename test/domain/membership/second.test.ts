/** Who may be the second, how long a request stands, and what ends it. */
import { describe, expect, test } from "vitest";
import {
  changedValue,
  requestCheck,
  requestTime_ms,
  type SecondCandidate,
  secondsFor,
  unchangedCheck,
} from "../../../domain/membership/second.ts";
import { isRefusal } from "../../../domain/refusal.ts";

const one = (personId: string, office: SecondCandidate["office"], more: Partial<SecondCandidate> = {}) => ({
  ...{ personId, office, memberId: personId.slice(0, 2), since: office === "expert" ? 1_000 : null, barred: false },
  ...more,
});
const chair = one("ca-1", "chair");
const vice = one("fr-1", "vice-chair");
const old = one("no-1", "expert", { since: 100 });
const young = one("jp-1", "expert", { since: 900 });
const all = [young, chair, old, vice];
const names = (asker: { personId: string; memberId: string | null }, some: SecondCandidate[] = all) =>
  secondsFor(asker, some).map(({ personId }) => personId);

describe("[W6] the second", () => {
  test("is the vice-chair for the chair, and the chair for the vice-chair", () => {
    expect(names(chair)).toEqual(["fr-1"]);
    expect(names(vice)).toEqual(["ca-1"]);
  });

  test("is either of them for the secretariat, which holds neither office", () => {
    expect(names({ personId: "sec", memberId: null })).toEqual(["ca-1", "fr-1"]);
  });

  test("is the longest-seated expert where the other is barred, absent, or of the asker's member", () => {
    expect(names(chair, [young, chair, old, { ...vice, barred: true }])).toEqual(["no-1"]);
    expect(names(chair, [young, chair, old])).toEqual(["no-1"]);
    expect(names(chair, [young, chair, old, { ...vice, memberId: "ca" }])).toEqual(["no-1"]);
  });

  test("is never barred itself, never of the asker's member, and may be nobody", () => {
    expect(names(chair, [chair, { ...old, barred: true }, young])).toEqual(["jp-1"]);
    expect(names(chair, [chair, { ...old, memberId: "ca" }, young])).toEqual(["jp-1"]);
    expect(names(chair, [chair])).toEqual([]);
    expect(names(chair, [chair, one("ca-1", "expert", { since: 1 })])).toEqual([]);
  });
});

describe("[W6] a request", () => {
  test("stands for 24 hours, to the millisecond", () => {
    const request = { state: "pending" as const, expiresAt: requestTime_ms };
    expect(isRefusal(requestCheck(request, requestTime_ms - 1))).toBe(false);
    expect(requestCheck(request, requestTime_ms)).toMatchObject({ code: "late" });
    for (const state of ["consented", "declined", "withdrawn"] as const)
      expect(requestCheck({ ...request, state }, 0)).toMatchObject({ code: "state", rule: "W6" });
  });

  test("ends with any changed value, also one that is added or gone, and the refusal shows both", () => {
    const asked = { days: 14, roll: ["NO-1", "FR-1"] };
    expect(changedValue(asked, { roll: ["NO-1", "FR-1"], days: 14 })).toBeNull();
    expect(changedValue(asked, { ...asked, days: 15 })).toEqual({ name: "days", was: 14, is: 15 });
    expect(changedValue(asked, { days: 14 })).toMatchObject({ name: "roll", is: null });
    expect(changedValue(asked, { ...asked, mode: "SEALED" })).toMatchObject({ name: "mode", was: null });
    const refusal = unchangedCheck(asked, { ...asked, roll: ["NO-1"] });
    expect(refusal).toMatchObject({ code: "second-person" });
    if (isRefusal(refusal)) expect(refusal.reason).toContain('["NO-1","FR-1"] and is ["NO-1"]');
  });
});
