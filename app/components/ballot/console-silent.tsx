/** Who has not answered: the seat, the people behind it with their time now, when it was reminded, and a reminder ready to send. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { HiddenField } from "~/ui/field.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { timeIn, useZone, When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";
import type { SilentData, SilentSeatData } from "./console-data.ts";
import { CopyText } from "./copy-text.tsx";
import { instantWords } from "./instant-words.ts";

type ConsoleSilentProps = { silent: SilentData; page: BallotData; origin: string; now: number };

export function ConsoleSilent({ silent, page, origin, now }: ConsoleSilentProps) {
  const { t } = useTranslation("console");
  const { about, count, seats } = silent;
  return (
    <Section title={t(`silent.title.${about}`)} note={t("silent.note")} id="silent">
      {count === 0 ? <Empty title={t("silent.none")}>{t("silent.noneNext")}</Empty> : null}
      {count > 0 && seats.length === 0 ? <p>{t("silent.sealed", { count })}</p> : null}
      {silent.refusal === null ? null : <Refused refusal={silent.refusal} />}
      {seats.length === 0 ? null : (
        <DataTable
          caption={t(`silent.title.${about}`)}
          head={["seat", "people", "reminded", "act"].map((name) => ({ label: t(`silent.head.${name}`) }))}
          rows={seats.map((seat) => ({
            key: seat.seatId,
            cells: [
              seat.name,
              <People key="people" seat={seat} now={now} />,
              seat.lastRemindedAt === null ? t("silent.never") : <When key="reminded" at={seat.lastRemindedAt} />,
              <Reminder
                key="act"
                seat={seat}
                about={about}
                page={page}
                origin={origin}
                isMine={silent.refusal === null}
              />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

function People({ seat, now }: { seat: SilentSeatData; now: number }) {
  const { t } = useTranslation("console");
  if (seat.people.length === 0) return <span className="note">{t("silent.nobody")}</span>;
  return (
    <ul className="seat-people">
      {seat.people.map(({ name, role, city, zone }) => (
        <li key={name}>
          {t("silent.person", { name, role: t(`record:role.${role}`), city, time: timeIn(now, zone) })}
        </li>
      ))}
    </ul>
  );
}

type ReminderProps = {
  seat: SilentSeatData;
  about: SilentData["about"];
  page: BallotData;
  origin: string;
  isMine: boolean;
};

function Reminder({ seat, about, page, origin, isMine }: ReminderProps) {
  const { t } = useTranslation("console");
  const mine = useZone();
  const { ballot, candidate, committee } = page;
  const subject = t(`reminder.subject.${about}`, { reference: ballot.reference });
  const path = about === "position" ? `/ballots/${ballot.slug}#position` : `/candidates/${candidate?.slug}#interests`;
  const text = t(`reminder.${about}`, {
    reference: ballot.reference,
    candidate: candidate?.reference ?? "",
    seat: seat.name,
    closes: ballot.closesAt === null ? "" : instantWords(ballot.closesAt, [committee, mine]),
    link: `${origin}${path}`,
  });
  const to = seat.people.map((one) => encodeURIComponent(one.email)).join(",");
  return (
    <div className="stack reminder">
      {isMine ? (
        <ActForm intent="remind-seat" part={seat.seatId} refusal={seat.refusal}>
          <HiddenField name="seat" value={seat.seatId} />
          <Button>
            {t("silent.remind")}
            <span className="unseen">: {seat.name}</span>
          </Button>
        </ActForm>
      ) : null}
      <details className="disclosure">
        <summary>
          {t("silent.text")}
          <span className="unseen">: {seat.name}</span>
        </summary>
        <CopyText label={subject} text={text} />
        <p>
          <a href={`mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}>
            {t("silent.mail")}
            <span className="unseen">: {seat.name}</span>
          </a>
        </p>
        <p className="note">{t("silent.remindNote")}</p>
      </details>
    </div>
  );
}
