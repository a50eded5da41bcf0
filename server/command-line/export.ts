/** `plenary export --ballot REFERENCE`: prints the export of an opened ballot, for the verifier and for anybody's own. */
import { parseArgs } from "node:util";
import { openDatabase } from "../../db/open.ts";
import { findBallot } from "../../db/store/ballot.ts";
import { isStillSealed } from "../../db/store/ballot-roll.ts";
import { createContext } from "../create-context.ts";
import { ballotExport } from "../record/ballot-export.ts";
import { writeCheckpoint } from "../record/checkpoints.ts";
import { type DataCommandResult, malformed, printed } from "./data-command.ts";
import { logKeyAt, type Place } from "./database-commands.ts";

const usage = "Usage: plenary export --ballot REFERENCE [--since SIZE …], where SIZE is that of a checkpoint you kept";

const failed = (fault: string): DataCommandResult => ({ exitCode: 1, output: "", fault: `${fault}\n` });

export async function runExport(place: Place, args: string[]): Promise<DataCommandResult> {
  let given: { ballot?: string; since?: string[] };
  try {
    given = parseArgs({
      args,
      options: { ballot: { type: "string" }, since: { type: "string", multiple: true } },
    }).values;
  } catch (problem) {
    return malformed(`${(problem as Error).message}\n${usage}`);
  }
  const { ballot: reference, since = [] } = given;
  if (reference === undefined || since.some((size) => !/^[1-9][0-9]{0,14}$/.test(size))) return malformed(usage);
  const db = await openDatabase({ url: place.databaseUrl });
  try {
    const ballot = await db.read((tx) => findBallot(tx, reference));
    if (ballot === null) return failed(`There is no ballot "${reference}".`);
    if (ballot.record === null) return failed(`${ballot.reference} is ${ballot.state}; it was never opened.`);
    if (isStillSealed(ballot))
      return failed(`${ballot.reference} is sealed: its export names the seats that took a position, and waits (B40).`);
    const context = createContext(db, logKeyAt(place));
    const checkpoint = await writeCheckpoint(context);
    if (checkpoint === null) return failed(context.alarm ?? "The log is empty.");
    return printed(await db.read((tx) => ballotExport(tx, ballot, checkpoint, since.map(Number))));
  } finally {
    await db.close();
  }
}
