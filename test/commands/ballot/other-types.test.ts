/** Ballots of every type from the draft to the certification, on text, on procedure and on an office; and the verifier on each. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../../../domain/ballot/account.ts";
import {
  castFields,
  givenAnswers,
  givenCertifiedNow,
  givenQuestion,
  givenReady,
  givenSayings,
  openBallot,
  type Sayings,
} from "../../given/ballot.ts";
import { exportOf, verifyData } from "../../given/export.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
let folder: string;
/** Japan's second seat: with it the roll holds nine, as a weighted ballot needs (rule B23). */
let ninth: { id: string; name: string };

const rowOf = async (ballot: string) => {
  const { ballots } = regime.db.t;
  const [row] = await regime.db.read(async (tx) => tx.select().from(ballots).where(eq(ballots.id, ballot)));
  return row!;
};
const accountOf = async (ballot: string) => JSON.parse((await rowOf(ballot)).account!) as Account;

async function verified(reference: string) {
  const verdict = await verifyData(join(folder, "export.json"), await exportOf(regime, reference));
  expect(verdict.output).toContain("Everything holds.");
  expect(verdict).toMatchObject({ exitCode: 0, broken: [] });
}

beforeAll(async () => {
  regime = await givenRegime();
  folder = await mkdtemp(join(tmpdir(), "plenary-types-"));
  const organisation = await regime.done(regime.regimeSecretariat, "register-organisation", {
    name: "Kyoto Photonics",
    kind: "company",
    member: regime.members.JP.id,
  });
  ninth = await regime.done(regime.regimeSecretariat, "create-seat", {
    committee: regime.committee.id,
    member: regime.members.JP.id,
    kind: "industry",
    organisation: organisation.id,
  });
  const holder = await regime.done(regime.regimeSecretariat, "register-person", {
    name: "Second Holder JP",
    email: "second.holder.jp@example.org",
    title: "Expert",
    member: regime.members.JP.id,
    zone: "Asia/Tokyo",
    city: "Tokyo",
  });
  const fields = { person: holder.id, role: "holder", seat: ninth.id } as const;
  await regime.done(regime.regimeSecretariat, "give-role", fields);
}, 120_000);
afterAll(async () => {
  await regime.close();
  await rm(folder, { recursive: true, force: true });
});

const seatIds = () => [...Object.values(regime.seats).map(({ id }) => id), regime.industrySeat.id, ninth.id];
const four = ["Photonics first", "Sensors first", "Software first", "Nothing yet"];
const set = (...options: string[]) => ({ word: "set", set: options });
const places = (...given: (number | "")[]) => ({ word: "ranking", places: given });

type Case = {
  fields: Parameters<typeof givenQuestion>[1];
  days: number;
  sayings: Sayings;
  expected: Partial<Account>;
};

const yesNo: Sayings = {
  CA: "yes",
  FR: "yes",
  JP: "yes",
  NL: "no",
  NO: "yes",
  TW: "abstain",
  US: "yes",
  industry: "yes",
};

const cases: Record<string, () => Case> = {
  "simple-majority": () => ({
    fields: { type: "simple-majority" },
    days: 3,
    sayings: yesNo,
    expected: { outcome: "adopted", failing: [] },
  }),
  "two-thirds": () => ({
    fields: { type: "two-thirds" },
    days: 7,
    sayings: { ...yesNo, US: "no" },
    expected: { outcome: "not-adopted", failing: ["B20"] },
  }),
  consensus: () => ({
    fields: { type: "consensus" },
    days: 14,
    sayings: { CA: "yes", FR: "yes", JP: "yes", NO: "no-objection", US: { word: "discuss", change: "Wait." } },
    expected: { outcome: "not-adopted", failing: ["B16"] },
  }),
  iso: () => ({
    fields: { type: "iso", marks: [{ seat: regime.seats.NL.id, class: "O" }] },
    days: 14,
    sayings: yesNo,
    expected: { outcome: "adopted", failing: [] },
  }),
  weighted: () => ({
    fields: { type: "weighted", marks: seatIds().map((seat, index) => ({ seat, weight: index + 1 })) },
    days: 14,
    sayings: yesNo,
    expected: { outcome: "adopted", weights: { wY: 26, wE: 45 } },
  }),
  approval: () => ({
    fields: { type: "approval", options: four, atMost: 1 },
    days: 7,
    sayings: {
      CA: set(four[0]!, four[1]!),
      FR: set(four[0]!),
      JP: set(four[0]!, four[2]!),
      NL: set(),
      NO: set(four[1]!),
      US: "abstain",
    },
    expected: { outcome: "adopted", adoptedOptions: [four[0]!], voters: 4 },
  }),
  "ranked-irv": () => ({
    fields: { type: "ranked-irv", subject: "office", options: four.join("\r\n") },
    days: 7,
    sayings: {
      CA: places(1, 2, "", ""),
      FR: places(1, "", 2, ""),
      JP: places("", 1, 2, 3),
      NL: places("", 1, "", ""),
      NO: places(2, "", 1, ""),
      TW: "abstain",
    },
    expected: { outcome: "adopted", winner: four[0]! },
  }),
  "ranked-schulze": () => ({
    fields: { type: "ranked-schulze", options: four },
    days: 7,
    sayings: {
      CA: places(1, 1, 2, ""),
      FR: places(1, 2, 3, 4),
      JP: places(2, 1, 1, ""),
      NL: places(1, "", "", ""),
      NO: places(2, 3, 1, 4),
    },
    expected: { outcome: "adopted", winner: four[0]! },
  }),
  "straw-poll": () => ({
    fields: { type: "straw-poll", options: four.slice(0, 2) },
    days: 1,
    sayings: { CA: set(four[0]!), FR: places(1, 1), JP: "abstain" },
    expected: { outcome: "advisory", failing: [] },
  }),
};

