/**
 * Answers with the open clocks as a file: iCalendar, separated values or JSON. A calendar file goes on to other programs and
 * services, so it names references, and a title only where that is CLEAR (rule Z7).
 */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { stringify } from "csv-stringify/sync";
import { createWords } from "~/messages/catalogue.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { type CalendarEvent, writeCalendar } from "../../../domain/record/icalendar.ts";
import { type ClockData, calendarParams } from "./calendar-data.ts";

const types = {
  ics: "text/calendar; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

const { t } = createWords();

const sentenceOf = ({ kind, reference, note }: ClockData) => t(`calendar:says.${kind}`, { reference, note });

function eventOf(clock: ClockData, origin: string): CalendarEvent {
  const { kind, id, at, rule, to, title, marking } = clock;
  const link = `${origin}${to}`;
  return {
    id: `${kind}-${id}@${new URL(origin).host}`,
    at,
    summary: marking === "CLEAR" ? `${sentenceOf(clock)}: ${title}` : sentenceOf(clock),
    description: `${rule}\n${link}`,
    link,
    category: t(`calendar:kinds.${kind}`),
  };
}

const columns: [string, (clock: ClockData, origin: string) => string | number][] = [
  ["at", (clock) => new Date(clock.at).toISOString()],
  ["clock", (clock) => t(`calendar:kinds.${clock.kind}`)],
  ["sentence", sentenceOf],
  ["reference", (clock) => clock.reference],
  ["technology", (clock) => clock.title],
  ["committee", (clock) => clock.committee],
  ["rule", (clock) => clock.rule],
  ["working days left", (clock) => clock.workingDays],
  ["zone", (clock) => clock.zone],
  ["mine", (clock) => (clock.mine ? "yes" : "no")],
  ["link", (clock, origin) => `${origin}${clock.to}`],
];

/** A cell that a spreadsheet would read as a formula is disarmed; the mark at the beginning tells it that the text is UTF-8. */
function csvOf(clocks: ClockData[], origin: string): string {
  const rows = clocks.map((clock) => columns.map(([, cell]) => cell(clock, origin)));
  const options = { quoted: true, escape_formulas: true, record_delimiter: "windows" } as const;
  return `\ufeff${stringify([columns.map(([name]) => name), ...rows], options)}`;
}

function jsonOf(clocks: ClockData[], origin: string): string {
  const lines = clocks.map(({ at, to, ...clock }) => ({
    at: new Date(at).toISOString(),
    ...clock,
    sentence: sentenceOf({ at, to, ...clock }),
    link: `${origin}${to}`,
  }));
  return `${JSON.stringify({ format: "plenary-clocks/1", clocks: lines }, null, 2)}\n`;
}

export async function calendarDownload(args: LoaderFunctionArgs, kind: keyof typeof types): Promise<Response> {
  requireViewer(args);
  const { now, origin } = args.context;
  const { clocks } = await loadPage(args, "calendarPage", { ...calendarParams(args.request), whole: true });
  const written = {
    ics: () => {
      const events = clocks.map((clock) => eventOf(clock, origin));
      return writeCalendar(t("calendar:title"), now, events);
    },
    csv: () => csvOf(clocks, origin),
    json: () => jsonOf(clocks, origin),
  };
  return new Response(written[kind](), {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `attachment; filename="calendar.${kind}"`,
      "Cache-Control": "no-store",
    },
  });
}
