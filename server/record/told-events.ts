/** Which minute tells which event of a ballot, and what both say alike. For fsck and for the export's own tests. */
import type { EventRow, EventType } from "../../db/store/ballot.ts";
import type { MinuteType } from "../../domain/record/act.ts";
import { sha256 } from "../freeze-head.ts";

/** The type of the minute of each event; the k-th event of a ballot has the k-th of these minutes. */
export const minuteOfEvent: Record<EventType, MinuteType> = {
  answer: "discuss-answered",
  renew: "discuss-renewed",
  extend: "ballot-extended",
  announce: "override-announced",
  voice: "override-voice-given",
  override: "override-decided",
  explain: "position-explained",
  challenge: "ballot-challenged",
  support: "challenge-supported",
  "answer-challenge": "challenge-answered",
};

/** Values that an event and its minute hold alike; a text stands in the minute by its hash. */
const alike = ["by", "closesAt", "voice", "announcedAt", "for", "against", "overridden", "challenge", "rule"];

type Told = { type: string; at: number; personId: string | null; values: Record<string, unknown> };

/** Whether the minute is that of the event. */
export function isToldBy(event: EventRow, minute: Told | undefined): boolean {
  if (minute === undefined || minute.type !== minuteOfEvent[event.type as EventType]) return false;
  if (minute.at !== event.at || minute.personId !== event.personId) return false;
  if ("text" in event.values && minute.values.saidHash !== sha256(String(event.values.text))) return false;
  return alike.every(
    (name) => !(name in event.values) || JSON.stringify(event.values[name]) === JSON.stringify(minute.values[name]),
  );
}
