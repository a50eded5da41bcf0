import { describe, expect, test } from "vitest";
import { writeInstant } from "../../../domain/instant.ts";
import { type OptIn, optInAccount, optInCheck } from "../../../domain/review/opt-in.ts";
import { member, on } from "./given-round.ts";

const all = ["NL", "TW", "KR", "JP"].map((name) => member(name));
/** Twenty working days after the first of September end with Tuesday the 29th. */
const endsAt = on("30");
const joins = (...names: string[]) => names.map((name) => ({ member: name, at: on("7") }));
const run = (changes: Partial<OptIn> = {}) =>
  optInAccount({ brokenRounds: 2, asOf: on("60"), members: all, joins: [], outages: [], ...changes });
const outcome = (changes: Partial<OptIn> = {}) => {
  const result = run(changes);
  return [result.outcome, ...result.failing].join(" ");
};

describe("opt-in", () => {
  test("[V22] it opens after two broken rounds, not after one", () => {
    expect(run({ brokenRounds: 1, joins: joins("NL", "TW", "KR") })).toMatchObject({
      outcome: "refused",
      failing: ["V22"],
      joined: [],
      endsAt: null,
    });
    expect(outcome({ brokenRounds: 2, joins: joins("NL", "TW", "KR") })).toBe("adopted-in-part");
    expect(optInCheck(1)).toMatchObject({ code: "state", rule: "V22" });
  });

  test("[V23] three who join adopt for themselves, two do not", () => {
    expect(run({ joins: joins("KR", "NL", "TW") })).toMatchObject({
      outcome: "adopted-in-part",
      failing: [],
      joined: ["NL", "TW", "KR"],
      endsAt: writeInstant(endsAt),
    });
    expect(run({ joins: joins("NL", "TW", "TW", "FR") })).toMatchObject({
      outcome: "failed",
      failing: ["V23"],
      joined: ["NL", "TW"],
    });
  });

  test("[V22] a member joins before Z; it runs until Z", () => {
    const last = (at: number) => ({ joins: [...joins("NL", "TW"), { member: "KR", at }] });
    expect(outcome(last(endsAt - 1))).toBe("adopted-in-part");
    expect(outcome(last(endsAt))).toBe("failed V23");
    expect(outcome({ joins: joins("NL", "TW", "KR"), asOf: endsAt - 1 })).toBe("running");
    expect(outcome({ joins: joins("NL", "TW", "KR"), asOf: endsAt })).toBe("adopted-in-part");
  });

  test("[V22] it starts with the last proof, like a round (V4)", () => {
    const waiting = [...all.slice(1), member("NL", { deliveredAt: null })];
    expect(run({ members: waiting, joins: joins("TW") })).toMatchObject({
      outcome: "dispatched",
      failing: ["V4"],
      joined: ["TW"],
      endsAt: null,
    });
  });

  test("[V22] outages move its end and hold it up (V17, V18)", () => {
    const near = [{ from: on("29 10:00"), to: on("29 10:10") }];
    expect(run({ outages: near }).endsAt).toBe(writeInstant(on("31")));
    expect(outcome({ joins: joins("NL", "TW", "KR"), outages: [{ from: endsAt, to: null }], asOf: endsAt })).toBe(
      "running V18",
    );
  });

  test("[V22] what is later than the instant of the account has not happened", () => {
    expect(run({ joins: joins("NL"), asOf: on("7") }).joined).toEqual(["NL"]);
    expect(run({ joins: joins("NL"), asOf: on("7") - 1 }).joined).toEqual([]);
  });
});
