/** When a seat may be reminded, and of what. */
import { describe, expect, test } from "vitest";
import { askedBy, type ReminderQuestion, reminderCheck } from "../../../domain/ballot/reminder.ts";
import { day_ms } from "../../../domain/instant.ts";

const now = Date.UTC(2026, 10, 20, 9);
const question = (given: Partial<ReminderQuestion> = {}): ReminderQuestion => ({
  ...{ mode: "RECORDED", about: "position", seat: "Spain", isSilent: true, lastRemindedAt: null, now },
  ...given,
});

describe("[B46] reminding a seat", () => {
  test("[B4] a drafted ballot asks for interests, an open one for a position, any other for nothing", () => {
    expect(["drafted", "open", "closed", "certified", "void", "discarded"].map(askedBy)).toEqual([
      ...["interests", "position", null, null, null, null],
    ]);
  });

  test("is allowed for one that owes an answer, and once in 24 hours", () => {
    expect(reminderCheck(question())).toEqual({ allowed: true });
    expect(reminderCheck(question({ lastRemindedAt: now - day_ms }))).toEqual({ allowed: true });
    expect(reminderCheck(question({ lastRemindedAt: now - day_ms + 1 }))).toMatchObject({
      ...{ code: "limit", rule: "B46", field: "seat" },
      reason: "Spain was reminded at 19 November 2026, 09:00 UTC; a seat is reminded once in 24 hours.",
    });
  });

  test("is refused for one that has answered, in words that do not say what", () => {
    expect(reminderCheck(question({ isSilent: false }))).toMatchObject({ code: "state", rule: "B46" });
    const interests = reminderCheck(question({ isSilent: false, about: "interests" }));
    expect(interests).toMatchObject({ reason: expect.stringContaining("interest question") });
  });

  test("[B39] is refused on a sealed ballot, which shows to nobody who is silent", () => {
    expect(reminderCheck(question({ mode: "SEALED" }))).toMatchObject({ code: "state", rule: "B39" });
    expect(reminderCheck(question({ mode: "SEALED", about: "interests" }))).toEqual({ allowed: true });
  });
});
