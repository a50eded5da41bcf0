/**
 * How the demo's year is told: steps at their dates, sorted, each done by real commands with the clock moved to its
 * instant. What the clock has to do meanwhile it does at its own time, between the steps.
 */

import type { MovableClock } from "../../db/open.ts";
import type { Actor, Person } from "../../domain/membership/role.ts";
import type { TwoPersonAct } from "../../domain/membership/second.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { acts, type Intent } from "../acts.ts";
import { nextDueAt, runDueActs } from "../clock.ts";
import type { Context } from "../context.ts";

export type Fields<I extends Intent> = Parameters<(typeof acts)[I]>[2];
export type Value<I extends Intent> = Extract<Awaited<ReturnType<(typeof acts)[I]>>, { done: true }>["value"];

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;

/** Nothing of the year lies nearer to now than this. */
const margin_ms = 2 * minute_ms;

type Step = { at: number; tell: () => Promise<void> };

/** So long the second takes to look. */
const minutesToConsent = 3;

export type Telling = {
  context: Context;
  /** The instant at which the year ends. */
  endsAt: number;
  /** The people of the regime by name, filled while it is founded. */
  cast: Map<string, Person>;
  /** Plans a step so many days before today, at an hour (a decimal) of UTC. What falls on a weekend waits for Monday. */
  on(daysAgo: number, hour: number, tell: () => Promise<void>): void;
  /** Does an act as this person; a refusal ends the telling, for a seed cannot hold what the rules forbid. */
  act<I extends Intent>(name: string, intent: I, fields: Fields<I>): Promise<Value<I>>;
  /** What takes two persons: this one asks, and a little later the one who may be the second consents (rule W6). */
  byTwo<A extends TwoPersonAct>(name: string, act: A, fields: Fields<A>): Promise<Value<A>>;
  person(name: string): Person;
  /** Lets some minutes pass within a step. */
  later(minutes: number): Promise<void>;
  /** Tells all that was planned, in order of time, and leaves the clock at now. */
  tellAll(): Promise<void>;
};

/**
 * Weekends are pressed together into the first hour of Monday's work, so that steps keep their order. Steps are planned for
 * 07:00 UTC and later.
 */
function onWorkingDay(at: number): number {
  const midnight = Math.floor(at / day_ms) * day_ms;
  const weekday = new Date(midnight).getUTCDay();
  if (weekday !== 6 && weekday !== 0) return at;
  const saturday = midnight - (weekday === 0 ? day_ms : 0);
  return saturday + 2 * day_ms + 6 * hour_ms + ((at - saturday) / (2 * day_ms)) * hour_ms;
}

/** The year ends now; in tests at any other instant instead. */
export function createTelling(context: Context, clock: MovableClock, endsAtInstead?: number): Telling {
  const steps: Step[] = [];
  const cast = new Map<string, Person>();
  const begunAt = Date.now();
  const endsAt = endsAtInstead ?? begunAt;
  const today = Math.floor(endsAt / day_ms) * day_ms;
  /** Where the clock stands when the year has ended: at `endsAt`, and running since. */
  const offsetAtEnd = endsAt - begunAt;

  const moveTo = (at: number) => {
    clock.offset_ms = Math.min(offsetAtEnd, Math.max(at - Date.now(), clock.offset_ms));
  };

  /** Moves on to an instant, and lets the clock act at each time that lies between. */
  const advance = async (at: number) => {
    for (;;) {
      const due = await nextDueAt(context);
      if (due === null || due >= at) break;
      moveTo(due + 1_000);
      const done = await runDueActs(context, {
        report: (what, fault) => {
          throw new Error(what, { cause: fault });
        },
      });
      if (done === 0) throw new Error(`Something was due at ${new Date(due).toISOString()} and could not be done.`);
    }
    moveTo(at);
  };

  const person = (name: string): Person => {
    const found = cast.get(name);
    if (!found) throw new Error(`${name} is not among the people of the regime.`);
    return found;
  };

  async function act<I extends Intent>(name: string, intent: I, fields: Fields<I>): Promise<Value<I>> {
    const run = acts[intent] as unknown as (
      context: Context,
      actor: Actor,
      fields: unknown,
    ) => Promise<{ done: true; value: Value<I> } | Refusal>;
    const outcome = await run(context, person(name), fields);
    if (isRefusal(outcome))
      throw new Error(`${name} could not ${intent}: ${outcome.rule} ${outcome.reason} (${JSON.stringify(fields)})`);
    return outcome.value;
  }
  const later = (minutes: number) => advance(Date.now() + clock.offset_ms + minutes * minute_ms);

  return {
    context,
    endsAt,
    cast,
    on(daysAgo, hour, tell) {
      const planned = onWorkingDay(today - daysAgo * day_ms + hour * hour_ms);
      steps.push({ at: Math.min(planned, endsAt - margin_ms), tell });
    },
    act,
    async byTwo(name, asked, fields) {
      const { request, seconds } = await act(name, "request-second", { act: asked, fields });
      await later(minutesToConsent);
      const outcome = await acts["consent-second"](context, person(seconds[0]!.name), { request });
      if (isRefusal(outcome)) throw new Error(`Nobody consented to ${asked}: ${outcome.rule} ${outcome.reason}`);
      return outcome.value as Value<typeof asked>;
    },
    person,
    later,
    async tellAll() {
      steps.sort((one, other) => one.at - other.at);
      clock.offset_ms = (steps[0]?.at ?? endsAt) - Date.now();
      for (const step of steps) {
        await advance(step.at);
        await step.tell();
      }
      await advance(Date.now() + offsetAtEnd);
      clock.offset_ms = offsetAtEnd;
    },
  };
}
