/** The verifier opens a sealed ballot by itself from the export, and names what was changed. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportOf, verifyData } from "../../given/export.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";
import {
  givenSealedOpen,
  givenSealedPositions,
  givenUnsealed,
  type SealedBallot,
  sealedFields,
} from "../../given/sealing.ts";

let regime: Regime;
let ballot: SealedBallot;
let exported: Awaited<ReturnType<typeof exportOf>>;
const file = () => join(regime.folder, "sealed.json");

beforeAll(async () => {
  regime = await givenRegime();
  ballot = await givenSealedOpen(regime);
  await givenSealedPositions(regime, ballot, {
    CA: "yes",
    FR: "no-objection",
    JP: "yes",
    NL: "no",
    NO: "yes",
    TW: "abstain",
  });
  await givenSealedPositions(regime, ballot, { NL: "yes" });
  const strange = await sealedFields(ballot, regime.seats.JP.id, { word: "no" }, { reason: "Not mine." });
  await regime.done(regime.holders.US, "cast-sealed-position", { ...strange, seat: regime.seats.US.id });
  await givenUnsealed(regime, ballot);
  regime.pass({ hours: 73 });
  await regime.byClock("certify-ballot", { ballot: ballot.ballot });
  exported = await exportOf(regime, ballot.reference);
}, 120_000);
afterAll(() => regime.close());

test("[B39 B34 T5] everything of an unsealed ballot holds, from its export alone", async () => {
  const verdict = await verifyData(file(), exported);
  expect(verdict.output).toContain("Everything holds.");
  expect(verdict).toMatchObject({ exitCode: 0, broken: [], fault: "" });
  expect(verdict.output).toContain("every position is what its envelope says");
});

type Data = {
  positions: { word: string; reason: string }[];
  unsealing: {
    privateKey: string;
    used: number[];
    shares: { number: number; share: string }[];
    envelopes: { sealed: string }[];
  };
};

test.each<[string, (data: Data) => void, string]>([
  [
    "a word that its envelope does not say",
    (data) => {
      data.positions[0]!.word = "no";
    },
    "B39",
  ],
  [
    "a reason that its envelope does not give",
    (data) => {
      data.positions[1]!.reason = "Other.";
    },
    "B39",
  ],
  [
    "an envelope in another's place",
    (data) => {
      data.unsealing.envelopes[0]!.sealed = data.unsealing.envelopes[1]!.sealed;
    },
    "B39",
  ],
  [
    "an envelope in another's place, by its minute",
    (data) => {
      data.unsealing.envelopes[0]!.sealed = data.unsealing.envelopes[1]!.sealed;
    },
    "P3",
  ],
  [
    "a share that was not given",
    (data) => {
      data.unsealing.shares[0]!.share = data.unsealing.shares[1]!.share;
    },
    "B39",
  ],
  [
    "fewer shares than are needed",
    (data) => {
      data.unsealing.used = data.unsealing.used.slice(1);
    },
    "B39",
  ],
  [
    "another private key",
    (data) => {
      data.unsealing.privateKey = Buffer.alloc(32, 1).toString("base64");
    },
    "B39",
  ],
])("[B39] %s is named", async (_, change, rule) => {
  const data = structuredClone(exported) as unknown as Data;
  change(data);
  const { exitCode, broken } = await verifyData(file(), data);
  expect(exitCode).toBe(1);
  expect(broken).toContain(rule);
});
