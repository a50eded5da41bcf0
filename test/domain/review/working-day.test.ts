import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { hour_ms, instantOf, minute_ms, readInstant, writeInstant } from "../../../domain/instant.ts";
import { outagesUntil } from "../../../domain/review/outage.ts";
import {
  type Calendar,
  endOfWorkingDayFrom,
  endOfWorkingDays,
  isWorkingDay,
  isZone,
  localDateOf,
  startOfDate,
  startOfWorkingDayBefore,
  workingDaysLeft,
} from "../../../domain/review/working-day.ts";

const utc: Calendar = { zone: "Etc/UTC" };
const end = (from: string, count: number, calendar: Calendar) =>
  writeInstant(endOfWorkingDays(instantOf(from), count, calendar));
const start = (date: string, zone: string) => writeInstant(startOfDate(date, zone));

describe("instants", () => {
  test("[V6] are read in UTC only, with days and times that exist", () => {
    expect(readInstant("2026-09-01T00:00:00Z")).toBe(Date.UTC(2026, 8, 1));
    expect(readInstant("2026-09-01T00:00:00.5Z")).toBe(Date.UTC(2026, 8, 1) + 500);
    expect(readInstant("2026-09-01T00:00Z")).toBe(Date.UTC(2026, 8, 1));
    for (const text of [
      "2026-09-01",
      "2026-02-29T00:00:00Z",
      "2026-09-01T24:00:00Z",
      "2026-09-01T00:00:60Z",
      "2026-09-01T00:00:00",
      "2026-09-01T00:00:00+01:00",
      " 2026-09-01T00:00:00Z",
    ])
      expect(readInstant(text)).toBeNull();
    expect(writeInstant(Date.UTC(2026, 8, 1))).toBe("2026-09-01T00:00:00Z");
    expect(writeInstant(Date.UTC(2026, 8, 1) + 5)).toBe("2026-09-01T00:00:00.005Z");
  });
});

