/**
 * A calendar as a file of RFC 5545: instants in UTC, lines ended by CR LF and folded at 75 bytes without cutting a letter.
 * What is written into it is the caller's care: such a file leaves the house (rule Z7).
 */
import type { Instant } from "../instant.ts";

export type CalendarEvent = {
  /** Stays the same when the instant moves, so that a calendar that takes the file again moves the event. */
  id: string;
  at: Instant;
  summary: string;
  description: string;
  link: string;
  category: string;
};

const lineBytesMax = 75;

const instantText = (at: Instant) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Backslash, semicolon, comma and line ends mean something in a value and are escaped. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

const bytesOf = (letter: string) => {
  const code = letter.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** Continuation lines begin with a space, which counts. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const letter of line) {
    if (bytes + bytesOf(letter) > lineBytesMax) {
      lines.push(current);
      current = " ";
      bytes = 1;
    }
    current += letter;
    bytes += bytesOf(letter);
  }
  return [...lines, current].join("\r\n");
}

export function writeCalendar(name: string, writtenAt: Instant, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Plenary//Calendar of open clocks//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ id, at, summary, description, link, category }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(id)}`,
      `DTSTAMP:${instantText(writtenAt)}`,
      `DTSTART:${instantText(at)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${link}`,
      `CATEGORIES:${escaped(category)}`,
      "CLASS:CONFIDENTIAL",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
