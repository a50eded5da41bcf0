/** The outages that moved the close of this ballot (rule B47). */
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { LifeData } from "./ballot-data.ts";

export function BallotOutages({ life }: { life: LifeData }) {
  const { t } = useTranslation("ballotLife");
  if (life.outages.length === 0) return null;
  return (
    <Section title={t("outage.moved")} id="outages">
      <p className="note">
        {t("outage.movedNote")} <Rule id="B47" />
      </p>
      <ul className="rows">
        {life.outages.map(({ from, to }) => (
          <li key={from}>
            <When at={from} /> – <When at={to} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
