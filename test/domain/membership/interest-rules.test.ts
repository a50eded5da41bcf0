/** What each kind of interest must say, several interests at once, disputes, renewal, and seats that a found interest concerns. */
import { describe, expect, test } from "vitest";
import {
  agreementCheck,
  confirmCheck,
  flagDueAt,
  needsAgreement,
  seatsFound,
} from "../../../domain/ballot/found-interest.ts";
import { directOrganisationsOf, type Interest, isRecused, strongest } from "../../../domain/membership/interest.ts";
import {
  afterWords,
  citedBallotCheck,
  classOfOutcome,
  firstState,
} from "../../../domain/membership/interest-dispute.ts";
import {
  changeDeclaredBy,
  factsCheck,
  type InterestFacts,
  isLate,
  setCheck,
} from "../../../domain/membership/interest-facts.ts";

const day_ms = 86_400_000;
const now = Date.UTC(2026, 8, 1, 12);
const facts = (more: Partial<InterestFacts>): InterestFacts => ({
  ...{ kind: "employment", class: "sectoral", organisationId: null, shareHundredths: null, amount_eur: null },
  ...{ reference: null, issuer: null, statement: "It is so.", since: null, until: null },
  ...more,
});
const asked = (more: Partial<InterestFacts>) => factsCheck(facts(more), now);

describe("[X1] what a kind needs", () => {
  test("an ownership: a share from 1 per cent or an amount from 10,000 EUR on, both sides of each", () => {
    const owned = (shareHundredths: number | null, amount_eur: number | null) =>
      asked({ kind: "ownership", shareHundredths, amount_eur });
    expect(owned(null, null)).toMatchObject({ code: "word", field: "share" });
    expect(owned(99, null)).toMatchObject({ code: "limit", rule: "X1" });
    expect(owned(100, null)).toEqual({ allowed: true });
    expect(owned(null, 9_999)).toMatchObject({ code: "limit" });
    expect(owned(50, 10_000)).toEqual({ allowed: true });
  });

  test("a patent its number and office, a grant its number and giver", () => {
    for (const kind of ["patent", "grant"] as const) {
      expect(asked({ kind })).toMatchObject({ field: "reference" });
      expect(asked({ kind, reference: "1" })).toMatchObject({ field: "issuer" });
      expect(asked({ kind, reference: "1", issuer: "Office" })).toEqual({ allowed: true });
    }
  });

  test("times that can be, and none beside nothing else", () => {
    expect(asked({ since: now + 1 })).toMatchObject({ field: "since" });
    expect(asked({ since: now, until: now - 1 })).toMatchObject({ field: "until" });
    expect(asked({ since: now - 1, until: now - 1 })).toEqual({ allowed: true });
    expect(setCheck([{ kind: "none" }])).toEqual({ allowed: true });
    expect(setCheck([{ kind: "patent" }, { kind: "none" }])).toMatchObject({ code: "word", rule: "X1" });
  });
});

test("[X3 X4] of several interests the strongest is the class, and every direct one names its body", () => {
  const parts = [
    { class: "sectoral" as const, organisationId: "a" },
    { class: "direct" as const, organisationId: "b" },
    { class: "direct" as const, organisationId: "c" },
    { class: "direct" as const, organisationId: null },
  ];
  expect(strongest(parts)).toBe(parts[1]);
  expect(strongest([])).toBeNull();
  expect(directOrganisationsOf(parts)).toEqual(["b", "c"]);
  const declared: Interest = {
    ...{ personId: "anna", kind: "patent", class: "direct", organisationId: "b", directOrganisations: ["b", "c"] },
    ...{ declaredAt: 0, expiresAt: now },
  };
  const seat = (organisationId: string) => ({ seatId: "s", kind: "industry" as const, organisationId, people: ["bo"] });
  const inForce = new Map([["anna", declared]]);
  expect(["a", "b", "c"].map((body) => isRecused(seat(body), inForce))).toEqual([false, true, true]);
});

test("[X7] a change is late from the end of the tenth working day on, and a first declaration never", () => {
  const calendar = { zone: "Europe/Vienna" };
  const by = changeDeclaredBy(now, calendar);
  const late = (declaredAt: number, before: number | null) => isLate({ since: now }, { declaredAt, before }, calendar);
  expect(late(by - 1, now - day_ms)).toBe(false);
  expect(late(by, now - day_ms)).toBe(true);
  expect(late(by, null)).toBe(false);
  expect(late(by, now)).toBe(false);
  expect(isLate({ since: null }, { declaredAt: by, before: 0 }, calendar)).toBe(false);
});

