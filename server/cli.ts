/**
 * The command line, `npm run plenary -- help`. Data commands read a file, or standard input for `-`, and print JSON on
 * standard output and nothing else; what is wrong goes to standard error. Exit codes: 0 done, 1 not done or something is
 * off, 2 the command line or its input does not read.
 */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { runClassifyChanges } from "./command-line/classify-changes.ts";
import { type DataCommandResult, malformed, type ReadInput } from "./command-line/data-command.ts";
import {
  type Place,
  runBackup,
  runCreateAccount,
  runFsck,
  runMigrate,
  runSeed,
} from "./command-line/database-commands.ts";
import { runExport } from "./command-line/export.ts";
import { runLint } from "./command-line/lint.ts";
import { runParseParameters } from "./command-line/parse-parameters.ts";
import { runTally } from "./command-line/tally.ts";
import { readConfiguration } from "./configuration.ts";

const readInput: ReadInput = (file) => (file === "-" ? text(process.stdin) : readFile(file, "utf8"));

type Run = (args: string[]) => Promise<DataCommandResult>;

/** Only commands of the database read the environment: a wrong PORT must not stop a tally. */
function place(): Place {
  const { databaseUrl, dataFolder, logKey, origin, host, port } = readConfiguration(process.env);
  return { databaseUrl, dataFolder, logKey, origin: origin ?? `http://${host}:${port}` };
}

const commands: Record<string, { usage: string; says: string; run: Run }> = {
  migrate: { usage: "migrate", says: "brings the database to this version", run: () => runMigrate(place()) },
  seed: { usage: "seed", says: "tells the demo regime's year into an empty database", run: () => runSeed(place()) },
  "create-account": {
    usage: "create-account --email ADDRESS [--name NAME]",
    says: "enters the first secretariat, or makes a new one-time link",
    run: (args) => runCreateAccount(place(), args),
  },
  tally: {
    usage: "tally FILE",
    says: "computes the accounts of ballots and silence rounds",
    run: (args) => runTally(readInput, args),
  },
  lint: { usage: "lint FILE", says: "finds the faults of a control text", run: (args) => runLint(readInput, args) },
  "parse-parameters": {
    usage: "parse-parameters [FILE]",
    says: "reads thresholds out of phrases, one a line",
    run: (args) => runParseParameters(readInput, args),
  },
  "classify-changes": {
    usage: "classify-changes BEFORE AFTER",
    says: "classes each change between two control texts",
    run: (args) => runClassifyChanges(readInput, args),
  },
  export: {
    usage: "export --ballot REFERENCE [--since SIZE]",
    says: "prints all that the verifier needs of a ballot",
    run: (args) => runExport(place(), args),
  },
  fsck: { usage: "fsck", says: "checks hashes, references and accounts; prints JSON", run: () => runFsck(place()) },
  backup: {
    usage: "backup FILE",
    says: "copies the database while the product runs",
    run: (args) => runBackup(place(), args),
  },
};

function help(): string {
  const lines = Object.values(commands).map(({ usage, says }) => `  ${usage.padEnd(46)}${says}`);
  return [
    "Usage: npm run plenary -- COMMAND …",
    "",
    ...lines,
    "",
    "FILE may be - for standard input. The database is that of DATABASE_URL, or plenary.sqlite in the folder PLENARY_DATA.",
    "",
  ].join("\n");
}

async function main([name, ...args]: string[]): Promise<DataCommandResult> {
  if (name === undefined || name === "help" || name === "--help") return { exitCode: 0, output: help(), fault: "" };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return malformed(`There is no command "${name}".\n\n${help()}`);
  try {
    return await command.run(args);
  } catch (problem) {
    return { exitCode: 1, output: "", fault: `${(problem as Error).message}\n` };
  }
}

const { exitCode, output, fault } = await main(process.argv.slice(2));
process.exitCode = exitCode;
process.stdout.write(output);
process.stderr.write(fault);
