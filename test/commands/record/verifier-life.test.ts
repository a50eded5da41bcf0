/** The verifier on a ballot with all that one person does in its life: it holds, and names what was changed. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BallotExport } from "../../../server/record/ballot-export.ts";
import { exportOf, givenEventful, verifyData } from "../../given/export.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
let folder: string;
let data: BallotExport;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  regime = await givenRegime();
  folder = await mkdtemp(join(tmpdir(), "plenary-verifier-life-"));
  const { reference } = await givenEventful(regime);
  data = await exportOf(regime, reference);
}, 120_000);
afterAll(async () => {
  await regime.close();
  await rm(folder, { recursive: true, force: true });
});

test("[T5 P9 P10 P17 P21 B44 B47] an eventful ballot that nobody touched holds", async () => {
  const verdict = await verifyData(at("whole.json"), data);
  expect(verdict.output).toContain("Everything holds.");
  expect(JSON.parse(data.ballot.account!)).toMatchObject({
    outcome: "adopted",
    counts: { R: 8, X: 0, E: 8, Y: 6, O: 0, D: 0, N: 1, A: 0, S: 1 },
  });
  expect(data.replaced).toHaveLength(1);
  expect(data.outages).toHaveLength(1);
});

type Change = (changed: BallotExport) => void;
type Positioned = BallotExport["positions"][number] & { evidence?: string; disputedAt?: string; disputedBy?: string };

const event = (changed: BallotExport, type: string) => changed.events.find((one) => one.type === type)!;
const recorded = (changed: BallotExport, code: "JP" | "US" | "TW") =>
  changed.positions.find(
    (one) => one.seatId === regime.seats[code].id && one.recordedBy !== one.personId,
  ) as Positioned;
/** Takes out the minutes that hold all these words. */
const without = (...words: string[]): Change => {
  return (changed) => {
    changed.minutes = changed.minutes.filter(({ body }) => !words.every((word) => body.includes(word)));
  };
};
const role = (name: string) => [`"type":"role-given"`, `"role":"${name}"`];

describe("an eventful ballot that was changed", () => {
  const changes: [string, string, Change][] = [
    ["P9", "the evidence", (changed) => Object.assign(recorded(changed, "JP"), { evidence: "By telephone." })],
    [
      "P9",
      "who recorded it",
      (changed) => Object.assign(recorded(changed, "JP"), { recordedBy: recorded(changed, "JP").personId }),
    ],
    ["P9", "the office of who recorded it", (changed) => without(...role("secretariat"))(changed)],
    ["P10", "a dispute less", (changed) => void delete recorded(changed, "TW").disputedAt],
    [
      "P10",
      "a dispute more",
      (changed) =>
        Object.assign(recorded(changed, "JP"), {
          disputedAt: recorded(changed, "TW").disputedAt,
          disputedBy: regime.holders.JP.personId,
        }),
    ],
    ["P10", "who disputed", (changed) => Object.assign(recorded(changed, "TW"), { disputedBy: "somebody" })],
    ["B34", "a dispute after the close less", (changed) => void delete recorded(changed, "US").disputedAt],
    ["B34", "the account before the dispute", (changed) => void changed.replaced.pop()],
    ["P17", "who said for", (changed) => Object.assign(event(changed, "override").values, { for: ["Canada"] })],
    [
      "P17",
      "when it was announced",
      (changed) => Object.assign(event(changed, "announce"), { at: event(changed, "override").at }),
    ],
    ["P17", "a voice", (changed) => Object.assign(event(changed, "voice").values, { voice: "against" })],
    [
      "P17",
      "a voice less",
      (changed) => void changed.events.splice(changed.events.indexOf(event(changed, "voice")), 1),
    ],
    ["P21", "an explanation", (changed) => Object.assign(event(changed, "explain").values, { text: "Always." })],
    ["B44", "what was challenged", (changed) => Object.assign(event(changed, "challenge").values, { rule: "B13" })],
    [
      "B44",
      "the answer",
      (changed) => {
        changed.events = changed.events.filter((one) => one.type !== "answer-challenge");
        without('"type":"challenge-answered"')(changed);
      },
    ],
    ["B47", "an outage longer", (changed) => Object.assign(changed.outages[0]!, { to: data.ballot.closedAt })],
    ["B47", "who recorded the outage", without('"type":"outage-recorded"')],
    [
      "B6",
      "no outage: it closed late",
      (changed) => {
        changed.outages = [];
      },
    ],
  ];

  test.each(changes)("[T5] %s is named: %s", async (rule, _, change) => {
    const changed = structuredClone(data);
    change(changed);
    const verdict = await verifyData(at("changed.json"), changed);
    expect(verdict.broken, verdict.output).toContain(rule);
    expect(verdict.exitCode).toBe(1);
  });
});
