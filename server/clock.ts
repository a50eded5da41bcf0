/**
 * The one clock: does each act whose time has come, oldest first, as the actor "clock" (rules C3, C6, B6, B44, V20). The
 * tables say when in their columns `dueAt`; an act that moves a thing on sets or clears it. A new kind of due thing is a
 * line of `kinds`. Amendments are due besides when the text beneath them has changed (rule A6): `overtaken.ts` looks.
 */
import { and, asc, eq, gt, isNotNull, lte, min, or } from "drizzle-orm";
import type { Reader } from "../db/open.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Intent } from "./acts.ts";
import type { Context } from "./context.ts";
import { actAsClock } from "./load-context.ts";
import { findOvertaken, type LookedAt } from "./overtaken.ts";

type DueThing = { id: string; state: string; dueAt: number };

type DueKind = {
  kind: "candidate" | "ballot" | "round" | "amendment";
  table: (tx: Reader) => Reader["t"]["candidates" | "ballots" | "rounds" | "amendments"];
  /** For each state the acts that may be due, in the order in which they are tried: the first not refused is done. */
  acts: Record<string, Intent[]>;
};

const kinds: DueKind[] = [
  {
    kind: "candidate",
    table: (tx) => tx.t.candidates,
    acts: { proposed: ["accept-candidate"], commenting: ["close-comment-round"] },
  },
  {
    kind: "ballot",
    table: (tx) => tx.t.ballots,
    acts: {
      open: ["apply-outage", "close-ballot"],
      sealed: ["unseal-overdue"],
      closed: ["certify-ballot"],
      certified: ["re-ballot"],
    },
  },
  {
    kind: "round",
    table: (tx) => tx.t.rounds,
    acts: { running: ["adopt-by-silence", "adopt-in-part", "return-to-committee"] },
  },
  {
    kind: "amendment",
    table: (tx) => tx.t.amendments,
    acts: { proposed: ["base-changed"], contested: ["another-adopted", "base-changed"] },
  },
];

const pageOfThings = 200;
/** An act may make the next one due, as closing does for certifying; more passes than this are no honest sequence. */
const passesMax = 50;

type Due = DueThing & { kind: DueKind["kind"]; acts: Intent[] };

async function findDue(context: Context, { kind, table, acts: byState }: DueKind): Promise<Due[]> {
  const found: Due[] = [];
  let after: DueThing | null = null;
  for (;;) {
    const page: DueThing[] = await context.db.read(async (tx) => {
      // The tables have these columns alike; the types of their states differ, and are read as words here.
      const t = table(tx) as Reader["t"]["rounds"];
      const behind = after
        ? or(gt(t.dueAt, after.dueAt), and(eq(t.dueAt, after.dueAt), gt(t.id, after.id)))
        : undefined;
      const rows = await tx
        .select({ id: t.id, state: t.state, dueAt: t.dueAt })
        .from(t)
        .where(and(lte(t.dueAt, tx.now), behind))
        .orderBy(asc(t.dueAt), asc(t.id))
        .limit(pageOfThings);
      return rows as DueThing[];
    });
    for (const thing of page) {
      const tried = byState[thing.state];
      if (tried) found.push({ ...thing, kind, acts: tried });
    }
    if (page.length < pageOfThings) return found;
    after = page.at(-1)!;
  }
}

/** The next instant at which something is due, or null; for those who move the clock. */
export async function nextDueAt(context: Context): Promise<number | null> {
  return context.db.read(async (tx) => {
    const times: number[] = [];
    for (const { table } of kinds) {
      const t = table(tx) as Reader["t"]["rounds"];
      const [row] = await tx
        .select({ at: min(t.dueAt) })
        .from(t)
        .where(isNotNull(t.dueAt));
      if (row?.at) times.push(Number(row.at));
    }
    return times.length > 0 ? Math.min(...times) : null;
  });
}

/** Does what is due for one thing. @returns null when done, else what stood in the way */
async function doDue(context: Context, due: Due): Promise<unknown> {
  let problem: unknown = null;
  for (const act of due.acts) {
    const outcome = await actAsClock(context, act, { [due.kind]: due.id });
    if (!isRefusal(outcome)) return null;
    problem ??= new Error(`${act} was refused: ${outcome.rule} ${outcome.reason}`);
  }
  return problem ?? new Error(`There is no act for a ${due.kind} that is ${due.state} and due.`);
}

export type ClockOptions = {
  /** Whether this thing is left alone for now; by its name, such as `ballot:1f…`. */
  skips?: (thing: string) => boolean;
  /** Told of each thing whose act was refused or threw; the others are done all the same. */
  report?: (what: string, fault: unknown, thing: string) => void;
  /** How far the texts with open amendments were looked at; a clock that looks often keeps it. */
  lookedAt?: LookedAt;
};

/**
 * Does every act of the clock whose time has come, oldest first, also those that become due by another's doing.
 * @returns how many were done
 */
export async function runDueActs(
  context: Context,
  { skips, report, lookedAt = new Map() }: ClockOptions = {},
): Promise<number> {
  const failed = new Set<string>();
  let done = 0;
  for (let pass = 0; pass < passesMax; pass++) {
    const found: Due[] = [];
    for (const kind of kinds) found.push(...(await findDue(context, kind)));
    const acts = kinds.find(({ kind }) => kind === "amendment")!.acts;
    for (const one of await findOvertaken(context, lookedAt))
      if (!found.some(({ id }) => id === one.id)) found.push({ ...one, kind: "amendment", acts: acts[one.state]! });
    found.sort((one, other) => one.dueAt - other.dueAt);
    let doneInPass = 0;
    for (const due of found) {
      const thing = `${due.kind}:${due.id}`;
      if (failed.has(thing) || skips?.(thing)) continue;
      const fault = await doDue(context, due).catch((thrown: unknown) => thrown ?? new Error("A throw of nothing."));
      if (fault === null) doneInPass += 1;
      else {
        failed.add(thing);
        report?.(`The clock could not act on ${thing}.`, fault, thing);
      }
    }
    done += doneInPass;
    if (doneInPass === 0) break;
  }
  return done;
}

const restFirst_ms = 2_000;
const restMost_ms = 10 * 60 * 1000;

/**
 * Looks every so often for what is due. Never two looks at once; a thing whose act fails rests twice as long after each
 * failure, from two seconds to ten minutes, and stops no other. @returns stops the clock; resolves when it stands
 */
export function startClock(
  context: Context,
  { every_ms, report = reportToStandardError }: { every_ms: number; report?: ClockOptions["report"] },
): () => Promise<void> {
  /** Things that failed, by the machine's clock: how long they rest, and until when. */
  const resting = new Map<string, { rest_ms: number; until: number }>();
  const lookedAt: LookedAt = new Map();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const now = Date.now();
    for (const [thing, { until }] of resting) if (until + restMost_ms < now) resting.delete(thing);
    await runDueActs(context, {
      lookedAt,
      skips: (thing) => stopped || (resting.get(thing)?.until ?? 0) > now,
      report: (what, fault, thing) => {
        const rest_ms = Math.min((resting.get(thing)?.rest_ms ?? restFirst_ms / 2) * 2, restMost_ms);
        resting.set(thing, { rest_ms, until: now + rest_ms });
        report(what, fault, thing);
      },
    }).catch((fault: unknown) => report("The clock could not look for what is due.", fault, "clock"));
  };

  let looking: Promise<void> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      looking = look().then(next);
    }, every_ms);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await looking;
  };
}

function reportToStandardError(what: string, fault: unknown): void {
  process.stderr.write(`${what} ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
}
