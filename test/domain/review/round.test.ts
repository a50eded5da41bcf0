import { describe, expect, test } from "vitest";
import { minute_ms, writeInstant } from "../../../domain/instant.ts";
import { isSilence, type ReplyWord } from "../../../domain/review/reply.ts";
import { remindersOf } from "../../../domain/review/round-clock.ts";
import { accounted, endsAt, member, members, on, outcome, reply } from "./given-round.ts";

describe("length and start", () => {
  test("[V2] five, ten, twenty working days", () => {
    const ends = (["correction", "amendment", "new-entry"] as const).map(
      (kind) => accounted({ kind, asOf: on("60") }).endsAt,
    );
    expect(ends).toEqual([on("9"), on("16"), on("30")].map(writeInstant));
  });

  test("[M8] an accession lasts twenty", () => {
    expect(accounted({ kind: "accession", asOf: on("60") }).endsAt).toBe(writeInstant(on("30")));
  });

  test("[V4] it starts at the latest proof and not before; while one is missing it is dispatched", () => {
    const last = (deliveredAt: number | null) => [...members.slice(1), member("NL", { deliveredAt })];
    expect(accounted({ members: last(on("3 10:00")) })).toMatchObject({
      startsAt: "2026-09-03T10:00:00Z",
      endsAt: "2026-09-11T00:00:00Z",
    });
    const missing = accounted({ members: last(null) });
    expect(missing).toMatchObject({
      outcome: "dispatched",
      failing: ["V4"],
      startsAt: null,
      ends: null,
      endsAt: null,
      late: [],
      brokenAt: null,
    });
    expect(outcome({ members: last(on("3 10:00")), asOf: on("3 10:00") - 1 })).toBe("dispatched V4");
    expect(outcome({ members: last(on("3 10:00")), asOf: on("3 10:00") })).toBe("running");
  });

  test("[V7] the end is the latest of the members' ends", () => {
    const zones = [
      member("NL", { zone: "Europe/Amsterdam" }),
      member("JP", { zone: "Asia/Tokyo", holidays: ["2026-09-03"] }),
      member("CA", { zone: "America/Toronto" }),
    ];
    expect(accounted({ members: zones })).toMatchObject({
      ends: { NL: "2026-09-08T22:00:00Z", JP: "2026-09-09T15:00:00Z", CA: "2026-09-09T04:00:00Z" },
      endsAt: "2026-09-09T15:00:00Z",
    });
  });

  test("[V1] members and calendars are those frozen at dispatch: a stranger's reply has no effect", () => {
    expect(outcome({ replies: [reply("FR", "object", on("3"))] })).toBe("adopted");
  });

  test("[V24] reminders five, two and one working days before a member's end", () => {
    expect(remindersOf(endsAt, member("NL"))).toEqual([on("2"), on("7"), on("8")]);
  });
});

