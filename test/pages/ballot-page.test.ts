/** What the pages of ballots answer, to whom, at each stage. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { ballotPage } from "../../server/queries/ballot/ballot-page.ts";
import { ballotsPage } from "../../server/queries/ballot/ballots-page.ts";
import { castFields, givenAnswers, givenDrafted, givenPositions, openBallot } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let drafted: Awaited<ReturnType<typeof givenDrafted>>;
let textHash = "";

const pageFor = async (who: Actor) => {
  const page = await ballotPage(regime.context, who, { ballot: "qtac-b-1" });
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};
const listFor = async (who: Actor, params = {}) => {
  const page = await ballotsPage(regime.context, who, params);
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
};

beforeAll(async () => {
  regime = await givenRegime();
  drafted = await givenDrafted(regime);
});
afterAll(() => regime?.close());

describe("before the opening", () => {
  it("[B4] shows each line of the gate with where it is mended", async () => {
    const page = await pageFor(regime.chair);
    const lines = new Map(page.readiness!.lines.map((line) => [line.name, line]));
    expect(lines.get("interests")).toMatchObject({ met: false, count: 0, of: 8 });
    expect(lines.get("interests")!.to).toBe("/candidates/qtac-2026-001#interests");
    expect(lines.get("interests")!.at).toBeGreaterThan(await regime.now());
    for (const name of ["state", "version", "faults", "comments", "reopening", "scope"] as const)
      expect(lines.get(name)).toMatchObject({ met: true });
    expect(page.may["open-ballot"]).toMatchObject({ rule: "B4" });
    expect(page.result).toBeNull();
    expect(page.version!.words).toHaveLength(6);
    textHash = page.version!.textHash;
  });

  it("[P8] answers whether the reader may vote on it", async () => {
    expect(await pageFor(regime.holders.JP)).toMatchObject({ mayVote: null, form: { seat: "Japan" } });
    expect(await pageFor(regime.secretariat)).toMatchObject({ mayVote: { code: "role" }, form: null });
    expect(await pageFor(regime.observer)).toMatchObject({ mayVote: { code: "seat" }, form: null });
    expect((await pageFor(regime.holders.JP)).may["cast-position"]).toMatchObject({ code: "state" });
  });

  it("[W2] is not there for those outside the committee", async () => {
    for (const who of [regime.stranger, { kind: "public" } as const])
      expect(await ballotPage(regime.context, who, { ballot: "qtac-b-1" })).toMatchObject({ code: "not-found" });
    expect(await ballotPage(regime.context, regime.chair, { ballot: "qtac-b-9" })).toMatchObject({ code: "not-found" });
    expect((await listFor(regime.stranger)).rows).toEqual([]);
  });
});

describe("while it is open", () => {
  beforeAll(async () => {
    await givenAnswers(regime, drafted.candidate.id);
    await openBallot(regime, drafted.ballot);
    await givenPositions(regime, { ballot: drafted.ballot, textHash }, { CA: "yes", FR: "yes", JP: "no-objection" });
    const discuss = { reason: "Too low.", clause: "c2", change: "Say 100." };
    await regime.done(regime.holders.NL, "cast-position", castFields({ ...drafted, textHash }, "discuss", discuss));
  });

  it("[B34] shows each condition with both sides, and in a sentence what is missing", async () => {
    const page = await pageFor(regime.holders.US);
    const conditions = new Map(page.result!.conditions.map((one) => [one.id, one]));
    expect(conditions.get("B13")).toMatchObject({ left: 9, relation: "≥", right: 16, met: false });
    expect(conditions.get("B16")).toMatchObject({ left: 1, relation: "=", right: 0, met: false });
    expect(page.result!.missing).toBe(
      "To pass, three more seats must say yes or no objection, one of them must say yes, and the Discuss of Netherlands must be cleared or overridden before the close.",
    );
    expect(page.result!.lines).toHaveLength(8);
    expect(page.result!.lines.find((line) => line.own)).toMatchObject({ seat: "United States", countedAs: "none" });
    expect(page.turnout).toBe(4);
  });

  it("[P7] shows a Discuss with its clause, what would clear it, and who may answer it", async () => {
    const [discuss] = (await pageFor(regime.holders.NO)).result!.discusses;
    expect(discuss).toMatchObject({
      seat: "Netherlands",
      nid: "c2",
      change: "Say 100.",
      state: "open",
      lapsesAt: null,
    });
    expect(discuss!.may["answer-discuss"]).toBeNull();
    expect(discuss!.may["renew-discuss"]).toMatchObject({ code: "seat" });
    const [forOther] = (await pageFor(regime.holders.JP)).result!.discusses;
    expect(forOther!.may["answer-discuss"]).toMatchObject({ code: "seat", rule: "P15" });
  });

  it("says what each word of the reader would change", async () => {
    const page = await pageFor(regime.holders.US);
    const outlook = new Map(page.form!.outlook.map((one) => [one.word, one]));
    expect(outlook.get("yes")!.sentence).toContain("two more seats must say yes or no objection");
    expect(outlook.get("abstain")!.sentence).toContain("three more seats");
    expect([...outlook.values()].every((one) => !one.refused)).toBe(true);
    const forNetherlands = (await pageFor(regime.holders.NL)).form!.outlook;
    expect(forNetherlands.find((one) => one.word === "discuss")).toMatchObject({ refused: true });
  });

  it("[B38] keeps positions from government reviewers until the result is certified; turnout they see", async () => {
    const page = await pageFor(regime.reviewers.JP);
    expect(page).toMatchObject({ result: null, unseen: { rule: "B38" }, turnout: 4, form: null });
    expect(JSON.stringify(page)).not.toContain("Say 100.");
  });

  it("lists the ballot with what the reader's seat said", async () => {
    expect((await listFor(regime.holders.JP)).rows).toMatchObject([
      { reference: "QTAC/B/1", state: "open", turnout: 4, roll: 8, own: { seat: "Japan", word: "no-objection" } },
    ]);
    expect((await listFor(regime.holders.US, { states: ["open"] })).rows[0]!.own).toMatchObject({ word: null });
    expect((await listFor(regime.holders.US, { states: ["void"] })).rows).toEqual([]);
    expect((await listFor(regime.holders.US, { committee: "other" })).rows).toEqual([]);
  });
});

describe("after the close", () => {
  it("[B35] shows the stored account, and to reviewers too once it is certified", async () => {
    const { closesAt } = (await pageFor(regime.chair)).ballot;
    regime.pass({ ms: closesAt! - (await regime.now()) });
    await regime.byClock("close-ballot", { ballot: drafted.ballot });
    const page = await pageFor(regime.holders.US);
    expect(page.ballot).toMatchObject({ state: "closed", outcome: "not-adopted" });
    expect(page.result).toMatchObject({ outcome: "not-adopted", failing: ["B13", "B14", "B16"], missing: null });
    expect(page.result!.positionsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(page.may["cast-position"]).toMatchObject({ code: "late" });
    expect((await pageFor(regime.reviewers.JP)).result).toBeNull();
    regime.pass({ hours: 72 });
    await regime.byClock("certify-ballot", { ballot: drafted.ballot });
    expect((await pageFor(regime.reviewers.JP)).result).toMatchObject({ outcome: "not-adopted" });
  });
});