describe("working days", () => {
  test("[V5] weekend, holiday, extra working day", () => {
    const calendar = { ...utc, holidays: ["2026-09-01", "2026-09-05"], extraWorkingDays: ["2026-09-05", "2026-09-06"] };
    expect(
      ["2026-08-31", "2026-09-01", "2026-09-05", "2026-09-06", "2026-09-12"].map((date) =>
        isWorkingDay(date, calendar),
      ),
    ).toEqual([true, false, true, true, false]);
  });

  test("[V5] the weekend is the member's own, and may be empty", () => {
    const dates = ["2026-09-03", "2026-09-04", "2026-09-05", "2026-09-06"];
    expect(dates.map((date) => isWorkingDay(date, { ...utc, weekend: [5, 6] }))).toEqual([true, false, false, true]);
    expect(dates.map((date) => isWorkingDay(date, { ...utc, weekend: [] }))).toEqual([true, true, true, true]);
  });

  test("[V5] a date with 60 minutes of outage is no working day, with less it is one", () => {
    const noon = instantOf("2026-09-02T12:00:00Z");
    const day = (spans: [number, number][]) => {
      const outages = spans.map(([from, to]) => ({ from: noon + from * minute_ms, to: noon + to * minute_ms }));
      return isWorkingDay("2026-09-02", utc, outagesUntil(outages, noon + 99 * hour_ms));
    };
    expect(day([[0, 60]])).toBe(false);
    expect(day([[0, 59.999]])).toBe(true);
    expect(
      day([
        [0, 30],
        [100, 130],
      ]),
    ).toBe(false);
    expect(
      day([
        [0, 40],
        [20, 59],
      ]),
    ).toBe(true);
    expect(day([[720 - 59, 900]])).toBe(true);
    expect(day([[720 - 60, 900]])).toBe(false);
  });

  test("[V16] outages shorter than 300 s do not add up, those that touch are one", () => {
    const noon = instantOf("2026-09-02T12:00:00Z");
    const many = (count: number, seconds: number, gap: number) =>
      Array.from({ length: count }, (_, index) => ({
        from: noon + index * (seconds + gap) * 1000,
        to: noon + (index * (seconds + gap) + seconds) * 1000,
      }));
    const day = (outages: { from: number; to: number }[]) =>
      isWorkingDay("2026-09-02", utc, outagesUntil(outages, noon + 99 * hour_ms));
    expect(day(many(20, 299, 60))).toBe(true);
    expect(day(many(12, 300, 60))).toBe(false);
    expect(day(many(20, 299, 0))).toBe(false);
  });

  test("[V5] outage is counted on the member's local date", () => {
    const outage = [{ from: instantOf("2026-09-01T15:00:00Z"), to: instantOf("2026-09-01T16:00:00Z") }];
    expect(isWorkingDay("2026-09-01", { zone: "Asia/Tokyo" }, outage)).toBe(true);
    expect(isWorkingDay("2026-09-02", { zone: "Asia/Tokyo" }, outage)).toBe(false);
    expect(isWorkingDay("2026-09-01", utc, outage)).toBe(false);
  });

  test("[V6] day 1 is the first working day after the local date of T0", () => {
    expect(end("2026-09-01T00:00:00Z", 1, utc)).toBe("2026-09-03T00:00:00Z");
    expect(end("2026-09-01T23:59:59Z", 1, utc)).toBe("2026-09-03T00:00:00Z");
    expect(end("2026-09-04T12:00:00Z", 1, utc)).toBe("2026-09-08T00:00:00Z");
    expect(end("2026-09-05T12:00:00Z", 1, utc)).toBe("2026-09-08T00:00:00Z");
    // In Tokyo it is the second already, in Honolulu still the first.
    expect(end("2026-09-01T15:00:00Z", 1, { zone: "Asia/Tokyo" })).toBe("2026-09-03T15:00:00Z");
    expect(end("2026-09-01T14:59:59Z", 1, { zone: "Asia/Tokyo" })).toBe("2026-09-02T15:00:00Z");
    expect(end("2026-09-02T09:59:59Z", 1, { zone: "Pacific/Honolulu" })).toBe("2026-09-03T10:00:00Z");
  });

  test("[C3] ten working days of the secretariat end with the tenth, holidays left out", () => {
    expect(end("2026-09-01T09:00:00Z", 10, { zone: "Europe/Amsterdam" })).toBe("2026-09-15T22:00:00Z");
    expect(end("2026-09-01T09:00:00Z", 10, { zone: "Europe/Amsterdam", holidays: ["2026-09-07"] })).toBe(
      "2026-09-16T22:00:00Z",
    );
  });

  test("[V6] the end is the first instant of the date after day N, whatever clocks do at midnight", () => {
    // Summer time begins at midnight: the date starts at one o'clock.
    expect(start("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00Z");
    expect(localDateOf(instantOf("2026-09-06T03:59:59Z"), "America/Santiago")).toBe("2026-09-05");
    expect(start("2023-03-26", "Asia/Beirut")).toBe("2023-03-25T22:00:00Z");
    expect(start("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00Z");
    expect(start("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00Z");
    // Summer time ends at midnight: the date before lasts an hour longer.
    expect(start("2018-02-18", "America/Sao_Paulo")).toBe("2018-02-18T03:00:00Z");
    expect(start("2026-10-30", "Africa/Cairo")).toBe("2026-10-29T22:00:00Z");
    // Clocks go back from one to midnight: the first of the two midnights.
    expect(start("2026-11-01", "America/Havana")).toBe("2026-11-01T04:00:00Z");
    // Clocks went back at 00:01, so the date began, went and came again.
    expect(start("2006-10-29", "America/St_Johns")).toBe("2006-10-29T02:30:00Z");
    expect(end("2026-09-03T12:00:00Z", 1, { zone: "America/Santiago", extraWorkingDays: ["2026-09-05"] })).toBe(
      "2026-09-05T04:00:00Z",
    );
    expect(end("2026-09-04T12:00:00Z", 1, { zone: "America/Santiago", extraWorkingDays: ["2026-09-05"] })).toBe(
      "2026-09-06T04:00:00Z",
    );
  });

  test("[V5] a date that a zone skipped is no working day", () => {
    expect(start("2011-12-30", "Pacific/Apia")).toBe(start("2011-12-31", "Pacific/Apia"));
    expect(isWorkingDay("2011-12-30", { zone: "Pacific/Apia" })).toBe(false);
    expect(isWorkingDay("2011-12-29", { zone: "Pacific/Apia" })).toBe(true);
  });

  test("[V6] agrees with a second formulation for the zones of the members, date by date", () => {
    const zones = [
      "Europe/Amsterdam",
      "America/Toronto",
      "Asia/Tokyo",
      "Asia/Kolkata",
      "America/Santiago",
      "Africa/Cairo",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "America/St_Johns",
      "Asia/Kathmandu",
      "America/Havana",
      "Pacific/Kiritimati",
      "America/Scoresbysund",
      "Antarctica/Troll",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 40 }), (zone, days) => {
        const date = new Date(Date.UTC(2012, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const second = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
        expect(startOfDate(date, zone), `${zone} ${date}`).toBe(second);
      }),
      { numRuns: 400 },
    );
  });

  test("[V6] agrees with a second formulation that counts days in an array", () => {
    const calendar = fc.record({
      zone: fc.constantFrom("Europe/Amsterdam", "America/Toronto", "Asia/Tokyo", "America/Santiago"),
      weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 4 }),
      holidays: fc.array(
        fc.integer({ min: 1, max: 28 }).map((day) => `2026-09-${String(day).padStart(2, "0")}`),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(
        calendar,
        fc.integer({ min: 0, max: 30 * 24 }),
        fc.integer({ min: 1, max: 20 }),
        (one, hour, count) => {
          const from = instantOf("2026-08-25T00:30:00Z") + hour * hour_ms;
          const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(one.zone).toPlainDate();
          const dates = Array.from({ length: 200 }, (_, index) => first.add({ days: index + 1 }));
          const working = dates.filter(
            (date) => !one.weekend.includes(date.dayOfWeek) && !one.holidays.includes(date.toString()),
          );
          const second = working[count - 1]!.add({ days: 1 }).toZonedDateTime({ timeZone: one.zone }).epochMilliseconds;
          expect(endOfWorkingDays(from, count, one)).toBe(second);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("[V17] the first working day that begins at or after an instant", () => {
    const endAfter = (text: string, calendar: Calendar) => writeInstant(endOfWorkingDayFrom(instantOf(text), calendar));
    expect(endAfter("2026-09-02T00:00:00Z", utc)).toBe("2026-09-03T00:00:00Z");
    expect(endAfter("2026-09-02T00:00:00.001Z", utc)).toBe("2026-09-04T00:00:00Z");
    expect(endAfter("2026-09-04T10:00:00Z", utc)).toBe("2026-09-08T00:00:00Z");
  });

  test("[V24] working days before an end, counted back over a weekend", () => {
    const before = (count: number) =>
      writeInstant(startOfWorkingDayBefore(instantOf("2026-09-10T00:00:00Z"), count, utc));
    expect([1, 2, 5].map(before)).toEqual(["2026-09-09T00:00:00Z", "2026-09-08T00:00:00Z", "2026-09-03T00:00:00Z"]);
  });

  test("[V5] zones are IANA names; a calendar without working days is a fault of the program", () => {
    expect(["Europe/Amsterdam", "Etc/UTC", "UTC", "+02:00", "Mars/Olympus", ""].map(isZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(() => endOfWorkingDays(0, 1, { ...utc, weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow("weekend");
  });
});

describe("[V5] working days left", () => {
  const vienna = { zone: "Europe/Vienna" };
  const at = (text: string) => Date.parse(text);

  test("count the dates behind today up to the one of the deadline, without weekends and holidays", () => {
    const thursday = at("2026-11-26T10:00:00Z");
    expect(workingDaysLeft(thursday, at("2026-11-26T20:00:00Z"), vienna)).toBe(0);
    expect(workingDaysLeft(thursday, at("2026-11-27T09:00:00Z"), vienna)).toBe(1);
    expect(workingDaysLeft(thursday, at("2026-11-30T09:00:00Z"), vienna)).toBe(2);
    expect(workingDaysLeft(thursday, at("2026-11-30T09:00:00Z"), { ...vienna, holidays: ["2026-11-27"] })).toBe(1);
  });

  test("a deadline at midnight is the end of the day before, and what is over has none left", () => {
    const end = endOfWorkingDays(at("2026-11-26T10:00:00Z"), 5, vienna);
    expect(workingDaysLeft(at("2026-11-26T10:00:00Z"), end, vienna)).toBe(5);
    expect(workingDaysLeft(end, end - 1, vienna)).toBe(0);
  });
});
