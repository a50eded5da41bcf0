/** A secret straw poll: what its election is set up from, and how the result comes back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBallot } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import {
  electionCountsCheck,
  electionTemplate,
  readElectionResult,
  secretAccount,
} from "../../../domain/ballot/secret-bridge.ts";
import { isRefusal } from "../../../domain/refusal.ts";
import { fsck } from "../../../server/command-line/fsck.ts";
import { queries } from "../../../server/queries.ts";
import { castFields, givenDrafted, openBallot } from "../../given/ballot.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
}, 120_000);
afterAll(() => regime.close());

const result = (...counts: unknown[]) => JSON.stringify({ result: [counts] });

test("[B43] a result reads only as the counts of its one question, blank votes first", () => {
  expect(readElectionResult(result(1, 4, 2), 2, 7)).toEqual({ ballots: 7, blank: 1, votes: [4, 2] });
  const agreed = JSON.stringify({ num_tallied: 7, result: [[1, 4, 2]], partial_decryptions: [] });
  expect(readElectionResult(agreed, 2, 7)).toMatchObject({ ballots: 7 });
  const wrong: [string, number][] = [
    ["no JSON", 7],
    ["null", 7],
    [JSON.stringify({ result: [] }), 7],
    [
      JSON.stringify({
        result: [
          [1, 4, 2],
          [1, 4, 2],
        ],
      }),
      7,
    ],
    [result(4, 2), 7],
    [result(1, -4, 2), 7],
    [result(1, 4.5, 2), 7],
    [result(1, 9, 2), 7],
    [JSON.stringify({ num_tallied: 6, result: [[1, 4, 2]] }), 7],
  ];
  for (const [text, ballots] of wrong)
    expect([text, readElectionResult(text, 2, ballots)]).toMatchObject([text, { code: "malformed", rule: "B43" }]);
});

test("[B43] no more ballots than seats, and as many votes as the ballots can give", () => {
  const counts = (ballots: number, blank: number, ...votes: number[]) => ({ ballots, blank, votes });
  expect(isRefusal(electionCountsCheck(counts(7, 1, 4, 2), 8, 1))).toBe(false);
  expect(electionCountsCheck(counts(9, 1, 5, 3), 8, 1)).toMatchObject({ code: "limit", field: "ballots" });
  expect(electionCountsCheck(counts(7, 1, 4, 1), 8, 1)).toMatchObject({ code: "malformed" });
  expect(electionCountsCheck(counts(7, 1, 4, 3), 8, 1)).toMatchObject({ code: "malformed" });
  expect(isRefusal(electionCountsCheck(counts(7, 1, 6, 6), 8, 2))).toBe(false);
});

test("[B30 B43] with options each answer has its approvals, and the outcome advises", () => {
  const roll = ["S1", "S2", "S3", "S4", "S5"].map((seat) => ({ seat }));
  const account = secretAccount(
    {
      ...{
        type: "straw-poll",
        mode: "SECRET",
        opensAt: 0,
        closesAt: 1,
        roll,
        recused: ["S5"],
        positions: [],
        events: [],
      },
      options: ["A", "B"],
    },
    { ballots: 3, blank: 1, votes: [2, 1] },
  );
  expect(account).toMatchObject({
    outcome: "advisory",
    approvals: { A: 2, B: 1 },
    counts: { R: 5, X: 1, E: 4, P: 3, A: 1, S: 1 },
  });
  const template = electionTemplate({
    reference: "QTAC/B/1",
    question: "Which?",
    options: ["A", "B"],
    rollSize: 5,
    identity: "f",
  });
  expect(template.questions).toEqual([{ question: "Which?", answers: ["A", "B"], blank: true, min: 1, max: 2 }]);
});

test("[B43 B44] question and roll size go out, nothing is cast here, and the result comes back as the account", async () => {
  const { ballot: onText, candidate } = await givenDrafted(regime);
  const noPoll = await regime.refused(regime.chair, "bridge-ballot", { ballot: onText });
  expect(noPoll).toMatchObject({ code: "state", rule: "B43" });
  const poll = { candidate: candidate.id, subject: "procedure", type: "straw-poll", days: 14 } as const;
  const { id: ballot, reference } = await regime.done(regime.chair, "draft-ballot", {
    ...poll,
    question: "Is 34 too low?",
  });
  await regime.done(regime.chair, "bridge-ballot", { ballot });
  await openBallot(regime, ballot);
  const row = () => regime.db.read(async (tx) => (await findBallot(tx, ballot))!);
  const cast = castFields({ ballot, textHash: "" }, "yes");
  expect(await regime.refused(regime.holders.JP, "cast-position", cast)).toMatchObject({ code: "state", rule: "B43" });
  const file = await queries.secretTemplateFile(regime.context, regime.holders.JP, { ballot: reference });
  const template = JSON.parse((file as { characters: string }).characters) as {
    description: string;
    questions: object[];
  };
  expect(template.questions).toMatchObject([{ answers: ["yes", "no"], blank: true, min: 1, max: 1 }]);
  expect(template.description).toContain("8 seats");
  const fields = {
    ballot,
    url: "https://vote.example/elections/abc",
    fingerprint: "A".repeat(43),
    ballots: 7,
    result: result(1, 4, 2),
  };
  expect(await regime.refused(regime.secretariat, "record-secret-result", fields)).toMatchObject({ code: "state" });
  regime.pass({ days: 15 });
  await regime.byClock("close-ballot", { ballot });
  expect(await row()).toMatchObject({ state: "closed", account: null, dueAt: null });
  const refused = (more: object) => regime.refused(regime.secretariat, "record-secret-result", { ...fields, ...more });
  expect(await refused({ url: "http://vote.example" })).toMatchObject({ code: "malformed", field: "url" });
  expect(await refused({ ballots: 9, result: result(3, 4, 2) })).toMatchObject({ code: "limit", field: "ballots" });
  expect(await refused({ result: result(1, 2, 2) })).toMatchObject({ code: "malformed" });
  expect(await regime.done(regime.secretariat, "record-secret-result", fields)).toMatchObject({ outcome: "advisory" });
  expect(accountOf(await row())!.counts).toEqual({ R: 8, X: 0, E: 8, Y: 4, O: 0, D: 0, N: 2, A: 1, S: 1 });
  expect(await refused({})).toMatchObject({ code: "state", rule: "B43" });
  const { unsealedAt, dueAt } = await row();
  expect(dueAt).toBe(unsealedAt! + 72 * 3_600_000);
  expect(await fsck(regime.db)).toMatchObject({ ok: true, faults: [] });
});
