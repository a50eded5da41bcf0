/** What the chair may do with a round: dispatch, lengthen, cancel, each with the consent of a second person. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { isOthersAct, type RoundData } from "./review-data.ts";

export function RoundOffice({ page }: { page: RoundData }) {
  const { t } = useTranslation("review");
  const { may, round } = page;
  if (isOthersAct(may["cancel-round"])) return null;
  const live = ["prepared", "dispatched", "running"].includes(round.state);
  if (!live) return null;
  return (
    <Section title={t("office.title")} note={t("office.byTwo")}>
      <div className="stack">
        {round.state === "prepared" ? (
          <ActForm intent="dispatch-round" refusal={may["dispatch-round"]}>
            <p>{t("office.dispatchSentence")}</p>
            <Button tone="primary">{t("office.dispatch")}</Button>
          </ActForm>
        ) : null}
        {round.state === "running" ? (
          <ActForm intent="lengthen-round" refusal={may["lengthen-round"]}>
            <p>{t("office.lengthenSentence")}</p>
            <Button>{t("office.lengthen")}</Button>
          </ActForm>
        ) : null}
        <details className="disclosure">
          <summary>{t("office.cancelOpen")}</summary>
          <ActForm intent="cancel-round" refusal={may["cancel-round"]}>
            <TextField name="reason" label={t("office.reason")} rows={2} charactersMax={2000} required />
            <Button tone="withdraw">{t("office.cancel")}</Button>
          </ActForm>
        </details>
      </div>
    </Section>
  );
}
