/** What waits for a second person: what was asked, by whom, until when; and the forms of the second and of the asker. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { AskedSecond } from "../../../server/queries/record/second-requests.ts";

const instants = ["from", "to", "closesAt"];

function Value({ name, value }: { name: string; value: AskedSecond["values"][string] }) {
  if (instants.includes(name) && typeof value === "number") return <When at={value} />;
  if (Array.isArray(value)) return <>{new Intl.ListFormat("en", { type: "conjunction" }).format(value.map(String))}</>;
  return <>{String(value)}</>;
}

function Asked({ request }: { request: AskedSecond }) {
  const { t } = useTranslation("second");
  const values = Object.entries(request.values).filter(([, value]) => value !== null && value !== "");
  const names = new Intl.ListFormat("en", { type: "disjunction" }).format(request.seconds);
  return (
    <li className="stack">
      <p>
        <strong>{t(`asks.${request.act}`, { name: request.askedBy })}</strong> <Rule id="W6" />
      </p>
      <dl className="facts">
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`value.${name}`, { defaultValue: name })}</dt>
            <dd>
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {t("waits", { names })} {t("until")} <When at={request.expiresAt} />
      </p>
      {request.may.consent ? (
        <div className="stack">
          <ActForm intent="consent-second" part={request.id}>
            <HiddenField name="request" value={request.id} />
            <Button tone="primary">{t(`consent.${request.act}`)}</Button>
          </ActForm>
          <details className="disclosure">
            <summary>{t("decline")}</summary>
            <ActForm intent="decline-second" part={request.id}>
              <HiddenField name="request" value={request.id} />
              <TextField name="reason" label={t("reason")} rows={2} charactersMax={2000} required />
              <Button tone="withdraw">{t("decline")}</Button>
            </ActForm>
          </details>
        </div>
      ) : null}
      {request.may.withdraw ? (
        <ActForm intent="withdraw-request" part={request.id}>
          <HiddenField name="request" value={request.id} />
          <Button tone="quiet">{t("withdraw")}</Button>
        </ActForm>
      ) : null}
    </li>
  );
}

export function SecondRequests({ requests }: { requests: AskedSecond[] }) {
  const { t } = useTranslation("second");
  if (requests.length === 0) return null;
  return (
    <Section title={t("title")} id="second">
      <ul className="rows">
        {requests.map((request) => (
          <Asked key={request.id} request={request} />
        ))}
      </ul>
    </Section>
  );
}
