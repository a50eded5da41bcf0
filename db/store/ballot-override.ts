/** Overrides of a Discuss among the events of a ballot: what was announced and not decided yet, and who said what. Rule P17. */
import { instantOf } from "../../domain/instant.ts";
import type { EventRow, OverrideValues } from "./ballot.ts";

export type Voice = { seatId: string; seat: string; voice: "for" | "against"; at: number };

export type AnnouncedOverride = {
  number: number;
  announcedAt: number;
  personId: string | null;
  reason: string;
  /** The latest voice of each seat since the announcement, in the order in which they were given. */
  voices: Voice[];
  /** The decision; null while it is awaited. */
  decided: { at: number; personId: string | null; values: OverrideValues } | null;
};

/** What was announced of the Discuss that this seat made at `madeAt`, the earliest first. */
export function overridesAmong(events: readonly EventRow[], seatId: string, madeAt: number): AnnouncedOverride[] {
  const about = events.filter((row) => row.seatId === seatId && row.at > madeAt);
  return about
    .filter((row) => row.type === "announce")
    .map((row) => {
      const decision = about.find(
        (one) => one.type === "override" && instantOf((one.values as OverrideValues).announcedAt) === row.at,
      );
      const until = decision?.number ?? Number.POSITIVE_INFINITY;
      const said = about.filter((one) => one.type === "voice" && one.number > row.number && one.number < until);
      return {
        number: row.number,
        announcedAt: row.at,
        personId: row.personId,
        reason: String(row.values.text),
        voices: latestVoices(said),
        decided: decision
          ? { at: decision.at, personId: decision.personId, values: decision.values as OverrideValues }
          : null,
      };
    });
}

/** The announcement that waits for its decision; undefined where there is none. */
export function pendingOverride(events: readonly EventRow[], seatId: string, madeAt: number) {
  return overridesAmong(events, seatId, madeAt).find((one) => one.decided === null);
}

function latestVoices(said: readonly EventRow[]): Voice[] {
  const latest = new Map<string, Voice>();
  for (const { values, at } of said) {
    const { bySeat, by, voice } = values as { bySeat: string; by: string; voice: Voice["voice"] };
    latest.set(bySeat, { seatId: bySeat, seat: by, voice, at });
  }
  return [...latest.values()];
}
