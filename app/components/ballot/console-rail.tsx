/** Beside the console: every clock of the candidate, and notices ready to send. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { Deadline, useZone } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";
import type { ConsoleDesk } from "./console-data.ts";
import { CopyText } from "./copy-text.tsx";
import type { ZoneOf } from "./instant-words.ts";
import { noticesOf } from "./notices.ts";

export function ConsoleClocks({ clocks, now }: { clocks: ConsoleDesk["clocks"]; now: number }) {
  const { t } = useTranslation("console");
  return (
    <Section title={t("clocks.title")} note={<Link to="/calendar">{t("clocks.all")}</Link>} id="clocks">
      {clocks.length === 0 ? <p className="note">{t("clocks.none")}</p> : null}
      <ul className="rows">
        {clocks.map((clock) => (
          <li key={`${clock.kind}${clock.id}`} className="stack-tight">
            <strong>
              <Link to={clock.to}>
                {t(`calendar:says.${clock.kind}`, { reference: clock.reference, note: clock.note })}
              </Link>{" "}
              <Rule id={clock.rule} />
            </strong>
            <Deadline at={clock.at} now={now} second={clock} />
            <span className="note">{t("calendar:workingDays", { count: clock.workingDays })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function ConsoleNotices({ page, origin }: { page: BallotData; origin: string }) {
  const { t } = useTranslation("console");
  const mine = useZone();
  const { ballot, candidate, version, committee, follows } = page;
  const places: [ZoneOf, ZoneOf] = [committee, mine];
  const notices = noticesOf(t, { ballot, candidate, version, origin, places, certifiesAt: follows.certifiesAt });
  if (notices.length === 0) return null;
  return (
    <Section title={t("notices.title")} note={t("notices.note")} id="notices">
      {notices.map(({ name, text }) => (
        <CopyText key={name} label={t(`notices.name.${name}`)} text={text} />
      ))}
    </Section>
  );
}
