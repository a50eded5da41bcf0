/**
 * The minutes that were announced last, numbered. A page is read first and begins to listen a moment later; what happened
 * in between it learns from here.
 */
import { randomBytes } from "node:crypto";
import type { Minute } from "../domain/record/minute.ts";
import type { Context } from "./context.ts";

/** More than happen while a page loads; a page that was away for longer asks for everything anew. */
const keptMax = 500;

export type RecentMinutes = {
  /** How far a reader has heard who reads the database after this call: opaque, true for this run of the server only. */
  heard(): string;
  /** What was announced after that, oldest first; null where that is no longer known. */
  since(heard: string): Minute[] | null;
};

const known = new WeakMap<Context, RecentMinutes>();

/** Listens from the first call on; the server makes it before it answers anybody. */
export function recentMinutes(context: Context): RecentMinutes {
  const found = known.get(context) ?? listenTo(context);
  known.set(context, found);
  return found;
}

function listenTo(context: Context): RecentMinutes {
  const run = randomBytes(6).toString("hex");
  const kept: Minute[] = [];
  let count = 0;
  context.onAnnounce((minutes) => {
    count += minutes.length;
    kept.push(...minutes);
    kept.splice(0, kept.length - keptMax);
  });
  return {
    heard: () => `${run}.${count}`,
    since(heard) {
      const [from, number] = heard.split(".");
      const missed = count - Number(number);
      if (from !== run || !(missed >= 0 && missed <= kept.length)) return null;
      return kept.slice(kept.length - missed);
    },
  };
}
