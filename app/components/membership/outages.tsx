/** Outages of the platform as the regime's secretariat records them (rule V16). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";

type Outage = { id: string; from: number; to: number | null; reason: string };

export function Outages({ outages }: { outages: Outage[] }) {
  const { t } = useTranslation("ballotLife");
  return (
    <Section title={t("outage.title")} note={<Rule id="V16" />} id="outages">
      <div className="stack">
        <p className="note">{t("outage.note")}</p>
        {outages.length === 0 ? <p className="note">{t("outage.none")}</p> : null}
        <ul className="rows">
          {outages.map((outage) => (
            <li key={outage.id} className="stack">
              <p className="line">
                <When at={outage.from} /> – {outage.to === null ? null : <When at={outage.to} />}
                {outage.to === null ? <Badge tone="warn">{t("outage.lasts")}</Badge> : null}
              </p>
              <p>{outage.reason}</p>
              {outage.to === null ? (
                <ActForm intent="end-outage" part={outage.id}>
                  <HiddenField name="outage" value={outage.id} />
                  <Button>{t("outage.end")}</Button>
                </ActForm>
              ) : null}
            </li>
          ))}
        </ul>
        <details className="disclosure">
          <summary>{t("outage.add")}</summary>
          <ActForm intent="record-outage">
            <TextField name="from" label={t("outage.from")} hint={t("outage.hint")} charactersMax={24} required />
            <TextField name="to" label={t("outage.to")} hint={t("outage.toHint")} charactersMax={24} />
            <TextField name="reason" label={t("outage.reason")} rows={2} charactersMax={2000} required />
            <Button>{t("outage.button")}</Button>
          </ActForm>
        </details>
      </div>
    </Section>
  );
}
