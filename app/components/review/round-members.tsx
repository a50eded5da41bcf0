/** The members of a round, one row each: who, its word, its calendar, where it stands, its end in two zones (rule V25). */
import { useTranslation } from "react-i18next";
import "./round-members.css";
import { Empty, Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { timeIn, useZone, When } from "~/ui/time.tsx";
import { type Axis, axisOf, CalendarAxis, CalendarLegend, MemberCalendar } from "./member-calendar.tsx";
import type { RoundData, RoundLine } from "./review-data.ts";
import { ReplyMark } from "./review-words.tsx";
import { EndOfDay } from "./round-clock.tsx";

/** How many said what, in a sentence: `1 agrees, 9 silent`. */
function useTurnout(lines: readonly RoundLine[]): string {
  const { t } = useTranslation("review");
  const words = ["agree", "object", "amend", "cannot-join", "ask-time", null] as const;
  return words
    .map((word) => ({ word, count: lines.filter((line) => line.word === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => t(`turnout.${word ?? "silent"}`, { count }))
    .join(", ");
}

export function RoundMembers({ page }: { page: RoundData }) {
  const { t } = useTranslation("review");
  const turnout = useTurnout(page.members);
  const { members, round } = page;
  if (members.length === 0)
    return (
      <Section title={t("members.title")}>
        <Empty title={t("members.none")}>{t("members.noneNext")}</Empty>
      </Section>
    );
  const axis = axisOf(members, round.dispatchedAt!);
  const order = [...members].sort((one, other) => Number(other.own) - Number(one.own));
  return (
    <Section title={t("members.title")} note={turnout}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keys. */}
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("members.title")}>
        <table className="table round-members">
          <caption className="unseen">{t("members.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("members.member")}</th>
              <th scope="col">{t("members.reply")}</th>
              <th scope="col" className="round-members-calendar">
                <span className="unseen">{t("members.calendar")}</span>
                {axis ? <CalendarAxis axis={axis} /> : t("members.delivery")}
              </th>
              <th scope="col">{t("members.clock")}</th>
              <th scope="col">{t("members.end")}</th>
            </tr>
          </thead>
          <tbody>
            {order.map((line) => (
              <MemberRow key={line.memberId} line={line} axis={axis} />
            ))}
          </tbody>
        </table>
      </div>
      {axis ? <CalendarLegend /> : null}
      <p className="note">
        {t("members.proof")} <Rule id="V3" />
      </p>
    </Section>
  );
}

function MemberRow({ line, axis }: { line: RoundLine; axis: Axis | null }) {
  const { t } = useTranslation("review");
  const { calendar } = line;
  return (
    <tr className={line.own ? "own" : undefined}>
      <th scope="row">
        {line.own ? t("members.you", { name: line.name }) : line.name}
        <span className="note">{line.city}</span>
      </th>
      <td>
        <ReplyMark word={line.word} />
      </td>
      <td className="round-members-calendar">
        {axis ? <MemberCalendar axis={axis} line={line} /> : <DeliveryWords line={line} />}
      </td>
      <td>
        {calendar ? t("calendar.day", { day: calendar.dayNumber, days: calendar.daysInAll }) : t("members.noClock")}
        {calendar && calendar.holidaysAhead > 0 ? (
          <span className="note">{t("calendar.holidaysAhead", { count: calendar.holidaysAhead })}</span>
        ) : null}
        {calendar && calendar.holidaysAhead === 0 && calendar.holidaysPassed > 0 ? (
          <span className="note">{t("calendar.holidaysPassed", { count: calendar.holidaysPassed })}</span>
        ) : null}
      </td>
      <td>{line.endsAt === null ? "–" : <MemberEnd line={line} endsAt={line.endsAt} />}</td>
    </tr>
  );
}

function DeliveryWords({ line }: { line: RoundLine }) {
  const { t } = useTranslation("review");
  if (line.deliveredAt === null) return <span className="note">{t("members.notDelivered")}</span>;
  return (
    <span className="reply-mark reply-mark-agree">
      {t("members.deliveredAt")} <When at={line.deliveredAt} />
    </span>
  );
}

/** The end of the member's last day in its own zone, and the same instant in the reader's. */
function MemberEnd({ line, endsAt }: { line: RoundLine; endsAt: number }) {
  const { zone, city } = useZone();
  return (
    <>
      <EndOfDay at={endsAt} zone={line.zone} />
      {zone === line.zone || timeIn(endsAt, zone) === timeIn(endsAt, line.zone) ? null : (
        <span className="note">
          <When at={endsAt} /> {city}
        </span>
      )}
    </>
  );
}
