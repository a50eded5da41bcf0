/** A ballot as large as any will be: 400 seats, 9,000 positions, 1,000 events; what its account, page and export take. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openMigrated } from "../../db/migrate.ts";
import { loadPerson } from "../../db/store/membership.ts";
import { account } from "../../domain/ballot/account.ts";
import type { BallotCase, BallotEvent, Position } from "../../domain/ballot/ballot-case.ts";
import { day_ms, hour_ms } from "../../domain/instant.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { createContext } from "../../server/create-context.ts";
import { queries } from "../../server/queries.ts";
import { loadLogKey } from "../../server/record/log-key.ts";
import { fill } from "./fill/fill.ts";
import { enlargeBallot } from "./fill/large-ballot.ts";
import { spreadOf } from "./pages.ts";

export const largeSeats = 400;
export const largePositions = 9000;
const largeEvents = 1000;
const length_ms = 30 * day_ms;
const opensAt = Date.UTC(2026, 8, 1);
const words = ["yes", "no-objection", "no", "abstain", "yes"];

/** Every seat says something often; every fifth makes its Discuss in the end, which is answered, renewed or overridden. */
export function largeBallot(): BallotCase {
  const seats = Array.from({ length: largeSeats }, (_, index) => `Seat ${index + 1}`);
  const positions = Array.from({ length: largePositions }, (_, index): Position => {
    const seat = index % largeSeats;
    const isLate = index >= largePositions - largeSeats;
    const word = isLate && seat % 5 === 0 ? "discuss" : words[(index + seat) % words.length]!;
    const at = opensAt + Math.floor((index * 10 * day_ms) / largePositions);
    return { seat: seats[seat]!, said: { word }, reason: "A reason.", key: `key-${index}`, at };
  });
  const events = Array.from({ length: largeEvents }, (_, index): BallotEvent => {
    const seat = seats[(index * 5) % largeSeats]!;
    const at = opensAt + 11 * day_ms + index * hour_ms * 0.25;
    if (index % 4 === 3)
      return { type: "override", seat, announcedAt: at, at: at + 48 * hour_ms, for: seats.slice(0, 240), against: [] };
    return { type: index % 4 === 2 ? "renew" : "answer", seat, at };
  });
  const frozen = { type: "recommendation", mode: "RECORDED", opensAt, closesAt: opensAt + length_ms } as const;
  return { ...frozen, roll: seats.map((seat) => ({ seat })), recused: [], positions, events };
}

/** The account is computed at every look at an open ballot, the page is asked for by everybody, the export holds nobody up. */
export const accountMax_ms = 20;
export const pageMax_ms = 50;
export const heldMax_ms = 200;

export type LargeRow = { measure: string; p50_ms: number; p95_ms: number; limit_ms: number; over: boolean };

function rowOf(measure: string, took: number[], limit_ms: number): LargeRow {
  const { p50, p95 } = spreadOf(took);
  return { measure, p50_ms: p50, p95_ms: p95, limit_ms, over: p95 > limit_ms };
}

async function timesOf(runs: number, work: () => unknown): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

const warmUp = 5;

export async function benchAccount(runs: number): Promise<LargeRow> {
  const ballot = largeBallot();
  const took = await timesOf(warmUp + runs, () => account(ballot));
  const measure = `account of ${largeSeats} seats, ${largePositions} positions, ${largeEvents} events`;
  return rowOf(measure, took.slice(warmUp), accountMax_ms);
}

/** The page's query as the chair asks it, and the export: how long it takes, and the longest that it held everybody else. */
async function benchQueries(runs: number, say: (line: string) => void): Promise<LargeRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-large-"));
  const url = join(folder, "plenary.sqlite");
  const house = await fill(url, { candidates: 1000, minutes: 2000 }, () => {});
  const db = await openMigrated({ url });
  try {
    const ballot = await enlargeBallot(db, house);
    const key = `bench.example/log+${Buffer.alloc(32, 5).toString("base64")}`;
    const context = createContext(db, loadLogKey({ given: key, folder: "", origin: "" }));
    const actor = (await db.read((tx) => loadPerson(tx, house.committees[0]!.chair)))!;
    const asked = async <Answer>(answer: Promise<Answer>) => {
      if (isRefusal(await answer)) throw new Error(JSON.stringify(await answer));
      return answer;
    };
    const pages = await timesOf(warmUp + runs, () => asked(queries.ballotPage(context, actor, { ballot })));
    const file = await asked(queries.ballotExportFile(context, actor, { ballot }));
    if ("characters" in file) say(`The export of ${ballot} has ${Math.round(file.characters.length / 1024)} KB.`);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const exports = await timesOf(3, () => asked(queries.ballotExportFile(context, actor, { ballot })));
    delay.disable();
    return [
      rowOf("query of its page", pages.slice(warmUp), pageMax_ms),
      rowOf("its export", exports, 5000),
      rowOf("longest hold while it is exported", [delay.max / 1e6], heldMax_ms),
    ];
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function benchLargeBallot(runs: number, say: (line: string) => void): Promise<LargeRow[]> {
  return [await benchAccount(runs), ...(await benchQueries(runs, say))];
}
