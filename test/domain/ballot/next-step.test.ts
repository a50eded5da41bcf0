/** What comes next for a ballot by the rules, and what may be done besides, at each state. */
import { describe, expect, test } from "vitest";
import { nextStep, type StepFacts } from "../../../domain/ballot/next-step.ts";
import { day_ms, hour_ms } from "../../../domain/instant.ts";

const opensAt = Date.UTC(2026, 10, 2, 9);
const closesAt = opensAt + 14 * day_ms;
const facts = (given: Partial<StepFacts>): StepFacts => ({
  ...{ state: "open", outcome: null, opensAt, closesAt, closedAt: null, extensions: 0, silent: 4, openDiscusses: 0 },
  ...{ gate: { unmet: 0, waiting: 0, waitsUntil: null }, transmitBy: null, now: opensAt + day_ms },
  ...given,
});
const step = (given: Partial<StepFacts>) => nextStep(facts(given)).step;
const chances = (given: Partial<StepFacts>) => nextStep(facts(given)).chances.map((one) => one.name);

describe("before the opening", () => {
  test("[B4] a line that somebody must mend goes before those that only wait", () => {
    const drafted = { state: "drafted", opensAt: null, closesAt: null } as const;
    const waitsUntil = opensAt + day_ms;
    expect(step({ ...drafted, gate: { unmet: 3, waiting: 2, waitsUntil } })).toMatchObject({ name: "mend", at: null });
    expect(step({ ...drafted, gate: { unmet: 2, waiting: 2, waitsUntil } })).toMatchObject({
      ...{ name: "wait", at: waitsUntil, rule: "B4" },
    });
    expect(step(drafted)).toMatchObject({ name: "open", at: null, rule: "B2", by: "chair" });
    expect(chances(drafted)).toEqual([]);
    expect(step({ state: "discarded" })).toMatchObject({ name: "none", at: null });
  });
});

describe("while it is open", () => {
  test("[B6] the clock closes it at its time", () => {
    expect(step({})).toMatchObject({ name: "close", at: closesAt, rule: "B6", by: "clock" });
  });

  test("[B8] it may be extended until 24 hours before the close, at most twice", () => {
    const { chances: found } = nextStep(facts({}));
    expect(found.find((one) => one.name === "extend")).toMatchObject({ until: closesAt - day_ms, rule: "B8" });
    expect(chances({ now: closesAt - day_ms })).toContain("extend");
    expect(chances({ now: closesAt - day_ms + 1 })).not.toContain("extend");
    expect(chances({ extensions: 1 })).toContain("extend");
    expect(chances({ extensions: 2 })).not.toContain("extend");
  });

  test("[B9 P17] closing early waits for every seat and Discuss; an override is announced 48 hours before the close", () => {
    expect(chances({ silent: 0 })).toContain("close-early");
    expect(chances({ silent: 1 })).not.toContain("close-early");
    expect(chances({ silent: 0, openDiscusses: 1 })).not.toContain("close-early");
    expect(chances({ openDiscusses: 1, now: closesAt - 48 * hour_ms - 1 })).toContain("announce-override");
    expect(chances({ openDiscusses: 1, now: closesAt - 48 * hour_ms })).not.toContain("announce-override");
    expect(chances({})).not.toContain("announce-override");
  });
});

describe("behind the close", () => {
  const closedAt = closesAt;

  test("[B44] a closed one is certified 72 hours later, a challenged one waits for its answer", () => {
    expect(step({ state: "closed", closedAt })).toMatchObject({ name: "certify", at: closedAt + 72 * hour_ms });
    expect(step({ state: "challenged", closedAt })).toMatchObject({ name: "answer-challenge", at: null });
    expect(chances({ state: "closed", closedAt })).toEqual(["void"]);
    expect(chances({ state: "certified", closedAt })).toEqual([]);
  });

  test("[B41] a sealed one is void 240 hours after the close unless it is unsealed", () => {
    expect(step({ state: "sealed", closedAt })).toMatchObject({ name: "unseal", at: closedAt + 240 * hour_ms });
  });

  test("[R10 B36] adopted, the secretariat transmits; not adopted, the text rests for 30 days", () => {
    const transmitBy = closedAt + 10 * day_ms;
    const adopted = { state: "certified", outcome: "adopted", closedAt, transmitBy } as const;
    expect(step(adopted)).toEqual({ name: "transmit", at: transmitBy, rule: "R10", by: "secretariat" });
    expect(step({ state: "certified", outcome: "not-adopted", closedAt })).toMatchObject({
      ...{ name: "rest", at: closedAt + 30 * day_ms, rule: "B36" },
    });
    expect(step({ state: "void", closedAt })).toMatchObject({ name: "again", rule: "B36" });
  });
});
