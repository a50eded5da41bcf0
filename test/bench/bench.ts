/**
 * Measures the product and prints plain tables: server time and script of every page on a filled database, plans that read
 * whole tables, commits per second, and live text beside a peer that keeps everything in memory.
 *
 *     npm run bench -- [--only pages,scripts,plans,commits,live-text,typing,large-ballot] [--candidates 10000] [--minutes 1000000]
 *                      [--requests 30] [--database FILE] [--json FILE]
 *
 * The pages are those of the build; `npm run bench` makes it first. `--database` fills this file if it is not there, and
 * keeps it; else a temporary one is filled and removed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchCommits } from "./commits.ts";
import { fill } from "./fill/fill.ts";
import type { House } from "./fill/house.ts";
import { benchLargeBallot } from "./large-ballot.ts";
import { benchLiveText } from "./live-text.ts";
import { benchPages, tableOf, target_ms } from "./pages.ts";
import { benchPlans } from "./plans.ts";
import { benchScripts, editorMax_kilobytes, firstMax_kilobytes } from "./scripts.ts";
import { benchTyping, keyMax_ms, openMax_ms } from "./typing.ts";

const parts = ["pages", "scripts", "plans", "commits", "live-text", "typing", "large-ballot"] as const;
type Part = (typeof parts)[number];

const { values: given } = parseArgs({
  options: {
    only: { type: "string", default: parts.join(",") },
    candidates: { type: "string", default: "10000" },
    minutes: { type: "string", default: "1000000" },
    requests: { type: "string", default: "30" },
    database: { type: "string" },
    json: { type: "string" },
  },
});
const chosen = given.only.split(",");
const unknown = chosen.find((one) => !(parts as readonly string[]).includes(one));
if (unknown !== undefined) throw new Error(`"${unknown}" is no part of the bench; the parts are ${parts.join(", ")}.`);
const asked = (part: Part) => chosen.includes(part);

const say = (line: string) => console.log(line);
const results: Record<string, unknown> = {
  node: process.version,
  processors: cpus().length,
  /** Processes that waited for a processor in the last minute before the bench: times count only on an idle machine. */
  load: loadavg()[0],
  candidates: Number(given.candidates),
  minutes: Number(given.minutes),
};

say(`${results.processors} processors, load ${loadavg()[0]!.toFixed(1)} before the bench, Node ${process.version}.`);

/** The readers' addresses stand beside the file, for a later run on the same one. */
async function filledDatabase(folder: string): Promise<{ database: string; viewers: House["viewers"] }> {
  const database = given.database ?? join(folder, "plenary.sqlite");
  const beside = `${database}.viewers.json`;
  if (existsSync(database) && existsSync(beside))
    return { database, viewers: JSON.parse(readFileSync(beside, "utf8")) as House["viewers"] };
  say(`Filling ${given.candidates} candidates and ${given.minutes} minutes.`);
  const started = performance.now();
  const sizes = { candidates: Number(given.candidates), minutes: Number(given.minutes) };
  const { viewers } = await fill(database, sizes, say);
  say(`Filled in ${Math.round((performance.now() - started) / 1000)} s.`);
  writeFileSync(beside, JSON.stringify(viewers));
  return { database, viewers };
}

async function overDatabase(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  try {
    const { database, viewers } = await filledDatabase(folder);
    if (asked("pages")) {
      const pages = await benchPages(database, viewers, Number(given.requests));
      const over = pages.filter((row) => row.over);
      say(`\nServer time per page over loopback, ${given.requests} requests a reader, p50 / p95 in ms`);
      console.table(tableOf(pages));
      say(`${over.length} of ${pages.length} pairs of page and reader are over ${target_ms} ms at p95.`);
      results.pages = pages;
    }
    if (asked("plans")) {
      const plans = await benchPlans(database, viewers);
      say("\nStatements that take longer as tables grow, and those slow already");
      console.table(plans.map(({ statement, ...row }) => ({ ...row, statement: statement.slice(0, 100) })));
      results.plans = plans;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (asked("scripts")) {
  const scripts = await benchScripts();
  say(
    `\nScript per page, compressed, in KB (first load at most ${firstMax_kilobytes}, with all that is loaded later ${editorMax_kilobytes})`,
  );
  console.table(scripts.map(({ over, ...row }) => ({ ...row, over: over ? "over" : "" })));
  results.scripts = scripts;
}
if (asked("pages") || asked("plans")) await overDatabase();
if (asked("commits")) {
  const commits = await benchCommits();
  say("\nCommits through write, one minute each");
  console.table(commits);
  results.commits = commits;
}
if (asked("live-text")) {
  const liveText = await benchLiveText();
  say("\nLive text, ours and a peer in memory, in turns within one run, in ms");
  for (const { measure, samples, ours, peer } of liveText) {
    say(`${measure} (${samples} edits)`);
    console.table(peer ? { ours, peer } : { ours });
  }
  results.liveText = liveText;
}
if (asked("typing")) {
  say(`\nTyping in a large definition, in ms (p95 of a keystroke under ${keyMax_ms}, opening under ${openMax_ms})`);
  const typing = await benchTyping(say);
  console.table(typing.map(({ over, ...row }) => ({ ...row, over: over ? "over" : "" })));
  results.typing = typing;
}
if (asked("large-ballot")) {
  say("\nThe largest ballot, in ms");
  const large = await benchLargeBallot(Number(given.requests), say);
  console.table(large.map(({ over, ...row }) => ({ ...row, over: over ? "over" : "" })));
  results.largeBallot = large;
}
if (given.json) writeFileSync(given.json, `${JSON.stringify(results, null, 2)}\n`);