describe("silence, objection and time", () => {
  test("[V20] adopted by silence at Z, running just before", () => {
    expect(outcome({ asOf: endsAt - 1 })).toBe("running");
    expect(outcome({ asOf: endsAt })).toBe("adopted");
    expect(accounted({}).adoptedAt).toBe(writeInstant(endsAt));
  });

  test.each(["object", "amend"] as const)("[V12] %s before Z breaks at once, at Z it has no effect", (word) => {
    expect(accounted({ replies: [reply("NL", word, endsAt - 1)] })).toMatchObject({
      outcome: "broken",
      failing: ["V12"],
      brokenAt: writeInstant(endsAt - 1),
      late: [],
    });
    expect(accounted({ replies: [reply("NL", word, endsAt)] })).toMatchObject({
      outcome: "adopted",
      failing: [],
      brokenAt: null,
      late: [0],
    });
  });

  test("[V12] also between dispatch and T0, not before dispatch", () => {
    const waiting = [...members.slice(1), member("NL", { deliveredAt: null })];
    expect(outcome({ members: waiting, replies: [reply("JP", "object", on("1 08:00"))] })).toBe("broken V12");
    expect(outcome({ members: waiting, replies: [reply("JP", "object", on("1 08:00") - 1)] })).toBe("dispatched V4");
  });

  test("[V12] the first that breaks is the instant of the break, whatever the order of the list", () => {
    const replies = [reply("JP", "amend", on("4")), reply("NL", "object", on("3"))];
    expect(accounted({ replies }).brokenAt).toBe(writeInstant(on("3")));
  });

  test("[V13] a broken round stays broken, also when the objection is taken back", () => {
    expect(outcome({ replies: [reply("NL", "object", on("3")), reply("NL", "agree", on("3 10:00"))] })).toBe(
      "broken V12",
    );
  });

  test("[V12] what is later than the instant of the account has not happened", () => {
    const replies = [reply("NL", "object", on("4"))];
    expect(outcome({ replies, asOf: on("4") - 1 })).toBe("running");
    expect(outcome({ replies, asOf: on("4") })).toBe("broken V12");
  });

  test("[V9] only a government reviewer's reply counts", () => {
    expect(outcome({ replies: [reply("NL", "object", on("3"), "expert")] })).toBe("adopted");
    expect(accounted({ replies: [reply("NL", "agree", on("12"), "expert")] }).late).toEqual([]);
  });

  test("[V10] replies at or after Z are listed by rising index", () => {
    const replies = [reply("NL", "agree", on("12")), reply("JP", "agree", endsAt - 1), reply("CA", "object", endsAt)];
    expect(accounted({ replies }).late).toEqual([0, 2]);
    expect(accounted({ replies, asOf: endsAt }).late).toEqual([2]);
  });

  test("[V11] silence is no reply, or only requests for time", () => {
    const silent: ReplyWord[][] = [[], ["ask-time"], ["ask-time", "ask-time"]];
    expect(silent.map(isSilence)).toEqual([true, true, true]);
    expect([["cannot-join"], ["ask-time", "agree"]].map((words) => isSilence(words as ReplyWord[]))).toEqual([
      false,
      false,
    ]);
    expect(outcome({ replies: [reply("NL", "ask-time", on("3"))] })).toBe("adopted");
  });
});

describe("members that cannot join", () => {
  const cannot = (...names: string[]) => names.map((name) => reply(name, "cannot-join", on("3")));
  const of = (count: number) => Array.from({ length: count }, (_, index) => member(`M${index + 1}`));

  test("[V14] the others adopt, and who cannot join is absent, in order of the members", () => {
    const result = accounted({ members: of(6), replies: cannot("M5", "M2") });
    expect(result).toMatchObject({ outcome: "adopted-in-part", failing: [], absent: ["M2", "M5"] });
  });

  test("[V15] a third does not break it, more than a third does, at Z", () => {
    expect(outcome({ members: of(6), replies: cannot("M1", "M2") })).toBe("adopted-in-part");
    expect(outcome({ members: of(5), replies: cannot("M1", "M2") })).toBe("broken V15");
    expect(accounted({ members: of(5), replies: cannot("M1", "M2") })).toMatchObject({
      brokenAt: writeInstant(endsAt),
      absent: ["M1", "M2"],
    });
    expect(outcome({ members: of(5), replies: cannot("M1", "M2"), asOf: endsAt - 1 })).toBe("running");
  });

  test("[V8] the latest reply counts", () => {
    expect(outcome({ replies: [...cannot("NL"), reply("NL", "agree", on("4"))] })).toBe("adopted");
    expect(outcome({ replies: [reply("NL", "agree", on("4")), ...cannot("NL")] })).toBe("adopted");
    expect(outcome({ replies: [reply("NL", "agree", on("3")), ...cannot("NL")] })).toBe("adopted-in-part");
    expect(outcome({ replies: [...cannot("NL"), reply("NL", "agree", endsAt)] })).toBe("adopted-in-part");
  });

  test("[V26] a member set aside starts the round without its proof and stands as cannot-join unless it replies before Z", () => {
    const aside = [...members, member("KR", { deliveredAt: null, setAsideAt: on("2 12:00") })];
    expect(accounted({ members: aside })).toMatchObject({
      outcome: "adopted-in-part",
      startsAt: writeInstant(on("2 12:00")),
      absent: ["KR"],
    });
    expect(outcome({ members: aside, replies: [reply("KR", "agree", on("9"))] })).toBe("adopted");
    expect(outcome({ members: aside, replies: [reply("KR", "agree", on("10"))] })).toBe("adopted-in-part");
    expect(outcome({ members: aside, asOf: on("2 12:00") - 1 })).toBe("dispatched V4");
  });
});

