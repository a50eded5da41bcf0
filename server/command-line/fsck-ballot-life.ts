/** What `plenary fsck` looks at in what happened to ballots beside positions: evidence, disputes, accounts replaced, outages. */
import { asc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import { type Ballot, loadPositions } from "../../db/store/ballot.ts";
import { accountHash } from "../../db/store/ballot-account.ts";
import { loadBallotOutages, loadDisputes, loadEvidence, loadReplacedAccounts } from "../../db/store/ballot-life.ts";
import { writeInstant } from "../../domain/instant.ts";
import type { MinuteValue } from "../../domain/record/minute.ts";
import { sha256 } from "../freeze-head.ts";
import type { Check } from "./fsck.ts";
import { findingsOf } from "./fsck-found.ts";

type Told = { sequence: number; type: string; at: number; values: Record<string, MinuteValue> };
type Wrong = (detail: string) => void;

/** Minutes that may name an account: a sealed or secret ballot has it after its close. */
const accountMinutes = [
  "ballot-closed",
  "ballot-unsealed",
  "ballot-unsealing-missed",
  "secret-result-recorded",
  "position-disputed",
];

/** Every row of a ballot's life is that of its minute, and each minute has its row. */
const checkBallotLife: Check = async (tx, find) => {
  const { ballots, minutes } = tx.t;
  const opened = await tx.select().from(ballots).where(isNotNull(ballots.record)).orderBy(asc(ballots.id));
  for (const ballot of opened) {
    const rows = await tx.select().from(minutes).where(eq(minutes.objectId, ballot.id)).orderBy(asc(minutes.sequence));
    const of = (...types: string[]) => (rows as Told[]).filter(({ type }) => types.includes(type));
    const wrong = (detail: string) => find("ballot", ballot.reference, detail);
    await checkRecorded(tx, ballot, of("position-recorded"), of("position-disputed"), wrong);
    await checkAccounts(tx, ballot, of(...accountMinutes), wrong);
    await checkOutages(tx, ballot, of("close-moved"), wrong);
  }
  return opened.length;
};

async function checkRecorded(
  tx: Reader,
  ballot: Ballot,
  recorded: Told[],
  disputed: Told[],
  wrong: Wrong,
): Promise<void> {
  const evidence = await loadEvidence(tx, ballot.id);
  const disputes = await loadDisputes(tx, ballot.id);
  const byOthers = (await loadPositions(tx, ballot.id)).filter((row) => row.recordedBy !== row.personId);
  for (const { id, sequence } of byOthers) {
    const told = recorded.find(({ values }) => values.sequence === sequence);
    if (told?.values.evidenceHash !== sha256(evidence.get(id) ?? ""))
      wrong(`The evidence of position ${sequence} is not the one of its minute (P9).`);
    const dispute = disputes.get(id);
    const said = disputed.find(({ values }) => values.sequence === sequence);
    if ((dispute === undefined) !== (said === undefined) || (dispute && said?.at !== dispute.at))
      wrong(`The dispute of position ${sequence} is not the one of its minute (P10).`);
  }
  if (disputes.size !== disputed.length)
    wrong(`There are ${disputes.size} disputes and ${disputed.length} minutes of them (P10).`);
}

/** Each account that stood was named by the minute of its time: the close, and every dispute after it (rule P10). */
async function checkAccounts(tx: Reader, ballot: Ballot, told: Told[], wrong: Wrong): Promise<void> {
  if (ballot.account === null) return;
  const found = await findingsOf(tx, ballot);
  const named = [...told.map((one) => ({ ...one, accountHash: one.values.accountHash })), ...found]
    .sort((one, other) => one.sequence - other.sequence)
    .flatMap(({ accountHash: hash }) => (hash === undefined || hash === null ? [] : [hash]));
  const stood = [...(await loadReplacedAccounts(tx, ballot.id)), ballot.account].map(accountHash);
  if (JSON.stringify(named) !== JSON.stringify(stood))
    wrong("The accounts are not those that the minutes of the close, of disputes and of found interests name (B34).");
}

async function checkOutages(tx: Reader, ballot: Ballot, moved: Told[], wrong: Wrong): Promise<void> {
  const rows = (await loadBallotOutages(tx, ballot.id)).map(({ outageId, fromAt, toAt }) => ({
    outage: outageId,
    from: writeInstant(fromAt),
    to: writeInstant(toAt),
  }));
  const told = moved.flatMap(({ values }) => values.outages as { outage: string; from: string; to: string }[]);
  const line = ({ outage, from, to }: { outage: string; from: string; to: string }) => `${outage} ${from} ${to}`;
  if (rows.map(line).join() !== told.map(line).join())
    wrong("The outages that moved the close are not those of the minutes (B47).");
}

export const ballotLifeChecks: Record<string, Check> = { ballotLife: checkBallotLife };
