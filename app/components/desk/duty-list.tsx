/** Duties under the day they fall on: today, this week, later, and those without a clock. */
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { Deadline, dateIn, useZone, When } from "~/ui/time.tsx";
import type { Duty } from "../../../server/queries/desk/duty.ts";
import "./desk.css";

const week_ms = 7 * 24 * 60 * 60 * 1000;
const groups = ["today", "week", "later", "open"] as const;

function groupOf(duty: Duty, now: number, zone: string): (typeof groups)[number] {
  if (duty.dueAt === null) return "open";
  if (dateIn(duty.dueAt, zone) === dateIn(now, zone) || duty.dueAt <= now) return "today";
  return duty.dueAt - now < week_ms ? "week" : "later";
}

function DutyRow({ duty, now, first }: { duty: Duty; now: number; first: boolean }) {
  const { t } = useTranslation("desk");
  return (
    <li className="duty">
      <div>
        {duty.dueAt === null ? <span className="note">{t("noClock")}</span> : <Deadline at={duty.dueAt} now={now} />}
      </div>
      <div>
        <h3>{t(`duty.${duty.kind}.sentence`, { title: duty.title, note: duty.note, count: duty.count })}</h3>
        <p className="note">
          {t(`duty.${duty.kind}.why`, { note: duty.note })} <Rule id={duty.rule} />
        </p>
        {duty.remindedAt ? (
          <p className="duty-reminded">
            <Icon name="clock" /> {t("reminded")} <When at={duty.remindedAt} />
          </p>
        ) : null}
      </div>
      <LinkButton to={duty.to} tone={first ? "primary" : "plain"}>
        {t(`duty.${duty.kind}.button`)}
        <span className="unseen">: {duty.title}</span>
      </LinkButton>
    </li>
  );
}

export function DutyList({ duties, now }: { duties: Duty[]; now: number }) {
  const { t } = useTranslation("desk");
  const { zone } = useZone();
  return (
    <>
      {groups.map((group) => {
        const here = duties.filter((duty) => groupOf(duty, now, zone) === group);
        if (here.length === 0) return null;
        return (
          <Section key={group} title={t(`group.${group}`)}>
            <ul className="rows">
              {here.map((duty) => (
                <DutyRow
                  key={`${duty.kind}-${duty.to}-${duty.note}`}
                  duty={duty}
                  now={now}
                  first={duty === duties[0]}
                />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
