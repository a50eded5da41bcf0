#!/usr/bin/env node
/**
 * Checks the export of a ballot, offline, with no code of the product: `node verify.mjs EXPORT [--checkpoint FILE]
 * [--key KEY] [--receipt FILE]`. Exit code 0: everything holds; 1: a rule is broken, and is named; 2: the export does not read.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { canonical, isSigned, readCheckpoint, readKey } from "./bytes.mjs";
import { checkExport } from "./checks.mjs";

const usage = "Usage: node verify.mjs EXPORT [--checkpoint FILE …] [--key KEY …] [--receipt FILE …]";

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const text = (file) => {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (problem) {
    return stop(`Cannot read ${file}: ${problem.message}.`);
  }
};

const many = { type: "string", multiple: true };
let given;
try {
  given = parseArgs({ allowPositionals: true, options: { checkpoint: many, key: many, receipt: many } });
} catch (problem) {
  stop(`${problem.message}\n${usage}`);
}
const { positionals, values } = given;
if (positionals.length !== 1) stop(usage);

let data;
try {
  data = JSON.parse(text(positionals[0]));
} catch (problem) {
  stop(`The export is no JSON: ${problem.message}.`);
}
if (data?.format !== "plenary-ballot-export/1")
  stop(`The export's format is ${JSON.stringify(data?.format)}, not plenary-ballot-export/1.`);
const lists = ["roll", "positions", "events", "minutes", "earlier", "consistency", "keys"].filter(
  (name) => !Array.isArray(data[name]),
);
if (lists.length > 0 || typeof data.ballot?.record !== "string")
  stop(`The export lacks ${[...lists, "or ballot.record"].join(", ")}.`);

if (JSON.parse(data.ballot.record).mode === "SEALED") {
  const parts = ["shares", "used", "envelopes"].filter((name) => !Array.isArray(data.unsealing?.[name]));
  if (parts.length > 0) stop(`The export of a sealed ballot lacks unsealing.${parts.join(", unsealing.")}.`);
}

const kept = (values.checkpoint ?? []).map(text);
const trusted = values.key ?? [];
try {
  kept.forEach(readCheckpoint);
  trusted.forEach(readKey);
  JSON.parse(data.ballot.record);
  for (const { body } of data.minutes) JSON.parse(body);
} catch (problem) {
  stop(`What was given does not read: ${problem.message}`);
}

const broken = new Set();
const report = (rule, what, faults) => {
  process.stdout.write(`${faults.length === 0 ? "holds " : "BROKEN"}  ${rule.padEnd(4)}  ${what}\n`);
  for (const fault of faults.slice(0, 20)) process.stdout.write(`                ${fault}\n`);
  if (faults.length > 20) process.stdout.write(`                and ${faults.length - 20} more.\n`);
  if (faults.length > 0) broken.add(rule);
};
checkExport(data, { kept, trusted, report });

for (const file of values.receipt ?? []) {
  const pasted = text(file);
  const faults = [];
  try {
    const receipt = JSON.parse(pasted.slice(pasted.indexOf("{"), pasted.lastIndexOf("}") + 1));
    const { signature, ...said } = receipt;
    if (!isSigned(readKey(receipt.key), canonical(said), Buffer.from(signature, "base64")))
      faults.push("Its signature is not that of its key.");
    if (!(trusted.length > 0 ? trusted : data.keys).includes(receipt.key))
      faults.push("Its key signed no checkpoint here.");
    const minute = data.minutes.find(({ index }) => index === receipt.leafIndex);
    if (minute?.hash !== receipt.leafHash)
      faults.push(`The log's leaf ${receipt.leafIndex} is not the one of the receipt.`);
    if (receipt.ballotHash !== data.ballot.identity) faults.push("It is for another ballot.");
  } catch (problem) {
    faults.push(`It does not read: ${problem.message}`);
  }
  report("P20", `the receipt in ${file} is in the log`, faults);
}

const outcome = data.ballot.outcome === null ? "still open" : data.ballot.outcome;
process.stdout.write(
  broken.size === 0
    ? `\n${data.ballot.reference}: ${outcome}. Everything holds.\n`
    : `\n${data.ballot.reference}: broken are ${[...broken].join(", ")}.\n`,
);
process.exitCode = broken.size === 0 ? 0 : 1;
