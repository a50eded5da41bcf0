/** A ballot from its opening to its certification with all that the verifier looks at, and the verifier as a process. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findBallot } from "../../db/store/ballot.ts";
import { type BallotExport, ballotExport } from "../../server/record/ballot-export.ts";
import { writeCheckpoint } from "../../server/record/checkpoints.ts";
import { ballotRow, castFields, closeAtItsTime, givenOpen, givenPositions, recordedFields } from "./ballot.ts";
import type { Regime } from "./regime.ts";

const verifier = fileURLToPath(new URL("../../verifier/verify.mjs", import.meta.url));

/** A Discuss, its answer and renewal, an extension, a recused seat, a position replaced; then closed and certified by the clock. */
export async function givenCertified(regime: Regime) {
  const open = await givenOpen(regime);
  const { ballot } = open;
  await regime.done(regime.industryHolder, "declare-interest", {
    candidate: open.candidate.id,
    kind: "employment",
    class: "direct",
    organisation: regime.organisation.id,
    statement: "Works for a maker of such machines.",
  });
  const early = (await writeCheckpoint(regime.context))!;
  const discuss = { reason: "The threshold is set too low.", clause: "c2", change: "Say 64." };
  await regime.done(regime.holders.NL, "cast-position", castFields(open, "discuss", discuss));
  regime.pass({ days: 1 });
  await regime.done(regime.holders.NO, "answer-discuss", { ballot, seat: regime.seats.NL.id, text: "It is not." });
  regime.pass({ days: 1 });
  await regime.done(regime.holders.NL, "renew-discuss", { ballot, seat: regime.seats.NL.id, text: "It is." });
  await regime.byTwo(regime.chair, "extend-ballot", { ballot, hours: 24 });
  await givenPositions(regime, open, { CA: "yes", FR: "no-objection", JP: "yes", NO: "yes", TW: "abstain", US: "no" });
  const { receipt } = await regime.done(regime.alternates.US, "cast-position", castFields(open, "yes"));
  regime.pass({ days: 15 });
  await regime.byClock("close-ballot", { ballot });
  regime.pass({ days: 3 });
  await regime.byClock("certify-ballot", { ballot });
  return { ...open, early, receipt };
}

export async function exportOf(regime: Regime, reference: string, since: number[] = []): Promise<BallotExport> {
  const checkpoint = (await writeCheckpoint(regime.context))!;
  return regime.db.read(async (tx) => ballotExport(tx, (await findBallot(tx, reference))!, checkpoint, since));
}

export type Verdict = { exitCode: number; output: string; fault: string; broken: string[] };

/** Runs the verifier on a file; `broken` are the rules that it names. */
export function verify(file: string, ...options: string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile(process.execPath, [verifier, file, ...options], (problem, output, fault) => {
      const broken = [...output.matchAll(/^BROKEN {2}(\w+)/gm)].map(([, rule]) => rule!);
      resolve({ exitCode: problem === null ? 0 : Number(problem.code), output, fault, broken });
    });
  });
}

export async function verifyData(file: string, data: unknown, ...options: string[]): Promise<Verdict> {
  await writeFile(file, JSON.stringify(data));
  return verify(file, ...options);
}

/**
 * All that one person does in a ballot's life, with its certification: positions recorded, one disputed while it is open and one
 * after the close; a Discuss overridden; an explanation; an outage that moves the close; a challenge, supported and answered.
 */
export async function givenEventful(regime: Regime) {
  const open = await givenOpen(regime);
  const { ballot } = open;
  const { seats, holders } = regime;
  await regime.done(regime.secretariat, "record-position", recordedFields(regime, open, "JP", "yes"));
  const objected = recordedFields(regime, open, "TW", "no", { reason: "Said to be too low." });
  const first = await regime.done(regime.chair, "record-position", objected);
  await regime.done(holders.TW, "dispute-position", { ballot, sequence: first.sequence, reason: "We said yes." });
  const later = await regime.done(regime.viceChair, "record-position", recordedFields(regime, open, "US", "yes"));
  await givenPositions(regime, open, { CA: "yes", FR: "yes", NO: "yes", TW: "yes" });
  await regime.done(regime.industryHolder, "cast-position", castFields(open, "yes"));
  const discuss = { reason: "The threshold is set too low.", clause: "c2", change: "Say 64." };
  await regime.done(holders.NL, "cast-position", castFields(open, "discuss", discuss));
  await regime.done(holders.JP, "explain-position", { ballot, text: "For this year only." });
  regime.pass({ days: 1 });
  const about = { ballot, seat: seats.NL.id };
  await regime.done(regime.chair, "announce-override", { ...about, text: "It blocks alone." });
  for (const code of ["CA", "FR", "JP", "NO", "TW"] as const)
    await regime.done(holders[code], "give-override-voice", { ...about, voice: "for" });
  await regime.done(holders.US, "give-override-voice", { ...about, voice: "for" });
  await regime.done(holders.US, "give-override-voice", { ...about, voice: "against" });
  regime.pass({ days: 2 });
  await regime.done(regime.viceChair, "decide-override", about);
  const { closesAt } = await ballotRow(regime, ballot);
  const hour_ms = 3_600_000;
  regime.pass({ ms: closesAt! - (await regime.now()) - hour_ms });
  const [from, to] = [closesAt! - 3 * hour_ms, closesAt! - 2 * hour_ms].map((at) => new Date(at).toISOString());
  await regime.done(regime.regimeSecretariat, "record-outage", { from: from!, to: to!, reason: "No power." });
  await regime.byClock("apply-outage", { ballot });
  await closeAtItsTime(regime, ballot);
  await regime.done(holders.US, "dispute-position", { ballot, sequence: later.sequence, reason: "Nobody said so." });
  await regime.done(holders.JP, "challenge-ballot", { ballot, rule: "M4", fact: "The roll lacks a seat." });
  await regime.done(holders.NO, "support-challenge", { ballot });
  await regime.done(regime.viceChair, "answer-challenge", { ballot, text: "No seat was filled later." });
  regime.pass({ days: 3 });
  await regime.byClock("certify-ballot", { ballot });
  return open;
}
