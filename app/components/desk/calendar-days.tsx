/** Clocks under the day on which they end in the reader's zone; each with its instant in three zones and what is left. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { dateIn, TimeLeft, timeIn, useZone } from "~/ui/time.tsx";
import type { ClockData } from "./calendar-data.ts";

type Zone = { zone: string; city: string };

/** Mine, the seat's or the committee's, and UTC; none of them twice. Another day than mine is said. */
function Instants({ at, mine, other }: { at: number; mine: Zone; other: Zone }) {
  const places = [mine, other, { zone: "UTC", city: "UTC" }];
  const once = places.filter((place, index) => places.findIndex((one) => one.zone === place.zone) === index);
  return (
    <time dateTime={new Date(at).toISOString()} className="clock-instants">
      {once.map(({ zone, city }, index) => (
        <span key={zone} className={index === 0 ? "clock-mine" : "note"}>
          {dateIn(at, zone) === dateIn(at, mine.zone) ? "" : `${dateIn(at, zone).replaceAll(",", "")}, `}
          {timeIn(at, zone)} {city}
        </span>
      ))}
    </time>
  );
}

function ClockRow({ clock, now, mine }: { clock: ClockData; now: number; mine: Zone }) {
  const { t } = useTranslation("calendar");
  const { kind, at, reference, note, title, to, rule, workingDays } = clock;
  return (
    <li className="clock-row">
      <Instants at={at} mine={mine} other={clock} />
      <div>
        <h3>
          <Link to={to}>{t(`says.${kind}`, { reference, note })}</Link>
        </h3>
        <p className="note">
          {title}, {clock.committee} <Rule id={rule} />
        </p>
      </div>
      <div className="clock-left">
        <strong>
          <TimeLeft until={at} now={now} />
        </strong>
        <span className="note">{t("workingDays", { count: workingDays })}</span>
        {clock.mine ? <Badge tone="act">{t("yours")}</Badge> : null}
      </div>
    </li>
  );
}

export function CalendarDays({ clocks, now }: { clocks: ClockData[]; now: number }) {
  const mine = useZone();
  const dayOf = (clock: ClockData) => dateIn(clock.at, mine.zone).replaceAll(",", "");
  const days = [...new Set(clocks.map(dayOf))];
  return (
    <div className="calendar">
      {days.map((day) => (
        <Section key={day} title={day}>
          <ul className="rows">
            {clocks
              .filter((clock) => dayOf(clock) === day)
              .map((clock) => (
                <ClockRow key={`${clock.kind}${clock.id}`} clock={clock} now={now} mine={mine} />
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