describe("lengthening", () => {
  const asked = [reply("NL", "ask-time", on("3"))];

  test("[V19] after a request for time N becomes N + 5 for all", () => {
    expect(accounted({ replies: asked, lengthenedAt: on("4") }).endsAt).toBe(writeInstant(on("16")));
    expect(outcome({ replies: asked, lengthenedAt: on("4"), asOf: on("15") })).toBe("running");
  });

  test("[V19] without a request, before it, or after Z it changes nothing", () => {
    const ends = (changes: object) => accounted({ asOf: on("20"), ...changes }).endsAt;
    const unchanged = writeInstant(endsAt);
    expect(ends({ lengthenedAt: on("4") })).toBe(unchanged);
    expect(ends({ lengthenedAt: on("3") - 1, replies: asked })).toBe(unchanged);
    expect(ends({ lengthenedAt: endsAt, replies: asked })).toBe(unchanged);
    expect(ends({ lengthenedAt: endsAt - 1, replies: asked })).toBe(writeInstant(on("16")));
    expect(ends({ lengthenedAt: on("4"), replies: [reply("NL", "ask-time", on("3"), "expert")] })).toBe(unchanged);
    expect(ends({ lengthenedAt: on("4"), replies: asked, asOf: on("4") - 1 })).toBe(unchanged);
  });

  test("[V19] a round is lengthened while it runs: not before T0, not once broken", () => {
    const early = [reply("NL", "ask-time", on("1 08:30"))];
    expect(accounted({ replies: early, lengthenedAt: on("1 09:00") - 1 }).lengthened).toBe(false);
    expect(accounted({ replies: early, lengthenedAt: on("1 09:00") }).lengthened).toBe(true);
    const broken = [...asked, reply("JP", "object", on("4"))];
    expect(accounted({ replies: broken, lengthenedAt: on("4") + 1 })).toMatchObject({
      lengthened: false,
      endsAt: writeInstant(endsAt),
    });
    expect(accounted({ replies: broken, lengthenedAt: on("4") }).lengthened).toBe(false);
    expect(accounted({ replies: broken, lengthenedAt: on("4") - 1 })).toMatchObject({
      lengthened: true,
      outcome: "broken",
    });
  });

  test("[V19] an objection in the time won breaks the round", () => {
    const replies = [...asked, reply("JP", "object", on("10"))];
    expect(outcome({ replies, lengthenedAt: on("4") })).toBe("broken V12");
    expect(accounted({ replies })).toMatchObject({ outcome: "adopted", late: [1] });
  });
});

