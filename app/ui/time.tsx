/** Instants: weekday, date, hour in the viewer's zone, a second zone beneath, and the time left. */
import { useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

type Zone = { zone: string; city: string };

/** The viewer's zone, from the frame's loader; UTC without a session. */
export function useZone(): Zone {
  const frame = useRouteLoaderData("root") as { viewer: Zone | null } | undefined;
  return frame?.viewer ? { zone: frame.viewer.zone, city: frame.viewer.city } : { zone: "UTC", city: "UTC" };
}

/** Formatters by zone: making one takes longer than a whole row of a page. */
function formatters(options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (at: number, zone: string) => {
    const formatter =
      made.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
    made.set(zone, formatter);
    return formatter.format(at);
  };
}

export const dateIn = formatters({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
export const timeIn = formatters({ hour: "2-digit", minute: "2-digit" });

/** `Wed 2 Dec 2026, 18:00` in the viewer's zone. */
export function When({ at, dateOnly = false }: { at: number; dateOnly?: boolean }) {
  const { zone } = useZone();
  const date = dateIn(at, zone).replaceAll(",", "");
  return <time dateTime={new Date(at).toISOString()}>{dateOnly ? date : `${date}, ${timeIn(at, zone)}`}</time>;
}

/** A day that was given as a day, such as the one since which an interest stands: the same for every reader. */
export function Day({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString().slice(0, 10)}>{dateIn(at, "UTC").replaceAll(",", "")}</time>;
}

const minute = 60_000;

/** Two units, rounded down: `8 d 7 h`; below one hour, minutes. */
export function TimeLeft({ until, now }: { until: number; now: number }) {
  const { t } = useTranslation("frame");
  const left = until - now;
  if (left <= 0) return <span>{t("time.over")}</span>;
  const minutes = Math.floor(left / minute);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return <span>{t("time.days", { days, hours: hours % 24 })}</span>;
  if (hours > 0) return <span>{t("time.hours", { hours, minutes: minutes % 60 })}</span>;
  return <span>{t("time.minutes", { minutes })}</span>;
}

export type DeadlineProps = { at: number; now: number; second?: Zone };

/** A deadline in the viewer's zone, with a second zone beneath and the time left. */
export function Deadline({ at, now, second }: DeadlineProps) {
  const { zone } = useZone();
  const today = at > now && dateIn(at, zone) === dateIn(now, zone);
  return (
    <span className={today ? "clock clock-today" : "clock"}>
      <strong>
        <When at={at} />
      </strong>
      <span className="note">
        {today ? <Icon name="fault" /> : null} <TimeLeft until={at} now={now} />
      </span>
      {second && second.zone !== zone ? (
        <span className="note">
          {timeIn(at, second.zone)} {second.city}
        </span>
      ) : null}
    </span>
  );
}
