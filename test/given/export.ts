/** A ballot from its opening to its certification with all that the verifier looks at, and the verifier as a process. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findBallot } from "../../db/store/ballot.ts";
import { type BallotExport, ballotExport } from "../../server/record/ballot-export.ts";
import { writeCheckpoint } from "../../server/record/checkpoints.ts";
import { castFields, givenOpen, givenPositions } from "./ballot.ts";
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