describe("outages", () => {
  const outage = (from: number, minutes: number) => [{ from, to: from + minutes * minute_ms }];

  test("[V5] sixty minutes on a day add a day, less do not", () => {
    expect(accounted({ outages: outage(on("3 10:00"), 60) }).endsAt).toBe(writeInstant(on("10")));
    expect(accounted({ outages: outage(on("3 10:00"), 59) }).endsAt).toBe(writeInstant(on("9")));
  });

  test("[V17] one in the last 24 h moves each end to the end of the first working day that begins after it", () => {
    expect(accounted({ outages: outage(on("8 10:00"), 10) }).endsAt).toBe(writeInstant(on("10")));
    expect(accounted({ outages: outage(on("7 23:50"), 10) }).endsAt).toBe(writeInstant(on("9")));
    expect(accounted({ outages: [{ from: on("7 23:50"), to: on("8") + 1 }] }).endsAt).toBe(writeInstant(on("10")));
    expect(accounted({ outages: outage(endsAt - 1, 10) }).endsAt).toBe(writeInstant(on("11")));
    expect(accounted({ outages: outage(endsAt, 10) }).endsAt).toBe(writeInstant(endsAt));
  });

  test("[V16] one shorter than 300 s moves nothing", () => {
    const short = (seconds: number) => [{ from: on("8 10:00"), to: on("8 10:00") + seconds * 1000 }];
    expect(accounted({ outages: short(299) }).endsAt).toBe(writeInstant(endsAt));
    expect(accounted({ outages: short(300) }).endsAt).toBe(writeInstant(on("10")));
  });

  test("[V17] applied again on the moved end, for members of all zones", () => {
    const outages = [...outage(on("8 10:00"), 10), ...outage(on("9 10:00"), 10)];
    expect(accounted({ outages }).endsAt).toBe(writeInstant(on("11")));
    const zones = [member("NL", { zone: "Europe/Amsterdam" }), member("CA", { zone: "America/Toronto" })];
    expect(accounted({ members: zones, outages: outage(on("8 20:00"), 10) })).toMatchObject({
      ends: { NL: "2026-09-09T22:00:00Z", CA: "2026-09-10T04:00:00Z" },
      endsAt: "2026-09-10T04:00:00Z",
    });
  });

  test("[V17] the day after is a working day of the member", () => {
    const friday = {
      asOf: on("30"),
      members: members.map((one) => ({ ...one, holidays: ["2026-09-09", "2026-09-10", "2026-09-11"] })),
    };
    expect(accounted({ ...friday, outages: outage(on("8 10:00"), 10) }).endsAt).toBe(writeInstant(on("15")));
  });

  test("[V18] while an outage lasts nothing is adopted", () => {
    const open = [{ from: endsAt, to: null }];
    expect(outcome({ outages: open, asOf: endsAt })).toBe("running V18");
    expect(outcome({ outages: open, asOf: endsAt - 1 })).toBe("running");
    const ended = [{ from: endsAt, to: on("9 02:00") }];
    expect(outcome({ outages: ended, asOf: on("9 02:00") - 1 })).toBe("running V18");
    expect(accounted({ outages: ended, asOf: on("9 02:00") })).toMatchObject({
      outcome: "adopted",
      adoptedAt: writeInstant(on("9 02:00")),
      endsAt: writeInstant(endsAt),
    });
  });

  test("[V18] a short one holds the adoption up only while it lasts", () => {
    const short = [{ from: endsAt - minute_ms, to: endsAt + minute_ms }];
    expect(outcome({ outages: short, asOf: endsAt })).toBe("running V18");
    expect(accounted({ outages: short, asOf: endsAt + minute_ms })).toMatchObject({
      outcome: "adopted",
      endsAt: writeInstant(endsAt),
    });
  });

  test("[V18] one that begins after Z takes no adoption back, and one in the middle is named while it lasts", () => {
    expect(outcome({ outages: [{ from: endsAt + 1, to: null }], asOf: endsAt + 2 })).toBe("adopted");
    expect(outcome({ outages: [{ from: on("3"), to: null }], asOf: on("3 10:00") })).toBe("running V18");
    const ended = [{ from: on("3"), to: on("3 10:00") }];
    expect(outcome({ outages: ended, asOf: on("3 10:00") - 1 })).toBe("running V18");
    expect(outcome({ outages: ended, asOf: on("3 10:00") })).toBe("running");
  });

  test("[V16] an open outage counts up to the instant of the account", () => {
    const open = [{ from: on("8 10:00"), to: null }];
    expect(accounted({ outages: open, asOf: on("8 10:04") })).toMatchObject({
      endsAt: writeInstant(endsAt),
      failing: ["V18"],
    });
    expect(accounted({ outages: open, asOf: on("8 10:05") }).endsAt).toBe(writeInstant(on("10")));
    expect(outcome({ outages: open, asOf: on("20") })).toBe("running V18");
  });

  test("[V15] an outage does not keep a round from breaking", () => {
    const replies = ["NL", "JP"].map((name) => reply(name, "cannot-join", on("3")));
    expect(outcome({ replies, outages: [{ from: endsAt, to: null }], asOf: endsAt })).toBe("broken V15");
  });
});