describe("a question of the committee", () => {
  it.each(Object.keys(cases))(
    "[B1 B2 T5] %s is drafted, opened, cast, closed and certified, and checks",
    async (type) => {
      const { fields, days, sayings, expected } = cases[type]!();
      const { ballot, reference } = await givenQuestion(regime, fields);
      const record = JSON.parse((await rowOf(ballot)).record!);
      expect(record).toMatchObject({ type, subject: fields.subject ?? "procedure", mode: "RECORDED" });
      expect(Object.keys(record)).not.toEqual(expect.arrayContaining(["textHash"]));
      expect(Object.keys(record)).not.toEqual(expect.arrayContaining(["candidate"]));
      await givenSayings(regime, ballot, sayings);
      await verified(reference);
      await givenCertifiedNow(regime, ballot, days);
      expect(await rowOf(ballot)).toMatchObject({ state: "certified", candidateId: null, versionId: null });
      expect(await accountOf(ballot)).toMatchObject(expected);
      await verified(reference);
      expect(await regime.db.read(async (tx) => tx.select().from(tx.t.recommendations))).toEqual([]);
    },
  );

  it("[B26] freezes the tie order, which is else that of the options, and [B17 B22] class and weight in the roll", async () => {
    const tieOrder = [...four].reverse();
    const drafts = [
      await givenQuestion(regime, { type: "ranked-irv", options: four, tieOrder }),
      await givenQuestion(regime, { type: "ranked-irv", options: four }),
      await givenQuestion(regime, cases.weighted!().fields),
      await givenQuestion(regime, cases.iso!().fields),
    ];
    const [named, plain, weighted, iso] = await Promise.all(
      drafts.map(async ({ ballot }) => JSON.parse((await rowOf(ballot)).record!)),
    );
    expect(named).toMatchObject({ options: four, tieOrder });
    expect(plain).toMatchObject({ options: four, tieOrder: four });
    type Line = { seat: string; class?: string; weight?: number };
    expect(weighted.roll.map((line: Line) => line.weight).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(iso.roll.filter((line: Line) => line.class === "O").map((line: Line) => line.seat)).toEqual(["Netherlands"]);
    expect(plain.roll.some((line: Line) => "class" in line || "weight" in line)).toBe(false);
  });

  const committee = () => regime.committee.id;
  const refusals: [string, string, string, () => Record<string, unknown>][] = [
    ["B1", "a question that is not put", "reason-missing", () => ({ type: "simple-majority", question: "" })],
    ["B1", "options of a type decided by words", "word", () => ({ type: "two-thirds", options: four })],
    ["B1", "no options", "limit", () => ({ type: "approval" })],
    ["B1", "one option", "limit", () => ({ type: "approval", options: ["Only this"] })],
    ["B1", "the same option twice", "word", () => ({ type: "approval", options: ["One", "Two", "One"] })],
    [
      "B1",
      "21 options",
      "limit",
      () => ({ type: "approval", options: Array.from({ length: 21 }, (_, i) => `Nr ${i}`) }),
    ],
    ["B1", "a recommendation without a text", "state", () => ({ type: "recommendation" })],
    ["B1", "a text without a candidate", "state", () => ({ type: "iso", subject: "text" })],
    ["B5", "too short a time", "duration", () => ({ type: "ranked-irv", options: four, days: 6 })],
    ["B23", "weights on a roll of eight", "limit", () => ({ type: "weighted" })],
    ["B24", "more options adopted than there are", "limit", () => ({ type: "approval", options: four, atMost: 5 })],
    ["B24", "a number of options in a ranked ballot", "word", () => ({ type: "ranked-irv", options: four, atMost: 1 })],
    [
      "B26",
      "a tie order that lacks options",
      "word",
      () => ({ type: "ranked-irv", options: four, tieOrder: four.slice(1) }),
    ],
    ["B26", "a tie order for Schulze", "word", () => ({ type: "ranked-schulze", options: four, tieOrder: four })],
    ["B29", "a type chosen by two thirds", "state", () => ({ type: "two-thirds", chosenType: "iso" })],
    ["B29", "a type chosen that adopts no text", "word", () => ({ type: "simple-majority", chosenType: "approval" })],
    ["B17", "no P-member", "limit", () => ({ type: "iso", marks: seatIds().map((seat) => ({ seat, class: "O" })) })],
    [
      "B22",
      "a seat without a weight",
      "limit",
      () => ({ type: "weighted", marks: [{ seat: seatIds()[0], weight: 3 }] }),
    ],
    ["M4", "a mark for another seat", "seat", () => ({ type: "iso", marks: [{ seat: "nobody", class: "P" }] })],
    ["M6", "an office by approval", "state", () => ({ type: "approval", subject: "office", options: four })],
  ];

  it.each(refusals)("[%s] refuses %s", async (rule, what, code, fields) => {
    if (what === "weights on a roll of eight") return refusesWeightsOnEight();
    const before = await rowCounts(regime.db);
    const given = { committee: committee(), question: "How shall we go on?", ...fields() };
    expect(await regime.refused(regime.chair, "draft-ballot", given as never)).toMatchObject({ rule, code });
    expect(await rowCounts(regime.db)).toEqual(before);
  });

  async function refusesWeightsOnEight() {
    const small = await givenRegime();
    const seats = [...Object.values(small.seats).map(({ id }) => id), small.industrySeat.id];
    const marks = seats.map((seat) => ({ seat, weight: 1 }));
    const fields = { committee: small.committee.id, question: "How?", type: "weighted" as const, marks };
    expect(await small.refused(small.chair, "draft-ballot", fields)).toMatchObject({ rule: "B23", code: "limit" });
    await small.close();
  }

  it("[W2 W8] is drafted by the chair and the secretariat, and not there for others", async () => {
    const fields = { committee: committee(), question: "How shall we go on?", type: "simple-majority" } as const;
    expect(await regime.refused(regime.holders.JP, "draft-ballot", fields)).toMatchObject({ code: "role" });
    expect(await regime.refused(regime.reviewers.JP, "draft-ballot", fields)).toMatchObject({ code: "role" });
    const nowhere = { ...fields, committee: "XYZ" };
    expect(await regime.refused(regime.chair, "draft-ballot", nowhere)).toMatchObject({ code: "not-found" });
    await regime.done(regime.secretariat, "draft-ballot", fields);
  });
});

describe("a position on options", () => {
  it("[P1] names options of the ballot, none twice, and no equal places where the type has none", async () => {
    const irv = await givenQuestion(regime, { type: "ranked-irv", options: four });
    const approval = await givenQuestion(regime, { type: "approval", options: four });
    const refused = (ballot: string, fields: object) =>
      regime.refused(regime.holders.JP, "cast-position", { ballot, ...fields } as never);
    for (const [ballot, fields] of [
      [irv.ballot, places(1, 1, "", "")],
      [irv.ballot, set(four[0]!)],
      [irv.ballot, { word: "yes" }],
      [irv.ballot, places(1, 2, 3, 4, 5)],
      [approval.ballot, set("Another")],
      [approval.ballot, set(four[0]!, four[0]!)],
      [approval.ballot, places(1, "", "", "")],
      [approval.ballot, { word: "no" }],
    ] as const)
      expect(await refused(ballot, fields), JSON.stringify(fields)).toMatchObject({ rule: "P1", code: "word" });
    expect(await refused(approval.ballot, { word: "recuse" })).toMatchObject({ rule: "P7", code: "reason-missing" });
  });

  it("[P3 P4 P6] is replaced by a later one, and given back for the same key", async () => {
    const { ballot, reference } = await givenQuestion(regime, { type: "ranked-schulze", options: four });
    const first = { ballot, key: "one", ...places(1, 1, 2, "") };
    const receipt = await regime.done(regime.holders.JP, "cast-position", first);
    expect(receipt.choice).toEqual({ ranking: [[four[0], four[1]], four[2]] });
    expect(await regime.done(regime.holders.JP, "cast-position", { ...first, ...places(4, 3, 2, 1) })).toEqual(receipt);
    const second = await regime.done(regime.holders.JP, "cast-position", {
      ballot,
      key: "two",
      ...places(2, 1, "", ""),
    });
    expect(second).toMatchObject({ sequence: 2, choice: { ranking: [four[1], four[0]] } });
    await verified(reference);
    const changed = await exportOf(regime, reference);
    Object.assign(changed.positions[1]!, { ranking: [four[0], four[1]] });
    expect((await verifyData(join(folder, "changed.json"), changed)).broken).toContain("P3");
  });
});

describe("the text of a candidate", () => {
  it("[B29] is adopted by another type only when a certified question of procedure chose it, [R1] and is then recommended", async () => {
    const candidate = await givenReady(regime);
    const text = { candidate: candidate.id, type: "iso" } as const;
    const before = await rowCounts(regime.db);
    expect(await regime.refused(regime.chair, "draft-ballot", text)).toMatchObject({ rule: "B29", code: "state" });
    const majority = { candidate: candidate.id, type: "simple-majority" } as const;
    const onText = await regime.refused(regime.chair, "draft-ballot", { ...majority, subject: "text" });
    expect(onText).toMatchObject({ rule: "B29", code: "state" });
    expect(await rowCounts(regime.db)).toEqual(before);

    const choosing = await givenQuestion(regime, {
      ...majority,
      subject: "procedure",
      chosenType: "iso",
      question: "",
    });
    expect((await rowOf(choosing.ballot)).question).toContain("iso");
    const free = { CA: "yes", FR: "yes", JP: "yes", NL: "yes", US: "yes" } as const;
    await givenSayings(regime, choosing.ballot, free);
    regime.pass({ days: 3 });
    await regime.byClock("close-ballot", { ballot: choosing.ballot });
    expect(await regime.refused(regime.chair, "draft-ballot", text)).toMatchObject({ rule: "B29" });
    regime.pass({ days: 3 });
    await regime.byClock("certify-ballot", { ballot: choosing.ballot });
    await verified(choosing.reference);

    const iso = await regime.done(regime.chair, "draft-ballot", {
      ...text,
      marks: [{ seat: regime.seats.US.id, class: "O" }],
    });
    const second = await regime.refused(regime.chair, "draft-ballot", { candidate: candidate.id });
    expect(second).toMatchObject({ rule: "C10", code: "limit" });
    await givenAnswers(regime, candidate.id);
    // The ninth seat says nothing of its interests; five working days after it was asked the gate waits no longer.
    regime.pass({ days: 2 });
    await openBallot(regime, iso.id);
    const poll = await givenQuestion(regime, { candidate: candidate.id, subject: "procedure", type: "straw-poll" });
    const { textHash } = (await exportOf(regime, iso.reference)).text!;
    const ruled = await regime.refused(
      regime.holders.NL,
      "cast-position",
      castFields({ ballot: iso.id, textHash: "0" }, "yes"),
    );
    expect(ruled).toMatchObject({ rule: "P2", code: "frozen" });
    await givenSayings(regime, iso.id, { ...free, US: "no" }, textHash);
    await givenSayings(regime, poll.ballot, { JP: "yes" });
    await givenCertifiedNow(regime, iso.id, 14);
    expect(await accountOf(iso.id)).toMatchObject({ outcome: "adopted", failing: [] });
    await verified(iso.reference);
    const made = await regime.db.read(async (tx) => tx.select().from(tx.t.recommendations));
    expect(made.map((one) => one.ballotId)).toEqual([iso.id]);
    const [row] = await regime.db.read(async (tx) => tx.select({ state: tx.t.candidates.state }).from(tx.t.candidates));
    expect(row!.state).toBe("recommended");
  });

  it("[B1 X4] a question of procedure moves no candidate, and a recused seat stays out of it", async () => {
    const candidate = await givenReady(regime, { title: "Another machine" });
    await regime.done(regime.industryHolder, "declare-interest", {
      candidate: candidate.id,
      kind: "employment",
      class: "direct",
      organisation: regime.organisation.id,
      statement: "Works for a maker of such machines.",
    });
    const poll = { candidate: candidate.id, subject: "procedure", type: "approval", options: four } as const;
    const { ballot, reference } = await givenQuestion(regime, poll);
    const own = { ballot, ...set(four[0]!) };
    expect(await regime.refused(regime.industryHolder, "cast-position", own)).toMatchObject({ code: "recused" });
    await givenSayings(regime, ballot, { CA: set(four[1]!) });
    regime.pass({ days: 7 });
    await regime.byClock("close-ballot", { ballot });
    expect(await rowOf(ballot)).toMatchObject({ state: "void", outcome: "void" });
    expect(await accountOf(ballot)).toMatchObject({ failing: ["B12c"], counts: { X: 1, E: 8, P: 1 } });
    await verified(reference);
    const { candidates } = regime.db.t;
    const [row] = await regime.db.read(async (tx) =>
      tx.select().from(candidates).where(eq(candidates.id, candidate.id)),
    );
    expect(row!.state).toBe("ready");
  });
});
