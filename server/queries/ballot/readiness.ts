/** The checklist before opening: each line of the gate B4 with what is missing and the page where it is mended. */
import type { Reader } from "../../../db/open.ts";
import { type Ballot, findLatestFrozen, notAdoptedAt, type VersionRow } from "../../../db/store/ballot.ts";
import { presentRoll } from "../../../db/store/ballot-roll.ts";
import { reballotCheck } from "../../../domain/ballot/opening.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal } from "../../../domain/refusal.ts";
import { type GateReading, readGate } from "../../ballot-gate.ts";

export type ReadinessLine = {
  name: "state" | "version" | "rest" | "faults" | "comments" | "reopening" | "scope" | "interests";
  rule: string;
  met: boolean;
  /** Numbers for the sentence: what is missing, of how many. */
  count: number;
  of: number;
  /** Names, sentences or references of what is missing, as far as they help. */
  details: string[];
  /** When the line is met by itself, in milliseconds; null when somebody must act. */
  at: number | null;
  to: string;
};

export async function readinessOf(
  tx: Reader,
  ballot: Ballot,
  candidate: Candidate,
  version: VersionRow,
): Promise<{ lines: ReadinessLine[]; roll: string[] }> {
  const roll = await presentRoll(tx, ballot.committeeId);
  const gate = await readGate(tx, candidate, version, roll);
  const latest = await findLatestFrozen(tx, candidate.id);
  const rest = reballotCheck(await notAdoptedAt(tx, candidate.id, version.textHash), tx.now);
  const page = `/candidates/${slugOf(candidate.reference)}`;
  const plain = { count: 0, of: 0, details: [], at: null };
  const lines: ReadinessLine[] = [
    { ...plain, name: "state", rule: "C2", met: candidate.state === "ready", details: [candidate.state], to: page },
    {
      ...plain,
      name: "version",
      rule: "B1",
      met: latest?.id === version.id,
      count: version.number,
      of: latest?.number ?? 0,
      to: `${page}/definition/${latest?.number ?? version.number}`,
    },
    ...restLines(rest, page),
    ...gateLines(gate, tx.now, roll.length, page),
  ];
  return { lines, roll: roll.map((seat) => seat.name) };
}

/** A text that was not adopted rests; the line stands only while it does (rule B36). */
function restLines(rest: Answer, to: string): ReadinessLine[] {
  if (!isRefusal(rest)) return [];
  return [{ name: "rest", rule: "B36", met: false, count: 0, of: 0, details: [rest.reason], at: null, to }];
}

const shownMax = 12;

function gateLines(gate: GateReading, now: number, seats: number, page: string): ReadinessLine[] {
  const waiting = gate.silentSeats.filter((seat) => seat.waitsUntil > now);
  return [
    {
      name: "faults",
      rule: "D7",
      met: gate.openFaults === 0,
      count: gate.openFaults,
      of: 0,
      details: gate.faults.slice(0, shownMax).map((fault) => fault.detail),
      at: null,
      to: `${page}/definition`,
    },
    {
      name: "comments",
      rule: "K5",
      met: gate.undisposedComments === 0,
      count: gate.undisposedComments,
      of: 0,
      details: gate.undisposed.slice(0, shownMax).map(String),
      at: null,
      to: `${page}/comments?state=open`,
    },
    {
      name: "reopening",
      rule: "K7",
      met: gate.reopenableComments === 0,
      count: gate.reopenableComments,
      of: 0,
      details: gate.reopenable.slice(0, shownMax).map(String),
      at: gate.reopenableUntil,
      to: `${page}/comments?state=disposed`,
    },
    {
      name: "scope",
      rule: "R2",
      met: gate.scopeLacks === null,
      count: 0,
      of: 0,
      details: gate.scopeLacks === null ? [] : [gate.scopeLacks],
      at: null,
      to: `${page}#scope`,
    },
    {
      name: "interests",
      rule: "X1",
      met: waiting.length === 0,
      count: seats - gate.silentSeats.length,
      of: seats,
      details: gate.silentSeats.map((seat) => seat.name),
      at: waiting.length === 0 ? null : Math.max(...waiting.map((seat) => seat.waitsUntil)),
      to: `${page}#interests`,
    },
  ];
}
