/** All that is said of a database that somebody changed: by fsck, by the alarm, and by the verifier with a kept checkpoint. */
import { setGuards } from "../../db/guards.ts";
import { openDatabase } from "../../db/open.ts";
import { findBallot } from "../../db/store/ballot.ts";
import { findCheckpoint } from "../../db/store/log.ts";
import { fsck } from "../../server/command-line/fsck.ts";
import { createContext } from "../../server/create-context.ts";
import { ballotExport } from "../../server/record/ballot-export.ts";
import { writeCheckpoint } from "../../server/record/checkpoints.ts";
import type { LogKey } from "../../server/record/log-key.ts";
import { verifyData } from "./export.ts";

type Suspect = {
  url: string;
  reference: string;
  /** The checkpoint that a member kept, and the file that the verifier is given. */
  kept: string;
  keptFile: string;
  key: LogKey;
};

/** One line a finding; empty where nobody has anything to say. */
export async function findingsOf({ url, reference, kept, keptFile, key }: Suspect): Promise<string> {
  const db = await openDatabase({ url });
  try {
    await setGuards(db);
    const said = (await fsck(db)).faults.map(({ check, detail }) => `${check}: ${detail}`);
    const context = createContext(db, key);
    await writeCheckpoint(context);
    if (context.alarm !== null) said.push(`alarm (T4): ${context.alarm}`);
    try {
      const data = await db.read(async (tx) => {
        const head = (await findCheckpoint(tx))!;
        const since = Number(kept.split("\n")[1]);
        return ballotExport(tx, (await findBallot(tx, reference))!, head, [since]);
      });
      const verdict = await verifyData(`${url}.json`, data, "--checkpoint", keptFile, "--key", key.verifierKey);
      if (verdict.exitCode === 1) said.push(...verdict.broken.map((rule) => `verifier: ${rule}`));
      if (verdict.exitCode === 2) said.push(`verifier: ${verdict.fault}`);
    } catch (fault) {
      said.push(`export: ${(fault as Error).message}`);
    }
    return said.join("\n");
  } finally {
    await db.close();
  }
}
