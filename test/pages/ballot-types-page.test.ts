/** What the pages of ballots of other types answer: the draft's fields by type, the form, the result, the list, the desk. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { ballotPage } from "../../server/queries/ballot/ballot-page.ts";
import { ballotsPage } from "../../server/queries/ballot/ballots-page.ts";
import { type NewBallotParams, newBallotPage } from "../../server/queries/ballot/new-ballot-page.ts";
import { deskPage } from "../../server/queries/desk/desk-page.ts";
import { givenQuestion, givenReady, givenSayings } from "../given/ballot.ts";
import { givenRegime, type Regime } from "../given/regime.ts";

let regime: Regime;
let candidate: Awaited<ReturnType<typeof givenReady>>;
beforeAll(async () => {
  regime = await givenRegime();
  candidate = await givenReady(regime);
});
afterAll(() => regime?.close());

function shown<Page extends object>(page: Page | Refusal): Page {
  if (isRefusal(page)) throw new Error(page.reason);
  return page;
}

const newFor = async (who: Actor, params: NewBallotParams) => shown(await newBallotPage(regime.context, who, params));
const pageFor = async (who: Actor, ballot: string) => shown(await ballotPage(regime.context, who, { ballot }));

describe("drafting", () => {
  it("[B29 M6] offers for a text only its recommendation, and offices to the committee alone", async () => {
    const ofText = await newFor(regime.chair, { candidate: candidate.id });
    expect(ofText.kinds.filter((one) => one.subject === "text")).toEqual([{ subject: "text", type: "recommendation" }]);
    expect(ofText.kinds.some((one) => one.subject === "office")).toBe(false);
    const ofCommittee = await newFor(regime.secretariat, { committee: "QTAC" });
    const offices = ofCommittee.kinds.filter((one) => one.subject === "office").map((one) => one.type);
    expect(offices).toEqual(["two-thirds", "ranked-irv", "straw-poll"]);
    expect(ofCommittee.kinds.some((one) => one.type === "recommendation")).toBe(false);
  });

  it("[B5 B17 B22 B24 B26] has the fields of the type", async () => {
    const chosen = async (type: string, params: NewBallotParams = { committee: "QTAC" }) =>
      (await newFor(regime.chair, { ...params, ask: `procedure:${type}` })).chosen;
    expect(await chosen("approval")).toMatchObject({ days: 7, atMost: true, tieOrder: false, marks: null });
    expect(await chosen("ranked-irv")).toMatchObject({
      tieOrder: true,
      options: { least: 2, most: 20, required: true },
    });
    expect((await chosen("weighted"))!.marks).toMatchObject({ kind: "weight" });
    expect((await chosen("iso"))!.marks!.seats).toHaveLength(8);
    expect(await chosen("straw-poll")).toMatchObject({ days: 1, options: { required: false } });
    expect((await chosen("simple-majority"))!.chosenTypes).toEqual([]);
    const ofCandidate = await chosen("simple-majority", { candidate: candidate.id });
    expect(ofCandidate!.chosenTypes).toEqual(["iso", "two-thirds", "consensus", "weighted"]);
    expect(await chosen("recommendation")).toBeNull();
  });

  it("[W2] shows others why they may not, and those outside nothing", async () => {
    expect((await newFor(regime.holders.JP, { committee: "QTAC" })).may).toMatchObject({ code: "role", rule: "B1" });
    for (const params of [{ committee: "QTAC" }, { candidate: candidate.id }, { committee: "XYZ" }, {}])
      expect(await newBallotPage(regime.context, regime.stranger, params)).toMatchObject({ code: "not-found" });
  });
});

describe("a ballot about options", () => {
  const four = ["Photonics", "Sensors", "Software", "None"];

  it("[B24 B38] shows approvals, what each seat chose, and what is missing", async () => {
    const { ballot, reference } = await givenQuestion(regime, { type: "approval", options: four });
    const before = await pageFor(regime.holders.JP, ballot);
    expect(before.ballot).toMatchObject({ subject: "procedure", options: four, equalPlaces: false });
    expect(before).toMatchObject({ candidate: null, version: null, clauses: [], since: null, readiness: null });
    expect(before.form!.outlook.map((one) => one.word)).toEqual(["abstain", "recuse"]);
    await givenSayings(regime, ballot, {
      CA: { word: "set", set: [four[0]!] },
      FR: { word: "set", set: [four[0]!, four[1]!] },
      NO: { word: "set", set: [four[2]!] },
    });
    const page = await pageFor(regime.holders.CA, ballot);
    expect(page.result!.type).toMatchObject({
      approvals: { Photonics: 2, Sensors: 1, Software: 1, None: 0 },
      voters: 3,
    });
    expect(page.result!.missing).toBe("To pass, two more seats must take a position.");
    const lines = new Map(page.result!.lines.map((line) => [line.seat, line]));
    expect(lines.get("France")).toMatchObject({ word: "set", countedAs: "set", choice: { set: [four[0], four[1]] } });
    expect(await pageFor(regime.reviewers.JP, ballot)).toMatchObject({ result: null, unseen: { code: "role" } });
    const list = shown(await ballotsPage(regime.context, regime.holders.CA, {}));
    const row = list.rows.find((one) => one.reference === reference)!;
    expect(row).toMatchObject({ type: "approval", technology: null, own: { seat: "Canada", word: "set" } });
    expect(list.drafts).toEqual(["QTAC"]);
    expect(shown(await ballotsPage(regime.context, regime.holders.JP, {})).drafts).toEqual([]);
  });

  it("[B6] waits on the desk of each seat that has said nothing", async () => {
    const { ballot, reference } = await givenQuestion(regime, {
      type: "ranked-schulze",
      options: four,
      question: "Which?",
    });
    const slug = reference.toLowerCase().replaceAll("/", "-");
    const dutyOf = async (who: Actor) =>
      shown(await deskPage(regime.context, who, {})).duties.find((duty) => duty.to === `/ballots/${slug}`);
    expect(await dutyOf(regime.holders.JP)).toMatchObject({ kind: "take-position", title: "Which?" });
    await givenSayings(regime, ballot, { JP: { word: "ranking", places: [1, 1, 2, ""] } });
    expect(await dutyOf(regime.holders.JP)).toBeUndefined();
    expect((await pageFor(regime.holders.JP, ballot)).result!.type.order).toHaveLength(3);
  });

  it("[B17 B22] a seat is shown with its class", async () => {
    const marks = [{ seat: regime.seats.NL.id, class: "O" as const }];
    const { ballot } = await givenQuestion(regime, { type: "iso", marks });
    const { result } = await pageFor(regime.holders.JP, ballot);
    expect(result!.lines.find((line) => line.seat === "Netherlands")).toMatchObject({ class: "O", weight: null });
    expect(result!.conditions.find((one) => one.id === "B17")).toMatchObject({
      further: { joinedBy: "and", right: 1 },
    });
    expect(result!.missing).toContain("P-member");
  });
});
