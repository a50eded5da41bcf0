/** Disputed classes: what each chair says, and the decision of the committee where they differ. Rule X6. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { ChoiceField, HiddenField, TextField } from "~/ui/field.tsx";
import { When } from "~/ui/time.tsx";
import type { DisputeData, InterestsData } from "./interests-data.ts";

function Classify({ dispute, page }: { dispute: DisputeData; page: InterestsData }) {
  const { t } = useTranslation("interest");
  if (dispute.state !== "open" || page.may["classify-interest"] !== null || dispute.personId === page.self) return null;
  return (
    <ActForm intent="classify-interest" part={dispute.id} framed>
      <HiddenField name="dispute" value={dispute.id} />
      <ChoiceField
        name="class"
        label={t("dispute.say")}
        options={page.disputedClasses.map((name) => ({
          value: name,
          label: t(`candidate:interest.class.${name}`),
          hint: t(`dispute.hint.${name}`),
        }))}
        required
      />
      <Button>{t("dispute.sayButton")}</Button>
    </ActForm>
  );
}

function Settle({ dispute, page }: { dispute: DisputeData; page: InterestsData }) {
  const { t } = useTranslation("interest");
  if (dispute.state !== "procedure" || page.may["settle-classification"] !== null) return null;
  return (
    <ActForm intent="settle-classification" part={dispute.id} framed>
      <HiddenField name="dispute" value={dispute.id} />
      <TextField name="ballot" label={t("dispute.ballot")} hint={t("dispute.ballotHint")} required />
      <Button>{t("dispute.settle")}</Button>
    </ActForm>
  );
}

export function InterestDisputes({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  const said = (name: string | null) => (name === null ? t("dispute.silent") : t(`candidate:interest.class.${name}`));
  return (
    <ul className="rows">
      {page.disputes.map((dispute) => (
        <li key={dispute.id}>
          <span className="line">
            <strong>{dispute.person}</strong>
            {t(`candidate:interest.kind.${dispute.kind}`)}
            {dispute.organisation ? `, ${dispute.organisation}` : ""}
            <Badge tone={dispute.state === "decided" ? "ok" : "warn"}>{t(`dispute.state.${dispute.state}`)}</Badge>
          </span>
          <p>{dispute.reason}</p>
          <p className="note">
            {t("dispute.by", { by: dispute.by })}, <When at={dispute.raisedAt} dateOnly />.{" "}
            {t("dispute.declared", { class: said(dispute.declaredClass) })}
          </p>
          {dispute.decidedClass === null ? (
            <p className="note">
              {t("dispute.both", { chair: said(dispute.chairSays), vice: said(dispute.viceChairSays) })}
            </p>
          ) : (
            <p>
              {t("dispute.decided", { class: said(dispute.decidedClass) })}
              {dispute.ballot ? ` (${dispute.ballot})` : ""}
            </p>
          )}
          <Classify dispute={dispute} page={page} />
          <Settle dispute={dispute} page={page} />
        </li>
      ))}
    </ul>
  );
}