describe("[X6] a disputed class", () => {
  test("is decided where both chairs agree, and goes to the committee where they differ or one holds it", () => {
    expect(afterWords({ chair: "direct", viceChair: null })).toEqual({ state: "open", class: null });
    expect(afterWords({ chair: "direct", viceChair: "direct" })).toEqual({ state: "decided", class: "direct" });
    expect(afterWords({ chair: "direct", viceChair: "sectoral" })).toEqual({ state: "procedure", class: null });
    expect([firstState(true), firstState(false)]).toEqual(["procedure", "open"]);
  });

  test("is settled by a certified ballot of the committee, by simple majority, that opened after the dispute", () => {
    const ballot = {
      reference: "QTAC/B/9",
      committeeId: "q",
      type: "simple-majority",
      state: "certified",
      outcome: "adopted",
    };
    const check = (more: object) =>
      citedBallotCheck({ ...ballot, opensAt: now, ...more }, { committeeId: "q", raisedAt: now });
    expect(check({})).toEqual({ allowed: true });
    for (const wrong of [{ type: "recommendation" }, { state: "closed" }, { opensAt: now - 1 }, { opensAt: null }])
      expect(check(wrong)).toMatchObject({ code: "state", rule: "X6", field: "ballot" });
    expect(check({ committeeId: "s" })).toMatchObject({ code: "not-found" });
    expect([classOfOutcome("adopted"), classOfOutcome("not-adopted")]).toEqual(["direct", "sectoral"]);
  });
});

describe("[X8] seats that a found interest takes out", () => {
  const seat = (name: string, people: string[], castBy: string | null, organisationId: string | null = null) => ({
    ...{ seatId: name, name, people, castBy, organisationId },
    kind: organisationId === null ? ("delegation" as const) : ("industry" as const),
  });
  const seats = [
    seat("Japan", ["anna", "bo"], "anna"),
    seat("Norway", ["cy", "di"], "di"),
    seat("Fjord", ["ed"], "ed", "fjord"),
  ];
  const find = (
    personId: string,
    organisations: string[] = [],
    known = new Map<string, Interest>(),
    out: string[] = [],
  ) => seatsFound(seats, known, { personId, organisations }, new Set(out)).map((one) => one.name);
  const direct = (personId: string): Interest => ({
    ...{ personId, kind: "patent", class: "direct", organisationId: null, declaredAt: 0, expiresAt: now },
  });

  test("are those whose position the person took, those of which nobody is free, and those of the body", () => {
    expect(find("anna")).toEqual(["Japan"]);
    expect(find("cy")).toEqual([]);
    expect(find("cy", [], new Map([["di", direct("di")]]))).toEqual(["Norway"]);
    expect(find("cy", ["fjord"])).toEqual(["Fjord"]);
    expect(find("anna", [], new Map(), ["Japan"])).toEqual([]);
  });
});

describe("[X9] the decision", () => {
  const flag = (more = {}) => ({ isUndecided: true, askedBy: null, outcome: "adopted", recount: "adopted", ...more });

  test("confirms without a word where both accounts agree, else with a reason and another person", () => {
    expect(needsAgreement(flag())).toBe(false);
    expect(confirmCheck(flag(), "")).toEqual({ allowed: true });
    const other = flag({ recount: "not-adopted" });
    expect(confirmCheck(other, "")).toMatchObject({ code: "reason-missing", rule: "X9" });
    expect(confirmCheck(other, "So.")).toEqual({ allowed: true });
    expect(confirmCheck(flag({ isUndecided: false }), "So.")).toMatchObject({ code: "state" });
    expect(agreementCheck(flag({ askedBy: null }), "vice")).toMatchObject({ code: "state" });
    expect(agreementCheck(flag({ askedBy: "vice" }), "vice")).toMatchObject({ code: "second-person" });
    expect(agreementCheck(flag({ askedBy: "chair" }), "vice")).toEqual({ allowed: true });
  });

  test("is the clock's at the end of the tenth working day", () => {
    expect(new Date(flagDueAt(now, { zone: "UTC" })).toISOString()).toBe("2026-09-16T00:00:00.000Z");
  });
});
