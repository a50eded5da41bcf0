/** Interests in force and what follows from them, both sides of each threshold. */
import { describe, expect, test } from "vitest";
import {
  type Interest,
  type InterestClass,
  interestLife_ms,
  interestsInForce,
  isBarred,
  isRecused,
  type SeatStanding,
} from "../../../domain/membership/interest.ts";

const day_ms = 24 * 60 * 60 * 1000;
const now = 1_800_000_000_000;

function interest(personId: string, klass: InterestClass, more: Partial<Interest> = {}): Interest {
  const declaredAt = more.declaredAt ?? now - day_ms;
  return {
    ...{ personId, kind: klass === "none" ? "none" : "patent", class: klass, organisationId: null },
    ...{ declaredAt, expiresAt: declaredAt + interestLife_ms },
    ...more,
  };
}

const seat = (more: Partial<SeatStanding> = {}): SeatStanding => ({
  ...{ seatId: "s", kind: "delegation", organisationId: null, people: ["anna", "bo"] },
  ...more,
});

describe("[X7] in force", () => {
  test("is the latest declaration of each person, whatever order they come in", () => {
    const first = interest("anna", "direct", { declaredAt: now - 2 * day_ms });
    const second = interest("anna", "none");
    for (const all of [
      [first, second],
      [second, first],
    ])
      expect(interestsInForce(all, now).get("anna")?.class).toBe("none");
    expect([...interestsInForce([first, interest("bo", "sectoral")], now).keys()]).toEqual(["anna", "bo"]);
  });

  test("for 365 days: the last millisecond counts, the next does not", () => {
    const declared = interest("anna", "direct", { declaredAt: now });
    expect(interestLife_ms).toBe(365 * day_ms);
    expect(interestsInForce([declared], now + interestLife_ms - 1).has("anna")).toBe(true);
    expect(interestsInForce([declared], now + interestLife_ms).has("anna")).toBe(false);
  });

  test("is none where the latest has expired, though an earlier one stood longer", () => {
    const long = interest("anna", "direct", { declaredAt: now - 3 * day_ms, expiresAt: now + day_ms });
    const short = interest("anna", "none", { declaredAt: now - 2 * day_ms, expiresAt: now - 1 });
    expect(interestsInForce([long, short], now).size).toBe(0);
  });
});

test("[X3] a direct interest bars the person; a sectoral one and none do not", () => {
  const inForce = interestsInForce(
    [interest("anna", "direct"), interest("bo", "sectoral"), interest("cy", "none")],
    now,
  );
  expect(["anna", "bo", "cy", "dee"].map((person) => isBarred(person, inForce))).toEqual([true, false, false, false]);
});

describe("[X4] a seat is recused", () => {
  const recused = (standing: SeatStanding, ...interests: Interest[]) =>
    isRecused(standing, interestsInForce(interests, now));

  test("when nobody on it is free of a direct interest, and not while one is", () => {
    expect(recused(seat(), interest("anna", "direct"))).toBe(false);
    expect(recused(seat(), interest("anna", "direct"), interest("bo", "sectoral"))).toBe(false);
    expect(recused(seat(), interest("anna", "direct"), interest("bo", "direct"))).toBe(true);
    expect(recused(seat({ people: ["anna"] }), interest("anna", "direct"))).toBe(true);
  });

  test("not for want of people: an empty seat has declared nothing", () => {
    expect(recused(seat({ people: [] }), interest("anna", "direct"))).toBe(false);
  });

  test("when its nominating body has a direct interest, if it is an industry seat", () => {
    const industry = seat({ kind: "industry", organisationId: "acme" });
    const declared = interest("zoe", "direct", { organisationId: "acme" });
    expect(recused(industry, declared)).toBe(true);
    expect(recused(industry, { ...declared, organisationId: "other" })).toBe(false);
    expect(recused(industry, { ...declared, class: "sectoral" })).toBe(false);
    expect(recused(seat({ organisationId: "acme" }), declared)).toBe(false);
    expect(recused(seat({ kind: "industry" }), { ...declared, organisationId: null })).toBe(false);
  });
});
