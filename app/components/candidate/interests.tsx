/** Declared interests of a candidate, and the form with which a person declares the own. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "~/ui/field.tsx";
import { Empty } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { interestClasses, interestKinds } from "../../../domain/membership/interest.ts";
import type { Refusal } from "../../../domain/refusal.ts";

type Interest = { person: string; kind: string; class: string; organisation: string | null; declaredAt: number };

export function InterestList({ interests }: { interests: Interest[] }) {
  const { t } = useTranslation("candidate");
  const shown = interests.filter((interest) => interest.class !== "none");
  const none = interests.length - shown.length;
  if (interests.length === 0) return <Empty title={t("interest.nobody")}>{t("interest.nobodyNext")}</Empty>;
  return (
    <ul className="rows">
      {shown.map((interest) => (
        <li key={interest.person} className="interest">
          <span className="line">
            <strong>{interest.person}</strong>
            <Badge tone={interest.class === "direct" ? "warn" : "grey"}>{t(`interest.class.${interest.class}`)}</Badge>
          </span>
          <span className="note">
            {t(`interest.kind.${interest.kind}`)}
            {interest.organisation ? `, ${interest.organisation}` : ""}, <When at={interest.declaredAt} dateOnly />
          </span>
        </li>
      ))}
      {none > 0 ? <li className="note">{t("interest.none", { count: none })}</li> : null}
    </ul>
  );
}

type FormProps = {
  own: { kind: string; class: string; declaredAt: number } | null;
  organisations: { id: string; name: string }[];
  refusal: Refusal | null;
};

export function InterestForm({ own, organisations, refusal }: FormProps) {
  const { t } = useTranslation("candidate");
  if (refusal) return null;
  return (
    <details className="disclosure" open={own === null}>
      <summary>
        {own === null ? t("interest.declare") : t("interest.renew", { kind: t(`interest.kind.${own.kind}`) })}
      </summary>
      <ActForm intent="declare-interest">
        <SelectField
          name="kind"
          label={t("interest.kindLabel")}
          defaultValue={own?.kind ?? "none"}
          options={interestKinds.map((kind) => ({ value: kind, label: t(`interest.kind.${kind}`) }))}
        />
        <ChoiceField
          name="class"
          label={t("interest.classLabel")}
          defaultValue={own?.class ?? "none"}
          options={interestClasses.map((name) => ({
            value: name,
            label: t(`interest.class.${name}`),
            hint: t(`interest.classHint.${name}`),
          }))}
        />
        <SelectField
          name="organisation"
          label={t("interest.organisation")}
          options={[
            { value: "", label: t("interest.noOrganisation") },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          name="statement"
          label={t("interest.statement")}
          hint={t("interest.statementHint")}
          rows={2}
          charactersMax={2000}
        />
        <Button tone={own === null ? "primary" : "plain"}>{t("interest.button")}</Button>
      </ActForm>
    </details>
  );
}
