/** The calendar of one member as cells on an axis that all members share: gone, today, to come, holiday, its end. */
import { useTranslation } from "react-i18next";
import type { RoundLine } from "./review-data.ts";

const day_ms = 86_400_000;
const cell = { width: 8, gap: 2, height: 16, top: 4 };
const rowHeight = 24;
/** Weeks before the start that the axis shows at most; an earlier proof of delivery stands at its beginning. */
const weeksBefore = 2;

/** A date as a number of days, so that the axis has one step a day whatever the zone. */
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / day_ms;
const mondayOf = (day: number) => day - ((day + 3) % 7);

const dateFormatters = new Map<string, Intl.DateTimeFormat>();

export function localDate(at: number, zone: string): string {
  const formatter = dateFormatters.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  dateFormatters.set(zone, formatter);
  return formatter.format(at);
}

export type Axis = { from: number; days: number; mondays: number[] };

/** The axis of a running round: from the Monday before its start, or its dispatch if that is nearer, to the last end. */
export function axisOf(lines: readonly RoundLine[], dispatchedAt: number): Axis | null {
  const dates = lines.flatMap((line) => line.calendar?.days.map((day) => dayOf(day.date)) ?? []);
  if (dates.length === 0) return null;
  const first = Math.min(...dates);
  const dispatched = Math.floor(dispatchedAt / day_ms);
  const from = mondayOf(Math.max(dispatched, first - weeksBefore * 7));
  const days = Math.max(...dates) + 3 - from;
  const mondays = Array.from({ length: Math.ceil(days / 7) }, (_, week) => from + week * 7);
  return { from, days, mondays };
}

const xOf = (axis: Axis, day: number) => (day - axis.from) * cell.width;
const widthOf = (axis: Axis) => axis.days * cell.width;

/** The Mondays above the cells; every second one where there is little room. */
export function CalendarAxis({ axis }: { axis: Axis }) {
  const step = axis.mondays.length > 6 ? 2 : 1;
  const formatter = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
  const label = (day: number) => formatter.format(day * day_ms);
  return (
    <svg className="calendar" viewBox={`0 0 ${widthOf(axis)} 16`} aria-hidden="true">
      {axis.mondays
        .filter((_, week) => week % step === 0)
        .map((day) => (
          <text key={day} x={xOf(axis, day)} y="12" className="calendar-label">
            {label(day)}
          </text>
        ))}
    </svg>
  );
}

export function MemberCalendar({ axis, line }: { axis: Axis; line: RoundLine }) {
  const { t } = useTranslation("review");
  const { calendar } = line;
  if (!calendar || line.endsAt === null) return null;
  const words = t("calendar.words", {
    member: line.name,
    day: calendar.dayNumber,
    days: calendar.daysInAll,
    holidays: calendar.holidaysAhead,
  });
  const end = xOf(axis, dayOf(calendar.days.at(-1)!.date) + 1);
  const delivered =
    line.deliveredAt === null ? null : Math.max(dayOf(localDate(line.deliveredAt, line.zone)), axis.from);
  return (
    <svg className="calendar" viewBox={`0 0 ${widthOf(axis)} ${rowHeight}`} role="img" aria-label={words}>
      {axis.mondays.map((day) => (
        <line key={day} x1={xOf(axis, day) - 1} x2={xOf(axis, day) - 1} y1="2" y2="22" className="calendar-week" />
      ))}
      {delivered === null ? null : <Diamond x={xOf(axis, delivered) + cell.width / 2} />}
      {calendar.days.map((day) =>
        day.kind === "weekend" ? null : (
          <DayCell key={day.date} x={xOf(axis, dayOf(day.date))} kind={kindOf(day, calendar.today)} />
        ),
      )}
      <line x1={end} x2={end} y1="1" y2="23" className="calendar-end" />
    </svg>
  );
}

type CellKind = "gone" | "today" | "ahead" | "holiday";

function kindOf(day: { date: string; kind: string }, today: string): CellKind {
  if (day.kind === "holiday") return "holiday";
  if (day.date === today) return "today";
  return day.date < today ? "gone" : "ahead";
}

/** A holiday is struck through, so that it reads without colour. */
export function DayCell({ x, kind }: { x: number; kind: CellKind }) {
  const width = cell.width - cell.gap;
  return (
    <>
      <rect
        x={x + 0.5}
        y={cell.top + 0.5}
        width={width - 1}
        height={cell.height - 1}
        className={`calendar-day calendar-day-${kind}`}
      />
      {kind === "holiday" ? (
        <line
          x1={x + 0.5}
          x2={x + width - 0.5}
          y1={cell.top + cell.height - 1}
          y2={cell.top + 1}
          className="calendar-strike"
        />
      ) : null}
    </>
  );
}

export function Diamond({ x }: { x: number }) {
  return <path d={`M${x} 8 L${x + 4} 12 L${x} 16 L${x - 4} 12 Z`} className="calendar-delivered" />;
}

const legend: [string, CellKind][] = [
  ["gone", "gone"],
  ["today", "today"],
  ["ahead", "ahead"],
  ["holiday", "holiday"],
];

export function CalendarLegend() {
  const { t } = useTranslation("review");
  return (
    <ul className="calendar-legend">
      <li>
        <svg className="icon" viewBox="0 4 16 16" aria-hidden="true">
          <Diamond x={8} />
        </svg>
        {t("calendar.delivered")}
      </li>
      {legend.map(([name, kind]) => (
        <li key={name}>
          <svg className="icon" viewBox="-4 4 16 16" aria-hidden="true">
            <DayCell x={0} kind={kind} />
          </svg>
          {t(`calendar.${name}`)}
        </li>
      ))}
      <li>
        <svg className="icon" viewBox="-8 4 16 16" aria-hidden="true">
          <line x1="0" x2="0" y1="5" y2="19" className="calendar-end" />
        </svg>
        {t("calendar.end")}
      </li>
    </ul>
  );
}
