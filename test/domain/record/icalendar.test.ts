/** Calendar files: instants, escapes and folds as RFC 5545 has them. */
import { expect, test } from "vitest";
import { type CalendarEvent, writeCalendar } from "../../../domain/record/icalendar.ts";

const at = Date.UTC(2026, 11, 2, 17, 0);
const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ id: "ballot-close-1@plenary.example", at, summary: "Ballot QTAC/B/1 closes", description: "Rule B6" },
  ...{ link: "https://plenary.example/ballots/qtac-b-1", category: "Ballot closes" },
  ...given,
});
const unfolded = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

test("an event has its instant in UTC, and each line ends with CR LF", () => {
  const file = writeCalendar("Clocks", at - 1000, [event()]);
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(unfolded(file)).toEqual(
    expect.arrayContaining([
      "DTSTART:20261202T170000Z",
      "DTSTAMP:20261202T165959Z",
      "UID:ballot-close-1@plenary.example",
      "URL:https://plenary.example/ballots/qtac-b-1",
    ]),
  );
});

test("signs that mean something are escaped, and control characters are left out", () => {
  const lines = unfolded(writeCalendar("x", at, [event({ summary: "a, b; c \\ d\ne\u0007\r\nEND:VEVENT" })]));
  expect(lines).toContain("SUMMARY:a\\, b\\; c \\\\ d\\ne\\nEND:VEVENT");
  expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
});

test("lines are folded at 75 bytes and no letter is cut", () => {
  const summary = `${"ü".repeat(60)}${"半".repeat(40)}${"𝔸".repeat(20)}`;
  const file = writeCalendar("x", at, [event({ summary })]);
  for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(unfolded(file)).toContain(`SUMMARY:${summary}`);
});
